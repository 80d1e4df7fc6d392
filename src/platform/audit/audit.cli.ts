/** `canlyn audit verify`: follows the chain of the audit log and says whether it is whole. */
import { type CommandMount, CommandRefused } from '../command/command.ts'
import { verifyAuditLog } from './audit.actions.ts'
import { text } from './audit.cli.text.ts'
import { showVerdict } from './verify-audit.text.ts'
import type { AuditLink } from './verify-audit.ts'

export const auditCommands: CommandMount = (program, context) => {
  const words = text[context.language]
  const audit = program.command('audit').description(words.audit)
  audit
    .command('verify')
    .description(words.verify)
    .requiredOption('--authority <ref>', words.authority)
    .option('--noted <sequence:hash>', words.noted)
    .action(async (options: { authority: string; noted?: string }) => {
      const noted = options.noted === undefined ? undefined : linkOf(options.noted)
      const authorityId = await context.authorityId(options.authority)
      const verdict = await context.perform(verifyAuditLog, { noted }, authorityId)
      const receipt =
        verdict.head.sequence > 0 ? `\n${words.receipt} ${verdict.head.sequence}:${verdict.head.hash}` : ''
      context.print(verdict, `${showVerdict(context.language, verdict)}${receipt}`)
      context.exit(verdict.isWhole ? 0 : 1)
    })
}

function linkOf(typed: string): AuditLink {
  const parts = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(typed)
  if (parts) return { sequence: Number(parts[1]), hash: parts[2]! }
  const message = { en: text.en.badLink, cy: text.cy.badLink }
  throw new CommandRefused({ kind: 'invalid', code: 'invalid-noted-link', message, field: 'noted' })
}
