/** The words of the actions that reviews lead to. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    reviews: 'Reviews',
    title: 'Actions from reviews',
    lead: (open: number, late: number) => {
      if (open === 0) return 'No action is open.'
      const opened = open === 1 ? '1 action is open' : `${open} actions are open`
      return late === 0 ? `${opened}; none is late.` : `${opened}; ${late} of them ${late === 1 ? 'is' : 'are'} late.`
    },
    count: (n: number) => (n === 1 ? '1 action' : `${n} actions`),
    none: 'Signed reviews have led to no action yet.',
    noneFound: 'No action matches. Clear the filter to see all.',
    state: 'State',
    all: 'All',
    states: { late: 'Late', open: 'Open', done: 'Done', dropped: 'Dropped' },
    csv: 'Download as CSV',
    xlsx: 'Download as Excel',
    columns: {
      what: 'Action',
      owner: 'Who',
      due: 'Due',
      state: 'State',
      review: 'Review',
      closedOn: 'Closed',
      note: 'Note',
    },
    change: 'Say how it stands',
    stands: 'How does it stand?',
    note: 'What was done, or why it was dropped?',
    save: 'Save',
    saved: 'Saved.',
    due: (day: string, owner: string) => `Due ${day}. ${owner}.`,
    remove: 'Remove the action',
    removeTitle: 'Remove this action',
    removed: 'The action has been removed.',
    back: 'Go back',
  },
  cy: {
    reviews: 'Adolygiadau',
    title: 'Camau gweithredu o adolygiadau',
    lead: (open: number, late: number) => {
      if (open === 0) return 'Nid oes cam gweithredu ar agor.'
      const opened = plural('cy', open, {
        one: 'Mae 1 cam gweithredu ar agor',
        two: 'Mae 2 gam gweithredu ar agor',
        few: 'Mae 3 cham gweithredu ar agor',
        many: 'Mae 6 cham gweithredu ar agor',
        other: `Mae ${open} cam gweithredu ar agor`,
      })
      return late === 0 ? `${opened}; nid oes un yn hwyr.` : `${opened}; mae ${late} ohonynt yn hwyr.`
    },
    count: (n: number) =>
      plural('cy', n, {
        one: '1 cam gweithredu',
        two: '2 gam gweithredu',
        few: '3 cham gweithredu',
        many: '6 cham gweithredu',
        other: `${n} cam gweithredu`,
      }),
    none: 'Nid yw adolygiadau wedi’u llofnodi wedi arwain at gam gweithredu eto.',
    noneFound: 'Nid oes cam gweithredu yn cyfateb. Cliriwch yr hidlydd i weld pob un.',
    state: 'Cyflwr',
    all: 'Pob un',
    states: { late: 'Yn hwyr', open: 'Ar agor', done: 'Wedi’i wneud', dropped: 'Wedi’i ollwng' },
    csv: 'Lawrlwytho fel CSV',
    xlsx: 'Lawrlwytho fel Excel',
    columns: {
      what: 'Cam gweithredu',
      owner: 'Pwy',
      due: 'Erbyn',
      state: 'Cyflwr',
      review: 'Adolygiad',
      closedOn: 'Caewyd',
      note: 'Nodyn',
    },
    change: 'Nodi sut mae’n sefyll',
    stands: 'Sut mae’n sefyll?',
    note: 'Beth a wnaed, neu pam y cafodd ei ollwng?',
    save: 'Cadw',
    saved: 'Wedi’i gadw.',
    due: (day: string, owner: string) => `Erbyn ${day}. ${owner}.`,
    remove: 'Dileu’r cam gweithredu',
    removeTitle: 'Dileu’r cam gweithredu hwn',
    removed: 'Mae’r cam gweithredu wedi’i ddileu.',
    back: 'Mynd yn ôl',
  },
})
