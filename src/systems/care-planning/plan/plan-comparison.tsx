/** Two versions of a plan side by side: only what differs. */
import type { Language } from '../../../kernel/language.ts'
import { penceOf, showMoney } from '../../../kernel/money.ts'
import { day, showDay } from '../../../kernel/period.ts'
import { DataTable, Section, Tag } from '../../../ui/index.ts'
import type { PlanView } from './plan.actions.ts'
import { contributionText, nameOfContributor } from './plan.sentences.ts'
import { text } from './plan.text.ts'
import type { PlannedContribution, PlanVersion } from './plan.ts'
import { differencesOf, isUnchanged, type OutcomeChange, type PartChange } from './plan-difference.ts'

type Parts = {
  readonly language: Language
  readonly view: PlanView
  readonly from: PlanVersion
  readonly to: PlanVersion
}

type Row = { readonly what: string; readonly before: string; readonly after: string }

export const PlanComparison = (props: Parts) => {
  const { language, from, to } = props
  const t = text[language]
  const difference = differencesOf(from.content, to.content)
  if (isUnchanged(difference)) return <p>{t.noDifference}</p>
  const rows: readonly Row[] = [
    ...difference.parts.map((change) => partRow(language, change)),
    ...difference.risks.left.map((risk) => ({
      what: t.risks,
      before: `${risk.what}: ${risk.whatIsDone}`,
      after: t.nothing,
    })),
    ...difference.risks.came.map((risk) => ({
      what: t.risks,
      before: t.nothing,
      after: `${risk.what}: ${risk.whatIsDone}`,
    })),
  ]
  return (
    <>
      {difference.outcomes
        .filter(({ is }) => is !== 'same')
        .map((change) => (
          <OutcomeSection {...props} change={change} />
        ))}
      {rows.length > 0 && <SideBySide language={language} rows={rows} caption={t.terms} />}
    </>
  )
}

const OutcomeSection = ({ language, view, change }: Parts & { change: OutcomeChange }) => {
  const t = text[language]
  const outcome = view.outcomes.find((one) => one.personalOutcomeId === change.personalOutcomeId)
  const said = (one: PlannedContribution) =>
    `${nameOfContributor(language, view, one)}, ${contributionText(language, one)}: ${one.what}`
  return (
    <Section title={outcome?.ownWords ?? ''} titleLanguage={outcome?.ownWordsLanguage}>
      {change.is === 'new' && <Tag tone="strong">{t.isNew}</Tag>}
      {change.is === 'gone' && <Tag tone="attention">{t.isGone}</Tag>}
      <SideBySide
        language={language}
        caption={t.outcomes}
        rows={[
          ...change.left.map((one) => ({ what: t.who, before: said(one), after: t.nothing })),
          ...change.came.map((one) => ({ what: t.who, before: t.nothing, after: said(one) })),
        ]}
      />
    </Section>
  )
}

const SideBySide = ({ language, rows, caption }: { language: Language; rows: readonly Row[]; caption: string }) => {
  const t = text[language]
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      empty={t.nothing}
      columns={[
        { key: 'what', header: t.what, rowHeader: true, cell: (row) => row.what },
        { key: 'before', header: t.before, cell: (row) => row.before },
        { key: 'after', header: t.after, cell: (row) => row.after },
      ]}
    />
  )
}

function partRow(language: Language, { part, before, after }: PartChange): Row {
  const t = text[language]
  const shown = (value: string | number | null): string => {
    if (value === null || value === '') return t.nothing
    if (part === 'indicativeWeeklyPence' || part === 'finalWeeklyPence')
      return showMoney(language, penceOf(Number(value)))
    if (part === 'startsOn' || part === 'endsOn' || part === 'reviewDueOn') return showDay(language, day(String(value)))
    return String(value)
  }
  return { what: t.parts[part], before: shown(before), after: shown(after) }
}
