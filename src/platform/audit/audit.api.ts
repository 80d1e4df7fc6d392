/** The audit log for programs: search it, read an entry, follow the chain, and the history of one record. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../actions/action.ts'
import { described } from '../api/documented-route.ts'
import { cursorIn, PageQuery, pageFrom, pageOf } from '../api/page-cursor.ts'
import { answered } from '../api/problem-answers.ts'
import { originOf } from '../http/answer.ts'
import { actorOf, type Doors } from '../http/doors.ts'
import { listAudit, readAuditEntry, readHistory, verifyAuditLog } from './audit.actions.ts'
import type { AuditedEvent } from './reading.store.ts'
import { AUDIT_FAULTS } from './verify-audit.ts'

const Words = z.object({ en: z.string(), cy: z.string() })
const Day = z.string().optional().openapi({ format: 'date', example: '2026-03-29' })

const EntryAnswer = z
  .object({
    sequence: z.number().int().openapi({ description: 'From 1, without gaps, within the authority' }),
    at: z.string().openapi({ format: 'date-time' }),
    actor: z.object({ kind: z.enum(['user', 'client', 'system']), id: z.number().int(), name: z.string() }),
    action: z.string().openapi({ example: 'api.give-token' }),
    title: Words,
    recordType: z.string(),
    recordId: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    via: z.enum(['page', 'api', 'command', 'job']),
    atPage: z.string(),
    requestId: z.string().nullable(),
    hash: z.string().openapi({ description: 'The entry’s link in the chain, SHA-256 in hexadecimal' }),
  })
  .openapi('AuditEntry')

const Link = z.object({ sequence: z.number().int(), hash: z.string() })
const VerdictAnswer = z
  .object({
    isWhole: z.boolean(),
    entries: z.number().int(),
    head: Link.openapi({ description: 'The last link: note it where nobody can change it' }),
    firstBroken: z.number().int().optional(),
    fault: z.enum(AUDIT_FAULTS).optional(),
  })
  .openapi('AuditVerdict')

function present(event: AuditedEvent): z.infer<typeof EntryAnswer> {
  return {
    sequence: event.sequence,
    at: event.at.toString(),
    actor: event.actor,
    action: event.action,
    title: event.actionTitle,
    recordType: event.recordType,
    recordId: event.recordId,
    before: event.before,
    after: event.after,
    reason: event.reason,
    via: event.via,
    atPage: event.atPage,
    requestId: event.requestId,
    hash: event.hash,
  }
}

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export function auditApi(doors: Doors): void {
  searchRoute(doors)
  entryRoutes(doors)
}

function searchRoute(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Search the audit log, newest first', 'Chwilio’r log archwilio, y diweddaraf yn gyntaf'),
      method: 'get',
      path: '/audit',
      request: {
        query: PageQuery.extend({
          who: z.string().max(200).optional().openapi({ description: 'Part of a name' }),
          action: z.string().max(200).optional(),
          recordType: z.string().max(200).optional(),
          recordId: z.string().max(200).optional(),
          from: Day,
          to: Day,
          after: cursorIn(z.tuple([z.number()])).optional(),
        }),
      },
      responses: { 200: json(pageOf(EntryAnswer), 'A page of entries') },
    }),
    'audit:read',
    async (c) => {
      const { limit, after, ...filter } = c.req.valid('query')
      const input = { ...filter, limit: limit + 1, ...(after ? { before: after[0] } : {}) }
      const result = await perform(c.get('runtime'), actorOf(c), listAudit, input, originOf(c))
      return answered(c, result, ({ events }) => {
        const { items, next } = pageFrom(events, limit, (event) => [event.sequence])
        return c.json({ items: items.map(present), next }, 200)
      })
    },
  )
}

function entryRoutes(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Follow the chain of the audit log', 'Dilyn cadwyn y log archwilio'),
      method: 'get',
      path: '/audit/verdict',
      responses: { 200: json(VerdictAnswer, 'Whether the log is whole, and where it is not') },
    }),
    'audit:read',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), verifyAuditLog, {}, originOf(c))
      return answered(c, result, (verdict) => c.json(verdict, 200))
    },
  )
  doors.api(
    createRoute({
      ...described('One entry of the audit log', 'Un cofnod o’r log archwilio'),
      method: 'get',
      path: '/audit/{sequence}',
      request: { params: z.object({ sequence: z.coerce.number().int().min(1) }) },
      responses: { 200: json(EntryAnswer, 'The entry') },
    }),
    'audit:read',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), readAuditEntry, c.req.valid('param'), originOf(c))
      return answered(c, result, (event) => c.json(present(event), 200))
    },
  )
  doors.api(
    createRoute({
      ...described('The history of one record, newest first', 'Hanes un cofnod, y diweddaraf yn gyntaf'),
      method: 'get',
      path: '/history/{recordType}/{recordId}',
      request: {
        params: z.object({
          recordType: z.string().max(200).openapi({ example: 'care-planning.person' }),
          recordId: z.string().max(200).openapi({ example: '12' }),
        }),
      },
      responses: { 200: json(z.object({ items: z.array(EntryAnswer) }), 'At most the newest 200 entries') },
    }),
    'history:read',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), readHistory, c.req.valid('param'), originOf(c))
      return answered(c, result, (events) => c.json({ items: events.map(present) }, 200))
    },
  )
}
