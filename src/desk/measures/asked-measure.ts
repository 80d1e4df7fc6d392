/** How a measure is asked for, by page, API and command alike: which one, of what, from when to when. */
import { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'
import { CommissioningModel, Service } from '../../kernel/model.ts'
import { BandGroup } from '../../kernel/need-band.ts'
import { type Day, type Period, wholeMonthsBefore } from '../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import type { Slice } from '../../measures/reading.ts'
import type { SliceChoices, SlicePart } from '../../measures/slice-names.ts'
import { bilingualIssue } from '../../platform/actions/action.ts'

const day = z
  .string()
  .trim()
  .regex(
    /^\d{4}-\d{2}-\d{2}$/,
    bilingualIssue('Give the date as 2026-03-31.', 'Rhowch y dyddiad ar y ffurf 2026-03-31.'),
  )
  .transform((text, context): Day => {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' })
    } catch {
      const message = bilingualIssue('There is no such day.', 'Nid oes diwrnod o’r fath.')
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
  })

const ids = z.string().regex(/^\d{1,9}(,\d{1,9}){0,199}$/)
const reference = z.string().trim().min(1).max(80)
const emptyAsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Contract, provider and area by their references, or (from our own pages) by their ids. */
export const AskedMeasure = z.object({
  measure: z.string(),
  contract: emptyAsAbsent(reference),
  provider: emptyAsAbsent(reference),
  area: emptyAsAbsent(reference),
  contractId: emptyAsAbsent(ids),
  providerId: emptyAsAbsent(ids),
  areaId: emptyAsAbsent(ids),
  service: emptyAsAbsent(Service),
  model: emptyAsAbsent(z.coerce.number().pipe(CommissioningModel)),
  band: emptyAsAbsent(BandGroup),
  from: emptyAsAbsent(day),
  to: emptyAsAbsent(day),
})
export type AskedMeasure = z.infer<typeof AskedMeasure>

/** The period asked for; what is not said is taken from the twelve whole months before today. */
export function periodOf(asked: Pick<AskedMeasure, 'from' | 'to'>, today: Day): Result<Period> {
  const usual = wholeMonthsBefore(today, 12)
  const to = asked.to ?? (asked.from && isAfter(asked.from, usual.to) ? today : usual.to)
  const from = asked.from ?? (isAfter(usual.from, to) ? to.with({ day: 1 }) : usual.from)
  return isAfter(from, to) ? refused(ENDS_BEFORE_IT_STARTS) : accepted({ from, to })
}

/** The slice asked for; a reference that names nothing is refused, so that nobody takes the whole authority for a part of it. */
export function sliceOf(asked: Partial<AskedMeasure>, choices: SliceChoices): Result<Slice> {
  const contract = idOf(asked.contract, 'contractId', choices)
  const provider = idOf(asked.provider, 'providerId', choices)
  const area = idOf(asked.area, 'areaId', choices)
  for (const found of [contract, provider, area]) if (!found.ok) return found
  const contractIds = contract.ok && contract.value !== undefined ? [contract.value] : listOf(asked.contractId)
  const providerId = (provider.ok ? provider.value : undefined) ?? listOf(asked.providerId)?.[0]
  const areaId = (area.ok ? area.value : undefined) ?? listOf(asked.areaId)?.[0]
  return accepted({
    ...(contractIds ? { contractIds } : {}),
    ...(providerId === undefined ? {} : { providerId }),
    ...(areaId === undefined ? {} : { areaId }),
    ...(asked.service ? { service: asked.service } : {}),
    ...(asked.model ? { model: asked.model } : {}),
    ...(asked.band ? { band: asked.band } : {}),
  })
}

function idOf(ref: string | undefined, part: SlicePart, choices: SliceChoices): Result<number | undefined> {
  if (ref === undefined) return accepted(undefined)
  const found = choices[part].find((choice) => choice.ref === ref)
  return found ? accepted(found.id) : refused(NO_SUCH[part](ref))
}

function listOf(text: string | undefined): readonly number[] | undefined {
  return text?.split(',').map(Number)
}

function isAfter(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}

const ENDS_BEFORE_IT_STARTS: Refusal = {
  kind: 'invalid',
  code: 'period-ends-before-it-starts',
  message: {
    en: 'The last day is before the first. Give a later last day or an earlier first one.',
    cy: 'Mae’r diwrnod olaf cyn y diwrnod cyntaf. Rhowch ddiwrnod olaf hwyrach neu ddiwrnod cyntaf cynharach.',
  },
  field: 'to',
}

const NO_SUCH = {
  contractId: (ref: string): Refusal => ({
    kind: 'not-found',
    code: 'no-such-contract',
    message: {
      en: `There is no contract with the reference “${ref}”.`,
      cy: `Nid oes contract â’r cyfeirnod “${ref}”.`,
    },
    field: 'contract',
  }),
  providerId: (ref: string): Refusal => ({
    kind: 'not-found',
    code: 'no-such-provider',
    message: {
      en: `There is no provider with the reference “${ref}”.`,
      cy: `Nid oes darparwr â’r cyfeirnod “${ref}”.`,
    },
    field: 'provider',
  }),
  areaId: (ref: string): Refusal => ({
    kind: 'not-found',
    code: 'no-such-area',
    message: { en: `There is no area with the reference “${ref}”.`, cy: `Nid oes ardal â’r cyfeirnod “${ref}”.` },
    field: 'area',
  }),
} as const satisfies Record<SlicePart, (ref: string) => Refusal>

export function notBanded(label: Bilingual): Refusal {
  return {
    kind: 'invalid',
    code: 'not-by-band',
    message: {
      en: `“${label.en}” is not kept apart by band of need.`,
      cy: `Nid yw “${label.cy}” yn cael ei gadw ar wahân yn ôl band angen.`,
    },
    field: 'band',
  }
}

export function notCompared(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'not-compared',
    message: {
      en: `Providers are not compared by “${name}”. Choose one of the measures on the page of providers compared.`,
      cy: `Nid yw darparwyr yn cael eu cymharu yn ôl “${name}”. Dewiswch un o’r mesurau ar dudalen cymharu darparwyr.`,
    },
    field: 'measure',
  }
}

export function noSuchMeasure(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'no-such-measure',
    message: {
      en: `There is no measure called “${name}”. The list of measures says what can be asked for.`,
      cy: `Nid oes mesur o’r enw “${name}”. Mae’r rhestr o fesurau’n dweud beth y gellir gofyn amdano.`,
    },
    field: 'measure',
  }
}
