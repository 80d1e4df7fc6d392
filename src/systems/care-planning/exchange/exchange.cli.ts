/** `canlyn export fhir --person REF` prints a person's plan as a Bundle; `canlyn import fhir FILE` shows what one would change, and with --accept brings it in. */
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { type CommandContext, type CommandMount, CommandRefused } from '../../../platform/command/command.ts'
import { type ExchangeDifference, PART_NAMES } from './difference.ts'
import { fieldName, shownIn } from './differences.sentences.ts'
import { acceptReceived, comparePlan, type PlanComparison, receivePlan, sendPlan } from './exchange.actions.ts'
import { text as cliText } from './exchange.cli.text.ts'
import { text } from './exchange.text.ts'
import { readWhole } from './fhir-file.ts'

type Sending = { readonly person: string; readonly authority?: string }
type Receiving = {
  readonly authority?: string
  readonly accept?: boolean
  readonly take: readonly string[]
  readonly area?: string
  readonly needGroup?: string
}

export const exchangeCommands: CommandMount = (program, context) => {
  const words = cliText[context.language]
  under(program, 'export')
    .command('fhir')
    .description(words.exportAbout)
    .requiredOption('--person <ref>', words.person)
    .action((_: unknown, command: Command) => send(context, command.optsWithGlobals<Sending>()))
  under(program, 'import')
    .command('fhir')
    .description(words.importAbout)
    .argument('<file>', words.file)
    .option('--accept', words.accept)
    .option('--take <key>', words.take, (key: string, all: readonly string[]) => [...all, key], [] as readonly string[])
    .option('--area <ref>', words.area)
    .option('--need-group <group>', words.needGroup)
    .action((file: string, _: unknown, command: Command) =>
      receive(context, file, command.optsWithGlobals<Receiving>()),
    )
}

/** The command that ours stands under, where the program has it; else one of its own. */
function under(program: Command, name: string): Command {
  return program.commands.find((command) => command.name() === name) ?? program.command(name)
}

async function send(context: CommandContext, { person, authority }: Sending): Promise<void> {
  const authorityId = await context.authorityId(authority)
  const { bundle } = await context.perform(sendPlan, { ref: person }, authorityId)
  context.print(bundle, JSON.stringify(bundle, null, 2))
}

async function receive(context: CommandContext, file: string, options: Receiving): Promise<void> {
  const content = context.accept(await readWhole(await streamOf(file)))
  const input = { fileName: file === '-' ? 'fhir.json' : basename(file), text: content }
  const authorityId = await context.authorityId(options.authority)
  const comparison = await context.perform(comparePlan, input, authorityId)
  const { differences, unknown } = comparison
  const keptApart = comparison.keptApart.map(({ resource: _, ...one }) => one)
  const shown = { differences, unknown, keptApart }
  if (!options.accept) {
    context.print({ accepted: false, ...shown }, reportOf(context, comparison, cliText[context.language].notAccepted))
    return context.exit(differences.some(({ kind }) => kind !== 'new') || keptApart.length > 0 ? 1 : 0)
  }
  const { receivedPlanId } = await context.perform(receivePlan, input, authorityId)
  const all = differences.filter(({ kind }) => kind === 'differs').map(({ key }) => key)
  const taken = await context.perform(
    acceptReceived,
    {
      receivedPlanId,
      seen: comparison.seen,
      take: options.take.includes('all') ? all : options.take,
      areaId: comparison.areas.find(({ ref }) => ref === options.area)?.areaId,
      needGroup: options.needGroup,
    },
    authorityId,
  )
  const answer = { accepted: true, receivedPlanId, ...taken, ...shown }
  context.print(answer, reportOf(context, comparison, cliText[context.language].accepted(taken.taken.length)))
  context.exit(keptApart.length > 0 ? 1 : 0)
}

async function streamOf(file: string): Promise<AsyncIterable<Uint8Array | string>> {
  if (file === '-') return process.stdin
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (isReadable) return createReadStream(file)
  const message = { en: cliText.en.cannotRead(file), cy: cliText.cy.cannotRead(file) }
  throw new CommandRefused({ kind: 'not-found', code: 'file-not-readable', message, field: 'file' })
}

function reportOf({ language }: CommandContext, comparison: PlanComparison, last: string): string {
  const t = text[language]
  const { differences, keptApart, unknown } = comparison
  const line = (one: ExchangeDifference) =>
    `  ${PART_NAMES[one.part][language]} ${one.of}, ${fieldName(language, one)}: ${shownIn(language, one, one.theirs)}`
  const conflict = (one: ExchangeDifference) =>
    `  ${one.key}\n    ${t.here(shownIn(language, one, one.ours))}\n    ${t.inFile(shownIn(language, one, one.theirs))}`
  const block = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`${title}:`, ...lines] : [])
  const of = (kind: ExchangeDifference['kind']) => differences.filter((one) => one.kind === kind)
  return [
    ...(differences.length === 0 ? [t.nothingNew] : []),
    ...block(t.added, of('new').map(line)),
    ...block(t.differs, of('differs').map(conflict)),
    ...block(t.fixed, of('fixed').map(conflict)),
    ...block(
      t.unknown,
      unknown.map(({ what, ref }) => `  ${t.unknownKinds[what]}: ${ref}`),
    ),
    ...block(
      t.keptApart,
      keptApart.map(({ resourceType, name, reason, fields }) =>
        [`  ${resourceType}${name ? ` “${name}”` : ''}: ${t.reasons[reason]}`, ...fields].join(' · '),
      ),
    ),
    last,
  ].join('\n')
}
