/** Comparing two records of one person, seeing what a merge would do, and merging them. */
import { z } from 'zod'
import { RecordId, Reference } from '../../../kernel/id.ts'
import { accepted, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { seeWholeAuthority } from '../../../platform/database/acting.ts'
import { isImportRunning } from '../../../platform/import/import.store.ts'
import { type Held, listMergeAnswers } from '../../../platform/merging/merge-answer.ts'
import { type Area, listAreas } from '../../commissioning/index.ts'
import { findOwnWorker } from '../caseload/caseload.store.ts'
import { Version } from '../form-values.ts'
import { tellOf } from '../notice/notice.store.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson, findPersonByRef } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { listNames, type NamedRecord } from '../person/person-write.store.ts'
import { PART_TITLES } from '../record/record-part.held.ts'
import { addOpening } from '../restriction/restriction.store.ts'
import { HOURS_OPEN } from '../restriction/restriction.ts'
import { findStanding } from './former-person.store.ts'
import { findLive } from './live.store.ts'
import { findMerge, listMerges, listProvidersOf, lockPeople, mergeRows, noteEvents, readSide } from './merge.store.ts'
import {
  ChoicesInput,
  type ComparedRecord,
  compareFields,
  type FieldComparison,
  type GoesOn,
  type PersonMerge,
  type Settled,
  settle,
  type TwoPeople,
  twiceUnderWay,
} from './merge.ts'
import { IMPORT_RUNS, mergedAlready, NO_SUCH_OTHER, SAME_RECORD, SAY_WHY, saidToBeTwo } from './merge-refusals.ts'
import { readPrints } from './person-rows.store.ts'
import { alikeTo } from './possible-duplicates.ts'
import { findTwoPeople, listTwoPeople } from './two-people.store.ts'

export type MergeStart = {
  readonly person: Person
  readonly alike: readonly NamedRecord[]
  readonly merges: readonly PersonMerge[]
  readonly twoPeople: readonly (TwoPeople & { readonly other: NamedRecord | undefined })[]
}

/** "Is this person recorded twice?": who is alike, what was merged into the record, and who was found to be somebody else. */
export const openMergeStart = defineAction({
  name: 'care-planning.open-merge-start',
  title: { en: 'Asked whether a person is recorded twice', cy: 'Gofyn a yw person wedi’i gofnodi ddwywaith' },
  permission: 'people:merge',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor }, { personId }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const names = await listNames(tx, actor.authorityId)
    const said = await listTwoPeople(tx, actor.authorityId, personId)
    const othersOf = ({ personIds }: TwoPeople) => personIds.find((id) => id !== personId)
    const two = new Set(said.map(othersOf))
    return accepted<MergeStart>({
      person,
      alike: alikeTo(personId, names).filter((one) => !two.has(one.personId)),
      merges: await listMerges(tx, actor.authorityId, personId),
      twoPeople: said.map((one) => ({ ...one, other: names.find((named) => named.personId === othersOf(one)) })),
    })
  },
})

/** Finds the other record by its reference, as people write it down. */
export const findOtherRecord = defineAction({
  name: 'care-planning.find-other-record',
  title: { en: 'Looked for another record of a person', cy: 'Chwilio am gofnod arall o berson' },
  permission: 'people:merge',
  input: z.object({
    personId: RecordId,
    ref: z.string(ENTER_REFERENCE()).trim().min(1, ENTER_REFERENCE()).pipe(Reference),
  }),
  async run({ tx, actor }, { personId, ref }) {
    const other = await findPersonByRef(tx, actor.authorityId, ref)
    if (!other) return refused({ ...NO_SUCH_OTHER, kind: 'invalid', field: 'ref' })
    if (other.personId === personId) return refused({ ...SAME_RECORD, field: 'ref' })
    return accepted({ otherId: other.personId })
  },
})

function ENTER_REFERENCE() {
  return bilingualIssue('Enter the reference of the other record', 'Rhowch gyfeirnod y cofnod arall')
}

export type RecordsCompared = {
  readonly records: readonly [ComparedRecord, ComparedRecord]
  readonly fields: readonly FieldComparison[]
  readonly twice: readonly GoesOn[]
  readonly said: TwoPeople | undefined
  readonly areas: readonly Area[]
}

const PAIR = { personId: RecordId, otherId: RecordId }

export const compareRecords = defineAction({
  name: 'care-planning.compare-records',
  title: { en: 'Compared two records', cy: 'Cymharu dau gofnod' },
  permission: 'people:merge',
  input: z.object(PAIR),
  async run(context, input) {
    const pair = await findPair(context, input)
    return pair.ok ? accepted(await compare(context, pair.value)) : pair
  },
})

