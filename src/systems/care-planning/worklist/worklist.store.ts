/** What waits, by kind: each kind one statement that an index answers, whoever many people there are. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SituationKind } from '../situation/situation.ts'
import type { WorkGroup, WorkItem, WorkKind } from './worklist.ts'

export type Asked = {
  readonly today: Day
  readonly daysAhead: number
  /** Only of this worker's people. */
  readonly workerId: number | undefined
  readonly limit: number
}

/** How long the person's own word is waited for before it is no longer asked about. */
const WORD_DAYS = 60

/** Of each kind: who, since when, and what. */
function rowsOf(kind: WorkKind, authorityId: number, { today, daysAhead }: Asked): RawBuilder<unknown> {
  const authority = sql`${authorityId}::integer`
  switch (kind) {
    case 'overdue':
      return sql`select person_id, min(review_due_on) as "on", null::text as situation, count(*) as count
        from care_planning.personal_outcome
        where authority_id = ${authority} and ended_on is null and review_due_on < ${today} group by person_id`
    case 'due-soon':
      return sql`select person_id, min(review_due_on) as "on", null::text as situation, count(*) as count
        from care_planning.personal_outcome
        where authority_id = ${authority} and ended_on is null
          and review_due_on between ${today} and ${today.add({ days: daysAhead })} group by person_id`
    case 'changed':
      return sql`select person_id, noticed_on as "on", kind as situation, count from care_planning.situation
        where authority_id = ${authority} and handled_on is null`
    case 'wish':
      return sql`select person_id, min(proposed_on) as "on", null::text as situation, count(*) as count
        from care_planning.outcome_proposal
        where authority_id = ${authority} and state = 'waiting' group by person_id`
    case 'open-review':
      return sql`select person_id, held_on as "on", null::text as situation, 1 as count from care_planning.plan_review
        where authority_id = ${authority} and state = 'open'`
    case 'draft-plan':
    case 'offered-plan':
      return sql`select person_id, (coalesce(offered_at, drafted_at) at time zone 'Europe/London')::date as "on",
          null::text as situation, 1 as count
        from care_planning.plan_version
        where authority_id = ${authority} and state = ${kind === 'draft-plan' ? 'draft' : 'offered'}`
    case 'no-word':
      return sql`select person_id, max(held_on) as "on", null::text as situation, count(*) as count
        from care_planning.outcome_review
        where authority_id = ${authority} and held_on >= ${today.subtract({ days: WORD_DAYS })}
          and (person_says is null or person_says in ('not-asked', 'could-not-ask'))
        group by person_id`
  }
}

type Row = {
  person_id: number
  ref: string
  given_name: string
  family_name: string
  known_as: string | null
  on: Day
  situation: SituationKind | null
  count: number
  total: number
}

export async function listWork(tx: Tx, authorityId: number, kind: WorkKind, asked: Asked): Promise<WorkGroup> {
  const own =
    asked.workerId === undefined
      ? sql``
      : sql`
    join care_planning.allocation a on a.authority_id = ${authorityId} and a.person_id = w.person_id
      and a.worker_id = ${asked.workerId} and a.ends_on is null`
  const { rows } = await sql<Row>`
    with w as materialized (${rowsOf(kind, authorityId, asked)})
    select w.person_id, p.ref, p.given_name, p.family_name, p.known_as, w."on", w.situation, w.count::integer as count,
      (count(*) over ())::integer as total
    from w ${own}
    join care_planning.person p on p.authority_id = ${authorityId} and p.person_id = w.person_id and p.ended_on is null
    order by w."on", w.person_id limit ${asked.limit}`.execute(tx)
  return { kind, total: rows[0]?.total ?? 0, items: rows.map((row) => itemOf(kind, row)) }
}

function itemOf(kind: WorkKind, row: Row): WorkItem {
  return {
    kind,
    personId: Number(row.person_id),
    ref: row.ref,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    on: row.on,
    situation: row.situation,
    count: row.count,
  }
}
