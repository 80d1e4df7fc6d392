/** Reviewing a plan: beginning the meeting, looking at what it shows, concluding it. Each outcome is recorded by outcome-review. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { DayInput, Prose, requiredProse, Version } from '../form-values.ts'
import { tellOf } from '../notice/notice.store.ts'
import type { OutcomeReview } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { lifeOn, mayHappen } from '../personal-outcome/outcome-life.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { findLivePlan } from '../plan/plan.store.ts'
import { listSituations, type Situation } from '../situation/situation-list.store.ts'
import { flagThresholdsOn, scheduleOn } from './plan-review.framework.ts'
import { addPlanReview, bringForward, endPlanReview, listPlanReviews, reviewsByMeeting } from './plan-review.store.ts'
import { type PlanReview, PlanReviewKind, TookPart } from './plan-review.ts'
import { flagOf, type Performed, type ReviewFlag } from './review-flag.ts'
import { latestReviewOn, nextReviewOn } from './review-schedule.ts'

/** One outcome as the meeting has it: what was found there, and whether that goes with what was delivered. */
export type OutcomeAtMeeting = {
  readonly outcome: PersonalOutcome
  readonly review: OutcomeReview | undefined
  readonly flag: ReviewFlag | undefined
  readonly performed: Performed
}

export type ReviewsView = {
  readonly person: Person
  readonly today: Day
  readonly meetings: readonly PlanReview[]
  readonly situations: readonly Situation[]
  readonly outcomes: readonly PersonalOutcome[]
  /** By meeting: its outcomes. For an open one, those that live; for one concluded, those that were looked at. */
  readonly lookedAt: ReadonlyMap<number, readonly OutcomeAtMeeting[]>
  /** When the rules would look again after a review held today. */
  readonly suggestedNext: Day
}

export const openReviews = defineAction({
  name: 'care-planning.open-reviews',
  title: { en: 'Looked at reviews of a plan', cy: 'Edrych ar adolygiadau o gynllun' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock, runtime }, { personId }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const today = clock.today()
    const outcomes = await listOutcomesOf(tx, authorityId, personId)
    const meetings = await listPlanReviews(tx, authorityId, personId)
    const situations = await listSituations(tx, authorityId, personId)
    const byMeeting = await reviewsByMeeting(tx, authorityId, personId)
    const thresholds = flagThresholdsOn(runtime.frameworks, today)
    const at = (outcome: PersonalOutcome, meeting: PlanReview): OutcomeAtMeeting => {
      const own = new Set(byMeeting.get(meeting.planReviewId))
      const review = outcome.reviews.find(({ outcomeReviewId }) => own.has(outcomeReviewId))
      const performed = performedSince(situations, outcome, meeting.heldOn)
      const provider = review?.attributions.find(({ party }) => party === 'provider')?.extent
      const flag = review && flagOf(thresholds, performed, { achievement: review.achievement, provider })
      return { outcome, review, flag, performed }
    }
    const lookedAt = meetings.map((meeting): [number, readonly OutcomeAtMeeting[]] => {
      const all = outcomes.map((outcome) => at(outcome, meeting))
      const shown = all.filter(({ outcome, review }) => review || (meeting.state === 'open' && isLive(outcome, today)))
      return [meeting.planReviewId, shown]
    })
    const rules = scheduleOn(runtime.frameworks, today)
    const since = { after: 'review' as const, on: today, isReablement: false, isHigherNeed: false }
    return accepted<ReviewsView>({
      person,
      today,
      meetings,
      situations,
      outcomes,
      lookedAt: new Map(lookedAt),
      suggestedNext: nextReviewOn(rules, since),
    })
  },
})

function isLive(outcome: PersonalOutcome, today: Day): boolean {
  return mayHappen(lifeOn(outcome, today), 'record-review')
}

/** What went wrong between the last look at this outcome and the meeting. */
function performedSince(situations: readonly Situation[], outcome: PersonalOutcome, heldOn: Day): Performed {
  const before = outcome.reviews.filter((review) => Temporal.PlainDate.compare(review.heldOn, heldOn) < 0).at(-1)
  const from = before?.heldOn ?? outcome.agreedOn
  const within = situations.filter(
    ({ noticedOn }) =>
      Temporal.PlainDate.compare(noticedOn, from) > 0 && Temporal.PlainDate.compare(noticedOn, heldOn) <= 0,
  )
  const countOf = (kinds: readonly Situation['kind'][]) => within.filter(({ kind }) => kinds.includes(kind))
  return {
    missed: countOf(['missed-visits']).reduce((total, { count }) => total + count, 0),
    concerns: countOf(['complaint', 'provider-concern']).length,
  }
}

