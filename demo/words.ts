/** What matters to people in Bryniau, in words such as people use, in whichever language is theirs; and the county's own outcomes. */

export type LocalOutcome = {
  readonly ref: string
  readonly en: string
  readonly cy: string
  /** Well-being area of the Act that it maps to (1 to 8), and the statement of the national framework nearest to it. */
  readonly wellBeingArea: number
  readonly nationalRef: string
  readonly needRef: string
}

export const LOCAL_OUTCOMES: readonly LocalOutcome[] = [
  {
    ref: 'L-1',
    en: 'People do what matters to them each day',
    cy: 'Mae pobl yn gwneud y pethau sy’n bwysig iddynt bob dydd',
    wellBeingArea: 4,
    nationalRef: 'N-4.2',
    needRef: 'alone-75',
  },
  {
    ref: 'L-2',
    en: 'People regain what they can do for themselves',
    cy: 'Mae pobl yn adennill yr hyn y gallant ei wneud drostynt eu hunain',
    wellBeingArea: 2,
    nationalRef: 'N-2.1',
    needRef: 'leaving-hospital',
  },
  {
    ref: 'L-3',
    en: 'People live their lives in the language they choose',
    cy: 'Mae pobl yn byw eu bywydau yn yr iaith o’u dewis',
    wellBeingArea: 7,
    nationalRef: 'N-7.5',
    needRef: 'welsh-speakers-75',
  },
  {
    ref: 'L-4',
    en: 'People feel safe and know who is coming',
    cy: 'Mae pobl yn teimlo’n ddiogel ac yn gwybod pwy sy’n dod',
    wellBeingArea: 3,
    nationalRef: 'N-3.1',
    needRef: 'dementia',
  },
  {
    ref: 'L-5',
    en: 'People see those who matter to them',
    cy: 'Mae pobl yn gweld y rhai sy’n bwysig iddynt',
    wellBeingArea: 5,
    nationalRef: 'N-5.1',
    needRef: 'alone-75',
  },
  {
    ref: 'L-6',
    en: 'Older people on the coast stay well at home',
    cy: 'Mae pobl hŷn ar yr arfordir yn aros yn iach gartref',
    wellBeingArea: 8,
    nationalRef: 'N-8.1',
    needRef: 'coast-75',
  },
]

export type Theme = {
  /** The outcome of the catalogue that it belongs to. */
  readonly outcomeRef: string
  readonly en: readonly string[]
  readonly cy: readonly string[]
  readonly doesEn: readonly string[]
  readonly doesCy: readonly string[]
  readonly weight: number
}

