/** Imports as long work: asked for from a page or the API, done by the program's job runner, going on after a restart. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import { defineAction, NOT_ALLOWED } from '../actions/action.ts'
import { askForJob } from '../jobs/job.actions.ts'
import { findJob } from '../jobs/job.store.ts'
import { defineJob } from '../jobs/job.ts'
import { doJobNow } from '../jobs/job-runner.ts'
import { type Actor, may } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { bringIn, checkImport } from './import.actions.ts'
import { findImport, setJob, setState } from './import.store.ts'
import { type ImportRecord, mayBeBroughtIn } from './import-record.ts'
import { findImportKind } from './kinds.ts'
import { importAlreadyDone, importNotFound } from './refusals.ts'

const Run = z.object({ importId: RecordId, isDryRun: z.boolean() })

/** Progress is told in thousandths of the file. */
const WHOLE = 1000

/** The import keeps its own checkpoint, batch by batch, so the job needs none: begun again, it goes on after the last row written. */
export const importJob = defineJob({
  name: 'imports.run',
  title: { en: 'Import of a file', cy: 'Mewnforio ffeil' },
  input: Run,
  checkpoint: z.null(),
  async run({ runtime, actor, origin, progress }, { importId, isDryRun }) {
    const onProgress = ({ share }: { readonly share: number }) =>
      progress(Math.min(WHOLE - 1, Math.round(share * WHOLE)), WHOLE)
    const run = isDryRun ? checkImport : bringIn
    const done = await run(runtime, actor, importId, { origin, onProgress })
    return done.ok ? accepted({ importId, ...done.value.tally }) : done
  },
})

/** Asks for the check of a received file, or for it to be brought in. Who may send a kind of file is that kind's to say. */
export const askForImport = defineAction({
  name: 'imports.ask-for-import',
  title: { en: 'Asked for a file to be checked or brought in', cy: 'Gofynnwyd am wirio neu fewnforio ffeil' },
  permission: 'imports:visits',
  input: Run,
  run: async (context, { importId, isDryRun }) => {
    const found = await findImport(context.tx, context.actor.authorityId, importId)
    if (!found) return refused(importNotFound)
    const kind = findImportKind(found.kind)
    if (!kind.ok) return kind
    if (!may(context.actor, kind.value.permission)) return refused(NOT_ALLOWED)
    if (!mayBeBroughtIn(found)) return refused(importAlreadyDone)
    const { title } = kind.value
    const jobTitle = isDryRun
      ? { en: `Check of ${found.fileName} (${title.en})`, cy: `Gwirio ${found.fileName} (${title.cy})` }
      : { en: `Import of ${found.fileName} (${title.en})`, cy: `Mewnforio ${found.fileName} (${title.cy})` }
    // From now on nobody can ask for it a second time.
    if (!isDryRun)
      await setState(context.tx, context.actor.authorityId, importId, { state: 'running', at: context.clock.now() })
    const jobId = await askForJob(context, importJob, { importId, isDryRun }, jobTitle)
    await setJob(context.tx, context.actor.authorityId, importId, jobId)
    return accepted({ jobId })
  },
})

/** How long a program that sent a file is kept waiting for its report. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 150

/** Does the job here if nobody does it yet, else waits for whoever does; answers the import as it stands when it is over, or after a minute. */
export async function settleImport(
  runtime: Runtime,
  actor: Actor,
  { importId, jobId }: { readonly importId: number; readonly jobId: number },
): Promise<Result<ImportRecord>> {
  await doJobNow(runtime, { authorityId: actor.authorityId, jobId })
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const [found, job] = await runtime.database.transaction(actor, async (tx) => [
      await findImport(tx, actor.authorityId, importId),
      await findJob(tx, actor.authorityId, jobId),
    ])
    if (!found) return refused(importNotFound)
    const isOver = job?.state !== 'waiting' && job?.state !== 'running'
    if (isOver || performance.now() > until) return accepted(found)
    await sleep(LOOK_EVERY_MS)
  }
}
