/** Writes tables.generated.ts from the migrated database, so that every query is checked against the schema. Run: `npm run tables`. */
import { writeFile } from 'node:fs/promises'
import { openPglite } from './pglite.ts'
import { renderTables } from './render-tables.ts'

const database = await openPglite()
const text = await database.asOwner((tx) => renderTables(tx))
await writeFile(new URL('./tables.generated.ts', import.meta.url), text)
await database.close()
