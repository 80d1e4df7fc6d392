/** From where the line of sight is asked for: by our ids, as pages and programs know them, or by references, as the command line does. */
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import type { Focus } from '../../measures/line-of-sight/line-of-sight.ts'
import type { Start } from '../../measures/line-of-sight/start.ts'
import { AskedMeasure } from '../measures/asked-measure.ts'

const { from, to, contract } = AskedMeasure.shape

export const AskedPeriod = z.object({ from, to })
export type AskedPeriod = z.infer<typeof AskedPeriod>

export const AskedThread = AskedPeriod.extend({
  outcomeId: RecordId.optional(),
  contractId: RecordId.optional(),
  areaId: RecordId.optional(),
  providerId: RecordId.optional(),
  personId: RecordId.optional(),
  outcome: contract,
  contract,
})
export type AskedThread = z.infer<typeof AskedThread>

/** The parts of a focus that a list of starts can vouch for; of a person, the system that keeps people does. */
export const LISTED_PARTS = ['outcomeId', 'contractId', 'areaId', 'providerId'] as const
export type ListedPart = (typeof LISTED_PARTS)[number]
export type Starts = Readonly<Partial<Record<ListedPart, readonly Start[]>>>

/** The lists that it takes to judge what was asked. */
export function partsAsked(asked: AskedThread): readonly ListedPart[] {
  return LISTED_PARTS.filter((part) => asked[part] !== undefined || refAsked(asked, part) !== undefined)
}

/** The focus asked for. What names nothing that the asker may see is refused, so that nobody takes the whole authority for a part of it. */
export function focusOf(asked: AskedThread, starts: Starts, authorityId: number): Result<Focus> {
  const found: Partial<Record<ListedPart, number>> = {}
  for (const part of partsAsked(asked)) {
    const ref = refAsked(asked, part)
    const start = starts[part]?.find((one) => (ref === undefined ? one.id === asked[part] : one.ref === ref))
    if (!start) return refused(noSuchStart(part, ref ?? String(asked[part])))
    found[part] = start.id
  }
  return accepted({ authorityId, ...found, ...(asked.personId === undefined ? {} : { personId: asked.personId }) })
}

function refAsked(asked: AskedThread, part: ListedPart): string | undefined {
  if (part === 'outcomeId') return asked.outcome
  return part === 'contractId' ? asked.contract : undefined
}

const NO_SUCH = {
  outcomeId: { en: 'There is no outcome', cy: 'Nid oes canlyniad' },
  contractId: { en: 'There is no contract', cy: 'Nid oes contract' },
  areaId: { en: 'There is no area', cy: 'Nid oes ardal' },
  providerId: { en: 'There is no provider', cy: 'Nid oes darparwr' },
  personId: { en: 'There is no person', cy: 'Nid oes person' },
} as const

export function noSuchStart(part: keyof typeof NO_SUCH, asked: string): Refusal {
  return {
    kind: 'not-found',
    code: `no-such-${part.replace('Id', '')}`,
    message: {
      en: `${NO_SUCH[part].en} “${asked}” to walk the line of sight from.`,
      cy: `${NO_SUCH[part].cy} “${asked}” i ddechrau’r llinell welediad.`,
    },
    field: part,
  }
}
