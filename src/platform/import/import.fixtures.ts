/** Files for tests, sent through the whole of the import: `await sendRows(runtime, actor, 'areas', 'area_ref,…')`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../clock/clock.ts'
import { Configuration } from '../configuration/configuration.ts'
import type { Database } from '../database/database.ts'
import { type Frameworks, noFrameworks } from '../frameworks/index.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { listRejects } from './browse.actions.ts'
import { type ImportOptions, importFile } from './import.actions.ts'
import type { ImportRecord } from './import-record.ts'

/** A runtime with a folder of its own, its clock at noon of 22 November 2026. Remove the folder with `removeFolder`. */
export async function importRuntime(database: Database, frameworks: Frameworks = noFrameworks): Promise<Runtime> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'canlyn-import-'))
  return {
    database,
    configuration: Configuration.parse({ dataFolder }),
    clock: fixedClock('2026-11-22'),
    frameworks,
  }
}

export function removeFolder(runtime: Runtime): Promise<void> {
  return rm(runtime.configuration.dataFolder, { recursive: true, force: true })
}

/** A file as it would come over the wire, in pieces of `pieceSize` bytes. */
export async function* streamOf(content: string | Buffer, pieceSize = 4096): AsyncGenerator<Buffer> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
}

export type Sent = ImportRecord & {
  /** `line column code`, in the order of the file. */
  readonly rejects: readonly string[]
}

/** Sends a file and answers its import; throws on a refusal, naming its code. */
export async function sendFile(
  runtime: Runtime,
  actor: Actor,
  kind: string,
  content: string | Buffer,
  options: Partial<ImportOptions> = {},
): Promise<Sent> {
  const source = { name: `${kind}.csv`, stream: streamOf(content) }
  const done = await importFile(runtime, actor, kind, source, { origin: { via: 'command', at: 'test' }, ...options })
  if (!done.ok) throw new Error(done.refusal.code)
  const rejects = await listRejects(runtime, actor, done.value.importId)
  if (!rejects.ok) throw new Error(rejects.refusal.code)
  return { ...done.value, rejects: rejects.value.map((r) => `${r.line} ${r.column} ${r.code}`) }
}
