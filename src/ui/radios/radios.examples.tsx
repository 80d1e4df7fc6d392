/** Examples of radios, checkboxes and the drop-down. */
import { bilingual } from '../../kernel/language.ts'
import { Checkboxes } from '../checkboxes/checkboxes.tsx'
import type { ComponentExamples } from '../example.ts'
import { Select } from '../select/select.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { Radios } from './radios.tsx'

const text = bilingual({
  en: {
    achieved: 'Was the outcome achieved?',
    yes: 'Achieved',
    partly: 'Partly achieved',
    partlyHint: 'Some of what was agreed',
    no: 'Not achieved',
    why: 'What stood in the way?',
    language: 'In which language is care wanted?',
    languageError: 'Choose the language the person asks for',
    welsh: 'Welsh',
    english: 'English',
    needs: 'Areas of well-being',
    safe: 'Feeling safe',
    family: 'Family and friends',
    daily: 'Daily life',
    area: 'Area',
    upper: 'Upper Valley',
    lower: 'Lower Valley',
  },
  cy: {
    achieved: 'A gafodd y canlyniad ei gyflawni?',
    yes: 'Wedi’i gyflawni',
    partly: 'Wedi’i gyflawni’n rhannol',
    partlyHint: 'Rhan o’r hyn a gytunwyd',
    no: 'Heb ei gyflawni',
    why: 'Beth oedd yn y ffordd?',
    language: 'Ym mha iaith mae angen y gofal?',
    languageError: 'Dewiswch yr iaith y mae’r person yn gofyn amdani',
    welsh: 'Cymraeg',
    english: 'Saesneg',
    needs: 'Meysydd llesiant',
    safe: 'Teimlo’n ddiogel',
    family: 'Teulu a ffrindiau',
    daily: 'Bywyd bob dydd',
    area: 'Ardal',
    upper: 'Y Cwm Uchaf',
    lower: 'Y Cwm Isaf',
  },
})

export const choiceExamples: ComponentExamples = {
  component: 'radios',
  title: { en: 'Radios, checkboxes and select', cy: 'Botymau radio, blychau ticio a rhestr ddewis' },
  use: {
    en: 'Radios for one of few, checkboxes for any of several, a select only where there are many.',
    cy: 'Botymau radio i ddewis un o ychydig, blychau ticio i ddewis unrhyw nifer, rhestr ddewis dim ond lle mae llawer.',
  },
  examples: [
    {
      name: 'with-further-question',
      title: { en: 'A choice that asks further', cy: 'Dewis sy’n gofyn ymhellach' },
      render: (language) => (
        <Radios
          name="achieved"
          label={text[language].achieved}
          value="no"
          options={[
            { value: 'yes', label: text[language].yes },
            { value: 'partly', label: text[language].partly, hint: text[language].partlyHint },
            {
              value: 'no',
              label: text[language].no,
              conditional: <TextInput name="obstacle" label={text[language].why} />,
            },
          ]}
        />
      ),
    },
    {
      name: 'inline-with-error',
      title: { en: 'Side by side, with an error', cy: 'Ochr yn ochr, gyda gwall' },
      render: (language) => (
        <Radios
          name="wanted-language"
          inline
          label={text[language].language}
          error={text[language].languageError}
          options={[
            { value: 'cy', label: text[language].welsh },
            { value: 'en', label: text[language].english },
          ]}
        />
      ),
    },
    {
      name: 'checkboxes',
      title: { en: 'Checkboxes', cy: 'Blychau ticio' },
      render: (language) => (
        <Checkboxes
          name="well-being"
          label={text[language].needs}
          value={['safe', 'daily']}
          options={[
            { value: 'safe', label: text[language].safe },
            { value: 'family', label: text[language].family },
            { value: 'daily', label: text[language].daily },
          ]}
        />
      ),
    },
    {
      name: 'select',
      title: { en: 'Select', cy: 'Rhestr ddewis' },
      render: (language) => (
        <Select
          name="area"
          label={text[language].area}
          value="lower"
          options={[
            { value: 'upper', label: text[language].upper },
            { value: 'lower', label: text[language].lower },
          ]}
        />
      ),
    },
  ],
}
