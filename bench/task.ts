/** One measurement in a process of its own, so that memory and start-up are its own too. Answers one line of JSON on standard output. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { sql } from 'kysely'
import { drawCounty } from '../demo/county.ts'
import { demoFiles } from '../demo/files.ts'
import { bringInFiles, openAuthority } from '../demo/load.ts'
import { createApp, openRuntime, publish, systems } from '../src/app.ts'
import { bringRollupsUpToDate } from '../src/measures/rollup.store.ts'
import { configurationFrom } from '../src/platform/configuration/configuration.ts'
import { sessionOf } from '../src/platform/database/session.ts'
import { importFile } from '../src/platform/import/import.actions.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import { createDemonstrationUsers } from '../src/platform/session/personas.ts'
import { startSession } from '../src/platform/session/sign-in.ts'
import { SCALE } from './visit-file.ts'

const DAY = Temporal.PlainDate.from('2026-11-01')
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 400)
const AT_ONCE = 20

export const county = () => drawCounty(DAY, SCALE)

const tasks = {
  /** An authority with everything but visits. */
  async prepare(runtime: Runtime) {
    await bringInFiles(
      runtime,
      await openAuthority(runtime),
      demoFiles(county()).filter(({ kind }) => kind !== 'visits'),
    )
    return {}
  },

  /** The file as it is, into a table of text without keys: what the database itself can take in. */
  async copy(runtime: Runtime, file: string) {
    return runtime.database.asOwner(async (tx) => {
      let rest = ''
      const began = performance.now()
      async function* lines() {
        for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
          const text = rest + chunk
          const end = text.lastIndexOf('\n') + 1
          rest = text.slice(end)
          yield text.slice(0, end)
        }
      }
      const source = lines()
      const first = (await source.next()).value ?? ''
      const heading = first.slice(0, first.indexOf('\n') + 1)
      const columns = heading.trim().split(',')
      await sql
        .raw(`create table public.bench_raw (${columns.map((column) => `${column} text`).join(', ')})`)
        .execute(tx)
      const all = (async function* () {
        yield first.slice(heading.length)
        yield* source
      })()
      await sessionOf(tx).copyIn('public.bench_raw', all, '(format csv)')
      const seconds = (performance.now() - began) / 1000
      await sql.raw('drop table public.bench_raw').execute(tx)
      return { seconds }
    })
  },

  import: bringIn,

  /** One late file: how long until every number is right again, rollups and all. */
  async late(runtime: Runtime, file: string) {
    await runtime.database.tidy(['work_allocation.visit', 'work_allocation.visit_rollup'])
    return bringIn(runtime, file)
  },

  async pages(runtime: Runtime) {
    const app = await createApp(runtime)
    const actor = await openAuthority(runtime)
    const { contractId, providerId, person } = await runtime.database.transaction(actor, async (tx) => ({
      ...(await tx
        .selectFrom('work_allocation.visit')
        .select(['contract_id as contractId', 'provider_id as providerId'])
        .groupBy(['contract_id', 'provider_id'])
        .orderBy((eb) => eb.fn.countAll(), 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()),
      person: await tx
        .selectFrom('care_planning.person')
        .select('person_id as personId')
        .limit(1)
        .executeTakeFirstOrThrow(),
    }))
    const users = await runtime.database.transaction(actor, (tx) =>
      createDemonstrationUsers(
        tx,
        actor.authorityId,
        { providerId, person: { personId: person.personId, name: 'A' } },
        runtime.clock.now(),
      ),
    )
    const manager = users.find((user) => user.roles.includes('contract-manager'))
    if (!manager) throw new Error('no contract manager')
    const cookie = `canlyn=${await startSession(runtime, manager, { userAgent: 'bench' })}`
    const pages = { scorecard: `/contracts/${contractId}`, 'line of sight': '/line-of-sight', contracts: '/contracts' }
    const answers: Record<string, { p50: number; p99: number; first: number }> = {}
    for (const [name, path] of Object.entries(pages)) {
      const ask = async () => {
        const began = performance.now()
        const response = await app.request(path, { headers: { cookie } })
        await response.text()
        if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
        return performance.now() - began
      }
      const first = await ask()
      for (let n = 0; n < 10; n += 1) await ask()
      const taken: number[] = []
      const worker = async () => {
        while (taken.length < REQUESTS) taken.push(await ask())
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      taken.sort((a, b) => a - b)
      const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0
      answers[name] = { p50: at(0.5), p99: at(0.99), first }
    }
    return { answers }
  },
} satisfies Record<string, (runtime: Runtime, file: string) => Promise<object>>

/** The same file through everything an import does, and the rollups after it. */
async function bringIn(runtime: Runtime, file: string) {
  const actor = await openAuthority(runtime)
  const began = performance.now()
  const source = { name: basename(file), stream: createReadStream(file, { highWaterMark: 1 << 20 }) }
  const result = await importFile(runtime, actor, 'visits', source, { origin: { via: 'command', at: 'bench' } })
  if (!result.ok) throw new Error(result.refusal.message.en)
  const imported = performance.now()
  await bringRollupsUpToDate(runtime.database, actor.authorityId)
  const ended = performance.now()
  return {
    rows: result.value.tally.inserted,
    rejected: result.value.tally.rejected,
    seconds: (imported - began) / 1000,
    rollupSeconds: (ended - imported) / 1000,
  }
}

const configuration = configurationFrom(process.env)
if (!configuration.ok) throw new Error(configuration.refusal.message.en)
const [, , name = '', file = ''] = process.argv
publish(systems)
const runtime = await openRuntime(configuration.value)
const answer = await tasks[name as keyof typeof tasks](runtime, file)
await runtime.database.close()
const peakMegabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ ...answer, peakMegabytes }))
