/** Which providers support a person: what lets a provider open the person's page, and nothing wider. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export type Support = { readonly personId: number; readonly providerId: number }

/** What makes a provider part of a person's circle; each reason stands for itself. */
export type SupportReason = 'package' | 'contribution' | 'reablement'

/** Who is in people's circles for one reason: those that support them for it, now or before, and those that turned out not to. */
export type CircleChange = { readonly supporting: readonly Support[]; readonly notSupporting: readonly Support[] }

/**
 * Adds providers to people's circles; those already there stay. A provider leaves only where what brought it in was a mistake and is taken
 * back: one that supported a person before may look back.
 */
export async function changeCircles(
  tx: Tx,
  authorityId: number,
  because: SupportReason,
  change: CircleChange,
): Promise<void> {
  await sql`
    insert into care_planning.circle (authority_id, person_id, provider_id, because)
    select distinct ${authorityId}::integer, s.person_id, s.provider_id, ${because}
    from ${recordset(change.supporting)}
    on conflict do nothing`.execute(tx)
  await sql`
    delete from care_planning.circle c using ${recordset(change.notSupporting)}
    where c.authority_id = ${authorityId} and c.because = ${because}
      and c.person_id = s.person_id and c.provider_id = s.provider_id`.execute(tx)
}

function recordset(supports: readonly Support[]) {
  const rows = supports.map(({ personId, providerId }) => ({ person_id: personId, provider_id: providerId }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(person_id bigint, provider_id integer)`
}

/** Splits pairs that something touched into those that are still supported and those that no longer are. */
export function circleChange(touched: readonly Support[], standing: readonly Support[]): CircleChange {
  const key = ({ personId, providerId }: Support) => `${personId}/${providerId}`
  const stands = new Set(standing.map(key))
  return {
    supporting: touched.filter((support) => stands.has(key(support))),
    notSupporting: touched.filter((support) => !stands.has(key(support))),
  }
}
