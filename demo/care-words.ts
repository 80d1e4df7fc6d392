/** What people say in assessments, plans and reviews in Bryniau, in whichever language is theirs. */

type Said = { readonly cy: string; readonly en: string }

export type Around = {
  readonly kind: 'carer' | 'family' | 'friend' | 'advocate' | 'attorney'
  readonly name: string
  readonly whatTheyAre: Said
  readonly livesWith?: 'yes'
  readonly needs?: Said
  readonly assessmentAnswer?: 'accepted' | 'declined' | 'later'
}

export const AROUND: readonly Around[] = [
  {
    kind: 'carer',
    name: 'Rhian Cadwgan',
    whatTheyAre: { cy: 'merch', en: 'daughter' },
    needs: {
      cy: 'Mae hi’n gweithio sifftiau yn y ffatri, ac mae angen ei bore Mercher yn rhydd.',
      en: 'She works shifts at the factory, and needs her Wednesday mornings free.',
    },
    assessmentAnswer: 'accepted',
  },
  {
    kind: 'carer',
    name: 'Ronald Tibbott',
    whatTheyAre: { cy: 'gŵr', en: 'husband' },
    livesWith: 'yes',
    needs: {
      cy: 'Mae ei gefn yn ddrwg, ac nid yw’n cysgu drwy’r nos ers y gaeaf.',
      en: 'His back is bad, and he has not slept through since the winter.',
    },
    assessmentAnswer: 'later',
  },
  { kind: 'family', name: 'Guto Gittins', whatTheyAre: { cy: 'mab, yng Nghaerdydd', en: 'son, in Cardiff' } },
  {
    kind: 'friend',
    name: 'Beryl Amphlett',
    whatTheyAre: { cy: 'cymydog, dros y ffordd', en: 'neighbour, over the road' },
  },
  {
    kind: 'advocate',
    name: 'Ffion Garmon',
    whatTheyAre: { cy: 'eiriolwr annibynnol', en: 'independent advocate' },
  },
  {
    kind: 'attorney',
    name: 'Ieuan Oakeley',
    whatTheyAre: { cy: 'nai, atwrnai dros iechyd a lles', en: 'nephew, attorney for health and welfare' },
  },
  {
    kind: 'carer',
    name: 'Sandra Blayney',
    whatTheyAre: { cy: 'chwaer', en: 'sister' },
    needs: { cy: 'Hoffai gael gwyliau yn yr haf.', en: 'She would like a holiday in the summer.' },
    assessmentAnswer: 'declined',
  },
]

export const COMMUNICATION: readonly Said[] = [
  { cy: '', en: '' },
  { cy: 'Print bras, ac amser i ddarllen.', en: 'Large print, and time to read.' },
  { cy: 'Yn clywed yn well ar y chwith. Siaradwch yn araf.', en: 'Hears better on the left. Speak slowly.' },
  { cy: '', en: '' },
  { cy: 'Lluniau a brawddegau byr.', en: 'Pictures and short sentences.' },
]

export const ACCESS: readonly Said[] = [
  { cy: 'Mae’r allwedd gyda’r cymydog dros y ffordd.', en: 'The neighbour over the road has the key.' },
  { cy: '', en: '' },
  { cy: 'Canwch y gloch ddwywaith; mae’n cymryd amser i ddod.', en: 'Ring twice; it takes time to come to the door.' },
]

export const RISKS: readonly { readonly what: Said; readonly whatIsDone: Said; readonly isShared?: 'yes' }[] = [
  {
    what: { cy: 'Cwympo ar y grisiau gyda’r nos', en: 'Falling on the stairs at night' },
    whatIsDone: {
      cy: 'Canllaw ail law a golau sy’n deall symudiad',
      en: 'A second handrail and a light that senses movement',
    },
    isShared: 'yes',
  },
  {
    what: {
      cy: 'Anghofio’r tabledi pan fydd y diwrnod yn wahanol',
      en: 'Forgetting the tablets when the day is different',
    },
    whatIsDone: {
      cy: 'Blwch wythnos, a galwad ffôn gan y ferch',
      en: 'A week box, and a telephone call from the daughter',
    },
    isShared: 'yes',
  },
  {
    what: { cy: 'Unigrwydd os bydd y clwb yn cau dros yr haf', en: 'Loneliness if the club closes over the summer' },
    whatIsDone: { cy: 'Mae’r cymydog yn galw ar ddydd Iau', en: 'The neighbour calls on Thursdays' },
  },
]