async function findPair(
  { tx, actor }: ActionContext,
  { personId, otherId }: { readonly personId: number; readonly otherId: number },
): Promise<Result<readonly [Person, Person]>> {
  if (personId === otherId) return refused(SAME_RECORD)
  const person = await findPerson(tx, actor.authorityId, personId)
  if (!person) return (await gone(tx, actor.authorityId, personId)) ?? refused(NO_SUCH_PERSON)
  const other = await findPerson(tx, actor.authorityId, otherId)
  if (!other) return (await gone(tx, actor.authorityId, otherId)) ?? refused(NO_SUCH_OTHER)
  return accepted([person, other])
}

/** Where a record was merged already: into which. */
async function gone(tx: ActionContext['tx'], authorityId: number, personId: number) {
  const former = await findStanding(tx, authorityId, personId)
  if (!former) return undefined
  const merge = await findMerge(tx, authorityId, former.personMergeId)
  const standing = await findPerson(tx, authorityId, former.personId)
  return merge && standing ? refused(mergedAlready(merge, standing.ref)) : undefined
}

async function compare(
  { tx, actor, clock }: ActionContext,
  people: readonly [Person, Person],
): Promise<RecordsCompared> {
  const { authorityId } = actor
  const look = async (record: Person): Promise<ComparedRecord> => ({
    record,
    side: await readSide(tx, authorityId, record.personId),
    live: await findLive(tx, authorityId, record.personId, clock.today()),
    holds: await listHeld(tx, authorityId, record.personId),
  })
  const records = [await look(people[0]), await look(people[1])] as const
  return {
    records,
    fields: compareFields(records[0].side, records[1].side),
    twice: twiceUnderWay(records[0].live, records[1].live),
    said: await findTwoPeople(tx, authorityId, [people[0].personId, people[1].personId]),
    areas: await listAreas(tx, authorityId),
  }
}

/** What hangs on a record: in this room by the names that the record page uses, then what the other rooms say. */
async function listHeld(tx: ActionContext['tx'], authorityId: number, personId: number): Promise<readonly Held[]> {
  const prints = await readPrints(tx, authorityId, personId)
  const own = [...PART_TITLES].flatMap(([table, title]) => {
    const count = Object.keys(prints[table] ?? {}).length
    return count > 0 ? [{ what: title, count }] : []
  })
  const others: Held[] = []
  for (const answer of listMergeAnswers()) others.push(...(await answer.holds(tx, authorityId, personId)))
  return [...own, ...others]
}

const MergeInput = {
  ...PAIR,
  /** Which of the two records stands: it keeps its reference. */
  standing: z.coerce
    .number(bilingualIssue('Choose which record stands', 'Dewiswch pa gofnod sy’n sefyll'))
    .int()
    .positive(bilingualIssue('Choose which record stands', 'Dewiswch pa gofnod sy’n sefyll')),
  version: Version,
  otherVersion: Version,
  ...ChoicesInput,
  /** Asked for together with the choices that are missing. */
  reason: z
    .string()
    .trim()
    .max(1000, bilingualIssue('Use 1,000 characters or fewer', 'Defnyddiwch 1,000 o nodau neu lai'))
    .default(''),
}

export type MergePreview = {
  readonly standing: ComparedRecord
  readonly former: ComparedRecord
  readonly settled: Settled
  readonly ends: readonly { readonly kind: GoesOn; readonly of: ComparedRecord }[]
  readonly providers: number
  readonly areas: readonly Area[]
}

/** Exactly what merging would do, with nothing done: the same checks and the same answers. */
export const previewMerge = defineAction({
  name: 'care-planning.preview-merge',
  title: { en: 'Looked at what merging two records would do', cy: 'Edrych ar effaith cyfuno dau gofnod' },
  permission: 'people:merge',
  input: z.object(MergeInput),
  async run(context, input) {
    const checked = await check(context, input)
    if (!checked.ok) return checked
    const { standing, former, settled, compared } = checked.value
    const { tx, actor } = context
    return accepted<MergePreview>({
      standing,
      former,
      settled,
      ends: compared.twice.map((kind) => ({
        kind,
        of: input.goesOn[kind] === standing.record.personId ? former : standing,
      })),
      providers: (await listProvidersOf(tx, actor.authorityId, former.record.personId)).length,
      areas: compared.areas,
    })
  },
})

