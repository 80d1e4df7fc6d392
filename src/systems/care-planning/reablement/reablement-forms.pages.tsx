/** The forms that start reablement and conclude it. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Form,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { choicesOf, EMPTY, type Fields, type Filled, fieldsOf, type Typed, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { lifeOn, mayHappen } from '../personal-outcome/outcome-life.ts'
import { type EpisodesOfPerson, endReablement, NO_SUCH_EPISODE, startReablement } from './reablement.actions.ts'
import { episodeOf, findReablement, versionFor } from './reablement.pages.tsx'
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
  doors.get(startPath, 'people:change', (c) => showStartForm(c, EMPTY))
  doors.post(startPath, 'people:change', takeStartForm)
  const endPath = carePlanningPaths.endReablement(':personId', ':reablementEpisodeId')
  doors.get(endPath, 'people:change', (c) => showEndForm(c, undefined))
  doors.post(endPath, 'people:change', takeEndForm)
}

async function takeStartForm(c: Context<Env>): Promise<Response> {
  const typed = await typedIn(c)
  const input = {
    ...typed,
    ...c.req.param(),
    goalIds: goalsIn(typed),
    referredOn: typedIsoDay(typed, 'referredOn'),
    startedOn: typedIsoDay(typed, 'startedOn'),
  }
  const result = await perform(c.get('runtime'), actorOf(c), startReablement, input, originOf(c))
  const { personId = '' } = c.req.param()
  return answerForm(c, result, {
    done: ({ reablementEpisodeId }) => ({
      path: carePlanningPaths.reablementEpisode(personId, reablementEpisodeId),
      message: { en: text.en.form.saved, cy: text.cy.form.saved },
    }),
    again: (refusal) => showStartForm(c, { typed, refusal }),
  })
}

/** The boxes that were ticked: several come as one field. */
function goalsIn(typed: Typed): readonly string[] {
  return typed.goalIds ? typed.goalIds.split(',') : []
}

async function showStartForm(c: Context<Env>, filled: Filled): Promise<Response> {
  const found = await findReablement(c)
  if (!found.ok) return found.answer
  const page = <StartForm c={c} shown={found.shown} filled={filled} />
  return c.html(page, filled.refusal ? STATUS_OF[filled.refusal.kind] : 200)
}

type StartProps = { readonly c: Context<Env>; readonly shown: EpisodesOfPerson; readonly filled: Filled }

const StartForm = ({ c, shown, filled }: StartProps) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { personId } = shown.person
  const live = shown.outcomes.filter((outcome) => mayHappen(lifeOn(outcome, shown.today), 'record-review'))
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="reablement"
      title={t.start}
      lead={t.startLead}
      between={[{ label: t.reablement, href: carePlanningPaths.reablement(personId) }]}
      errors={fields.errors}
    >
      {live.length === 0 ? (
        <Notice kind="attention">{t.form.noOutcomes}</Notice>
      ) : (
        <Form>
          <Checkboxes
            {...fields.at('goalIds')}
            label={t.form.goals}
            hint={t.form.goalsHint}
            labelSize="m"
            value={goalsIn(filled.typed)}
            options={live.map((outcome) => ({ value: String(outcome.personalOutcomeId), label: outcome.ownWords }))}
          />
          <Select
            {...fields.at('contractId')}
            label={t.form.contract}
            hint={t.form.contractHint}
            labelSize="m"
            empty={t.form.contractLater}
            options={shown.contracts.map((contract) => ({
              value: String(contract.contractId),
              label: `${shown.providers.get(contract.providerId)?.name ?? ''} (${contract.ref})`,
            }))}
          />
          <StartFacts language={language} fields={fields} today={shown.today} />
          <Button>{t.form.save}</Button>
        </Form>
      )}
    </PersonFrame>
  )
}

