/** Contracts are written with their dimension, left alone when nothing changed, and seen by their own provider. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '../../../kernel/period.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { anArea, anOutcome, aProvider } from '../../commissioning/commissioning.fixtures.ts'
import { writeArea, writeOutcome, writeProvider } from '../../commissioning/index.ts'
import { aContract } from '../contract-management.fixtures.ts'
import { countServing, findContract, listContracts, removeContract, writeContract } from './contract-register.store.ts'

const today = day('2025-06-15')
let database: Database
let providerId: number
let areaId: number
let outcomeId: number
beforeAll(async () => {
  database = await openTestDatabase()
  await asSystem(async (tx) => {
    providerId = await writeProvider(tx, TEST_AUTHORITY_ID, aProvider())
    areaId = await writeArea(tx, TEST_AUTHORITY_ID, anArea())
    outcomeId = await writeOutcome(tx, TEST_AUTHORITY_ID, anOutcome())
  })
})
afterAll(() => database.close())

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(systemActor(TEST_AUTHORITY_ID), work)

it('adds a contract and finds it as it was written', async () => {
  await asSystem(async (tx) => {
    const facts = aContract({ providerId, ref: 'C-ADD', areaIds: [areaId], outcomeIds: [outcomeId] })
    const { contractId, was } = await writeContract(tx, TEST_AUTHORITY_ID, facts)
    expect(was).toBe('added')
    expect(await findContract(tx, TEST_AUTHORITY_ID, contractId)).toEqual({ ...facts, contractId, version: 1 })
  })
})

it('leaves a contract alone that says what is known already', async () => {
  await asSystem(async (tx) => {
    const facts = aContract({ providerId, ref: 'C-SAME', areaIds: [areaId] })
    const { contractId } = await writeContract(tx, TEST_AUTHORITY_ID, facts)
    expect(await writeContract(tx, TEST_AUTHORITY_ID, facts)).toEqual({ contractId, was: 'known' })
    expect(await findContract(tx, TEST_AUTHORITY_ID, contractId)).toMatchObject({ version: 1 })
  })
})

it('writes the measures’ dimension with the contract, and changes both together', async () => {
  await asSystem(async (tx) => {
    const facts = aContract({ providerId, ref: 'C-DIM' })
    const { contractId } = await writeContract(tx, TEST_AUTHORITY_ID, facts)
    await writeContract(tx, TEST_AUTHORITY_ID, { ...facts, model: 3, outcomeIds: [outcomeId] })
    const dimension = await tx
      .selectFrom('measures.contract_dimension')
      .selectAll()
      .where('contract_id', '=', contractId)
      .executeTakeFirst()
    expect(dimension).toMatchObject({ ref: 'C-DIM', provider_id: providerId, model: 3, late_tolerance_minutes: 15 })
    expect(await findContract(tx, TEST_AUTHORITY_ID, contractId)).toMatchObject({ version: 2, outcomeIds: [outcomeId] })
  })
})

it('counts the live contracts that serve an outcome', async () => {
  await asSystem(async (tx) => {
    const served = await writeOutcome(tx, TEST_AUTHORITY_ID, anOutcome({ ref: 'L-SERVED' }))
    const serving = { providerId, outcomeIds: [served], startsOn: day('2025-04-01') }
    await writeContract(tx, TEST_AUTHORITY_ID, aContract({ ...serving, ref: 'C-LIVE', endsOn: null }))
    await writeContract(tx, TEST_AUTHORITY_ID, aContract({ ...serving, ref: 'C-LAST', endsOn: today }))
    const yesterday = today.subtract({ days: 1 })
    await writeContract(tx, TEST_AUTHORITY_ID, aContract({ ...serving, ref: 'C-OVER', endsOn: yesterday }))
    expect((await countServing(tx, TEST_AUTHORITY_ID, today)).get(served)).toBe(2)
  })
})

it('takes out a contract with its dimension', async () => {
  await asSystem(async (tx) => {
    const { contractId } = await writeContract(tx, TEST_AUTHORITY_ID, aContract({ providerId, ref: 'C-GONE' }))
    await removeContract(tx, TEST_AUTHORITY_ID, contractId)
    expect(await findContract(tx, TEST_AUTHORITY_ID, contractId)).toBeUndefined()
    const dimension = tx.selectFrom('measures.contract_dimension').selectAll().where('contract_id', '=', contractId)
    expect(await dimension.execute()).toEqual([])
  })
})

it('shows a provider its own contracts and nobody else’s', async () => {
  const rivalId = await asSystem((tx) => writeProvider(tx, TEST_AUTHORITY_ID, aProvider({ ref: 'P-RIVAL' })))
  await asSystem((tx) => writeContract(tx, TEST_AUTHORITY_ID, aContract({ providerId, ref: 'C-OURS' })))
  const rival = { authorityId: TEST_AUTHORITY_ID, scope: { kind: 'provider', providerId: rivalId } } as const
  expect(await database.transaction(rival, (tx) => listContracts(tx, TEST_AUTHORITY_ID))).toEqual([])
})
