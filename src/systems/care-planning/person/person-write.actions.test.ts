import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import { browsePeople } from './person.actions.ts'
import { addPerson, changePerson } from './person-write.actions.ts'

let database: Database
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(worker, (tx) =>
    sql`insert into commissioning.area (authority_id, area_id, ref, name_en, name_cy) values (1, 1, 'dyffryn', 'Valley', 'Dyffryn')`.execute(
      tx,
    ),
  )
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown) {
  const runtime = testRuntime(database, { clock: fixedClock('2026-03-10') })
  return perform(runtime, worker, action, input, { via: 'page', at: '/test' })
}

const GWEN = {
  givenName: 'Gŵenllian',
  familyName: 'Rhys',
  bornOn: '1941-06-09',
  language: 'cy',
  areaId: 1,
  needGroup: 'older',
}

describe('adding a person', () => {
  test('they are given a reference where there is none, and letters stay as they are', async () => {
    const added = await act(addPerson, GWEN)
    expect(added).toMatchObject({ ok: true })
    const found = await act(browsePeople, { search: 'gwenllian' })
    expect(found).toMatchObject({ value: { people: [{ givenName: 'Gŵenllian', ref: 'C-10001' }] } })
  })
  test('somebody who may be known already is shown first, and added only when it is said that they are another', async () => {
    const alike = { ...GWEN, givenName: 'Gwenllïan', familyName: 'Rees' }
    expect(await act(addPerson, alike)).toMatchObject({ refusal: { code: 'may-be-known-already', kind: 'conflict' } })
    expect(await act(addPerson, { ...alike, isSomebodyElse: 'yes' })).toMatchObject({ ok: true })
  })
  test('a reference that another has is refused at its field', async () => {
    const other = { ...GWEN, givenName: 'Ifor', familyName: 'Pugh', bornOn: '1950-01-02', ref: 'C-10001' }
    expect(await act(addPerson, other)).toMatchObject({ refusal: { code: 'reference-taken', field: 'ref' } })
  })
  test('nobody is born tomorrow, nor 126 years ago', async () => {
    const born = (bornOn: string) => act(addPerson, { ...GWEN, givenName: 'Ifor', familyName: 'Pugh', bornOn })
    expect(await born('2026-03-11')).toMatchObject({ refusal: { code: 'born-in-the-future' } })
    expect(await born('1900-03-10')).toMatchObject({ refusal: { code: 'born-too-long-ago' } })
    expect(await born('1900-02-30')).toMatchObject({ refusal: { field: 'bornOn' } })
  })
})

test('who changes what somebody else changed meanwhile is told, and nothing is overwritten', async () => {
  const change = { ...GWEN, personId: 1, version: 1, whatMatters: 'Y capel', whatMattersLanguage: 'cy' }
  expect(await act(changePerson, change)).toMatchObject({ ok: true })
  expect(await act(changePerson, { ...change, whatMatters: 'Arall' })).toMatchObject({ refusal: { kind: 'stale' } })
})

test('a search for a name spelled otherwise finds nobody, and says who sounds alike', async () => {
  const found = await act(browsePeople, { search: 'Gwenllian Reese' })
  expect(found).toMatchObject({ value: { total: 0, alike: [{ familyName: 'Rees' }, { familyName: 'Rhys' }] } })
})
