/** The rows of the scorecard: each number with its trend, its band of chance, its sentence and the way to its rows. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { monthsOf, showMonth } from '../../../kernel/period.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { DataTable, Details, type MeasureRow, MeasureRows, Sparkline } from '../../../ui/index.ts'
import type { Scorecard } from './scorecard.actions.ts'
import { rowDetail, rowSentence, showPoint, showValue } from './scorecard.sentences.ts'
import { scorecardText } from './scorecard.text.ts'
import type { ScorecardRow } from './scorecard.ts'
import { pageText } from './scorecard-page.text.ts'

export const WhatItTakes: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => (
  <MeasureRows rows={card.rows.map((row, index) => shownRow(language, card, { row, after: card.rows[index - 1] }))} />
)

/** The first row of a kind names the kind above its own name. */
function shownRow(
  language: Language,
  card: Scorecard,
  { row, after }: { readonly row: ScorecardRow; readonly after: ScorecardRow | undefined },
): MeasureRow {
  const { measure } = row
  const isFirst = after?.measure.kind !== measure.kind
  const sentence = rowSentence(language, row)
  return {
    group:
      isFirst && measure.kind !== 'outcome' && measure.kind !== 'cost'
        ? scorecardText[language].kinds[measure.kind]
        : undefined,
    name: measure.label[language],
    mark: markOf(row),
    value: showValue(language, measure, row.now, monthsOf(card.period).length),
    detail: rowDetail(language, row),
    chart: <Trend language={language} row={row} />,
    sentence,
    why: card.mayExplain
      ? {
          href: measurePaths.explain(measure.name, { contractId: card.contract.contractId }, card.period),
          label: pageText[language].why,
        }
      : undefined,
  }
}

function markOf({ verdict, servesOutcomeId }: ScorecardRow): MeasureRow['mark'] {
  if (verdict.kind === 'target-missed') return 'wrong'
  if (verdict.kind === 'target-missed-before' || (verdict.kind === 'changed' && verdict.isBetter === false))
    return 'attention'
  return servesOutcomeId === null ? 'attention' : undefined
}

const Trend: FC<{ language: Language; row: ScorecardRow }> = ({ language, row }) => (
  <Sparkline title={row.measure.label[language]} {...trendOf(language, row)} withoutTable />
)

/** What a chart of a row draws. */
export function trendOf(language: Language, row: ScorecardRow) {
  return {
    points: row.points.map(({ month, value, band, isOutside }) => ({
      label: showMonth(language, month),
      value,
      marked: isOutside,
      ...(band ? { low: band.low, high: band.high } : {}),
    })),
    target: row.target,
    format: (value: number) => showPoint(language, row.measure, value),
  }
}

/** The same numbers as a table: a line for each month, newest first, a column for each measure. */
export const MonthsTable: FC<{ language: Language; rows: readonly ScorecardRow[] }> = ({ language, rows }) => {
  const text = pageText[language]
  const months = (rows[0]?.points ?? []).map((point, index) => ({ month: point.month, index })).toReversed()
  return (
    <Details summary={text.byMonth}>
      <DataTable
        caption={text.byMonth}
        captionHidden
        rows={months}
        empty=""
        columns={[
          { key: 'month', header: text.month, rowHeader: true, cell: ({ month }) => showMonth(language, month) },
          ...rows.map((row) => ({
            key: row.measure.name,
            header: row.measure.label[language],
            numeric: true,
            cell: ({ index }: { readonly index: number }) => {
              const value = row.points[index]?.value
              return typeof value === 'number' ? showPoint(language, row.measure, value) : '–'
            },
          })),
        ]}
      />
    </Details>
  )
}
