/** The words of the list of reviews. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Reviews',
    lead: (drafts: number, waiting: number, signed: number) =>
      drafts + waiting + signed === 0
        ? 'No review has been started yet.'
        : `${signed} signed, ${waiting} awaiting a signature, ${drafts} in draft.`,
    count: (n: number) => (n === 1 ? '1 review' : `${n} reviews`),
    start: 'Start a review',
    actions: 'Actions from all reviews',
    none: 'No review has been started yet. Start one: choose a framework, the contracts and a period.',
    noneFound: 'No review matches. Clear the filter to see all.',
    search: 'Name',
    state: 'State',
    all: 'All',
    states: { draft: 'Draft', 'awaiting-signature': 'Awaiting signature', signed: 'Signed', withdrawn: 'Withdrawn' },
    csv: 'Download as CSV',
    xlsx: 'Download as Excel',
    columns: {
      name: 'Review',
      covers: 'Looks at',
      period: 'Period',
      state: 'State',
      progress: 'Judged',
      actions: 'Actions',
      startedBy: 'Started by',
      startedAt: 'Started',
      signedBy: 'Signed by',
      signedAt: 'Signed',
      from: 'First day',
      to: 'Last day',
      framework: 'Framework',
    },
    wholeAuthority: 'The whole authority',
    contracts: (n: number) => (n === 1 ? '1 contract' : `${n} contracts`),
    progress: (answered: number, asked: number) => `${answered} of ${asked}`,
    late: (n: number) => `${n} late`,
  },
  cy: {
    title: 'Adolygiadau',
    lead: (drafts: number, waiting: number, signed: number) =>
      drafts + waiting + signed === 0
        ? 'Nid oes adolygiad wedi’i ddechrau eto.'
        : `${signed} wedi’u llofnodi, ${waiting} yn aros am lofnod, ${drafts} ar ffurf drafft.`,
    count: (n: number) => plural('cy', n, { one: '1 adolygiad', two: '2 adolygiad', other: `${n} adolygiad` }),
    start: 'Dechrau adolygiad',
    actions: 'Camau gweithredu o bob adolygiad',
    none: 'Nid oes adolygiad wedi’i ddechrau eto. Dechreuwch un: dewiswch fframwaith, y contractau a chyfnod.',
    noneFound: 'Nid oes adolygiad yn cyfateb. Cliriwch yr hidlydd i weld pob un.',
    search: 'Enw',
    state: 'Cyflwr',
    all: 'Pob un',
    states: {
      draft: 'Drafft',
      'awaiting-signature': 'Yn aros am lofnod',
      signed: 'Wedi’i lofnodi',
      withdrawn: 'Wedi’i dynnu’n ôl',
    },
    csv: 'Lawrlwytho fel CSV',
    xlsx: 'Lawrlwytho fel Excel',
    columns: {
      name: 'Adolygiad',
      covers: 'Yn edrych ar',
      period: 'Cyfnod',
      state: 'Cyflwr',
      progress: 'Wedi’u barnu',
      actions: 'Camau gweithredu',
      startedBy: 'Dechreuwyd gan',
      startedAt: 'Dechreuwyd',
      signedBy: 'Llofnodwyd gan',
      signedAt: 'Llofnodwyd',
      from: 'Diwrnod cyntaf',
      to: 'Diwrnod olaf',
      framework: 'Fframwaith',
    },
    wholeAuthority: 'Yr awdurdod cyfan',
    contracts: (n: number) =>
      plural('cy', n, {
        one: '1 contract',
        two: '2 gontract',
        few: '3 chontract',
        many: '6 chontract',
        other: `${n} contract`,
      }),
    progress: (answered: number, asked: number) => `${answered} o ${asked}`,
    late: (n: number) => `${n} yn hwyr`,
  },
})
