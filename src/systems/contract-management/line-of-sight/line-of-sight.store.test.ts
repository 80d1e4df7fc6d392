/** The upper half of the line of sight, walked from every place one can stand on, and each way in which it breaks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { period } from '../../../kernel/period.ts'
import type { BrokenLink } from '../../../measures/line-of-sight/broken-link.ts'
import { type Focus, publishStop, readLineOfSight, readTallies } from '../../../measures/line-of-sight/line-of-sight.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { aNeed, anArea, anOutcome, aProvider } from '../../commissioning/commissioning.fixtures.ts'
import { writeArea, writeNeed, writeOutcome, writeProvider } from '../../commissioning/index.ts'
import { commissioningSystem } from '../../commissioning/system.ts'
import { aContract } from '../contract-management.fixtures.ts'
import { writeContract } from '../contract-register/contract-register.store.ts'
import { writeIndicators } from '../indicator/indicator.store.ts'
import { contractManagementSystem } from '../system.ts'

const year = period('2025-06-01', '2026-05-31')
for (const stop of [...commissioningSystem.stops, ...contractManagementSystem.stops]) publishStop(stop)

type County = Record<'valley' | 'coast' | 'provider' | 'national' | 'own' | 'unserved' | 'contract' | 'adrift', number>
let database: Database
let county: County
beforeAll(async () => {
  database = await openTestDatabase()
  county = await asSystem(setUp)
})
afterAll(() => database.close())

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(systemActor(TEST_AUTHORITY_ID), work)

/** One chain that holds, from the people living alone in the valley to one contract; and something loose at each joint. */
async function setUp(tx: Tx): Promise<County> {
  const to = TEST_AUTHORITY_ID
  const valley = await writeArea(tx, to, anArea())
  const coast = await writeArea(tx, to, anArea({ ref: 'A-COAST', name: { en: 'The Coast', cy: 'Yr Arfordir' } }))
  await writeNeed(tx, to, aNeed({ ref: 'NEED-1', areaId: valley }))
  await writeNeed(tx, to, aNeed({ ref: 'NEED-2', areaId: coast }))
  const national = await writeOutcome(
    tx,
    to,
    anOutcome({ ref: 'N-4.2', level: 'national', nationalRef: null, needRef: null }),
  )
  const own = await writeOutcome(tx, to, anOutcome({ ref: 'L1', needRef: 'NEED-1' }))
  const unserved = await writeOutcome(tx, to, anOutcome({ ref: 'L2', nationalRef: null, needRef: null }))
  const provider = await writeProvider(tx, to, aProvider())
  const { contractId: contract } = await writeContract(
    tx,
    to,
    aContract({ providerId: provider, areaIds: [valley], outcomeIds: [own] }),
  )
  const { contractId: adrift } = await writeContract(tx, to, aContract({ providerId: provider, ref: 'C-ADRIFT' }))
  const watched = { baseline: null, baselineNote: '', target: 0.9 }
  await writeIndicators(tx, to, contract, [{ ...watched, measure: 'visits-on-time', outcomeId: own }])
  await writeIndicators(tx, to, adrift, [{ ...watched, measure: 'visits-on-time', outcomeId: null }])
  return { valley, coast, provider, national, own, unserved, contract, adrift }
}

const threadFrom = (focus: Omit<Focus, 'authorityId'>) =>
  asSystem(async (tx) => {
    const stops = await readLineOfSight(tx, { authorityId: TEST_AUTHORITY_ID, ...focus }, year)
    return stops.map(({ stop, headline, broken }) => [stop, headline.en, ...(broken ? [broken.en] : [])])
  })

describe('the thread', () => {
  it('runs from a contract up to its outcome and the people it is for', async () => {
    expect(await threadFrom({ contractId: county.contract })).toEqual([
      ['need', '1,240 people'],
      ['outcome', 'I get out and about as I choose'],
      ['contract', 'Home care in the Upper Valley'],
    ])
  })

  it('begins at a contract that serves no outcome, and says so', async () => {
    expect(await threadFrom({ contractId: county.adrift })).toEqual([
      ['contract', 'Home care in the Upper Valley', 'It serves no outcome.'],
    ])
  })

  it('runs from a national outcome through the outcomes that are part of it', async () => {
    expect(await threadFrom({ outcomeId: county.national })).toEqual([
      ['need', '1,240 people'],
      ['outcome', 'I get out and about as I choose'],
      ['contract', '1 contract'],
    ])
  })

  it('is broken on both sides of an outcome without need or contract', async () => {
    expect(await threadFrom({ outcomeId: county.unserved })).toEqual([
      ['need', 'No need recorded', 'No need of the population is named for this outcome.'],
      ['outcome', 'I get out and about as I choose'],
      ['contract', '0 contracts', 'No contract is meant to serve it.'],
    ])
  })

  it('is broken in an area whose need no outcome answers', async () => {
    expect(await threadFrom({ areaId: county.coast })).toEqual([
      ['need', '1,240 people'],
      ['outcome', '0 outcomes', 'No outcome answers the needs of this area.'],
      ['contract', '0 contracts', 'No live contract covers this area.'],
    ])
  })

  it('runs through all contracts of a provider', async () => {
    expect((await threadFrom({ providerId: county.provider })).at(-1)).toEqual(['contract', '2 contracts'])
  })

  it('tells the whole authority in numbers', async () => {
    expect(await threadFrom({})).toEqual([
      ['need', '2 needs'],
      ['outcome', '3 outcomes'],
      ['contract', '2 contracts'],
    ])
  })

  it('counts the contracts that serve each outcome', async () => {
    const tallies = await asSystem((tx) => readTallies(tx, TEST_AUTHORITY_ID, year))
    expect(tallies.get('contract')).toEqual(new Map([[county.own, { count: 1 }]]))
  })
})

describe('broken links', () => {
  const readers = [...commissioningSystem.brokenLinks, ...contractManagementSystem.brokenLinks]
  const find = async (kind: string): Promise<BrokenLink | undefined> => {
    const reader = readers.find((one) => one.kind === kind)
    if (!reader) throw new Error(`nobody looks for ${kind}`)
    return asSystem((tx) => reader.read(tx, TEST_AUTHORITY_ID, year))
  }

  it.each([
    ['need-without-outcome', '1 need is answered by no outcome.'],
    ['outcome-without-need', '1 of our own outcomes names no need.'],
    ['contract-serves-no-outcome', '1 live contract serves no outcome.'],
    ['own-outcome-unserved', '1 of our own outcomes is served by no live contract.'],
    ['indicators-serve-no-outcome', '1 live contract is watched by indicators that serve no outcome.'],
    ['area-without-contract', '1 area is covered by no live contract.'],
  ])('of the kind %s are found and named', async (kind, sentence) => {
    const link = await find(kind)
    expect(link?.sentence.en).toBe(sentence)
    expect(link?.examples).toHaveLength(1)
  })

  it('are not found where a national outcome is served through one of our own', async () => {
    expect(await find('national-outcome-unserved')).toBeUndefined()
  })
})
