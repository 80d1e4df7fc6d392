/** Examples of things compared: adjusted beside as counted, with what chance explains. */
import { bilingual } from '../../kernel/language.ts'
import { ratio, showShare } from '../../kernel/quantity.ts'
import { Adjustment } from '../adjustment/adjustment.tsx'
import type { ComponentExamples } from '../example.ts'
import { DotInterval } from './dot-interval.tsx'

const text = bilingual({
  en: {
    title: 'Outcomes achieved, as people say',
    meaning: 'Llaw yn Llaw achieves less than its mix of need would lead one to expect; chance explains the others.',
    whole: 'All providers',
  },
  cy: {
    title: 'Canlyniadau a gyflawnwyd, yng ngair pobl',
    meaning:
      'Mae Llaw yn Llaw yn cyflawni llai nag y byddai ei gymysgedd o angen yn arwain rhywun i’w ddisgwyl; mae siawns yn esbonio’r lleill.',
    whole: 'Pob darparwr',
  },
})

export const dotIntervalExamples: ComponentExamples = {
  component: 'dot-interval',
  title: { en: 'Compared, and chance', cy: 'Cymharu, a siawns' },
  use: {
    en: 'Providers side by side, adjusted for how much help people need. Whatever is compared says whether it is adjusted.',
    cy: 'Darparwyr ochr yn ochr, wedi’u haddasu yn ôl faint o help y mae ei angen ar bobl. Mae popeth a gymharir yn dweud a yw wedi’i addasu.',
  },
  examples: [
    {
      name: 'providers',
      title: { en: 'Four providers', cy: 'Pedwar darparwr' },
      render: (language) => (
        <>
          <Adjustment for="need-band" />
          <DotInterval
            title={text[language].title}
            meaning={text[language].meaning}
            format={(value) => showShare(language, ratio(value, 1))}
            reference={{ label: text[language].whole, value: 0.6 }}
            axis={{ from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }}
            rows={[
              { label: 'Cartref Clyd', crude: 0.7, adjusted: 0.64, interval: { low: 0.53, high: 0.74 } },
              { label: 'Gofal Dyffryn', crude: 0.52, adjusted: 0.61, interval: { low: 0.55, high: 0.67 } },
              { label: 'Llaw yn Llaw', crude: 0.44, adjusted: 0.46, interval: { low: 0.36, high: 0.57 }, marked: true },
              { label: 'Bryn Awel', crude: null, adjusted: null },
            ]}
          />
        </>
      ),
    },
    {
      name: 'not-adjusted',
      title: { en: 'Not adjusted', cy: 'Heb ei addasu' },
      render: () => <Adjustment for="no" href="/design/dot-interval" />,
    },
    {
      name: 'counted',
      title: { en: 'A count', cy: 'Cyfrif' },
      render: () => <Adjustment for="count" />,
    },
  ],
}
