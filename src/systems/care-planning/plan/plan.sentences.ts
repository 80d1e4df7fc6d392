/** What a plan's pages and documents say, made from its content by rule. */
import type { Language } from '../../../kernel/language.ts'
import { penceOf, showMoney } from '../../../kernel/money.ts'
import { showDay } from '../../../kernel/period.ts'
import { PARTY_NAMES } from '../outcome-review/outcome-review.ts'
import { text } from './plan.text.ts'
import {
  AGREED_BY_NAMES,
  AGREED_HOW_NAMES,
  type PlanAgreement,
  type PlanContent,
  type PlannedContribution,
  type PlanVersion,
} from './plan.ts'

type Named = { readonly providers: ReadonlyMap<number, { readonly name: string }> }

export function nameOfContributor(language: Language, { providers }: Named, one: PlannedContribution): string {
  const provider = one.providerId === null ? undefined : providers.get(one.providerId)
  return provider?.name ?? PARTY_NAMES[one.party][language]
}

/** "In part, from 3 March 2026, 120 minutes a week". */
export function contributionText(language: Language, one: PlannedContribution): string {
  const t = text[language]
  return [
    one.extent === 'whole' ? t.wholly : t.inPart,
    ...(one.startsOn ? [t.from(showDay(language, one.startsOn))] : []),
    ...(one.weeklyMinutes === null ? [] : [t.minutes(one.weeklyMinutes)]),
  ].join(', ')
}

/** Whether the final cost keeps within the indicative budget; empty where one of them is not known. */
export function moneySentence(language: Language, content: PlanContent): string {
  const { indicativeWeeklyPence: indicative, finalWeeklyPence: final } = content
  if (indicative === null || final === null) return ''
  const apart = showMoney(language, penceOf(Math.abs(indicative - final)))
  return final > indicative ? text[language].over(apart) : text[language].within(apart)
}

export function agreementSentence(language: Language, agreement: PlanAgreement): string {
  const { byWhom, name, agreedOn, how, recordedBy } = agreement
  const t = text[language]
  const said = t.agreedLine(
    AGREED_BY_NAMES[byWhom][language],
    name,
    showDay(language, agreedOn),
    AGREED_HOW_NAMES[how][language],
  )
  return how === 'signed-on-screen' || how === 'letter-code' ? said : `${said} ${t.recordedBy(recordedBy)}`
}

/** Where the plan stands, in one sentence. */
export function planSentence(language: Language, versions: readonly PlanVersion[], hasPlanFromFile: boolean): string {
  const t = text[language]
  const open = versions.find(({ state }) => state === 'draft' || state === 'offered')
  const agreed = versions.find(({ state }) => state === 'agreed')
  const now = agreed?.agreedOn
    ? t.inForce(agreed.number, showDay(language, agreed.agreedOn))
    : hasPlanFromFile
      ? t.fromFiles
      : ''
  const next = open ? (open.state === 'offered' ? t.waits(open.number) : t.drafting(open.number)) : ''
  return [now, next].filter(Boolean).join(' ') || t.noneLead
}
