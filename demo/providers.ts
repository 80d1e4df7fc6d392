/** The market of Bryniau: thirty-eight providers of very different size, how each works, and the five stories worth finding. */

/** How a provider works, as chances and minutes; the stories are told by these numbers alone. */
export type Practice = {
  /** Share of visits that start within a few minutes of the plan. */
  readonly onTime: number
  readonly missed: number
  readonly short: number
  /** Workers a person sees in a month. */
  readonly pool: number
  /** Chance that a Welsh speaker is sent where Welsh was asked for. */
  readonly welsh: number
  /** What reviews conclude. */
  readonly achieved: number
  readonly partly: number
  /** Chance that the provider reports an outcome one step better than the review found it. */
  readonly overstates: number
  /** Chance that the person, asked, sees it one step worse than the review. */
  readonly peopleDoubt: number
  /** Chance that the person or carer was asked at all. */
  readonly asked: number
  /** Chance that family, or the community, is named first when something was achieved. */
  readonly othersFirst: number
  /** Change in `achieved` and in `onTime` from the start of the two years to their end. */
  readonly achievedDrift: number
  readonly onTimeDrift: number
}

export type Provider = {
  readonly ref: string
  readonly name: string
  /** People supported at a time in the full county. */
  readonly people: number
  readonly practice: Practice
  readonly isInQuickStart: boolean
}

const USUAL: Practice = {
  onTime: 0.9,
  missed: 0.006,
  short: 0.1,
  pool: 6,
  welsh: 0.62,
  achieved: 0.56,
  partly: 0.22,
  overstates: 0.12,
  peopleDoubt: 0.16,
  asked: 0.68,
  othersFirst: 0.14,
  achievedDrift: 0.03,
  onTimeDrift: 0,
}

export const STORY = {
  /** Punctual, and little is achieved. */
  punctual: 'gofal-glannant',
  /** Late, and people thrive. */
  late: 'cartref-y-bryn',
  /** What it reports and what people say part company. */
  parting: 'llaw-gadarn',
  /** Block contract whose indicators serve no outcome. */
  noOutcome: 'brynteg',
  /** The council's own reablement team. */
  reablement: 'tim-ailalluogi',
} as const

type Row = readonly [ref: string, name: string, people: number, practice?: Partial<Practice>, quick?: true]

/** Two providers with more than a hundred people, sixteen in the middle, twenty with ten or fewer: the shape found in the Vale of Glamorgan in 2017. */
const ROWS: readonly Row[] = [
  [
    STORY.punctual,
    'Gofal Glannant',
    168,
    {
      onTime: 0.972,
      missed: 0.002,
      short: 0.05,
      achieved: 0.35,
      partly: 0.27,
      othersFirst: 0.08,
      achievedDrift: -0.02,
    },
    true,
  ],
  [STORY.noOutcome, 'Brynteg Homecare', 118, { onTime: 0.93, achieved: 0.5 }, true],
  [
    STORY.late,
    'Cartref y Bryn',
    74,
    {
      onTime: 0.84,
      missed: 0.009,
      achieved: 0.68,
      partly: 0.18,
      pool: 3,
      welsh: 0.86,
      asked: 0.82,
      othersFirst: 0.44,
      achievedDrift: 0.1,
      onTimeDrift: -0.12,
    },
    true,
  ],
  [
    STORY.parting,
    'Llaw Gadarn Care',
    66,
    { onTime: 0.91, achieved: 0.5, partly: 0.24, overstates: 0.72, peopleDoubt: 0.42, asked: 0.61 },
    true,
  ],
  ['gofal-helyg', 'Gofal Helyg', 61, { achieved: 0.6 }, true],
  ['dyfodol-care', 'Dyfodol Care', 52, { onTime: 0.87, missed: 0.011, pool: 9 }, true],
  ['elwydd-at-home', 'Elwydd at Home', 58, { achieved: 0.62, asked: 0.8 }, true],
  ['angor-care', 'Angor Care', 41, {}, true],
  ['yr-aelwyd', 'Yr Aelwyd', 38, { welsh: 0.93, pool: 4, achieved: 0.61 }, true],
  ['castan-care', 'Castan Home Support', 36, { onTime: 0.88 }],
  ['hafan-deg', 'Hafan Deg Cartref', 34, { welsh: 0.81 }],
  ['pentre-care', 'Pentre Care Partners', 31],
  ['glasnant-gofal', 'Glasnant Gofal', 29, { onTime: 0.94 }, true],
  ['rhedyn', 'Rhedyn Home Care', 27],
  ['cysur', 'Cysur', 26, { asked: 0.85 }],
  ['clyd-care', 'Clyd Care', 22, { missed: 0.014 }],
  ['gwawr', 'Gwawr Support', 19],
  [
    STORY.reablement,
    'Tîm Ailalluogi Bryniau',
    26,
    { onTime: 0.9, achieved: 0.66, partly: 0.2, asked: 0.9, pool: 5 },
    true,
  ],
  ['seren-fach', 'Seren Fach', 10, { pool: 3 }, true],
  ['bwthyn-care', 'Bwthyn Care', 9],
  ['ynys-gofal', 'Ynys Gofal', 8, { welsh: 0.9, pool: 2 }, true],
  ['derwen-support', 'Derwen Support', 8],
  ['helping-hafod', 'Helping Hafod', 7, { welsh: 0.8 }],
  ['caredig', 'Caredig', 7],
  ['mynydd-care', 'Mynydd Care', 6],
  ['gelli-home', 'Gelli Home Support', 6],
  ['nant-care', 'Nant Care', 6],
  ['llwybr', 'Llwybr', 5, { achieved: 0.64 }],
  ['onnen', 'Onnen Care', 5],
  ['tegfan', 'Tegfan', 5],
  ['bore-da-care', 'Bore Da Care', 5],
  ['parc-support', 'Parc Support', 4],
  ['celyn', 'Celyn Care', 4],
  ['dol-helyg', 'Dôl Helyg', 4],
  ['pant-care', 'Pant Care', 3],
  ['sgubor', 'Sgubor Support', 3],
  ['tyddyn', 'Tyddyn', 2],
  ['tŷ-ni', 'Tŷ Ni', 2, { welsh: 0.95, pool: 2 }],
]

export const PROVIDERS: readonly Provider[] = ROWS.map(([ref, name, people, practice, quick]) => ({
  ref,
  name,
  people,
  practice: { ...USUAL, ...practice },
  isInQuickStart: quick ?? false,
}))

export function sizeBand(people: number): 'micro' | 'small' | 'medium' | 'large' {
  if (people <= 10) return 'micro'
  if (people <= 30) return 'small'
  return people <= 100 ? 'medium' : 'large'
}
