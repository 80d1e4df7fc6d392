/** One domain in the report: what is strong, what is missing, and each question with its judgement, words and evidence. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { EvidenceList, Link, Section, Tag } from '../../../ui/index.ts'
import { judgementName } from '../answer/prompt-fields.tsx'
import { EvidenceItem } from '../evidence/evidence-item.tsx'
import { reviewPaths } from '../paths.ts'
import type { ReviewDetail } from './report.actions.ts'
import { text } from './report.text.ts'
import { type DomainContent, type PromptContent, periodOf } from './report.ts'

type DomainReportProps = { readonly language: Language; readonly detail: ReviewDetail; readonly domain: DomainContent }

export const DomainReport: FC<DomainReportProps> = ({ language, detail, domain }) => {
  const t = text[language]
  return (
    <Section title={domain.title[language]} id={domain.id} lead={domain.describes[language]}>
      <Noted heading={t.strengths} words={domain.strengths} />
      <Noted heading={t.gaps} words={domain.gaps} />
      {domain.prompts.map((prompt) => (
        <PromptReport language={language} detail={detail} prompt={prompt} />
      ))}
    </Section>
  )
}

const Noted: FC<{ heading: string; words: DomainContent['strengths'] }> = ({ heading, words }) =>
  words.text === '' ? null : (
    <>
      <p class="govuk-body">
        <strong>{heading}</strong>
      </p>
      <Paragraphs words={words.text} language={words.language} />
    </>
  )

const PromptReport: FC<{ language: Language; detail: ReviewDetail; prompt: PromptContent }> = ({
  language,
  detail,
  prompt,
}) => {
  const t = text[language]
  const { report, review, may } = detail
  const judgement = judgementName(language, report, prompt.judgement)
  const behind = may.explain ? { contractIds: review.contractIds, period: periodOf(report) } : undefined
  return (
    <Section title={prompt.asks[language]} level={3}>
      <p class="govuk-body">
        <Tag tone={judgement ? 'strong' : 'attention'}>{judgement ?? t.noJudgement}</Tag>
      </p>
      {prompt.finding.text && <Paragraphs words={prompt.finding.text} language={prompt.finding.language} />}
      {prompt.evidence.length > 0 && (
        <EvidenceList>
          {prompt.evidence.map((evidence) => (
            <EvidenceItem language={language} evidence={evidence} behind={behind} />
          ))}
        </EvidenceList>
      )}
      {prompt.attachments.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {prompt.attachments.map(({ attachmentId, fileName }) => (
            <li>
              <Link href={reviewPaths.attachment(review.reviewId, attachmentId)} download>
                {fileName}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** People's paragraphs, in the language they were written in. */
export const Paragraphs: FC<{ words: string; language: Language }> = ({ words, language }) => (
  <>
    {words.split(/\n+/).map((part) => (
      <p class="govuk-body" lang={language}>
        {part}
      </p>
    ))}
  </>
)
