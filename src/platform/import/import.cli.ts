/** `canlyn import <kind> FILE`: brings a file of records in, or checks it, and says which rows were not taken. */
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CommandContext, CommandMount } from '../command/command.ts'
import { CommandRefused } from '../command/command.ts'
import { listRejects } from './browse.actions.ts'
import { importFile } from './import.actions.ts'
import { text } from './import.cli.text.ts'
import { acceptedOf, type ImportRecord } from './import-record.ts'
import { listImportKinds } from './kinds.ts'
import type { Reject } from './values/row-reader.ts'

type Options = { readonly authority?: string; readonly dryRun?: boolean }

export const importCommands: CommandMount = (program, context) => {
  const words = text[context.language]
  program
    .command('import')
    .description(words.about)
    .argument('<kind>', words.kind)
    .argument('<file>', words.file)
    .option('--authority <ref>', words.authority)
    .option('--dry-run', words.dryRun)
    .addHelpText('after', () => `\n${words.kinds}\n${kindLines(context)}`)
    .action((kind: string, file: string, options: Options) => bringIn(context, kind, file, options))
}

async function bringIn(context: CommandContext, kind: string, file: string, options: Options): Promise<void> {
  if (file !== '-') await refuseUnreadable(file)
  const authorityId = await context.authorityId(options.authority)
  const runtime = await context.runtime()
  const actor = context.actor(authorityId)
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const origin = { via: 'command', at: 'canlyn import' } as const
  const source = { name: basename(file), stream }
  const done = context.accept(
    await importFile(runtime, actor, kind, source, { origin, dryRun: options.dryRun ?? false }),
  )
  const rejects = context.accept(await listRejects(runtime, actor, done.importId))
  context.print(answerOf(context, done, rejects), reportOf(context, done, rejects))
  context.exit(done.tally.rejected > 0 ? 1 : 0)
}

/** The shape that scripts rely on. */
function answerOf({ language }: CommandContext, { tally }: ImportRecord, rejects: readonly Reject[]) {
  return {
    read: tally.read,
    accepted: acceptedOf(tally),
    alreadyKnown: tally.known,
    rejected: tally.rejected,
    rejects: rejects.map(({ line, column, value, code, message }) => ({
      line,
      column,
      value,
      code,
      message: message[language],
    })),
  }
}

function reportOf({ language }: CommandContext, done: ImportRecord, rejects: readonly Reject[]): string {
  const words = text[language]
  const { tally } = done
  const lines = [
    done.state === 'checked' ? words.checked(done.fileName) : words.broughtIn(done.fileName, done.importId),
  ]
  lines.push(words.counts({ ...tally, accepted: acceptedOf(tally) }))
  if (done.unknownColumns.length > 0) lines.push(words.unknownColumns(done.unknownColumns.join(', ')))
  for (const { line, column, value, message } of rejects)
    lines.push(words.reject({ line, column, value, message: message[language] }))
  return lines.join('\n')
}

function kindLines({ language }: CommandContext): string {
  return listImportKinds()
    .map((kind) => `  ${kind.name.padEnd(20)} ${kind.lead[language]}`)
    .join('\n')
}

async function refuseUnreadable(file: string): Promise<void> {
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (isReadable) return
  const message = { en: text.en.cannotRead(file), cy: text.cy.cannotRead(file) }
  throw new CommandRefused({ kind: 'not-found', code: 'file-not-readable', message, field: 'file' })
}
