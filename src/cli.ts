/** The command line: puts every room's commands together and runs one line. Started by bin/canlyn.js. */
import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { createApp, loadAllFrameworks, openRuntime, publish, systems } from './app.ts'
import { lineOfSightCommands } from './desk/line-of-sight/line-of-sight.cli.ts'
import { measureCommands } from './desk/measures/measures.cli.ts'
import { bilingual } from './kernel/language.ts'
import type { Refusal } from './kernel/result.ts'
import { auditCommands } from './platform/audit/audit.cli.ts'
import { type CommandMount, CommandRefused } from './platform/command/command.ts'
import { runCommandLine } from './platform/command/command-line.ts'
import { exportCommand } from './platform/command/export.cli.ts'
import { configurationFrom, isDemonstration } from './platform/configuration/configuration.ts'
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

const demoCommand: CommandMount = (program, context) => {
  const words = DEMO_TEXT[context.language]
  program
    .command('demo')
    .description(words.about)
    .action(async () => {
      const runtime = await context.runtime()
      if (!isDemonstration(runtime.configuration)) throw new CommandRefused(NOT_IN_PRODUCTION)
      // Only a demonstration ever reads the generator. What it says on its way is not the answer.
      const { fillIfEmpty } = await import('../demo/fill.ts')
      const loaded = await fillIfEmpty(runtime, (share) => void process.stderr.write(`\r${Math.floor(share * 100)} %`))
      context.print({ loaded }, loaded ? words.loaded : words.filled)
    })
}

const DEMO_TEXT = bilingual({
  en: {
    about: 'Load the demonstration county where there is nothing yet',
    loaded: 'The demonstration county is loaded.',
    filled: 'There are records here already, so nothing was loaded.',
  },
  cy: {
    about: 'Llwytho’r sir arddangos lle nad oes dim eto',
    loaded: 'Mae’r sir arddangos wedi’i llwytho.',
    filled: 'Mae cofnodion yma eisoes, felly ni lwythwyd dim.',
  },
})

const NOT_IN_PRODUCTION: Refusal = {
  kind: 'forbidden',
  code: 'not-in-production',
  message: {
    en: 'This installation is for real records, so the demonstration is not loaded into it.',
    cy: 'Mae’r gosodiad hwn ar gyfer cofnodion go iawn, felly ni lwythir yr arddangosiad iddo.',
  },
}

/** In the order of the help. A room adds one line here; a system's own come with its `SystemModule`. */
const mounts: readonly CommandMount[] = [
  serveCommand,
  demoCommand,
  operationsCommands({
    configuration: (context) => context.accept(configurationFrom(process.env)),
    loadFrameworks: loadAllFrameworks,
  }),
  auditCommands,
  userCommands,
  measureCommands,
  lineOfSightCommands,
  importCommands,
  exportCommand((runtime, parts) => createApp(runtime, systems, parts)),
  ...systems.flatMap((system) => (system.commands ? [system.commands] : [])),
]

// What the systems let anyone count can be listed without opening the database.
publish(systems)

async function openFromEnvironment(): Promise<Runtime> {
  const configuration = configurationFrom(process.env)
  if (!configuration.ok) throw new CommandRefused(configuration.refusal)
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
