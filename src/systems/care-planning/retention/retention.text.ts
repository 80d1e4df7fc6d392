/** The words of how long records are kept, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'
import { showCounted } from '../../../kernel/quantity.ts'

export const text = bilingual({
  en: {
    title: 'Records whose time comes',
    lead: (due: number) =>
      due === 0
        ? 'No record’s time has come.'
        : `The time of ${due === 1 ? 'one record has' : `${showCounted('en', due)} records have`} come. Look at each before anything is done.`,
    about:
      'Canlyn keeps the list and the reasons. Your records officer decides, and disposes of a record or keeps it longer; nothing is deleted here.',
    none: 'No record’s time has come, or comes within a year.',
    noneFirst: (day: string) => `No record’s time has come, or comes within a year. The first may come on ${day}.`,
    person: 'Person',
    ref: 'Reference',
    ended: 'Care ended',
    last: 'Last written',
    until: 'Kept until',
    why: 'Why',
    due: 'time has come',
    rules: 'The rules',
    source: 'Where the years come from',
    csv: 'Download as CSV',
    xlsx: 'Download as Excel',
    section: 'How long it is kept',
    keptWhile: 'The record is kept while care goes on.',
    keptUntil: (day: string, because: string) => `Kept until ${day}. ${because}`,
    timeHasCome: (day: string, because: string) => `Its time came on ${day}. ${because}`,
    all: 'Records whose time comes',
  },
  cy: {
    title: 'Cofnodion y daw eu hamser',
    lead: (due: number) =>
      plural('cy', due, {
        zero: 'Ni ddaeth amser yr un cofnod.',
        one: 'Daeth amser un cofnod. Edrychwch arno cyn gwneud dim.',
        two: 'Daeth amser dau gofnod. Edrychwch ar bob un cyn gwneud dim.',
        other: `Daeth amser ${showCounted('cy', due)} o gofnodion. Edrychwch ar bob un cyn gwneud dim.`,
      }),
    about:
      'Mae Canlyn yn cadw’r rhestr a’r rhesymau. Eich swyddog cofnodion sy’n penderfynu, ac yn gwaredu cofnod neu’n ei gadw’n hirach; ni chaiff dim ei ddileu yma.',
    none: 'Ni ddaeth amser yr un cofnod, ac ni ddaw o fewn blwyddyn.',
    noneFirst: (day: string) =>
      `Ni ddaeth amser yr un cofnod, ac ni ddaw o fewn blwyddyn. Gallai’r cyntaf ddod ar ${day}.`,
    person: 'Person',
    ref: 'Cyfeirnod',
    ended: 'Daeth y gofal i ben',
    last: 'Ysgrifennwyd ddiwethaf',
    until: 'Cedwir tan',
    why: 'Pam',
    due: 'daeth yr amser',
    rules: 'Y rheolau',
    source: 'O ble y daw’r blynyddoedd',
    csv: 'Lawrlwytho fel CSV',
    xlsx: 'Lawrlwytho fel Excel',
    section: 'Am ba hyd y’i cedwir',
    keptWhile: 'Cedwir y cofnod tra bydd y gofal yn parhau.',
    keptUntil: (day: string, because: string) => `Cedwir tan ${day}. ${because}`,
    timeHasCome: (day: string, because: string) => `Daeth ei amser ar ${day}. ${because}`,
    all: 'Cofnodion y daw eu hamser',
  },
})
