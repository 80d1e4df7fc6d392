/** Starts the server: reads the environment (no other file does), opens the store, fills an empty demonstration, listens, and stops politely. */
import { serve } from '@hono/node-server'
import { createApp, openRuntime } from './app.ts'
import { startRollupKeeper } from './measures/rollup-keeper.ts'
import { configurationFrom, isDemonstration, publicUrlOf } from './platform/configuration/configuration.ts'
import { DatabaseUnavailable } from './platform/database/unavailable.ts'
import { FrameworkError } from './platform/frameworks/index.ts'
import { startJobRunner } from './platform/jobs/job-runner.ts'

const configuration = configurationFrom(process.env)
if (!configuration.ok) {
  console.error(configuration.refusal.message.en)
  process.exit(2)
}
const runtime = await openRuntime(configuration.value).catch((error: unknown) => {
  if (error instanceof DatabaseUnavailable) console.error(error.refusal.message.en)
  else if (error instanceof FrameworkError) console.error(error.message)
  else throw error
  process.exit(2)
})
console.log(runtime.database.durability.en)
const isProduction = configuration.value.mode === 'production'
const app = await createApp(runtime, undefined, {
  ...(isProduction ? { logAccess: (entry) => console.log(JSON.stringify(entry)) } : {}),
})
if (isDemonstration(configuration.value)) {
  // Only a demonstration ever reads the generator.
  const { fillIfEmpty } = await import('../demo/fill.ts')
  await fillIfEmpty(runtime)
}
const jobs = startJobRunner(runtime)
const rollups = startRollupKeeper(runtime.database)
// A large file over a slow line may take a while to arrive; its first line may not.
const serverOptions = { requestTimeout: 60 * 60_000, headersTimeout: 20_000 }
const server = serve({ fetch: app.fetch, port: configuration.value.port, serverOptions }, ({ port }) => {
  console.log(`Canlyn is open: ${publicUrlOf({ ...configuration.value, port })}`)
})
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(`Port ${configuration.value.port} is taken by another program. Choose another one: PORT=3001 npm start`)
  void stop(2)
})

let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())

/** Answers what is under way, then closes the store. Asked twice, it goes at once. */
async function stop(exitCode = 0): Promise<void> {
  if (isStopping) process.exit(1)
  isStopping = true
  await new Promise((done) => server.close(done))
  await jobs.close()
  await rollups.close()
  await runtime.database.close()
  process.exit(exitCode)
}
