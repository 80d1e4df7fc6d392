/** What the running program holds, made once by app.ts and handed to whoever acts. */
import type { Clock } from './clock/clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Database } from './database/database.ts'

export type Runtime = {
  readonly configuration: Configuration
  readonly database: Database
  readonly clock: Clock
}
