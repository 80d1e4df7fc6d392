/** Providers in the market: who they are, how large, and how many of their workers speak Welsh. */
import { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'

export const SizeBand = z.enum(['micro', 'small', 'medium', 'large'])
export type SizeBand = z.infer<typeof SizeBand>

export type ProviderFacts = {
  readonly ref: string
  readonly name: string
  readonly sizeBand: SizeBand
  readonly careWorkers: number | null
  readonly welshSpeakingWorkers: number | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export type Provider = ProviderFacts & { readonly providerId: number; readonly version: number }

/** Welsh-speaking workers over all care workers; undefined where either is not known. */
export function welshSpeakingShare(provider: ProviderFacts): Ratio | undefined {
  if (provider.careWorkers === null || provider.welshSpeakingWorkers === null) return undefined
  return ratio(provider.welshSpeakingWorkers, provider.careWorkers)
}