export const beginReview = defineAction({
  name: 'care-planning.begin-review',
  title: { en: 'Began a review of a plan', cy: 'Dechrau adolygiad o gynllun' },
  permission: 'people:change',
  input: z.object({
    personId: RecordId,
    kind: z.enum(
      PlanReviewKind.options,
      bilingualIssue('Choose why it is reviewed', 'Dewiswch pam y mae’n cael ei adolygu'),
    ),
    heldOn: DayInput,
  }),
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    if (!(await findPerson(tx, authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    if (Temporal.PlainDate.compare(input.heldOn, clock.today()) > 0) return refused(IN_THE_FUTURE)
    const plan = await findLivePlan(tx, authorityId, input.personId, input.heldOn)
    if (!plan) return refused(NO_PLAN)
    if (Temporal.PlainDate.compare(input.heldOn, plan.agreedOn) < 0) return refused(BEFORE_THE_PLAN)
    const planReviewId = await addPlanReview(tx, authorityId, { ...input, begunBy: actor.name })
    if (planReviewId === undefined) return refused(OPEN_ALREADY)
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { reviewBegun: planReviewId, kind: input.kind, heldOn: input.heldOn.toString() },
    })
    return accepted({ planReviewId })
  },
})

export const concludeReview = defineAction({
  name: 'care-planning.conclude-review',
  title: { en: 'Concluded a review of a plan', cy: 'Cwblhau adolygiad o gynllun' },
  permission: 'people:change',
  input: z.object({
    personId: RecordId,
    planReviewId: RecordId,
    version: Version,
    tookPart: z
      .preprocess(
        (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
        z.array(TookPart).default([]),
      )
      .refine((people) => people.length > 0, bilingualIssue('Choose who took part', 'Dewiswch pwy a gymerodd ran')),
    summary: requiredProse('Say in a few words what came of it', 'Dywedwch mewn ychydig eiriau beth a ddaeth ohono'),
    nextDueOn: DayInput,
  }),
  async run({ tx, actor, clock, runtime, audit }, input) {
    const { authorityId } = actor
    const meeting = (await listPlanReviews(tx, authorityId, input.personId)).find(
      ({ planReviewId }) => planReviewId === input.planReviewId,
    )
    if (!meeting) return refused(NO_SUCH_REVIEW)
    if (meeting.state !== 'open') return refused(CONCLUDED_BEFORE)
    if (Temporal.PlainDate.compare(input.nextDueOn, meeting.heldOn) <= 0) return refused(NEXT_TOO_EARLY)
    const latest = latestReviewOn(scheduleOn(runtime.frameworks, meeting.heldOn), meeting.heldOn)
    if (Temporal.PlainDate.compare(input.nextDueOn, latest) > 0) return refused(NEXT_TOO_LATE)
    const outcomes = await listOutcomesOf(tx, authorityId, input.personId)
    const done = new Set((await reviewsByMeeting(tx, authorityId, input.personId)).get(meeting.planReviewId))
    const left = outcomes.filter(
      (one) => isLive(one, clock.today()) && !one.reviews.some((review) => done.has(review.outcomeReviewId)),
    )
    const isNew = (outcome: PersonalOutcome) => Temporal.PlainDate.compare(outcome.agreedOn, meeting.heldOn) >= 0
    if (left.some((outcome) => !isNew(outcome))) return refused(OUTCOMES_LEFT)
    if (!(await endPlanReview(tx, authorityId, input, { ...input, concludedBy: actor.name })))
      return refused(staleVersion(input.version, meeting.version))
    await bringForward(tx, authorityId, input.personId, input.nextDueOn)
    const providerIds = new Set(
      outcomes.flatMap((one) => one.contributions.map((c) => c.providerId)).filter((id) => id !== null),
    )
    await tellOf(
      tx,
      authorityId,
      clock.now(),
      [...providerIds].map((providerId) => ({
        personId: input.personId,
        to: { kind: 'provider' as const, providerId },
        kind: 'review-held' as const,
        detail: { on: meeting.heldOn.toString(), next: input.nextDueOn.toString() },
        path: carePlanningPaths.person(input.personId),
      })),
    )
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { reviewConcluded: input.planReviewId, nextDueOn: input.nextDueOn.toString(), summary: input.summary },
    })
    return accepted({ planReviewId: input.planReviewId })
  },
})

