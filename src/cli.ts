/** The command line: puts every room's commands together and runs one line. Started by bin/canlyn.js. */
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { auditCommands } from './platform/audit/audit.cli.ts'
import { systemClock } from './platform/clock/clock.ts'
import type { CommandMount } from './platform/command/command.ts'
import { runCommandLine } from './platform/command/command-line.ts'
import { Configuration } from './platform/configuration/configuration.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { datedValues, loadFrameworks } from './platform/frameworks/index.ts'
import type { Runtime } from './platform/runtime.ts'

/** In the order of the help. A room adds one line here; a system's own come with its `SystemModule`. */
const mounts: readonly CommandMount[] = [auditCommands]

async function openRuntime(): Promise<Runtime> {
  const configuration = Configuration.parse({ dataFolder: process.env.CANLYN_DATA })
  const frameworks = await loadFrameworks([datedValues])
  const database = await openDatabase(configuration)
  return { configuration, database, clock: systemClock, frameworks }
}

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  mounts,
  openRuntime,
  userName: userInfo().username,
  language: (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('cy') ? 'cy' : 'en',
  version,
  output: { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
})