const StartFacts = (props: { language: Language; fields: Fields; today: Temporal.PlainDate }) => {
  const { language, fields, today } = props
  const t = text[language]
  return (
    <>
      <Radios
        {...fields.at('cameFrom')}
        label={t.form.cameFrom}
        labelSize="m"
        options={choicesOf(CameFrom.options, CAME_FROM_NAMES, language)}
      />
      <Radios
        {...fields.at('isSupportedAlready')}
        label={t.form.supported}
        labelSize="m"
        inline
        options={[
          { value: 'yes', label: t.form.yes },
          { value: 'no', label: t.form.no },
        ]}
      />
      <DateInput {...fields.dateAt('referredOn')} label={t.form.referredOn} labelSize="m" optional />
      <DateInput {...fields.dateAt('startedOn', today)} label={t.form.startedOn} labelSize="m" />
      <TextInput
        {...fields.at('expectedWeeks', 6)}
        label={t.form.expectedWeeks}
        hint={t.form.expectedWeeksHint}
        labelSize="m"
        width={3}
        inputmode="numeric"
      />
      <TextInput
        {...fields.at('hoursAtStart')}
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
  const typed = await typedIn(c)
  const input = { ...typed, ...c.req.param(), endedOn: typedIsoDay(typed, 'endedOn') }
  const result = await perform(c.get('runtime'), actorOf(c), endReablement, input, originOf(c))
  const { personId = '', reablementEpisodeId = '' } = c.req.param()
  return answerForm(c, result, {
    done: () => ({
      path: carePlanningPaths.reablementEpisode(personId, reablementEpisodeId),
      message: { en: text.en.endForm.saved, cy: text.cy.endForm.saved },
    }),
    again: (refusal) => showEndForm(c, { typed, refusal }),
  })
}

async function showEndForm(c: Context<Env>, filled: Filled | undefined): Promise<Response> {
  const found = await findReablement(c)
  if (!found.ok) return found.answer
  const episode = episodeOf(c, found.shown)
  if (!episode) return answerRefusal(c, NO_SUCH_EPISODE)
  const refusal = filled?.refusal
  const shown = filled ?? { typed: savedEnding(episode), refusal }
  const page = <EndForm c={c} shown={found.shown} episode={episode} filled={shown} />
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
  readonly filled: Filled
}

const EndForm = ({ c, shown, episode, filled }: EndProps) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="reablement"
      title={episode.ending ? t.correctEnd : t.end}
      lead={t.endLead}
      between={[{ label: t.reablement, href: carePlanningPaths.reablement(episode.personId) }]}
      errors={fields.errors}
    >
      <Form hidden={{ version: versionFor(filled.typed, filled.refusal, episode.version) }}>
        <Radios
          {...fields.at('ending')}
          label={t.endForm.ending}
          labelSize="m"
          options={[
            { value: 'completed', label: ENDING_NAMES.completed[language] },
            {
              value: 'ended-early',
              label: ENDING_NAMES['ended-early'][language],
              conditional: (
                <Radios
                  {...fields.at('earlyReason')}
                  label={t.endForm.earlyReason}
                  options={choicesOf(EarlyReason.options, EARLY_REASON_NAMES, language)}
                />
              ),
            },
          ]}
        />
        <DateInput {...fields.dateAt('endedOn', shown.today)} label={t.endForm.endedOn} labelSize="m" />
        <NeedFields language={language} fields={fields} episode={episode} />
        <Button>{t.endForm.save}</Button>
      </Form>
    </PersonFrame>
  )
}

const NeedFields = (props: { language: Language; fields: Fields; episode: ReablementEpisode }) => {
  const { language, fields, episode } = props
  const t = text[language]
  return (
    <>
      <TextInput
        {...fields.at('hoursAtEnd')}
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
        {...fields.at('neededAfter')}
        label={t.endForm.neededAfter}
        labelSize="m"
        options={NeededAfter.options.map((value) => ({
          value,
          label: NEEDED_AFTER_NAMES[value][language],
          ...(value === 'more'
            ? {
                conditional: (
                  <Radios
                    {...fields.at('isMitigated')}
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
        {...fields.at('follows')}
        label={t.endForm.follows}
        labelSize="m"
        options={choicesOf(Follows.options, FOLLOWS_NAMES, language)}
      />
      <TextArea
        {...fields.at('endingNote')}
        label={t.endForm.note}
        hint={t.endForm.noteHint}
        labelSize="m"
        optional
        maxLength={4000}
      />
    </>
  )
}
