/** `canlyn backup`, `restore`, `migrate` and `doctor`: what an operator does to an installation rather than within it. */
import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CommandContext, type CommandMount, CommandRefused } from '../command/command.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { openDatabase } from '../database/open-database.ts'
import { backUp } from './backup.ts'
import { isInUse } from './contents.ts'
import { factsOf } from './doctor.store.ts'
import { findingsOf, isUnwell } from './doctor.ts'
import { examine } from './examine.ts'
import { text } from './operations.cli.text.ts'
import { restore } from './restore.ts'

export type OperationsParts = {
  /** What the environment says; a refusal ends the command with its sentence. */
  readonly configuration: (context: CommandContext) => Configuration
  /** Throws with one line for each thing that is wrong. */
  readonly loadFrameworks: () => Promise<unknown>
}

/** These commands open the database themselves: they have to work where the program would not start. */
export function operationsCommands(parts: OperationsParts): CommandMount {
  return (program, context) => {
    const words = text[context.language]
    program
      .command('backup')
      .description(words.backup)
      .argument('<file>', words.backupFile)
      .action((file: string) => backUpTo(file, parts.configuration(context), context))
    program
      .command('restore')
      .description(words.restore)
      .argument('<file>', words.restoreFile)
      .option('--replace', words.replace)
      .action((file: string, { replace = false }: { replace?: boolean }) =>
        restoreFrom(file, replace, parts.configuration(context), context),
      )
    program
      .command('migrate')
      .description(words.migrate)
      .action(() => migrateAll(parts.configuration(context), context))
    program
      .command('doctor')
      .description(words.doctor)
      .action(() => diagnose(parts, context))
  }
}

/** Writes beside the file and takes its name at the end, so that a file of this name is always a whole backup. */
async function backUpTo(file: string, configuration: Configuration, context: CommandContext): Promise<void> {
  const words = text[context.language]
  if (await isThere(file)) throw refusal('file-exists', text.en.fileThere(file), text.cy.fileThere(file))
  const database = await openDatabase(configuration, { migrate: false })
  const unfinished = `${file}.unfinished`
  try {
    if (!(await database.asOwner(isInUse))) throw refusal('nothing-to-back-up', text.en.nothing, text.cy.nothing)
    const { contents } = await backUp(database, createWriteStream(unfinished), Temporal.Now.instant())
    await forceToDisk(unfinished)
    await rename(unfinished, file)
    await forceToDisk(dirname(file))
    const rows = contents.reduce((sum, table) => sum + table.rows, 0)
    context.print({ file, rows, contents }, words.backedUp(file, rows, contents.length))
  } finally {
    await rm(unfinished, { force: true })
    await database.close()
  }
}

async function restoreFrom(file: string, replace: boolean, configuration: Configuration, context: CommandContext) {
  const words = text[context.language]
  if (!(await isThere(file))) throw refusal('no-such-file', text.en.noFile(file), text.cy.noFile(file))
  const database = await openDatabase(configuration, { migrate: false })
  try {
    const summary = context.accept(await restore(database, createReadStream(file), { replace }))
    const rows = summary.contents.reduce((sum, table) => sum + table.rows, 0)
    const since = summary.migrated.length > 0 ? `\n${words.migratedSince(summary.migrated.length)}` : ''
    context.print({ file, rows, ...summary }, `${words.restored(summary.madeAt, rows)}${since}`)
  } finally {
    await database.close()
  }
}

async function migrateAll(configuration: Configuration, context: CommandContext): Promise<void> {
  const before = await openDatabase(configuration, { migrate: false })
  const { pendingMigrations } = await factsOf(before).finally(() => before.close())
  const migrated = await openDatabase(configuration)
  await migrated.close()
  context.print({ migrated: pendingMigrations }, text[context.language].migrated(pendingMigrations.length))
}

async function diagnose(parts: OperationsParts, context: CommandContext): Promise<void> {
  const words = text[context.language]
  const findings = findingsOf(await examine(parts.configuration(context), parts.loadFrameworks))
  const lines = findings.map(({ level, message }) => `${words.levels[level].padEnd(7)} ${message[context.language]}`)
  const wrong = findings.filter(({ level }) => level === 'wrong').length
  context.print(
    { isWell: !isUnwell(findings), findings: findings.map((f) => ({ ...f, message: f.message[context.language] })) },
    [...lines, wrong === 0 ? words.well : words.unwell(wrong)].join('\n'),
  )
  context.exit(isUnwell(findings) ? 1 : 0)
}

async function forceToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
}

function refusal(code: string, en: string, cy: string): CommandRefused {
  return new CommandRefused({ kind: 'invalid', code, message: { en, cy } })
}
