/** The report as a printed document: the same content as the page, for PDF and for Word. */
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { day, showDay, showInstant, showPeriod } from '../../../kernel/period.ts'
import { ratio, showNumber } from '../../../kernel/quantity.ts'
import {
  type Block,
  barDrawing,
  type DocumentContent,
  type DocumentText,
  trendDrawing,
} from '../../../platform/documents/index.ts'
import { maybeRatio, readingSentence, showValue } from '../evidence/evidence.sentences.ts'
import { evidencePoints, isWorthDrawing } from '../evidence/evidence-chart.ts'
import { NOT_APPLICABLE } from '../review-framework/review-framework.ts'
import { frontSentence } from './report.sentences.ts'
import { text } from './report.text.ts'
import {
  actionsOf,
  type DomainContent,
  type EvidenceContent,
  judgementsOf,
  type PromptContent,
  periodOf,
  promptsOf,
  type ReportContent,
  type Signature,
} from './report.ts'

export type Printed = {
  readonly report: ReportContent
  readonly signature: Signature | undefined
  readonly isWithdrawn: boolean
  /** When it was printed: a signed report's own day is its signature. */
  readonly at: Temporal.Instant
}

export function reportDocument(language: Language, printed: Printed): DocumentContent {
  const { report, signature } = printed
  const t = text[language]
  return {
    title: report.name.text,
    lead: frontSentence(language, report),
    language,
    publisher: report.authority[language],
    madeAt: signature?.at ?? printed.at,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'note',
        text: t.above(report.framework.title[language], periodText(language, report)),
      },
      ...standing(language, printed),
      { kind: 'heading', level: 1, text: t.conclusion },
      ...wordsOr(report.conclusion, t.noConclusion),
      { kind: 'heading', level: 1, text: t.judgements },
      ...judgementBlocks(language, report),
      { kind: 'heading', level: 1, text: t.actions },
      ...actionBlocks(language, report),
      ...report.domains.flatMap((domain) => domainBlocks(language, report, domain)),
      { kind: 'heading', level: 1, text: t.about },
      aboutBlock(language, printed),
    ],
  }
}

function periodText(language: Language, report: ReportContent): string {
  return showPeriod(language, periodOf(report))
}

function standing(language: Language, { signature, isWithdrawn }: Printed): Block[] {
  const t = text[language]
  if (signature)
    return [
      { kind: 'paragraph', tone: 'strong', text: t.signedLine(signature.by, showInstant(language, signature.at)) },
    ]
  return isWithdrawn
    ? [{ kind: 'notice', title: t.withdrawnNotice, text: '' }]
    : [{ kind: 'notice', title: t.unsigned, text: t.unsignedWhy }]
}

/** From the strongest level to the weakest, as the page's bar draws them. */
const LEVEL_COLOURS = [
  { colour: '#56386f', ink: '#ffffff' },
  { colour: '#a58bbd', ink: '#1b2733' },
  { colour: '#d9c9a3', ink: '#1b2733' },
  { colour: '#dfe4e8', ink: '#1b2733' },
] as const

function judgementBlocks(language: Language, report: ReportContent): Block[] {
  const t = text[language]
  const whole = judgementsOf(report, promptsOf(report))
  const strongestFirst = report.scale.toReversed()
  const parts = strongestFirst.map((level, index) => ({
    label: level.name[language],
    count: whole.levels.find(({ id }) => id === level.id)?.count ?? 0,
    ...(LEVEL_COLOURS[index] ?? LEVEL_COLOURS[3]),
  }))
  return [
    {
      kind: 'chart',
      svg: barDrawing(parts),
      meaning: t.judgementsMeaning,
      table: {
        kind: 'table',
        caption: t.byDomain,
        columns: [
          { header: t.domain, share: 3 },
          ...strongestFirst.map((level) => ({ header: level.name[language], align: 'right' as const, share: 1.35 })),
          { header: t.notApplicable, align: 'right', share: 1.6 },
          { header: t.open, align: 'right' },
        ],
        rows: report.domains.map((domain) => {
          const counted = judgementsOf(report, domain.prompts)
          return [
            domain.title[language],
            ...counted.levels.toReversed().map(({ count }) => String(count)),
            String(counted.notApplicable),
            String(counted.open),
          ]
        }),
      },
    },
  ]
}

function actionBlocks(language: Language, report: ReportContent): Block[] {
  const t = text[language]
  const actions = actionsOf(report)
  if (actions.length === 0) return [{ kind: 'paragraph', text: t.noActions }]
  return [
    {
      kind: 'table',
      caption: t.actions,
      columns: [
        { header: t.columns.what, share: 4 },
        { header: t.columns.owner, share: 1.6 },
        { header: t.columns.due, share: 1.6 },
        { header: t.columns.domain, share: 1.8 },
      ],
      rows: actions.map((action) => [
        action.what,
        action.owner,
        showDay(language, day(action.dueOn)),
        action.domain.title[language],
      ]),
    },
  ]
}

