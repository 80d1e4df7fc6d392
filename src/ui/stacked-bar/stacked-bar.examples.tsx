/** Examples of the stacked bar with its big number. */
import { bilingual } from '../../kernel/language.ts'
import { BigNumber, Numbers } from '../big-number/big-number.tsx'
import type { ComponentExamples } from '../example.ts'
import { StackedBar } from './stacked-bar.tsx'

const text = bilingual({
  en: {
    title: 'Outcomes due for review, by result',
    label: 'achieved of 318 due for review',
    meaning: 'Three in five outcomes that fell due were achieved in full.',
    achieved: 'Achieved',
    partly: 'Partly',
    not: 'Not',
    changed: 'Changed or no longer wanted',
    people: 'people with a live plan',
    visits: 'visits delivered in 12 months',
  },
  cy: {
    title: 'Canlyniadau i’w hadolygu, yn ôl y canlyniad',
    label: 'wedi’u cyflawni o’r 318 i’w hadolygu',
    meaning: 'Cafodd tri o bob pum canlyniad a oedd i’w hadolygu eu cyflawni’n llawn.',
    achieved: 'Wedi’u cyflawni',
    partly: 'Yn rhannol',
    not: 'Heb eu cyflawni',
    changed: 'Wedi newid neu ddim eu heisiau mwyach',
    people: 'o bobl â chynllun byw',
    visits: 'o ymweliadau wedi’u cynnal mewn 12 mis',
  },
})

export const stackedBarExamples: ComponentExamples = {
  component: 'stacked-bar',
  title: { en: 'Big number and stacked bar', cy: 'Rhif mawr a bar pentwr' },
  use: {
    en: 'The one number that matters, then the whole it is part of.',
    cy: 'Yr un rhif sy’n bwysig, ac yna’r cyfan y mae’n rhan ohono.',
  },
  examples: [
    {
      name: 'outcomes',
      title: { en: 'Outcomes achieved', cy: 'Canlyniadau wedi’u cyflawni' },
      render: (language) => (
        <>
          <BigNumber value="61%" label={text[language].label} href="/design/stacked-bar" />
          <StackedBar
            title={text[language].title}
            meaning={text[language].meaning}
            parts={[
              { label: text[language].achieved, value: 194, tone: 'achieved' },
              { label: text[language].partly, value: 60, tone: 'partly' },
              { label: text[language].not, value: 35, tone: 'not' },
              { label: text[language].changed, value: 29, tone: 'changed' },
            ]}
          />
        </>
      ),
    },
    {
      name: 'one-part-and-slivers',
      title: { en: 'Very uneven parts', cy: 'Rhannau anghyfartal iawn' },
      render: (language) => (
        <StackedBar
          title={text[language].title}
          parts={[
            { label: text[language].achieved, value: 970, tone: 'achieved' },
            { label: text[language].partly, value: 0, tone: 'partly' },
            { label: text[language].not, value: 20, tone: 'not' },
            { label: text[language].changed, value: 10, tone: 'changed' },
          ]}
        />
      ),
    },
    {
      name: 'nothing-due',
      title: { en: 'Nothing fell due', cy: 'Dim byd i’w adolygu' },
      render: (language) => (
        <StackedBar
          title={text[language].title}
          parts={[{ label: text[language].achieved, value: 0, tone: 'achieved' }]}
        />
      ),
    },
    {
      name: 'numbers',
      title: { en: 'Several numbers side by side', cy: 'Sawl rhif ochr yn ochr' },
      render: (language) => (
        <Numbers>
          <BigNumber size="m" value="212" label={text[language].people} />
          <BigNumber size="m" value="84,310" label={text[language].visits} />
        </Numbers>
      ),
    },
  ],
}
