/** What the running program holds, made once by app.ts and handed to whoever acts. */
import type { Clock } from './clock/clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Database } from './database/database.ts'
import type { Frameworks } from './frameworks/index.ts'

export type Runtime = {
  readonly configuration: Configuration
  readonly database: Database
  readonly clock: Clock
  /** Policy as data: `await loadFrameworks(kinds)`, the kinds being those the systems bring. */
  readonly frameworks: Frameworks
}
