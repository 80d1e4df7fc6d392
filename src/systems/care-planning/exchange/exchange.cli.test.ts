import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAllFrameworks } from '../../../app.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import { runCommand } from '../../../platform/command/command.fixtures.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { exchangeCommands } from './exchange.cli.ts'
import { aGoal, aPlan, TEST_WRITING } from './exchange.fixtures.ts'
import type { ExchangedPlan } from './exchanged-plan.ts'
import { toBundle } from './fhir-write.ts'

let database: Database
let runtime: Runtime
let folder: string

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  folder = await mkdtemp(join(tmpdir(), 'canlyn-fhir-'))
  await database.asOwner(async (tx) => {
    await sql`insert into commissioning.area (authority_id, ref, name_en, name_cy) values (1, 'A01', 'Valley', 'Dyffryn')`.execute(
      tx,
    )
    // With one authority alone, nobody has to say which.
    await sql`delete from platform.authority where authority_id = 2`.execute(tx)
  })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

function run(words: string) {
  return runCommand(database, [exchangeCommands], words, {
    openRuntime: async () => ({ ...runtime, database: { ...database, close: async () => undefined } }),
  })
}

async function fileOf(plan: ExchangedPlan, cutAt?: number): Promise<string> {
  const path = join(folder, 'plan.json')
  await writeFile(path, JSON.stringify(toBundle(plan, TEST_WRITING), null, 2).slice(0, cutAt))
  return path
}

test('shows what a plan would change, brings it in when told to, and prints it again', async () => {
  const file = await fileOf(aPlan())
  const shown = await run(`import fhir ${file}`)
  expect(shown.out).toContain('What would be added')
  expect(shown.out).toContain('Nothing was brought in')
  expect(await run('export fhir --person 40112')).toMatchObject({ code: 2 })
  expect(await run(`import fhir ${file} --accept`)).toMatchObject({ code: 0 })
  const printed = await run('export fhir --person 40112')
  expect(printed.code).toBe(0)
  expect(JSON.parse(printed.out)).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
  const again = await run(`import fhir ${file} --json`)
  expect(again.json).toMatchObject({ accepted: false, keptApart: [] })
})

test('lists what differs by field, and takes only what is named', async () => {
  const file = await fileOf(aPlan({ outcomes: [aGoal({ ownWords: 'Nofio', whyItMatters: 'Y môr' })] }))
  const shown = await run(`import fhir ${file}`)
  expect(shown.code).toBe(1)
  expect(shown.out).toContain('outcome O-1 ownWords\n    Here: Cerdded i’r capel ar ddydd Sul\n    In the file: Nofio')
  await run(`import fhir ${file} --accept`)
  expect((await run('export fhir --person 40112')).out).not.toContain('Nofio')
  await run(`import fhir ${file} --accept --take all`)
  expect((await run('export fhir --person 40112')).out).toContain('Nofio')
})

test('refuses half a file with the place where it broke off, and brings nothing of it in', async () => {
  const before = (await run('export fhir --person 40112')).out
  const ran = await run(`import fhir ${await fileOf(aPlan({ outcomes: [] }), 900)} --accept`)
  expect(ran.code).toBe(2)
  expect(ran.err).toMatch(/line \d+, position \d+/)
  expect((await run('export fhir --person 40112')).out).toBe(before)
})
