/** The questions in plain words that a person or carer answers, signed in or from a letter: the same five minutes either way. */
import { showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { type AnswerPictureName, Button, Form, OwnWords, Radios, Section, TextArea } from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES, OwnSays } from '../outcome-review/outcome-review.ts'
import type { Fields } from '../person/form-page.tsx'
import type { ForWhom } from './letter-code.ts'
import type { ReviewToSpeakOf } from './own-word.actions.ts'
import { text } from './own-word.text.ts'

const PICTURES = {
  achieved: 'there',
  partly: 'on-the-way',
  not: 'at-the-start',
  changed: 'other-way',
  'no-longer-wanted': 'not-going',
  'not-asked': 'nobody-asked',
} as const satisfies Record<OwnSays, AnswerPictureName>

export type OwnWordFormProps = ReviewToSpeakOf & {
  readonly language: 'en' | 'cy'
  readonly speaker: ForWhom
  readonly fields: Fields
  /** What they said before, where they may say it anew. */
  readonly said?: { readonly says: string; readonly words: string }
  readonly hidden: Readonly<Record<string, string | number>>
  readonly action?: string
}

export const OwnWordForm = ({ language, speaker, fields, said, hidden, action, ...shown }: OwnWordFormProps) => {
  const t = text[language]
  const { person, outcome, review } = shown
  const isPersons = speaker === 'person'
  const labels = isPersons ? t.ownSays : t.carerSays
  return (
    <>
      <Section title={isPersons ? t.youWanted : t.theyWanted(calledName(person))}>
        <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />
        <p>{t.weLooked(showDay(language, review.heldOn))}</p>
        <p>
          {review.providerSays
            ? t.providerReported(ACHIEVEMENT_NAMES[review.providerSays][language])
            : t.reviewFound(ACHIEVEMENT_NAMES[review.achievement][language])}
        </p>
      </Section>
      <Form hidden={hidden} action={action}>
        <Radios
          {...fields.at('says', said?.says)}
          label={t.howSeen}
          labelSize="m"
          options={OwnSays.options.map((value) => ({ value, label: labels[value], picture: PICTURES[value] }))}
        />
        <TextArea
          {...fields.at('words', said?.words)}
          label={t.inYourWords}
          labelSize="m"
          hint={t.inYourWordsHint}
          maxLength={4000}
        />
        <Button>{t.send}</Button>
      </Form>
    </>
  )
}
