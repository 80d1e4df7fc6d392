/** What outcomes and reviews add up to, counted one by one in plain code from the rows themselves: the judge of the rollups in tests. */
import type { Selectable } from 'kysely'
import { includes, type Period } from '../../../kernel/period.ts'
import type { Slice } from '../../../measures/reading.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'

type Outcome = Selectable<Tables['care_planning.personal_outcome']>
type Review = Selectable<Tables['care_planning.outcome_review']>
type Contribution = Selectable<Tables['care_planning.contribution']>
type Band = Selectable<Tables['care_planning.need_band']>

export type Records = {
  readonly outcomes: readonly Outcome[]
  readonly reviews: readonly Review[]
  readonly contributions: readonly Contribution[]
  readonly bands: readonly Band[]
}

/** One thing that is counted: where and when, and what it adds to each counter. */
type Fact = {
  readonly contractId: number
  readonly providerId: number
  readonly areaId: number
  readonly day: Temporal.PlainDate
  /** Where the source is kept apart by band of need. */
  readonly band?: string
  readonly adds: Readonly<Record<string, number | boolean>>
}

export async function readRecords(tx: Tx): Promise<Records> {
  return {
    outcomes: await tx.selectFrom('care_planning.personal_outcome').selectAll().execute(),
    reviews: await tx.selectFrom('care_planning.outcome_review').selectAll().execute(),
    contributions: await tx.selectFrom('care_planning.contribution').selectAll().execute(),
    bands: await tx.selectFrom('care_planning.need_band').selectAll().execute(),
  }
}

/** The facts of each source, by its name. */
export const FACTS_OF: Readonly<Record<string, (records: Records) => readonly Fact[]>> = {
  'outcomes-agreed': agreedFacts,
  'reviews-due': dueFacts,
  'outcome-reviews': reviewFacts,
}

export function scanFacts(facts: readonly Fact[], slice: Slice, period: Period): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const fact of facts.filter((f) => includes(period, f.day) && isIn(slice, f)))
    for (const [name, amount] of Object.entries(fact.adds)) sums[name] = (sums[name] ?? 0) + Number(amount)
  return sums
}

function isIn(slice: Slice, fact: Fact): boolean {
  return (
    (!slice.contractIds || slice.contractIds.includes(fact.contractId)) &&
    (slice.providerId === undefined || slice.providerId === fact.providerId) &&
    (slice.areaId === undefined || slice.areaId === fact.areaId) &&
    (slice.band === undefined || slice.band === fact.band)
  )
}

function agreedFacts({ outcomes, contributions }: Records): readonly Fact[] {
  return outcomes.map((o) => ({
    ...placeOf(o),
    day: o.agreed_on,
    adds: {
      agreed: true,
      without_contribution: !contributions.some((c) => c.personal_outcome_id === o.personal_outcome_id),
      without_catalogue_outcome: o.outcome_id === null,
    },
  }))
}

function dueFacts({ outcomes, reviews }: Records): readonly Fact[] {
  const held = reviews.map((r) => ({
    ...placeOf(r),
    day: r.due_on,
    adds: { due: true, due_held: true, due_on_time: !isAfter(r.held_on, r.due_on) },
  }))
  const waiting = outcomes
    .filter((o) => o.ended_on === null || !isAfter(o.review_due_on, o.ended_on))
    .filter(
      (o) =>
        !reviews.some((r) => r.personal_outcome_id === o.personal_outcome_id && !isAfter(o.review_due_on, r.due_on)),
    )
    .map((o) => ({ ...placeOf(o), day: o.review_due_on, adds: { due: true, due_held: false, due_on_time: false } }))
  return [...held, ...waiting]
}

function reviewFacts({ outcomes, reviews, bands }: Records): readonly Fact[] {
  return reviews.map((r) => {
    const outcome = outcomes.find((o) => o.personal_outcome_id === r.personal_outcome_id)!
    const answered = r.person_says !== null && r.person_says !== 'not-asked' && r.person_says !== 'could-not-ask'
    const isPersons = answered && r.person_said_by !== 'carer'
    const isBoth = isPersons && r.carer_says !== null && r.carer_says !== 'not-asked'
    const bothSpoke = answered && r.provider_says !== null
    const confirmable = r.achievement === 'achieved' || r.achievement === 'partly'
    const distance = distanceOf(r.score, outcome.baseline_score, outcome.target_score)
    return {
      ...placeOf(r),
      day: r.held_on,
      band: bandAt(bands, r.person_id, outcome.agreed_on, r.held_on),
      adds: {
        held: true,
        achieved: r.achievement === 'achieved',
        partly: r.achievement === 'partly',
        not_achieved: r.achievement === 'not',
        changed: r.achievement === 'changed' || r.achievement === 'no-longer-wanted',
        answered,
        persons_own: isPersons,
        carers_alone: answered && !isPersons,
        person_and_carer: isBoth,
        person_and_carer_differ: isBoth && r.carer_says !== r.person_says,
        confirmable,
        confirmed: confirmable && r.person_says === r.achievement,
        both_spoke: bothSpoke,
        word_gap: bothSpoke ? Number(r.provider_says === 'achieved') - Number(r.person_says === 'achieved') : 0,
        scored: distance !== undefined,
        distance_percent: distance ?? 0,
        provider_spoke: r.provider_says !== null,
        provider_reached: r.provider_says === 'achieved' || r.provider_says === 'partly',
        person_reached: r.person_says === 'achieved' || r.person_says === 'partly',
        only_provider_says: bothSpoke && r.provider_says === 'achieved' && r.person_says !== 'achieved',
        only_person_says: bothSpoke && r.provider_says !== 'achieved' && r.person_says === 'achieved',
      },
    }
  })
}

/** The band that held when the work began; else the first given before it ended; else none. */
export function bandAt(
  bands: readonly Band[],
  personId: number,
  began: Temporal.PlainDate,
  ended: Temporal.PlainDate,
): string {
  const own = bands
    .filter((band) => band.person_id === personId)
    .sort((a, b) => Temporal.PlainDate.compare(a.from_on, b.from_on))
  const held = own.findLast((band) => !isAfter(band.from_on, began))
  return (held ?? own.find((band) => !isAfter(band.from_on, ended)))?.band ?? 'none'
}

/** Hundredths of the way from baseline to target, held between -100 and 100; half a hundredth rounds away from zero. */
function distanceOf(score: number | null, baseline: number | null, target: number | null): number | undefined {
  if (score === null || baseline === null || target === null || baseline === target) return undefined
  const way = (100 * (score - baseline)) / (target - baseline)
  const held = Math.max(-100, Math.min(100, way))
  return Math.sign(held) * Math.round(Math.abs(held)) + 0
}

function placeOf(row: {
  readonly contract_id: number | null
  readonly provider_id: number | null
  readonly area_id: number
}) {
  return { contractId: row.contract_id ?? 0, providerId: row.provider_id ?? 0, areaId: row.area_id }
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}
