/** Scoring an outcome in one voice; and saying that the authority may use an instrument. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { DayInput } from '../form-values.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { filled, isUsable, scaleFrameworks } from '../scale/scale.framework.ts'
import { scoreOn } from '../scale/scale.ts'
import { findRegistration } from '../scale/scale-registration.store.ts'
import { addScore } from './outcome-score.store.ts'
import type { Voice } from './outcome-score.ts'
import { listOutcomesOf } from './personal-outcome.store.ts'

const Answers = z
  .array(z.coerce.number(bilingualIssue('Give a number', 'Rhowch rif')), bilingualIssue('Give a score', 'Rhowch sgôr'))
  .min(1, bilingualIssue('Give a score', 'Rhowch sgôr'))
  .max(50)

const AT = { personId: RecordId, personalOutcomeId: RecordId, scoredOn: DayInput, answers: Answers }

/** Staff write down what each voice said; a provider's is its own to give. */
export const recordScore = defineAction({
  name: 'care-planning.record-score',
  title: { en: 'Recorded a score', cy: 'Cofnodi sgôr' },
  permission: 'people:change',
  input: z.object({
    ...AT,
    voice: z.enum(
      ['person', 'carer', 'practitioner'],
      bilingualIssue('Choose whose score it is', 'Dewiswch sgôr pwy ydyw'),
    ),
  }),
  run: (context, input) => score(context, input, input.voice, null),
})

export const giveOwnScore = defineAction({
  name: 'care-planning.give-own-score',
  title: { en: 'Gave their own score', cy: 'Rhoi eu sgôr eu hunain' },
  permission: 'outcomes:verify',
  input: z.object(AT),
  run: (context, input) => score(context, input, context.actor.roles.includes('carer') ? 'carer' : 'person', null),
})

export const giveProviderScore = defineAction({
  name: 'care-planning.give-provider-score',
  title: { en: 'Gave the provider’s score', cy: 'Rhoi sgôr y darparwr' },
  permission: 'notes:write',
  input: z.object(AT),
  run: (context, input) => {
    const { scope } = context.actor
    if (scope.kind !== 'provider') return Promise.resolve(refused(NO_SUCH_OUTCOME))
    return score(context, input, 'provider', scope.providerId)
  },
})

type ScoreInput = { personId: number; personalOutcomeId: number; scoredOn: Temporal.PlainDate; answers: number[] }

async function score(
  context: ActionContext,
  input: ScoreInput,
  voice: Voice,
  providerId: number | null,
): Promise<Result<{ score: number; working: readonly string[] }>> {
  const { tx, actor, clock, runtime, audit } = context
  const outcomes = await listOutcomesOf(tx, actor.authorityId, input.personId)
  const outcome = outcomes.find((one) => one.personalOutcomeId === input.personalOutcomeId)
  if (!outcome) return refused(NO_SUCH_OUTCOME)
  if (Temporal.PlainDate.compare(input.scoredOn, clock.today()) > 0) return refused(IN_THE_FUTURE)
  if (Temporal.PlainDate.compare(input.scoredOn, outcome.agreedOn) < 0) return refused(BEFORE_AGREED)
  if (outcome.endedOn && Temporal.PlainDate.compare(input.scoredOn, outcome.endedOn) > 0) return refused(AFTER_END)
  const edition = runtime.frameworks.findOn(scaleFrameworks, outcome.scale, input.scoredOn)
  if (!edition) return refused(NO_EDITION)
  const registration = await findRegistration(tx, actor.authorityId, edition.id)
  if (!isUsable(edition, registration)) return refused(NOT_REGISTERED)
  const scale = filled(edition, registration)
  // A goal is one of several, so its own score is its level; the T score is over all of them.
  const { scoring } = scale
  const single =
    scoring.method === 'goal-attainment' ? { ...scoring, method: 'level' as const, better: 'higher' as const } : scoring
  const result = scoreOn(single, { scores: input.answers })
  if (!result.ok) return refused({ ...result.refusal, field: 'answers.0' })
  await addScore(tx, actor.authorityId, {
    ...input,
    voice,
    providerId,
    score: result.value.score,
    scaleEdition: scale.edition,
    recordedBy: actor.name,
    recordedAt: clock.now(),
  })
  audit({
    recordType: 'care-planning.personal-outcome',
    recordId: outcome.personalOutcomeId,
    after: { voice, score: result.value.score, on: input.scoredOn.toString() },
  })
  return accepted(result.value)
}

const IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'score-in-the-future',
  field: 'scoredOn',
  message: { en: 'The day cannot be in the future.', cy: 'Ni all y diwrnod fod yn y dyfodol.' },
}
const BEFORE_AGREED: Refusal = {
  kind: 'invalid',
  code: 'score-before-agreed',
  field: 'scoredOn',
  message: {
    en: 'The day cannot be before the outcome was agreed.',
    cy: 'Ni all y diwrnod fod cyn y cytunwyd ar y canlyniad.',
  },
}
const AFTER_END: Refusal = {
  kind: 'invalid',
  code: 'score-after-end',
  field: 'scoredOn',
  message: {
    en: 'The outcome had ended by then.',
    cy: 'Roedd y canlyniad wedi dod i ben erbyn hynny.',
  },
}
const NO_EDITION: Refusal = {
  kind: 'invalid',
  code: 'no-scale-edition',
  field: 'scoredOn',
  message: {
    en: 'No edition of this scale held on that day.',
    cy: 'Nid oedd unrhyw argraffiad o’r raddfa hon mewn grym ar y diwrnod hwnnw.',
  },
}
const NOT_REGISTERED: Refusal = {
  kind: 'conflict',
  code: 'scale-not-registered',
  field: 'answers.0',
  message: {
    en: 'Your authority has not said that it may use this instrument. Ask for its registration to be recorded under Scales.',
    cy: 'Nid yw eich awdurdod wedi dweud y caiff ddefnyddio’r offeryn hwn. Gofynnwch i’w gofrestriad gael ei gofnodi o dan Graddfeydd.',
  },
}
