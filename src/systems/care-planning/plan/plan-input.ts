/** What may be written into a draft, as forms and programs send it, and what cannot be. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { Party } from '../outcome-review/outcome-review.ts'
import type { PlanContent } from './plan.ts'
import { isPlannedAlready, type PlanChange } from './plan-draft.ts'

const both = (en: string, cy: string) => JSON.stringify({ en, cy })
const emptyAsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const DayOrNull = emptyAsNull(
  z.iso
    .date(both('Enter a real date, such as 27 3 2026', 'Rhowch ddyddiad go iawn, er enghraifft 27 3 2026'))
    .transform((text): Day => Temporal.PlainDate.from(text)),
)
const Said = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, both(`Use ${longest} characters or fewer`, `Defnyddiwch ${longest} o nodau neu lai`))

/** "1,234.50" or "£1234.5": pounds and pence as typed, as whole pence; nothing is rounded away. */
const MoneyOrNull = emptyAsNull(
  z
    .string()
    .trim()
    .regex(
      /^£?\s*(\d{1,3}(,\d{3})*|\d{1,6})(\.\d{1,2})?$/,
      both('Enter an amount such as 245.50', 'Rhowch swm, er enghraifft 245.50'),
    )
    .transform((typed) => {
      const [pounds = '0', pence = ''] = typed.replaceAll(/[£,\s]/g, '').split('.')
      return Number(pounds) * 100 + Number(pence.padEnd(2, '0'))
    })
    .pipe(z.number().int().max(10_000_000, both('This is too much for one week', 'Mae hyn yn ormod am un wythnos'))),
)

const Minutes = emptyAsNull(
  z.coerce
    .number(both('Enter minutes a week as a number', 'Rhowch funudau’r wythnos fel rhif'))
    .int(both('Enter whole minutes', 'Rhowch funudau cyfan'))
    .min(0, both('Minutes cannot be negative', 'Ni all munudau fod yn negyddol'))
    .max(10_080, both('A week has 10,080 minutes', 'Mae 10,080 o funudau mewn wythnos')),
)

export const PlanChangeInput: z.ZodType<PlanChange> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add-contribution'),
    personalOutcomeId: RecordId,
    contribution: z.object({
      party: z.enum(Party.options, both('Choose who contributes', 'Dewiswch pwy sy’n cyfrannu')),
      providerId: emptyAsNull(RecordId),
      contractId: emptyAsNull(RecordId),
      extent: z.enum(['whole', 'part'], both('Choose wholly or in part', 'Dewiswch yn gyfan gwbl neu’n rhannol')),
      what: Said(1000).min(1, both('Say what they will do', 'Dywedwch beth y byddant yn ei wneud')),
      startsOn: DayOrNull,
      weeklyMinutes: Minutes,
      worksWhen: Said(1000).default(''),
    }),
  }),
  z.object({
    kind: z.literal('remove-contribution'),
    personalOutcomeId: RecordId,
    index: z.coerce.number().int().min(0),
  }),
  z.object({ kind: z.literal('leave-out-outcome'), personalOutcomeId: RecordId }),
  z.object({ kind: z.literal('take-in-outcome'), personalOutcomeId: RecordId }),
  z.object({
    kind: z.literal('add-risk'),
    risk: z.object({
      what: Said(1000).min(1, both('Say what may go wrong', 'Dywedwch beth all fynd o’i le')),
      whatIsDone: Said(1000).min(1, both('Say what is done about it', 'Dywedwch beth a wneir yn ei gylch')),
      isShared: z.preprocess((value) => value === true || value === 'yes', z.boolean()),
    }),
  }),
  z.object({ kind: z.literal('remove-risk'), index: z.coerce.number().int().min(0) }),
  z.object({
    kind: z.literal('money'),
    money: z.object({
      indicativeWeeklyPence: MoneyOrNull,
      budgetBasis: Said(2000).default(''),
      finalWeeklyPence: MoneyOrNull,
    }),
  }),
  z.object({
    kind: z.literal('terms'),
    terms: z.object({
      language: Language,
      startsOn: DayOrNull,
      endsOn: DayOrNull,
      reviewDueOn: DayOrNull,
      contingency: Said(4000).default(''),
      preferences: Said(4000).default(''),
    }),
  }),
]) as z.ZodType<PlanChange>

/** Why a change cannot be made to a draft: it names something that is not there, or says a thing twice. */
export function refuseChange(
  content: PlanContent,
  change: PlanChange,
  outcomes: readonly { readonly personalOutcomeId: number; readonly endedOn: Day | null }[],
  contracts: readonly { readonly contractId: number; readonly providerId: number }[],
): Refusal | undefined {
  if (change.kind === 'take-in-outcome') {
    const known = outcomes.find((one) => one.personalOutcomeId === change.personalOutcomeId)
    const isIn = content.outcomes.some((one) => one.personalOutcomeId === change.personalOutcomeId)
    return !known || known.endedOn !== null || isIn ? NO_SUCH_OUTCOME : undefined
  }
  if (change.kind !== 'add-contribution') return undefined
  const { contribution, personalOutcomeId } = change
  if (!content.outcomes.some((one) => one.personalOutcomeId === personalOutcomeId)) return NO_SUCH_OUTCOME
  if (contribution.party === 'provider') {
    if (contribution.providerId === null) return NAME_PROVIDER
    const contract = contracts.find(({ contractId }) => contractId === contribution.contractId)
    if (contribution.contractId !== null && contract?.providerId !== contribution.providerId) return NAME_PROVIDER
  } else if (contribution.providerId !== null) return NAME_PROVIDER
  return isPlannedAlready(content, personalOutcomeId, contribution) ? SAID_TWICE : undefined
}

const NO_SUCH_OUTCOME: Refusal = {
  kind: 'invalid',
  code: 'outcome-not-in-plan',
  field: 'personalOutcomeId',
  message: {
    en: 'Choose a live outcome of this person.',
    cy: 'Dewiswch ganlyniad byw sy’n perthyn i’r person hwn.',
  },
}
const NAME_PROVIDER: Refusal = {
  kind: 'invalid',
  code: 'provider-not-named',
  field: 'change.contribution.party',
  message: {
    en: 'Choose the provider, under one of its own contracts.',
    cy: 'Dewiswch y darparwr, o dan un o’i gontractau ei hun.',
  },
}
const SAID_TWICE: Refusal = {
  kind: 'invalid',
  code: 'contributes-already',
  field: 'change.contribution.party',
  message: {
    en: 'They contribute to this outcome already. Remove that first, and say all of it in one.',
    cy: 'Maent yn cyfrannu at y canlyniad hwn eisoes. Tynnwch hwnnw yn gyntaf, a dywedwch y cyfan mewn un.',
  },
}
