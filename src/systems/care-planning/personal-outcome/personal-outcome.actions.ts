/** What people can do with outcomes: agree, change, put in other words, end. Its history stays whatever happens. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { DayInput, optional, Prose, requiredProse, Version, WordsLanguage } from '../form-values.ts'
import { tellOf } from '../notice/notice.store.ts'
import type { NoticeKind } from '../notice/notice.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { Achievement } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { knownScales } from '../scale/scale.framework.ts'
import { listRegistrations } from '../scale/scale-registration.store.ts'
import { checkLevels, GOAL_LEVELS, type GoalLevel } from './goal-level.ts'
import { lifeOn, mayHappen, type OutcomeMove, REFORMULATED } from './outcome-life.ts'
import { answerProposal } from './outcome-proposal.store.ts'
import { faultsOf, refuseHanging } from './outcome-terms.ts'
import {
  copyContributions,
  endOutcome as endOutcomeRow,
  insertOutcome,
  type OutcomeTerms,
  rehangSteps,
  setLevels,
  updateOutcome,
} from './outcome-write.store.ts'
import { listOutcomesOf } from './personal-outcome.store.ts'
import { type PersonalOutcome, SetBy } from './personal-outcome.ts'

/** A score as typed; left empty where none is given. */
const OptionalScore = optional(
  z.coerce.number(bilingualIssue('Enter a number', 'Rhowch rif')).min(-1000).max(1000),
).transform((score) => score ?? null)

const TERMS = {
  ownWords: requiredProse(
    'Write down what the person wants, in their own words',
    'Ysgrifennwch beth mae’r person ei eisiau, yn ei eiriau ei hun',
    1000,
  ),
  ownWordsLanguage: WordsLanguage,
  whyItMatters: Prose,
  canDoNow: Prose,
  outcomeId: optional(RecordId).transform((id) => id ?? null),
  scale: z.string(bilingualIssue('Choose a scale', 'Dewiswch raddfa')).trim(),
  baselineScore: OptionalScore,
  targetScore: OptionalScore,
  reviewDueOn: DayInput,
  weight: optional(
    z.coerce
      .number(bilingualIssue('Enter a number above 0', 'Rhowch rif uwchlaw 0'))
      .positive(bilingualIssue('A weight is a number above 0', 'Rhif uwchlaw 0 yw pwysiad'))
      .max(100, bilingualIssue('Use a weight of 100 or less', 'Defnyddiwch bwysiad o 100 neu lai')),
  ).transform((weight) => weight ?? 1),
  hangsOn: optional(RecordId).transform((id) => id ?? null),
  /** The five levels of goal attainment in their order from -2 to 2; empty strings where none are described. */
  levels: z.array(z.string().trim().max(400)).max(GOAL_LEVELS.length).default([]),
}

export const AgreeOutcomeInput = z.object({
  personId: RecordId,
  ...TERMS,
  agreedOn: DayInput,
  setBy: SetBy.default('together'),
  /** The proposal that it answers, and its version as it was shown. */
  proposalId: optional(RecordId),
  proposalVersion: optional(Version),
})
export type AgreeOutcomeInput = z.infer<typeof AgreeOutcomeInput>

export const agreeOutcome = defineAction({
  name: 'care-planning.agree-outcome',
  title: { en: 'Agreed an outcome', cy: 'Cytuno ar ganlyniad' },
  permission: 'people:change',
  input: AgreeOutcomeInput,
  async run(context, input) {
    const { tx, actor, audit, clock } = context
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, input.personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const checked = await checkTerms(context, person, input, undefined)
    if (!checked.ok) return checked
    const place = { reformulatedFrom: null, planId: null, contractId: null, providerId: null }
    const personalOutcomeId = await addOutcome(context, person, input, checked.value, place)
    if (input.proposalId !== undefined) {
      const at = { outcomeProposalId: input.proposalId, version: input.proposalVersion ?? 1 }
      const answer = { state: 'agreed' as const, on: clock.today(), byName: actor.name, answer: '', personalOutcomeId }
      if (!(await answerProposal(tx, authorityId, at, answer))) return refused(ANSWERED_BEFORE)
    }
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { outcome: input.ownWords, agreedOn: input.agreedOn.toString(), setBy: input.setBy },
    })
    return accepted({ personalOutcomeId })
  },
})

