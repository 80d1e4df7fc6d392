/** Examples of the pages of one record. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { SubNavigation } from './sub-navigation.tsx'

const text = bilingual({
  en: { label: 'Pages about Gwen', overview: 'Overview', outcomes: 'Outcomes', plan: 'Plan' },
  cy: { label: 'Tudalennau am Gwen', overview: 'Trosolwg', outcomes: 'Canlyniadau', plan: 'Cynllun' },
})

export const subNavigationExamples: ComponentExamples = {
  component: 'sub-navigation',
  title: { en: 'Pages of one record', cy: 'Tudalennau un cofnod' },
  use: {
    en: 'Where one record has several pages. The page one is on is marked, and what the reader may not open is left out.',
    cy: 'Lle mae sawl tudalen i un cofnod. Caiff y dudalen bresennol ei nodi, a gadewir allan yr hyn na chaiff y darllenydd ei agor.',
  },
  examples: [
    {
      name: 'second-of-three',
      title: { en: 'On the second of three', cy: 'Ar yr ail o dair' },
      render: (language) => (
        <SubNavigation
          label={text[language].label}
          items={[
            { label: text[language].overview, href: '/people/1', current: false },
            { label: text[language].outcomes, href: '/people/1/outcomes', current: true },
            { label: text[language].plan, href: '/people/1/plan', current: false },
          ]}
        />
      ),
    },
  ],
}
