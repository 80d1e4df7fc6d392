/** What is strong and what is missing in a domain. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { errorAt, type FieldError, Section, TextArea } from '../../../ui/index.ts'
import type { DomainContent } from '../report/report.ts'
import { LONGEST_TEXT } from './answer.ts'
import { text } from './domain.text.ts'
import type { TypedFields } from './domain-form.ts'
import { Meanwhile } from './prompt-fields.tsx'

export type NoteFieldsProps = {
  readonly language: Language
  readonly domain: DomainContent
  readonly typed: TypedFields | undefined
  readonly errors: readonly FieldError[]
  readonly clashes: ReadonlySet<string>
}

export const NoteFields: FC<NoteFieldsProps> = ({ language, domain, typed, errors, clashes }) => {
  const t = text[language]
  const clashed = clashes.has('strengths')
  return (
    <Section title={t.strengthsAndGaps}>
      {clashed && <Meanwhile language={language} says={{ ...domain.strengths, by: '' }} />}
      <TextArea
        name="strengths"
        label={t.strengths}
        rows={4}
        maxLength={LONGEST_TEXT}
        value={typed?.strengths ?? domain.strengths.text}
        error={errorAt(errors, 'strengths')}
      />
      {clashed && <Meanwhile language={language} says={{ ...domain.gaps, by: '' }} />}
      <TextArea
        name="gaps"
        label={t.gaps}
        rows={4}
        maxLength={LONGEST_TEXT}
        value={typed?.gaps ?? domain.gaps.text}
        error={errorAt(errors, 'gaps')}
      />
    </Section>
  )
}
