/** Examples of bars side by side. */
import { bilingual } from '../../kernel/language.ts'
import { ratio, showShare } from '../../kernel/quantity.ts'
import type { ComponentExamples } from '../example.ts'
import { BarChart } from './bar-chart.tsx'

const text = bilingual({
  en: {
    title: 'Outcomes achieved, by provider',
    meaning: 'Cartref Clyd achieves most; Gofal Dyffryn is a little below all contracts together.',
    all: 'All contracts',
    people: 'People with each worker',
    most: 'Elin has the most, and most of those with higher need.',
    higher: 'Of them with higher need',
  },
  cy: {
    title: 'Canlyniadau wedi’u cyflawni, yn ôl darparwr',
    meaning: 'Cartref Clyd sy’n cyflawni fwyaf; mae Gofal Dyffryn ychydig yn is na’r holl gontractau gyda’i gilydd.',
    all: 'Pob contract',
    people: 'Pobl gyda phob gweithiwr',
    most: 'Gan Elin mae’r nifer fwyaf, a’r rhan fwyaf o’r rhai ag angen uwch.',
    higher: 'Ohonynt ag angen uwch',
  },
})

export const barChartExamples: ComponentExamples = {
  component: 'bar-chart',
  title: { en: 'Bar chart', cy: 'Siart bar' },
  use: {
    en: 'Things of one kind side by side, sorted, with a line for what they are compared to.',
    cy: 'Pethau o’r un math ochr yn ochr, wedi’u trefnu, gyda llinell i ddangos yr hyn y cânt eu cymharu ag ef.',
  },
  examples: [
    {
      name: 'with-reference',
      title: { en: 'With a reference', cy: 'Gyda chyfeirbwynt' },
      render: (language) => (
        <BarChart
          title={text[language].title}
          meaning={text[language].meaning}
          max={1}
          reference={{ label: text[language].all, value: 0.64 }}
          format={(value) => showShare(language, ratio(value, 1))}
          rows={[
            { label: 'Cartref Clyd', value: 0.81, href: '/design/bar-chart' },
            { label: 'Gofal y Bryn', value: 0.66 },
            { label: 'Gofal Dyffryn', value: 0.61, marked: true },
            { label: 'Llaw yn Llaw', value: 0.44 },
            { label: 'Aelwyd Newydd', value: null },
          ]}
        />
      ),
    },
    {
      name: 'with-part',
      title: { en: 'With a part told apart', cy: 'Gyda rhan ar wahân' },
      render: (language) => (
        <BarChart
          title={text[language].people}
          meaning={text[language].most}
          part={text[language].higher}
          rows={[
            { label: 'Elin', value: 51, part: 27 },
            { label: 'Nesta', value: 19, part: 3 },
          ]}
        />
      ),
    },
  ],
}
