/** The boundary pairs that officers can read and add to, judged by the rule; and the shape of its thresholds. */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ratio } from '../../../kernel/quantity.ts'
import { readAttributionRule } from './attribution-rule.store.ts'
import { AttributionRule, attributionNeedsAnotherLook } from './attribution-rule.ts'

const Counts = z.tuple([z.number(), z.number()])
const Case = z.object({
  says: z.string(),
  performance: z.array(z.number()),
  outcomes: z.object({ now: Counts, before: Counts.default([0, 0]), target: z.number().optional() }),
  answer: z.enum(['performance-poor-outcomes-achieved', 'performance-good-outcomes-poor', 'nothing']),
})

const FILE = new URL('../../../../frameworks/contract-management/attribution-rule.cases.yaml', import.meta.url)
const cases = z.array(Case).parse(parse(await readFile(FILE, 'utf8')))
const rule = await readAttributionRule()

function judge(given: z.infer<typeof Case>) {
  return attributionNeedsAnotherLook(
    given.performance.map((monthsMissed, index) => ({ measure: `indicator-${index}`, monthsMissed })),
    {
      now: ratio(...given.outcomes.now),
      before: ratio(...given.outcomes.before),
      ...(given.outcomes.target === undefined ? {} : { target: given.outcomes.target }),
    },
    rule.values,
  )
}

describe('whether attribution needs another look', () => {
  it.each(cases)('$says', (given) => {
    expect(judge(given)?.why ?? 'nothing').toBe(given.answer)
  })

  it('names the indicator that missed its target most often', () => {
    const given = cases.find((one) => one.performance.length === 3)
    expect(given && judge(given)).toMatchObject({ measure: 'indicator-1', monthsMissed: 4, monthsLookedAt: 6 })
  })
})

describe('the thresholds', () => {
  const withValues = (values: object) => AttributionRule.safeParse({ ...raw, values: { ...rule.values, ...values } })
  const raw = { ...rule, starts: String(rule.starts) }

  it('cannot call the same performance poor and good', () => {
    expect(withValues({ months_still_good: 3, months_that_make_poor: 4 }).success).toBe(true)
    expect(withValues({ months_still_good: 4, months_that_make_poor: 4 }).success).toBe(false)
  })

  it('cannot ask for more poor months than are looked at', () => {
    expect(withValues({ months_that_make_poor: 6, months_looked_at: 6 }).success).toBe(true)
    expect(withValues({ months_that_make_poor: 7, months_looked_at: 6 }).success).toBe(false)
  })
})
