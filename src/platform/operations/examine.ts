/** Looks at an installation from outside, without starting it: the computer, its folder, its frameworks, its database. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { freeBytes, isInMemory } from '../database/free-space.ts'
import { embeddedFolder, openDatabase } from '../database/open-database.ts'
import { DatabaseUnavailable } from '../database/unavailable.ts'
import { factsOf } from './doctor.store.ts'
import type { DatabaseSeen, Installation } from './doctor.ts'

/** `loadFrameworks` throws with one line for each thing that is wrong. Changes nothing but that it makes the data folder where there is none. */
export async function examine(
  configuration: Pick<Configuration, 'mode' | 'dataFolder' | 'databaseUrl'>,
  loadFrameworks: () => Promise<unknown>,
): Promise<Installation> {
  const path = resolve(configuration.dataFolder)
  const state = isWritable(path) ? 'writable' : 'not-writable'
  const there = nearestThere(path)
  return {
    nodeVersion: process.versions.node,
    mode: configuration.mode,
    folder: { path, state, freeBytes: freeBytes(there), isInMemory: isInMemory(there) },
    frameworkProblems: await loadFrameworks().then(
      () => [],
      (error: unknown) => String(error instanceof Error ? error.message : error).split('\n'),
    ),
    database: await seen(configuration),
  }
}

async function seen(configuration: Parameters<typeof openDatabase>[0]): Promise<DatabaseSeen> {
  const isThere = existsSync(join(embeddedFolder(configuration.dataFolder), 'PG_VERSION'))
  if (!configuration.databaseUrl && !isThere) return { state: 'absent' }
  try {
    const database = await openDatabase(configuration, { migrate: false })
    try {
      return { state: 'open', ...(await factsOf(database)) }
    } finally {
      await database.close()
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const why = error instanceof DatabaseUnavailable ? error.refusal.message : { en: message, cy: message }
    return { state: 'unreachable', why }
  }
}

function isWritable(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function nearestThere(path: string): string {
  return existsSync(path) ? path : nearestThere(dirname(path))
}
