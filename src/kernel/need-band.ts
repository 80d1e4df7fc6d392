/** How much help somebody needs, in four bands: so that providers are compared like with like. What puts somebody in a band is data. */
import { z } from 'zod'
import type { Bilingual } from './language.ts'

export const NeedBandId = z.enum(['lower', 'middle', 'higher', 'highest'])
export type NeedBandId = z.infer<typeof NeedBandId>

/** A band, or `none` where nobody has said how much help is needed: a group of its own, never left out. */
export const BandGroup = z.enum([...NeedBandId.options, 'none'])
export type BandGroup = z.infer<typeof BandGroup>

export const BAND_NAMES = {
  lower: { en: 'Lower', cy: 'Is' },
  middle: { en: 'Middle', cy: 'Canolig' },
  higher: { en: 'Higher', cy: 'Uwch' },
  highest: { en: 'Highest', cy: 'Uchaf' },
  none: { en: 'No band', cy: 'Dim band' },
} as const satisfies Record<BandGroup, Bilingual>
