/** `canlyn measure NAME …` asks for one value; `canlyn measure list` says what can be asked for. */
import type { Command } from 'commander'
import { inBoth } from '../../kernel/language.ts'
import { showPeriod } from '../../kernel/period.ts'
import { shareOf } from '../../kernel/quantity.ts'
import { listMeasures } from '../../measures/registry.ts'
import { bringRollupsUpToDate } from '../../measures/rollup-keeper.ts'
import { showParts, showReading, UNIT_NAMES } from '../../measures/show-measure.ts'
import { type CommandContext, type CommandMount, CommandRefused } from '../../platform/command/command.ts'
import { askMeasure } from './measures.actions.ts'
import { text } from './measures.text.ts'

type Options = Readonly<
  Partial<Record<'authority' | 'contract' | 'provider' | 'area' | 'from' | 'to', string>> & { json?: boolean }
>

export const measureCommands: CommandMount = (program: Command, context: CommandContext) => {
  const { commandAbout, commandOptions } = text[context.language]
  program
    .command('measure')
    .description(commandAbout)
    .argument('<name>', commandOptions.name)
    .option('--authority <ref>', commandOptions.authority)
    .option('--contract <ref>', commandOptions.contract)
    .option('--provider <ref>', commandOptions.provider)
    .option('--area <ref>', commandOptions.area)
    .option('--from <date>', commandOptions.from)
    .option('--to <date>', commandOptions.to)
    .action((name: string, options: Options) => (name === 'list' ? list(context) : ask(context, name, options)))
}

function list(context: CommandContext): void {
  const { language } = context
  const rows = listMeasures().map(({ name, kind, unit, better, label, meaning }) => ({
    name,
    kind,
    unit,
    better,
    label,
    meaning,
  }))
  const lines = rows.map(
    ({ name, label, unit, meaning }) =>
      `${name}\n  ${label[language]} (${UNIT_NAMES[unit][language]})\n  ${meaning[language]}`,
  )
  context.print(rows, lines.join('\n'))
}

async function ask(context: CommandContext, name: string, options: Options): Promise<void> {
  const { language } = context
  const authorityId = await context.authorityId(needed(options, 'authority'))
  const [from, to] = [needed(options, 'from'), needed(options, 'to')]
  const { authority: _, json: __, ...slice } = options
  // Whoever asks on the command line can wait, and gets an answer of this moment even after a large import.
  await bringRollupsUpToDate((await context.runtime()).database, authorityId)
  const { measure, reading } = await context.perform(askMeasure, { measure: name, ...slice, from, to }, authorityId)
  const { numerator, denominator, asOf } = reading
  const parts = showParts(language, measure, reading)
  const value = showReading(language, measure, reading)
  context.print(
    { numerator, denominator, value: shareOf(reading) ?? null, unit: measure.unit, asOf: asOf.toString() },
    `${measure.label[language]}: ${value}${parts ? ` (${parts})` : ''}, ${showPeriod(language, reading.period)}`,
  )
}

function needed(options: Options, option: 'authority' | 'from' | 'to'): string {
  const given = options[option]
  if (given !== undefined) return given
  const message = inBoth((language) => text[language].commandNeeds(`--${option}`))
  throw new CommandRefused({ kind: 'invalid', code: 'option-missing', message, field: option })
}
