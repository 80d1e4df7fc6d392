import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../kernel/result.ts'
import { type Action, perform } from '../actions/action.ts'
import { anActor } from '../audit/audit.fixtures.ts'
import { fixedClock } from '../clock/clock.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import type { Doors } from '../http/doors.ts'
import { testRuntime, testSite } from '../http/site.fixtures.ts'
import { may } from '../permissions/actor.ts'
import { Role } from '../permissions/role.ts'
import {
  addApiClient,
  endApiClient,
  giveApiToken,
  listApiClients,
  readApiClient,
  revokeApiToken,
} from './api-client.actions.ts'
import { authenticateToken } from './authenticate-token.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const origin = { via: 'page', at: '/api-clients' } as const
const runtimeAt = (at: string) => testRuntime(database, { clock: fixedClock(at) })
const runtime = () => runtimeAt('2026-03-03T12:00:00Z')

const act = <I, O>(action: Action<I, O>, input: unknown, actor = anActor()) =>
  perform(runtime(), actor, action, input, origin)

async function accept<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

let names = 0
function aClient(changes = {}) {
  names += 1
  return {
    name: `Rhaglen ${names}`,
    purpose: 'Sends visits every night',
    role: 'contract-manager',
    permissions: ['contracts:read', 'imports:visits'],
    ...changes,
  }
}

async function aToken(days = 90, client = aClient()) {
  const clientId = await accept(act(addApiClient, client))
  return { clientId, ...(await accept(act(giveApiToken, { clientId, days }))) }
}

test('a token lets its program in as the client’s role, narrowed to the permissions it was given', async () => {
  const { token, clientId } = await aToken()
  const actor = await accept(authenticateToken(runtime(), token))
  expect(actor).toMatchObject({ kind: 'client', id: clientId, authorityId: 1, scope: { kind: 'authority' } })
  expect(may(actor, 'contracts:read')).toBe(true)
  expect(may(actor, 'imports:visits')).toBe(true)
  expect(may(actor, 'reviews:write'), 'the role may, the token may not').toBe(false)
  expect(may(actor, 'tokens:manage')).toBe(false)
})

test('a provider’s program reaches that provider’s records and no more', async () => {
  const provider = aClient({ role: 'provider-manager', providerId: 12, permissions: ['imports:visits'] })
  const { token } = await aToken(30, provider)
  expect(await accept(authenticateToken(runtime(), token))).toMatchObject({
    scope: { kind: 'provider', providerId: 12 },
  })
})

test.each([
  [{ name: ' ' }, 'name'],
  [{ purpose: '' }, 'purpose'],
  [{ role: 'person' }, 'role'],
  [{ role: 'carer' }, 'role'],
  [{ permissions: [] }, 'permissions'],
  [{ permissions: ['contracts:read', 'tokens:manage'] }, 'permissions'],
  [{ role: 'provider-manager', permissions: ['imports:visits'] }, 'providerId'],
  [{ providerId: 3 }, 'providerId'],
])('a program is not added as %o: the answer names %s', async (changes, field) => {
  expect(await act(addApiClient, aClient(changes))).toMatchObject({ refusal: { kind: 'invalid', field } })
})

test('two programs cannot have one name', async () => {
  const client = aClient()
  await accept(act(addApiClient, client))
  expect(await act(addApiClient, client)).toMatchObject({ refusal: { kind: 'invalid', field: 'name' } })
})

test('the token is shown once: neither the table, nor the log, nor the list holds it', async () => {
  const { token, clientId } = await aToken()
  const rows = await database.asOwner(async (tx) => [
    await tx.selectFrom('platform.api_token').selectAll().execute(),
    await tx.selectFrom('platform.audit_entry').selectAll().execute(),
    await tx.selectFrom('platform.idempotent_answer').selectAll().execute(),
  ])
  expect(JSON.stringify([rows, await accept(act(listApiClients, {}))])).not.toContain(token.split('.')[2])
  const keyed = { via: 'api', at: '/api/v1/api-clients', idempotencyKey: 'once' } as const
  const first = await accept(perform(runtime(), anActor(), giveApiToken, { clientId, days: 30 }, keyed))
  expect(await perform(runtime(), anActor(), giveApiToken, { clientId, days: 30 }, keyed)).toMatchObject({
    refusal: { code: 'answered-once' },
  })
  const answers = await database.asOwner((tx) => tx.selectFrom('platform.idempotent_answer').selectAll().execute())
  expect(JSON.stringify(answers)).not.toContain(first.token)
})

