/** What waits, by kind: each kind one statement that an index answers, however many people there are. */
import { type RawBuilder, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SituationKind } from '../situation/situation.ts'
import { SHOWN_OF_ONE, type WorkGroup, type WorkItem, type WorkKind } from './worklist.ts'

export type Asked = {
  readonly today: Day
  readonly daysAhead: number
  /** Only of this worker's people. */
  readonly workerId: number | undefined
  readonly limit: number
}

/** How long the person's own word is waited for before it is no longer asked about. */
const WORD_DAYS = 60

/** A kind's records that wait: one table, its condition, and the day they stand under. */
type Waiting = {
  readonly table: string
  readonly where: RawBuilder<unknown>
  /** What the index is ordered by, and the same as a day. */
  readonly order: RawBuilder<unknown>
  readonly day?: RawBuilder<unknown>
  /** Of several records of one person, the day of which counts. */
  readonly of?: 'first' | 'last'
  readonly words?: true
  readonly situation?: true
}

function waitingOf(kind: WorkKind, { today, daysAhead }: Asked): Waiting {
  const due = { table: 'personal_outcome', order: sql`t.review_due_on`, words: true } as const
  switch (kind) {
    case 'overdue':
      return { ...due, where: sql`t.ended_on is null and t.review_due_on < ${today}` }
    case 'due-soon':
      return {
        ...due,
        where: sql`t.ended_on is null and t.review_due_on between ${today} and ${today.add({ days: daysAhead })}`,
      }
    case 'changed':
      return { table: 'situation', where: sql`t.handled_on is null`, order: sql`t.noticed_on`, situation: true }
    case 'wish':
      return { table: 'outcome_proposal', where: sql`t.state = 'waiting'`, order: sql`t.proposed_on`, words: true }
    case 'open-review':
      return { table: 'plan_review', where: sql`t.state = 'open'`, order: sql`t.held_on` }
    case 'draft-plan':
    case 'offered-plan': {
      const at = sql`coalesce(t.offered_at, t.drafted_at)`
      const state = kind === 'draft-plan' ? sql`t.state = 'draft'` : sql`t.state = 'offered'`
      return { table: 'plan_version', where: state, order: at, day: sql`(${at} at time zone 'Europe/London')::date` }
    }
    case 'no-word':
      return {
        table: 'outcome_review',
        where: sql`(t.person_says is null or t.person_says in ('not-asked', 'could-not-ask'))
          and t.held_on >= ${today.subtract({ days: WORD_DAYS })}`,
        order: sql`t.held_on`,
        of: 'last',
      }
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
  words: string | null
  words_language: Language | null
  count: number
  total: number
}

/**
 * The first of what waits, oldest first, and how many in all. A worker's own are their people's, looked up one by one; everyone's are read
 * off an index in their order and counted up to `SHOWN_OF_ONE` and one more.
 */
export async function listWork(tx: Tx, authorityId: number, kind: WorkKind, asked: Asked): Promise<WorkGroup> {
  const waiting = waitingOf(kind, asked)
  const day = waiting.day ?? waiting.order
  const first = (column: string) => sql`(array_agg(${sql.ref(`w.${column}`)} order by w."on"))[1]`
  const own = sql`and t.person_id in (select a.person_id from care_planning.allocation a
    where a.authority_id = ${authorityId} and a.worker_id = ${asked.workerId ?? 0} and a.ends_on is null)`
  const { rows } = await sql<Row>`
    with w as materialized (
      select t.person_id, ${day} as "on",
        ${waiting.words ? sql`t.own_words` : sql`null::text`} as words,
        ${waiting.words ? sql`t.own_words_language` : sql`null::text`} as words_language,
        ${waiting.situation ? sql`t.kind` : sql`null::text`} as situation,
        ${waiting.situation ? sql`t.count` : sql`1`} as count,
        ${waiting.situation ? sql`t.situation_id` : sql`0`} as part
      from ${sql.table(`care_planning.${waiting.table}`)} t
      where t.authority_id = ${authorityId} and ${waiting.where}
      ${asked.workerId === undefined ? sql`order by ${waiting.order}, t.person_id limit ${SHOWN_OF_ONE + 1}` : own}
    ), g as (
      select w.person_id, ${waiting.of === 'last' ? sql`max(w."on")` : sql`min(w."on")`} as "on", min(w.situation) as situation,
        sum(w.count) as count, ${first('words')} as words, ${first('words_language')} as words_language
      from w group by w.person_id, w.part
    )
    select g.person_id, p.ref, p.given_name, p.family_name, p.known_as, g."on", g.situation, g.words, g.words_language,
      g.count::integer as count, (count(*) over ())::integer as total
    from g
    join care_planning.person p on p.authority_id = ${authorityId} and p.person_id = g.person_id and p.ended_on is null
    order by g."on", g.person_id limit ${asked.limit}`.execute(tx)
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
    words: row.words === null ? null : { text: row.words, language: row.words_language ?? 'cy' },
  }
}
