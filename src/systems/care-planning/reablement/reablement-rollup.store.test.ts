/**
 * What is counted of reablement is always what a scan of the episodes would give: under random starts, endings, corrections and removals,
 * with the rules in plain code as the judge, before and after the rollups are brought up to date.
 */
import fc from 'fast-check'
import type { Insertable, Selectable } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { includes, type Period } from '../../../kernel/period.ts'
import { answer } from '../../../measures/reading.store.ts'
import type { Slice } from '../../../measures/reading.ts'
import { readState } from '../../../measures/reading-state.store.ts'
import { publishSource } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { bandAt } from '../outcome-review/outcome-scan.fixtures.ts'
import { REABLEMENT } from './reablement.measures.ts'
import {
  countsInEngland,
  EarlyReason,
  effectOnNeed,
  Follows,
  isReturn,
  NeededAfter,
  type ReablementEpisode,
  SixMonthsLater,
  sixMonthsDay,
} from './reablement.ts'

publishSource(REABLEMENT)
const system = systemActor(1)
const FIRST_DAY = Temporal.PlainDate.from('2024-12-20')
let database: Database
/** Person 1 has a band from the middle of the time on, person 2 never. */
const HIGHER = {
  authority_id: 1,
  need_band_id: 1,
  person_id: 1,
  band: 'higher',
  from_on: FIRST_DAY.add({ days: 250 }),
  edition: 'test',
  points: null,
  assessment_id: null,
  version: 1,
  import_id: null,
  extra: null,
}

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(system, savePersonWithPlan)
  await database.transaction(system, (tx) =>
    tx
      .insertInto('care_planning.person')
      .values({
        authority_id: 1,
        person_id: 2,
        ref: 'person-2',
        given_name: 'Ifor',
        family_name: 'Rees',
        language: 'en',
        area_id: 1,
        need_group: 'older',
      })
      .execute(),
  )
  await database.transaction(system, (tx) => tx.insertInto('care_planning.need_band').values(HIGHER).execute())
})
afterAll(() => database.close())

type NewRow = Insertable<Tables['care_planning.reablement_episode']>
type Row = Selectable<Tables['care_planning.reablement_episode']>

const place = fc.constantFrom(
  { contract_id: 1, provider_id: 1 },
  { contract_id: 2, provider_id: 2 },
  { contract_id: null, provider_id: null },
)
const goesOn = fc.constant({
  ended_on: null,
  ending: null,
  early_reason: null,
  needed_after: null,
  is_mitigated: false,
  follows: null,
  minutes_at_end: null,
  six_months_later: null,
})
const minutes = fc.constantFrom(0, 90, 600, null)
const ending = fc.record({
  lasts: fc.nat(60),
  isEarly: fc.boolean(),
  early_reason: fc.constantFrom(...EarlyReason.options),
  needed_after: fc.constantFrom(...NeededAfter.options),
  is_mitigated: fc.boolean(),
  follows: fc.constantFrom(...Follows.options),
  minutes_at_end: minutes,
  six_months_later: fc.option(fc.constantFrom(...SixMonthsLater.options)),
})

const episode: fc.Arbitrary<Omit<NewRow, 'ref'>> = fc
  .record({
    place,
    started: fc.nat(500),
    person_id: fc.constantFrom(1, 2),
    expected_weeks: fc.constantFrom(1, 6),
    is_supported_already: fc.boolean(),
    minutes_at_start: minutes,
    end: fc.oneof(
      goesOn,
      ending.map(({ lasts, isEarly, early_reason, needed_after, is_mitigated, ...rest }) => ({
        ...rest,
        lasts,
        needed_after,
        ending: isEarly ? 'ended-early' : 'completed',
        early_reason: isEarly ? early_reason : null,
        is_mitigated: is_mitigated && needed_after === 'more',
      })),
    ),
  })
  .map(({ place, started, end, ...rest }) => {
    const started_on = FIRST_DAY.add({ days: started })
    const { lasts, ...ended } = { lasts: undefined, ...end }
    return {
      authority_id: 1,
      area_id: 1,
      came_from: 'hospital',
      ...rest,
      ...place,
      started_on,
      ...ended,
      ...(lasts === undefined ? {} : { ended_on: started_on.add({ days: lasts }) }),
    }
  })

type Step = (tx: Tx) => Promise<unknown>
let made = 0

