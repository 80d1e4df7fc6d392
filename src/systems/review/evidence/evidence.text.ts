/** The words of evidence: units, movements, and what is said where there is nothing to say. */
import { bilingual } from '../../../kernel/language.ts'

type Movements = Record<'rose' | 'fell' | 'steady', (earlier: string) => string>

export const evidenceText = bilingual({
  en: {
    notReadable: 'The records could not be asked for this. Judge without it, and say so.',
    nothingRecorded: 'Nothing was recorded for this in the period.',
    same: 'The same as in the period before.',
    nothingBefore: 'There is nothing before it to compare with.',
    why: 'Why?',
    noneToCount: 'There are none to count.',
    noneOf: (all: string) => `None of ${all}.`,
    someOf: (some: string, all: string) => `${some} of ${all}.`,
    countedShare: (share: string, part: string, whole: string) => `${share}: ${part} of ${whole}.`,
    counted: (value: string) => `${value}.`,
    units: {
      visits: (n: string) => `${n} visits`,
      hours: (n: string) => `${n} hours`,
      people: (n: string) => `${n} people`,
      outcomes: (n: string) => `${n} outcomes`,
      reviews: (n: string) => `${n} reviews`,
      episodes: (n: string) => `${n} episodes of reablement`,
      'workers-per-person': (n: string) => `${n} different workers for each person each month`,
      points: (n: string) => `${n} out of 100`,
    },
    movements: {
      rose: (earlier: string) => `Up from ${earlier} in the period before, by more than chance explains.`,
      fell: (earlier: string) => `Down from ${earlier} in the period before, by more than chance explains.`,
      steady: (earlier: string) => `In the period before it was ${earlier}: chance alone could explain the difference.`,
    } satisfies Movements,
    amountMovements: {
      rose: (earlier: string) => `Up from ${earlier} in the period before.`,
      fell: (earlier: string) => `Down from ${earlier} in the period before.`,
      steady: (earlier: string) => `Much the same as in the period before: ${earlier}.`,
    } satisfies Movements,
  },
  cy: {
    notReadable: 'Nid oedd modd holi’r cofnodion am hyn. Barnwch hebddo, a dywedwch hynny.',
    nothingRecorded: 'Ni chofnodwyd dim am hyn yn y cyfnod.',
    same: 'Yr un fath ag yn y cyfnod cynt.',
    nothingBefore: 'Nid oes dim o’i flaen i gymharu ag ef.',
    why: 'Pam?',
    noneToCount: 'Nid oes dim i’w gyfrif.',
    noneOf: (all: string) => `Dim un o ${all}.`,
    someOf: (some: string, all: string) => `${some} o ${all}.`,
    countedShare: (share: string, part: string, whole: string) => `${share}: ${part} o ${whole}.`,
    counted: (value: string) => `${value}.`,
    units: {
      visits: (n: string) => `${n} ymweliad`,
      hours: (n: string) => `${n} awr`,
      people: (n: string) => `${n} o bobl`,
      outcomes: (n: string) => `${n} o ganlyniadau`,
      reviews: (n: string) => `${n} adolygiad`,
      episodes: (n: string) => `${n} o gyfnodau ailalluogi`,
      'workers-per-person': (n: string) => `${n} o weithwyr gwahanol i bob person bob mis`,
      points: (n: string) => `${n} allan o 100`,
    },
    movements: {
      rose: (earlier: string) => `I fyny o ${earlier} yn y cyfnod cynt, mwy nag y gall siawns ei esbonio.`,
      fell: (earlier: string) => `I lawr o ${earlier} yn y cyfnod cynt, mwy nag y gall siawns ei esbonio.`,
      steady: (earlier: string) =>
        `Y ffigur yn y cyfnod cynt oedd ${earlier}: gallai siawns yn unig esbonio’r gwahaniaeth.`,
    } satisfies Movements,
    amountMovements: {
      rose: (earlier: string) => `I fyny o ${earlier} yn y cyfnod cynt.`,
      fell: (earlier: string) => `I lawr o ${earlier} yn y cyfnod cynt.`,
      steady: (earlier: string) => `Yn debyg iawn i’r cyfnod cynt: ${earlier}.`,
    } satisfies Movements,
  },
})
