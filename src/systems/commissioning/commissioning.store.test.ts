/** Areas, needs, providers and outcomes are written, changed and found by reference; a provider sees itself alone in the market. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../platform/database/test-database.ts'
import { systemActor } from '../../platform/permissions/actor.ts'
import { findAreaByRef, listAreas, writeArea } from './area/area.store.ts'
import { aNeed, anArea, anOutcome, aProvider } from './commissioning.fixtures.ts'
import { findNeedByRef, listNeeds, writeNeed } from './need/need.store.ts'
import { findOutcomeByRef, writeOutcome } from './outcome-catalogue/outcome.store.ts'
import { findProviderByRef, listProviders, writeProvider } from './provider/provider.store.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(systemActor(TEST_AUTHORITY_ID), work)

it('writes an area and finds it as it was written', async () => {
  await asSystem(async (tx) => {
    const areaId = await writeArea(tx, TEST_AUTHORITY_ID, anArea())
    expect(await findAreaByRef(tx, TEST_AUTHORITY_ID, 'A-CWM')).toEqual({ ...anArea(), areaId, version: 1 })
  })
})

it('changes the area that has the reference instead of adding another', async () => {
  await asSystem(async (tx) => {
    const first = await writeArea(tx, TEST_AUTHORITY_ID, anArea({ ref: 'A-TREF' }))
    const again = await writeArea(tx, TEST_AUTHORITY_ID, anArea({ ref: 'A-TREF', rurality: 'urban' }))
    expect(again).toBe(first)
    expect(await findAreaByRef(tx, TEST_AUTHORITY_ID, 'A-TREF')).toMatchObject({ rurality: 'urban', version: 2 })
    expect((await listAreas(tx, TEST_AUTHORITY_ID)).filter((area) => area.ref === 'A-TREF')).toHaveLength(1)
  })
})

it('lists the needs of an area, largest first', async () => {
  await asSystem(async (tx) => {
    const areaId = await writeArea(tx, TEST_AUTHORITY_ID, anArea())
    await writeNeed(tx, TEST_AUTHORITY_ID, aNeed({ ref: 'NEED-S', areaId, people: 10 }))
    await writeNeed(tx, TEST_AUTHORITY_ID, aNeed({ ref: 'NEED-L', areaId, people: 900 }))
    await writeNeed(tx, TEST_AUTHORITY_ID, aNeed({ ref: 'NEED-ALL', areaId: null }))
    expect((await listNeeds(tx, TEST_AUTHORITY_ID, areaId)).map((need) => need.ref)).toEqual(['NEED-L', 'NEED-S'])
    expect(await findNeedByRef(tx, TEST_AUTHORITY_ID, 'NEED-ALL')).toMatchObject({ areaId: null, asOf: aNeed().asOf })
  })
})

it('writes an outcome and finds it as it was written', async () => {
  await asSystem(async (tx) => {
    const outcomeId = await writeOutcome(tx, TEST_AUTHORITY_ID, anOutcome())
    expect(await findOutcomeByRef(tx, TEST_AUTHORITY_ID, 'L1')).toEqual({ ...anOutcome(), outcomeId, version: 1 })
  })
})

it('shows a provider itself and no competitor', async () => {
  const providerId = await asSystem(async (tx) => {
    await writeProvider(tx, TEST_AUTHORITY_ID, aProvider({ ref: 'P-RIVAL', name: 'Cymorth Mynydd' }))
    return writeProvider(tx, TEST_AUTHORITY_ID, aProvider())
  })
  const provider = { authorityId: TEST_AUTHORITY_ID, scope: { kind: 'provider', providerId } } as const
  const seen = await database.transaction(provider, (tx) => listProviders(tx, TEST_AUTHORITY_ID))
  expect(seen).toEqual([{ ...aProvider(), providerId, version: 1 }])
  const rival = await database.transaction(provider, (tx) => findProviderByRef(tx, TEST_AUTHORITY_ID, 'P-RIVAL'))
  expect(rival).toBeUndefined()
})
