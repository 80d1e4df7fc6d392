/** Merges visits by the hundred thousand: COPY into a table of the transaction's own, then one statement for what is new and one for what changed. */
import { sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Fate, ImportContext, Undone } from '../../../platform/import/import-kind.ts'
import type { MissedVisits } from '../../care-planning/index.ts'
import type { JudgedVisit } from './visit-judging.import.ts'

/** What a file says of a visit; the order is that of the lines for COPY. */
const SAID = [
  'visit_ref',
  'provider_id',
  'contract_id',
  'package_id',
  'person_id',
  'service_day',
  'planned_start',
  'planned_end',
  'actual_start',
  'actual_end',
  'status',
  'cancelled_reason',
  'cancelled_at',
  'log_method',
  'manual_reason',
  'worker_ref',
  'second_worker_ref',
  'language',
  'extra',
] as const
/** What was true of its package at the time, and what the import noticed: it does not make a visit another one. */
const NOTED = ['area_id', 'language_asked', 'flags'] as const
const ALL = [...SAID, ...NOTED]
const CONTENT = SAID.slice(2)

const ALL_COLUMNS = sql.raw(ALL.join(', '))
const CONTENT_OF = (table: 'v' | 's') => sql.raw(CONTENT.map((c) => `${table}.${c}`).join(', '))
const DIFFERS = sql`(${CONTENT_OF('v')}) is distinct from (${CONTENT_OF('s')})`
const LINES_AT_ONCE = 1000

/** Inserts what is new, corrects what differs and keeps how it stood, leaves alone what is the same. */
export async function mergeVisits(
  tx: Tx,
  context: ImportContext,
  visits: readonly JudgedVisit[],
): Promise<readonly Fate[]> {
  if (visits.length === 0) return []
  await stage(tx, context, visits)
  const { authorityId, importId } = context
  const result = await sql`
    insert into work_allocation.visit (authority_id, import_id, ${ALL_COLUMNS})
    select ${authorityId}::integer, ${importId}::bigint, ${ALL_COLUMNS} from pg_temp.visit_incoming
    on conflict (authority_id, provider_id, visit_ref) do nothing`.execute(tx)
  const inserted = Number(result.numAffectedRows ?? 0)
  const fates = new Array<Fate>(visits.length).fill('inserted')
  if (inserted === visits.length) return fates
  await setFatesOfKnown(tx, context, visits, fates)
  if (fates.includes('corrected')) await correct(tx, context)
  return fates
}

/** Of the people whose missed visits this batch brought, since a day: all that were missed in the same months, by person and month. */
export async function countMissedWith(tx: Tx, authorityId: number, since: Day): Promise<readonly MissedVisits[]> {
  const { rows } = await sql<MissedVisits>`
    with touched as (
      select distinct person_id, measures.month_of(service_day) as month from pg_temp.visit_incoming
      where status = 'missed' and service_day >= ${since}
    )
    select v.person_id as "personId", to_char(t.month, 'YYYY-MM') as month, count(*)::integer as missed,
      max(v.service_day) as "lastOn"
    from touched t
    join work_allocation.visit v on v.authority_id = ${authorityId} and v.person_id = t.person_id
      and v.service_day >= t.month and v.service_day < t.month + interval '1 month'
    where v.status = 'missed'
    group by v.person_id, t.month`.execute(tx)
  return rows.map((row) => ({ ...row, personId: Number(row.personId) }))
}

/** What `mergeVisits` would do, told without writing: a check of a large file leaves nothing to tidy up. */
export async function rehearseVisits(
  tx: Tx,
  context: ImportContext,
  visits: readonly JudgedVisit[],
): Promise<readonly Fate[]> {
  if (visits.length === 0) return []
  await stage(tx, context, visits)
  const fates = new Array<Fate>(visits.length).fill('inserted')
  await setFatesOfKnown(tx, context, visits, fates)
  return fates
}

async function stage(tx: Tx, { database }: ImportContext, visits: readonly JudgedVisit[]): Promise<void> {
  await sql`create temp table visit_incoming on commit drop as
    select ${ALL_COLUMNS} from work_allocation.visit with no data`.execute(tx)
  await database.copyIn(tx, 'pg_temp.visit_incoming', ALL, linesOf(visits))
}

function* linesOf(visits: readonly JudgedVisit[]): Generator<string> {
  for (let at = 0; at < visits.length; at += LINES_AT_ONCE) {
    let lines = ''
    for (const { line } of visits.slice(at, at + LINES_AT_ONCE)) lines += line
    yield lines
  }
}

