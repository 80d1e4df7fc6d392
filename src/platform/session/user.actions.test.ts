/** What administrators do about users, and what becomes of those users' sessions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Action, perform } from '../actions/action.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { type Room, type TestSite, testRuntime, testSite } from '../http/site.fixtures.ts'
import { type Actor, systemActor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { browseUsers, deactivateUser, endUserSessions, openUser, reactivateUser } from './user.actions.ts'

let database: Database
let runtime: Runtime
let site: TestSite
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database)
  site = testSite(runtime, [home])
})
afterAll(() => database.close())

const home: Room = { pages: (doors) => doors.get('/', 'signed-in', (c) => c.text('home')) }

const administrator: Actor = {
  ...systemActor(1, 'Marged'),
  kind: 'user',
  id: 999,
  roles: ['administrator'],
  scope: { kind: 'authority' },
}

function ask<Input, Output>(action: Action<Input, Output>, input: unknown, actor = administrator) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/users' })
}

async function userNamed(name: string) {
  const found = await ask(browseUsers, { search: name, state: 'all' })
  if (!found.ok || !found.value.users[0]) throw new Error(`nobody is called ${name}`)
  return found.value.users[0]
}

describe('deactivating a user', () => {
  it('ends their sessions at once, and they are let in again only when somebody says so', async () => {
    const visitor = await site.as('broker', { name: 'Lowri' })
    expect((await visitor.get('/')).status).toBe(200)
    const { userId, version } = await userNamed('Lowri')
    const done = await ask(deactivateUser, { userId, version, reason: 'Left on 3 March' })
    expect(done).toMatchObject({ ok: true, value: { deactivatedReason: 'Left on 3 March', sessions: 0 } })
    expect((await visitor.get('/')).status).toBe(303)
    const again = await ask(reactivateUser, { userId, version: version + 1 })
    expect(again).toMatchObject({ ok: true, value: { deactivatedAt: null } })
  })

  it('refuses a session that was somehow opened for a deactivated user', async () => {
    const visitor = await site.as('broker', { name: 'Ianto' })
    await database.transaction(systemActor(1), (tx) =>
      tx
        .updateTable('platform.app_user')
        .set({ deactivated_at: runtime.clock.now() })
        .where('authority_id', '=', 1)
        .where('name', '=', 'Ianto')
        .execute(),
    )
    expect((await visitor.get('/')).headers.get('location')).toBe('/sign-in')
  })

  it('needs a reason, the version that was seen, and somebody other than oneself', async () => {
    await site.as('broker', { name: 'Mali' })
    const { userId, version } = await userNamed('Mali')
    expect(await ask(deactivateUser, { userId, version, reason: ' ' })).toMatchObject({ refusal: { field: 'reason' } })
    expect(await ask(deactivateUser, { userId, version: version + 1, reason: 'x' })).toMatchObject({
      refusal: { kind: 'stale' },
    })
    const herself = { ...administrator, id: userId }
    expect(await ask(deactivateUser, { userId, version, reason: 'x' }, herself)).toMatchObject({
      refusal: { code: 'cannot-deactivate-yourself' },
    })
  })

  it('is for administrators of the same authority alone', async () => {
    await site.as('broker', { name: 'Nel' })
    const { userId, version } = await userNamed('Nel')
    const broker: Actor = { ...administrator, roles: ['broker'] }
    expect(await ask(deactivateUser, { userId, version, reason: 'x' }, broker)).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    const elsewhere: Actor = { ...administrator, authorityId: 2 }
    expect(await ask(openUser, { userId }, elsewhere)).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})

describe('ending somebody’s sessions', () => {
  it('ends all of them and says how many, and leaves other people’s alone', async () => {
    const [first, second, other] = [
      await site.as('auditor', { name: 'Steffan' }),
      await site.as('auditor', { name: 'Steffan' }),
      await site.as('auditor', { name: 'Tegwen' }),
    ]
    const { userId, sessions } = await userNamed('Steffan')
    expect(sessions).toBe(2)
    expect(await ask(endUserSessions, { userId })).toMatchObject({ value: { ended: 2 } })
    expect([(await first.get('/')).status, (await second.get('/')).status]).toEqual([303, 303])
    expect((await other.get('/')).status).toBe(200)
  })
})

describe('the list of users', () => {
  it('finds by part of a name, capitals or not, and takes wildcards for what they are', async () => {
    await site.as('broker', { name: 'Ŵan 100% Gwyn' })
    const names = async (search: string) => {
      const found = await ask(browseUsers, { search })
      return found.ok ? found.value.users.map((user) => user.name) : []
    }
    expect(await names('ŵan 100% g')).toEqual(['Ŵan 100% Gwyn'])
    expect(await names('100_')).toEqual([])
  })

  it('answers an address that makes no sense with the whole list rather than an error', async () => {
    const found = await ask(browseUsers, { role: 'king', page: '-3', sort: 'wisdom', state: '' })
    expect(found).toMatchObject({ ok: true, value: { query: { page: 1, sort: 'name', state: 'active' } } })
  })
})
