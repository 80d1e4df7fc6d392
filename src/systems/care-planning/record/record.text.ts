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
      'This is a copy of what care planning holds about you. Packages of care, visits and payments are held elsewhere and come with a copy of their own.',
    nothing: 'Nothing is held here.',
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
      'Dyma gopi o’r hyn y mae cynllunio gofal yn ei gadw amdanoch. Cedwir pecynnau gofal, ymweliadau a thaliadau mewn man arall, a daw copi ar wahân o’r rheini.',
    nothing: 'Ni chedwir dim yma.',
    when: 'Pryd',
    what: 'Beth',
    item: 'Eitem',
  },
})
