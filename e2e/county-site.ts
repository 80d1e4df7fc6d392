/** The whole site over a very small county, started once for all journeys: vitest's global set-up of the browser tests. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { TestProject } from 'vitest/node'
import { loadDemonstration } from '../demo/load.ts'
import { allRooms, createApp, openDoors, openRuntime } from '../src/app.ts'
import { Configuration } from '../src/platform/configuration/configuration.ts'
import type { Door } from '../src/platform/http/doors.ts'
import { startJobRunner } from '../src/platform/jobs/job-runner.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site is: `http://127.0.0.1:41233`. */
    site: string
    /** Every page that is declared, with its pattern. */
    pages: readonly Pick<Door, 'path' | 'access'>[]
  }
}

/** About sixty people at a time: enough for every story, loaded in seconds. */
const SCALE = 0.06

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'canlyn-journeys-'))
  const runtime = await openRuntime(Configuration.parse({ dataFolder: folder, port: 0 }))
  const app = await createApp(runtime)
  await loadDemonstration(runtime, SCALE)
  const jobs = startJobRunner(runtime)
  const server = await new Promise<ServerType>((listening) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening(opened))
  })
  project.provide('site', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const doors = openDoors(runtime, allRooms(runtime)).declared
  project.provide(
    'pages',
    doors.filter((door) => door.kind === 'page' && door.method === 'get').map(({ path, access }) => ({ path, access })),
  )
  return async () => {
    server.close()
    await jobs.close()
    await runtime.database.close()
    await rm(folder, { recursive: true, force: true })
  }
}
