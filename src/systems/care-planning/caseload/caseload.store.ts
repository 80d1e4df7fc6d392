/** Workers and allocations in the database. Lists ask only for what is live, by index, so that sixty thousand people cost what a thousand do. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { NeedGroup } from '../person/person.ts'
import type { AllocatedPerson, Allocation, CaseloadQuery, Worker, WorkerLoad } from './caseload.ts'

export async function listWorkers(tx: Tx, authorityId: number): Promise<readonly Worker[]> {
  const rows = await tx
    .selectFrom('care_planning.worker')
    .select(['worker_id', 'ref', 'name', 'team', 'left_on'])
    .where('authority_id', '=', authorityId)
    .orderBy('team')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    workerId: row.worker_id,
    ref: row.ref,
    name: row.name,
    team: row.team,
    leftOn: row.left_on,
  }))
}

/** The worker that whoever acts is, if they are one. */
export async function findOwnWorker(tx: Tx): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`select care_planning.current_worker() as id`.execute(tx)
  return rows[0]?.id === null || rows[0]?.id === undefined ? undefined : Number(rows[0].id)
}

/** What each worker of a team carries today (of every team, where it is empty): people, and of those how many are overdue, due within `days`, or changed. */
export async function listLoads(
  tx: Tx,
  authorityId: number,
  team: string,
  { today, days }: { readonly today: Day; readonly days: number },
): Promise<readonly WorkerLoad[]> {
  const inTeam = team ? sql`and w.team = ${team}` : sql``
  const { rows } = await sql<WorkerLoad>`
    with carried as (
      select a.worker_id, count(*) as people, count(*) filter (where due.due_on < ${today}) as overdue,
        count(*) filter (where due.due_on >= ${today}) as due_soon, count(changed.yes) as situations,
        count(*) filter (where banded.band in ('higher', 'highest')) as higher
      from care_planning.worker w
      join care_planning.allocation a on a.authority_id = w.authority_id and a.worker_id = w.worker_id and a.ends_on is null
      left join lateral (
        select min(o.review_due_on) as due_on from care_planning.personal_outcome o
        where o.authority_id = ${authorityId} and o.person_id = a.person_id and o.ended_on is null
          and o.review_due_on <= ${today.add({ days })}
      ) due on true
      left join lateral (
        select true as yes from care_planning.situation s
        where s.authority_id = ${authorityId} and s.person_id = a.person_id and s.handled_on is null limit 1
      ) changed on true
      left join lateral (
        select b.band from care_planning.need_band b
        where b.authority_id = ${authorityId} and b.person_id = a.person_id and b.from_on <= ${today}
        order by b.from_on desc limit 1
      ) banded on true
      where w.authority_id = ${authorityId} ${inTeam}
      group by a.worker_id
    )
    select w.worker_id as "workerId", w.ref, w.name, w.team, w.left_on as "leftOn",
      coalesce(c.people, 0)::integer as people, coalesce(c.overdue, 0)::integer as overdue,
      coalesce(c.due_soon, 0)::integer as "dueSoon", coalesce(c.situations, 0)::integer as situations,
      coalesce(c.higher, 0)::integer as "higherNeed"
    from care_planning.worker w left join carried c using (worker_id)
    where w.authority_id = ${authorityId} ${inTeam} and (w.left_on is null or c.people > 0)
    order by w.team, w.name`.execute(tx)
  return rows.map((row) => ({ ...row, workerId: Number(row.workerId) }))
}

export type Team = { readonly name: string; readonly workers: number }

/** The teams that have workers now, by name. */
export async function listTeams(tx: Tx, authorityId: number): Promise<readonly Team[]> {
  const { rows } = await sql<Team>`
    select w.team as name, count(*)::integer as workers from care_planning.worker w
    where w.authority_id = ${authorityId} and w.left_on is null group by w.team order by w.team`.execute(tx)
  return rows
}

/** The team of a worker, if there is such a one. */
export async function findTeamOf(tx: Tx, authorityId: number, workerId: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom('care_planning.worker')
    .select('team')
    .where('authority_id', '=', authorityId)
    .where('worker_id', '=', workerId)
    .executeTakeFirst()
  return row?.team
}

export type PeoplePage = { readonly people: readonly AllocatedPerson[]; readonly total: number }

