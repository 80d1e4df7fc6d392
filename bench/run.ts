/**
 * `npm run bench`: what the program does for its promises, against the plainest thing that could be done instead, in one run on one
 * machine. Writes bench/RESULTS.md. BENCH_ROWS is the larger number of visits (1,000,000 where not given; the smaller is a tenth of it),
 * BENCH_REQUESTS the requests for each page, BENCH_NOTE what a reader should know of the circumstances.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { drawCounty } from '../demo/county.ts'
import { type Results, render } from './results.ts'
import { SCALE, writeVisitFile } from './visit-file.ts'

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000)
const LATE_ROWS = 2000
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 400)
const SERVER = process.env.TEST_DATABASE_URL
const WORK = new URL('./.work/', import.meta.url)

type Environment = { readonly CANLYN_DATA: string; readonly DATABASE_URL?: string }

/** The larger file starts with the smaller one's visits, and the late one has visits that neither has. */
async function main(): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0
  await rm(WORK, { recursive: true, force: true })
  await mkdir(WORK, { recursive: true })
  const files = {
    small: await visits('small', ROWS / 10),
    large: await visits('large', ROWS),
    late: await lateVisits(),
  }
  const kinds: Results['kinds'][number][] = []
  for (const kind of SERVER ? (['pglite', 'postgres'] as const) : (['pglite'] as const)) {
    const small = await measure(kind, 'small', files)
    const large = await measure(kind, 'large', files)
    kinds.push({ kind, small, large })
  }
  const results: Results = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
    on: Temporal.Now.plainDateISO().toString(),
    load: [loadBefore, loadavg()[0] ?? 0],
    note: process.env.BENCH_NOTE ?? '',
    requests: REQUESTS,
    rows: ROWS,
    lateRows: LATE_ROWS,
    megabytes: (await stat(files.large)).size / 1e6,
    kinds,
  }
  const report = render(results)
  await writeFile(new URL('./RESULTS.md', import.meta.url), report)
  console.log(report)
  await rm(WORK, { recursive: true })
}

async function visits(name: string, rows: number): Promise<string> {
  const path = fileURLToPath(new URL(`visits-${name}.csv`, WORK))
  await writeVisitFile(drawCounty(Temporal.PlainDate.from('2026-11-01'), SCALE), path, rows)
  return path
}

/** Visits of one month that arrive after everything else: the first of the county's under references of their own. */
async function lateVisits(): Promise<string> {
  const path = await visits('late', LATE_ROWS)
  const [heading, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\r\n')
  await writeFile(path, [heading, ...lines.map((line) => line.replace(',', '-late,')), ''].join('\r\n'))
  return path
}

async function measure(
  kind: 'pglite' | 'postgres',
  size: 'small' | 'large',
  files: Record<'small' | 'large' | 'late', string>,
) {
  const name = `${kind}_${size}`
  const environment = await place(kind, name)
  const say = (what: string) => console.error(`${kind}, ${size}: ${what}`)
  say('prepare')
  await task(environment, 'prepare')
  say('raw COPY')
  const copy = await task(environment, 'copy', files[size])
  say('import')
  const imported = await task(environment, 'import', files[size])
  say('late file')
  const late = await task(environment, 'late', files.late)
  say('pages')
  const pages = await task(environment, 'pages')
  say('start')
  const startSeconds = await start(environment)
  return { copy, imported, late, pages, startSeconds } as Results['kinds'][number]['small']
}

async function place(kind: 'pglite' | 'postgres', name: string): Promise<Environment> {
  const CANLYN_DATA = fileURLToPath(new URL(name, WORK))
  if (kind === 'pglite') return { CANLYN_DATA }
  const url = new URL(SERVER ?? '')
  url.pathname = `/canlyn_bench_${name}`
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(`drop database if exists canlyn_bench_${name} with (force)`)
  await client.query(`create database canlyn_bench_${name} template template0 encoding 'UTF8'`)
  await client.end()
  return { CANLYN_DATA, DATABASE_URL: url.href }
}

async function task(environment: Environment, ...words: string[]): Promise<unknown> {
  const script = fileURLToPath(new URL('./task.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const code = new Promise((resolve) => child.on('close', resolve))
  const out = await textOf(child.stdout)
  if ((await code) !== 0) throw new Error(`${words[0]} failed`)
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')
}

/** From starting the program on a database that is there to its first answer. */
async function start(environment: Environment): Promise<number> {
  const port = 31_090
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../src/main.ts', import.meta.url))],
    {
      env: { ...process.env, ...environment, PORT: String(port) },
      stdio: 'ignore',
    },
  )
  const closed = new Promise((resolve) => child.on('close', resolve))
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const seconds = (performance.now() - began) / 1000
  child.kill('SIGTERM')
  await closed
  return seconds
}

await main()
