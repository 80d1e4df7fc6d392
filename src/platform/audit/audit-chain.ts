/** The links of the audit log: what is hashed, and how the chain is followed. */
import { createHash } from 'node:crypto'

/** What one link seals: the entry's every column but the two hashes. */
export type SealedEntry = {
  readonly authority_id: number
  readonly sequence: number
  readonly at: Temporal.Instant
  readonly actor_kind: string
  readonly actor_id: number
  readonly actor_name: string
  readonly action: string
  readonly record_type: string
  readonly record_id: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly via: string
  readonly at_page: string
  readonly request_id: string | null
}

/** What stands before the first entry. */
export const NO_PREVIOUS_HASH = '0'.repeat(64)

/** SHA-256 in hexadecimal of the previous hash, a line feed and the entry as canonical JSON, in UTF-8. */
export function hashOf(previousHash: string, entry: SealedEntry): string {
  const sealed = {
    action: entry.action,
    actor_id: entry.actor_id,
    actor_kind: entry.actor_kind,
    actor_name: entry.actor_name,
    after: entry.after ?? null,
    at: toMicrosecond(entry.at).toString({ smallestUnit: 'microsecond' }),
    at_page: entry.at_page,
    authority_id: entry.authority_id,
    before: entry.before ?? null,
    reason: entry.reason,
    record_id: entry.record_id,
    record_type: entry.record_type,
    request_id: entry.request_id,
    sequence: entry.sequence,
    via: entry.via,
  } satisfies SealedEntryAsJson
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson(sealed)}`)
    .digest('hex')
}

type SealedEntryAsJson = { [K in keyof SealedEntry]: K extends 'at' ? string : SealedEntry[K] }

/** The database keeps microseconds; a finer instant would hash otherwise when it is read back. */
export function toMicrosecond(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
}

/** JSON with the keys of every object sorted by UTF-16 code units and no spaces, as RFC 8785 has it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>>
    const parts = Object.keys(record)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
    return `{${parts.join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * The value as the database will give it back: dates as text, `undefined` left out, and without the two things PostgreSQL's jsonb
 * cannot hold (the character NUL, and half of a surrogate pair).
 */
export function asStored(value: unknown): unknown {
  if (value === undefined || value === null) return null
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\uFFFD') : part,
  )
}
