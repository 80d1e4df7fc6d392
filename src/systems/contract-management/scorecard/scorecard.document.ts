/** The scorecard as a printed document: the same sentences, numbers and order as the page. */
import { inBoth, type Language } from '../../../kernel/language.ts'
import { monthsOf, showMonth, showPeriod } from '../../../kernel/period.ts'
import { ratio, showCount, showShare } from '../../../kernel/quantity.ts'
import {
  type Block,
  barDrawing,
  type DocumentContent,
  type Sheet,
  trendDrawing,
} from '../../../platform/documents/index.ts'
import { termOf } from './contract-term.ts'
import type { Scorecard } from './scorecard.actions.ts'
import { labelOf } from './scorecard.answer.ts'
import { leadOf, lookSentences, rowDetail, rowSentence, showPoint, showValue } from './scorecard.sentences.ts'
import { scorecardText } from './scorecard.text.ts'
import { addWords, type ScorecardRow } from './scorecard.ts'
import { pageText } from './scorecard-page.text.ts'

export function scorecardDocument(language: Language, card: Scorecard, publisher: string): DocumentContent {
  const text = pageText[language]
  const { contract, provider, period } = card
  return {
    title: contract.title[language],
    lead: leadOf(language, { ...card, words: addWords(card.words), servesOutcomes: card.outcomes.length > 0 }),
    language,
    publisher,
    madeAt: card.asOf,
    blocks: [
      {
        kind: 'keyValues',
        items: [
          { key: text.period, value: showPeriod(language, period) },
          { key: text.provider, value: provider.name },
          { key: text.reference, value: contract.ref },
          { key: text.term, value: termOf(language, contract) },
          {
            key: text.serves,
            value: card.outcomes.map((one) => one.statement[language]).join('; ') || text.servesNothing,
          },
        ],
      },
      ...lookBlocks(language, card),
      { kind: 'heading', level: 2, text: text.outcomes },
      ...outcomeBlocks(language, card),
      { kind: 'heading', level: 2, text: text.whoseWord },
      ...wordBlocks(language, card),
      { kind: 'heading', level: 2, text: text.whatItTakes },
      ...card.rows.flatMap((row, index) => rowBlocks(language, card, { row, after: card.rows[index - 1] })),
    ],
  }
}

function lookBlocks(language: Language, card: Scorecard): readonly Block[] {
  const { secondLook } = card
  if (!secondLook) return []
  const sentences = lookSentences(language, secondLook, labelOf(card, secondLook.measure)[language])
  return [{ kind: 'notice', title: scorecardText[language].look.title, text: sentences.join(' ') }]
}

const PART_COLOURS = {
  achieved: { colour: '#56386f', ink: '#ffffff' },
  partly: { colour: '#a58bbd', ink: '#1b2733' },
  not: { colour: '#d9c9a3', ink: '#1b2733' },
  changed: { colour: '#dfe4e8', ink: '#1b2733' },
} as const

function outcomeBlocks(language: Language, card: Scorecard): readonly Block[] {
  const text = pageText[language]
  const { now } = card
  if (now.reviewed === 0) return [{ kind: 'paragraph', text: text.noReviews }]
  const parts = (['achieved', 'partly', 'not', 'changed'] as const).map((part) => ({
    label: part === 'changed' ? text.changedShort : text.parts[part],
    count: now[part],
    ...PART_COLOURS[part],
  }))
  return [
    {
      kind: 'chart',
      svg: barDrawing(parts),
      meaning: `${showShare(language, ratio(now.achieved, now.reviewed))} ${text.achievedOf(now.reviewed)}`,
    },
    ...card.outcomeRows.flatMap((row) => rowBlocks(language, card, { row, after: row })),
  ]
}

function wordBlocks(language: Language, card: Scorecard): readonly Block[] {
  const text = pageText[language]
  const all = addWords(card.words)
  if (all.both === 0) return [{ kind: 'paragraph', text: text.noWords }]
  const rows = [
    { label: text.allWords, word: all },
    ...card.words.map((word) => ({ label: word.outcome?.statement[language] ?? text.otherWords, word })),
  ]
  return [
    { kind: 'paragraph', text: text.wordsLead(all.both) },
    {
      kind: 'table',
      caption: text.whoseWord,
      columns: [
        { header: text.outcomes, share: 3 },
        { header: text.bothSpoke, align: 'right' },
        { header: text.providerSays, align: 'right' },
        { header: text.personSays, align: 'right' },
      ],
      rows: rows.map(({ label, word }) => [
        label,
        showCount(language, word.both),
        showShare(language, ratio(word.providerAchieved, word.both)),
        showShare(language, ratio(word.personAchieved, word.both)),
      ]),
    },
  ]
}

/** A measure: its kind where a new one begins, its number, its trend, and the sentence that says what it means. */
function rowBlocks(
  language: Language,
  card: Scorecard,
  { row, after }: { readonly row: ScorecardRow; readonly after: ScorecardRow | undefined },
): readonly Block[] {
  const { measure } = row
  const { kinds } = scorecardText[language]
  const value = showValue(language, measure, row.now, monthsOf(card.period).length)
  const heading: Block[] =
    after?.measure.kind === measure.kind || !(measure.kind in kinds)
      ? []
      : [{ kind: 'heading', level: 3, text: kinds[measure.kind as keyof typeof kinds] }]
  const detail = rowDetail(language, row)
  return [
    ...heading,
    { kind: 'paragraph', text: `${measure.label[language]}: ${value}${detail ? ` (${detail})` : ''}`, tone: 'strong' },
    ...(row.points.some((point) => point.value !== null)
      ? [
          {
            kind: 'chart' as const,
            svg: trendDrawing(
              row.points.map(({ month, value: found, band }) => ({
                label: showMonth(language, month),
                value: found,
                ...(band ? { low: band.low, high: band.high } : {}),
              })),
              (found) => showPoint(language, measure, found),
            ),
            meaning: rowSentence(language, row),
          },
        ]
      : [{ kind: 'paragraph' as const, text: rowSentence(language, row) }]),
  ]
}

/** One sheet of the period's numbers, and one of the months. */
export function scorecardSheets(language: Language, card: Scorecard): readonly Sheet<SheetRow>[] {
  const text = pageText[language]
  const rows = [...card.outcomeRows, ...card.rows]
  const words = (pick: (of: (typeof pageText)['en']) => string) => inBoth((one) => pick(pageText[one]))
  const months = rows[0]?.points ?? []
  return [
    {
      name: text.scorecard,
      rows: rows.map((row) => ({ row })),
      columns: [
        { header: words((of) => of.measure), value: ({ row }, in_) => row.measure.label[in_], width: 44 },
        { header: words((of) => of.numerator), value: ({ row }) => row.now.numerator, format: '0.##' },
        { header: words((of) => of.denominator), value: ({ row }) => row.now.denominator, format: '0.##' },
        { header: words((of) => of.targetColumn), value: ({ row }) => row.target, format: '0.###' },
        { header: words((of) => of.means), value: ({ row }, in_) => rowSentence(in_, row), width: 60 },
      ],
    },
    {
      name: text.byMonthSheet,
      rows: rows.map((row) => ({ row })),
      columns: [
        { header: words((of) => of.measure), value: ({ row }, in_) => row.measure.label[in_], width: 44 },
        ...months.map(({ month }, index) => ({
          header: inBoth((one) => showMonth(one, month)),
          value: ({ row }: SheetRow) => row.points[index]?.value,
          format: '0.###',
        })),
      ],
    },
  ]
}

type SheetRow = { readonly row: ScorecardRow }
