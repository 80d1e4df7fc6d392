/** A job's outcome as lines to read: the plain facts at its top, numbers as people write them. */
import type { Language } from '../../kernel/language.ts'
import { showCount } from '../../kernel/quantity.ts'
import type { JobRecord } from '../../platform/jobs/job.store.ts'
import { findJobNamed } from '../../platform/jobs/job.ts'

/** `[name, value]` for each fact the job's room has a name for; lists and what lies deeper are for that room's own page. */
export function outcomeLines(
  language: Language,
  job: Pick<JobRecord, 'kind' | 'outcome'>,
): readonly [string, string][] {
  const names = findJobNamed(job.kind)?.outcomeNames ?? {}
  const facts = job.outcome !== null && typeof job.outcome === 'object' ? Object.entries(job.outcome) : []
  return facts.flatMap(([key, value]): [string, string][] => {
    const name = names[key]?.[language]
    if (name === undefined) return []
    if (typeof value === 'number') return [[name, showCount(language, value)]]
    return typeof value === 'string' ? [[name, value]] : []
  })
}
