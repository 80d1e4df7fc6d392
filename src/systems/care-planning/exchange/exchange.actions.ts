/** Sending a person's plan, receiving one, seeing what it would change, and accepting it. Nothing is written until somebody accepts. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { dayOf, showDay } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { type Area, listAreas } from '../../commissioning/index.ts'
import { assessmentForms } from '../assessment/assessment.framework.ts'
import { optional } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson, findPersonByRef } from '../person/person.store.ts'
import { NeedGroup, type Person } from '../person/person.ts'
import { closeRecord } from '../restriction/restriction.actions.ts'
import { findClosedByRef } from '../restriction/restriction.store.ts'
import { knownScales } from '../scale/scale.framework.ts'
import { listRegistrations } from '../scale/scale-registration.store.ts'
import { applyPlan } from './apply-plan.actions.ts'
import { readBundleText } from './bundle-text.ts'
import type { ExchangeDifference } from './difference.ts'
import { differencesBetween } from './differences.ts'
import { findNeighbours, type Neighbours, readPlanToSend } from './exchange.store.ts'
import { type ExchangedPlan, providersIn } from './exchanged-plan.ts'
import type { Resource } from './fhir-json.ts'
import { fromBundle, type ReadPlan } from './fhir-read.ts'
import type { KeptApart } from './fhir-reading.ts'
import { toBundle } from './fhir-write.ts'
import {
  addReceived,
  answerReceived,
  findReceived,
  findSameFile,
  listReceivedOf,
  type ReceivedPlan,
} from './received-plan.store.ts'

export type ExchangePage = {
  readonly person: Person
  /** How many of each resource a file would hold. */
  readonly counts: readonly { readonly resourceType: string; readonly count: number }[]
  readonly received: readonly ReceivedPlan[]
}

export const openExchange = defineAction({
  name: 'care-planning.open-exchange',
  title: {
    en: 'Looked at what can be sent of a person’s plan',
    cy: 'Edrych ar beth y gellir ei anfon o gynllun person',
  },
  permission: 'exchange:run',
  input: z.object({ personId: RecordId }),
  async run(context, { personId }) {
    const { tx, actor } = context
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const bundle = await bundleOf(context, person)
    const byType = Map.groupBy(resourcesOf(bundle), ({ resourceType }) => resourceType)
    return accepted<ExchangePage>({
      person,
      counts: [...byType].map(([resourceType, all]) => ({ resourceType, count: all.length })),
      received: await listReceivedOf(tx, actor.authorityId, personId),
    })
  },
})

/** By our id, or by the reference that others know the person by. */
export const sendPlan = defineAction({
  name: 'care-planning.send-plan',
  title: { en: 'Exported a person’s plan as FHIR', cy: 'Allforio cynllun person fel FHIR' },
  permission: 'exchange:run',
  input: z.object({ personId: RecordId.optional(), ref: z.string().optional() }),
  async run(context, { personId, ref = '' }) {
    const { tx, actor, audit } = context
    const { authorityId } = actor
    const person = personId ? await findPerson(tx, authorityId, personId) : await findPersonByRef(tx, authorityId, ref)
    if (!person) return refused(NO_SUCH_PERSON)
    const bundle = await bundleOf(context, person)
    audit({
      recordType: 'care-planning.person',
      recordId: person.personId,
      after: { sentAsFhir: resourcesOf(bundle).length },
    })
    return accepted({ person, bundle })
  },
})

async function bundleOf({ tx, actor, clock }: ActionContext, person: Person): Promise<Resource> {
  const neighbours = await findNeighbours(tx, actor.authorityId)
  const plan = await readPlanToSend(tx, actor.authorityId, person, neighbours)
  return toBundle(plan, { uuidOf, providerNames: neighbours.providerNames, writtenAt: clock.now() })
}

const resourcesOf = (bundle: Resource) => (bundle.entry as readonly { resource: Resource }[]).map((one) => one.resource)

