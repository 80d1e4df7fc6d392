/** The forms of an outcome: agreeing one, changing it, putting it in other words, ending it. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  DateInput,
  Details,
  Form,
  OwnWords,
  Radios,
  Section,
  Select,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { ACHIEVEMENT_NAMES, Achievement } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import {
  choicesOf,
  EMPTY,
  type Fields,
  type Filled,
  fieldsOf,
  optionsOf,
  type Typed,
  typedIn,
} from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { GOAL_LEVELS } from './goal-level.ts'
import type { OutcomeProposal } from './outcome-proposal.ts'
import { type OutcomesView, openOutcomes } from './outcomes-view.actions.ts'
import { agreeOutcome, changeOutcome, endOutcome, reformulateOutcome } from './personal-outcome.actions.ts'
import { text } from './personal-outcome.text.ts'
import { type PersonalOutcome, SET_BY_NAMES, SetBy } from './personal-outcome.ts'

const OUTCOME = ':personalOutcomeId{[0-9]+}'

export function outcomeFormPages(doors: Doors): void {
  const newPath = carePlanningPaths.newOutcome(':personId')
  doors.get(newPath, 'people:change', (c) => show(c, EMPTY, AgreeForm))
  doors.post(newPath, 'people:change', (c) => send(c, agreeOutcome, AgreeForm, 'agreedDone'))
  for (const [path, action, View, done] of [
    [carePlanningPaths.changeOutcome(':personId', OUTCOME), changeOutcome, ChangeForm, 'saved'],
    [
      carePlanningPaths.reformulateOutcome(':personId', OUTCOME),
      reformulateOutcome,
      ReformulateForm,
      'reformulatedDone',
    ],
    [carePlanningPaths.endOutcome(':personId', OUTCOME), endOutcome, EndForm, 'endedDone'],
  ] as const) {
    doors.get(path, 'people:change', (c) => show(c, EMPTY, View))
    doors.post(path, 'people:change', (c) => send(c, action, View, done))
  }
}

type FormView = {
  readonly c: Context<Env>
  readonly view: OutcomesView
  readonly filled: Filled
  readonly outcome: PersonalOutcome | undefined
}
type View = (props: FormView) => Child
type OutcomeAction = typeof agreeOutcome | typeof changeOutcome | typeof reformulateOutcome | typeof endOutcome

async function send(
  c: Context<Env>,
  action: OutcomeAction,
  view: View,
  done: 'agreedDone' | 'saved' | 'reformulatedDone' | 'endedDone',
): Promise<Response> {
  const typed = await typedIn(c)
  const input = { ...inputOf(typed), ...c.req.param() }
  const result = await perform(
    c.get('runtime'),
    actorOf(c),
    action as Action<unknown, { personalOutcomeId: number }>,
    input,
    originOf(c),
  )
  return answerForm(c, result, {
    done: ({ personalOutcomeId }) => ({
      path: carePlanningPaths.outcome(c.req.param('personId') ?? '', personalOutcomeId),
      message: { en: text.en[done], cy: text.cy[done] },
    }),
    again: (refusal) => show(c, { typed, refusal }, view),
  })
}

/** The form's flat fields as the actions want them. */
function inputOf(typed: Typed): Record<string, unknown> {
  return {
    ...typed,
    agreedOn: typedIsoDay(typed, 'agreedOn'),
    reviewDueOn: typedIsoDay(typed, 'reviewDueOn'),
    endedOn: typedIsoDay(typed, 'endedOn'),
    levels: GOAL_LEVELS.map((level) => typed[`level_${level}`] ?? ''),
  }
}

async function show(c: Context<Env>, filled: Filled, View: View): Promise<Response> {
  const input = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), openOutcomes, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const id = c.req.param('personalOutcomeId')
  const outcome = result.value.outcomes.find((one) => String(one.personalOutcomeId) === id)
  if (id && !outcome) return answerRefusal(c, NO_SUCH_OUTCOME)
  const status = filled.refusal ? STATUS_OF[filled.refusal.kind] : 200
  return c.html(View({ c, view: result.value, filled, outcome }) as string, status)
}

