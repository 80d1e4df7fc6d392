/** A plan as whoever has the letter reads and answers it, without signing in: whole or in easy read. */
import type { Language } from '../../../kernel/language.ts'
import { Button, Form, OwnWords, Radios, Section, TextArea } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import type { Fields } from '../person/form-page.tsx'
import type { PlanView } from './plan.actions.ts'
import { whoDoes } from './plan.document.ts'
import { text as planText } from './plan.text.ts'
import type { PlanVersion } from './plan.ts'
import { PlanAnswer } from './plan-answer.ts'
import { text } from './plan-letter.text.ts'
import { PlanReading } from './plan-view.tsx'

export type PlanLetterFormProps = {
  readonly language: Language
  readonly view: PlanView
  readonly plan: PlanVersion
  readonly fields: Fields
  /** As it was typed: it travels in forms alone. */
  readonly code: string
  readonly isEasy: boolean
  readonly isPersons: boolean
}

const HINTS = { agree: 'agreeHint', talk: 'talkHint', 'not-me': 'notMeHint' } as const satisfies Record<
  PlanAnswer,
  string
>

export const PlanLetterForm = ({ language, view, plan, fields, code, isEasy }: PlanLetterFormProps) => {
  const t = text[language]
  return (
    <>
      <Form action={carePlanningPaths.letter()} hidden={{ code, reading: isEasy ? 'whole' : 'easy' }}>
        <Button kind="secondary">{isEasy ? t.whole : t.easy}</Button>
      </Form>
      {isEasy ? (
        <EasyReading language={language} view={view} plan={plan} />
      ) : (
        <PlanReading language={language} view={view} content={plan.content} />
      )}
      <Section title={t.question}>
        <Form action={carePlanningPaths.answerLetter()} hidden={{ code, reading: isEasy ? 'easy' : 'whole' }}>
          <Radios
            {...fields.at('answer')}
            label={t.question}
            labelSize="m"
            options={PlanAnswer.options.map((value) => ({ value, label: t.answers[value], hint: t[HINTS[value]] }))}
          />
          <TextArea
            {...fields.at('words')}
            label={t.words}
            labelSize="m"
            hint={t.wordsHint}
            rows={4}
            maxLength={4000}
          />
          <Button>{t.send}</Button>
        </Form>
      </Section>
    </>
  )
}

/** The plan in the first person, as the easy read document says it. */
const EasyReading = ({ language, view, plan }: Pick<PlanLetterFormProps, 'language' | 'view' | 'plan'>) => {
  const { easyRead: t } = planText[language]
  return (
    <>
      {plan.content.outcomes.map(({ personalOutcomeId, contributions }) => {
        const outcome = view.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
        return (
          outcome && (
            <Section title={t.want}>
              <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />
              <h3 class="govuk-heading-m">{t.who}</h3>
              {contributions.map((one) => (
                <>
                  <p>
                    <strong>{whoDoes(language, view, one)}</strong>
                  </p>
                  <p lang={plan.content.language}>{one.what || outcome.ownWords}</p>
                </>
              ))}
            </Section>
          )
        )
      })}
      {plan.content.preferences && (
        <Section title={t.like}>
          <p lang={plan.content.language}>{plan.content.preferences}</p>
        </Section>
      )}
      {plan.content.contingency && (
        <Section title={t.wrong}>
          <p lang={plan.content.language}>{plan.content.contingency}</p>
        </Section>
      )}
    </>
  )
}
