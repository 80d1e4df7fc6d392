/** What the API says when it refuses: one schema, one shape, documented on every route. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Refusal, Result } from '../../kernel/result.ts'
import { refusalOf } from '../actions/action.ts'
import type { Env } from '../http/doors.ts'
import { answerRefusal } from '../http/problem.ts'

/** RFC 9457, with our stable code and the fields at fault. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: 'urn:canlyn:problem:not-allowed' }),
    title: z.string().openapi({ description: 'In a few words, in the language of the address' }),
    status: z.number().int().openapi({ example: 403 }),
    detail: z.string().openapi({ description: 'A whole sentence that says what is wrong and what to do' }),
    code: z.string().openapi({ description: 'Stable, for programs', example: 'not-allowed' }),
    requestId: z.string().openapi({ description: 'Tell us this when you ask about the request' }),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'One for each field at fault' }),
  })
  .openapi('Problem')

/**
 * Answers a refusal from an API handler. Typed as `never` so that a handler's type is that of its good answers alone, and their bodies
 * stay checked against the route's schemas; the problem itself is documented on every route by `Doors`.
 */
export function answerApiRefusal(c: Context<Env>, refusal: Refusal): Promise<never> {
  return answerRefusal(c, refusal) as Promise<never>
}

/** What a request gets that does not fit its route's schemas: each field its own sentence, in the shape of every other problem. */
export function refuseMisfit(
  result: { success: true } | { success: false; error: z.ZodError },
  c: Context<Env>,
): Promise<Response> | undefined {
  return result.success ? undefined : answerRefusal(c, refusalOf(result.error))
}

/** A handler's usual last line: `return answered(c, result, (value) => c.json(present(value), 200))`. */
export function answered<T, Answer>(
  c: Context<Env>,
  result: Result<T>,
  answer: (value: T) => Answer,
): Answer | Promise<never> {
  return result.ok ? answer(result.value) : answerApiRefusal(c, result.refusal)
}
