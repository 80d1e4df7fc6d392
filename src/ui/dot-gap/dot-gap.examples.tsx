/** Examples of "whose word?": the provider's report beside the person's own word. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { DotGap } from './dot-gap.tsx'

const text = bilingual({
  en: {
    title: 'Achieved, per cent, by whose word',
    meaning: 'People confirm fewer outcomes than the provider reports, most of all for getting out and about.',
    daily: 'Daily life',
    out: 'Out and about',
    family: 'Family, friends',
    safe: 'Feeling safe',
    work: 'Volunteering',
  },
  cy: {
    title: 'Wedi’u cyflawni, y cant, yn ôl gair pwy',
    meaning: 'Mae pobl yn cadarnhau llai o ganlyniadau nag y mae’r darparwr yn eu hadrodd, yn enwedig am fynd allan.',
    daily: 'Bywyd bob dydd',
    out: 'Mynd allan',
    family: 'Teulu, ffrindiau',
    safe: 'Teimlo’n ddiogel',
    work: 'Gwirfoddoli',
  },
})

export const dotGapExamples: ComponentExamples = {
  component: 'dot-gap',
  title: { en: 'Whose word?', cy: 'Gair pwy?' },
  use: {
    en: 'What the provider reports and what the person says are never merged; the gap is drawn.',
    cy: 'Ni chaiff adroddiad y darparwr a gair y person byth eu cyfuno; caiff y bwlch ei ddangos.',
  },
  examples: [
    {
      name: 'areas',
      title: { en: 'By area of life', cy: 'Yn ôl maes bywyd' },
      render: (language) => (
        <DotGap
          title={text[language].title}
          meaning={text[language].meaning}
          rows={[
            { label: text[language].daily, provider: 0.78, person: 0.61, href: '/design/dot-gap' },
            { label: text[language].out, provider: 0.66, person: 0.38 },
            { label: text[language].family, provider: 0.59, person: 0.52 },
            { label: text[language].safe, provider: 0.71, person: 0.69 },
            { label: text[language].work, provider: 0.5, person: null },
          ]}
        />
      ),
    },
  ],
}
