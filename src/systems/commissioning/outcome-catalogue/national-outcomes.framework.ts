/** The national outcomes as a framework: the shape of their file, and how its statements become outcomes of a catalogue. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import { BothLanguages, FRAMEWORK_HEAD, type FrameworkKind } from '../../../platform/frameworks/index.ts'
import { type OutcomeFacts, WellBeingArea } from './outcome.ts'

export const NationalOutcomes = z.strictObject({
  ...FRAMEWORK_HEAD,
  /** How the source is named beside each statement. */
  cited_as: z.string().min(1),
  areas: z.array(BothLanguages.extend({ number: WellBeingArea })).length(8),
  statements: z.array(
    BothLanguages.extend({
      ref: z.string().regex(/^N-[1-8]\.\d+$/),
      area: WellBeingArea,
      /** Whether somebody held the wording against the source. */
      verified: z.boolean(),
    }),
  ),
})
export type NationalOutcomes = z.infer<typeof NationalOutcomes>

export const nationalOutcomes: FrameworkKind<NationalOutcomes> = { folder: 'commissioning', schema: NationalOutcomes }
export const NATIONAL_OUTCOMES_ID = 'national-outcomes'

/** Every statement as an outcome of the catalogue, its wording unverified where the framework says so. */
export function outcomesOf(framework: NationalOutcomes): readonly OutcomeFacts[] {
  return framework.statements.map((statement) => ({
    ref: statement.ref,
    level: 'national',
    wellBeingArea: statement.area,
    statement: { en: statement.en, cy: statement.cy },
    nationalRef: null,
    needRef: null,
    edition: framework.edition,
    source: framework.cited_as,
    isVerified: statement.verified,
    startsOn: framework.from,
    endsOn: framework.to ?? null,
  }))
}

/** The eight aspects of well-being, by number, as the framework names them. */
export function wellBeingAreaNames(framework: NationalOutcomes): ReadonlyMap<WellBeingArea, Bilingual> {
  return new Map(framework.areas.map(({ number, en, cy }) => [number, { en, cy }]))
}
