/** A job whose every step leaves a trace, and a program that does it until it is killed: run with a data folder, it prints each step. */
import { z } from 'zod'
import { accepted } from '../../kernel/result.ts'
import { titleAction } from '../audit/action-title.ts'
import { anActor } from '../audit/audit.fixtures.ts'
import { writeAudit } from '../audit/audit.store.ts'
import { openDatabase } from '../database/open-database.ts'
import { testRuntime } from '../http/site.fixtures.ts'
import { insertJob } from './job.store.ts'
import { defineJob } from './job.ts'
import { startJobRunner } from './job-runner.ts'

titleAction('jobs.count-step', { en: 'Counted a step', cy: 'Cyfrifwyd cam' })

/** Counts to `steps`; each step and its checkpoint commit together. */
export const countingJob = defineJob({
  name: 'jobs.counting',
  title: { en: 'Counting', cy: 'Cyfrif' },
  input: z.object({ steps: z.number().int() }),
  checkpoint: z.number().int(),
  async run({ runtime, actor, origin, checkpoint, save, progress }, { steps }) {
    for (let step = (checkpoint ?? 0) + 1; step <= steps; step += 1) {
      await runtime.database.transaction(actor, async (tx) => {
        await save(tx, step)
        const changes = [{ recordType: 'jobs.step', recordId: step }]
        await writeAudit(tx, { actor, action: 'jobs.count-step', origin, at: runtime.clock.now(), changes })
      })
      await progress(step, steps)
      if (import.meta.main) console.log(`step ${step}`)
    }
    return accepted({ steps })
  },
})

if (import.meta.main) {
  const [dataFolder = '', steps = '0'] = process.argv.slice(2)
  const database = await openDatabase({ dataFolder, databaseUrl: undefined, mode: 'demonstration' })
  const actor = anActor()
  await database.transaction(actor, async (tx) => {
    const known = await tx.selectFrom('platform.job').select('job_id').execute()
    const { name: kind, title } = countingJob
    const askedAt = Temporal.Instant.from('2026-03-03T12:00:00Z')
    if (known.length === 0) await insertJob(tx, { kind, title, input: { steps: Number(steps) }, actor, askedAt })
  })
  const runner = startJobRunner(testRuntime(database))
  await runner.untilIdle()
  console.log('done')
  await runner.close()
  await database.close()
}
