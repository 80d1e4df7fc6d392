/** One piece of evidence as a page shows it: what it says, its trend, how to read it, and the way to the records behind it. */
import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { type Period, showMonth } from '../../../kernel/period.ts'
import { ratio } from '../../../kernel/quantity.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { Evidence, OwnWords, Sparkline } from '../../../ui/index.ts'
import type { EvidenceContent } from '../report/report.ts'
import { maybeRatio, readingSentence, showValue } from './evidence.sentences.ts'
import { evidenceText } from './evidence.text.ts'
import { evidencePoints, isWorthDrawing } from './evidence-chart.ts'

/** The records a number was counted from, for those who may see them. */
export type Behind = { readonly contractIds: readonly number[]; readonly period: Period }

export type EvidenceItemProps = {
  readonly language: Language
  readonly evidence: EvidenceContent
  readonly behind: Behind | undefined
  /** Where to disagree, while the review is a draft; otherwise the disagreement itself is shown. */
  readonly children?: Child
}

export const EvidenceItem: FC<EvidenceItemProps> = ({ language, evidence, behind, children }) => {
  const { disagreement } = evidence
  const leads = behind && evidence.kind === 'measure' && evidence.now
  return (
    <Evidence
      name={evidence.label[language]}
      sentence={evidenceSays(language, evidence)}
      reads={evidence.reads[language]}
      why={leads ? { href: explainHref(evidence.name, behind), label: evidenceText[language].why } : undefined}
      chart={<EvidenceTrend language={language} evidence={evidence} />}
    >
      {children ??
        (disagreement && <OwnWords words={disagreement.text} language={disagreement.language} by={disagreement.by} />)}
    </Evidence>
  )
}

const EvidenceTrend: FC<{ language: Language; evidence: EvidenceContent }> = ({ language, evidence }) => {
  const points = evidencePoints(evidence.unit, evidence.months)
  if (!isWorthDrawing(points)) return null
  return (
    <Sparkline
      title={evidence.label[language]}
      points={points.map(({ month, value, band }) => ({
        label: showMonth(language, month),
        value,
        ...(band ? { low: band.low, high: band.high } : {}),
      }))}
      format={(value) => showValue(language, evidence.unit, ratio(value, 1))}
    />
  )
}

/** What it says, in one or two sentences. */
export function evidenceSays(language: Language, evidence: EvidenceContent): string {
  const { kind, unit, counts } = evidence
  const [now, before] = [maybeRatio(evidence.now), maybeRatio(evidence.before)]
  return readingSentence(language, { kind, unit, counts, now, before })
}

/** The rows behind the number, for these contracts and this period. */
function explainHref(measure: string, { contractIds, period }: Behind): string {
  return measurePaths.explain(measure, contractIds.length > 0 ? { contractIds } : {}, period)
}
