/** The form on which a worker records what a review found. */
import type { Context } from 'hono'
import { Fragment } from 'hono/jsx'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { calledName } from '../../../kernel/person-name.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  DateInput,
  errorAt,
  Form,
  fieldErrors,
  OwnWords,
  Page,
  Radios,
  Section,
  Select,
  TextArea,
  TextInput,
  typedDate,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { openPerson, type PersonPage } from '../person/person.actions.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { NO_SUCH_OUTCOME, recordOutcomeReview } from './outcome-review.actions.ts'
import { text } from './outcome-review.text.ts'
import {
  ACHIEVEMENT_NAMES,
  Achievement,
  EXTENT_NAMES,
  Extent,
  PARTY_NAMES,
  Party,
  PERSON_SAYS_NAMES,
  PersonSays,
} from './outcome-review.ts'

export type Typed = Readonly<Record<string, string>>

export function outcomeReviewPages(doors: Doors): void {
  const recordPath = carePlanningPaths.recordReview(':personId', ':personalOutcomeId')
  doors.get(recordPath, 'people:change', (c) => showRecordForm(c, {}, undefined))
  doors.post(recordPath, 'people:change', async (c) => {
    const typed = (await c.req.parseBody()) as Typed
    const result = await perform(
      c.get('runtime'),
      actorOf(c),
      recordOutcomeReview,
      { ...c.req.param(), ...reviewInput(typed) },
      originOf(c),
    )
    return answerForm(c, result, {
      done: ({ planReviewId }) => ({
        path: afterRecording(
          c.req.param('personId') ?? '',
          c.req.param('personalOutcomeId') ?? '',
          typed,
          planReviewId,
        ),
        message: { en: text.en.saved, cy: text.cy.saved },
      }),
      again: (refusal) => showRecordForm(c, typed, refusal),
    })
  })
}

/** To the words of the outcome that takes its place; else back to the meeting at which it was looked at; else to the person. */
function afterRecording(personId: string, outcomeId: string, typed: Typed, planReviewId: number | undefined): string {
  if (typed.next === 'reformulate') return carePlanningPaths.reformulateOutcome(personId, outcomeId)
  if (planReviewId !== undefined) return carePlanningPaths.reviewMeeting(personId, planReviewId)
  return carePlanningPaths.person(personId)
}

/** The form's flat fields as the action wants them: dates as ISO, one attribution for each party considered. */
function reviewInput(typed: Typed): Record<string, unknown> {
  const attributions = Party.options.flatMap((party) => {
    const extent = typed[`attribution_${party}`]
    return extent
      ? [
          {
            party,
            extent,
            isNamedFirst: typed.namedFirst === party,
            evidence: typed.namedFirst === party ? (typed.evidence ?? '') : '',
            sharePercent: typed[`share_${party}`] ?? '',
          },
        ]
      : []
  })
  return { ...typed, heldOn: typedIsoDay(typed, 'heldOn'), nextDueOn: typedIsoDay(typed, 'nextDueOn'), attributions }
}

export async function findForForm(
  c: Context<Env>,
): Promise<{ ok: true; shown: PersonPage } | { ok: false; answer: Response }> {
  const result = await perform(
    c.get('runtime'),
    actorOf(c),
    openPerson,
    { personId: c.req.param('personId') },
    originOf(c),
  )
  return result.ok ? { ok: true, shown: result.value } : { ok: false, answer: await answerRefusal(c, result.refusal) }
}

async function showRecordForm(c: Context<Env>, typed: Typed, refusal: Refusal | undefined): Promise<Response> {
  const found = await findForForm(c)
  if (!found.ok) return found.answer
  const outcome = found.shown.outcomes.find((o) => String(o.personalOutcomeId) === c.req.param('personalOutcomeId'))
  if (!outcome) return answerRefusal(c, NO_SUCH_OUTCOME)
  return c.html(
    <RecordForm c={c} shown={found.shown} outcome={outcome} typed={typed} refusal={refusal} />,
    refusal ? STATUS_OF[refusal.kind] : 200,
  )
}

export type FormProps = {
  readonly c: Context<Env>
  readonly shown: PersonPage
  readonly outcome: PersonalOutcome
  readonly typed: Typed
  readonly refusal: Refusal | undefined
}

