/** A whole review from the command line: the same actions as the pages, answers that scripts can read. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../../platform/command/command.fixtures.ts'
import type { CommandLine } from '../../../platform/command/command-line.ts'
import { promptsOf, ReportContent } from '../report/report.ts'
import { openReviewWorld, type ReviewWorld } from '../review.fixtures.ts'
import { reviewCommands } from './review.cli.ts'

let world: ReviewWorld
let folder: string
beforeAll(async () => {
  world = await openReviewWorld()
  folder = await mkdtemp(join(tmpdir(), 'canlyn-review-'))
})
afterAll(async () => {
  await world.database.close()
  await rm(folder, { recursive: true })
})

const run = (words: string, changes: Partial<CommandLine> = {}) =>
  runCommand(world.database, [reviewCommands], `${words} --authority bryniau --json`, {
    openRuntime: async () => ({ ...world.runtime, database: { ...world.database, close: async () => undefined } }),
    ...changes,
  })

it('starts, answers, concludes, sends and prints a review; its writer cannot sign it, somebody else can', async () => {
  const created = await run('review create --name Upper-Valley --from 2025-03-01 --to 2026-02-28 --contract C-1')
  expect(created).toMatchObject({ code: 0, json: { id: expect.any(Number) } })
  const { id } = created.json as { id: number }
  const asked = promptsOf(ReportContent.parse(((await run(`review report ${id}`)).json as { report: unknown }).report))
  expect((await run(`review submit ${id}`)).code).toBe(2)
  for (const prompt of asked)
    expect((await run(`review answer ${id} --prompt ${prompt.id} --judgement in-place --finding Seen.`)).code).toBe(0)
  expect((await run(`review conclude ${id} --conclusion Steady.`)).code).toBe(0)
  expect((await run(`review submit ${id}`)).json).toEqual({ state: 'awaiting-signature' })
  expect(await run(`review sign ${id}`)).toMatchObject({ code: 2 })
  expect((await run(`review sign ${id}`, { userName: 'gareth' })).json).toMatchObject({ state: 'signed' })
  expect((await run(`review list`)).json).toMatchObject([{ id, state: 'signed', answered: asked.length }])
  const out = join(folder, 'report.pdf')
  expect((await run(`review report ${id} --format pdf --out ${out}`)).json).toMatchObject({ file: out })
  expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-')
})

it.each([
  ['a contract nobody knows', 'review create --name X --from 2025-03-01 --to 2026-02-28 --contract C-99'],
  ['a review nobody knows', 'review report 999'],
  ['a format that is none', 'review report 1 --format odt'],
  ['a judgement off the scale', 'review answer 1 --prompt achieved --judgement excellent'],
])('ends with exit code 2 and a sentence: %s', async (_what, words) => {
  const ran = await run(words)
  expect(ran.code).toBe(2)
  expect(ran.err + ran.out).toMatch(/\S/)
})