function domainBlocks(language: Language, report: ReportContent, domain: DomainContent): Block[] {
  const t = text[language]
  return [
    { kind: 'heading', level: 1, text: domain.title[language] },
    { kind: 'paragraph', text: domain.describes[language] },
    ...headedWords(t.strengths, domain.strengths),
    ...headedWords(t.gaps, domain.gaps),
    ...domain.prompts.flatMap((prompt) => promptBlocks(language, report, prompt)),
  ]
}

function headedWords(heading: string, words: { text: string; language: Language }): Block[] {
  if (words.text === '') return []
  return [
    { kind: 'paragraph', tone: 'strong', text: heading },
    { kind: 'paragraph', text: words },
  ]
}

function promptBlocks(language: Language, report: ReportContent, prompt: PromptContent): Block[] {
  const t = text[language]
  return [
    { kind: 'heading', level: 2, text: prompt.asks[language] },
    { kind: 'paragraph', tone: 'strong', text: levelName(report, prompt.judgement)?.[language] ?? t.noJudgement },
    ...wordsOr(prompt.finding, t.noFinding),
    ...prompt.evidence.flatMap((evidence) => evidenceBlocks(language, evidence)),
    ...(prompt.attachments.length > 0
      ? [
          { kind: 'paragraph', tone: 'strong', text: t.attachments } as const,
          {
            kind: 'list',
            items: prompt.attachments.map(({ fileName, sha256 }) => `${fileName} (${sha256.slice(0, 12)}…)`),
          } as const,
        ]
      : []),
  ]
}

/** The name of a judgement in both languages; undefined where there is none. */
export function levelName(report: ReportContent, judgement: string | null): Bilingual | undefined {
  if (judgement === NOT_APPLICABLE) return report.notApplicable.name
  return report.scale.find((level) => level.id === judgement)?.name
}

function evidenceBlocks(language: Language, evidence: EvidenceContent): Block[] {
  const t = text[language]
  const { unit, kind, counts } = evidence
  const [now, before] = [maybeRatio(evidence.now), maybeRatio(evidence.before)]
  const said = readingSentence(language, { kind, unit, counts, now, before })
  const points = evidencePoints(unit, evidence.months)
  return [
    {
      kind: 'evidence',
      name: evidence.label[language],
      sentence: said,
      note: evidence.reads[language],
      ...(isWorthDrawing(points) ? { svg: evidenceDrawing(language, unit, points) } : {}),
    },
    ...(evidence.disagreement
      ? [{ kind: 'quote', text: evidence.disagreement, by: t.disagrees(evidence.disagreement.by) } as const]
      : []),
  ]
}

function evidenceDrawing(
  language: Language,
  unit: EvidenceContent['unit'],
  points: ReturnType<typeof evidencePoints>,
): string {
  const drawn = points.map(({ month, value, band }) => ({
    label: showShortMonth(language, month),
    value,
    low: band?.low,
    high: band?.high,
  }))
  return trendDrawing(drawn, (value) => shortValue(language, unit, value))
}

/** "Aug 2025": below a small picture there is no room for more. */
function showShortMonth(language: Language, month: Temporal.PlainDate): string {
  return month.toLocaleString(language === 'en' ? 'en-GB' : 'cy-GB', { month: 'short', year: 'numeric' })
}

/** On an axis there is room for the figure alone. */
function shortValue(language: Language, unit: EvidenceContent['unit'], value: number): string {
  return unit === 'share' ? showValue(language, unit, ratio(value, 1)) : showNumber(language, value, 1)
}

function wordsOr(words: { text: string; language: Language }, otherwise: string): Block[] {
  if (words.text === '') return [{ kind: 'paragraph', tone: 'note', text: otherwise }]
  return words.text
    .split(/\n{2,}/)
    .map((part): Block => ({ kind: 'paragraph', text: { text: part, language: words.language } }))
}

function aboutBlock(language: Language, { report, signature }: Printed): Block {
  const t = text[language]
  const items: { key: string; value: DocumentText }[] = [
    {
      key: t.facts.framework,
      value: `${report.framework.title[language]}, ${t.facts.edition.toLowerCase()} ${report.framework.edition}`,
    },
    {
      key: t.facts.source,
      // Its title is in English, as it was published.
      value: { text: `${report.framework.source.title}. ${report.framework.source.paragraph}`, language: 'en' },
    },
    { key: t.facts.period, value: periodText(language, report) },
    { key: t.facts.contracts, value: contractsText(language, report) },
    { key: t.facts.writers, value: report.writers.join(', ') },
  ]
  if (report.evidenceReadAt)
    items.push({
      key: t.facts.evidenceReadAt,
      value: showInstant(language, Temporal.Instant.from(report.evidenceReadAt)),
    })
  if (signature) items.push({ key: t.facts.seal, value: signature.sha256 })
  return { kind: 'keyValues', items }
}

/** The contracts by name, or that all of them were looked at. */
export function contractsText(language: Language, report: ReportContent): string {
  const t = text[language]
  if (report.coversAuthority) return t.wholeAuthority
  return report.contracts.map((c) => t.contract(c.title[language], c.provider, c.ref, c.model)).join('; ')
}
