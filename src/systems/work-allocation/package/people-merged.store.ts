/** What work allocation does when two records of one person are merged: packages and visits go over to the one that stands, and back. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Held, MergeAnswer, MergedPair } from '../../../platform/merging/merge-answer.ts'

type Visit = { readonly provider_id: number; readonly visit_ref: string }

/** What it takes to undo: a visit goes with its package, but for those few that were made under a package of the other record. */
type KeptHere = {
  readonly packageIds: readonly number[]
  readonly stoodIds: readonly number[]
  readonly movedVisits: readonly Visit[]
  readonly stayingVisits: readonly Visit[]
}

const PACKAGES = { en: 'Packages of care', cy: 'Pecynnau gofal' }
const VISITS = { en: 'Visits', cy: 'Ymweliadau' }

export const peopleMerged: MergeAnswer = {
  room: 'work-allocation',
  async holds(tx, authorityId, personId) {
    const packages = (await packagesOf(tx, authorityId, personId)).length
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from work_allocation.visit
      where authority_id = ${authorityId} and person_id = ${personId}`.execute(tx)
    return some([
      { what: PACKAGES, count: packages },
      { what: VISITS, count: Number(rows[0]?.count ?? 0) },
    ])
  },
  async move(tx, pair) {
    const { authorityId, standingId, formerId } = pair
    const packageIds = await packagesOf(tx, authorityId, formerId)
    const kept: KeptHere = {
      packageIds,
      stoodIds: await packagesOf(tx, authorityId, standingId),
      movedVisits: await visitsOf(tx, authorityId, formerId, sql`package_id <> all(${packageIds}::bigint[])`),
      stayingVisits: await visitsOf(tx, authorityId, standingId, sql`package_id = any(${packageIds}::bigint[])`),
    }
    await sql`update work_allocation.package set person_id = ${standingId}
      where authority_id = ${authorityId} and person_id = ${formerId}`.execute(tx)
    await sql`update work_allocation.visit set person_id = ${standingId}
      where authority_id = ${authorityId} and person_id = ${formerId}`.execute(tx)
    return kept
  },
  async cameSince(tx, { authorityId, standingId }, kept) {
    const { packageIds, stoodIds } = kept as KeptHere
    const known = new Set([...packageIds, ...stoodIds])
    const fresh = (await packagesOf(tx, authorityId, standingId)).filter((id) => !known.has(id))
    return some([{ what: PACKAGES, count: fresh.length }])
  },
  async moveBack(tx, pair, kept) {
    const { packageIds, movedVisits, stayingVisits } = kept as KeptHere
    await sql`update work_allocation.package set person_id = ${pair.formerId}
      where authority_id = ${pair.authorityId} and person_id = ${pair.standingId}
        and package_id = any(${packageIds}::bigint[])`.execute(tx)
    await visitsBack(tx, pair, sql`v.package_id = any(${packageIds}::bigint[]) and not ${among(stayingVisits)}`)
    await visitsBack(tx, pair, among(movedVisits))
  },
}

const some = (held: readonly Held[]) => held.filter(({ count }) => count > 0)

async function packagesOf(tx: Tx, authorityId: number, personId: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('work_allocation.package')
    .select('package_id')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ package_id }) => package_id)
}

async function visitsOf(tx: Tx, authorityId: number, personId: number, and: ReturnType<typeof sql>) {
  const { rows } = await sql<Visit>`
    select provider_id, visit_ref from work_allocation.visit
    where authority_id = ${authorityId} and person_id = ${personId} and ${and}`.execute(tx)
  return rows
}

const among = (visits: readonly Visit[]) => sql`(v.provider_id, v.visit_ref) in (
  select s.provider_id, s.visit_ref
  from jsonb_to_recordset(${JSON.stringify(visits)}::text::jsonb) as s(provider_id integer, visit_ref text))`

async function visitsBack(tx: Tx, { authorityId, standingId, formerId }: MergedPair, and: ReturnType<typeof sql>) {
  await sql`update work_allocation.visit v set person_id = ${formerId}
    where v.authority_id = ${authorityId} and v.person_id = ${standingId} and ${and}`.execute(tx)
}
