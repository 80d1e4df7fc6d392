/** Paging by cursor: the place after the last row a caller got, as an opaque text that stays right when rows are added. */
import { z } from '@hono/zod-openapi'
import { bilingualIssue } from '../actions/action.ts'

/** `limit` and `after`, for the query of every list of the API. */
export const PageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(50)
    .openapi({ description: 'How many to answer, 500 at most', example: 50 }),
  after: z
    .string()
    .max(400)
    .optional()
    .openapi({ description: 'The `next` of the page before; leave out for the first page' }),
})

/** The answer of every list: the rows, and `next` while there are more. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({
    items: z.array(row),
    next: z.string().nullable().openapi({ description: 'Give as `after` for the next page; null on the last' }),
  })
}

/** The sort keys of a row, in order, as a cursor. Opaque to callers; nothing in it is secret. */
export function cursorOf(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/**
 * A schema that reads a cursor back into its keys: `cursorIn(z.tuple([z.string(), z.number()]))`. A text that is not one of our cursors
 * is an invalid field, not a fault.
 */
export function cursorIn<Keys>(keys: z.ZodType<Keys>) {
  return z.string().transform((text, context): Keys => {
    const parsed = keys.safeParse(decoded(text))
    if (parsed.success) return parsed.data
    const message = bilingualIssue(
      'This is not a place in this list. Send the `next` of the page before, as it was.',
      'Nid lle yn y rhestr hon yw hwn. Anfonwch `next` y dudalen flaenorol, fel yr oedd.',
    )
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * One page of rows that were asked for one longer than the limit: the rows, and the cursor after the last where there are more.
 * `pageFrom(rows, 50, (row) => [row.name, row.id])`.
 */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last !== undefined && rows.length > limit ? cursorOf(keysOf(last)) : null }
}