export const ChangeOutcomeInput = z.object({
  personId: RecordId,
  personalOutcomeId: RecordId,
  version: Version,
  ...TERMS,
  reason: requiredProse('Say why it is changed', 'Dywedwch pam y mae’n cael ei newid', 1000),
})

export const changeOutcome = defineAction({
  name: 'care-planning.change-outcome',
  title: { en: 'Changed an outcome', cy: 'Newid canlyniad' },
  permission: 'people:change',
  input: ChangeOutcomeInput,
  async run(context, input) {
    const { tx, actor, audit } = context
    const found = await findForMove(context, input, 'change')
    if (!found.ok) return found
    const { person, outcome } = found.value
    const checked = await checkTerms(context, person, { ...input, agreedOn: outcome.agreedOn }, outcome)
    if (!checked.ok) return checked
    if (isRescaled(outcome, input)) return refused(SCALE_IS_USED)
    if (!(await updateOutcome(tx, actor.authorityId, input, input)))
      return refused(staleVersion(input.version, outcome.version))
    await setLevels(tx, actor.authorityId, outcome, checked.value)
    audit({
      recordType: 'care-planning.personal-outcome',
      recordId: outcome.personalOutcomeId,
      before: shownTerms(outcome),
      after: { ...shownTerms(input), reason: input.reason },
    })
    await tellContributors(context, outcome, 'outcome-changed')
    return accepted({ personalOutcomeId: outcome.personalOutcomeId })
  },
})

/** Once an outcome has been scored at a review, another scale or starting point would make its history mean something else. */
function isRescaled(outcome: PersonalOutcome, to: OutcomeTerms): boolean {
  if (!outcome.reviews.some((review) => review.score !== null)) return false
  return outcome.scale !== to.scale || outcome.baselineScore !== to.baselineScore
}

export const ReformulateInput = z.object({
  personId: RecordId,
  personalOutcomeId: RecordId,
  version: Version,
  ...TERMS,
  agreedOn: DayInput,
  reason: requiredProse('Say why it is put in other words', 'Dywedwch pam y mae’n cael ei ailwampio', 1000),
})
export type ReformulateInput = z.infer<typeof ReformulateInput>

export const reformulateOutcome = defineAction({
  name: 'care-planning.reformulate-outcome',
  title: { en: 'Put an outcome in other words', cy: 'Ailwampio canlyniad' },
  permission: 'people:change',
  input: ReformulateInput,
  run: reformulate,
})

/**
 * Ends an outcome as reformulated and agrees the one that takes its place: in the same plan, under the same contract, with the same
 * contributors and the steps that hung on it. The other keeps its words, scores and reviews.
 */
export async function reformulate(
  context: ActionContext,
  input: ReformulateInput,
): Promise<Result<{ personalOutcomeId: number }>> {
  const { tx, actor, audit } = context
  const found = await findForMove(context, input, 'reformulate')
  if (!found.ok) return found
  const { person, outcome } = found.value
  if (Temporal.PlainDate.compare(input.agreedOn, outcome.agreedOn) < 0) return refused(REFORMULATED_TOO_EARLY)
  const checked = await checkTerms(context, person, input, outcome)
  if (!checked.ok) return checked
  const end = { endedOn: input.agreedOn, endedReason: REFORMULATED, endedNote: input.reason }
  if (!(await endOutcomeRow(tx, actor.authorityId, input, end)))
    return refused(staleVersion(input.version, outcome.version))
  const { planId, contractId, providerId, personalOutcomeId: from } = outcome
  const place = { planId, contractId, providerId, reformulatedFrom: from }
  const to = await addOutcome(context, person, { ...input, setBy: outcome.setBy }, checked.value, place)
  await copyContributions(tx, actor.authorityId, from, to)
  await rehangSteps(tx, actor.authorityId, from, to)
  audit({
    recordType: 'care-planning.personal-outcome',
    recordId: from,
    before: shownTerms(outcome),
    after: { ...shownTerms(input), reformulatedInto: to, reason: input.reason },
  })
  await tellContributors(context, outcome, 'outcome-changed')
  return accepted({ personalOutcomeId: to })
}

