/** Merging in the database: the rows that move, those that give way, and the record of it; and putting all of that back. */
import { sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listMergeAnswers } from '../../../platform/merging/merge-answer.ts'
import { endLive } from './live.store.ts'
import { type GoesOn, type Live, type PersonMerge, type Settled, type Side, twiceUnderWay } from './merge.ts'
import {
  changeBack,
  changeRows,
  moveRows,
  putBack,
  type Row,
  type RowChange,
  type RowKeys,
  type RowPrints,
  readPrints,
  readRows,
  takeOut,
} from './person-rows.store.ts'

/** What it takes to undo a merge exactly. */
export type KeptOfMerge = {
  /** The record that stood; another stands in its place where it was merged later. */
  readonly standingId: number
  readonly moved: RowPrints
  readonly stood: RowKeys
  readonly changes: readonly RowChange[]
  readonly renumberedBy: number
  readonly rooms: Readonly<Record<string, unknown>>
}

/** Waits for whoever else changes one of these people, and answers which of them the asker may see. */
export async function lockPeople(
  tx: Tx,
  authorityId: number,
  personIds: readonly number[],
): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('care_planning.person')
    .select('person_id')
    .where('authority_id', '=', authorityId)
    .where('person_id', 'in', personIds)
    .orderBy('person_id')
    .forUpdate()
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export async function readSide(tx: Tx, authorityId: number, personId: number): Promise<Side> {
  const [person] = await readRows(tx, authorityId, 'person', { person_id: personId })
  const [contact] = await readRows(tx, authorityId, 'person_contact', { person_id: personId })
  return { personId, person: person ?? {}, contact }
}

export type Merging = {
  readonly standing: Side
  readonly former: Side
  readonly lives: readonly [Live, Live]
  readonly settled: Settled
  readonly goesOn: Readonly<Partial<Record<GoesOn, number | undefined>>>
  readonly reason: string
  readonly by: string
  readonly today: Day
  readonly now: Temporal.Instant
}

/** Does the whole of it and answers its number. The caller has locked both people, and checked. */
export async function mergeRows(tx: Tx, authorityId: number, merging: Merging): Promise<number> {
  const { standing, former } = merging
  const pair = { authorityId, standingId: standing.personId, formerId: former.personId }
  const changes = [
    ...(await endWhatGivesWay(tx, authorityId, merging)),
    ...(await joinRestrictions(tx, authorityId, merging)),
    ...(await takeOutWhatIsOnce(tx, authorityId, merging)),
    ...(await joinTwoPeople(tx, authorityId, merging)),
    ...(await joinIdentity(tx, authorityId, merging)),
  ]
  const renumberedBy = await renumber(tx, authorityId, pair)
  const moved = await readPrints(tx, authorityId, former.personId)
  const stood = keysOf(await readPrints(tx, authorityId, standing.personId))
  await moveRows(tx, authorityId, { from: former.personId, to: standing.personId })
  const rooms: Record<string, unknown> = {}
  for (const answer of listMergeAnswers()) rooms[answer.room] = await answer.move(tx, pair)
  changes.push(...(await takeOut(tx, authorityId, 'person', { person_id: former.personId })))
  const kept: KeptOfMerge = { standingId: standing.personId, moved, stood, changes, renumberedBy, rooms }
  return noteMerge(tx, authorityId, merging, kept)
}

const keysOf = (prints: RowPrints): RowKeys =>
  Object.fromEntries(Object.entries(prints).map(([table, rows]) => [table, Object.keys(rows)]))

/** Of what is under way in both, what was not chosen; the same worker twice is one. */
async function endWhatGivesWay(tx: Tx, authorityId: number, merging: Merging): Promise<readonly RowChange[]> {
  const { standing, former, lives, goesOn, today, now } = merging
  const forms = lives[0].assessments.filter((form) => lives[1].assessments.includes(form))
  const changes: RowChange[] = []
  const end = async (kind: GoesOn, personId: number) =>
    void changes.push(...(await endLive(tx, authorityId, kind, { personId, today, now, forms })))
  for (const kind of twiceUnderWay(...lives))
    await end(kind, goesOn[kind] === standing.personId ? former.personId : standing.personId)
  const [one, other] = [lives[0].worker, lives[1].worker]
  if (one && other && one.workerId === other.workerId) await end('worker', former.personId)
  return changes
}

/** Restricted before, restricted after. Where both were, whoever opened one of them has not thereby opened both. */
async function joinRestrictions(tx: Tx, authorityId: number, merging: Merging): Promise<readonly RowChange[]> {
  const { standing, former, lives, by, today, now } = merging
  if (!lives[0].isRestricted || !lives[1].isRestricted) return []
  const open = sql`t.ended_on is null`
  return [
    ...(await changeRows(tx, authorityId, 'restriction', {
      where: { person_id: former.personId },
      and: open,
      set: sql`ended_on = ${today}, ended_by = ${by}`,
    })),
    ...(await changeRows(tx, authorityId, 'restriction', {
      where: { person_id: standing.personId },
      and: open,
      set: sql`openings_from = ${now}`,
    })),
  ]
}