export const mergePeople = defineAction({
  name: 'care-planning.merge-people',
  title: { en: 'Merged two records of one person', cy: 'Cyfuno dau gofnod o’r un person' },
  permission: 'people:merge',
  input: z.object(MergeInput),
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const { authorityId } = actor
    await lockPeople(tx, authorityId, [input.personId, input.otherId])
    const own = actor.kind === 'user' ? await findOwnWorker(tx) : undefined
    const checked = await check(context, input)
    if (!checked.ok) return checked
    const { standing, former, settled } = checked.value
    const providers = await listProvidersOf(tx, authorityId, former.record.personId)
    // Both records are open to whoever merges; what hangs on them is moved whole, whatever becomes closed on the way.
    await seeWholeAuthority(tx, actor)
    const done = { by: actor.name, at: clock.now() }
    const personMergeId = await mergeRows(tx, authorityId, {
      standing: standing.side,
      former: former.side,
      lives: [standing.live, former.live],
      settled,
      goesOn: input.goesOn,
      reason: input.reason,
      by: actor.name,
      today: clock.today(),
      now: done.at,
    })
    const { personId } = standing.record
    await noteEvents(tx, authorityId, done, [
      { personId, happened: 'merged', on: clock.today(), otherRef: former.record.ref, reason: input.reason },
    ])
    await tellProviders(context, standing.record, former.record, providers)
    await keepOpen(context, input, standing, former, own)
    const change = { merged: former.record.ref, into: standing.record.ref, reason: input.reason }
    audit({
      recordType: 'care-planning.person',
      recordId: personId,
      before: shown(standing),
      after: { ...change, ...settled.person, ...settled.contact },
    })
    audit({
      recordType: 'care-planning.person',
      recordId: former.record.personId,
      before: shown(former),
      after: change,
    })
    return accepted({ personId, personMergeId })
  },
})

type Checked = {
  readonly standing: ComparedRecord
  readonly former: ComparedRecord
  readonly settled: Settled
  readonly compared: RecordsCompared
}

type MergeAsked = z.output<z.ZodObject<typeof MergeInput>>

async function check(context: ActionContext, input: MergeAsked): Promise<Result<Checked>> {
  const pair = await findPair(context, input)
  if (!pair.ok) return pair
  for (const [record, seen] of [
    [pair.value[0], input.version],
    [pair.value[1], input.otherVersion],
  ] as const)
    if (record.version !== seen) return refused(staleVersion(seen, record.version))
  const compared = await compare(context, pair.value)
  if (compared.said) return refused(saidToBeTwo(compared.said))
  const [one, other] = compared.records
  const standing = [one, other].find(({ record }) => record.personId === input.standing)
  if (!standing) return refused({ ...NO_SUCH_OTHER, kind: 'invalid', field: 'standing' })
  const former = standing === one ? other : one
  if (await isImportRunning(context.tx, context.actor.authorityId)) return refused(IMPORT_RUNS)
  const settled = settle([standing.side, former.side], [standing.live, former.live], input)
  if (!settled.ok && input.reason) return settled
  if (!settled.ok) return refused({ ...settled.refusal, others: [...(settled.refusal.others ?? []), SAY_WHY] })
  return input.reason ? accepted({ standing, former, settled: settled.value, compared }) : refused(SAY_WHY)
}

async function tellProviders(
  { tx, actor, clock }: ActionContext,
  standing: Person,
  former: Person,
  providers: readonly number[],
): Promise<void> {
  await tellOf(
    tx,
    actor.authorityId,
    clock.now(),
    providers.map((providerId) => ({
      personId: standing.personId,
      to: { kind: 'provider' as const, providerId },
      kind: 'records-merged' as const,
      detail: { from: former.ref, to: standing.ref },
      path: carePlanningPaths.person(standing.personId),
    })),
  )
}

/** Whoever merged a restricted record and has no part in it goes on seeing it as long as anybody who asks. */
async function keepOpen(
  { tx, actor, clock }: ActionContext,
  input: MergeAsked,
  standing: ComparedRecord,
  former: ComparedRecord,
  own: number | undefined,
): Promise<void> {
  if (actor.kind !== 'user' || (!standing.live.isRestricted && !former.live.isRestricted)) return
  const { personId } = standing.record
  const after = await findLive(tx, actor.authorityId, personId, clock.today())
  if (own !== undefined && after.worker?.workerId === own) return
  const openedAt = clock.now()
  const closesAt = openedAt.add({ hours: HOURS_OPEN })
  const { reason } = input
  await addOpening(tx, actor.authorityId, {
    personId,
    userId: actor.id,
    openedBy: actor.name,
    reason,
    openedAt,
    closesAt,
  })
}

function shown({ record, side }: ComparedRecord) {
  const { authority_id: _, extra: __, version: ___, ...person } = side.person
  const { authority_id: ____, version: _____, ...contact } = side.contact ?? {}
  return { ...person, ...contact, ref: record.ref }
}
