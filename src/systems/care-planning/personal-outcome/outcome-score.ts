/** How far an outcome has come, in each voice apart: the person, their carer, the practitioner, the provider. Never averaged into one. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const Voice = z.enum(['person', 'carer', 'practitioner', 'provider'])
export type Voice = z.infer<typeof Voice>

export const VOICE_NAMES = {
  person: { en: 'The person', cy: 'Y person' },
  carer: { en: 'Their carer', cy: 'Eu gofalwr' },
  practitioner: { en: 'The practitioner', cy: 'Yr ymarferydd' },
  provider: { en: 'The provider', cy: 'Y darparwr' },
} as const satisfies Record<Voice, Bilingual>

export type OutcomeScore = {
  readonly personalOutcomeId: number
  readonly voice: Voice
  readonly scoredOn: Day
  readonly score: number
  readonly answers: readonly number[]
  readonly scaleEdition: string
  readonly recordedBy: string
}

/** The newest score of each voice, in the order of the voices; a voice that never spoke is left out. */
export function latestByVoice(scores: readonly OutcomeScore[]): readonly OutcomeScore[] {
  return Voice.options.flatMap((voice) => {
    const own = scores.filter((score) => score.voice === voice)
    const latest = own.toSorted((a, b) => Temporal.PlainDate.compare(b.scoredOn, a.scoredOn))[0]
    return latest ? [latest] : []
  })
}

/**
 * How far apart the voices are, and which see it furthest from the person (or, where the person has not spoken, the highest and the
 * lowest); undefined where fewer than two spoke or all agree.
 */
export function differenceOf(
  latest: readonly OutcomeScore[],
): { readonly from: OutcomeScore; readonly to: OutcomeScore; readonly by: number } | undefined {
  const from = latest.find(({ voice }) => voice === 'person') ?? latest[0]
  if (!from) return undefined
  const to = latest
    .filter((score) => score !== from)
    .toSorted((a, b) => Math.abs(b.score - from.score) - Math.abs(a.score - from.score))[0]
  if (!to || to.score === from.score) return undefined
  return { from, to, by: Math.abs(to.score - from.score) }
}

/** How far from the baseline to the target, in per cent of the way; below 0 where it went the other way. Baseline 2, target 4, score 3: 50. */
export function distanceTravelled(
  outcome: { readonly baselineScore: number | null; readonly targetScore: number | null },
  score: number,
): number | undefined {
  const { baselineScore: from, targetScore: to } = outcome
  if (from === null || to === null || from === to) return undefined
  return Math.round((100 * (score - from)) / (to - from))
}