const onSome = (change: (tx: Tx, id: number) => Promise<unknown>) =>
  fc.nat(20).map(
    (nth): Step =>
      async (tx) => {
        const rows = await tx.selectFrom('care_planning.reablement_episode').select('reablement_episode_id').execute()
        const row = rows[nth % Math.max(1, rows.length)]
        if (row) await change(tx, row.reablement_episode_id)
      },
  )

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: episode.map(
      (values): Step =>
        (tx) => {
          made += 1
          return tx
            .insertInto('care_planning.reablement_episode')
            .values({ ...values, ref: `RE-${made}` })
            .execute()
        },
    ),
  },
  {
    weight: 2,
    arbitrary: episode.chain((to) =>
      onSome((tx, id) =>
        tx.updateTable('care_planning.reablement_episode').set(to).where('reablement_episode_id', '=', id).execute(),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: onSome((tx, id) =>
      tx.deleteFrom('care_planning.reablement_episode').where('reablement_episode_id', '=', id).execute(),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 3, 1000).map(
      (atMost): Step =>
        (tx) =>
          refreshRollups(tx, 1, atMost),
    ),
  },
)

const period: fc.Arbitrary<Period> = fc.tuple(fc.nat(900), fc.nat(900)).map(([a, b]) => ({
  from: FIRST_DAY.add({ days: Math.min(a, b) }),
  to: FIRST_DAY.add({ days: Math.max(a, b) }),
}))
const slice = fc.constantFrom<Slice>(
  {},
  { contractIds: [1] },
  { contractIds: [0] },
  { providerId: 2 },
  { areaId: 1 },
  { band: 'higher' },
  { band: 'none', providerId: 1 },
)

test(
  'whatever happens to episodes, every reading is what a scan by the rules gives',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), period, slice, async (steps, over, part) => {
        await database.transaction(system, (tx) => tx.deleteFrom('care_planning.reablement_episode').execute())
        for (const take of steps) {
          await database.transaction(system, take)
          await database.transaction(system, (tx) => expectReadingToBeScan(tx, part, over))
        }
        await database.transaction(system, (tx) => refreshRollups(tx, 1))
        await database.transaction(system, (tx) => expectReadingToBeScan(tx, part, over))
      }),
      { numRuns: 60 },
    )
  },
)

async function expectReadingToBeScan(tx: Tx, slice: Slice, period: Period): Promise<void> {
  const rows = await tx.selectFrom('care_planning.reablement_episode').selectAll().execute()
  const counters = Object.keys(REABLEMENT.counters)
  const sums = await answer(tx, await readState(tx), { source: REABLEMENT, counters, slice, period })
  expect(sums.get('')).toEqual(scan(rows, slice, period, counters))
}

function scan(rows: readonly Row[], slice: Slice, period: Period, counters: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = Object.fromEntries(counters.map((name) => [name, 0]))
  for (const row of rows.filter((one) => isIn(slice, one)))
    for (const { day, adds } of factsOf(row, rows))
      if (includes(period, day))
        for (const [name, amount] of Object.entries(adds)) sums[name] = (sums[name] ?? 0) + Number(amount)
  return sums
}

function isIn(slice: Slice, row: Row): boolean {
  const band = bandAt([HIGHER], row.person_id, row.started_on, row.ended_on ?? row.started_on)
  return (
    (slice.band === undefined || slice.band === band) &&
    (!slice.contractIds || slice.contractIds.includes(row.contract_id ?? 0)) &&
    (slice.providerId === undefined || slice.providerId === (row.provider_id ?? 0)) &&
    (slice.areaId === undefined || slice.areaId === row.area_id)
  )
}

type Fact = { readonly day: Temporal.PlainDate; readonly adds: Readonly<Record<string, boolean | number>> }

/** The days on which one episode counts, and what it adds there. */
function factsOf(row: Row, all: readonly Row[]): readonly Fact[] {
  const began = { day: row.started_on, adds: { started: true } }
  if (!row.ended_on) return [began]
  const isCompleted = row.ending === 'completed'
  const facts: Fact[] = [began, { day: row.ended_on, adds: endAdds(row, isCompleted) }]
  if (!isCompleted) return facts
  const later = row.six_months_later
  const isLookedAt = later !== null && later !== 'died' && later !== 'not-known'
  const hadPackage = isLookedAt && row.needed_after !== 'none'
  return [
    ...facts,
    {
      day: sixMonthsDay(row.ended_on),
      adds: {
        looked_at_later: isLookedAt,
        no_package_later: later === 'none',
        package_to_reduce: hadPackage,
        reduced_later: hadPackage && later === 'less',
      },
    },
    {
      day: row.ended_on.add({ months: 12 }),
      adds: {
        followed: true,
        returned: all.some((one) => one.person_id === row.person_id && isReturn(row.ended_on!, one.started_on)),
      },
    },
  ]
}

function endAdds(row: Row, isCompleted: boolean): Fact['adds'] {
  const facts = {
    ending: row.ending as ReablementEpisode['ending'],
    neededAfter: row.needed_after as ReablementEpisode['neededAfter'],
    earlyReason: row.early_reason as ReablementEpisode['earlyReason'],
    follows: row.follows as ReablementEpisode['follows'],
    isMitigated: row.is_mitigated,
    isSupportedAlready: row.is_supported_already,
  }
  const effect = effectOnNeed(facts)
  const england = countsInEngland(facts)
  const hasHours = isCompleted && (row.minutes_at_start ?? 0) > 0 && row.minutes_at_end !== null
  return {
    ended: true,
    completed: isCompleted,
    ended_early: !isCompleted,
    reduced: effect === 'reduced',
    none_after: isCompleted && row.needed_after === 'none',
    maintained: effect === 'maintained',
    mitigated: effect === 'mitigated',
    in_time: isCompleted && row.started_on.until(row.ended_on!).days <= 7 * row.expected_weeks,
    with_hours: hasHours,
    minutes_at_start: hasHours ? row.minutes_at_start! : 0,
    minutes_at_end: hasHours ? row.minutes_at_end! : 0,
    england_counted: england !== 'left-out',
    england_success: england === 'success',
  }
}
