/** Parts that descriptions of routes are put together from. */
import { z } from '@hono/zod-openapi'

/** Our own id of a record, in a path or a query. */
export const IdText = z.coerce.number().int().positive()

/** A day as programs send and get it. */
export const DayText = z.string().openapi({ format: 'date', example: '2026-03-03' })

/** An answer in JSON. */
export const jsonAnswer = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A body in JSON that has to be there. */
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})
