/** What people can do with the audit log: read it, verify it, and see the history of one record. */
import { z } from 'zod'
import { accepted } from '../../kernel/result.ts'
import { defineAction } from '../actions/action.ts'
import { verifyAudit } from './verify-audit.ts'

export const verifyAuditAction = defineAction({
  name: 'audit.verify-log',
  title: { en: 'Verified the audit log', cy: 'Gwiriwyd y log archwilio' },
  permission: 'audit:read',
  /** `noted`: a link written down earlier, through which the chain must still go. */
  input: z.object({
    noted: z.object({ sequence: z.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  }),
  run: async ({ tx, actor }, { noted }) => accepted(await verifyAudit(tx, actor.authorityId, noted)),
})
