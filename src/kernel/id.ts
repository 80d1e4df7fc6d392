/** References and ids: what other systems call a record (a reference) and what we call it (a number). */
import { z } from 'zod'

/** A record's reference in the system it came from: trimmed, 1 to 80 characters, letters of any language. */
export const Reference = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}]+$/u)
export type Reference = z.infer<typeof Reference>

/** Our own id of a record, unique within its authority. */
export const RecordId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
export type RecordId = z.infer<typeof RecordId>
