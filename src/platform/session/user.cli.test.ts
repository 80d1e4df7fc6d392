import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../command/command.fixtures.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { testRuntime, testSite } from '../http/site.fixtures.ts'
import { userCommands } from './user.cli.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  const site = testSite(testRuntime(database), [])
  await site.as('reviewer', { name: 'Siân Prydderch' })
  await site.as('broker', { name: 'Ifan Llwyd' })
  await site.as('broker', { name: 'Rhywun Arall', authorityId: 2 })
})
afterAll(() => database.close())

const run = (words: string) => runCommand(database, [userCommands], words)

type Listed = { users: readonly { userId: number; name: string; deactivatedAt: string | null }[] }

async function list(options = ''): Promise<Listed['users']> {
  const { code, json } = await run(`user list --authority bryniau --json${options}`)
  expect(code).toBe(0)
  return (json as Listed).users
}

test('the users of one authority are listed, with their roles in words', async () => {
  expect((await list()).map((user) => user.name).sort()).toEqual(['Ifan Llwyd', 'Siân Prydderch'])
  expect((await list(' --role broker')).map((user) => user.name)).toEqual(['Ifan Llwyd'])
  expect((await run('user list --authority bryniau --language cy')).out).toMatch(/Siân Prydderch\tAdolygydd/)
})

test('a user is disabled with a reason, signed out, and let in again', async () => {
  const { userId } = (await list(' --role reviewer'))[0]!
  const disable = `user disable ${userId} --authority bryniau`
  expect((await run(disable)).code, 'a reason is needed').toBe(2)
  expect(await run(`${disable} --reason left`)).toMatchObject({
    code: 0,
    out: 'Siân Prydderch can no longer sign in.\n',
  })
  expect((await list(' --state deactivated')).map((user) => user.userId)).toEqual([userId])
  expect(await run(`user enable ${userId} --authority bryniau`)).toMatchObject({ code: 0 })
  expect(await list(' --state deactivated')).toEqual([])
})

test('signing a user out ends their sessions, once', async () => {
  const { userId } = (await list(' --role broker'))[0]!
  expect((await run(`user sign-out ${userId} --authority bryniau --json`)).json).toEqual({ ended: 1 })
  expect((await run(`user sign-out ${userId} --authority bryniau --json`)).json).toEqual({ ended: 0 })
})

test('a user who is not there, or is another authority’s, is refused in a sentence', async () => {
  const { userId } = (await list())[0]!
  for (const words of ['user sign-out 9999 --authority bryniau', `user sign-out ${userId} --authority arall`]) {
    const ran = await run(words)
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toMatch(/^[A-Z].*\.\n$/)
  }
})

test('the roles are printed with what each may do', async () => {
  const { json, code } = await run('user roles --json')
  const { roles } = json as { roles: readonly { role: string; permissions: readonly string[] }[] }
  expect(code).toBe(0)
  expect(roles.find((one) => one.role === 'social-worker')?.permissions).toContain('people:change')
  expect(roles.find((one) => one.role === 'auditor')?.permissions).not.toContain('people:change')
})
