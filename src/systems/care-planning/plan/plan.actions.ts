/** What people can do with a plan: look, draft, offer, agree, amend. Only agreeing touches what is counted. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { listContractPlaces } from '../../../measures/contract-dimension.store.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { listProviders, type Provider } from '../../commissioning/index.ts'
import { changeCircles } from '../circle/circle.store.ts'
import { DayInput, Prose, requiredProse, Version } from '../form-values.ts'
import { tellOf } from '../notice/notice.store.ts'
import { withdrawLetters } from '../own-word/letter-code.store.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { lifeOn, mayHappen } from '../personal-outcome/outcome-life.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import {
  addDraft,
  findLivePlan,
  listPlanVersions,
  listShares,
  putInForce,
  type SharedPlan,
  saveContent,
  setPlanState,
} from './plan.store.ts'
import {
  AgreedBy,
  AgreedHow,
  gapsOf,
  leftOutOf,
  mayMove,
  type PlanAgreement,
  type PlanMove,
  type PlanVersion,
} from './plan.ts'
import { changed, firstDraft } from './plan-draft.ts'
import { PlanChangeInput, refuseChange } from './plan-input.ts'

export type PlanView = {
  readonly person: Person
  readonly today: Day
  readonly outcomes: readonly PersonalOutcome[]
  readonly versions: readonly PlanVersion[]
  /** Whether a plan is in force, even one from a file that was never written here: to go on from it, somebody says why. */
  readonly isInForce: boolean
  readonly shares: readonly SharedPlan[]
  readonly providers: ReadonlyMap<number, Provider>
  /** Contracts open today, by reference. */
  readonly contracts: readonly { readonly ref: string; readonly contractId: number; readonly providerId: number }[]
}

