/** The thresholds of the attribution rule as a framework: the shape of their file, and how its cases are answered. */
import { z } from 'zod'
import { ratio } from '../../../kernel/quantity.ts'
import { FRAMEWORK_HEAD, type FrameworkKind } from '../../../platform/frameworks/index.ts'
import { attributionNeedsAnotherLook, Thresholds } from './attribution-rule.ts'

export const AttributionRule = z.strictObject({ ...FRAMEWORK_HEAD, thresholds: Thresholds })
export type AttributionRule = z.infer<typeof AttributionRule>

export const ATTRIBUTION_RULE_ID = 'attribution-rule'

const Counts = z.tuple([z.number(), z.number()])
const Given = z.strictObject({
  performance: z.array(z.number()),
  now: Counts,
  before: Counts.default([0, 0]),
  target: z.number().optional(),
})

export const attributionRule: FrameworkKind<AttributionRule> = {
  folder: 'contract-management',
  schema: AttributionRule,
  answer({ thresholds }, given) {
    const { performance, now, before, target } = Given.parse(given)
    const look = attributionNeedsAnotherLook(
      performance.map((monthsMissed, index) => ({ measure: `indicator-${index + 1}`, monthsMissed })),
      { now: ratio(...now), before: ratio(...before), ...(target === undefined ? {} : { target }) },
      thresholds,
    )
    return look?.why ?? 'nothing'
  },
}
