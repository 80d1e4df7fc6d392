/** The command line: puts every room's commands together and runs one line. Started by bin/canlyn.js. */
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { loadAllFrameworks, openRuntime, publish, systems } from './app.ts'
import { measureCommands } from './desk/measures/measures.cli.ts'
import { auditCommands } from './platform/audit/audit.cli.ts'
import { type CommandMount, CommandRefused } from './platform/command/command.ts'
import { runCommandLine } from './platform/command/command-line.ts'
import { configurationFrom } from './platform/configuration/configuration.ts'
import { importCommands } from './platform/import/import.cli.ts'
import { operationsCommands } from './platform/operations/operations.cli.ts'
import type { Runtime } from './platform/runtime.ts'
import { userCommands } from './platform/session/user.cli.ts'

const serveCommand: CommandMount = (program, { language }) => {
  const about = {
    en: 'Start the server, as `npm start` does',
    cy: 'Cychwyn y gweinydd, fel y mae `npm start` yn ei wneud',
  }
  program
    .command('serve')
    .description(about[language])
    .action(async () => void (await import('./main.ts')))
}

/** In the order of the help. A room adds one line here; a system's own come with its `SystemModule`. */
const mounts: readonly CommandMount[] = [
  serveCommand,
  operationsCommands({
    configuration: (context) => context.accept(configurationFrom(process.env)),
    loadFrameworks: loadAllFrameworks,
  }),
  auditCommands,
  userCommands,
  measureCommands,
  importCommands,
  ...systems.flatMap((system) => (system.commands ? [system.commands] : [])),
]

async function openFromEnvironment(): Promise<Runtime> {
  const configuration = configurationFrom(process.env)
  if (!configuration.ok) throw new CommandRefused(configuration.refusal)
  publish(systems)
  return openRuntime(configuration.value)
}

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  mounts,
  openRuntime: openFromEnvironment,
  userName: userInfo().username,
  language: (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('cy') ? 'cy' : 'en',
  version,
  output: { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
})
