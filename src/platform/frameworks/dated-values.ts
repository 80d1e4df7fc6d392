/** Numbers that change by law or decision: a rate, a cap, a threshold, with the day each came in and where it says so. */
import { z } from 'zod'
import { BothLanguages, FileDay, FRAMEWORK_HEAD, type FrameworkKind, Source } from '../../kernel/framework.ts'
import { type Day, day } from '../../kernel/period.ts'

const DatedValue = z.strictObject({
  from: FileDay,
  /** `null`: repealed from this day. */
  value: z.number().nullable(),
  source: Source.optional(),
})

export const DatedValues = z
  .strictObject({
    ...FRAMEWORK_HEAD,
    unit: BothLanguages,
    values: z.array(DatedValue).min(1),
  })
  .refine(
    ({ values }) => values.every((v, i) => i === 0 || Temporal.PlainDate.compare(values[i - 1]!.from, v.from) < 0),
    { path: ['values'], message: 'the values must stand in the order of their days, each day once' },
  )
export type DatedValues = z.infer<typeof DatedValues>

/** The number that held on a day; undefined before the first day and where it was repealed. Nothing is guessed. */
export function valueOn(framework: DatedValues, on: Day): number | undefined {
  const holding = framework.values.findLast((value) => Temporal.PlainDate.compare(value.from, on) <= 0)
  return holding?.value ?? undefined
}

export const datedValues: FrameworkKind<DatedValues> = {
  folder: 'values',
  schema: DatedValues,
  answer: (framework, given) => valueOn(framework, day(z.string().parse(given))) ?? 'no value',
}