export const openPlan = defineAction({
  name: 'care-planning.open-plan',
  title: { en: 'Looked at a care and support plan', cy: 'Edrych ar gynllun gofal a chymorth' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  run: (context, { personId }) => readPlan(context, personId),
})

/** All there is to show of somebody's plan. */
export async function readPlan(
  { tx, actor, clock }: Pick<ActionContext, 'tx' | 'actor' | 'clock'>,
  personId: number,
): Promise<Result<PlanView>> {
  const { authorityId } = actor
  const person = await findPerson(tx, authorityId, personId)
  if (!person) return refused(NO_SUCH_PERSON)
  const today = clock.today()
  const places = [...(await listContractPlaces(tx, authorityId))]
  const isOpen = (endsOn: string | null) => endsOn === null || endsOn >= today.toString()
  return accepted<PlanView>({
    person,
    today,
    outcomes: await listOutcomesOf(tx, authorityId, personId),
    versions: await listPlanVersions(tx, authorityId, personId),
    isInForce: (await findLivePlan(tx, authorityId, personId, today)) !== undefined,
    shares: await listShares(tx, authorityId, personId),
    providers: new Map((await listProviders(tx, authorityId)).map((provider) => [provider.providerId, provider])),
    contracts: places
      .filter(([, place]) => isOpen(place.endsOn))
      .map(([ref, { contractId, providerId }]) => ({ ref, contractId, providerId })),
  })
}

export const startPlan = defineAction({
  name: 'care-planning.start-plan',
  title: { en: 'Began a version of a plan', cy: 'Dechrau fersiwn o gynllun' },
  permission: 'plans:write',
  input: z.object({ personId: RecordId, reason: Prose }),
  async run({ tx, actor, clock, audit }, { personId, reason }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const today = clock.today()
    const agreed = (await listPlanVersions(tx, authorityId, personId)).find(({ state }) => state === 'agreed')
    const known = await findLivePlan(tx, authorityId, personId, today)
    if ((agreed || known) && !reason) return refused(REASON_NEEDED)
    const outcomes = await listOutcomesOf(tx, authorityId, personId)
    const live = outcomes.filter((outcome) => mayHappen(lifeOn(outcome, today), 'change'))
    const number = await addDraft(tx, authorityId, {
      personId,
      planId: agreed?.planId ?? known?.planId ?? null,
      reason,
      content: firstDraft(agreed?.content, live, person.language),
      draftedBy: actor.name,
      draftedAt: clock.now(),
    })
    if (number === undefined) return refused(OPEN_ALREADY)
    audit({ recordType: 'care-planning.person', recordId: personId, after: { planVersion: number, reason } })
    return accepted({ number })
  },
})

const AT = { personId: RecordId, number: z.coerce.number().int().positive(), version: Version }

export const changePlan = defineAction({
  name: 'care-planning.change-plan-draft',
  title: { en: 'Wrote in a draft of a plan', cy: 'Ysgrifennu mewn drafft o gynllun' },
  permission: 'plans:write',
  input: z.object({ ...AT, change: PlanChangeInput }),
  async run(context, input) {
    const { tx, actor, audit } = context
    const found = await findForMove(context, input, 'change')
    if (!found.ok) return found
    const { plan, outcomes } = found.value
    const places = await listContractPlaces(tx, actor.authorityId)
    const fault = refuseChange(plan.content, input.change, outcomes, [...places.values()])
    if (fault) return refused(fault)
    const content = changed(plan.content, input.change)
    if (!(await saveContent(tx, actor.authorityId, { ...plan, version: input.version }, content)))
      return refused(staleVersion(input.version, plan.version))
    audit({
      recordType: 'care-planning.plan-version',
      recordId: plan.planVersionId,
      after: { change: input.change.kind },
    })
    return accepted({ number: plan.number })
  },
})

/** Hands the draft to the person to agree to; while it waits nobody edits it. */
export const offerPlan = defineAction({
  name: 'care-planning.offer-plan',
  title: { en: 'Offered a plan for agreement', cy: 'Cynnig cynllun i’w gytuno' },
  permission: 'plans:write',
  input: z.object(AT),
  async run(context, input) {
    const { clock } = context
    const found = await findForMove(context, input, 'offer')
    if (!found.ok) return found
    if (gapsOf(found.value.plan.content).length > 0) return refused(HAS_GAPS)
    return moveTo(context, found.value, input, { state: 'offered', offeredAt: clock.now() })
  },
})

export const takeBackPlan = defineAction({
  name: 'care-planning.take-back-plan',
  title: { en: 'Took an offered plan back into draft', cy: 'Tynnu cynllun a gynigiwyd yn ôl i ddrafft' },
  permission: 'plans:write',
  input: z.object(AT),
  async run(context, input) {
    const found = await findForMove(context, input, 'take-back')
    return found.ok ? moveTo(context, found.value, input, { state: 'draft' }) : found
  },
})

export const discardPlan = defineAction({
  name: 'care-planning.discard-plan',
  title: { en: 'Gave up a version of a plan', cy: 'Rhoi fersiwn o gynllun o’r neilltu' },
  permission: 'plans:write',
  input: z.object(AT),
  async run(context, input) {
    const found = await findForMove(context, input, 'discard')
    return found.ok ? moveTo(context, found.value, input, { state: 'discarded' }) : found
  },
})

export const RecordAgreementInput = z.object({
  ...AT,
  how: z.enum(
    AgreedHow.options.filter((how) => how !== 'signed-on-screen' && how !== 'letter-code'),
    bilingualIssue('Choose how they agreed', 'Dewiswch sut y cytunwyd'),
  ),
  byWhom: z.enum(AgreedBy.options, bilingualIssue('Choose who agreed', 'Dewiswch pwy a gytunodd')),
  name: requiredProse('Enter the name of who agreed', 'Rhowch enw’r sawl a gytunodd', 200),
  agreedOn: DayInput,
  words: Prose,
})

/** The worker writes down that the person, or who speaks for them, agreed, and how they said so. */
export const recordAgreement = defineAction({
  name: 'care-planning.record-agreement',
  title: { en: 'Recorded that a plan was agreed', cy: 'Cofnodi bod cynllun wedi’i gytuno' },
  permission: 'plans:write',
  input: RecordAgreementInput,
  async run(context, input) {
    const { actor, clock } = context
    const found = await findForMove(context, input, 'agree')
    if (!found.ok) return found
    if (Temporal.PlainDate.compare(input.agreedOn, clock.today()) > 0) return refused(AGREED_IN_FUTURE)
    return agree(context, found.value, input.version, { ...input, recordedBy: actor.name })
  },
})

/** The person, or their carer, agrees on screen to what was offered to them. */
export const signPlan = defineAction({
  name: 'care-planning.sign-plan',
  title: { en: 'Agreed to a plan', cy: 'Cytuno i gynllun' },
  permission: 'plans:agree',
  input: z.object({
    ...AT,
    name: requiredProse('Type your name to agree', 'Teipiwch eich enw i gytuno', 200),
    words: Prose,
  }),
  async run(context, input) {
    const { actor, clock } = context
    const found = await findForMove(context, input, 'agree')
    if (!found.ok) return found
    if (found.value.plan.state !== 'offered') return refused(NOT_OFFERED)
    const byWhom = actor.roles.includes('carer') ? 'carer' : 'person'
    const { name, words } = input
    const agreement = { name, words, how: 'signed-on-screen', byWhom, agreedOn: clock.today() } as const
    return agree(context, found.value, input.version, { ...agreement, recordedBy: actor.name })
  },
})

type Found = {
  readonly person: Person
  readonly plan: PlanVersion
  readonly outcomes: readonly PersonalOutcome[]
}

/** The version with what a move needs; refused where it is not in a state for that. */
export async function findForMove(
  { tx, actor }: ActionContext,
  at: { readonly personId: number; readonly number: number },
  move: PlanMove,
): Promise<Result<Found>> {
  const person = await findPerson(tx, actor.authorityId, at.personId)
  if (!person) return refused(NO_SUCH_PERSON)
  const plan = (await listPlanVersions(tx, actor.authorityId, at.personId)).find(({ number }) => number === at.number)
  if (!plan) return refused(NO_SUCH_PLAN)
  if (!mayMove(plan.state, move)) return refused(NOT_NOW)
  return accepted({ person, plan, outcomes: await listOutcomesOf(tx, actor.authorityId, at.personId) })
}

async function moveTo(
  { tx, actor, clock, audit }: ActionContext,
  { plan }: Found,
  input: { readonly version: number },
  to: Parameters<typeof setPlanState>[3],
): Promise<Result<{ number: number }>> {
  const at = { planVersionId: plan.planVersionId, version: input.version }
  if (!(await setPlanState(tx, actor.authorityId, at, to))) return refused(staleVersion(input.version, plan.version))
  const letters = { purpose: 'plan-agreement' as const, subjectId: plan.planVersionId }
  await withdrawLetters(tx, actor.authorityId, letters, { now: clock.now(), because: 'plan-changed' })
  audit({
    recordType: 'care-planning.plan-version',
    recordId: plan.planVersionId,
    before: { state: plan.state },
    after: { state: to.state },
  })
  return accepted({ number: plan.number })
}

/** Puts a version in force as agreed, and tells the providers. Letters that still offer it open nothing any more. */
export async function agree(
  { tx, actor, clock, audit }: ActionContext,
  { person, plan, outcomes }: Found,
  version: number,
  agreement: PlanAgreement,
): Promise<Result<{ number: number }>> {
  const { authorityId } = actor
  if (plan.version !== version) return refused(staleVersion(version, plan.version))
  if (gapsOf(plan.content).length > 0) return refused(HAS_GAPS)
  const ended = outcomes.filter((one) => !mayHappen(lifeOn(one, clock.today()), 'change'))
  const planned = new Set(plan.content.outcomes.map(({ personalOutcomeId }) => personalOutcomeId))
  if (ended.some(({ personalOutcomeId }) => planned.has(personalOutcomeId))) return refused(OUTCOME_ENDED)
  const leftOut = leftOutOf(plan.content, outcomes)
  const letters = { purpose: 'plan-agreement' as const, subjectId: plan.planVersionId }
  await withdrawLetters(tx, authorityId, letters, { now: clock.now(), because: 'plan-agreed' })
  await putInForce(tx, authorityId, person, plan, { ...agreement, recordedAt: clock.now() }, leftOut)
  const providerIds = new Set(
    plan.content.outcomes.flatMap((one) => one.contributions.map((c) => c.providerId)).filter((id) => id !== null),
  )
  const supporting = [...providerIds].map((providerId) => ({ personId: person.personId, providerId }))
  await changeCircles(tx, authorityId, 'contribution', { supporting, notSupporting: [] })
  await tellOf(
    tx,
    authorityId,
    clock.now(),
    [...providerIds, ...leftOut.providerIds].map((providerId) => ({
      personId: person.personId,
      to: { kind: 'provider' as const, providerId },
      kind: plan.reason ? ('plan-amended' as const) : ('plan-agreed' as const),
      detail: { number: String(plan.number), reason: plan.reason },
      path: carePlanningPaths.plan(person.personId),
    })),
  )
  audit({
    recordType: 'care-planning.plan-version',
    recordId: plan.planVersionId,
    before: { state: plan.state },
    after: { state: 'agreed', by: agreement.byWhom, how: agreement.how, name: agreement.name },
  })
  audit({
    recordType: 'care-planning.person',
    recordId: person.personId,
    after: { planAgreed: plan.number, how: agreement.how },
  })
  return accepted({ number: plan.number })
}

function conflict(code: string, en: string, cy: string): Refusal {
  return { kind: 'conflict', code, message: { en, cy } }
}

export const NO_SUCH_PLAN: Refusal = {
  kind: 'not-found',
  code: 'no-such-plan',
  message: {
    en: 'There is no such version of a plan, or you may not see it.',
    cy: 'Nid oes fersiwn o’r fath o’r cynllun, neu ni chewch ei gweld.',
  },
}
const REASON_NEEDED: Refusal = {
  kind: 'invalid',
  code: 'reason-needed',
  field: 'reason',
  message: {
    en: 'A plan is in force already. Say why it is amended.',
    cy: 'Mae cynllun mewn grym eisoes. Dywedwch pam y mae’n cael ei ddiwygio.',
  },
}
const AGREED_IN_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'agreed-in-the-future',
  field: 'agreedOn',
  message: { en: 'The day cannot be in the future.', cy: 'Ni all y diwrnod fod yn y dyfodol.' },
}
const OPEN_ALREADY = conflict(
  'version-open-already',
  'A version of this plan is being written already. Go on with that one, or give it up first.',
  'Mae fersiwn o’r cynllun hwn wrthi’n cael ei hysgrifennu. Ewch ymlaen â honno, neu rhowch hi o’r neilltu yn gyntaf.',
)
const NOT_NOW = conflict(
  'plan-not-in-that-state',
  'This version is no longer in a state in which that can be done. Open the plan again and see where it stands.',
  'Nid yw’r fersiwn hon bellach mewn cyflwr lle gellir gwneud hynny. Agorwch y cynllun eto i weld ble mae’n sefyll.',
)
const NOT_OFFERED = conflict(
  'plan-not-offered',
  'This version has not been offered to you yet.',
  'Nid yw’r fersiwn hon wedi’i chynnig i chi eto.',
)
const HAS_GAPS = conflict(
  'plan-has-gaps',
  'Something is still missing from this plan. The list on this page says what.',
  'Mae rhywbeth ar goll o’r cynllun hwn o hyd. Mae’r rhestr ar y dudalen hon yn dweud beth.',
)
const OUTCOME_ENDED = conflict(
  'outcome-has-ended',
  'An outcome in this plan has ended since it was written. Leave it out, then agree the plan.',
  'Mae canlyniad yn y cynllun hwn wedi dod i ben ers ei ysgrifennu. Gadewch ef allan, yna cytunwch ar y cynllun.',
)
