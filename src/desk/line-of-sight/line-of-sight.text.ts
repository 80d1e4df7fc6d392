/** The words of the line-of-sight page, in both languages. */
import { bilingual } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Line of sight',
    what: 'From what people need, through what is bought for it, to what was achieved and by whose word: one click a step.',
    whole: 'It is not broken anywhere that we can see.',
    brokenCount: (kinds: number) => (kinds === 1 ? 'It is broken in one way.' : `It is broken in ${kinds} ways.`),
    from: (ref: string, name: string) => `From ${ref}: ${name}`,
    fromAll: 'The whole authority',
    all: 'Walk from the whole authority',
    openOutcome: 'Open this outcome',
    broken: 'Where it is broken',
    brokenNone: 'Every need has its outcome, every outcome its contract, and every contract serves one.',
    between: (a: string, b: string) => `${a} – ${b}`,
    forExample: 'For example:',
    start: 'Start from an outcome',
    startLead: 'What stands at each stop for it, in the last twelve months.',
    unused: (count: number) =>
      count === 1 ? 'One outcome at which nothing stands' : `${count} outcomes at which nothing stands`,
    outcome: 'Outcome',
    of: (count: string, of: string) => `${count} of ${of}`,
    noStarts: 'There are no outcomes to start from yet.',
  },
  cy: {
    title: 'Llinell welediad',
    what: 'O’r hyn sydd ei angen ar bobl, drwy’r hyn a brynir ar ei gyfer, at yr hyn a gyflawnwyd ac yn ôl gair pwy: un clic y cam. Dyna yw’r llinell welediad.',
    whole: 'Nid yw wedi torri yn unman y gallwn ei weld.',
    brokenCount: (kinds: number) =>
      kinds === 1 ? 'Mae wedi torri mewn un ffordd.' : `Mae wedi torri mewn ${kinds} o ffyrdd.`,
    from: (ref: string, name: string) => `O ${ref}: ${name}`,
    fromAll: 'Yr awdurdod cyfan',
    all: 'Cerdded o’r awdurdod cyfan',
    openOutcome: 'Agor y canlyniad hwn',
    broken: 'Lle mae wedi torri',
    brokenNone: 'Mae gan bob angen ei ganlyniad, gan bob canlyniad ei gontract, ac mae pob contract yn gwasanaethu un.',
    between: (a: string, b: string) => `${a} – ${b}`,
    forExample: 'Er enghraifft:',
    start: 'Dechrau o ganlyniad',
    startLead: 'Yr hyn sydd wrth bob arhosfan ar ei gyfer, yn ystod y deuddeg mis diwethaf.',
    unused: (count: number) =>
      count === 1 ? 'Un canlyniad nad oes dim wrtho' : `${count} o ganlyniadau nad oes dim wrthynt`,
    outcome: 'Canlyniad',
    of: (count: string, of: string) => `${count} o ${of}`,
    noStarts: 'Nid oes canlyniadau i ddechrau ohonynt eto.',
  },
})
