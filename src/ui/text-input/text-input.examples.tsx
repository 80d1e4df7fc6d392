/** Examples of the text input and the text area. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { TextArea } from '../text-area/text-area.tsx'
import { TextInput } from './text-input.tsx'

const text = bilingual({
  en: {
    name: 'Name of the contract',
    nameHint: 'As it stands in the agreement',
    rate: 'Rate per hour',
    error: 'Enter a rate in pounds and pence, such as 21.40',
    words: 'What matters to me',
    wordsHint: 'In the person’s own words',
    said: 'I want to walk to chapel again.',
  },
  cy: {
    name: 'Enw’r contract',
    nameHint: 'Fel y mae yn y cytundeb',
    rate: 'Cyfradd yr awr',
    error: 'Rhowch gyfradd mewn punnoedd a cheiniogau, er enghraifft 21.40',
    words: 'Beth sy’n bwysig i mi',
    wordsHint: 'Yng ngeiriau’r person ei hun',
    said: 'Rwyf am gerdded i’r capel eto.',
  },
})

export const textInputExamples: ComponentExamples = {
  component: 'text-input',
  title: { en: 'Text input and text area', cy: 'Mewnbwn testun ac ardal destun' },
  use: {
    en: 'For what is written in words or figures. Draw the field as long as the answer.',
    cy: 'Ar gyfer yr hyn a ysgrifennir mewn geiriau neu ffigurau. Dylai’r maes fod mor hir â’r ateb.',
  },
  examples: [
    {
      name: 'with-hint',
      title: { en: 'With a hint', cy: 'Gydag awgrym' },
      render: (language) => (
        <TextInput name="contract-name" label={text[language].name} hint={text[language].nameHint} />
      ),
    },
    {
      name: 'with-error',
      title: { en: 'With an error, as typed', cy: 'Gyda gwall, fel y’i teipiwyd' },
      render: (language) => (
        <TextInput
          name="rate"
          label={text[language].rate}
          error={text[language].error}
          value="twenty"
          prefix="£"
          width={5}
          inputmode="decimal"
        />
      ),
    },
    {
      name: 'text-area',
      title: { en: 'Several lines, with a limit', cy: 'Sawl llinell, gyda therfyn' },
      render: (language) => (
        <TextArea
          name="own-words"
          label={text[language].words}
          hint={text[language].wordsHint}
          value={text[language].said}
          maxLength={400}
          rows={4}
        />
      ),
    },
  ],
}