/** What a table holds once a person: the former record's gives way and is kept with the merge; an allocation that goes on does not. */
async function takeOutWhatIsOnce(tx: Tx, authorityId: number, merging: Merging): Promise<readonly RowChange[]> {
  const [standing, former] = [merging.standing.personId, merging.former.personId]
  const alsoOf = (table: string, other: number, columns: readonly string[]) => {
    const same = columns.map((column) => sql`o.${sql.ref(column)} = t.${sql.ref(column)}`)
    return sql`exists (select from ${sql.table(`care_planning.${table}`)} o
      where o.authority_id = t.authority_id and o.person_id = ${other} and ${sql.join(same, sql` and `)})`
  }
  const changes: RowChange[] = []
  for (const [table, columns] of [
    ['circle', ['provider_id', 'because']],
    ['situation', ['kind', 'source_key']],
    ['need_band', ['from_on']],
  ] as const)
    changes.push(...(await takeOut(tx, authorityId, table, { person_id: former }, alsoOf(table, standing, columns))))
  const sameDay = (other: number) => alsoOf('allocation', other, ['starts_on'])
  changes.push(
    ...(await takeOut(
      tx,
      authorityId,
      'allocation',
      { person_id: former },
      sql`t.ends_on is not null and ${sameDay(standing)}`,
    )),
    ...(await takeOut(tx, authorityId, 'allocation', { person_id: standing }, sameDay(former))),
  )
  return changes
}

/** That one of them and somebody else are two people is now said of the record that stands. */
async function joinTwoPeople(tx: Tx, authorityId: number, merging: Merging): Promise<readonly RowChange[]> {
  const [standing, former] = [merging.standing.personId, merging.former.personId]
  const ofFormer = sql`${former} in (t.person_id, t.other_person_id)`
  const other = sql`(case when t.person_id = ${former} then t.other_person_id else t.person_id end)`
  return [
    ...(await takeOut(
      tx,
      authorityId,
      'two_people',
      {},
      sql`${ofFormer} and (${other} = ${standing} or (t.taken_back_on is null and exists (
        select from care_planning.two_people o
        where o.authority_id = t.authority_id and o.taken_back_on is null
          and o.person_id = least(${other}, ${standing}::bigint) and o.other_person_id = greatest(${other}, ${standing}::bigint))))`,
    )),
    ...(await changeRows(tx, authorityId, 'two_people', {
      where: {},
      and: ofFormer,
      set: sql`person_id = least(${other}, ${standing}::bigint), other_person_id = greatest(${other}, ${standing}::bigint)`,
    })),
  ]
}

/** The standing record says what was chosen; the former's contact details are kept with the merge. */
async function joinIdentity(tx: Tx, authorityId: number, merging: Merging): Promise<readonly RowChange[]> {
  const { standing, former, settled } = merging
  const changes: RowChange[] = []
  changes.push(...(await takeOut(tx, authorityId, 'person_contact', { person_id: former.personId })))
  if (standing.contact)
    changes.push(...(await setColumns(tx, authorityId, 'person_contact', standing.personId, settled.contact)))
  else if (former.contact) {
    const after = { ...former.contact, person_id: standing.personId, ...filled(settled.contact) }
    await putBack(tx, 'person_contact', after)
    changes.push({ table: 'person_contact', before: null, after })
  }
  changes.push(...(await setColumns(tx, authorityId, 'person', standing.personId, settled.person)))
  return changes
}

const filled = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

async function setColumns(tx: Tx, authorityId: number, table: string, personId: number, values: Row) {
  const columns = Object.keys(values)
  if (columns.length === 0) return []
  const row = sql`jsonb_populate_record(null::${sql.table(`care_planning.${table}`)}, ${JSON.stringify(values)}::text::jsonb) v`
  return changeRows(tx, authorityId, table, {
    where: { person_id: personId },
    set: sql`(${sql.join(columns.map((column) => sql.ref(column)))})
      = (select ${sql.join(columns.map((column) => sql.ref(`v.${column}`)))} from ${row})`,
  })
}

/** Versions of plans are numbered within a person: the former record's come after those that are there. */
async function renumber(
  tx: Tx,
  authorityId: number,
  { standingId, formerId }: { readonly standingId: number; readonly formerId: number },
): Promise<number> {
  const { rows } = await sql<{ by: number }>`
    select coalesce(max(number), 0)::integer as by from care_planning.plan_version
    where authority_id = ${authorityId} and person_id in (${standingId}, ${formerId})`.execute(tx)
  const by = rows[0]?.by ?? 0
  await shiftNumbers(tx, authorityId, formerId, by)
  return by
}

async function shiftNumbers(tx: Tx, authorityId: number, personId: number, by: number): Promise<void> {
  await sql`update care_planning.plan_version set number = number + ${by}
    where authority_id = ${authorityId} and person_id = ${personId}`.execute(tx)
}

