/** The questions put to the rollups. A cell that is marked as changed is counted from its facts instead, so an answer is never stale. */
import { type RawBuilder, sql } from 'kysely'
import type { Period } from '../kernel/period.ts'
import type { Tx } from '../platform/database/database.ts'
import { type Cover, coverPeriod } from './cover-period.ts'
import { type Counter, isOfMembers, type MemberRollup, type RollupSource } from './measure.ts'
import type { Dimension, Slice } from './reading.ts'
import { type ReadingState, remember } from './reading-state.store.ts'
import { getCounter } from './registry.ts'
import { bandColumn, countedFrom } from './rollup.store.ts'

/** Some counters of one source, for a slice and a period, all together or for each month or each value of a dimension. */
export type Question = {
  readonly source: RollupSource
  readonly counters: readonly string[]
  readonly slice: Slice
  readonly period: Period
  readonly by?: Dimension | 'month' | 'provider-band'
}

/** The sums, keyed by month ("2026-03-01"), id or name; by '' where nothing was asked apart. */
export type Answer = ReadonlyMap<string, Readonly<Record<string, number>>>

const AUTHORITY = sql`platform.current_authority()`

/** At most two queries: one for what days add up to, one for members; none where the same was asked before in the same state. */
export async function answer(tx: Tx, state: ReadingState, question: Question): Promise<Answer> {
  const { source, ...asked } = question
  return remember(state, JSON.stringify([source.name, asked]), () => count(tx, state, question))
}

async function count(tx: Tx, state: ReadingState, question: Question): Promise<Answer> {
  const { source } = question
  const pending = pendingCells(source, state)
  const counters = [...new Set(question.counters)].map((name) => [name, getCounter(source, name)] as const)
  const ofFacts = counters.filter(([, counter]) => !isOfMembers(counter))
  const ofMembers = counters.filter(([, counter]) => isOfMembers(counter))
  const cover = coverPeriod(question.period)
  const found = new Map<string, Record<string, number>>()
  if (ofFacts.length > 0) await collect(tx, found, factQuery({ ...question, pending }, ofFacts, cover))
  if (ofMembers.length > 0 && source.members)
    await collect(tx, found, memberQuery({ ...question, pending }, source.members, ofMembers, cover))
  return found
}

type PreparedQuestion = Question & { readonly pending: RawBuilder<unknown> }
type NamedCounter = readonly [string, Counter]
type SumRow = { readonly key: string | null; readonly [counter: string]: number | string | null }

async function collect(tx: Tx, found: Map<string, Record<string, number>>, query: RawBuilder<SumRow>): Promise<void> {
  const { rows } = await query.execute(tx)
  for (const { key, ...sums } of rows) {
    const numbers = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum ?? 0)]))
    found.set(key ?? '', { ...found.get(key ?? ''), ...numbers })
  }
}

function factQuery(question: PreparedQuestion, counters: readonly NamedCounter[], cover: Cover): RawBuilder<SumRow> {
  const { source, period } = question
  const names = sql.join(counters.map(([name]) => sql.ref(name)))
  const band = bandColumn(source)
  return sql<SumRow>`with ${question.pending}, cell as (
      select r.contract_id, r.provider_id, r.area_id, ${band} r.starts_on as day, ${names}
      from ${sql.table(source.rollupTable)} r
      where r.authority_id = ${AUTHORITY} and (${rollupTime(cover)})
        and not exists (
          select from pending p where p.contract_id = r.contract_id and p.month = measures.month_of(r.starts_on))
      union all
      select p.contract_id, found.* from pending p
      cross join lateral (
        select f.provider_id, f.area_id, ${band} f.day, ${sql.join(counters.map(([name, c]) => sql`${countedFrom(c)} as ${sql.ref(name)}`))}
        from ${sql.table(source.factView)} f
        where f.authority_id = ${AUTHORITY} and f.contract_id = p.contract_id
          and f.day between p.month and measures.month_end(p.month)
          and ${within('f.day', period)} and measures.may_count(f.provider_id)
        group by f.provider_id, f.area_id, ${band} f.day
      ) found
    )
    select ${keyOf(question.by)} as key, ${sql.join(
      counters.map(([name]) => sql`coalesce(sum(${sql.ref(`cell.${name}`)}), 0) as ${sql.ref(name)}`),
    )}
    from cell ${dimensionJoin(question)} where ${sliceOf(question.slice)} ${groupOf(question.by)}`
}

/** Members are kept by whole months; only counts of different members also look at the days at the edges. */
function memberQuery(
  question: PreparedQuestion,
  members: MemberRollup,
  counters: readonly NamedCounter[],
  cover: Cover,
): RawBuilder<SumRow> {
  const { source } = question
  const columns = sql.join(counters.map(([name, c]) => sql`${memberColumn(c, members)} as ${sql.ref(name)}`))
  const months = cover.months ? within('m.month', cover.months) : sql`false`
  const pendingMonths = cover.months ? within('p.month', cover.months) : sql`false`
  const edges =
    counters.some(([, c]) => 'differentMembers' in c) && cover.edges.length > 0 && question.by !== 'month'
      ? sql`union all ${edgeMembers(source, members, counters, cover)}`
      : sql``
  return sql<SumRow>`with ${question.pending}, cell as (
      select m.contract_id, m.provider_id, m.area_id, m.month as day, ${columns}
      from ${sql.table(members.table)} m
      where m.authority_id = ${AUTHORITY} and ${months}
        and not exists (select from pending p where p.contract_id = m.contract_id and p.month = m.month)
      union all
      select p.contract_id, m.provider_id, m.area_id, p.month, ${columns}
      from pending p
      cross join lateral ${sql.table(members.cellFunction)}(${AUTHORITY}, p.contract_id, p.month) m
      where ${pendingMonths} and measures.may_count(m.provider_id)
      ${edges}
    )
    select ${keyOf(question.by)} as key, ${sql.join(counters.map(([name, c]) => sql`${memberSum(name, c)} as ${sql.ref(name)}`))}
    from cell ${dimensionJoin(question)} where ${sliceOf(question.slice)} ${groupOf(question.by)}`
}

