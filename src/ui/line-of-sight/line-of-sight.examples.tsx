/** Examples of the line of sight: whole, and broken. */
import type { ComponentExamples } from '../example.ts'
import { LineOfSight, type LineOfSightStop } from './line-of-sight.tsx'

const href = '/design/line-of-sight'

const stops: readonly LineOfSightStop[] = [
  {
    stop: 'need',
    href,
    name: { en: 'Need', cy: 'Angen' },
    headline: { en: '1,940 people aged 75+ living alone', cy: '1,940 o bobl 75+ oed yn byw ar eu pen eu hunain' },
    detail: { en: 'Upper Valley, 2026', cy: 'Y Cwm Uchaf, 2026' },
  },
  {
    stop: 'outcome',
    href,
    name: { en: 'Outcome', cy: 'Canlyniad' },
    headline: { en: 'I do the things that matter to me', cy: 'Rwy’n gwneud y pethau sy’n bwysig i mi' },
    detail: { en: 'national outcome', cy: 'canlyniad cenedlaethol' },
  },
  {
    stop: 'specification',
    href,
    name: { en: 'Specification', cy: 'Manyleb' },
    headline: { en: 'Home care, outcomes-based', cy: 'Gofal cartref ar sail canlyniadau' },
    detail: { en: '11 requirements', cy: '11 o ofynion' },
  },
  {
    stop: 'contract',
    href,
    name: { en: 'Contract', cy: 'Contract' },
    headline: { en: 'Lot 3, Upper Valley', cy: 'Lot 3, y Cwm Uchaf' },
    detail: { en: 'Gofal Dyffryn · Model 2', cy: 'Gofal Dyffryn · Model 2' },
  },
  {
    stop: 'people',
    href,
    name: { en: 'People', cy: 'Pobl' },
    headline: { en: '212 with a live plan', cy: '212 â chynllun byw' },
    detail: { en: '486 outcomes', cy: '486 o ganlyniadau' },
  },
  {
    stop: 'visits',
    href,
    name: { en: 'Visits', cy: 'Ymweliadau' },
    headline: { en: '84,310 delivered', cy: '84,310 wedi’u cynnal' },
    detail: { en: 'in 12 months', cy: 'mewn 12 mis' },
  },
  {
    stop: 'achieved',
    href,
    name: { en: 'Achieved', cy: 'Wedi’i gyflawni' },
    headline: { en: '61% of outcomes due', cy: '61% o’r canlyniadau i’w hadolygu' },
    detail: { en: 'confirmed by the person: 44%', cy: 'wedi’u cadarnhau gan y person: 44%' },
  },
  {
    stop: 'paid',
    href,
    name: { en: 'Paid', cy: 'Wedi’i dalu' },
    headline: { en: '£1.92m', cy: '£1.92m' },
    detail: { en: 'of which £212k for outcomes', cy: 'gan gynnwys £212k am ganlyniadau' },
  },
  {
    stop: 'review',
    href,
    name: { en: 'Review', cy: 'Adolygiad' },
    headline: { en: 'Signed 3 March 2026', cy: 'Llofnodwyd 3 Mawrth 2026' },
    detail: { en: '4 actions, 1 late', cy: '4 cam gweithredu, 1 yn hwyr' },
  },
]

const broken: readonly LineOfSightStop[] = stops.slice(1, 7).map((stop) =>
  stop.stop === 'contract'
    ? {
        ...stop,
        broken: {
          en: 'This contract serves no outcome.',
          cy: 'Nid yw’r contract hwn yn gwasanaethu unrhyw ganlyniad.',
        },
      }
    : stop,
)

export const lineOfSightExamples: ComponentExamples = {
  component: 'line-of-sight',
  title: { en: 'Line of sight', cy: 'Llinell welediad' },
  use: {
    en: 'On every page of the chain: from need to review on one thread, each stop a link with its count.',
    cy: 'Ar bob tudalen o’r gadwyn: o’r angen i’r adolygiad ar un edefyn, a phob man aros yn ddolen gyda’i gyfrif.',
  },
  examples: [
    {
      name: 'whole',
      title: { en: 'The whole thread, standing at the contract', cy: 'Yr edefyn cyfan, yn sefyll wrth y contract' },
      render: () => <LineOfSight stops={stops} current="contract" />,
    },
    {
      name: 'broken',
      title: { en: 'Broken after the contract', cy: 'Wedi torri ar ôl y contract' },
      render: (language) => (
        <LineOfSight
          stops={broken}
          current="outcome"
          label={language === 'en' ? 'Line of sight with a break' : 'Llinell welediad â bwlch'}
        />
      ),
    },
  ],
}
