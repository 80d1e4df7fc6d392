/** Brings what was accepted of a received plan into the record, or refuses all of it. */
import { day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/action.ts'
import { listAssessments } from '../assessment/assessment.store.ts'
import type { Person } from '../person/person.ts'
import { faultsOf } from '../personal-outcome/outcome-terms.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import { knownScales } from '../scale/scale.framework.ts'
import { listRegistrations } from '../scale/scale-registration.store.ts'
import {
  addReceivedBand,
  addReceivedConsent,
  addReceivedOffer,
  addReceivedRelationship,
  addReceivedWish,
  addReceivedWord,
  takeContact,
} from './accept-around.store.ts'
import { addLevels, addReceivedOutcome, joinOutcomes, takeOutcomeFields } from './accept-outcome.store.ts'
import { addReceivedAssessment, addReceivedPerson, takePersonFields } from './accept-person.store.ts'
import { addEarlierVersions, addReceivedPlan, bringInForce } from './accept-plan.store.ts'
import { addReceivedReview, addReceivedScore } from './accept-review.store.ts'
import type { ExchangeDifference } from './difference.ts'
import { assessmentName, wordName } from './differences.ts'
import type { Neighbours } from './exchange.store.ts'
import { consentName, relationshipName, wishName } from './exchanged-around.ts'
import type { ExchangedOutcome, ExchangedPlan } from './exchanged-plan.ts'

export type ToApply = {
  readonly comparison: { readonly content: ExchangedPlan; readonly person: Person | undefined }
  readonly ours: ExchangedPlan | undefined
  readonly neighbours: Neighbours
  readonly taken: readonly ExchangeDifference[]
  readonly place: { readonly areaId?: number | undefined; readonly needGroup?: string | undefined }
}

type Applying = ToApply & {
  readonly now: Temporal.Instant
  readonly authorityId: number
  readonly personId: number
  readonly areaId: number
  readonly content: ExchangedPlan
}

/** Answers whose record it is. A refusal rolls back all that was written. */
export async function applyPlan(context: ActionContext, given: ToApply): Promise<Result<number>> {
  const { content } = given.comparison
  const placed = await placePerson(context, given)
  if (!placed.ok) return placed
  const { tx, actor, clock } = context
  const at = { ...placed.value, authorityId: actor.authorityId, now: clock.now() }
  const applying: Applying = { ...given, ...at, content }
  const { personId } = applying
  await takePersonFields(
    tx,
    actor.authorityId,
    personId,
    content.person,
    fieldsTaken(given.taken, 'person', content.person.ref),
  )
  const plans = await addPlans(context, applying)
  if (!plans.ok) return plans
  const added = await addOutcomes(context, applying, plans.value)
  if (!added.ok) return added
  const updated = await updateOutcomes(context, applying)
  if (!updated.ok) return updated
  const recorded = await addRecords(context, applying)
  if (!recorded.ok) return recorded
  await addAround(context, applying)
  const inForce = await putPlansInForce(context, applying, plans.value)
  return inForce.ok ? accepted(personId) : inForce
}

/** Assessments first: bands of need follow from them. Wishes last: some became outcomes. */
async function addAround({ tx }: ActionContext, applying: Applying): Promise<void> {
  const { authorityId, personId, content } = applying
  const assessments = new Map(
    (await listAssessments(tx, authorityId, personId)).map((one) => [
      assessmentName({ form: one.form, completedOn: (one.completedOn ?? one.startedOn).toString() }),
      one.assessmentId,
    ]),
  )
  for (const assessment of content.assessments) {
    const name = assessmentName(assessment)
    if (isNew(applying, 'assessment', name))
      assessments.set(name, await addReceivedAssessment(tx, applying, assessment))
  }
  const { contact, ref } = content.person
  if (contact) {
    const fields = isNew(applying, 'contact', ref) ? Object.keys(contact) : fieldsTaken(applying.taken, 'contact', ref)
    if (fields.length > 0) await takeContact(tx, applying, contact, fields)
  }
  for (const one of content.around)
    if (isNew(applying, 'relationship', relationshipName(one))) await addReceivedRelationship(tx, applying, one)
  for (const one of content.consents)
    if (isNew(applying, 'consent', consentName(one))) await addReceivedConsent(tx, applying, one)
  for (const one of content.offers)
    if (isNew(applying, 'offer', one.offeredOn)) await addReceivedOffer(tx, applying, one)
  for (const one of content.bands)
    if (isNew(applying, 'band', one.fromOn)) await addReceivedBand(tx, applying, one, assessments)
  const outcomes = outcomeIds(await knownOutcomes(tx, applying))
  for (const one of content.wishes)
    if (isNew(applying, 'wish', wishName(one))) await addReceivedWish(tx, applying, one, outcomes)
}

function fieldsTaken(taken: readonly ExchangeDifference[], part: string, of: string): readonly string[] {
  return taken.filter((one) => one.kind === 'differs' && one.part === part && one.of === of).map(({ field }) => field)
}

const isNew = ({ taken }: ToApply, part: string, of: string) =>
  taken.some((one) => one.kind === 'new' && one.part === part && one.of === of)

async function placePerson(
  { tx, actor }: ActionContext,
  { comparison, neighbours, place }: ToApply,
): Promise<Result<{ personId: number; areaId: number }>> {
  const { person, content } = comparison
  if (person) return accepted({ personId: person.personId, areaId: person.areaId })
  const areaId = place.areaId ?? neighbours.areas.get(content.person.areaRef ?? '')
  const needGroup = place.needGroup ?? content.person.needGroup
  if (areaId === undefined) return refused(NEEDS_AREA)
  if (![...neighbours.areas.values()].includes(areaId)) return refused(NEEDS_AREA)
  if (!needGroup) return refused(NEEDS_GROUP)
  const personId = await addReceivedPerson(tx, actor.authorityId, content.person, { areaId, needGroup })
  return personId === undefined ? refused(taken(content.person.ref)) : accepted({ personId, areaId })
}

type PlanIds = ReadonlyMap<string, number>

async function addPlans({ tx }: ActionContext, applying: Applying): Promise<Result<PlanIds>> {
  const ids = new Map<string, number>()
  for (const plan of applying.content.plans) {
    if (!isNew(applying, 'plan', plan.ref)) continue
    const planId = await addReceivedPlan(tx, applying, plan)
    if (planId === undefined) return refused(taken(plan.ref))
    ids.set(plan.ref, planId)
  }
  return accepted(ids)
}

async function addOutcomes({ tx }: ActionContext, applying: Applying, plans: PlanIds): Promise<Result<undefined>> {
  const known = await knownOutcomes(tx, applying)
  const ids = new Map(outcomeIds(known))
  const added = applying.content.outcomes.filter(({ ref }) => isNew(applying, 'outcome', ref))
  for (const outcome of added) {
    const id = await addReceivedOutcome(tx, applying, outcome, plans.get(outcome.planRef ?? '') ?? null)
    if (id === undefined) return refused(taken(outcome.ref))
    ids.set(outcome.ref, id)
  }
  await joinOutcomes(tx, applying.authorityId, added, ids)
  return accepted(undefined)
}

const outcomeIds = (known: ReadonlyMap<string, { readonly personalOutcomeId: number }>): ReadonlyMap<string, number> =>
  new Map([...known].map(([ref, outcome]) => [ref, outcome.personalOutcomeId]))

async function knownOutcomes(tx: ActionContext['tx'], { authorityId, personId }: Applying) {
  const outcomes = await listOutcomesOf(tx, authorityId, personId)
  return new Map(outcomes.map((outcome) => [outcome.ref, outcome]))
}

/** Takes the fields that were chosen, where what comes of it can be: a target off the scale that we use is refused. */
async function updateOutcomes({ tx, runtime, clock }: ActionContext, applying: Applying): Promise<Result<undefined>> {
  const scales = knownScales(runtime.frameworks, await listRegistrations(tx, applying.authorityId))
  const known = await knownOutcomes(tx, applying)
  for (const outcome of applying.content.outcomes) {
    const own = known.get(outcome.ref)
    const fields = fieldsTaken(applying.taken, 'outcome', outcome.ref)
    if (!own || fields.length === 0) continue
    const [fault] = faultsOf(
      {
        agreedOn: own.agreedOn,
        reviewDueOn: fields.includes('reviewDueOn') ? day(outcome.reviewDueOn) : own.reviewDueOn,
        baselineScore: own.baselineScore,
        targetScore: fields.includes('targetScore') ? outcome.targetScore : own.targetScore,
        hangsOn: null,
        range: scales.get(own.scale),
      },
      clock.today(),
    )
    if (fault) return refused(fault)
    await takeOutcomeFields(tx, applying, own.personalOutcomeId, outcome, fields)
  }
  return accepted(undefined)
}

/** Levels, reviews and scores that we do not have yet, of outcomes old and new. */
async function addRecords({ tx }: ActionContext, applying: Applying): Promise<Result<undefined>> {
  const known = await knownOutcomes(tx, applying)
  for (const outcome of applying.content.outcomes) {
    const own = known.get(outcome.ref)
    if (!own) continue
    const at = { personId: applying.personId, personalOutcomeId: own.personalOutcomeId }
    if (
      applying.taken.some((one) => one.kind === 'new' && one.part === 'level' && one.of.startsWith(`${outcome.ref} `))
    )
      await addLevels(tx, applying.authorityId, at, outcome)
    for (const review of outcome.reviews) {
      const reviewId = isNew(applying, 'review', review.ref)
        ? await addReceivedReview(tx, applying, own, review)
        : own.reviews.find(({ ref }) => ref === review.ref)?.outcomeReviewId
      if (reviewId === undefined) return refused(taken(review.ref))
      for (const word of review.words)
        if (isNew(applying, 'word', wordName(review, word))) await addReceivedWord(tx, applying, reviewId, word)
    }
    for (const score of outcome.scores)
      if (isNew(applying, 'score', `${outcome.ref} ${score.voice} ${score.scoredOn}`))
        await addReceivedScore(tx, applying, own.personalOutcomeId, score)
  }
  return accepted(undefined)
}

async function putPlansInForce({ tx }: ActionContext, applying: Applying, plans: PlanIds): Promise<Result<undefined>> {
  const known = await knownOutcomes(tx, applying)
  for (const plan of applying.content.plans) {
    const planId = plans.get(plan.ref)
    const { version } = plan
    if (planId === undefined) continue
    await addEarlierVersions(tx, { ...applying, planId }, plan.earlier, outcomeIds(known))
    if (version === null) continue
    const outcomes = applying.content.outcomes.flatMap(
      (outcome): (ExchangedOutcome & { personalOutcomeId: number })[] => {
        const own = known.get(outcome.ref)
        return own && own.planId === planId ? [{ ...outcome, personalOutcomeId: own.personalOutcomeId }] : []
      },
    )
    const person = { personId: applying.personId, ref: applying.content.person.ref }
    if (!(await bringInForce(tx, { ...applying, person, planId }, { ...plan, version }, outcomes)))
      return refused(DRAFT_IS_OPEN)
  }
  return accepted(undefined)
}

const taken = (ref: string): Refusal => ({
  kind: 'conflict',
  code: 'reference-taken',
  message: {
    en: `The reference ${ref} belongs to somebody else’s record here, or to one that you may not see. Nothing was brought in.`,
    cy: `Mae’r cyfeirnod ${ref} yn perthyn i gofnod rhywun arall yma, neu i un na chewch ei weld. Ni fewnforiwyd dim.`,
  },
})
const NEEDS_AREA: Refusal = {
  kind: 'invalid',
  code: 'needs-area',
  field: 'areaId',
  message: {
    en: 'Choose the area where the person lives. The file does not name one that is known here.',
    cy: 'Dewiswch yr ardal lle mae’r person yn byw. Nid yw’r ffeil yn enwi un sy’n hysbys yma.',
  },
}
const NEEDS_GROUP: Refusal = {
  kind: 'invalid',
  code: 'needs-group',
  field: 'needGroup',
  message: {
    en: 'Choose a need group. The file does not say.',
    cy: 'Dewiswch grŵp angen. Nid yw’r ffeil yn dweud.',
  },
}
const DRAFT_IS_OPEN: Refusal = {
  kind: 'conflict',
  code: 'draft-is-open',
  message: {
    en: 'A draft of this person’s plan is open. Agree it or give it up first; then accept this one.',
    cy: 'Mae drafft o gynllun y person hwn ar agor. Cytunwch arno neu rhowch ef o’r neilltu yn gyntaf; yna derbyniwch hwn.',
  },
}