export const THEMES: readonly Theme[] = [
  {
    outcomeRef: 'L-1',
    weight: 5,
    en: [
      'I want to get back to chapel on a Sunday',
      'I want to sit in my own garden again',
      'I would like to make my own dinner, even if it is only toast',
      'I want to get to the market on a Thursday',
    ],
    cy: [
      'Rwy i am fynd yn ôl i’r capel ar y Sul',
      'Dwi isio eistedd yn fy ngardd fy hun eto',
      'Hoffwn i wneud fy nghinio fy hun, tost a dim mwy os oes rhaid',
      'Rwy i am fynd i’r farchnad ar ddydd Iau',
    ],
    doesEn: [
      'Walks with them to the gate and a little further each week',
      'Cooks alongside, leaves the stirring to them',
      'Has them ready by ten on Sundays',
    ],
    doesCy: [
      'Cerdded gyda nhw at y giât, ac ychydig ymhellach bob wythnos',
      'Coginio ochr yn ochr, a gadael y troi iddyn nhw',
      'Eu cael yn barod erbyn deg ar y Sul',
    ],
  },
  {
    outcomeRef: 'L-2',
    weight: 5,
    en: [
      'I want to wash and dress without help',
      'I want to manage the stairs on my own',
      'I want to walk to the shop and back',
      'I want to be rid of this frame by spring',
    ],
    cy: [
      'Rwy i am ymolchi a gwisgo heb help',
      'Dwi isio mynd i fyny’r grisiau ar fy mhen fy hun',
      'Rwy i am gerdded i’r siop ac yn ôl',
      'Dwi isio cael gwared ar y ffrâm ’ma erbyn y gwanwyn',
    ],
    doesEn: [
      'Steps back as confidence grows',
      'Practises the stairs on each visit',
      'Walks to the shop on Tuesdays and Fridays',
    ],
    doesCy: [
      'Camu’n ôl wrth i hyder gynyddu',
      'Ymarfer y grisiau ar bob ymweliad',
      'Cerdded i’r siop bob dydd Mawrth a dydd Gwener',
    ],
  },
  {
    outcomeRef: 'L-3',
    weight: 2,
    en: [
      'I want to speak Welsh with the ones who come to me',
      'When I am tired I lose my English, I need somebody who has Welsh',
    ],
    cy: [
      'Rwy i am siarad Cymraeg â’r rhai sy’n dod ata i',
      'Pan fydda i wedi blino mae’r Saesneg yn mynd, mae angen rhywun Cymraeg arna i',
    ],
    doesEn: ['Sends Welsh-speaking workers', 'Reads the local paper aloud in Welsh'],
    doesCy: ['Anfon gweithwyr sy’n siarad Cymraeg', 'Darllen y papur bro yn uchel'],
  },
  {
    outcomeRef: 'L-4',
    weight: 4,
    en: [
      'I want to know who is coming through the door',
      'I want to feel safe at night',
      'I do not want to be hurried',
      'I want my tablets right so that I stop falling',
    ],
    cy: [
      'Rwy i am wybod pwy sy’n dod drwy’r drws',
      'Dwi isio teimlo’n saff yn y nos',
      'Dwi ddim isio cael fy rhuthro',
      'Rwy i am i’r tabledi fod yn iawn, imi beidio â chwympo',
    ],
    doesEn: [
      'Keeps to the same three workers',
      'Checks doors and lights at the bed visit',
      'Goes through the tablets together',
    ],
    doesCy: [
      'Cadw at yr un tri gweithiwr',
      'Gwirio’r drysau a’r goleuadau amser gwely',
      'Mynd drwy’r tabledi gyda’i gilydd',
    ],
  },
  {
    outcomeRef: 'L-5',
    weight: 4,
    en: [
      'I want to see my grandchildren more than at Christmas',
      'I want to get to the luncheon club',
      'I want an hour a week that is not about being ill',
      'I want my daughter to visit as my daughter, not my nurse',
    ],
    cy: [
      'Rwy i am weld yr wyrion yn amlach na’r Nadolig',
      'Dwi isio mynd i’r clwb cinio',
      'Rwy i am gael awr yr wythnos sydd ddim am fod yn sâl',
      'Dwi isio i’r ferch alw fel merch, nid fel nyrs',
    ],
    doesEn: ['Sets up the video call and stays away', 'Takes them to the luncheon club on Wednesdays'],
    doesCy: ['Paratoi’r alwad fideo a chadw draw', 'Mynd â nhw i’r clwb cinio bob dydd Mercher'],
  },
  {
    outcomeRef: 'N-2.2',
    weight: 2,
    en: ['I want to laugh again', 'I want my music back'],
    cy: ['Rwy i am chwerthin eto', 'Dwi isio cael y canu’n ôl'],
    doesEn: ['Plays records during the morning visit'],
    doesCy: ['Chwarae recordiau yn ystod ymweliad y bore'],
  },
  {
    outcomeRef: 'N-8.1',
    weight: 2,
    en: ['I want to die in this house, not be moved from it', 'I want the house warm and in order'],
    cy: ['Yn y tŷ ’ma rwy i am fod hyd y diwedd', 'Dwi isio’r tŷ yn gynnes ac mewn trefn'],
    doesEn: ['Keeps the kitchen and the stove in order'],
    doesCy: ['Cadw trefn ar y gegin a’r stof'],
  },
]

/** What people say when they are asked how it went. */
export const PERSON_SAYS = {
  achieved: {
    en: ['Yes. I did not think I would, but I did.', 'I am back doing it, and glad.', 'They helped, and I kept at it.'],
    cy: [
      'Do. Doeddwn i ddim yn meddwl y gallwn i, ond fe wnes i.',
      'Dwi’n ei wneud o eto, ac yn falch.',
      'Fe wnaethon nhw helpu, a daliais innau ati.',
    ],
  },
  partly: {
    en: ['Some of the way. On a good day.', 'Better than it was. Not there yet.'],
    cy: ['Peth o’r ffordd. Ar ddiwrnod da.', 'Gwell nag oedd o. Ddim yno eto.'],
  },
  not: {
    en: ['No. They are in and out before I have my coat on.', 'Nothing has changed that I can see.'],
    cy: ['Naddo. Maen nhw i mewn ac allan cyn i mi gael fy nghôt.', 'Does dim wedi newid hyd y gwela i.'],
  },
} as const

/** What family or the community did, where they are named first. */
export const OTHERS_DID = {
  en: [
    'His daughter drives over on Wednesdays',
    'The chapel sends a car',
    'The day centre fetches her twice a week',
    'A neighbour walks with him',
  ],
  cy: [
    'Mae’r ferch yn gyrru draw bob dydd Mercher',
    'Mae’r capel yn anfon car',
    'Mae’r ganolfan ddydd yn ei nôl ddwywaith yr wythnos',
    'Mae cymydog yn cerdded gydag ef',
  ],
} as const

export const WHAT_MATTERS = {
  en: [
    'My own front door, my own kettle, and nobody talking over my head.',
    'That I am still somebody people call in to see.',
    'Being useful. I have never been one for sitting.',
    'My dog, my garden and the rugby.',
    'That my wife gets her sleep.',
  ],
  cy: [
    'Fy nrws fy hun, fy nhegell fy hun, a neb yn siarad dros fy mhen.',
    'Fy mod i’n dal yn rhywun y mae pobl yn galw i’w weld.',
    'Bod o ddefnydd. Fues i erioed yn un am eistedd.',
    'Y ci, yr ardd a’r rygbi.',
    'Bod y wraig yn cael cysgu.',
  ],
} as const
