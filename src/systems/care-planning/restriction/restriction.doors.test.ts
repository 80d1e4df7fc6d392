import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../../../app.fixtures.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
}, 120_000)
afterAll(() => world.database.close())

test('whoever has no part in a restricted record is led to where they state a reason, in both languages, and then sees it', async () => {
  const { personId } = world.ids
  const worker = await world.signIn('social-worker')
  expect((await worker.post(`/people/${personId}/restriction`, { reason: 'Mewn perygl' })).status).toBe(303)
  const reviewer = await world.signIn('reviewer')
  const away = await reviewer.get(`/people/${personId}`)
  expect(away.headers.get('location')).toBe(`/people/${personId}/open`)
  const found = await (await reviewer.get('/people?search=prydd')).text()
  expect(found).toContain('One restricted record')
  const welsh = await (await reviewer.get(`/cy/people/${personId}/open`)).text()
  expect(welsh).toContain('Mae’r cofnod hwn wedi’i gyfyngu')
  const again = await reviewer.post(`/people/${personId}/open`, { reason: '' })
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Say why you need to open this record')
  expect((await reviewer.post(`/people/${personId}/open`, { reason: 'Cwyn' })).status).toBe(303)
  const broker = await world.signIn('broker')
  expect((await broker.get(`/people/${personId}`)).status).toBe(404)
})