const RecordForm = ({ c, shown, outcome, typed, refusal }: FormProps) => {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  const field = (name: string) => ({ name, error: errorAt(errors, name), value: typed[name] ?? '' })
  const name = calledName(shown.person)
  return (
    <Page
      frame={c.get('frame')}
      title={t.record}
      lead={t.recordLead}
      breadcrumbs={[{ label: name, href: carePlanningPaths.person(outcome.personId) }]}
      errors={errors}
    >
      <Section title={t.outcome}>
        <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} by={name} />
      </Section>
      <Form hidden={{ version: versionToSave(typed, refusal, outcome.version) }}>
        <DateInput
          {...field('heldOn')}
          label={t.heldOn}
          labelSize="m"
          value={typed.version ? typedDate(typed, 'heldOn') : shown.today}
        />
        <Radios
          {...field('achievement')}
          label={t.achievement}
          labelSize="m"
          options={choices(Achievement.options, ACHIEVEMENT_NAMES, language)}
        />
        <TextInput
          {...field('score')}
          label={t.score}
          labelSize="m"
          hint={t.scoreHint(outcome.baselineScore, outcome.targetScore)}
          width={5}
          inputmode="decimal"
        />
        <Select
          {...field('providerSays')}
          label={t.providerSays}
          labelSize="m"
          empty={t.nothingReported}
          options={choices(Achievement.options, ACHIEVEMENT_NAMES, language)}
        />
        <VoiceFields language={language} field={field} outcome={outcome} />
        <AttributionFields language={language} field={field} />
        <TextArea {...field('note')} label={t.note} labelSize="m" maxLength={4000} />
        <Radios
          {...field('next')}
          label={t.next}
          labelSize="m"
          options={[
            {
              value: 'carry-on',
              label: t.nextOptions['carry-on'],
              conditional: (
                <DateInput
                  {...field('nextDueOn')}
                  label={t.nextDueOn}
                  value={typed.version ? typedDate(typed, 'nextDueOn') : undefined}
                />
              ),
            },
            { value: 'reformulate', label: t.nextOptions.reformulate },
            { value: 'end', label: t.nextOptions.end },
          ]}
        />
        <Button>{t.save}</Button>
      </Form>
    </Page>
  )
}

type FieldOf = (name: string) => { readonly name: string; readonly error: string | undefined; readonly value: string }

const VoiceFields = ({
  language,
  field,
  outcome,
}: {
  language: Language
  field: FieldOf
  outcome: PersonalOutcome
}) => {
  const t = text[language]
  return (
    <>
      <Radios
        {...field('personSays')}
        label={t.personSays}
        labelSize="m"
        hint={t.personSaysHint}
        options={choices(PersonSays.options, PERSON_SAYS_NAMES, language)}
      />
      <Radios
        {...field('personSaidBy')}
        label={t.saidBy}
        inline
        options={choices(['person', 'carer'] as const, inLanguage(t.saidByOptions), language)}
      />
      <TextArea {...field('personWords')} label={t.personWords} hint={t.personWordsHint} maxLength={4000} />
      <Radios
        {...field('personWordsLanguage')}
        value={field('personWordsLanguage').value || outcome.ownWordsLanguage}
        label={t.wordsLanguage}
        inline
        options={choices(['cy', 'en'] as const, inLanguage(t.languages), language)}
      />
    </>
  )
}

const AttributionFields = ({ language, field }: { language: Language; field: FieldOf }) => {
  const t = text[language]
  return (
    <Section title={t.attribution} lead={t.attributionHint}>
      {Party.options.map((party) => (
        <Fragment>
          <Select
            {...field(`attribution_${party}`)}
            label={PARTY_NAMES[party][language]}
            empty={t.notConsidered}
            options={choices(Extent.options, EXTENT_NAMES, language)}
          />
          <TextInput
            {...field(`share_${party}`)}
            label={t.share(PARTY_NAMES[party][language])}
            suffix="%"
            width={3}
            inputmode="numeric"
          />
        </Fragment>
      ))}
      <Select
        {...field('namedFirst')}
        label={t.namedFirst}
        empty={t.nobody}
        options={choices(Party.options, PARTY_NAMES, language)}
      />
      <TextArea {...field('evidence')} label={t.evidence} maxLength={2000} />
    </Section>
  )
}

function choices<K extends string>(keys: readonly K[], names: Readonly<Record<K, Bilingual>>, language: Language) {
  return keys.map((value) => ({ value, label: names[value][language] }))
}

/** Labels already in the page's language, as `choices` wants them. */
function inLanguage<K extends string>(labels: Readonly<Record<K, string>>): Record<K, Bilingual> {
  const entries = Object.entries<string>(labels).map(([key, label]) => [key, { en: label, cy: label }])
  return Object.fromEntries(entries) as Record<K, Bilingual>
}

/** After a conflict the form carries the record's newest version: whoever saves again has seen what was saved between. */
export function versionToSave(typed: Typed, refusal: Refusal | undefined, newest: number): string | number {
  return refusal?.kind === 'stale' ? newest : (typed.version ?? newest)
}