/** A uuid made of a digest, marked as such (version 8): the same words give the same. */
function uuidOf(words: string): string {
  const digest = createHash('sha256').update(words).digest('hex')
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`]
  return [...parts, digest.slice(20, 32)].join('-')
}

/** What a received plan means here. */
export type PlanComparison = {
  readonly content: ExchangedPlan
  readonly keptApart: readonly KeptApart[]
  /** None where they are new to us. */
  readonly person: Person | undefined
  readonly differences: readonly ExchangeDifference[]
  /** References of areas, providers and the catalogue's outcomes that are not known here; what names them comes without. */
  readonly unknown: readonly { readonly what: 'area' | 'provider' | 'outcome'; readonly ref: string }[]
  readonly areas: readonly Area[]
  /** Of the differences as they are shown: whoever accepts says which they saw. */
  readonly seen: string
}

const FileInput = z.object({ fileName: z.string().max(200).default('fhir.json'), text: z.string() })

/** Only looks: nothing is kept. */
export const comparePlan = defineAction({
  name: 'care-planning.compare-plan',
  title: { en: 'Compared a plan from another system', cy: 'Cymharu cynllun o system arall' },
  permission: 'exchange:run',
  input: FileInput,
  async run(context, { text }) {
    const read = await readPlan(context, text)
    return read.ok ? accepted((await compare(context, read.value)).comparison) : read
  },
})

export const receivePlan = defineAction({
  name: 'care-planning.receive-plan',
  title: { en: 'Received a plan from another system', cy: 'Derbyn cynllun gan system arall' },
  permission: 'exchange:run',
  input: FileInput,
  async run(context, { fileName, text }) {
    const { tx, actor, clock, audit } = context
    const read = await readPlan(context, text)
    if (!read.ok) return read
    const digest = createHash('sha256').update(text).digest('hex')
    const before = await findSameFile(tx, actor.authorityId, digest)
    if (before?.state === 'waiting') return accepted({ receivedPlanId: before.receivedPlanId, isAgain: true })
    if (before?.state === 'accepted') {
      const { comparison } = await compare(context, read.value)
      if (comparison.differences.every(({ kind }) => kind === 'fixed')) return refused(receivedBefore(before))
    }
    const { plan, keptApart } = read.value
    const person = await findPersonByRef(tx, actor.authorityId, plan.person.ref)
    const receivedPlanId = await addReceived(tx, actor.authorityId, {
      personId: person?.personId ?? null,
      fileName,
      content: plan,
      keptApart,
      digest,
      receivedBy: actor.name,
      receivedAt: clock.now(),
    })
    audit({
      recordType: 'care-planning.received-plan',
      recordId: receivedPlanId,
      after: { person: plan.person.ref, file: fileName, keptApart: keptApart.length },
    })
    return accepted({ receivedPlanId, isAgain: false })
  },
})

async function readPlan({ tx, actor, runtime, clock }: ActionContext, text: string): Promise<Result<ReadPlan>> {
  const { authorityId } = actor
  const entries = readBundleText(text)
  if (!entries.ok) return entries
  const forms = runtime.frameworks.list(assessmentForms).map(({ id, edition }) => `${id}|${edition}`)
  const scales = knownScales(runtime.frameworks, await listRegistrations(tx, authorityId))
  const read = fromBundle(entries.value, { scales, today: clock.today(), forms: new Set(forms) })
  if (!read.ok) return read
  const { person } = read.value.plan
  const known = await findPersonByRef(tx, authorityId, person.ref)
  if (known && isSomebodyElse(known, person)) return refused(somebodyElse(person.ref))
  if (!known && (await findClosedByRef(tx, person.ref))) return refused(recordClosed(person.ref))
  return read
}

/** The same reference, and neither the day of birth nor the family name: whoever the file is about, it is not our person. */
function isSomebodyElse(known: Person, { familyName, bornOn }: ExchangedPlan['person']): boolean {
  const isBornElsewhen = known.bornOn !== null && bornOn !== null && known.bornOn.toString() !== bornOn
  return isBornElsewhen && known.familyName.toLocaleLowerCase('cy') !== familyName.toLocaleLowerCase('cy')
}

export type ReceivedView = PlanComparison & { readonly received: ReceivedPlan }

export const openReceived = defineAction({
  name: 'care-planning.open-received-plan',
  title: { en: 'Looked at a received plan', cy: 'Edrych ar gynllun a dderbyniwyd' },
  permission: 'exchange:run',
  input: z.object({ receivedPlanId: RecordId }),
  async run(context, { receivedPlanId }) {
    const received = await findReceived(context.tx, context.actor.authorityId, receivedPlanId)
    if (!received) return refused(NO_SUCH_RECEIVED)
    const { comparison } = await compare(context, { plan: received.content, keptApart: received.keptApart })
    return accepted<ReceivedView>({ ...comparison, received })
  },
})

type Compared = {
  readonly comparison: PlanComparison
  readonly ours: ExchangedPlan | undefined
  readonly neighbours: Neighbours
}

async function compare({ tx, actor }: ActionContext, { plan, keptApart }: ReadPlan): Promise<Compared> {
  const { authorityId } = actor
  const person = await findPersonByRef(tx, authorityId, plan.person.ref)
  const neighbours = await findNeighbours(tx, authorityId)
  const ours = person && (await readPlanToSend(tx, authorityId, person, neighbours))
  const differences = differencesBetween(ours, plan)
  const seen = createHash('sha256').update(JSON.stringify(differences)).digest('hex').slice(0, 32)
  const areas = await listAreas(tx, authorityId)
  const unknown = unknownIn(plan, neighbours)
  return { comparison: { content: plan, keptApart, person, differences, unknown, areas, seen }, ours, neighbours }
}

function unknownIn(plan: ExchangedPlan, neighbours: Neighbours): PlanComparison['unknown'] {
  const named = {
    area: [plan.person.areaRef],
    provider: providersIn(plan),
    outcome: plan.outcomes.map(({ outcomeRef }) => outcomeRef),
  }
  const known = { area: neighbours.areas, provider: neighbours.providers, outcome: neighbours.outcomes }
  return (['area', 'provider', 'outcome'] as const).flatMap((what) =>
    [...new Set(named[what])]
      .filter((ref) => ref !== null && !known[what].has(ref))
      .map((ref) => ({ what, ref: ref ?? '' })),
  )
}

export const AcceptInput = z.object({
  receivedPlanId: RecordId,
  /** The differences as they were shown; left out by whoever looked at none. */
  seen: optional(z.string()),
  /** Keys of what differs and is to be taken from the file; everything else that differs stays as it is. */
  take: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()).default([])),
  /** For a person new to us, where the file does not say. */
  areaId: optional(RecordId),
  needGroup: optional(z.enum(NeedGroup.options, bilingualIssue('Choose a need group', 'Dewiswch grŵp angen'))),
})

export const acceptReceived = defineAction({
  name: 'care-planning.accept-received-plan',
  title: { en: 'Accepted a plan from another system', cy: 'Derbyn cynllun o system arall i’r cofnod' },
  permission: 'exchange:run',
  input: AcceptInput,
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const received = await findReceived(tx, actor.authorityId, input.receivedPlanId)
    if (!received) return refused(NO_SUCH_RECEIVED)
    if (received.state !== 'waiting') return refused(ANSWERED_BEFORE)
    const compared = await compare(context, { plan: received.content, keptApart: received.keptApart })
    const { comparison } = compared
    if (input.seen !== undefined && input.seen !== comparison.seen) return refused(CHANGED_SINCE)
    const taken = comparison.differences.filter(
      ({ kind, key }) => kind === 'new' || (kind === 'differs' && input.take.includes(key)),
    )
    const applied = await applyPlan(context, { ...compared, taken, place: input })
    if (!applied.ok) return applied
    const personId = applied.value
    const answer = { state: 'accepted' as const, personId, taken: taken.map(({ key }) => key) }
    const by = { by: actor.name, at: clock.now() }
    if (!(await answerReceived(tx, actor.authorityId, received.receivedPlanId, { ...answer, ...by })))
      return refused(ANSWERED_BEFORE)
    audit({
      recordType: 'care-planning.person',
      recordId: personId,
      before: Object.fromEntries(taken.filter(({ ours }) => ours !== null).map(({ key, ours }) => [key, ours])),
      after: Object.fromEntries(taken.map(({ key, theirs }) => [key, theirs])),
    })
    const isClosing = !comparison.person || taken.some(({ part, field }) => part === 'person' && field === 'restricted')
    // Last: whoever has no part in the record loses sight of it here.
    if (comparison.content.person.isRestricted && isClosing) await closeRecord(context, personId, RESTRICTED_ELSEWHERE)
    return accepted({ personId, taken: answer.taken })
  },
})

export const setReceivedAside = defineAction({
  name: 'care-planning.set-received-plan-aside',
  title: { en: 'Set a received plan aside', cy: 'Rhoi cynllun a dderbyniwyd o’r neilltu' },
  permission: 'exchange:run',
  input: z.object({ receivedPlanId: RecordId }),
  async run({ tx, actor, clock, audit }, { receivedPlanId }) {
    const received = await findReceived(tx, actor.authorityId, receivedPlanId)
    if (!received) return refused(NO_SUCH_RECEIVED)
    const answer = { state: 'set-aside' as const, personId: received.personId, taken: [] }
    const by = { by: actor.name, at: clock.now() }
    if (!(await answerReceived(tx, actor.authorityId, receivedPlanId, { ...answer, ...by })))
      return refused(ANSWERED_BEFORE)
    audit({
      recordType: 'care-planning.received-plan',
      recordId: receivedPlanId,
      before: { state: 'waiting' },
      after: { state: 'set-aside' },
    })
    return accepted({ receivedPlanId })
  },
})

const NO_SUCH_RECEIVED: Refusal = {
  kind: 'not-found',
  code: 'no-such-received-plan',
  message: {
    en: 'There is no such received plan, or you may not see it.',
    cy: 'Nid oes cynllun o’r fath wedi dod i law, neu ni chewch ei weld.',
  },
}
/** Stands as the reason, for readers of either language. */
const RESTRICTED_ELSEWHERE =
  'Cyfyngedig yn y system y daeth y cynllun ohoni · Restricted in the system that the plan came from'

function recordClosed(ref: string): Refusal {
  return {
    kind: 'forbidden',
    code: 'record-closed',
    message: {
      en: `The record ${ref} is restricted here. Search for it and open it with your reason first; then send the file again.`,
      cy: `Mae cofnod ${ref} wedi’i gyfyngu yma. Chwiliwch amdano a’i agor gyda’ch rheswm yn gyntaf; yna anfonwch y ffeil eto.`,
    },
  }
}

function somebodyElse(ref: string): Refusal {
  return {
    kind: 'conflict',
    code: 'somebody-else',
    field: 'file',
    message: {
      en: `The file is about somebody else than ${ref} here: neither the family name nor the date of birth is theirs. Each council gives references of its own. Nothing was brought in.`,
      cy: `Mae’r ffeil am rywun heblaw ${ref} yma: nid yw’r cyfenw na’r dyddiad geni’n perthyn iddynt. Mae gan bob cyngor ei gyfeirnodau ei hun. Ni fewnforiwyd dim.`,
    },
  }
}

function receivedBefore({ receivedAt }: ReceivedPlan): Refusal {
  const on = dayOf(receivedAt)
  return {
    kind: 'conflict',
    code: 'received-before',
    field: 'file',
    message: {
      en: `This file was received on ${showDay('en', on)} and accepted. There is nothing in it to take any more. Nothing was changed.`,
      cy: `Daeth y ffeil hon i law ar ${showDay('cy', on)} ac fe’i derbyniwyd. Nid oes dim ynddi i’w gymryd mwyach. Ni newidiwyd dim.`,
    },
  }
}

const ANSWERED_BEFORE: Refusal = {
  kind: 'conflict',
  code: 'received-plan-answered',
  message: {
    en: 'This plan was accepted or set aside before. Send the file again to compare it anew.',
    cy: 'Cafodd y cynllun hwn ei dderbyn neu ei roi o’r neilltu o’r blaen. Anfonwch y ffeil eto i’w chymharu o’r newydd.',
  },
}
const CHANGED_SINCE: Refusal = {
  kind: 'stale',
  code: 'differences-changed',
  message: {
    en: 'The record here has changed since you saw these differences. Nothing was brought in. Look at them again.',
    cy: 'Mae’r cofnod yma wedi newid ers i chi weld y gwahaniaethau hyn. Ni fewnforiwyd dim. Edrychwch arnynt eto.',
  },
}
