/** Scales as frameworks: the shape of their files, and how their cases are answered. */
import { z } from 'zod'
import {
  BothLanguages,
  FRAMEWORK_HEAD,
  type FrameworkKind,
  type Frameworks,
} from '../../../platform/frameworks/index.ts'
import { rangeOf, scoreOn } from './scale.ts'
import type { ScaleRegistration } from './scale-registration.ts'

const Better = z.enum(['higher', 'lower'])
const Levels = z.array(z.strictObject({ score: z.number(), name: BothLanguages })).min(2)

/** The wording and weights of an instrument: from a file, or as an authority recorded them under its licence. */
export const WeightedItemsScoring = z.strictObject({
  method: z.literal('weighted-items'),
  better: Better,
  constant: z.number(),
  factor: z.number(),
  items: z
    .array(
      z.strictObject({
        name: BothLanguages,
        levels: z
          .array(z.strictObject({ name: BothLanguages, value: z.number() }))
          .min(2)
          .readonly(),
      }),
    )
    .min(1)
    .readonly(),
})

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
  WeightedItemsScoring,
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

/** The newest edition of each scale, with the slots that the authority filled under its licence. */
export function newestScales(
  frameworks: Frameworks,
  registrations: readonly ScaleRegistration[],
): readonly ScaleFramework[] {
  const newest = new Map(frameworks.list(scaleFrameworks).map((scale) => [scale.id, scale]))
  return [...newest.values()].map((scale) =>
    filled(
      scale,
      registrations.find((one) => one.scale === scale.id),
    ),
  )
}

/** A slot with the instrument that the authority put into it, as an edition named by the day of the licence; any other scale as it is. */
export function filled(scale: ScaleFramework, registration: ScaleRegistration | undefined): ScaleFramework {
  if (scale.scoring.method !== 'licensed-slot' || !registration?.instrument) return scale
  return { ...scale, edition: registration.registeredOn.toString(), scoring: registration.instrument }
}

/** Free, or registered by the authority; and no empty slot. */
export function isUsable(scale: ScaleFramework, registration: ScaleRegistration | undefined): boolean {
  return (
    filled(scale, registration).scoring.method !== 'licensed-slot' && (scale.licence.kind === 'free' || !!registration)
  )
}

/** The scales that outcomes can be scored on, by name, with the span of their scores; those that wait for a licence are left out. */
export function knownScales(
  frameworks: Frameworks,
  registrations: readonly ScaleRegistration[] = [],
): ReadonlyMap<string, { readonly lowest: number; readonly highest: number }> {
  const scales = newestScales(frameworks, registrations).map(({ id, scoring }) => [id, rangeOf(scoring)] as const)
  return new Map(scales.flatMap(([id, range]) => (range ? [[id, range] as const] : [])))
}
