/** One prompt on a domain's page: the question, its evidence, and the fields for judgement, words and documents. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import {
  Details,
  EvidenceList,
  errorAt,
  type FieldError,
  FileUpload,
  Link,
  OwnWords,
  Radios,
  Section,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts'
import { ACCEPTED_ENDINGS } from '../attachment/attachment.ts'
import { type Behind, EvidenceItem } from '../evidence/evidence-item.tsx'
import { reviewPaths } from '../paths.ts'
import type { ReviewDetail } from '../report/report.actions.ts'
import type { EvidenceContent, PromptContent, ReportContent } from '../report/report.ts'
import { NOT_APPLICABLE } from '../review-framework/review-framework.ts'
import { LONGEST_TEXT } from './answer.ts'
import { text } from './domain.text.ts'
import { FIELD, type TypedFields } from './domain-form.ts'

export type PromptFieldsProps = {
  readonly language: Language
  readonly detail: ReviewDetail
  readonly prompt: PromptContent
  readonly behind: Behind | undefined
  /** As typed, where the form comes back. */
  readonly typed: TypedFields | undefined
  readonly errors: readonly FieldError[]
  /** Fields that somebody else saved meanwhile. */
  readonly clashes: ReadonlySet<string>
}

export const PromptFields: FC<PromptFieldsProps> = (props) => {
  const { language, detail, prompt, behind } = props
  const t = text[language]
  return (
    <Section title={prompt.asks[language]} id={prompt.id} lead={prompt.helps[language]}>
      <Section title={t.evidence} level={3}>
        {prompt.evidence.length === 0 && <p class="govuk-body">{t.noEvidence}</p>}
        {prompt.evidence.length > 0 && (
          <EvidenceList>
            {prompt.evidence.map((evidence) => (
              <EvidenceItem language={language} evidence={evidence} behind={behind}>
                {detail.may.write && <Disagree {...props} evidence={evidence} />}
              </EvidenceItem>
            ))}
          </EvidenceList>
        )}
      </Section>
      {detail.may.write ? <AnswerFields {...props} /> : <AnswerShown {...props} />}
      <Attached {...props} />
    </Section>
  )
}

const Disagree: FC<PromptFieldsProps & { evidence: EvidenceContent }> = ({ evidence, ...props }) => {
  const { language, prompt, typed, errors, clashes } = props
  const t = text[language]
  const name = FIELD.misleads(prompt.id, evidence.name)
  const value = typed?.[name] ?? evidence.disagreement?.text ?? ''
  return (
    <Details summary={t.misleads} open={value !== '' || clashes.has(name)}>
      {clashes.has(name) && <Meanwhile language={language} says={evidence.disagreement} />}
      <TextArea
        name={name}
        label={t.misleadsLabel(evidence.label[language])}
        hint={t.misleadsHint}
        rows={3}
        value={value}
        error={errorAt(errors, name)}
      />
    </Details>
  )
}

const AnswerFields: FC<PromptFieldsProps> = ({ language, detail, prompt, typed, errors, clashes }) => {
  const t = text[language]
  const { report } = detail
  const [judgement, finding, file] = [FIELD.judgement(prompt.id), FIELD.finding(prompt.id), FIELD.file(prompt.id)]
  return (
    <>
      <Radios
        name={judgement}
        label={t.judgement}
        error={errorAt(errors, judgement)}
        value={typed?.[judgement] ?? prompt.judgement ?? undefined}
        options={levelsOf(report).map((level) => ({ value: level.id, label: level.name[language] }))}
        inline
        small
      />
      {clashes.has(finding) && (
        <Meanwhile
          language={language}
          says={{ ...prompt.finding, by: prompt.answeredBy ?? '' }}
          judgement={judgementName(language, report, prompt.judgement)}
        />
      )}
      <TextArea
        name={finding}
        label={t.finding}
        hint={t.findingHint}
        rows={5}
        maxLength={LONGEST_TEXT}
        value={typed?.[finding] ?? prompt.finding.text}
        error={errorAt(errors, finding)}
      />
      <FileUpload
        name={file}
        label={t.attach}
        hint={t.attachHint}
        accept={ACCEPTED_ENDINGS.join(',')}
        error={errorAt(errors, file)}
      />
    </>
  )
}

/** What somebody else saved while this was being written: both texts stand on the page, nothing is lost. */
export const Meanwhile: FC<{
  language: Language
  says: { readonly text: string; readonly language: Language; readonly by: string } | null
  judgement?: string | undefined
}> = ({ language, says, judgement }) => {
  const t = text[language]
  return (
    <div class="govuk-inset-text">
      <p>{t.saysNow(says?.by ?? '')}</p>
      {judgement && <p>{judgement}</p>}
      <OwnWords words={says?.text || t.nothing} language={says?.text ? says.language : language} />
    </div>
  )
}

const AnswerShown: FC<PromptFieldsProps> = ({ language, detail, prompt }) => {
  const t = text[language]
  return (
    <>
      <p class="govuk-body">
        <strong>{judgementName(language, detail.report, prompt.judgement) ?? t.noJudgement}</strong>
      </p>
      {prompt.finding.text && (
        <OwnWords words={prompt.finding.text} language={prompt.finding.language} by={prompt.answeredBy ?? undefined} />
      )}
    </>
  )
}

const Attached: FC<PromptFieldsProps> = ({ language, detail, prompt }) => {
  const t = text[language]
  if (prompt.attachments.length === 0) return null
  const { reviewId } = detail.review
  return (
    <>
      <p class="govuk-body">{t.attached}</p>
      <ul class="govuk-list govuk-list--bullet">
        {prompt.attachments.map(({ attachmentId, fileName, sizeBytes }) => (
          <li>
            <Link href={reviewPaths.attachment(reviewId, attachmentId)} download>
              {fileName}
            </Link>{' '}
            ({t.kilobytes(showNumber(language, Math.max(1, Math.round(sizeBytes / 1024)), 0))}){' '}
            {detail.may.write && (
              <Link href={reviewPaths.removeAttachment(reviewId, attachmentId)} about={t.removeAbout(fileName)}>
                {t.remove}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What each level means: said once a page, for every question uses the same scale. */
export const ScaleMeanings: FC<{ language: Language; report: ReportContent }> = ({ language, report }) => (
  <Details summary={text[language].scale}>
    <SummaryList
      rows={levelsOf(report).map((level) => ({ key: level.name[language], value: level.means[language] }))}
    />
  </Details>
)

/** The scale from the strongest down, and last what does not apply. */
function levelsOf(report: Pick<ReportContent, 'scale' | 'notApplicable'>) {
  return [...[...report.scale].reverse(), { id: NOT_APPLICABLE, ...report.notApplicable }]
}

/** The level's name in words; undefined where nothing was judged. */
export function judgementName(
  language: Language,
  report: Pick<ReportContent, 'scale' | 'notApplicable'>,
  judgement: string | null,
): string | undefined {
  return levelsOf(report).find((level) => level.id === judgement)?.name[language]
}
