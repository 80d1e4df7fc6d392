/**
 * A process of its own that brings visit files in and refreshes the rollups, telling its parent of each thing the moment it is saved, and
 * that kills itself (SIGKILL, as `kill -9` does) where it was told to. Started by crash.test.ts with its orders as one JSON argument.
 */
import { createReadStream, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openRuntime, publish, systems } from '../../src/app.ts'
import { bringRollupsUpToDate } from '../../src/measures/rollup.store.ts'
import { configurationFrom } from '../../src/platform/configuration/configuration.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { importFile } from '../../src/platform/import/import.actions.ts'
import { systemActor } from '../../src/platform/permissions/actor.ts'
import { look } from './look.ts'

export type Orders = {
  readonly files: readonly string[]
  /** The transaction, counted from 1 within imports or within the refresh after them, at which to die; none: live to the end. */
  readonly death?: {
    readonly during: 'imports' | 'refresh'
    readonly transaction: number
    readonly moment: 'before' | 'within' | 'after'
    readonly milliseconds: number
  }
}

/** One line of JSON each: what stood there at the start, each file saved, and what stands there at the end. */
export type Told =
  | { readonly kind: 'found' | 'ended'; readonly seen: Awaited<ReturnType<typeof look>> }
  | { readonly kind: 'saved'; readonly file: string }

const { files, death } = JSON.parse(process.argv[2] ?? '') as Orders
let during: 'imports' | 'refresh' = 'imports'
let transactions = 0

/** Written at once, so that nothing said is lost with the process. */
const tell = (told: Told) => writeSync(1, `${JSON.stringify(told)}\n`)
const die = () => process.kill(process.pid, 'SIGKILL')

/** The same database, which counts its transactions and dies at the one it was told. */
function mortal(database: Database): Database {
  return {
    ...database,
    async transaction(actor, work, options) {
      transactions += 1
      if (during !== death?.during || transactions !== death.transaction)
        return database.transaction(actor, work, options)
      if (death.moment === 'before') die()
      if (death.moment === 'within') void wait(death.milliseconds).then(die)
      const result = await database.transaction(actor, work, options)
      // What is under way in the thread of the database is not waited for.
      if (death.moment === 'after') die()
      return result
    },
  }
}

const configuration = configurationFrom(process.env)
if (!configuration.ok) throw new Error(configuration.refusal.message.en)
publish(systems)
const opened = await openRuntime(configuration.value)
tell({ kind: 'found', seen: await look(opened.database) })
const runtime = { ...opened, database: mortal(opened.database) }
for (const file of files) {
  const source = { name: basename(file), stream: createReadStream(file) }
  const result = await importFile(runtime, systemActor(1), 'visits', source, {
    origin: { via: 'command', at: 'crash' },
  })
  if (!result.ok) throw new Error(result.refusal.message.en)
  tell({ kind: 'saved', file })
}
during = 'refresh'
transactions = 0
await bringRollupsUpToDate(runtime.database, 1)
tell({ kind: 'ended', seen: await look(opened.database) })
await opened.database.close()
