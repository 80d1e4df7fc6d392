/** The same write sent twice is done once: its answer is kept, with the change, under the key the caller gave it. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Refusal } from '../../kernel/result.ts'
import { canonicalJson } from '../audit/audit-chain.ts'
import type { Tx } from '../database/database.ts'
import type { Actor } from '../permissions/actor.ts'

/** How long a key is remembered: long enough for a weekend's outage. */
const HOURS_KEPT = 72

export type Keyed = { readonly keyHash: string; readonly fingerprint: string; readonly at: Temporal.Instant }

/** Who asked, what for and their key, as one hash; and another of what was sent. Undefined without a key. */
export function keyedRequest(
  actor: Actor,
  action: string,
  sent: { readonly key: string | undefined; readonly raw: unknown; readonly at: Temporal.Instant },
): Keyed | undefined {
  if (sent.key === undefined) return undefined
  return {
    keyHash: sha256(canonicalJson([actor.kind, actor.id, action, sent.key])),
    fingerprint: sha256(canonicalJson(JSON.parse(JSON.stringify(sent.raw ?? null)))),
    at: sent.at,
  }
}

export type Claim =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'other' }

/**
 * Claims a key for this transaction: `new`, do the work and `keepAnswer`; `answered`, give that answer again; `other`, the key was used
 * for something else. Waits for a transaction that holds the same key; when that one is rolled back, the key is free again.
 */
export async function claimAnswer(tx: Tx, keyed: Keyed): Promise<Claim> {
  const { at } = keyed
  const until = at.add({ hours: HOURS_KEPT })
  const { rows } = await sql<{ is_new: boolean; fingerprint: string; answer: unknown }>`
    select * from platform.claim_answer(${keyed.keyHash}, ${keyed.fingerprint}, ${at}, ${until})`.execute(tx)
  const found = rows[0]!
  if (found.is_new) return { kind: 'new' }
  if (found.fingerprint !== keyed.fingerprint) return { kind: 'other' }
  return { kind: 'answered', answer: unpacked(found.answer) }
}

export async function keepAnswer(tx: Tx, keyed: Keyed, answer: unknown): Promise<void> {
  const text = JSON.stringify(packed(answer))
  await sql`select platform.keep_answer(${keyed.keyHash}, cast(${text}::text as jsonb))`.execute(tx)
}

export const KEY_USED_FOR_OTHER: Refusal = {
  kind: 'key-reused',
  code: 'idempotency-key-reused',
  message: {
    en: 'This Idempotency-Key was already used for something else. Use a new key for each new change.',
    cy: 'Defnyddiwyd yr Idempotency-Key hwn eisoes ar gyfer rhywbeth arall. Defnyddiwch allwedd newydd ar gyfer pob newid newydd.',
  },
}

export const ANSWERED_ONCE: Refusal = {
  kind: 'conflict',
  code: 'answered-once',
  message: {
    en: 'This was already done, and its answer is shown only once.',
    cy: 'Gwnaed hyn eisoes, a dim ond unwaith y dangosir yr ateb.',
  },
}

const TEMPORAL = {
  PlainDate: (text: string) => Temporal.PlainDate.from(text),
  Instant: (text: string) => Temporal.Instant.from(text),
} as const

/** As JSON that remembers what JSON cannot say: dates, instants, and that there was no value at all. */
function packed(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' }
  if (value instanceof Temporal.PlainDate) return { $: 'PlainDate', text: value.toString() }
  if (value instanceof Temporal.Instant) return { $: 'Instant', text: value.toString() }
  if (Array.isArray(value)) return value.map(packed)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(kept.map(([key, part]) => [key, packed(part)]))
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked)
  if (value === null || typeof value !== 'object') return value
  const record = value as Readonly<Record<string, unknown>>
  if (record.$ === 'undefined') return undefined
  if (record.$ === 'PlainDate' || record.$ === 'Instant') return TEMPORAL[record.$](String(record.text))
  return Object.fromEntries(Object.entries(record).map(([key, part]) => [key, unpacked(part)]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
