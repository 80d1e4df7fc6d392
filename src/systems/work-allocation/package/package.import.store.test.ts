import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../../platform/actions/action.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { importRuntime, removeFolder, sendFile } from '../../../platform/import/import.fixtures.ts'
import { undoImport } from '../../../platform/import/undo-import.actions.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { layGround } from '../visit/visit-import.fixtures.ts'

const actor = systemActor(1)
const origin = { via: 'command', at: 'test' } as const
const HEADING =
  'package_ref,person_ref,contract_ref,provider_ref,starts_on,ends_on,weekly_minutes,weekly_visits,language\n'

let database: Database
let runtime: Runtime
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = await importRuntime(database)
  await layGround(runtime, actor)
})
afterAll(async () => {
  await database.close()
  await removeFolder(runtime)
})

/** `person/provider because` of everybody's circle, by reference. */
async function circles(): Promise<readonly string[]> {
  const { rows } = await database.asOwner((tx) =>
    sql<{ pair: string }>`select p.ref || '/' || v.ref || ' ' || c.because as pair from care_planning.circle c
      join care_planning.person p on p.person_id = c.person_id join commissioning.provider v on v.provider_id = c.provider_id
      order by 1`.execute(tx),
  )
  return rows.map((row) => row.pair)
}

const send = (...rows: readonly string[]) => sendFile(runtime, actor, 'packages', `${HEADING}${rows.join('\n')}\n`)
const undo = (importId: number) => perform(runtime, actor, undoImport, { importId }, origin)

test('a package brings its provider into the person’s circle; undone, it leaves again', async () => {
  expect(await circles()).toEqual(['H1/P1 package', 'H1/P2 package', 'H2/P1 package'])
  const sent = await send('K9,H2,C2,P2,2026-01-05,,60,2,en')
  expect(await circles()).toContain('H2/P2 package')
  expect(await undo(sent.importId)).toMatchObject({ ok: true })
  expect(await circles()).not.toContain('H2/P2 package')
})

test('a provider stays in the circle while another package of its stands', async () => {
  const sent = await send('K8,H1,C1,P1,2026-01-05,,60,2,cy')
  expect(await undo(sent.importId)).toMatchObject({ ok: true })
  expect(await circles()).toContain('H1/P1 package')
})

test('a package corrected to another contract takes the circle with it, and undoing brings the first back', async () => {
  const sent = await send('K2,H2,C2,,2025-06-01,2026-06-30,210,7,en')
  expect(sent.tally.corrected).toBe(1)
  expect(await circles()).toEqual(['H1/P1 package', 'H1/P2 package', 'H2/P2 package'])
  await undo(sent.importId)
  expect(await circles()).toEqual(['H1/P1 package', 'H1/P2 package', 'H2/P1 package'])
})

test('what does not fit is rejected: another provider, an end before the start, too much for a week', async () => {
  const sent = await send(
    'K7,H1,C1,P2,2026-01-05,,60,2,cy',
    'K7,H1,C1,,2026-01-05,2026-01-04,60,2,cy',
    'K7,H1,C1,,2026-01-05,,20161,2,cy',
    'K7,H7,C7,,2026-01-05,2026-01-05,20160,2,cy',
  )
  expect(sent.rejects).toEqual([
    '2 provider_ref provider-not-of-contract',
    '3 ends_on ends-before-start',
    '4 weekly_minutes out-of-bounds',
    '5 person_ref unknown-person',
    '5 contract_ref unknown-contract',
  ])
})
