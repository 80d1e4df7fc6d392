/** What was answered, to read and to print: only questions that are asked, in the person's own words where they were asked for. */
import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { day, showDay } from '../../kernel/period.ts'
import { type AnswerSet, type Answers, type AnswerValue, askedOf, setsOf } from '../../kernel/questionnaire/answers.ts'
import type { Question, Questionnaire } from '../../kernel/questionnaire/questionnaire.ts'
import { Section } from '../section/section.tsx'
import { SummaryList } from '../summary-list/summary-list.tsx'
import { useLanguage, useText } from '../surroundings/surroundings.tsx'

export const QuestionnaireAnswers: FC<{
  questionnaire: Questionnaire
  answers: Answers
  wordsLanguage: Language
}> = ({ questionnaire, answers, wordsLanguage }) => {
  const language = useLanguage()
  const text = useText()
  const rows = (section: Questionnaire['sections'][number], own: AnswerSet) =>
    askedOf(section, answers, own)
      .filter(({ id }) => own[id] !== undefined)
      .map((question) => ({
        key: question.label[language],
        value: <Answer question={question} value={own[question.id]!} wordsLanguage={wordsLanguage} />,
      }))
  return (
    <>
      {questionnaire.sections.map((section) => {
        const sets = setsOf(section, answers)
        const isEmpty = sets.every((own) => rows(section, own).length === 0)
        return (
          <Section title={section.title[language]}>
            {isEmpty && <p>{text.notAnswered}</p>}
            {sets.map((own, index) =>
              section.repeats ? (
                <Section level={3} title={`${section.repeats.one[language]} ${index + 1}`}>
                  <SummaryList rows={rows(section, own)} />
                </Section>
              ) : (
                !isEmpty && <SummaryList rows={rows(section, own)} />
              ),
            )}
          </Section>
        )
      })}
    </>
  )
}

const Answer: FC<{ question: Question; value: AnswerValue; wordsLanguage: Language }> = (props): Child => {
  const { question, value, wordsLanguage } = props
  const language = useLanguage()
  const text = useText()
  switch (question.type) {
    case 'words':
      return <span lang={wordsLanguage}>{String(value)}</span>
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [String(value)]
      const names = chosen.map((one) => question.choices.find((choice) => choice.value === one)?.label[language] ?? one)
      return <>{names.join('; ')}</>
    }
    case 'yes-no':
      return <>{value === true ? text.yes : text.no}</>
    case 'number':
      return <>{String(value)}</>
    case 'day':
      return <>{showDay(language, day(String(value)))}</>
  }
}
