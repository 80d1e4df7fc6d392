/** The answers of an assessment as lines: each question that was asked, with what was answered, under the edition of its form. */
import { type Bilingual, inBoth, type Language } from '../../../kernel/language.ts'
import { day, showDay } from '../../../kernel/period.ts'
import { Answers, type AnswerValue, askedOf, setsOf } from '../../../kernel/questionnaire/answers.ts'
import type { Question } from '../../../kernel/questionnaire/questionnaire.ts'
import type { Frameworks } from '../../../platform/frameworks/index.ts'
import type { HeldLine, HeldRow } from '../../../platform/personal-data/held-part.ts'
import { linesOf } from '../../../platform/personal-data/held-words.ts'
import { assessmentForms } from '../assessment/assessment.framework.ts'

export function answerLines(row: HeldRow, frameworks: Frameworks): readonly HeldLine[] {
  const form = frameworks.findEdition(assessmentForms, String(row.form), String(row.edition))
  const read = Answers.safeParse(row.answers)
  // An edition that is no longer there leaves the answers without their questions; they are shown all the same.
  if (!form || !read.success) return linesOf(row.answers, {}, {})
  return form.questionnaire.sections.flatMap((section) =>
    setsOf(section, read.data).flatMap((own, index) =>
      askedOf(section, read.data, own)
        .filter(({ id }) => own[id] !== undefined)
        .map((question) => ({
          key: inBoth((language) =>
            section.repeats
              ? `${section.repeats.one[language]} ${index + 1}: ${question.label[language]}`
              : question.label[language],
          ),
          value: inBoth((language) => answered(language, question, own[question.id]!)),
        })),
    ),
  )
}

function answered(language: Language, question: Question, value: AnswerValue): string {
  switch (question.type) {
    case 'choice':
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [String(value)]
      return chosen
        .map((one) => question.choices.find((choice) => choice.value === one)?.label[language] ?? one)
        .join('; ')
    }
    case 'yes-no':
      return (value === true ? YES : NO)[language]
    case 'day':
      return showDay(language, day(String(value)))
    default:
      return String(value)
  }
}

const YES: Bilingual = { en: 'Yes', cy: 'Ie' }
const NO: Bilingual = { en: 'No', cy: 'Na' }