export const giveUpReview = defineAction({
  name: 'care-planning.give-up-review',
  title: { en: 'Gave up a review of a plan', cy: 'Rhoi’r gorau i adolygiad o gynllun' },
  permission: 'people:change',
  input: z.object({ personId: RecordId, planReviewId: RecordId, version: Version, note: Prose }),
  async run({ tx, actor, audit }, input) {
    const { authorityId } = actor
    const done = (await reviewsByMeeting(tx, authorityId, input.personId)).get(input.planReviewId)
    if (done && done.length > 0) return refused(HAS_FINDINGS)
    if (!(await endPlanReview(tx, authorityId, input, undefined))) return refused(CONCLUDED_BEFORE)
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { reviewGivenUp: input.planReviewId },
    })
    return accepted({ planReviewId: input.planReviewId })
  },
})

function refusal(kind: Refusal['kind'], code: string, field: string | undefined, en: string, cy: string): Refusal {
  return { kind, code, message: { en, cy }, ...(field ? { field } : {}) }
}

export const NO_SUCH_REVIEW = refusal(
  'not-found',
  'no-such-review',
  undefined,
  'There is no such review, or you may not see it.',
  'Nid oes adolygiad o’r fath, neu ni chewch ei weld.',
)
const IN_THE_FUTURE = refusal(
  'invalid',
  'review-in-the-future',
  'heldOn',
  'The review cannot be in the future.',
  'Ni all yr adolygiad fod yn y dyfodol.',
)
const NO_PLAN = refusal(
  'conflict',
  'no-plan-to-review',
  'heldOn',
  'No plan was in force on that day. Agree a plan first.',
  'Nid oedd cynllun mewn grym ar y diwrnod hwnnw. Cytunwch ar gynllun yn gyntaf.',
)
const BEFORE_THE_PLAN = refusal(
  'invalid',
  'review-before-plan',
  'heldOn',
  'The review cannot be earlier than the day the plan was agreed.',
  'Ni all yr adolygiad fod yn gynharach na’r diwrnod y cytunwyd ar y cynllun.',
)
const OPEN_ALREADY = refusal(
  'conflict',
  'review-open-already',
  undefined,
  'A review of this plan is open already. Go on with that one.',
  'Mae adolygiad o’r cynllun hwn ar agor eisoes. Ewch ymlaen â hwnnw.',
)
const CONCLUDED_BEFORE = refusal(
  'conflict',
  'review-concluded-before',
  undefined,
  'This review is no longer open. Nothing of yours was saved.',
  'Nid yw’r adolygiad hwn ar agor mwyach. Ni chadwyd dim o’ch eiddo chi.',
)
const NEXT_TOO_EARLY = refusal(
  'invalid',
  'next-before-review',
  'nextDueOn',
  'The day to look again has to come after the review.',
  'Rhaid i’r diwrnod i edrych eto ddod ar ôl yr adolygiad.',
)
const NEXT_TOO_LATE = refusal(
  'invalid',
  'next-too-late',
  'nextDueOn',
  'That is longer than the rules of your authority allow between two reviews.',
  'Mae hynny’n hirach nag y mae rheolau eich awdurdod yn ei ganiatáu rhwng dau adolygiad.',
)
const OUTCOMES_LEFT = refusal(
  'conflict',
  'outcomes-left',
  undefined,
  'Some outcomes have not been looked at yet. Record what was found of each, then conclude.',
  'Mae rhai canlyniadau heb eu hystyried eto. Cofnodwch beth a ganfuwyd am bob un, yna cwblhewch.',
)
const HAS_FINDINGS = refusal(
  'conflict',
  'review-has-findings',
  undefined,
  'Outcomes were recorded at this review already, so it can be concluded but not given up.',
  'Cofnodwyd canlyniadau yn yr adolygiad hwn eisoes, felly gellir ei gwblhau ond nid rhoi’r gorau iddo.',
)
