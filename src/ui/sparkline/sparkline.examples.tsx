/** Examples of trends, small and large, and of the rows of measures they stand in. */
import { bilingual } from '../../kernel/language.ts'
import { showMonth } from '../../kernel/period.ts'
import { ratio, showShare } from '../../kernel/quantity.ts'
import type { ChartPoint } from '../chart/geometry.ts'
import type { ComponentExamples } from '../example.ts'
import { LineChart } from '../line-chart/line-chart.tsx'
import { MeasureRows } from '../measure-rows/measure-rows.tsx'
import { Sparkline } from './sparkline.tsx'

type Tongue = 'en' | 'cy'

/** Twelve months to March 2026; `reach` is half the band around the centre. */
function months(
  language: Tongue,
  values: readonly (number | null)[],
  band?: { centre: number; reach: number },
): ChartPoint[] {
  return values.map((value, index) => ({
    label: showMonth(language, Temporal.PlainDate.from('2025-04-01').add({ months: index })),
    value,
    low: band && band.centre - band.reach,
    high: band && band.centre + band.reach,
  }))
}

const ON_TIME = [0.91, 0.9, 0.89, 0.9, 0.88, 0.87, 0.82, 0.79, 0.8, 0.82, 0.81, 0.82]
const HOURS = [6990, 7010, 6980, 7005, 7040, 7120, 7100, 7110, 7060, 7020, 7030, 7026]
const COMPLAINTS = [2, 1, 3, 2, 2, 4, 1, 2, 3, 2, 1, 3]

const text = bilingual({
  en: {
    onTime: 'Visits on time, month by month',
    onTimeMeaning: 'Below its limits for six months; late starts cluster after 5 pm on weekdays.',
    hours: 'Hours delivered, month by month',
    complaints: 'Complaints, month by month',
    activity: 'Activity',
    hoursValue: '7,026 hours a month',
    hoursDetail: 'of 7,400 planned',
    hoursSays: 'Steady; 374 hours a month below plan, nearly all in Cwm Uchaf.',
    performance: 'Performance',
    onTimeValue: '82% on time',
    onTimeDetail: 'target 90%',
    quality: 'Quality',
    complaintsValue: '3 complaints',
    complaintsDetail: '8 compliments',
    chance: 'Within what chance explains.',
    why: 'Why?',
  },
  cy: {
    onTime: 'Ymweliadau ar amser, fesul mis',
    onTimeMeaning:
      'O dan ei derfynau ers chwe mis; mae’r rhan fwyaf o’r ymweliadau hwyr ar ôl 5 pm yn ystod yr wythnos.',
    hours: 'Oriau wedi’u darparu, fesul mis',
    complaints: 'Cwynion, fesul mis',
    activity: 'Gweithgarwch',
    hoursValue: '7,026 awr y mis',
    hoursDetail: 'o’r 7,400 a gynlluniwyd',
    hoursSays: 'Sefydlog; 374 awr y mis yn is na’r cynllun, bron pob un yng Nghwm Uchaf.',
    performance: 'Perfformiad',
    onTimeValue: '82% ar amser',
    onTimeDetail: 'targed 90%',
    quality: 'Ansawdd',
    complaintsValue: '3 chwyn',
    complaintsDetail: '8 canmoliaeth',
    chance: 'O fewn yr hyn y mae siawns yn ei esbonio.',
    why: 'Pam?',
  },
})

export const trendExamples: ComponentExamples = {
  component: 'sparkline',
  title: { en: 'Trends', cy: 'Tueddiadau' },
  use: {
    en: 'The grey band is what chance alone would explain, the dotted line the target; a point is marked only outside the band.',
    cy: 'Y band llwyd yw’r hyn y byddai siawns yn unig yn ei esbonio, a’r llinell ddotiog yw’r targed; dim ond y tu allan i’r band y caiff pwynt ei farcio.',
  },
  examples: [
    {
      name: 'measures',
      title: { en: 'What it takes', cy: 'Beth sydd ei angen' },
      render: (language) => {
        const words = text[language]
        const why = { href: '/design/sparkline', label: words.why }
        return (
          <MeasureRows
            rows={[
              {
                name: words.activity,
                value: words.hoursValue,
                detail: words.hoursDetail,
                chart: (
                  <Sparkline
                    title={words.hours}
                    points={months(language, HOURS, { centre: 7040, reach: 110 })}
                    target={7120}
                    withoutTable
                  />
                ),
                sentence: words.hoursSays,
                why,
              },
              {
                name: words.performance,
                mark: 'wrong',
                value: words.onTimeValue,
                detail: words.onTimeDetail,
                chart: (
                  <Sparkline
                    title={words.onTime}
                    points={months(language, ON_TIME, { centre: 0.89, reach: 0.04 })}
                    target={0.9}
                    withoutTable
                  />
                ),
                sentence: words.onTimeMeaning,
                why,
              },
              {
                name: words.quality,
                mark: 'attention',
                value: words.complaintsValue,
                detail: words.complaintsDetail,
                chart: (
                  <Sparkline
                    title={words.complaints}
                    points={months(language, COMPLAINTS, { centre: 2.2, reach: 2.2 })}
                    withoutTable
                  />
                ),
                sentence: words.chance,
                why,
              },
            ]}
          />
        )
      },
    },
    {
      name: 'line-chart',
      title: { en: 'One measure as the subject', cy: 'Un mesur yn destun' },
      render: (language) => (
        <LineChart
          title={text[language].onTime}
          meaning={text[language].onTimeMeaning}
          points={months(language, ON_TIME, { centre: 0.89, reach: 0.04 })}
          target={0.9}
          format={(value) => showShare(language, ratio(value, 1))}
        />
      ),
    },
    {
      name: 'gaps',
      title: { en: 'Months in which nothing was counted', cy: 'Misoedd heb unrhyw gyfrif' },
      render: (language) => (
        <LineChart
          title={text[language].complaints}
          points={months(language, [3, 4, null, 2, null, null, 5, 6, 5, null])}
        />
      ),
    },
    {
      name: 'one-point',
      title: { en: 'A single month', cy: 'Un mis yn unig' },
      render: (language) => <Sparkline title={text[language].complaints} points={months(language, [3])} />,
    },
    {
      name: 'empty',
      title: { en: 'No numbers yet', cy: 'Dim rhifau eto' },
      render: (language) => <LineChart title={text[language].hours} points={months(language, [null, null])} />,
    },
  ],
}
