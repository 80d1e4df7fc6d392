/** Runs a line of the command line in a test, against a test database that stays open afterwards. */
import { fixedClock } from '../clock/clock.ts'
import { Configuration } from '../configuration/configuration.ts'
import type { Database } from '../database/database.ts'
import { noFrameworks } from '../frameworks/index.ts'
import type { CommandMount, ExitCode } from './command.ts'
import { type CommandLine, runCommandLine } from './command-line.ts'

export type Ran = { readonly code: ExitCode; readonly out: string; readonly err: string; readonly json: unknown }

/** `await runCommand(database, [auditCommands], 'audit verify --authority bryniau --json')`. Words are split at spaces. */
export async function runCommand(
  database: Database,
  mounts: readonly CommandMount[],
  words: string,
  changes: Partial<CommandLine> = {},
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine({
    words: words.split(' '),
    mounts,
    openRuntime: async () => ({
      configuration: Configuration.parse({}),
      database: { ...database, close: async () => undefined },
      clock: fixedClock('2026-03-03'),
      frameworks: noFrameworks,
    }),
    userName: 'gweinyddwr',
    language: 'en',
    version: '0.0.0',
    output: { out: (text) => out.push(text), err: (text) => err.push(text) },
    ...changes,
  })
  const answer = out.join('')
  const json = words.includes('--json') && answer ? JSON.parse(answer) : undefined
  return { code, out: answer, err: err.join(''), json }
}
