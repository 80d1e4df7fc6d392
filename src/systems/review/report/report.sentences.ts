/** What a whole report means, in sentences made from its content by rule. */
import type { Language } from '../../../kernel/language.ts'
import { showShare } from '../../../kernel/quantity.ts'
import { maybeRatio } from '../evidence/evidence.sentences.ts'
import { text } from './report.text.ts'
import { findEvidence, judgementsOf, promptsOf, type ReportContent } from './report.ts'

/** The sentence at the front, for anybody who reads no further: the judgements, and what became of people's outcomes. */
export function frontSentence(language: Language, report: ReportContent): string {
  return [judgementSentence(language, report), outcomeSentence(language, report)].filter(Boolean).join(' ')
}

/** "23 questions judged: strong 4, in place 11, developing 6, not yet 2." */
export function judgementSentence(language: Language, report: ReportContent): string {
  const t = text[language]
  const { levels, judged, open } = judgementsOf(report, promptsOf(report))
  if (judged === 0) return t.none
  const parts = levels
    .toReversed()
    .map(({ id, count }) => `${lowered(nameOf(language, report, id))} ${count}`)
    .join(', ')
  const sentence = t.judged(judged, parts)
  return open > 0 ? `${sentence} ${t.notJudgedYet(open)}` : sentence
}

function outcomeSentence(language: Language, report: ReportContent): string {
  const t = text[language]
  const achieved = maybeRatio(findEvidence(report, 'outcomes-achieved')?.now)
  const confirmed = maybeRatio(findEvidence(report, 'outcomes-confirmed')?.now)
  if (!achieved || achieved.denominator === 0) return ''
  const share = showShare(language, achieved)
  return confirmed && confirmed.denominator > 0
    ? t.achievedAndConfirmed(share, showShare(language, confirmed))
    : t.achieved(share)
}

function nameOf(language: Language, report: Pick<ReportContent, 'scale'>, id: string): string {
  return report.scale.find((level) => level.id === id)?.name[language] ?? id
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
