/** Test databases are fresh, migrated and each other's strangers. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestDatabase } from './test-database.ts'

test('each test database starts with the same two authorities and shares nothing with another', async () => {
  const one = await openTestDatabase()
  const other = await openTestDatabase()
  try {
    await one.asOwner((tx) => sql`delete from platform.authority where authority_id = 2`.execute(tx))
    const refs = (database: typeof one) =>
      database.asOwner(async (tx) => {
        const rows = await tx.selectFrom('platform.authority').select('ref').orderBy('authority_id').execute()
        return rows.map((row) => row.ref)
      })
    expect(await refs(one)).toEqual(['bryniau'])
    expect(await refs(other)).toEqual(['bryniau', 'arall'])
  } finally {
    await Promise.all([one.close(), other.close()])
  }
})
