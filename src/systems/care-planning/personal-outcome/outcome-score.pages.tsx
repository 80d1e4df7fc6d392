/** Scoring an outcome: one voice at a time, without being shown what the others said. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { type Actor, may } from '../../../platform/permissions/actor.ts'
import { Button, DateInput, Form, OwnWords, Radios, TextInput, typedIsoDay } from '../../../ui/index.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Fields, type Filled, fieldsOf, type Typed, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import type { GoalLevel } from './goal-level.ts'
import { giveOwnScore, giveProviderScore, recordScore } from './outcome-score.actions.ts'
import { VOICE_NAMES } from './outcome-score.ts'
import { type OfferedScale, type OutcomesView, openOutcomes } from './outcomes-view.actions.ts'
import { text } from './personal-outcome.text.ts'
import type { PersonalOutcome } from './personal-outcome.ts'

export function outcomeScorePages(doors: Doors): void {
  const path = carePlanningPaths.scoreOutcome(':personId', ':personalOutcomeId{[0-9]+}')
  const access = ['people:change', 'outcomes:verify', 'notes:write'] as const
  doors.get(path, access, (c) => show(c, EMPTY))
  doors.post(path, access, async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param(), scoredOn: typedIsoDay(typed, 'scoredOn'), answers: answersIn(typed) }
    const result = await perform(c.get('runtime'), actorOf(c), actionOf(actorOf(c)), input, originOf(c))
    return answerForm(c, result, {
      done: ({ score }) => ({
        path: carePlanningPaths.outcome(c.req.param('personId') ?? '', c.req.param('personalOutcomeId') ?? ''),
        message: {
          en: text.en.scoredDone(showNumber('en', score, Number.isInteger(score) ? 0 : 2)),
          cy: text.cy.scoredDone(showNumber('cy', score, Number.isInteger(score) ? 0 : 2)),
        },
      }),
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
}

type ScoreAction = Action<unknown, { score: number; working: readonly string[] }>

function actionOf(actor: Actor): ScoreAction {
  if (may(actor, 'people:change')) return recordScore as ScoreAction
  return (may(actor, 'notes:write') ? giveProviderScore : giveOwnScore) as ScoreAction
}

/** `answers.0`, `answers.1`, … in their order; a gap stays a gap, so that it is told. */
function answersIn(typed: Typed): readonly (string | undefined)[] {
  const numbers = Object.keys(typed).flatMap((name) => /^answers\.(\d{1,2})$/.exec(name)?.[1] ?? [])
  return Array.from(
    { length: Math.max(-1, ...numbers.map(Number)) + 1 },
    (_, index) => typed[`answers.${index}`] || undefined,
  )
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const input = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), openOutcomes, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const id = c.req.param('personalOutcomeId')
  const outcome = result.value.outcomes.find((one) => String(one.personalOutcomeId) === id)
  const offered = result.value.scales.find(({ scale }) => scale.id === outcome?.scale)
  if (!outcome || !offered) return answerRefusal(c, NO_SUCH_OUTCOME)
  return c.html(
    <ScoreForm c={c} view={result.value} filled={filled} outcome={outcome} offered={offered} />,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

type Parts = {
  readonly c: Context<Env>
  readonly view: OutcomesView
  readonly filled: Filled
  readonly outcome: PersonalOutcome
  readonly offered: OfferedScale
}

const ScoreForm = ({ c, view, filled, outcome, offered }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="outcomes"
      title={t.scoreTitle}
      lead={t.scoreLead}
      between={[
        { label: outcome.ownWords, href: carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId) },
      ]}
      errors={fields.errors}
    >
      <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />
      {offered.isUsable ? (
        <Form>
          {may(actorOf(c), 'people:change') && (
            <Radios
              {...fields.at('voice')}
              label={t.whose}
              labelSize="m"
              options={(['person', 'carer', 'practitioner'] as const).map((voice) => ({
                value: voice,
                label: VOICE_NAMES[voice][language],
              }))}
            />
          )}
          <AnswerFields
            language={language}
            fields={fields}
            offered={offered}
            levels={view.levels.get(outcome.personalOutcomeId) ?? []}
          />
          <DateInput {...fields.dateAt('scoredOn', view.today)} label={t.scoredOn} labelSize="m" />
          <Button>{t.save}</Button>
        </Form>
      ) : (
        <p>{t.registered}</p>
      )}
    </PersonFrame>
  )
}

type AnswerParts = {
  readonly language: Language
  readonly fields: Fields
  readonly offered: OfferedScale
  readonly levels: readonly GoalLevel[]
}

/** One choice where the scale has levels, one answer an item where it sums items, and a number where it is a quantity. */
const AnswerFields = ({ language, fields, offered, levels }: AnswerParts) => {
  const t = text[language]
  const { scoring } = offered.scale
  if (scoring.method === 'level' || scoring.method === 'goal-attainment')
    return (
      <Radios
        {...fields.at('answers.0')}
        label={t.scoreLabel}
        labelSize="m"
        options={scoring.levels.map((level) => ({
          value: String(level.score),
          label: `${level.score}: ${level.name[language]}`,
          hint: levels.find((one) => one.level === level.score)?.words,
        }))}
      />
    )
  if (scoring.method === 'weighted-items')
    return (
      <>
        {scoring.items.map((item, index) => (
          <Radios
            {...fields.at(`answers.${index}`)}
            label={item.name[language]}
            labelSize="m"
            options={item.levels.map((level, at) => ({ value: String(at + 1), label: level.name[language] }))}
          />
        ))}
      </>
    )
  if (scoring.method === 'sum-to-metric')
    return (
      <>
        {Array.from({ length: scoring.items }, (_, index) => (
          <TextInput
            {...fields.at(`answers.${index}`)}
            label={offered.items[index]?.[language] ?? t.item(index + 1)}
            hint={t.scoreBetween(scoring.lowest, scoring.highest)}
            width={2}
            inputmode="numeric"
          />
        ))}
      </>
    )
  return (
    <TextInput
      {...fields.at('answers.0')}
      label={t.scoreLabel}
      labelSize="m"
      hint={t.scoreBetween(offered.range.lowest, offered.range.highest)}
      suffix={scoring.method === 'quantity' ? scoring.unit[language] : undefined}
      width={5}
      inputmode="decimal"
    />
  )
}
