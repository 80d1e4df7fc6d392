/** Scales as frameworks: the shape of their files, and how their cases are answered. */
import { z } from 'zod'
import {
  BothLanguages,
  FRAMEWORK_HEAD,
  type FrameworkKind,
  type Frameworks,
} from '../../../platform/frameworks/index.ts'
import { rangeOf, scoreOn } from './scale.ts'

const Better = z.enum(['higher', 'lower'])
const Levels = z.array(z.strictObject({ score: z.number(), name: BothLanguages })).min(2)

const Scoring = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('level'), better: Better, levels: Levels }),
  z.strictObject({ method: z.literal('goal-attainment'), rho: z.number().min(0).max(1), levels: Levels }),
  z.strictObject({
    method: z.literal('sum-to-metric'),
    better: Better,
    items: z.number().int().min(1),
    lowest: z.number().int(),
    highest: z.number().int(),
    metric: z.record(z.string(), z.number()),
  }),
  z.strictObject({
    method: z.literal('quantity'),
    better: Better,
    lowest: z.number(),
    highest: z.number(),
    unit: BothLanguages,
  }),
  z.strictObject({ method: z.literal('licensed-slot') }),
])

export const ScaleFramework = z
  .strictObject({
    ...FRAMEWORK_HEAD,
    licence: z.strictObject({ kind: z.enum(['free', 'registration', 'licensed']), note: BothLanguages }),
    scoring: Scoring,
  })
  .refine(({ scoring }) => scoring.method !== 'sum-to-metric' || hasEverySum(scoring), {
    message: 'the conversion table lacks a sum that the items can have',
    path: ['scoring', 'metric'],
  })
export type ScaleFramework = z.infer<typeof ScaleFramework>

function hasEverySum(scoring: {
  items: number
  lowest: number
  highest: number
  metric: Record<string, number>
}): boolean {
  for (let sum = scoring.items * scoring.lowest; sum <= scoring.items * scoring.highest; sum += 1)
    if (!(String(sum) in scoring.metric)) return false
  return true
}

const Given = z.strictObject({ scores: z.array(z.number()), weights: z.array(z.number()).optional() })

export const scaleFrameworks: FrameworkKind<ScaleFramework> = {
  folder: 'care-planning/scales',
  schema: ScaleFramework,
  answer({ scoring }, given) {
    const result = scoreOn(scoring, Given.parse(given))
    return result.ok ? Math.round(result.value.score * 100) / 100 : result.refusal.code
  },
}

/** The scales that outcomes can be scored on, by name, with the span of their scores; those that wait for a licence are left out. */
export function knownScales(
  frameworks: Frameworks,
): ReadonlyMap<string, { readonly lowest: number; readonly highest: number }> {
  const scales = frameworks.list(scaleFrameworks).map(({ id, scoring }) => [id, rangeOf(scoring)] as const)
  return new Map(scales.flatMap(([id, range]) => (range ? [[id, range] as const] : [])))
}