/** Visits that an earlier import wrote are known or corrected; one that this very import wrote otherwise stands twice in its file. */
async function setFatesOfKnown(
  tx: Tx,
  { authorityId, importId }: ImportContext,
  visits: readonly JudgedVisit[],
  fates: Fate[],
): Promise<void> {
  const { rows } = await sql<{ provider_id: number; visit_ref: string; fate: Fate }>`
    select s.provider_id, s.visit_ref,
      case when v.import_id = ${importId} then 'twice' when ${DIFFERS} then 'corrected' else 'known' end as fate
    from pg_temp.visit_incoming s
    join work_allocation.visit v on v.authority_id = ${authorityId} and v.provider_id = s.provider_id and v.visit_ref = s.visit_ref
    where v.import_id <> ${importId} or ${DIFFERS}`.execute(tx)
  if (rows.length === 0) return
  const at = new Map(visits.map((visit, n) => [`${visit.providerId}/${visit.visitRef}`, n]))
  for (const row of rows) fates[at.get(`${row.provider_id}/${row.visit_ref}`) as number] = row.fate
}

async function correct(tx: Tx, { authorityId, importId }: ImportContext): Promise<void> {
  const changed = sql`v.authority_id = ${authorityId} and v.provider_id = s.provider_id and v.visit_ref = s.visit_ref
    and v.import_id <> ${importId} and ${DIFFERS}`
  await sql`
    insert into work_allocation.visit_before (authority_id, import_id, provider_id, visit_ref, before)
    select ${authorityId}::integer, ${importId}::bigint, v.provider_id, v.visit_ref, to_jsonb(v)
    from work_allocation.visit v, pg_temp.visit_incoming s where ${changed}`.execute(tx)
  const sets = CONTENT.map((column) => `${column} = s.${column}`).join(', ')
  await sql`
    update work_allocation.visit v set ${sql.raw(sets)}, flags = s.flags, import_id = ${importId},
      area_id = case when v.package_id = s.package_id then v.area_id else s.area_id end,
      language_asked = case when v.package_id = s.package_id then v.language_asked else s.language_asked end
    from pg_temp.visit_incoming s where ${changed}`.execute(tx)
}

/** Visits of the import that a later one corrected: that one has to be undone first. */
export async function countVisitsChangedSince(tx: Tx, authorityId: number, importId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from work_allocation.visit_before
    where authority_id = ${authorityId} and import_id > ${importId} and (before ->> 'import_id')::bigint = ${importId}`.execute(
    tx,
  )
  return Number(rows[0]?.count ?? 0)
}

/** Deletes the visits that the import brought in and puts back those it corrected. */
export async function takeBackVisits(tx: Tx, authorityId: number, importId: number): Promise<Undone> {
  const ours = sql`authority_id = ${authorityId} and import_id = ${importId}`
  const columns = sql.raw(
    [...CONTENT, ...NOTED, 'import_id'].map((column) => `${column} = ${asBefore(column)}`).join(', '),
  )
  const restored = await sql`
    update work_allocation.visit v set ${columns}
    from work_allocation.visit_before b, lateral jsonb_populate_record(null::work_allocation.visit, b.before) o
    where b.authority_id = ${authorityId} and b.import_id = ${importId}
      and v.authority_id = b.authority_id and v.provider_id = b.provider_id and v.visit_ref = b.visit_ref`.execute(tx)
  const deleted = await sql`delete from work_allocation.visit where ${ours}`.execute(tx)
  await sql`delete from work_allocation.visit_before where ${ours}`.execute(tx)
  return { deleted: Number(deleted.numAffectedRows ?? 0), restored: Number(restored.numAffectedRows ?? 0) }
}

/** A person's record may have been merged into another since; the package says which stands now. */
function asBefore(column: string): string {
  if (column !== 'person_id') return `o.${column}`
  return `coalesce((select p.person_id from work_allocation.package p
    where p.authority_id = o.authority_id and p.package_id = o.package_id), o.person_id)`
}

/** Visits made under these packages. */
export async function countVisitsOf(tx: Tx, authorityId: number, packageIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from work_allocation.package p
    join work_allocation.visit v on v.authority_id = p.authority_id and v.person_id = p.person_id and v.package_id = p.package_id
    where p.authority_id = ${authorityId} and p.package_id = any(${packageIds}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
