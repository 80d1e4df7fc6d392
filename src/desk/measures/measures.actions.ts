/** Asking for measures: one value, month by month, side by side, and the rows behind it. */
import { z } from 'zod'
import type { Change } from '../../kernel/chance.ts'
import { firstOfMonth, type Period, periodBefore } from '../../kernel/period.ts'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import type { Measure } from '../../measures/measure.ts'
import { type NamedPerson, namesOfPeople } from '../../measures/people-names.ts'
import {
  type ExplainedRows,
  explainMeasure,
  type Reading,
  readBy,
  readMeasure,
  readMonthly,
  type Slice,
} from '../../measures/reading.ts'
import { findMeasure, getSource, listMeasures } from '../../measures/registry.ts'
import { listSliceChoices } from '../../measures/slice-names.store.ts'
import type { SliceChoices } from '../../measures/slice-names.ts'
import { type ActionContext, defineAction } from '../../platform/actions/action.ts'
import { may } from '../../platform/permissions/actor.ts'
import { AskedMeasure, noSuchMeasure, notBanded, periodOf, sliceOf } from './asked-measure.ts'
import { type BandedMonth, bandMonths } from './banded-months.ts'

export type Subject = {
  readonly measure: Measure
  readonly slice: Slice
  readonly period: Period
  readonly choices: SliceChoices
}

/** What is asked about, or why that cannot be asked. */
async function subjectOf(context: ActionContext, asked: AskedMeasure): Promise<Result<Subject>> {
  const measure = findMeasure(asked.measure)
  if (!measure) return refused(noSuchMeasure(asked.measure))
  if (asked.band && !getSource(measure.source).isBanded) return refused(notBanded(measure.label))
  const period = periodOf(asked, context.clock.today())
  if (!period.ok) return period
  const choices = await listSliceChoices(context.tx, context.actor.authorityId)
  const slice = sliceOf(asked, choices)
  return slice.ok ? accepted({ measure, slice: slice.value, period: period.value, choices }) : slice
}

export const listCatalogue = defineAction({
  name: 'measures.list-catalogue',
  title: { en: 'Looked at what can be counted', cy: 'Edrych ar yr hyn y gellir ei gyfrif' },
  permission: 'measures:read',
  input: z.object({}),
  run: async () => accepted(listMeasures()),
})

export const askMeasure = defineAction({
  name: 'measures.ask',
  title: { en: 'Asked for a measure', cy: 'Gofyn am fesur' },
  permission: 'measures:read',
  input: AskedMeasure,
  async run(context, asked) {
    const subject = await subjectOf(context, asked)
    if (!subject.ok) return subject
    const { measure, slice, period } = subject.value
    return accepted({ measure, reading: await readMeasure(context.tx, measure.name, slice, period) })
  },
})

export const askMonthly = defineAction({
  name: 'measures.ask-monthly',
  title: { en: 'Asked for a measure month by month', cy: 'Gofyn am fesur fesul mis' },
  permission: 'measures:read',
  input: AskedMeasure,
  async run(context, asked) {
    const subject = await subjectOf(context, asked)
    if (!subject.ok) return subject
    const { measure, slice, period } = subject.value
    const monthly = await readMonthly(context.tx, [measure.name], slice, period)
    return accepted({ measure, readings: monthly.get(measure.name) ?? [] })
  },
})

export type MeasurePage = Subject & {
  readonly reading: Reading
  readonly before: Reading
  readonly months: readonly BandedMonth[]
  /** What the newest months say that chance does not. */
  readonly change?: Change
  /** By contract id; 0 is "no contract". Absent where one contract is asked about. */
  readonly byContract?: ReadonlyMap<number, Reading>
}

/** Everything the page of one measure shows. */
export const openMeasure = defineAction({
  name: 'measures.open',
  title: { en: 'Opened a measure', cy: 'Agor mesur' },
  permission: 'measures:read',
  input: AskedMeasure,
  async run(context, asked) {
    const subject = await subjectOf(context, asked)
    if (!subject.ok) return subject
    const { measure, slice, period } = subject.value
    const { tx } = context
    // A year more than asked for, to learn from it what is usual.
    const longer = { from: firstOfMonth(period.from).subtract({ years: 1 }), to: period.to }
    const monthly = (await readMonthly(tx, [measure.name], slice, longer)).get(measure.name) ?? []
    const page: MeasurePage = {
      ...subject.value,
      reading: await readMeasure(tx, measure.name, slice, period),
      before: await readMeasure(tx, measure.name, slice, periodBefore(period)),
      ...bandMonths(measure, monthly, period),
    }
    if (slice.contractIds?.length === 1) return accepted(page)
    const byContract = await readBy(tx, 'contract', [measure.name], slice, period)
    return accepted<MeasurePage>({
      ...page,
      byContract: new Map([...byContract].map(([id, readings]) => [Number(id), readings.get(measure.name)!])),
    })
  },
})

export const AskedRows = AskedMeasure.extend({
  part: z.enum(['numerator', 'denominator']).default('numerator'),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(50),
})

export type Explanation = Subject & {
  readonly part: 'numerator' | 'denominator'
  readonly reading: Reading
  readonly explained: ExplainedRows
  readonly people: ReadonlyMap<number, NamedPerson>
  readonly mayNamePeople: boolean
}

/** The rows behind a number. Columns that need a permission the asker lacks are left out, rows and all. */
export const explainReading = defineAction({
  name: 'measures.explain',
  title: { en: 'Listed the records behind a number', cy: 'Rhestru’r cofnodion y tu ôl i rif' },
  permission: 'measures:explain',
  input: AskedRows,
  async run(context, { part, after, limit, ...asked }) {
    const subject = await subjectOf(context, asked)
    if (!subject.ok) return subject
    const { measure, slice, period } = subject.value
    const counted = measure.denominator === 'one' ? 'numerator' : part
    const page = { size: limit, ...(after ? { after } : {}) }
    const explained = await explainMeasure(context.tx, measure.name, slice, period, counted, page)
    const reading = await readMeasure(context.tx, measure.name, slice, period)
    const shown = explained.shown.filter(({ permission }) => !permission || may(context.actor, permission))
    return accepted<Explanation>({
      ...subject.value,
      part: counted,
      reading,
      explained: { ...explained, shown, columns: shown.map(({ column }) => column) },
      people: await namesOfPeople(
        context.tx,
        context.actor.authorityId,
        explained.rows.flatMap((row) => (typeof row.person_id === 'number' ? [row.person_id] : [])),
      ),
      mayNamePeople: may(context.actor, 'people:read'),
    })
  },
})
