/** `canlyn line-of-sight --authority REF` prints the thread from need to review; `--contract` or `--outcome` that of one of them. */
import type { Command } from 'commander'
import { showPeriod } from '../../kernel/period.ts'
import { bringRollupsUpToDate } from '../../measures/rollup-keeper.ts'
import type { CommandContext, CommandMount } from '../../platform/command/command.ts'
import { readThread, type Thread } from './line-of-sight.actions.ts'
import { presentThread } from './line-of-sight.answer.ts'
import { text } from './line-of-sight.text.ts'

type Options = { readonly authority: string } & Readonly<
  Partial<Record<'contract' | 'outcome' | 'from' | 'to', string>>
>

export const lineOfSightCommands: CommandMount = (program: Command, context: CommandContext) => {
  const words = text[context.language].command
  program
    .command('line-of-sight')
    .description(words.about)
    .requiredOption('--authority <ref>', words.authority)
    .option('--contract <ref>', words.contract)
    .option('--outcome <ref>', words.outcome)
    .option('--from <date>', words.from)
    .option('--to <date>', words.to)
    .action(async ({ authority, contract, outcome, from, to }: Options) => {
      const authorityId = await context.authorityId(authority)
      // Whoever asks on the command line can wait, and gets an answer of this moment even after a large import.
      await bringRollupsUpToDate((await context.runtime()).database, authorityId)
      const thread = await context.perform(readThread, { contract, outcome, from, to }, authorityId)
      context.print(presentThread(context.language, thread), inWords(context, thread))
    })
}

function inWords({ language }: CommandContext, thread: Thread): string {
  const { stops } = presentThread(language, thread)
  const lines = stops.map(({ name, headline, detail, broken }) =>
    [`${name}: ${headline}`, detail, broken].filter((part) => part !== null).join('\n  '),
  )
  const none = lines.length === 0 ? [text[language].command.empty] : []
  return [showPeriod(language, thread.period), ...lines, ...none].join('\n')
}
