/** Examples of answers with their pictures. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { Radios } from '../radios/radios.tsx'
import { ANSWER_PICTURES } from './answer-picture.tsx'

const text = bilingual({
  en: {
    question: 'How do you see it?',
    answers: {
      there: 'Yes, I got there',
      'on-the-way': 'Some of the way',
      'at-the-start': 'No',
      'other-way': 'Things have changed since',
      'not-going': 'I no longer want it',
      'nobody-asked': 'You did not ask me',
    },
  },
  cy: {
    question: 'Sut ydych chi’n ei gweld hi?',
    answers: {
      there: 'Do, fe lwyddais i',
      'on-the-way': 'Peth o’r ffordd',
      'at-the-start': 'Naddo',
      'other-way': 'Mae pethau wedi newid ers hynny',
      'not-going': 'Dydw i ddim ei eisiau mwyach',
      'nobody-asked': 'Wnaethoch chi ddim gofyn i mi',
    },
  },
})

export const answerPictureExamples: ComponentExamples = {
  component: 'answer-picture',
  title: { en: 'Answers with pictures', cy: 'Atebion gyda lluniau' },
  use: {
    en: 'Where people who receive care answer for themselves. The picture stands beside the words and never in their place.',
    cy: 'Lle mae pobl sy’n cael gofal yn ateb drostynt eu hunain. Mae’r llun ochr yn ochr â’r geiriau a byth yn eu lle.',
  },
  examples: [
    {
      name: 'all',
      title: { en: 'All of them', cy: 'Pob un' },
      render: (language) => (
        <Radios
          name="pictured"
          label={text[language].question}
          value="on-the-way"
          options={ANSWER_PICTURES.map((picture) => ({
            value: picture,
            label: text[language].answers[picture],
            picture,
          }))}
        />
      ),
    },
  ],
}