export const EndOutcomeInput = z.object({
  personId: RecordId,
  personalOutcomeId: RecordId,
  version: Version,
  endedOn: DayInput,
  reason: z.enum(
    Achievement.options,
    bilingualIssue('Choose how it stands as it ends', 'Dewiswch sut mae’n sefyll wrth ddod i ben'),
  ),
  note: Prose,
})

export const endOutcome = defineAction({
  name: 'care-planning.end-outcome',
  title: { en: 'Ended an outcome', cy: 'Dod â chanlyniad i ben' },
  permission: 'people:change',
  input: EndOutcomeInput,
  async run(context, input) {
    const { tx, actor, audit, clock } = context
    const found = await findForMove(context, input, 'end')
    if (!found.ok) return found
    const { outcome } = found.value
    if (Temporal.PlainDate.compare(input.endedOn, outcome.agreedOn) < 0) return refused(ENDED_TOO_EARLY)
    if (Temporal.PlainDate.compare(input.endedOn, clock.today()) > 0) return refused(ENDED_IN_FUTURE)
    const end = { endedOn: input.endedOn, endedReason: input.reason, endedNote: input.note }
    if (!(await endOutcomeRow(tx, actor.authorityId, input, end)))
      return refused(staleVersion(input.version, outcome.version))
    audit({
      recordType: 'care-planning.personal-outcome',
      recordId: outcome.personalOutcomeId,
      after: { endedOn: input.endedOn.toString(), reason: input.reason, note: input.note },
    })
    await tellContributors(context, outcome, 'outcome-ended')
    return accepted({ personalOutcomeId: outcome.personalOutcomeId })
  },
})

type Found = {
  readonly person: Person
  readonly outcome: PersonalOutcome
  readonly outcomes: readonly PersonalOutcome[]
}

/** The outcome, where it may make this move at all. */
async function findForMove(
  { tx, actor, clock }: ActionContext,
  at: { readonly personId: number; readonly personalOutcomeId: number },
  move: OutcomeMove,
): Promise<Result<Found>> {
  const person = await findPerson(tx, actor.authorityId, at.personId)
  if (!person) return refused(NO_SUCH_PERSON)
  const outcomes = await listOutcomesOf(tx, actor.authorityId, at.personId)
  const outcome = outcomes.find((one) => one.personalOutcomeId === at.personalOutcomeId)
  if (!outcome) return refused(NO_SUCH_OUTCOME)
  return mayHappen(lifeOn(outcome, clock.today()), move) ? accepted({ person, outcome, outcomes }) : refused(IS_OVER)
}

type GivenTerms = OutcomeTerms & Pick<PersonalOutcome, 'agreedOn'> & { readonly levels: readonly string[] }

/** Everything that is wrong at once; answers the levels described. `of`: the outcome that these terms are for, where it exists. */
async function checkTerms(
  { tx, actor, clock, runtime }: ActionContext,
  person: Person,
  terms: GivenTerms,
  of: PersonalOutcome | undefined,
): Promise<Result<readonly GoalLevel[]>> {
  const range = knownScales(runtime.frameworks, await listRegistrations(tx, actor.authorityId)).get(terms.scale)
  const faults = [...faultsOf({ ...terms, range }, clock.today())]
  if (terms.hangsOn !== null) {
    const outcomes = await listOutcomesOf(tx, actor.authorityId, person.personId)
    const fault = refuseHanging(of?.personalOutcomeId, terms.hangsOn, outcomes)
    if (fault) faults.push(fault)
  }
  const levels = GOAL_LEVELS.flatMap((level, index): GoalLevel[] => {
    const words = terms.levels[index] ?? ''
    return words ? [{ level, words, language: terms.ownWordsLanguage }] : []
  })
  const levelled = checkLevels(levels)
  if (!levelled.ok) faults.push(levelled.refusal)
  const [first, ...others] = faults
  return first ? refused(others.length > 0 ? { ...first, others } : first) : accepted(levels)
}

