/** A file of reablement: what comes in, what is refused with its column and reason, and what is noticed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import { importFile } from '../../../platform/import/import.actions.ts'
import { publishImportKinds } from '../../../platform/import/kinds.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { savePersonalOutcome, savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { reablementImport } from './reablement.import.ts'

publishImportKinds([reablementImport])
const system = systemActor(1)
let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner(async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx, { personal_outcome_id: 501, ref: 'O-1', provider_id: null, contract_id: null })
    await tx
      .insertInto('measures.contract_dimension')
      .values({
        authority_id: 1,
        contract_id: 3,
        ref: 'RE-1',
        provider_id: 7,
        service: 'reablement',
        model: 2,
        starts_on: Temporal.PlainDate.from('2025-04-01'),
        late_tolerance_minutes: 30,
        short_tolerance_percent: 80,
      })
      .execute()
  })
})
afterAll(() => database.close())

const HEAD =
  'episode_ref,person_ref,contract_ref,started_on,expected_weeks,hours_at_start,hours_at_end,goal_refs,ended_on,ending,early_reason,needed_after,mitigated,follows'

async function send(...rows: readonly string[]) {
  const bytes = Buffer.from([HEAD, ...rows].map((row) => `${row}\n`).join(''))
  const stream = (async function* () {
    yield bytes
  })()
  const origin = { via: 'command', at: 'test' } as const
  const file = { name: 'reablement.csv', stream }
  const result = await importFile(testRuntime(database), system, 'reablement', file, { origin })
  if (!result.ok) throw new Error(result.refusal.message.en)
  const rejects = await database.transaction(system, (tx) =>
    tx
      .selectFrom('platform.import_reject')
      .select('reasons')
      .where('import_id', '=', result.value.importId)
      .orderBy('line')
      .execute(),
  )
  const reasons = rejects.flatMap((row) => row.reasons as readonly { column: string; code: string }[])
  return { tally: result.value.tally, rejects: reasons.map(({ column, code }) => `${column}: ${code}`) }
}

test('an episode comes in with its goals, its minutes, and its provider in the person’s circle', async () => {
  const { tally } = await send(
    'RE-10,person-1,RE-1,2025-07-03,6,10.5,2,O-1,2025-08-20,completed,,less,no,low-level',
    'RE-11,person-1,,2026-02-20,4,7,,,,,,,,',
  )
  expect(tally).toMatchObject({ read: 2, rejected: 0 })
  await database.asOwner(async (tx) => {
    const [first, second] = await tx
      .selectFrom('care_planning.reablement_episode')
      .select(['minutes_at_start', 'minutes_at_end', 'provider_id', 'ending'])
      .orderBy('ref')
      .execute()
    expect(first).toEqual({ minutes_at_start: 630, minutes_at_end: 120, provider_id: 7, ending: 'completed' })
    expect(second).toEqual({ minutes_at_start: 420, minutes_at_end: null, provider_id: null, ending: null })
    expect(await tx.selectFrom('care_planning.reablement_goal').select('personal_outcome_id').execute()).toEqual([
      { personal_outcome_id: 501 },
    ])
    expect(await tx.selectFrom('care_planning.circle').select(['provider_id', 'because']).execute()).toEqual([
      { provider_id: 7, because: 'reablement' },
    ])
  })
})

test('sent again it changes nothing', async () => {
  const { tally } = await send('RE-10,person-1,RE-1,2025-07-03,6,10.5,2,O-1,2025-08-20,completed,,less,no,low-level')
  expect(tally).toMatchObject({ read: 1, rejected: 0, inserted: 0, corrected: 0 })
})

test('what cannot be is refused at its column, and the good rows stay', async () => {
  const { tally, rejects } = await send(
    'RE-20,nobody,,2025-07-03,6,,,,,,,,,',
    'RE-21,person-1,,2025-07-03,27,,,,,,,,,',
    'RE-22,person-1,,2025-07-03,6,,,,2025-07-02,completed,,none,no,nothing',
    'RE-23,person-1,,2025-07-03,6,,,,2025-08-02,,,,,',
    'RE-24,person-1,,2025-07-03,6,,,,2025-08-02,ended-early,,,,',
    'RE-25,person-1,,2025-07-03,6,,,,2025-08-02,completed,,none,no,',
    'RE-26,person-1,,2025-07-03,6,,,O-999,,,,,,',
    'RE-27,person-1,,2025-07-03,6,,,,2026-03-04,completed,,none,no,nothing',
    'RE-28,person-1,,2024-07-03,6,,,,2024-08-02,ended-early,hospital,,,',
  )
  expect(tally).toMatchObject({ read: 9, rejected: 8, inserted: 1 })
  expect(rejects).toEqual([
    'person_ref: unknown-person',
    'expected_weeks: out-of-bounds',
    'ended_on: ends-before-start',
    'ending: ending-missing',
    'early_reason: early-needs-reason',
    'follows: say-what-follows',
    'goal_refs: unknown-goal',
    'ended_on: in-the-future',
  ])
})
