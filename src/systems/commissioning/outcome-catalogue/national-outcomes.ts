/** The shape of frameworks/commissioning/national-outcomes.yaml, and how its statements become outcomes of the catalogue. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import { day } from '../../../kernel/period.ts'
import { type OutcomeFacts, WellBeingArea } from './outcome.ts'

const Words = z.object({ en: z.string().min(1), cy: z.string().min(1) })

export const NationalOutcomes = z.object({
  id: z.literal('national-outcomes'),
  edition: z.string().min(1),
  starts: z.string().transform(day),
  unit: z.literal('statement'),
  source: z.object({
    title: Words,
    reference: z.string(),
    isbn: z.string().optional(),
    paragraph: z.string(),
    link: z.url(),
  }),
  areas: z.array(Words.extend({ number: WellBeingArea })).length(8),
  statements: z.array(
    Words.extend({
      ref: z.string().regex(/^N[1-8]\.\d+$/),
      area: WellBeingArea,
      verified: z.boolean(),
    }),
  ),
})
export type NationalOutcomes = z.infer<typeof NationalOutcomes>

/** Every statement as an outcome of the catalogue, wording unverified where the framework says so. */
export function outcomesOf(framework: NationalOutcomes): readonly OutcomeFacts[] {
  return framework.statements.map((statement) => ({
    ref: statement.ref,
    level: 'national',
    wellBeingArea: statement.area,
    statement: { en: statement.en, cy: statement.cy },
    nationalRef: null,
    needRef: null,
    edition: framework.edition,
    source: `${framework.source.reference}, ${framework.source.paragraph}`,
    isVerified: statement.verified,
    startsOn: framework.starts,
    endsOn: null,
  }))
}

/** The eight aspects of well-being, by number, as the framework names them. */
export function wellBeingAreaNames(framework: NationalOutcomes): ReadonlyMap<WellBeingArea, Bilingual> {
  return new Map(framework.areas.map(({ number, en, cy }) => [number, { en, cy }]))
}
