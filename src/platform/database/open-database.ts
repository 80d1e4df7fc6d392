/** Chooses the database an installation runs on: PostgreSQL where DATABASE_URL says so, else the embedded one in the data folder. */
import { join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import type { Database } from './database.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** The folder of the embedded database within an installation's data folder. */
export function embeddedFolder(dataFolder: string): string {
  return join(dataFolder, 'database')
}

/**
 * Opens the database and applies pending migrations (unless told not to). Throws DatabaseUnavailable, with a sentence in both languages,
 * when it cannot be reached, is in use by another process, has no space, or may not be used in production.
 */
export async function openDatabase(
  configuration: Pick<Configuration, 'databaseUrl' | 'dataFolder' | 'mode'>,
  options: { readonly migrate?: boolean } = {},
): Promise<Database> {
  if (configuration.databaseUrl) return openPostgres(configuration.databaseUrl, options)
  if (configuration.mode === 'production') throw new DatabaseUnavailable(NOT_FOR_PRODUCTION)
  return openPglite({ folder: embeddedFolder(configuration.dataFolder), ...options })
}

const NOT_FOR_PRODUCTION = {
  kind: 'unavailable',
  code: 'embedded-database-in-production',
  message: {
    en: 'The embedded database is for trying out and demonstration. For production, give the address of a PostgreSQL 15 or newer in DATABASE_URL.',
    cy: 'Mae’r gronfa ddata fewnol ar gyfer rhoi cynnig arni ac arddangos. Ar gyfer defnydd go iawn, rhowch gyfeiriad PostgreSQL 15 neu fwy newydd yn DATABASE_URL.',
  },
} as const