test('a token is good until the moment it expires', async () => {
  const { token } = await aToken(30)
  expect((await authenticateToken(runtimeAt('2026-04-02T11:59:59Z'), token)).ok).toBe(true)
  expect(await authenticateToken(runtimeAt('2026-04-02T12:00:00Z'), token)).toMatchObject({
    refusal: { kind: 'unrecognised', code: 'token-not-valid' },
  })
})

test('a revoked token, and every token of an ended program, lets nobody in', async () => {
  const { token, clientId, tokenId } = await aToken()
  const other = await accept(act(giveApiToken, { clientId, days: 30 }))
  await accept(act(revokeApiToken, { clientId, tokenId }))
  expect((await authenticateToken(runtime(), token)).ok).toBe(false)
  expect((await authenticateToken(runtime(), other.token)).ok).toBe(true)
  expect(await act(revokeApiToken, { clientId, tokenId })).toMatchObject({ refusal: { code: 'api-token-revoked' } })

  const stale = await act(endApiClient, { clientId, version: 2, reason: 'Replaced' })
  expect(stale).toMatchObject({ refusal: { kind: 'stale' } })
  await accept(act(endApiClient, { clientId, version: 1, reason: 'Replaced' }))
  expect((await authenticateToken(runtime(), other.token)).ok).toBe(false)
  expect(await act(giveApiToken, { clientId, days: 30 })).toMatchObject({ refusal: { code: 'api-client-ended' } })
  expect(await accept(act(readApiClient, { clientId }))).toMatchObject({ endedReason: 'Replaced', version: 2 })
})

test('made-up tokens are refused alike', async () => {
  const { token } = await aToken()
  for (const wrong of [
    '',
    'x',
    token.slice(0, -1),
    `${token}x`,
    token.replace('canlyn.1', 'canlyn.2'),
    token.replace('canlyn.1', 'canlyn.99'),
  ])
    expect(await authenticateToken(runtime(), wrong), wrong).toMatchObject({ refusal: { code: 'token-not-valid' } })
})

test('when a token was last used is known to the minute', async () => {
  const { token, clientId } = await aToken()
  const lastUsed = async () => String((await accept(act(readApiClient, { clientId }))).tokens[0]?.lastUsedAt)
  expect(await lastUsed()).toBe('null')
  await authenticateToken(runtimeAt('2026-03-04T08:00:00Z'), token)
  await authenticateToken(runtimeAt('2026-03-04T08:00:59Z'), token)
  expect(await lastUsed()).toBe('2026-03-04T08:00:00Z')
  await authenticateToken(runtimeAt('2026-03-04T08:01:00Z'), token)
  expect(await lastUsed()).toBe('2026-03-04T08:01:00Z')
})

test.each(Role.options)('only administrators manage programs and tokens: %s', async (role) => {
  const actor = anActor(undefined, { roles: [role] })
  const allowed = role === 'administrator'
  for (const [action, input] of [
    [listApiClients, {}],
    [addApiClient, aClient()],
  ] as const)
    expect((await act<unknown, unknown>(action as Action<unknown, unknown>, input, actor)).ok).toBe(allowed)
})

test('through the door: a good token is let in, another is answered 401 as a problem', async () => {
  const { token } = await aToken()
  const room = {
    api: (doors: Doors) => doors.get('/api/v1/who', 'contracts:read', (c) => c.text(c.get('actor')?.name ?? '')),
  }
  const { app } = testSite(runtime(), [room], { authenticateToken })
  const ask = (bearer: string) => app.request('/api/v1/who', { headers: { Authorization: `Bearer ${bearer}` } })
  expect(await (await ask(token)).text()).toMatch(/^Rhaglen/)
  const refused = await ask(`${token.slice(0, -2)}xx`)
  expect([refused.status, refused.headers.get('Content-Type')]).toEqual([401, 'application/problem+json'])
})
