/** A fresh, migrated database for one test file: embedded, or on PostgreSQL where TEST_DATABASE_URL is given. */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { openPglite } from './pglite.ts'

/** The authority every test starts with. */
export const TEST_AUTHORITY_ID = 1

export async function openTestDatabase(): Promise<Database> {
  const database = await openPglite()
  await database.asOwner(async (tx) => {
    await sql`insert into platform.authority (authority_id, ref, name_en, name_cy) values
      (1, 'bryniau', 'Bryniau County Council', 'Cyngor Sir y Bryniau'),
      (2, 'arall', 'Arall County Council', 'Cyngor Sir Arall')`.execute(tx)
  })
  return database
}
