/** `canlyn scorecard CONTRACT --authority REF` prints the scorecard of a contract, by its reference. */
import type { Command } from 'commander'
import { bilingual, type Language } from '../../../kernel/language.ts'
import { monthsOf, showPeriod } from '../../../kernel/period.ts'
import { bringRollupsUpToDate } from '../../../measures/rollup-keeper.ts'
import type { CommandContext } from '../../../platform/command/command.ts'
import { findContractId, openScorecard, type Scorecard } from './scorecard.actions.ts'
import { presentScorecard } from './scorecard.answer.ts'
import { rowDetail, rowSentence, showValue } from './scorecard.sentences.ts'

const text = bilingual({
  en: {
    about: 'The scorecard of a contract',
    contract: 'reference of the contract',
    authority: 'reference of the authority',
    from: 'first day; left out: the last twelve whole months',
    to: 'last day, included',
  },
  cy: {
    about: 'Cerdyn sgorio contract',
    contract: 'cyfeirnod y contract',
    authority: 'cyfeirnod yr awdurdod',
    from: 'diwrnod cyntaf; os na roddir ef: y deuddeg mis cyfan diwethaf',
    to: 'diwrnod olaf, yn gynwysedig',
  },
})

type Options = { readonly authority: string; readonly from?: string; readonly to?: string }

export function scorecardCommands(program: Command, context: CommandContext): void {
  const words = text[context.language]
  program
    .command('scorecard')
    .description(words.about)
    .argument('<contract>', words.contract)
    .requiredOption('--authority <ref>', words.authority)
    .option('--from <date>', words.from)
    .option('--to <date>', words.to)
    .action(async (ref: string, { authority, from, to }: Options) => {
      const authorityId = await context.authorityId(authority)
      // Whoever asks on the command line can wait, and gets an answer of this moment even after a large import.
      await bringRollupsUpToDate((await context.runtime()).database, authorityId)
      const { contractId } = await context.perform(findContractId, { ref }, authorityId)
      const card = await context.perform(openScorecard, { contractId, from, to }, authorityId)
      const answer = presentScorecard(card)
      context.print(answer, inWords(context.language, card, answer.says[context.language]))
    })
}

function inWords(language: Language, card: Scorecard, lead: string): string {
  const months = monthsOf(card.period).length
  const rows = [...card.outcomeRows, ...card.rows].map((row) => {
    const { label } = row.measure
    const detail = rowDetail(language, row)
    return `${label[language]}: ${showValue(language, row.measure, row.now, months)}${detail ? ` (${detail})` : ''}. ${rowSentence(language, row)}`
  })
  return [`${card.contract.title[language]}, ${showPeriod(language, card.period)}`, lead, '', ...rows].join('\n')
}
