/** The words of a person's record, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Record',
    lead: (entries: number) =>
      `Everything that happened, newest first: ${entries.toLocaleString('en-GB')} ${entries === 1 ? 'entry' : 'entries'}.`,
    empty: 'Nothing has happened yet.',
    more: (shown: number, all: number) => `The newest ${shown} of ${all} are shown. The copy has them all.`,
    copy: 'Make a copy for the person',
    copyHint: 'All that is held here about them, in their language. That it was made stands in the log.',
    pdf: 'PDF',
    word: 'Word',
    json: 'For programs (JSON)',
    documentTitle: (name: string) => `What is held about ${name}`,
    documentLead:
      'This is a copy of all that is held about you here: what you and others said, what was agreed, planned and done, and the log of who did it.',
    nothing: 'Nothing is held of these',
    month: 'Month',
    howMany: 'How many',
    counted: (total: number) =>
      `${total.toLocaleString('en-GB')} entries, counted by month. Ask for the copy for programs to have each of them.`,
    others: 'Read it before you hand it over',
    othersHint: 'These parts may tell about other people, or have what others said in confidence:',
    when: 'When',
    what: 'What',
    item: 'Item',
  },
  cy: {
    title: 'Cofnod',
    lead: (entries: number) =>
      `Popeth a ddigwyddodd, y diweddaraf yn gyntaf: ${plural('cy', entries, { one: 'un cofnod', two: 'dau gofnod', few: `${entries} chofnod`, other: `${entries} cofnod` })}.`,
    empty: 'Nid oes dim wedi digwydd eto.',
    more: (shown: number, all: number) => `Dangosir y ${shown} diweddaraf o ${all}. Mae pob un yn y copi.`,
    copy: 'Gwneud copi i’r person',
    copyHint: 'Popeth a gedwir yma amdanynt, yn eu hiaith nhw. Mae’r ffaith iddo gael ei wneud yn sefyll yn y log.',
    pdf: 'PDF',
    word: 'Word',
    json: 'Ar gyfer rhaglenni (JSON)',
    documentTitle: (name: string) => `Yr hyn a gedwir am ${name}`,
    documentLead:
      'Dyma gopi o bopeth a gedwir amdanoch yma: yr hyn a ddywedoch chi ac eraill, yr hyn a gytunwyd, a gynlluniwyd ac a wnaed, a’r log o bwy a’i gwnaeth.',
    nothing: 'Ni chedwir dim o’r rhain',
    month: 'Mis',
    howMany: 'Sawl un',
    counted: (total: number) =>
      `${total.toLocaleString('en-GB')} o gofnodion, wedi’u cyfrif fesul mis. Gofynnwch am y copi ar gyfer rhaglenni i gael pob un.`,
    others: 'Darllenwch ef cyn ei roi',
    othersHint: 'Gall y rhannau hyn sôn am bobl eraill, neu gynnwys yr hyn a ddywedodd eraill yn gyfrinachol:',
    when: 'Pryd',
    what: 'Beth',
    item: 'Eitem',
  },
})
