/** Whose record's time comes: over a small authority, and by rules with holds. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAllFrameworks } from '../../../app.ts'
import { perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { checkCases } from '../../../platform/frameworks/index.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { browseRetention, readRetention } from './retention.actions.ts'
import { retentionRules } from './retention.framework.ts'
import { keptUntil, type RetentionRules } from './retention.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'] })
const ORIGIN = { via: 'page', at: '/people/retention' } as const

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-03'), frameworks: await loadAllFrameworks() })
  await database.transaction(systemActor(1), async (tx) => {
    await sql`insert into commissioning.area (authority_id, area_id, ref, name_en, name_cy) values (1, 1, 'a', 'Valley', 'Dyffryn')`.execute(
      tx,
    )
    const people = [
      ['due', '2020-03-03'],
      ['within-a-year', '2021-03-03'],
      ['later', '2021-03-04'],
      ['written-since', '2020-01-01'],
      ['goes-on', null],
    ] as const
    for (const [index, [ref, ended]] of people.entries())
      await sql`insert into care_planning.person (authority_id, person_id, ref, given_name, family_name, language, area_id, need_group, started_on, ended_on)
        values (1, ${index + 1}::bigint, ${ref}, 'Gwen', 'Pugh', 'cy', 1, 'older', date '2015-01-01', ${ended}::date)`.execute(
        tx,
      )
    await sql`insert into care_planning.plan_review (authority_id, person_id, kind, held_on, state, begun_by)
      values (1, 4, 'routine', date '2020-06-01', 'given-up', 'Nia')`.execute(tx)
  })
})
afterAll(() => database.close())

describe('records whose time comes', () => {
  test('are those due on the day and within the year, soonest first; what was written since puts it off', async () => {
    const result = await perform(runtime, worker, browseRetention, {}, ORIGIN)
    if (!result.ok) throw new Error(result.refusal.code)
    expect(result.value.records.map(({ ref, kept }) => [ref, kept.until?.toString(), kept.isDue])).toEqual([
      ['due', '2026-03-03', true],
      ['written-since', '2026-06-01', false],
      ['within-a-year', '2027-03-03', false],
    ])
    expect(result.value.due).toBe(1)
  })

  test('one person’s record is kept while their care goes on', async () => {
    const result = await perform(runtime, worker, readRetention, { personId: 5 }, ORIGIN)
    expect(result).toMatchObject({ ok: true, value: { until: null, isDue: false, rule: 'adult' } })
  })

  test('are not for a provider to see', async () => {
    const provider = anActor({ kind: 'provider', providerId: 9 }, { roles: ['provider-manager'] })
    expect(await perform(runtime, provider, browseRetention, {}, ORIGIN)).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
  })
})

describe('how long records are kept', async () => {
  test.each(await checkCases(retentionRules))('$name', ({ expect: expected, answered }) => {
    expect(answered).toEqual(expected)
  })
})

describe('a hold', () => {
  const rules: RetentionRules = {
    rules: [{ id: 'adult', years: 6, because: { en: 'Six years', cy: 'Chwe blynedd' } }],
    holds: [{ from: '2026-01-01', to: '2026-06-30', because: { en: 'An inquiry', cy: 'Ymchwiliad' } }],
  }
  const ended = { endedOn: Temporal.PlainDate.from('2019-01-01'), lastOn: null, isRestricted: false }
  test.each([
    ['2025-12-31', true, null],
    ['2026-01-01', false, 'An inquiry'],
    ['2026-06-30', false, 'An inquiry'],
    ['2026-07-01', true, null],
  ])('on %s: due %s, held for %s', (today, isDue, because) => {
    const kept = keptUntil(rules, ended, Temporal.PlainDate.from(today))
    expect([kept.isDue, kept.hold?.en ?? null]).toEqual([isDue, because])
  })
})
