/** Rules of retention as a framework: the shape of their file, and how their cases are answered. */
import { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'
import { FileDay, FRAMEWORK_HEAD, type FrameworkKind, type Frameworks } from '../../../platform/frameworks/index.ts'
import { keptUntil, RetentionRules } from './retention.ts'

const Retention = z.strictObject({ ...FRAMEWORK_HEAD, ...RetentionRules.shape })

const Facts = z.strictObject({
  ended: FileDay.optional(),
  last: FileDay.optional(),
  isRestricted: z.boolean().default(false),
  today: FileDay,
})

export const retentionRules: FrameworkKind<z.infer<typeof Retention>> = {
  folder: 'care-planning/retention',
  schema: Retention,
  answer(rules, given) {
    const { ended, last, isRestricted, today } = Facts.parse(given)
    const kept = keptUntil(rules, { endedOn: ended ?? null, lastOn: last ?? null, isRestricted }, today)
    return { until: kept.until?.toString() ?? null, rule: kept.rule, isDue: kept.isDue }
  },
}

/** The rules that hold on a day. Throws where none do: the program comes with an edition for every day since the Act. */
export function retentionOn(frameworks: Frameworks, on: Day): z.infer<typeof Retention> {
  const found = frameworks.findOn(retentionRules, 'retention', on)
  if (!found) throw new Error(`no rules of retention hold on ${on}`)
  return found
}