function edgeMembers(
  source: RollupSource,
  members: MemberRollup,
  counters: readonly NamedCounter[],
  cover: Cover,
): RawBuilder<unknown> {
  const columns = counters.map(([, counter]) => {
    if ('differentMembers' in counter)
      return sql`case when ${sql.ref(`f.${counter.differentMembers.onDaysWhere}`)} then ${sql.ref(`f.${members.key}`)} end`
    return 'membersWhere' in counter ? sql`false` : sql`0`
  })
  const days = sql.join(
    cover.edges.map((edge) => within('f.day', edge)),
    sql` or `,
  )
  return sql`select f.contract_id, f.provider_id, f.area_id, f.day, ${sql.join(columns)}
    from ${sql.table(source.factView)} f
    where f.authority_id = ${AUTHORITY} and (${days}) and measures.may_count(f.provider_id)`
}

function memberColumn(counter: Counter, members: MemberRollup): RawBuilder<unknown> {
  if ('membersWhere' in counter) return sql.ref(`m.${counter.membersWhere}`)
  if ('sumOverMembers' in counter)
    return sql`case when ${sql.ref(`m.${counter.where}`)} then ${sql.ref(`m.${counter.sumOverMembers}`)} else 0 end`
  if ('differentMembers' in counter)
    return sql`case when ${sql.ref(`m.${counter.differentMembers.inMonthsWhere}`)} then ${sql.ref(`m.${members.key}`)} end`
  throw new Error('a counter of facts is not counted from members')
}

function memberSum(name: string, counter: Counter): RawBuilder<unknown> {
  const column = sql.ref(`cell.${name}`)
  if ('membersWhere' in counter) return sql`count(*) filter (where ${column})`
  if ('differentMembers' in counter) return sql`count(distinct ${column})`
  return sql`coalesce(sum(${column}), 0)`
}

/** The cells to count from their facts; where far too many are marked, none: the answer is then of the last refresh, and says so. */
export function pendingCells(source: RollupSource, state: ReadingState): RawBuilder<unknown> {
  return sql`pending as materialized (
      select distinct contract_id, month from measures.changed_cell
      where authority_id = ${AUTHORITY} and source = ${source.name} and ${state.isExact})`
}

function rollupTime(cover: Cover): RawBuilder<unknown> {
  const parts = cover.edges.map((edge) => sql`r.grain = 'day' and ${within('r.starts_on', edge)}`)
  if (cover.months) parts.unshift(sql`r.grain = 'month' and ${within('r.starts_on', cover.months)}`)
  return sql.join(parts, sql` or `)
}

/** A day column within a period; also right for first days of whole months. */
export function within(column: string, { from, to }: Period): RawBuilder<unknown> {
  return sql`${sql.ref(column)} between ${from.toString()}::date and ${to.toString()}::date`
}

function keyOf(by: Question['by']): RawBuilder<unknown> {
  if (!by) return sql`null::text`
  return KEYS[by]
}

const KEYS = {
  month: sql`measures.month_of(cell.day)::text`,
  contract: sql`cell.contract_id::text`,
  provider: sql`cell.provider_id::text`,
  area: sql`cell.area_id::text`,
  service: sql`dimension.service`,
  model: sql`dimension.model::text`,
  'provider-band': sql`cell.provider_id || '/' || cell.band`,
} as const satisfies Record<NonNullable<Question['by']>, RawBuilder<unknown>>

function groupOf(by: Question['by']): RawBuilder<unknown> {
  return by ? sql`group by 1` : sql``
}

function dimensionJoin({ slice, by }: Question): RawBuilder<unknown> {
  const isNeeded = slice.service || slice.model || by === 'service' || by === 'model'
  if (!isNeeded) return sql``
  return sql`join measures.contract_dimension dimension
      on dimension.authority_id = ${AUTHORITY} and dimension.contract_id = cell.contract_id`
}

/** The slice as a condition on `cell` (and on `dimension` where the slice names a service or model). */
export function sliceOf(slice: Slice): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (slice.contractIds)
    conditions.push(
      slice.contractIds.length > 0
        ? sql`cell.contract_id in (${sql.join(slice.contractIds.map((id) => sql`${id}::integer`))})`
        : sql`false`,
    )
  if (slice.providerId !== undefined) conditions.push(sql`cell.provider_id = ${slice.providerId}::integer`)
  if (slice.areaId !== undefined) conditions.push(sql`cell.area_id = ${slice.areaId}::integer`)
  if (slice.service) conditions.push(sql`dimension.service = ${slice.service}`)
  if (slice.model) conditions.push(sql`dimension.model = ${slice.model}::integer`)
  if (slice.band) conditions.push(sql`cell.band = ${slice.band}`)
  return sql.join(conditions, sql` and `)
}
