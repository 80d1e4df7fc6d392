/**
 * The program is killed over and over while it brings records in and counts them, on each kind of database: nothing that was confirmed is
 * lost, nothing comes in twice, the audit chain is whole, and what is counted in the end is what an undisturbed run counts.
 * CRASHES says how many times it is killed (5 where not given).
 */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawCounty } from '../../demo/county.ts'
import { type DemoFile, demoFiles } from '../../demo/files.ts'
import { bringInFiles, openAuthority } from '../../demo/load.ts'
import { openRuntime, publish, systems } from '../../src/app.ts'
import { configurationFrom } from '../../src/platform/configuration/configuration.ts'
import type { Orders, Told } from './killed-process.ts'

const CRASHES = Number(process.env.CRASHES ?? 5)
const MOMENTS = ['within', 'after', 'before', 'within'] as const
const SERVER = process.env.TEST_DATABASE_URL

let work: string
let visitFiles: string[]
let base: string

/** A small county with everything but its visits, whose files wait beside it: one large enough for several batches, and some small ones. */
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'canlyn-crash-'))
  base = join(work, 'base')
  const runtime = await openRuntime(configured({ CANLYN_DATA: base }))
  publish(systems)
  const files = demoFiles(drawCounty(Temporal.PlainDate.from('2026-11-01'), 0.03))
  const isVisits = ({ kind }: DemoFile) => kind === 'visits'
  await bringInFiles(
    runtime,
    await openAuthority(runtime),
    files.filter((file) => !isVisits(file)),
  )
  await runtime.database.close()
  const visits = files.filter(isVisits)
  visitFiles = await Promise.all([
    ...visits.slice(0, 4).map((file) => written(file.name, [...file.chunks()].join(''))),
    written('visits-rest.csv', joined(visits.slice(4).map((file) => [...file.chunks()].join('')))),
  ])
})
afterAll(() => rm(work, { recursive: true }))

async function written(name: string, content: string): Promise<string> {
  await writeFile(join(work, name), content)
  return join(work, name)
}

/** Files under one heading. */
function joined(files: readonly string[]): string {
  return files.map((content, index) => (index === 0 ? content : content.slice(content.indexOf('\n') + 1))).join('')
}

function configured(environment: Record<string, string>) {
  const configuration = configurationFrom(environment)
  if (!configuration.ok) throw new Error(configuration.refusal.message.en)
  return configuration.value
}

type Environment = { readonly CANLYN_DATA: string; readonly DATABASE_URL?: string }

async function run(environment: Environment, orders: Orders): Promise<readonly Told[]> {
  const script = fileURLToPath(new URL('./killed-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(orders)], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  )
  const [out, complaint] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  const how = await ended
  if (how !== 0 && how !== 'SIGKILL') throw new Error(`ended with ${how}: ${complaint}`)
  return out
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Told)
}

const kinds = [
  { kind: 'the embedded database', open: async (name: string) => copyOfBase(name) },
  ...(SERVER ? [{ kind: 'PostgreSQL', open: async (name: string) => copyOnServer(name) }] : []),
]

async function copyOfBase(name: string): Promise<Environment> {
  const folder = join(work, name)
  await cp(base, folder, { recursive: true })
  return { CANLYN_DATA: folder }
}

const onServer: string[] = []
afterAll(async () => {
  for (const name of onServer) await asServer(`drop database if exists ${name} with (force)`)
})

/** The base goes over by backup and restore, which this proves on the way. */
async function copyOnServer(name: string): Promise<Environment> {
  const database = `canlyn_crash_${process.pid}_${name}`
  const url = new URL(SERVER ?? '')
  url.pathname = `/${database}`
  await asServer(`create database ${database} template template0 encoding 'UTF8'`)
  onServer.push(database)
  const environment = { CANLYN_DATA: join(work, name), DATABASE_URL: url.href }
  const file = join(work, `${name}.backup`)
  await command({ CANLYN_DATA: base }, 'backup', file)
  await command(environment, 'restore', file)
  return environment
}

async function asServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function command(environment: Environment, ...words: string[]) {
  const cli = fileURLToPath(new URL('../../bin/canlyn.js', import.meta.url))
  const child = spawn(process.execPath, [cli, ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise((resolve) => child.on('close', resolve))
  const [out, complaint] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  return { code: await code, out, complaint }
}

describe.each(kinds)('on $kind', ({ kind, open }) => {
  test(`killed ${CRASHES} times, everything confirmed is there and is counted as if nothing had happened`, async () => {
    const name = kind === 'PostgreSQL' ? 'server' : 'embedded'
    const undisturbed = endOf(await run(await open(`${name}_calm`), { files: visitFiles }))
    const environment = await open(`${name}_killed`)
    const saved = new Set<string>()
    let ended: ReturnType<typeof endOf> | undefined
    for (let crash = 0; crash <= CRASHES; crash += 1) {
      const files = visitFiles.filter((file) => !saved.has(file))
      const death = deathOf(crash)
      const told = await run(environment, { files, ...(crash < CRASHES ? { death } : {}) })
      const found = told.find((line) => line.kind === 'found')
      if (found?.kind !== 'found') throw new Error('the program did not start again')
      expect(found.seen.isAuditWhole).toBe(true)
      const done = new Set(found.seen.imports.filter(({ state }) => state === 'done').map(({ file }) => file))
      for (const file of saved) expect(done).toContain(basename(file))
      for (const line of told) if (line.kind === 'saved') saved.add(line.file)
      if (told.some((line) => line.kind === 'ended')) ended = endOf(told)
    }
    expect(ended?.visits).toEqual(undisturbed.visits)
    expect(ended?.rollups).toEqual(undisturbed.rollups)
    expect(ended?.isAuditWhole).toBe(true)
    expect(undisturbed.visits?.rows).toBeGreaterThan(40_000)
  }, 600_000)
})

/** Where the nth crash strikes: the last third in the refresh of rollups, the others in each step of an import in turn. */
function deathOf(crash: number): NonNullable<Orders['death']> {
  const moment = MOMENTS[crash % MOMENTS.length] ?? 'within'
  const milliseconds = (crash * 7) % 40
  return crash < (CRASHES * 2) / 3
    ? { during: 'imports', transaction: 1 + ((crash * 3) % 11), moment, milliseconds }
    : { during: 'refresh', transaction: 1 + (crash % 3), moment, milliseconds }
}

function endOf(told: readonly Told[]) {
  const ended = told.find((line) => line.kind === 'ended')
  if (ended?.kind !== 'ended') throw new Error('the program did not come to its end')
  return ended.seen
}

test('a second process on the same folder is refused with a sentence, and the first goes on', async () => {
  const environment = await copyOfBase('held')
  const runtime = await openRuntime(configured({ ...environment }))
  const second = await command(environment, 'audit', 'verify', '--authority', 'bryniau')
  expect(second).toMatchObject({ code: 2, complaint: expect.stringContaining('in use by another process') })
  const rows = await runtime.database.asOwner((tx) => tx.selectFrom('platform.authority').select('ref').execute())
  expect(rows).toEqual([{ ref: 'bryniau' }])
  await runtime.database.close()
  expect(await command(environment, 'audit', 'verify', '--authority', 'bryniau')).toMatchObject({ code: 0 })
})
