/** Reads what is held about a person, part by part and a page at a time; what row-level security does not show is not there. */
import { type RawBuilder, sql } from 'kysely'
import type { Bilingual } from '../../kernel/language.ts'
import { TIME_ZONE } from '../../kernel/period.ts'
import type { Tx } from '../database/database.ts'
import { type About, type HeldPart, type HeldRow, heldNames, type NamesByColumn } from './held-part.ts'

/** The rows of one part as a relation. */
function relationOf(part: HeldPart, about: About): RawBuilder<unknown> {
  if (part.rows) return part.rows(about)
  return sql`select * from ${sql.table(part.table)} where authority_id = ${about.authorityId} and person_id = ${about.personId}`
}

function orderOf(part: HeldPart): RawBuilder<unknown> {
  const columns = [...(part.day ? [part.day] : []), ...part.key]
  return sql.join([...new Set(columns)].map((column) => sql.ref(`r.${column}`)))
}

export async function countHeld(tx: Tx, part: HeldPart, about: About): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${relationOf(part, about)}) r`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Oldest first, from the row at `offset` on. */
export async function readHeld(
  tx: Tx,
  part: HeldPart,
  about: About,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select r.* from (${relationOf(part, about)}) r order by ${orderOf(part)} limit ${page.limit} offset ${page.offset}`.execute(
    tx,
  )
  const secret = new Set(part.secret ?? [])
  return secret.size === 0 ? rows : rows.map((row) => without(row, secret))
}

/** The newest rows of a part that has a day. */
export async function readNewestHeld(tx: Tx, part: HeldPart, about: About, limit: number): Promise<readonly HeldRow[]> {
  if (!part.day) return []
  const day = sql.ref(`r.${part.day}`)
  const { rows } = await sql<HeldRow>`
    select r.* from (${relationOf(part, about)}) r where ${day} is not null order by ${day} desc limit ${limit}`.execute(
    tx,
  )
  return rows
}

function without(row: HeldRow, secret: ReadonlySet<string>): HeldRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !secret.has(column)))
}

const PAGE = 500

/** All rows of a part, in pages: between two of them others get their turn. */
export async function* walkHeld(tx: Tx, part: HeldPart, about: About): AsyncGenerator<readonly HeldRow[]> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = await readHeld(tx, part, about, { offset, limit: PAGE })
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
  }
}

export type HeldMonth = { readonly month: Temporal.PlainDate; readonly code: string; readonly count: number }

/** How many rows of a part there are in each month, by what it is counted by; rows without a day are left out. */
export async function countHeldByMonth(tx: Tx, part: HeldPart, about: About): Promise<readonly HeldMonth[]> {
  if (!part.day || !part.countedBy) return []
  const day = sql.ref(`r.${part.day}`)
  const { rows } = await sql<HeldMonth>`
    select date_trunc('month', timezone(${TIME_ZONE}, ${day}::timestamptz))::date as month,
      coalesce(${sql.ref(`r.${part.countedBy}`)}::text, '') as code, count(*)::integer as count
    from (${relationOf(part, about)}) r where ${day} is not null group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

export async function readHeldNames(tx: Tx, about: About): Promise<NamesByColumn> {
  const found = new Map<string, ReadonlyMap<number, Bilingual>>()
  for (const { columns, names } of heldNames()) {
    const named = await names(tx, about)
    for (const column of columns) found.set(column, named)
  }
  return found
}
