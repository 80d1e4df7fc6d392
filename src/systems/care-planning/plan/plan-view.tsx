/** A plan's content as it is read: outcomes with who contributes, money, risks, preferences. */
import type { Language } from '../../../kernel/language.ts'
import { penceOf, showMoney } from '../../../kernel/money.ts'
import { showDay } from '../../../kernel/period.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import { DataTable, Section, SummaryList, type SummaryRow } from '../../../ui/index.ts'
import { PARTY_NAMES } from '../outcome-review/outcome-review.ts'
import type { PlanView } from './plan.actions.ts'
import { contributionText, moneySentence, nameOfContributor } from './plan.sentences.ts'
import { text } from './plan.text.ts'
import { type PlanContent, type PlannedContribution, weeklyMinutesOf } from './plan.ts'

type Parts = { readonly language: Language; readonly view: PlanView; readonly content: PlanContent }

export const PlanReading = ({ language, view, content }: Parts) => {
  const t = text[language]
  const minutes = weeklyMinutesOf(content)
  return (
    <>
      <Section title={t.outcomes}>
        <OutcomesOf language={language} view={view} content={content} />
        {minutes > 0 && <p>{t.minutesInAll(showNumber(language, minutes / 60, minutes % 60 === 0 ? 0 : 1))}</p>}
      </Section>
      <Section title={t.terms}>
        <SummaryList rows={termRows(language, content)} />
      </Section>
      <Section title={t.money}>
        <SummaryList rows={moneyRows(language, content)} />
        <p>{moneySentence(language, content)}</p>
      </Section>
      <Section title={t.risks}>
        {content.risks.length === 0 ? (
          <p>{t.noRisks}</p>
        ) : (
          <SummaryList
            rows={content.risks.map((risk) => ({
              key: risk.what,
              value: (
                <span lang={content.language}>
                  {risk.whatIsDone}
                  {risk.isShared && <span lang={language}> ({t.toldProviders})</span>}
                </span>
              ),
            }))}
          />
        )}
      </Section>
    </>
  )
}

/** Each outcome of a plan with who contributes to it. */
export const OutcomesOf = ({ language, view, content }: Parts) => (
  <>
    {content.outcomes.map(({ personalOutcomeId, contributions }) => {
      const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
      return (
        outcome && (
          <Section level={3} title={outcome.ownWords} titleLanguage={outcome.ownWordsLanguage}>
            <Contributions language={language} view={view} content={content} contributions={contributions} />
          </Section>
        )
      )
    })}
  </>
)

export const Contributions = (props: Parts & { contributions: readonly PlannedContribution[] }) => {
  const { language, view, content, contributions } = props
  const t = text[language]
  return (
    <DataTable
      caption={t.outcomes}
      captionHidden
      cards
      even
      rows={contributions}
      empty={t.gaps['no-contribution']}
      columns={[
        {
          key: 'who',
          header: t.who,
          rowHeader: true,
          cell: (one) => {
            const [name, party] = [nameOfContributor(language, view, one), PARTY_NAMES[one.party][language]]
            return name === party ? name : `${name}, ${party.toLocaleLowerCase(language)}`
          },
        },
        { key: 'what', header: t.what, cell: (one) => <span lang={content.language}>{one.what}</span> },
        { key: 'how', header: t.howMuch, cell: (one) => contributionText(language, one) },
        { key: 'works', header: t.worksWhen, cell: (one) => <span lang={content.language}>{one.worksWhen}</span> },
      ]}
    />
  )
}

export function termRows(language: Language, content: PlanContent): readonly SummaryRow[] {
  const t = text[language]
  const day = (value: Temporal.PlainDate | null) => (value ? showDay(language, value) : t.notSaid)
  const words = (value: string) => (value ? <span lang={content.language}>{value}</span> : t.notSaid)
  return [
    { key: t.language, value: t.languages[content.language] },
    { key: t.parts.startsOn, value: day(content.startsOn) },
    ...(content.endsOn ? [{ key: t.parts.endsOn, value: day(content.endsOn) }] : []),
    { key: t.parts.reviewDueOn, value: day(content.reviewDueOn) },
    { key: t.preferences, value: words(content.preferences) },
    { key: t.contingency, value: words(content.contingency) },
  ]
}

export function moneyRows(language: Language, content: PlanContent): readonly SummaryRow[] {
  const t = text[language]
  const money = (pence: number | null) => (pence === null ? t.notSaid : t.aWeek(showMoney(language, penceOf(pence))))
  return [
    { key: t.indicative, value: money(content.indicativeWeeklyPence) },
    {
      key: t.basis,
      value: content.budgetBasis ? <span lang={content.language}>{content.budgetBasis}</span> : t.notSaid,
    },
    { key: t.final, value: money(content.finalWeeklyPence) },
  ]
}
