/** How long a record is kept, by rules that are data. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

const BothLanguages = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) })

const Rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Left out: fits every record. */
  if_restricted: z.boolean().optional(),
  years: z.number().int().min(1).max(150),
  because: BothLanguages,
})

/** While it lasts, `from` to `to` (both included; no end: until further notice), nothing is disposed of, whatever its time. */
const Hold = z.strictObject({
  from: z.string(),
  to: z.string().optional(),
  because: BothLanguages,
})

export const RetentionRules = z
  .strictObject({ rules: z.array(Rule).min(1), holds: z.array(Hold) })
  .refine(({ rules }) => rules.at(-1)?.if_restricted === undefined, 'the last rule has to fit every record')
export type RetentionRules = z.infer<typeof RetentionRules>

export type RecordFacts = {
  /** When care ended; null: it goes on. */
  readonly endedOn: Day | null
  /** The last day on which something was written about the person; null: nothing is known. */
  readonly lastOn: Day | null
  readonly isRestricted: boolean
}

export type Kept = {
  readonly rule: string
  readonly because: Bilingual
  /** The day its time comes; null while care goes on. */
  readonly until: Day | null
  /** Its time has come, and no hold lasts. */
  readonly isDue: boolean
  /** Why nothing is disposed of although its time has come, or would. */
  readonly hold: Bilingual | null
}

/** Until when a record is kept, under which rule, and whether its time has come on `today`. The clock starts when care ended, or with what was written later. */
export function keptUntil({ rules, holds }: RetentionRules, facts: RecordFacts, today: Day): Kept {
  const rule = rules.find(({ if_restricted }) => if_restricted === undefined || if_restricted === facts.isRestricted)
  if (!rule) throw new Error('no rule of retention fits every record')
  const hold = holds.find(({ from, to }) => from <= today.toString() && (to === undefined || today.toString() <= to))
  const start = facts.endedOn && laterOf(facts.endedOn, facts.lastOn)
  const until = start?.add({ years: rule.years }) ?? null
  const isOver = until !== null && Temporal.PlainDate.compare(until, today) <= 0
  return { rule: rule.id, because: rule.because, until, isDue: isOver && !hold, hold: hold?.because ?? null }
}

function laterOf(a: Day, b: Day | null): Day {
  return b && Temporal.PlainDate.compare(b, a) > 0 ? b : a
}

/** The shortest time any rule gives: nobody's time comes before care ended so long ago. */
export function shortestYears({ rules }: RetentionRules): number {
  return Math.min(...rules.map(({ years }) => years))
}

export const RetentionQuery = z.object({
  page: z.coerce.number().int().min(1).max(1000).default(1).catch(1),
})
export type RetentionQuery = z.infer<typeof RetentionQuery>

export const RECORDS_PER_PAGE = 25

/** The list looks so far ahead. */
export const MONTHS_AHEAD = 12
