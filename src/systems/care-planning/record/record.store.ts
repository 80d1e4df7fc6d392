/** What the outcomes of a record are called. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { About } from '../../../platform/personal-data/held-part.ts'

/** The outcomes of one person, in their own words; never translated. */
export async function listOutcomeWords(
  tx: Tx,
  { authorityId, personId }: About,
): Promise<ReadonlyMap<number, Bilingual>> {
  const rows = await tx
    .selectFrom('care_planning.personal_outcome')
    .select(['personal_outcome_id', 'own_words'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map((row) => [row.personal_outcome_id, { en: row.own_words, cy: row.own_words }]))
}