async function noteMerge(tx: Tx, authorityId: number, merging: Merging, kept: KeptOfMerge): Promise<number> {
  const { standing, former, reason, by, today, now } = merging
  const { person_merge_id } = await tx
    .insertInto('care_planning.person_merge')
    .values({
      authority_id: authorityId,
      person_id: standing.personId,
      former_id: former.personId,
      former_ref: String(former.person.ref),
      standing_ref: String(standing.person.ref),
      former: JSON.stringify(former.person),
      kept: JSON.stringify(kept),
      reason,
      merged_on: today,
      merged_at: now,
      merged_by: by,
    })
    .returning('person_merge_id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('care_planning.former_person')
    .values({
      authority_id: authorityId,
      former_id: former.personId,
      former_ref: String(former.person.ref),
      person_id: standing.personId,
      person_merge_id,
    })
    .execute()
  return person_merge_id
}

export type MergeToUndo = PersonMerge & { readonly kept: KeptOfMerge }

/** Puts everything back where and as it was. The caller has checked that nothing that came since depends on it. */
export async function unmergeRows(
  tx: Tx,
  authorityId: number,
  merge: MergeToUndo,
  undone: { readonly on: Day; readonly at: Temporal.Instant; readonly by: string; readonly reason: string },
): Promise<void> {
  const { kept, formerId, personId } = merge
  await tx
    .deleteFrom('care_planning.former_person')
    .where('authority_id', '=', authorityId)
    .where('former_id', '=', formerId)
    .execute()
  await tx
    .updateTable('care_planning.person_merge')
    .set({ undone_at: undone.at, undone_on: undone.on, undone_by: undone.by, undone_reason: undone.reason })
    .where('authority_id', '=', authorityId)
    .where('person_merge_id', '=', merge.personMergeId)
    .execute()
  const backwards = kept.changes.toReversed()
  const [former, ...others] = backwards
  if (former?.before) await putBack(tx, 'person', former.before)
  await moveRows(tx, authorityId, { from: personId, to: formerId }, keysOf(kept.moved))
  await shiftNumbers(tx, authorityId, formerId, -kept.renumberedBy)
  const pair = { authorityId, standingId: personId, formerId }
  for (const answer of listMergeAnswers())
    if (answer.room in kept.rooms) await answer.moveBack(tx, pair, kept.rooms[answer.room])
  for (const change of others) await changeBack(tx, authorityId, change)
}

/** Of one person, merges that stand and that were undone, the newest first. */
export async function listMerges(tx: Tx, authorityId: number, personId: number): Promise<readonly PersonMerge[]> {
  const rows = await merges(tx, authorityId)
    .where('person_id', '=', personId)
    .orderBy('person_merge_id', 'desc')
    .execute()
  return rows.map(mergeOf)
}

export async function findMerge(tx: Tx, authorityId: number, personMergeId: number): Promise<MergeToUndo | undefined> {
  const row = await merges(tx, authorityId).where('person_merge_id', '=', personMergeId).executeTakeFirst()
  return row && { ...mergeOf(row), kept: row.kept as KeptOfMerge }
}

function merges(tx: Tx, authorityId: number) {
  return tx.selectFrom('care_planning.person_merge').selectAll().where('authority_id', '=', authorityId)
}

function mergeOf(row: Awaited<ReturnType<ReturnType<typeof merges>['execute']>>[number]): PersonMerge {
  const former = row.former as Row
  return {
    personMergeId: row.person_merge_id,
    personId: row.person_id,
    formerId: row.former_id,
    formerRef: row.former_ref,
    formerName: `${former.given_name} ${former.family_name}`,
    standingRef: row.standing_ref,
    reason: row.reason,
    mergedOn: row.merged_on,
    mergedBy: row.merged_by,
    undone: row.undone_on && row.undone_by ? { on: row.undone_on, by: row.undone_by, reason: row.undone_reason } : null,
  }
}

export type RecordEvent = {
  readonly personId: number
  readonly happened: 'merged' | 'merge-undone' | 'two-people' | 'two-people-taken-back'
  readonly on: Day
  /** Their own other record's; empty where the other is somebody else. */
  readonly otherRef: string
  readonly reason: string
}

/** For people's stories: what happened to their record. */
export async function noteEvents(
  tx: Tx,
  authorityId: number,
  recorded: { readonly by: string; readonly at: Temporal.Instant },
  events: readonly RecordEvent[],
): Promise<void> {
  await tx
    .insertInto('care_planning.record_event')
    .values(
      events.map((event) => ({
        authority_id: authorityId,
        person_id: event.personId,
        happened: event.happened,
        happened_on: event.on,
        other_ref: event.otherRef,
        reason: event.reason,
        recorded_by: recorded.by,
        recorded_at: recorded.at,
      })),
    )
    .execute()
}

/** The providers in somebody's circle. */
export async function listProvidersOf(tx: Tx, authorityId: number, personId: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('care_planning.circle')
    .select('provider_id')
    .distinct()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('provider_id')
    .execute()
  return rows.map(({ provider_id }) => provider_id)
}
