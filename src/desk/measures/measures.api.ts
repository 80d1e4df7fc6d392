/** Measures for programs: the catalogue, one value, month by month, and the records behind it. */
import { createRoute, z } from '@hono/zod-openapi'
import { shareOf } from '../../kernel/quantity.ts'
import { adjustmentOf } from '../../measures/adjustment.ts'
import { MEASURE_KINDS, type Measure } from '../../measures/measure.ts'
import type { Reading } from '../../measures/reading.ts'
import { perform } from '../../platform/actions/action.ts'
import { described } from '../../platform/api/documented-route.ts'
import { PageQuery } from '../../platform/api/page-cursor.ts'
import { answered } from '../../platform/api/problem-answers.ts'
import type { CellValue } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { askMeasure, askMonthly, explainReading, listCatalogue } from './measures.actions.ts'

const Name = z.object({ name: z.string().max(80).openapi({ example: 'visits-late' }) })
const Day = z.string().max(20).optional()
const Asked = z.object({
  contract: z.string().max(80).optional().openapi({ description: 'Only the contract with this reference' }),
  provider: z.string().max(80).optional().openapi({ description: 'Only the provider with this reference' }),
  area: z.string().max(80).optional().openapi({ description: 'Only the area with this reference' }),
  service: z.enum(['home-care', 'reablement']).optional(),
  model: z.enum(['1', '2', '3']).optional().openapi({ description: 'Only contracts of this commissioning model' }),
  from: Day.openapi({
    description: 'First day; left out: the twelve whole months before today',
    example: '2025-04-01',
  }),
  to: Day.openapi({ description: 'Last day, included', example: '2026-03-31' }),
})
const Words = z.object({ en: z.string(), cy: z.string() })

const MeasureAnswer = z
  .object({
    name: z.string(),
    kind: z.enum(MEASURE_KINDS),
    unit: z.string(),
    better: z.enum(['higher', 'lower', 'neither']),
    label: Words,
    meaning: Words,
  })
  .openapi('Measure')

const ReadingAnswer = z
  .object({
    measure: z.string(),
    from: z.string(),
    to: z.string(),
    numerator: z.number(),
    denominator: z.number().openapi({ description: '1 for a plain count' }),
    value: z.number().nullable().openapi({ description: 'Numerator over denominator; null where that is 0' }),
    unit: z.string(),
    adjustedFor: z.enum(['no', 'count']).openapi({
      description: 'no: it does not allow for how much help people need; count: there is nothing to adjust',
    }),
    asOf: z.string().openapi({ description: 'Everything committed by then is counted' }),
  })
  .openapi('Reading')

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
})

const catalogueRoute = createRoute({
  ...described('What can be counted', 'Yr hyn y gellir ei gyfrif'),
  method: 'get',
  path: '/measures',
  responses: json('All measures', z.object({ items: z.array(MeasureAnswer) })),
})
const readingRoute = createRoute({
  ...described('One measure of a part of the authority over a period', 'Un mesur o ran o’r awdurdod dros gyfnod'),
  method: 'get',
  path: '/measures/{name}',
  request: { params: Name, query: Asked },
  responses: json('Its value', ReadingAnswer),
})
const monthlyRoute = createRoute({
  ...described('One measure month by month', 'Un mesur fesul mis'),
  method: 'get',
  path: '/measures/{name}/monthly',
  request: { params: Name, query: Asked },
  responses: json('Every whole month of the period', z.object({ items: z.array(ReadingAnswer) })),
})
const explanationRoute = createRoute({
  ...described('The records behind a number, newest first', 'Y cofnodion y tu ôl i rif, y diweddaraf yn gyntaf'),
  method: 'get',
  path: '/measures/{name}/explanation',
  request: {
    params: Name,
    query: Asked.extend(PageQuery.shape).extend({ part: z.enum(['numerator', 'denominator']).optional() }),
  },
  responses: json(
    'The records',
    z.object({
      total: z.number().int(),
      items: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
      next: z.string().nullable(),
    }),
  ),
})

export function measuresApi(doors: Doors): void {
  doors.api(catalogueRoute, 'measures:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), listCatalogue, {}, originOf(c))
    return answered(c, result, (measures) => c.json({ items: measures.map(presentMeasure) }, 200))
  })
  doors.api(readingRoute, 'measures:read', async (c) => {
    const asked = { ...c.req.valid('query'), measure: c.req.valid('param').name }
    const result = await perform(c.get('runtime'), actorOf(c), askMeasure, asked, originOf(c))
    return answered(c, result, ({ measure, reading }) => c.json(presentReading(measure, reading), 200))
  })
  doors.api(monthlyRoute, 'measures:read', async (c) => {
    const asked = { ...c.req.valid('query'), measure: c.req.valid('param').name }
    const result = await perform(c.get('runtime'), actorOf(c), askMonthly, asked, originOf(c))
    return answered(c, result, ({ measure, readings }) =>
      c.json({ items: readings.map((reading) => presentReading(measure, reading)) }, 200),
    )
  })
  doors.api(explanationRoute, 'measures:explain', async (c) => {
    const asked = { ...c.req.valid('query'), measure: c.req.valid('param').name }
    const result = await perform(c.get('runtime'), actorOf(c), explainReading, asked, originOf(c))
    return answered(c, result, ({ explained }) =>
      c.json(
        {
          total: explained.total,
          items: explained.rows.map((row) =>
            Object.fromEntries(explained.columns.map((column) => [column, plain(row[column])])),
          ),
          next: explained.next ?? null,
        },
        200,
      ),
    )
  })
}

function presentMeasure({ name, kind, unit, better, label, meaning }: Measure) {
  return { name, kind, unit, better, label: { ...label }, meaning: { ...meaning } }
}

function presentReading(measure: Measure, reading: Reading) {
  return {
    measure: measure.name,
    from: reading.period.from.toString(),
    to: reading.period.to.toString(),
    numerator: reading.numerator,
    denominator: reading.denominator,
    value: shareOf(reading) ?? null,
    unit: measure.unit,
    adjustedFor: adjustmentOf(measure),
    asOf: reading.asOf.toString(),
  }
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return String(value as CellValue)
}
