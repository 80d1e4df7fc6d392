/** One section of a questionnaire as a form's fields: questions asked once, or again for each of several things. */
import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import {
  type AnswerSet,
  type Answers,
  type AnswerValue,
  askedOf,
  fieldOf,
  setsOf,
} from '../../kernel/questionnaire/answers.ts'
import type { Question, Section as QuestionSection } from '../../kernel/questionnaire/questionnaire.ts'
import { Button } from '../button/button.tsx'
import { Checkboxes } from '../checkboxes/checkboxes.tsx'
import { DateInput } from '../date-input/date-input.tsx'
import { errorAt, type FieldError } from '../error-summary/error-summary.tsx'
import { Radios } from '../radios/radios.tsx'
import { Section } from '../section/section.tsx'
import { useLanguage, useText } from '../surroundings/surroundings.tsx'
import { TextArea } from '../text-area/text-area.tsx'
import { TextInput } from '../text-input/text-input.tsx'

export type QuestionnaireSectionProps = {
  readonly section: QuestionSection
  readonly answers: Answers
  readonly errors: readonly FieldError[]
  /** The language of the person whose own words are asked for. */
  readonly wordsLanguage: Language
}

export const QuestionnaireSection: FC<QuestionnaireSectionProps> = (props) => {
  const { section, answers } = props
  const language = useLanguage()
  const text = useText()
  const { repeats } = section
  if (!repeats) return <Questions {...props} own={answers.once} index={0} />
  const given = setsOf(section, answers)
  const sets = given.length === 0 ? [{}] : given
  return (
    <>
      {sets.map((own, index) => (
        <Section title={`${repeats.one[language]} ${index + 1}`}>
          <Questions {...props} own={own} index={index} />
          {given.length > 0 && (
            <Button kind="secondary" name="remove" value={String(index)}>
              {`${text.removeOne}: ${repeats.one[language]} ${index + 1}`}
            </Button>
          )}
        </Section>
      ))}
      {sets.length < repeats.most && (
        <Button kind="secondary" name="add" value="yes">
          {text.addAnother}
        </Button>
      )}
    </>
  )
}

type QuestionsProps = QuestionnaireSectionProps & { readonly own: AnswerSet; readonly index: number }

const Questions: FC<QuestionsProps> = (props) => {
  const { section, answers, own, index } = props
  return (
    <>
      {askedOf(section, answers, own).map((question) => (
        <Asked {...props} question={question} name={fieldOf(section, index, question)} value={own[question.id]} />
      ))}
    </>
  )
}

type AskedProps = QuestionsProps & {
  readonly question: Question
  readonly name: string
  readonly value: AnswerValue | undefined
}

const Asked: FC<AskedProps> = ({ question, name, value, errors, wordsLanguage }): Child => {
  const language = useLanguage()
  const text = useText()
  const field = {
    name,
    label: question.label[language],
    hint: question.hint?.[language],
    error: errorAt(errors, name),
    labelSize: 'm' as const,
    optional: !question.required,
  }
  switch (question.type) {
    case 'words': {
      const lang = question.own ? wordsLanguage : undefined
      return question.long ? (
        <TextArea {...field} value={textOf(value)} lang={lang} rows={4} maxLength={8000} />
      ) : (
        <TextInput {...field} value={textOf(value)} lang={lang} />
      )
    }
    case 'choice':
      return (
        <Radios
          {...field}
          value={textOf(value)}
          options={question.choices.map((choice) => ({
            value: choice.value,
            label: choice.label[language],
            hint: choice.hint?.[language],
          }))}
        />
      )
    case 'choices':
      return (
        <Checkboxes
          {...field}
          value={Array.isArray(value) ? value : []}
          options={question.choices.map((choice) => ({ value: choice.value, label: choice.label[language] }))}
        />
      )
    case 'yes-no':
      return (
        <Radios
          {...field}
          inline
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          options={[
            { value: 'yes', label: text.yes },
            { value: 'no', label: text.no },
          ]}
        />
      )
    case 'number':
      return <TextInput {...field} value={textOf(value)} width={5} inputmode="decimal" />
    case 'day':
      return <DateInput {...field} value={typedDay(value)} />
  }
}

function textOf(value: AnswerValue | undefined): string {
  return value === undefined ? '' : String(value)
}

/** As it was typed, also where it is no day. */
function typedDay(value: AnswerValue | undefined) {
  const [year = '', month = '', day = ''] = textOf(value).split('-')
  return value === undefined ? undefined : { year, month, day }
}