/** One worker's people, whoever is due first first; or those who are nobody's, whoever waits longest first. */
export async function listAllocated(
  tx: Tx,
  authorityId: number,
  query: CaseloadQuery,
  perPage: number,
): Promise<PeoplePage> {
  const place = sql`limit ${perPage} offset ${(query.page - 1) * perPage}`
  const whose = query.unallocated
    ? sql`${unallocated(authorityId)} ${place}`
    : sql`${heldBy(authorityId, query.worker ?? 0)}`
  const { rows } = await sql<Row>`
    with whose as materialized (${whose})
    select p.person_id, p.ref, p.given_name, p.family_name, p.known_as, p.area_id, p.need_group, w.since,
      (select count(*) from whose) as total, live.next_due_on, live.outcomes, changed.situations
    from whose w
    join care_planning.person p on p.authority_id = ${authorityId} and p.person_id = w.person_id
    left join lateral (
      select min(o.review_due_on) as next_due_on, count(*) as outcomes from care_planning.personal_outcome o
      where o.authority_id = ${authorityId} and o.person_id = p.person_id and o.ended_on is null
    ) live on ${query.unallocated ? sql`false` : sql`true`}
    left join lateral (
      select count(*) as situations from care_planning.situation s
      where s.authority_id = ${authorityId} and s.person_id = p.person_id and s.handled_on is null
    ) changed on ${query.unallocated ? sql`false` : sql`true`}
    order by live.next_due_on nulls last, w.since, p.person_id ${query.unallocated ? sql`` : place}`.execute(tx)
  const total = query.unallocated ? await countUnallocated(tx, authorityId) : Number(rows[0]?.total ?? 0)
  return { total, people: rows.map(personOf) }
}

type Row = {
  person_id: number
  ref: string
  given_name: string
  family_name: string
  known_as: string | null
  area_id: number
  need_group: string
  since: Day | null
  total: number
  next_due_on: Day | null
  outcomes: number | null
  situations: number | null
}

function personOf(row: Row): AllocatedPerson {
  return {
    personId: Number(row.person_id),
    ref: row.ref,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    areaId: row.area_id,
    needGroup: row.need_group as NeedGroup,
    since: row.since,
    nextDueOn: row.next_due_on,
    liveOutcomes: Number(row.outcomes ?? 0),
    openSituations: Number(row.situations ?? 0),
  }
}

function heldBy(authorityId: number, workerId: number): RawBuilder<unknown> {
  return sql`select a.person_id, a.starts_on as since from care_planning.allocation a
    where a.authority_id = ${authorityId} and a.worker_id = ${workerId} and a.ends_on is null`
}

function unallocated(authorityId: number): RawBuilder<unknown> {
  return sql`select p.person_id, p.started_on as since from care_planning.person p
    where p.authority_id = ${authorityId} and p.ended_on is null and p.worker_id is null
    order by p.started_on, p.person_id`
}

/** People with care who are nobody's, counted up to `COUNTED_UP_TO` and one more. */
export async function countUnallocated(tx: Tx, authorityId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${unallocated(authorityId)} limit ${COUNTED_UP_TO + 1}) u`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** Everybody somebody was allocated to, the present one first. */
export async function listAllocations(tx: Tx, authorityId: number, personId: number): Promise<readonly Allocation[]> {
  const rows = await tx
    .selectFrom('care_planning.allocation as a')
    .innerJoin('care_planning.worker as w', (join) =>
      join.onRef('w.authority_id', '=', 'a.authority_id').onRef('w.worker_id', '=', 'a.worker_id'),
    )
    .select([
      'a.allocation_id',
      'a.worker_id',
      'w.name',
      'a.starts_on',
      'a.ends_on',
      'a.note',
      'a.allocated_by',
      'a.version',
    ])
    .where('a.authority_id', '=', authorityId)
    .where('a.person_id', '=', personId)
    .orderBy('a.starts_on', 'desc')
    .execute()
  return rows.map((row) => ({
    allocationId: row.allocation_id,
    workerId: row.worker_id,
    workerName: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    note: row.note,
    allocatedBy: row.allocated_by,
    version: row.version,
  }))
}

/** Ends the allocation that is open, on the day before; one that began that very day gives way entirely. */
export async function endAllocation(
  tx: Tx,
  authorityId: number,
  open: Pick<Allocation, 'allocationId' | 'startsOn'>,
  lastDay: Day,
): Promise<void> {
  const at = tx
    .updateTable('care_planning.allocation')
    .set((eb) => ({ ends_on: lastDay, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('allocation_id', '=', open.allocationId)
  if (Temporal.PlainDate.compare(lastDay, open.startsOn) >= 0) await at.execute()
  else
    await tx
      .deleteFrom('care_planning.allocation')
      .where('authority_id', '=', authorityId)
      .where('allocation_id', '=', open.allocationId)
      .execute()
}

export async function addAllocation(
  tx: Tx,
  authorityId: number,
  given: {
    readonly personId: number
    readonly workerId: number
    readonly startsOn: Day
    readonly note: string
    readonly allocatedBy: string
  },
): Promise<void> {
  await tx
    .insertInto('care_planning.allocation')
    .values({
      authority_id: authorityId,
      person_id: given.personId,
      worker_id: given.workerId,
      starts_on: given.startsOn,
      note: given.note,
      allocated_by: given.allocatedBy,
    })
    .execute()
}
