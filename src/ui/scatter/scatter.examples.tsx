/** Examples of one share against another. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { Scatter } from './scatter.tsx'

const text = bilingual({
  en: {
    title: 'Providers: punctual, or achieving',
    meaning: 'Llaw yn Llaw is the most punctual and achieves least; Cartref Clyd is late and achieves most.',
    across: 'Visits on time',
    up: 'Outcomes achieved',
    late: 'Late, yet achieving',
    punctual: 'Punctual, achieving little',
  },
  cy: {
    title: 'Darparwyr: prydlon, neu’n cyflawni',
    meaning: 'Llaw yn Llaw yw’r mwyaf prydlon ac sy’n cyflawni leiaf; mae Cartref Clyd yn hwyr ac yn cyflawni fwyaf.',
    across: 'Ymweliadau prydlon',
    up: 'Canlyniadau a gyflawnwyd',
    late: 'Yn hwyr, ond yn cyflawni',
    punctual: 'Yn brydlon, ond yn cyflawni fawr ddim',
  },
})

export const scatterExamples: ComponentExamples = {
  component: 'scatter',
  title: { en: 'Scatter', cy: 'Gwasgariad' },
  use: {
    en: 'Two shares of things of one kind, where the question is whether they go together.',
    cy: 'Dwy gyfran o bethau o’r un math, lle’r cwestiwn yw a ydynt yn mynd gyda’i gilydd.',
  },
  examples: [
    {
      name: 'with-whole',
      title: { en: 'With all of them together', cy: 'Gyda phob un gyda’i gilydd' },
      render: (language) => (
        <Scatter
          title={text[language].title}
          meaning={text[language].meaning}
          across={text[language].across}
          up={text[language].up}
          whole={{ across: 0.86, up: 0.6 }}
          corners={{ topLeft: text[language].late, bottomRight: text[language].punctual }}
          points={[
            { label: 'Cartref Clyd', across: 0.71, up: 0.81, href: '/design/scatter' },
            { label: 'Gofal y Bryn', across: 0.88, up: 0.66, href: '/design/scatter' },
            { label: 'Gofal Dyffryn', across: 0.82, up: 0.61, href: '/design/scatter', marked: true },
            { label: 'Llaw yn Llaw', across: 0.96, up: 0.34, href: '/design/scatter' },
            { label: 'Aelwyd Newydd', across: 0.9, up: null, href: '/design/scatter' },
          ]}
        />
      ),
    },
  ],
}
