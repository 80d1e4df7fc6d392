/** What retention asks of the database: when care ended, when something was last written, and whether the record is restricted. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { PersonName } from '../../../kernel/person-name.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { RecordFacts } from './retention.ts'

export type RecordOfPerson = PersonName & RecordFacts & { readonly personId: number; readonly ref: string }

type Row = {
  person_id: number
  ref: string
  given_name: string
  family_name: string
  known_as: string | null
  ended_on: Day | null
  last_on: Day | null
  restricted: boolean
}

/** The last of what was written: reviews, notes, assessments and episodes of reablement, each looked up by its own index. */
function facts(authorityId: number): RawBuilder<unknown> {
  const latest = (table: string, column: string) =>
    sql`(select max(t.${sql.ref(column)}) from ${sql.table(`care_planning.${table}`)} t
      where t.authority_id = ${authorityId} and t.person_id = p.person_id)`
  return sql`p.person_id, p.ref, p.given_name, p.family_name, p.known_as, p.ended_on,
    greatest(${latest('outcome_review', 'held_on')}, ${latest('plan_review', 'held_on')}, ${latest('provider_note', 'happened_on')},
      ${latest('assessment', 'completed_on')}, ${latest('reablement_episode', 'ended_on')}) as last_on,
    exists (select from care_planning.restriction r
      where r.authority_id = ${authorityId} and r.person_id = p.person_id and r.ended_on is null) as restricted`
}

export async function findRecordFacts(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<RecordOfPerson | undefined> {
  const { rows } = await sql<Row>`select ${facts(authorityId)} from care_planning.person p
    where p.authority_id = ${authorityId} and p.person_id = ${personId}`.execute(tx)
  return rows[0] && recordOf(rows[0])
}

/** Records of people whose care ended on or before a day, longest ago first; at most `limit`. */
export async function listEnded(
  tx: Tx,
  authorityId: number,
  endedBy: Day,
  limit: number,
): Promise<readonly RecordOfPerson[]> {
  const { rows } = await sql<Row>`select ${facts(authorityId)} from care_planning.person p
    where p.authority_id = ${authorityId} and p.ended_on <= ${endedBy}
    order by p.ended_on, p.person_id limit ${limit}`.execute(tx)
  return rows.map(recordOf)
}

/** When the care that ended first did. */
export async function findFirstEnd(tx: Tx, authorityId: number): Promise<Day | undefined> {
  const { rows } = await sql<{ first: Day | null }>`select min(p.ended_on) as first from care_planning.person p
    where p.authority_id = ${authorityId} and p.ended_on is not null`.execute(tx)
  return rows[0]?.first ?? undefined
}

function recordOf(row: Row): RecordOfPerson {
  return {
    personId: Number(row.person_id),
    ref: row.ref,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    endedOn: row.ended_on,
    lastOn: row.last_on,
    isRestricted: row.restricted,
  }
}