const AgreeForm = ({ c, view, filled }: FormView) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const asked = filled.typed.proposalId ?? c.req.query('proposal')
  const proposal = view.proposals.find(
    ({ outcomeProposalId, state }) => String(outcomeProposalId) === asked && state === 'waiting',
  )
  const hidden = proposal ? { proposalId: proposal.outcomeProposalId, proposalVersion: proposal.version } : {}
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="outcomes"
      title={t.agreeTitle}
      between={[{ label: t.title, href: carePlanningPaths.outcomes(view.person.personId) }]}
      errors={fields.errors}
    >
      <Form hidden={hidden}>
        <WordFields language={language} fields={fields} given={proposal} />
        <TermFields language={language} fields={fields} view={view} given={undefined} link={proposal?.outcomeId} />
        <Radios
          {...fields.at('setBy', proposal ? setByOf(proposal) : 'together')}
          label={t.setBy}
          labelSize="m"
          options={choicesOf(SetBy.options, SET_BY_NAMES, language)}
        />
        <DateInput {...fields.dateAt('agreedOn', view.today)} label={t.agreedOn} labelSize="m" />
        <DateInput {...fields.dateAt('reviewDueOn')} label={t.dueOn} labelSize="m" />
        <Button>{t.save}</Button>
      </Form>
    </PersonFrame>
  )
}

function setByOf(proposal: OutcomeProposal): SetBy {
  return proposal.proposedBy
}

const ChangeForm = (props: FormView) => {
  const t = text[props.c.get('language')]
  return (
    <TermsForm {...props} title={t.changeTitle} lead={t.changeLead}>
      {(fields) => (
        <>
          <DateInput {...fields.dateAt('reviewDueOn', props.outcome?.reviewDueOn)} label={t.dueOn} labelSize="m" />
          <TextArea {...fields.at('reason')} label={t.reason} labelSize="m" maxLength={1000} rows={3} />
        </>
      )}
    </TermsForm>
  )
}

const ReformulateForm = (props: FormView) => {
  const t = text[props.c.get('language')]
  return (
    <TermsForm {...props} title={t.reformulateTitle} lead={t.reformulateLead}>
      {(fields) => (
        <>
          <DateInput {...fields.dateAt('agreedOn', props.view.today)} label={t.agreedOn} labelSize="m" />
          <DateInput {...fields.dateAt('reviewDueOn')} label={t.dueOn} labelSize="m" />
          <TextArea {...fields.at('reason')} label={t.reason} labelSize="m" maxLength={1000} rows={3} />
        </>
      )}
    </TermsForm>
  )
}

const EndForm = ({ c, view, filled, outcome }: FormView) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  if (!outcome) return null
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="outcomes"
      title={t.endTitle}
      lead={t.endLead}
      between={[
        { label: outcome.ownWords, href: carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId) },
      ]}
      errors={fields.errors}
    >
      <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />
      <Form hidden={{ version: versionOf(filled, outcome) }}>
        <Radios
          {...fields.at('reason')}
          label={t.howItStands}
          labelSize="m"
          options={choicesOf(Achievement.options, ACHIEVEMENT_NAMES, language)}
        />
        <DateInput {...fields.dateAt('endedOn', view.today)} label={t.endedOn} labelSize="m" />
        <TextArea {...fields.at('note')} label={t.note} maxLength={4000} rows={3} />
        <Button kind="warning">{t.end}</Button>
      </Form>
    </PersonFrame>
  )
}

/** After a conflict the form carries the newest version: whoever saves again has seen what was saved between. */
function versionOf({ typed, refusal }: Filled, outcome: PersonalOutcome): string | number {
  return refusal?.kind === 'stale' ? outcome.version : (typed.version ?? outcome.version)
}

const TermsForm = (props: FormView & { title: string; lead: string; children: (fields: Fields) => Child }) => {
  const { c, view, filled, outcome } = props
  const language = c.get('language')
  const fields = fieldsOf(language, filled)
  if (!outcome) return null
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="outcomes"
      title={props.title}
      lead={props.lead}
      between={[
        { label: outcome.ownWords, href: carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId) },
      ]}
      errors={fields.errors}
    >
      <Form hidden={{ version: versionOf(filled, outcome) }}>
        <WordFields language={language} fields={fields} given={outcome} />
        <TermFields language={language} fields={fields} view={view} given={outcome} link={outcome.outcomeId} />
        {props.children(fields)}
        <Button>{text[language].save}</Button>
      </Form>
    </PersonFrame>
  )
}

type Worded = Pick<PersonalOutcome, 'ownWords' | 'ownWordsLanguage' | 'whyItMatters' | 'canDoNow'>