async function addOutcome(
  { tx, actor }: ActionContext,
  person: Person,
  terms: GivenTerms & Pick<PersonalOutcome, 'setBy'>,
  levels: readonly GoalLevel[],
  place: Pick<PersonalOutcome, 'reformulatedFrom' | 'planId' | 'contractId' | 'providerId'>,
): Promise<number> {
  const { personId, areaId, ref: personRef } = person
  const added = { ...terms, ...place, personId, areaId, personRef }
  const personalOutcomeId = await insertOutcome(tx, actor.authorityId, added)
  await setLevels(tx, actor.authorityId, { personalOutcomeId, personId }, levels)
  return personalOutcomeId
}

/** Providers that contribute are told, and acknowledge it. */
async function tellContributors(
  { tx, actor, clock }: ActionContext,
  outcome: PersonalOutcome,
  kind: NoticeKind,
): Promise<void> {
  const contributing = [outcome.providerId, ...outcome.contributions.map(({ providerId }) => providerId)]
  const providerIds = new Set(contributing.filter((id) => id !== null))
  const notices = [...providerIds].map((providerId) => ({
    personId: outcome.personId,
    to: { kind: 'provider' as const, providerId },
    kind,
    detail: { words: outcome.ownWords, language: outcome.ownWordsLanguage },
    path: carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId),
  }))
  await tellOf(tx, actor.authorityId, clock.now(), notices)
}

/** What the audit log keeps of an outcome's terms. */
function shownTerms(terms: OutcomeTerms): Record<string, string | number | null> {
  const { ownWords, whyItMatters, canDoNow, outcomeId, scale, baselineScore, targetScore, weight, hangsOn } = terms
  const reviewDueOn = terms.reviewDueOn.toString()
  return {
    ownWords,
    whyItMatters,
    canDoNow,
    outcomeId,
    scale,
    baselineScore,
    targetScore,
    weight,
    hangsOn,
    reviewDueOn,
  }
}

export const ANSWERED_BEFORE: Refusal = {
  kind: 'conflict',
  code: 'proposal-answered',
  message: {
    en: 'Somebody has answered or changed this proposal since you opened it. Nothing of yours was saved; look at it again.',
    cy: 'Mae rhywun wedi ateb neu newid y cynnig hwn ers i chi ei agor. Ni chadwyd dim o’ch eiddo chi; edrychwch arno eto.',
  },
}
const IS_OVER: Refusal = {
  kind: 'conflict',
  code: 'outcome-is-over',
  message: {
    en: 'This outcome has ended, so it stays as it was. Agree a new one instead.',
    cy: 'Mae’r canlyniad hwn wedi dod i ben, felly mae’n aros fel yr oedd. Cytunwch ar un newydd yn ei le.',
  },
}
const SCALE_IS_USED: Refusal = {
  kind: 'conflict',
  code: 'scale-is-used',
  field: 'scale',
  message: {
    en: 'It has been scored on this scale already, so the scale and the starting point stay. Put it in other words instead: that begins a new outcome and keeps this one’s history.',
    cy: 'Mae wedi’i sgorio ar y raddfa hon eisoes, felly mae’r raddfa a’r man cychwyn yn aros. Ailwampiwch ef yn lle hynny: mae hynny’n dechrau canlyniad newydd ac yn cadw hanes hwn.',
  },
}
const REFORMULATED_TOO_EARLY: Refusal = {
  kind: 'invalid',
  code: 'reformulated-before-agreed',
  field: 'agreedOn',
  message: {
    en: 'It cannot be put in other words before the day it was agreed.',
    cy: 'Ni ellir ei ailwampio cyn y diwrnod y cytunwyd arno.',
  },
}
const ENDED_TOO_EARLY: Refusal = {
  kind: 'invalid',
  code: 'ended-before-agreed',
  field: 'endedOn',
  message: {
    en: 'It cannot end before the day it was agreed.',
    cy: 'Ni all ddod i ben cyn y diwrnod y cytunwyd arno.',
  },
}
const ENDED_IN_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'ended-in-the-future',
  field: 'endedOn',
  message: { en: 'It cannot end in the future.', cy: 'Ni all ddod i ben yn y dyfodol.' },
}
