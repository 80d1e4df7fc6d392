import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../../platform/actions/action.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { takeRejectedRows } from '../../../platform/import/browse.actions.ts'
import { importRuntime, removeFolder, sendFile } from '../../../platform/import/import.fixtures.ts'
import { publishImportKinds } from '../../../platform/import/kinds.ts'
import { writeRejectedRows } from '../../../platform/import/rejected-rows.ts'
import { undoImport } from '../../../platform/import/undo-import.actions.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { commissioningSystem } from '../../commissioning/system.ts'
import { contractManagementSystem } from '../system.ts'

const actor = systemActor(1)
const origin = { via: 'command', at: 'test' } as const
const HEADING =
  'contract_ref,title_en,title_cy,provider_ref,route,service,model,starts_on,ends_on,rate_per_hour,late_tolerance_minutes,area_refs,outcome_refs,team'
const row = (
  ref: string,
  changes: { tolerance?: string; areas?: string; provider?: string; outcomes?: string; ends?: string } = {},
) =>
  `${ref},Home care,Gofal cartref,${changes.provider ?? 'P1'},block,home-care,1,01/04/2025,${changes.ends ?? ''},£24.60,${changes.tolerance ?? ''},${changes.areas ?? 'A1;A2'},${changes.outcomes ?? 'L1'},North`
const file = (...rows: readonly string[]) => `${[HEADING, ...rows].join('\n')}\n`

let database: Database
let runtime: Runtime
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = await importRuntime(database)
  publishImportKinds([...commissioningSystem.imports, ...contractManagementSystem.imports])
  await sendFile(runtime, actor, 'areas', 'area_ref,name_en,name_cy\nA1,Upper,Uchaf\nA2,Lower,Isaf\n')
  await sendFile(runtime, actor, 'providers', 'provider_ref,name\nP1,Gofal Un\n')
  await sendFile(
    runtime,
    actor,
    'outcome-catalogue',
    'outcome_ref,statement_en,statement_cy\nL1,I get up,Rwy’n codi\nL2,I go out,Rwy’n mynd allan\n',
  )
})
afterAll(async () => {
  await database.close()
  await removeFolder(runtime)
})

/** Everything there is of contracts, to compare whole. */
async function everything(): Promise<unknown> {
  return database.asOwner(async (tx) => {
    const tables = [
      'contract_management.contract',
      'contract_management.contract_area',
      'contract_management.contract_outcome',
      'measures.contract_dimension',
    ]
    const found: unknown[] = []
    for (const table of tables)
      found.push((await sql`select to_jsonb(t) as row from ${sql.table(table)} t order by t::text`.execute(tx)).rows)
    return JSON.parse(JSON.stringify(found))
  })
}

const undo = (importId: number) => perform(runtime, actor, undoImport, { importId }, origin)

test('a contract comes in with its areas, its outcomes, unknown columns and its dimension for the measures', async () => {
  const sent = await sendFile(runtime, actor, 'contracts', file(row('C1')))
  expect(sent.rejects).toEqual([])
  expect(sent.unknownColumns).toEqual(['team'])
  const [contracts, areas, outcomes, dimensions] = (await everything()) as { row: Record<string, unknown> }[][]
  expect(contracts?.[0]?.row).toMatchObject({
    ref: 'C1',
    rate_per_hour_pence: 2460,
    late_tolerance_minutes: 15,
    extra: { team: 'North' },
    version: 1,
  })
  expect([areas?.length, outcomes?.length]).toEqual([2, 1])
  expect(dimensions?.[0]?.row).toMatchObject({ ref: 'C1', late_tolerance_minutes: 15, starts_on: '2025-04-01' })
})

test('sent again it is known; with other areas or another tolerance it is corrected, and undoing restores it to the letter', async () => {
  expect((await sendFile(runtime, actor, 'contracts', file(row('C1')))).tally).toMatchObject({ known: 1, corrected: 0 })
  const before = await everything()
  const sent = await sendFile(runtime, actor, 'contracts', file(row('C1', { areas: 'A2', tolerance: '30' }), row('C2')))
  expect(sent.tally).toMatchObject({ inserted: 1, corrected: 1 })
  expect(await everything()).not.toEqual(before)
  expect(await undo(sent.importId)).toMatchObject({ ok: true, value: { deleted: 1, restored: 1 } })
  expect(await everything()).toEqual(before)
  expect(await undo(sent.importId)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-undo' } })
})

test('an import is not undone over what somebody changed since', async () => {
  const sent = await sendFile(runtime, actor, 'contracts', file(row('C3')))
  await database.asOwner((tx) =>
    sql`update contract_management.contract set lot = '9', version = version + 1 where ref = 'C3'`.execute(tx),
  )
  expect(await undo(sent.importId)).toMatchObject({ ok: false, refusal: { code: 'changed-since' } })
})

test('areas, providers and outcomes are not undone under the contracts that name them', async () => {
  const { rows } = await database.asOwner((tx) =>
    sql<{ id: number; kind: string }>`select import_id as id, kind from platform.import order by import_id`.execute(tx),
  )
  for (const kind of ['areas', 'providers', 'outcome-catalogue'])
    expect(await undo(Number(rows.find((r) => r.kind === kind)?.id))).toMatchObject({
      ok: false,
      refusal: { code: 'records-rest-on-it' },
    })
})

test('every fault of a row is told; the rejected rows, corrected and sent again, come in', async () => {
  const sent = await sendFile(
    runtime,
    actor,
    'contracts',
    file(row('C4', { provider: 'P9', areas: 'A1;A8', ends: '2025-03-31' }), row('C5'), row('C6', { outcomes: 'L9' })),
  )
  expect(sent.tally).toMatchObject({ read: 3, inserted: 1, rejected: 2 })
  expect(sent.rejects).toEqual([
    '2 ends_on ends-before-start',
    '2 provider_ref unknown-provider',
    '2 area_refs unknown-area',
    '4 outcome_refs unknown-outcome',
  ])
  const taken = await perform(runtime, actor, takeRejectedRows, { importId: sent.importId }, origin)
  if (!taken.ok) throw new Error(taken.refusal.code)
  const csv = [...writeRejectedRows('cy', taken.value.found.columnNames, taken.value.rows)].join('')
  expect(csv).toContain('canlyn_reason')
  const corrected = csv.replace('P9', 'P1').replace('A1;A8', 'A1').replace('2025-03-31', '').replace('L9', 'L2')
  const again = await sendFile(runtime, actor, 'contracts', corrected)
  expect(again.tally).toMatchObject({ read: 2, inserted: 2, rejected: 0 })
  expect(again.unknownColumns).toEqual(['team'])
})