const WordFields = (props: { language: Language; fields: Fields; given: Worded | undefined }) => {
  const { language, fields, given } = props
  const t = text[language]
  return (
    <>
      <TextArea
        {...fields.at('ownWords', given?.ownWords)}
        label={t.words}
        labelSize="m"
        hint={t.wordsHint}
        maxLength={1000}
        rows={3}
      />
      <Radios
        {...fields.at('ownWordsLanguage', given?.ownWordsLanguage)}
        label={t.language}
        inline
        options={optionsOf(t.languages)}
      />
      <TextArea
        {...fields.at('whyItMatters', given?.whyItMatters)}
        label={t.why}
        hint={t.whyHint}
        maxLength={4000}
        rows={3}
      />
      <TextArea {...fields.at('canDoNow', given?.canDoNow)} label={t.now} maxLength={4000} rows={3} />
    </>
  )
}

const TermFields = (props: {
  language: Language
  fields: Fields
  view: OutcomesView
  given: PersonalOutcome | undefined
  link: number | null | undefined
}) => {
  const { language, fields, view, given } = props
  const t = text[language]
  return (
    <>
      <Select
        {...fields.at('outcomeId', props.link)}
        label={t.catalogue}
        labelSize="m"
        hint={t.catalogueHint}
        empty={t.none}
        options={catalogueOptions(language, view, props.link ?? null)}
      />
      <Select
        {...fields.at('hangsOn', given?.hangsOn)}
        label={t.hangsOn}
        empty={t.noStep}
        options={view.outcomes
          .filter((one) => one.endedOn === null && one.personalOutcomeId !== given?.personalOutcomeId)
          .map((one) => ({ value: String(one.personalOutcomeId), label: one.ownWords }))}
      />
      <Section title={t.scale}>
        <Select
          {...fields.at('scale', given?.scale ?? 'five-point')}
          label={t.scale}
          hint={t.scaleHint}
          options={view.scales.map(({ scale, isUsable }) => ({
            value: scale.id,
            label: scale.title[language],
            disabled: !isUsable && scale.id !== given?.scale,
          }))}
        />
        <TextInput
          {...fields.at('baselineScore', given?.baselineScore)}
          label={t.baseline}
          width={5}
          inputmode="decimal"
        />
        <TextInput
          {...fields.at('targetScore', given?.targetScore)}
          label={t.targetScore}
          width={5}
          inputmode="decimal"
        />
        <TextInput
          {...fields.at('weight', given?.weight ?? 1)}
          label={t.weight}
          hint={t.weightHint}
          width={5}
          inputmode="decimal"
        />
        <LevelFields language={language} fields={fields} view={view} given={given} />
      </Section>
    </>
  )
}

const LevelFields = (props: {
  language: Language
  fields: Fields
  view: OutcomesView
  given: PersonalOutcome | undefined
}) => {
  const { language, fields, view, given } = props
  const t = text[language]
  const levels = given ? (view.levels.get(given.personalOutcomeId) ?? []) : []
  const names: Readonly<Record<number, Bilingual>> = Object.fromEntries(
    view.scales.flatMap(({ scale }) =>
      scale.scoring.method === 'goal-attainment' ? scale.scoring.levels.map((level) => [level.score, level.name]) : [],
    ),
  )
  return (
    <Details summary={t.levels}>
      <p>{t.levelsHint}</p>
      {GOAL_LEVELS.map((level) => (
        <TextInput
          {...fields.at(`level_${level}`, levels.find((one) => one.level === level)?.words)}
          label={`${level > 0 ? '+' : ''}${level}: ${names[level]?.[language] ?? ''}`}
        />
      ))}
    </Details>
  )
}

/** The catalogue as it is used now, and the entry that is linked already, however old. */
function catalogueOptions(language: Language, view: OutcomesView, linked: number | null) {
  const isCurrent = (endsOn: Temporal.PlainDate | null) =>
    endsOn === null || Temporal.PlainDate.compare(endsOn, view.today) >= 0
  return view.catalogue
    .filter((entry) => isCurrent(entry.endsOn) || entry.outcomeId === linked)
    .map((entry) => ({
      value: String(entry.outcomeId),
      label: `${entry.ref} ${entry.statement[language]}${isCurrent(entry.endsOn) ? '' : ` (${text[language].noLongerUsed})`}`,
    }))
}
