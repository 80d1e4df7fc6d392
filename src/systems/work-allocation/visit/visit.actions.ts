/** Looking at visits: the list, and one visit. What is seen is what row-level security lets the asker see. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Period } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { explainMeasure, type Slice } from '../../../measures/reading.ts'
import { listSliceChoices } from '../../../measures/slice-names.store.ts'
import type { SliceChoices } from '../../../measures/slice-names.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { type NamedPerson, namePeople } from '../../care-planning/index.ts'
import { findVisit, listVisitsOf, visitOf } from './visit.store.ts'
import { type Visit, VisitsShown } from './visit.ts'

const absentWhenEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
const day = z.string().transform((text, context) => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    const message = bilingualIssue('Give the date as 2026-03-31.', 'Rhowch y dyddiad ar y ffurf 2026-03-31.')
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
})

export const VisitsQuery = z.object({
  show: VisitsShown.catch('all').default('all'),
  from: absentWhenEmpty(day),
  to: absentWhenEmpty(day),
  contractId: absentWhenEmpty(RecordId),
  providerId: absentWhenEmpty(RecordId),
  areaId: absentWhenEmpty(RecordId),
  personId: absentWhenEmpty(RecordId),
  packageId: absentWhenEmpty(RecordId),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(50),
})
export type VisitsQuery = z.infer<typeof VisitsQuery>

/** What visits point to, in words; people only by their reference where the asker may not see people's records. */
export type VisitNames = {
  readonly people: ReadonlyMap<number, NamedPerson>
  readonly choices: SliceChoices
  readonly mayNamePeople: boolean
}

export type VisitList = {
  readonly visits: readonly Visit[]
  readonly total: number
  /** Ask again with it for the next page. */
  readonly next?: string
  readonly period: Period
  readonly query: VisitsQuery
  readonly names: VisitNames
}

/** The measure whose rows are the visits shown: so the list, the number and the explanation are the same records. */
const MEASURE_OF = {
  all: 'visits-planned',
  delivered: 'visits-delivered',
  missed: 'visits-missed',
  cancelled: 'visits-cancelled',
  late: 'visits-late',
  short: 'visits-short',
} as const satisfies Record<VisitsShown, string>

export const browseVisits = defineAction({
  name: 'work-allocation.browse-visits',
  title: { en: 'Looked at the list of visits', cy: 'Edrych ar y rhestr o ymweliadau' },
  permission: 'visits:read',
  input: VisitsQuery,
  async run(context, query) {
    const period = periodOf(query, context.clock.today())
    if (Temporal.PlainDate.compare(period.from, period.to) > 0) return refused(ENDS_BEFORE_IT_STARTS)
    const found = await listed(context, query, period)
    const names = await namesFor(context, found.visits)
    return accepted<VisitList>({ ...found, period, query, names })
  },
})

/** The seven days before today where none are said; of a person or package, the four weeks before. */
function periodOf(query: VisitsQuery, today: Temporal.PlainDate): Period {
  const days = query.personId || query.packageId ? 28 : 7
  const to = query.to ?? today.subtract({ days: 1 })
  return { from: query.from ?? to.subtract({ days: days - 1 }), to }
}

/** A few people's visits are few enough to be listed as they stand; everybody's are found through the rollup. */
async function listed(context: ActionContext, query: VisitsQuery, period: Period) {
  const { tx, actor } = context
  const own = actor.scope.kind === 'own' ? actor.scope.personIds : undefined
  const personIds = query.personId ? [query.personId] : own
  if (personIds) {
    const offset = /^\d{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0
    const of = { personIds, ...(query.packageId ? { packageId: query.packageId } : {}) }
    const asked = { shown: query.show, period, size: query.limit, offset }
    const { visits, total } = await listVisitsOf(tx, actor.authorityId, of, asked)
    const following = offset + visits.length
    return { visits, total, ...(following < total ? { next: String(following) } : {}) }
  }
  const slice: Slice = {
    ...(query.contractId ? { contractIds: [query.contractId] } : {}),
    ...(query.providerId ? { providerId: query.providerId } : {}),
    ...(query.areaId ? { areaId: query.areaId } : {}),
  }
  const page = { size: query.limit, ...(query.after ? { after: query.after } : {}) }
  const { rows, total, next } = await explainMeasure(tx, MEASURE_OF[query.show], slice, period, 'numerator', page)
  return { visits: rows.map(visitOf), total, ...(next ? { next } : {}) }
}

export async function namesFor(
  { tx, actor }: ActionContext,
  visits: readonly { readonly personId: number }[],
): Promise<VisitNames> {
  return {
    people: await namePeople(
      tx,
      actor.authorityId,
      visits.map((visit) => visit.personId),
    ),
    choices: await listSliceChoices(tx, actor.authorityId),
    mayNamePeople: may(actor, 'people:read'),
  }
}

export type OneVisit = { readonly visit: Visit; readonly names: VisitNames }

export const openVisit = defineAction({
  name: 'work-allocation.open-visit',
  title: { en: 'Opened a visit', cy: 'Agor ymweliad' },
  permission: 'visits:read',
  input: z.object({ providerId: RecordId, visitRef: z.string().min(1).max(200) }),
  async run(context, { providerId, visitRef }) {
    const visit = await findVisit(context.tx, context.actor.authorityId, providerId, visitRef)
    if (!visit) return refused(NO_SUCH_VISIT)
    return accepted<OneVisit>({ visit, names: await namesFor(context, [visit]) })
  },
})

const NO_SUCH_VISIT: Refusal = {
  kind: 'not-found',
  code: 'no-such-visit',
  message: {
    en: 'There is no such visit, or you may not see it.',
    cy: 'Nid oes ymweliad o’r fath, neu ni chewch ei weld.',
  },
}

const ENDS_BEFORE_IT_STARTS: Refusal = {
  kind: 'invalid',
  code: 'period-ends-before-it-starts',
  field: 'to',
  message: {
    en: 'The last day is before the first. Give a later last day or an earlier first one.',
    cy: 'Mae’r diwrnod olaf cyn y diwrnod cyntaf. Rhowch ddiwrnod olaf hwyrach neu ddiwrnod cyntaf cynharach.',
  },
}
