import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '../audit/verify-audit.ts'
import { openDatabase } from '../database/open-database.ts'

const STEPS = 40
const PROGRAM = fileURLToPath(new URL('./counting-job.fixtures.ts', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'canlyn-counting-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the program until it has said this, kills it with -9 (or lets it end), and answers all it said. */
async function runUntil(said: string, kill: boolean): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, folder, String(STEPS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (line === said && kill) child.kill('SIGKILL')
  }
  await exited
  return lines
}

test('a job killed twice in the middle does each step once and ends', { timeout: 120_000 }, async () => {
  for (const step of [3, 26]) expect(await runUntil(`step ${step}`, true)).toContain(`step ${step}`)
  expect(await runUntil('done', false)).toContain('done')

  const database = await openDatabase({ dataFolder: folder, databaseUrl: undefined, mode: 'demonstration' })
  const { job, steps, verdict } = await database.asOwner(async (tx) => ({
    job: await tx.selectFrom('platform.job').selectAll().executeTakeFirstOrThrow(),
    steps: await tx.selectFrom('platform.audit_entry').select('record_id').orderBy('sequence').execute(),
    verdict: await verifyAudit(tx, 1),
  }))
  await database.close()
  expect(steps.map((step) => Number(step.record_id))).toEqual(Array.from({ length: STEPS }, (_, index) => index + 1))
  expect(job).toMatchObject({ state: 'done', outcome: { steps: STEPS } })
  expect(verdict).toMatchObject({ isWhole: true, entries: STEPS })
})
