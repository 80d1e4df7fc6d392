/** Imports as long work: asked for from a page or the API, done by the program's job runner, going on after a restart. */
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, refused } from '../../kernel/result.ts'
import { defineAction, NOT_ALLOWED } from '../actions/action.ts'
import { askForJob } from '../jobs/job.actions.ts'
import { defineJob } from '../jobs/job.ts'
import { may } from '../permissions/actor.ts'
import { bringIn, checkImport } from './import.actions.ts'
import { findImport } from './import.store.ts'
import { mayBeBroughtIn } from './import-record.ts'
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
    return accepted({ jobId: await askForJob(context, importJob, { importId, isDryRun }, jobTitle) })
  },
})
