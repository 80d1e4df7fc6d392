/** The forms that start reablement and conclude it. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  errorAt,
  Form,
  fieldErrors,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
  typedDate,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { PersonFrame } from '../person/person-frame.tsx'
import { lifeOn } from '../personal-outcome/personal-outcome.ts'
import { type EpisodesOfPerson, endReablement, NO_SUCH_EPISODE, startReablement } from './reablement.actions.ts'
import { episodeOf, findReablement, type Typed, versionFor } from './reablement.pages.tsx'
import { showHours } from './reablement.sentences.ts'
import { text } from './reablement.text.ts'
import {
  CAME_FROM_NAMES,
  CameFrom,
  EARLY_REASON_NAMES,
  EarlyReason,
  ENDING_NAMES,
  FOLLOWS_NAMES,
  Follows,
  NEEDED_AFTER_NAMES,
  NeededAfter,
  type ReablementEpisode,
} from './reablement.ts'

export function reablementFormPages(doors: Doors): void {
  const startPath = carePlanningPaths.startReablement(':personId')
  doors.get(startPath, 'people:change', (c) => showStartForm(c, {}, [], undefined))
  doors.post(startPath, 'people:change', takeStartForm)
  const endPath = carePlanningPaths.endReablement(':personId', ':reablementEpisodeId')
  doors.get(endPath, 'people:change', (c) => showEndForm(c, undefined, undefined))
  doors.post(endPath, 'people:change', takeEndForm)
}

/** "2026-03-03" from the three fields; '' where nothing was typed, and something no date can be where it is no date. */
function isoOf(typed: Typed, name: string): string {
  const { day, month, year } = typedDate(typed, name)
  return day || month || year ? `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''
}

function choices<K extends string>(keys: readonly K[], names: Readonly<Record<K, Bilingual>>, language: Language) {
  return keys.map((value) => ({ value, label: names[value][language] }))
}

async function takeStartForm(c: Context<Env>): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const goalIds = [body.goalIds ?? []].flat().map(String)
  const typed = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'goalIds')) as Typed
  const input = {
    ...typed,
    ...c.req.param(),
    goalIds,
    referredOn: isoOf(typed, 'referredOn'),
    startedOn: isoOf(typed, 'startedOn'),
  }
  const result = await perform(c.get('runtime'), actorOf(c), startReablement, input, originOf(c))
  const { personId = '' } = c.req.param()
  return answerForm(c, result, {
    done: ({ reablementEpisodeId }) => ({
      path: carePlanningPaths.reablementEpisode(personId, reablementEpisodeId),
      message: { en: text.en.form.saved, cy: text.cy.form.saved },
    }),
    again: (refusal) => showStartForm(c, typed, goalIds, refusal),
  })
}

async function showStartForm(
  c: Context<Env>,
  typed: Typed,
  goalIds: readonly string[],
  refusal: Refusal | undefined,
): Promise<Response> {
  const found = await findReablement(c)
  if (!found.ok) return found.answer
  const page = <StartForm c={c} shown={found.shown} typed={typed} goalIds={goalIds} refusal={refusal} />
  return c.html(page, refusal ? STATUS_OF[refusal.kind] : 200)
}

type StartProps = {
  readonly c: Context<Env>
  readonly shown: EpisodesOfPerson
  readonly typed: Typed
  readonly goalIds: readonly string[]
  readonly refusal: Refusal | undefined
}

const StartForm = ({ c, shown, typed, goalIds, refusal }: StartProps) => {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  const field = (name: string) => ({ name, error: errorAt(errors, name), value: typed[name] ?? '' })
  const { personId } = shown.person
  const live = shown.outcomes.filter((outcome) => lifeOn(outcome, shown.today) !== 'ended')
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="reablement"
      title={t.start}
      lead={t.startLead}
      between={[{ label: t.reablement, href: carePlanningPaths.reablement(personId) }]}
      errors={errors}
    >
      {live.length === 0 ? (
        <Notice kind="attention">{t.form.noOutcomes}</Notice>
      ) : (
        <Form>
          <Checkboxes
            name="goalIds"
            error={errorAt(errors, 'goalIds')}
            label={t.form.goals}
            hint={t.form.goalsHint}
            labelSize="m"
            value={goalIds}
            options={live.map((outcome) => ({ value: String(outcome.personalOutcomeId), label: outcome.ownWords }))}
          />
          <Select
            {...field('contractId')}
            label={t.form.contract}
            hint={t.form.contractHint}
            labelSize="m"
            empty={t.form.contractLater}
            options={shown.contracts.map((contract) => ({
              value: String(contract.contractId),
              label: `${shown.providers.get(contract.providerId)?.name ?? ''} (${contract.ref})`,
            }))}
          />
          <StartFacts language={language} field={field} typed={typed} today={shown.today} />
          <Button>{t.form.save}</Button>
        </Form>
      )}
    </PersonFrame>
  )
}

type FieldOf = (name: string) => { readonly name: string; readonly error: string | undefined; readonly value: string }

const StartFacts = (props: { language: Language; field: FieldOf; typed: Typed; today: Temporal.PlainDate }) => {
  const { language, field, typed, today } = props
  const t = text[language]
  const isTyped = Object.keys(typed).length > 0
  return (
    <>
      <Radios
        {...field('cameFrom')}
        label={t.form.cameFrom}
        labelSize="m"
        options={choices(CameFrom.options, CAME_FROM_NAMES, language)}
      />
      <Radios
        {...field('isSupportedAlready')}
        label={t.form.supported}
        labelSize="m"
        inline
        options={[
          { value: 'yes', label: t.form.yes },
          { value: 'no', label: t.form.no },
        ]}
      />
      <DateInput
        {...field('referredOn')}
        label={t.form.referredOn}
        labelSize="m"
        optional
        value={isTyped ? typedDate(typed, 'referredOn') : undefined}
      />
      <DateInput
        {...field('startedOn')}
        label={t.form.startedOn}
        labelSize="m"
        value={isTyped ? typedDate(typed, 'startedOn') : today}
      />
      <TextInput
        {...field('expectedWeeks')}
        value={typed.expectedWeeks ?? '6'}
        label={t.form.expectedWeeks}
        hint={t.form.expectedWeeksHint}
        labelSize="m"
        width={3}
        inputmode="numeric"
      />
      <TextInput
        {...field('hoursAtStart')}
        label={t.form.hoursAtStart}
        hint={t.form.hoursHint}
        labelSize="m"
        width={5}
        inputmode="decimal"
      />
    </>
  )
}

async function takeEndForm(c: Context<Env>): Promise<Response> {
  const typed = (await c.req.parseBody()) as Typed
  const input = { ...typed, ...c.req.param(), endedOn: isoOf(typed, 'endedOn') }
  const result = await perform(c.get('runtime'), actorOf(c), endReablement, input, originOf(c))
  const { personId = '', reablementEpisodeId = '' } = c.req.param()
  return answerForm(c, result, {
    done: () => ({
      path: carePlanningPaths.reablementEpisode(personId, reablementEpisodeId),
      message: { en: text.en.endForm.saved, cy: text.cy.endForm.saved },
    }),
    again: (refusal) => showEndForm(c, typed, refusal),
  })
}

async function showEndForm(c: Context<Env>, typed: Typed | undefined, refusal: Refusal | undefined): Promise<Response> {
  const found = await findReablement(c)
  if (!found.ok) return found.answer
  const episode = episodeOf(c, found.shown)
  if (!episode) return answerRefusal(c, NO_SUCH_EPISODE)
  const page = (
    <EndForm c={c} shown={found.shown} episode={episode} typed={typed ?? savedEnding(episode)} refusal={refusal} />
  )
  return c.html(page, refusal ? STATUS_OF[refusal.kind] : 200)
}

/** The conclusion as it was saved, in the form's own fields, so that it can be put right. */
function savedEnding(episode: ReablementEpisode): Typed {
  if (!episode.ending || !episode.endedOn) return {}
  return {
    'endedOn-day': String(episode.endedOn.day),
    'endedOn-month': String(episode.endedOn.month),
    'endedOn-year': String(episode.endedOn.year),
    ending: episode.ending,
    earlyReason: episode.earlyReason ?? '',
    hoursAtEnd: episode.minutesAtEnd === null ? '' : String(Math.round(episode.minutesAtEnd / 6) / 10),
    neededAfter: episode.neededAfter ?? '',
    isMitigated: episode.isMitigated ? 'yes' : '',
    follows: episode.follows ?? '',
    endingNote: episode.endingNote,
  }
}

type EndProps = {
  readonly c: Context<Env>
  readonly shown: EpisodesOfPerson
  readonly episode: ReablementEpisode
  readonly typed: Typed
  readonly refusal: Refusal | undefined
}

const EndForm = ({ c, shown, episode, typed, refusal }: EndProps) => {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  const field = (name: string) => ({ name, error: errorAt(errors, name), value: typed[name] ?? '' })
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="reablement"
      title={episode.ending ? t.correctEnd : t.end}
      lead={t.endLead}
      between={[{ label: t.reablement, href: carePlanningPaths.reablement(episode.personId) }]}
      errors={errors}
    >
      <Form hidden={{ version: versionFor(typed, refusal, episode.version) }}>
        <Radios
          {...field('ending')}
          label={t.endForm.ending}
          labelSize="m"
          options={[
            { value: 'completed', label: ENDING_NAMES.completed[language] },
            {
              value: 'ended-early',
              label: ENDING_NAMES['ended-early'][language],
              conditional: (
                <Radios
                  {...field('earlyReason')}
                  label={t.endForm.earlyReason}
                  options={choices(EarlyReason.options, EARLY_REASON_NAMES, language)}
                />
              ),
            },
          ]}
        />
        <DateInput
          {...field('endedOn')}
          label={t.endForm.endedOn}
          labelSize="m"
          value={typed.ending || refusal ? typedDate(typed, 'endedOn') : shown.today}
        />
        <NeedFields language={language} field={field} episode={episode} />
        <Button>{t.endForm.save}</Button>
      </Form>
    </PersonFrame>
  )
}

const NeedFields = (props: { language: Language; field: FieldOf; episode: ReablementEpisode }) => {
  const { language, field, episode } = props
  const t = text[language]
  return (
    <>
      <TextInput
        {...field('hoursAtEnd')}
        label={t.endForm.hoursAtEnd}
        hint={
          episode.minutesAtStart === null
            ? undefined
            : t.endForm.hoursAtEndHint(showHours(language, episode.minutesAtStart))
        }
        labelSize="m"
        width={5}
        inputmode="decimal"
      />
      <Radios
        {...field('neededAfter')}
        label={t.endForm.neededAfter}
        labelSize="m"
        options={NeededAfter.options.map((value) => ({
          value,
          label: NEEDED_AFTER_NAMES[value][language],
          ...(value === 'more'
            ? {
                conditional: (
                  <Radios
                    {...field('isMitigated')}
                    label={t.endForm.mitigated}
                    inline
                    options={[
                      { value: 'yes', label: t.endForm.yes },
                      { value: 'no', label: t.endForm.no },
                    ]}
                  />
                ),
              }
            : {}),
        }))}
      />
      <Radios
        {...field('follows')}
        label={t.endForm.follows}
        labelSize="m"
        options={choices(Follows.options, FOLLOWS_NAMES, language)}
      />
      <TextArea
        {...field('endingNote')}
        label={t.endForm.note}
        hint={t.endForm.noteHint}
        labelSize="m"
        optional
        maxLength={4000}
      />
    </>
  )
}
