/** How much help somebody needs, as a band worked out from an assessment by rules that are data: so that providers are compared like with like. */
import { z } from 'zod'
import { BothLanguages } from '../../../kernel/framework.ts'
import { NeedBandId } from '../../../kernel/need-band.ts'
import type { Day } from '../../../kernel/period.ts'
import type { AnswerSet } from '../../../kernel/questionnaire/answers.ts'

export const CaseMixRules = z.strictObject({
  /** The form whose answers count. */
  form: z.string(),
  /** Points of each answer, by question; of a yes-no question under "yes" and "no". */
  points: z.record(z.string(), z.record(z.string(), z.number().int().min(0))),
  bands: z
    .array(z.strictObject({ id: NeedBandId, from: z.number().int().min(0), name: BothLanguages, prose: BothLanguages }))
    .min(1)
    .refine((bands) => bands[0]?.from === 0, 'the first band begins at no points')
    .refine((bands) => bands.every((band, n) => n === 0 || band.from > bands[n - 1]!.from), 'bands rise'),
})
export type CaseMixRules = z.infer<typeof CaseMixRules>

export type Banded = { readonly band: NeedBandId; readonly points: number }

/** The band that answers give; undefined where one of the questions that count was not answered: nothing is guessed. */
export function bandOf(rules: CaseMixRules, answers: AnswerSet): Banded | undefined {
  let points = 0
  for (const [question, values] of Object.entries(rules.points)) {
    const answer = answers[question]
    const given = answer === true ? 'yes' : answer === false ? 'no' : String(answer ?? '')
    const worth = values[given]
    if (worth === undefined) return undefined
    points += worth
  }
  const band = rules.bands.findLast(({ from }) => points >= from)
  return band && { band: band.id, points }
}

export type NeedBand = {
  readonly band: NeedBandId
  readonly fromOn: Day
  readonly points: number | null
  readonly assessmentId: number | null
  readonly edition: string
}