export const CONTINGENCY: readonly Said[] = [
  {
    cy: 'Os na ddaw neb erbyn deg, ffoniwch y darparwr, ac wedyn y ferch.',
    en: 'If nobody has come by ten, telephone the provider, and then the daughter.',
  },
  {
    cy: 'Os bydd y gofalwr yn sâl, daw’r tîm ailalluogi am hyd at bythefnos.',
    en: 'If the carer falls ill, the reablement team comes for up to two weeks.',
  },
]

export const PREFERENCES: readonly Said[] = [
  { cy: 'Yn Gymraeg, os gwelwch yn dda. Paned cyn dim byd arall.', en: 'A cup of tea before anything else.' },
  { cy: 'Yr un ddwy ofalwraig, a dim cyn wyth y bore.', en: 'The same two carers, and not before eight.' },
]

export const BUDGET_BASIS: Said = {
  cy: 'Oriau yr wythnos ddiwethaf cyn y cynllun, ar gyfradd y contract.',
  en: 'The hours of the last week before the plan, at the contract’s rate.',
}

export const WORKS_WHEN: readonly Said[] = [
  {
    cy: 'Mae’n gwneud hynny deirgwaith yr wythnos heb i neb ofyn.',
    en: 'It is done three times a week without being asked.',
  },
  { cy: 'Mae’n dweud ei fod yn teimlo’n saffach.', en: 'They say that they feel safer.' },
]

export const AMENDED: readonly Said[] = [
  {
    cy: 'Mae’r bore’n mynd yn dda; mae angen llai o help erbyn hyn.',
    en: 'Mornings go well; less help is needed now.',
  },
  { cy: 'Daeth adref o’r ysbyty, ac mae’r grisiau’n anoddach.', en: 'Home from hospital, and the stairs are harder.' },
]

export const AGREED_WORDS: readonly Said[] = [
  { cy: 'Da iawn, cyhyd â mai’r un rhai sy’n dod.', en: 'That is fine, as long as it is the same ones who come.' },
  { cy: '', en: '' },
]

export const GOOD_DAY: readonly Said[] = [
  { cy: 'Codi pan fydda i’n barod, a’r radio ymlaen.', en: 'Getting up when I am ready, with the wireless on.' },
  { cy: 'Gweld rhywun dwi’n ei nabod.', en: 'Seeing somebody I know.' },
]

export const STRENGTHS: readonly Said[] = [
  {
    cy: 'Yn nabod pawb yn y pentref, ac yn un da am stori.',
    en: 'Knows everybody in the village, and tells a good story.',
  },
  { cy: 'Yn coginio erioed, ac yn gwybod beth mae hi eisiau.', en: 'Has always cooked, and knows what she wants.' },
]

export const NEED: Said = {
  cy: 'Cadw’r tŷ yn ddiogel a bwyta’n iawn',
  en: 'Keeping the house safe and eating properly',
}
export const NEED_WHY: Said = {
  cy: 'Ni all wneud hyn heb boen, ac nid oes neb arall ar gael yn y bore.',
  en: 'It cannot be done without pain, and nobody else is there in the morning.',
}
export const BARRIER: Said = { cy: 'Y grisiau, ac ofn cwympo eto', en: 'The stairs, and the fear of falling again' }
export const RISK: Said = { cy: 'Cwympo yn y nos pan fydd ar ei phen ei hun', en: 'Falling at night when alone' }

export const CARER = {
  matters: { cy: 'Ei bod hi’n ddiogel, a ’mod i’n cael cysgu.', en: 'That she is safe, and that I can sleep.' },
  wants: { cy: 'Mynd yn ôl i’r côr ar nos Fawrth.', en: 'To go back to the choir on Tuesday evenings.' },
  help: {
    cy: 'Rhywun yno am ddwy awr gyda’r nos, unwaith yr wythnos.',
    en: 'Somebody there for two hours, one evening a week.',
  },
} as const satisfies Record<string, Said>

export const CHANGED: readonly { readonly kind: 'hospital' | 'complaint'; readonly detail: Said }[] = [
  {
    kind: 'hospital',
    detail: {
      cy: 'Aeth i’r ysbyty ar ôl cwymp; adref ymhen tridiau.',
      en: 'Taken to hospital after a fall; home in three days.',
    },
  },
  {
    kind: 'complaint',
    detail: {
      cy: 'Mae’r teulu’n anhapus â phwy sy’n dod yn y bore.',
      en: 'The family are unhappy about who comes in the morning.',
    },
  },
]

export const RESTRICTED: Said = {
  cy: 'Mae aelod agos o’r teulu yn gweithio i’r cyngor.',
  en: 'A close member of the family works for the council.',
}
