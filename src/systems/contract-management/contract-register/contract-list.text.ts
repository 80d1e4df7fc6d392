/** The words of the list of contracts, in both languages. */
import { counted } from '../../../kernel/counted.ts'
import { bilingual } from '../../../kernel/language.ts'

export const listText = bilingual({
  en: {
    title: 'Contracts',
    lead: (count: number, share: string) =>
      `${count === 1 ? '1 contract' : counted('en', count, 'contract')}: ${share} of the outcomes reviewed in the last twelve months were achieved.`,
    leadNothingReviewed: (count: number) =>
      `${counted('en', count, 'contract')}; no outcome was reviewed in the last twelve months.`,
    none: 'There are no contracts yet. They come in from a file.',
    noneFound: 'No contract matches. Clear the filter to see all.',
    count: (count: number, ending: number) =>
      ending === 0
        ? counted('en', count, 'contract')
        : `${counted('en', count, 'contract')}, ${ending} of them ending within six months`,
    search: 'Title, reference or provider',
    provider: 'Provider',
    area: 'Area',
    outcome: 'Meant to serve',
    service: 'Service',
    model: 'Model',
    route: 'Bought by',
    state: 'State',
    targets: 'Targets',
    targetChoices: { missed: 'Missed in the last month' },
    serves: 'Broken links',
    servesChoices: { nothing: 'Serves no outcome', 'nothing-watched': 'Watched by indicators that serve no outcome' },
    states: {
      live: 'Live',
      ending: 'Ending within six months',
      upcoming: 'Not started yet',
      ended: 'Ended',
      all: 'All',
    },
    stateTags: { live: 'Live', upcoming: 'Not started', ended: 'Ended', ending: 'Ending soon' },
    all: 'All',
    columns: {
      reference: 'Reference',
      title: 'Contract',
      provider: 'Provider',
      model: 'Model',
      ends: 'Ends',
      people: 'People',
      achieved: 'Outcomes achieved',
      achievedCount: 'Achieved',
      reviewedCount: 'Reviewed',
      onTime: 'Visits on time',
      service: 'Service',
      route: 'Bought by',
      starts: 'Starts',
    },
    routes: { framework: 'Framework', block: 'Block contract', spot: 'Spot purchase' },
    noEnd: 'Open-ended',
    chart: 'Punctual, or achieving?',
    chartMeaning:
      'Each dot is a contract with at least ten outcomes reviewed; the dotted cross is all of them together. What lies far from the cross is worth a look.',
    late: 'Late, yet achieving',
    punctual: 'Punctual, achieving little',
    csv: 'Save as CSV',
    xlsx: 'Save as Excel',
    today: {
      ending: (count: number) =>
        count === 1
          ? '1 contract ends within six months.'
          : `${counted('en', count, 'contract')} end within six months.`,
      offTarget: (count: number) =>
        count === 1
          ? '1 contract missed a target in the last month by more than chance explains.'
          : `${counted('en', count, 'contract')} missed a target in the last month by more than chance explains.`,
      servesNothing: (count: number) =>
        count === 1 ? '1 live contract serves no outcome.' : `${count} live contracts serve no outcome.`,
    },
  },
  cy: {
    title: 'Contractau',
    lead: (count: number, share: string) =>
      `${counted('cy', count, 'contract')}: cyflawnwyd ${share} o’r canlyniadau a adolygwyd yn ystod y deuddeg mis diwethaf.`,
    leadNothingReviewed: (count: number) =>
      `${counted('cy', count, 'contract')}; ni adolygwyd unrhyw ganlyniad yn ystod y deuddeg mis diwethaf.`,
    none: 'Nid oes contractau eto. Deuant i mewn o ffeil.',
    noneFound: 'Nid oes contract yn cyfateb. Cliriwch yr hidlydd i weld pob un.',
    count: (count: number, ending: number) =>
      ending === 0
        ? counted('cy', count, 'contract')
        : `${counted('cy', count, 'contract')}, ${ending} ohonynt yn dod i ben o fewn chwe mis`,
    search: 'Teitl, cyfeirnod neu ddarparwr',
    provider: 'Darparwr',
    area: 'Ardal',
    outcome: 'I fod i wasanaethu',
    service: 'Gwasanaeth',
    model: 'Model',
    route: 'Prynwyd drwy',
    state: 'Cyflwr',
    targets: 'Targedau',
    targetChoices: { missed: 'Wedi’u methu yn y mis diwethaf' },
    serves: 'Dolenni toredig',
    servesChoices: {
      nothing: 'Nid yw’n gwasanaethu unrhyw ganlyniad',
      'nothing-watched': 'Yn cael ei wylio gan ddangosyddion nad ydynt yn gwasanaethu unrhyw ganlyniad',
    },
    states: {
      live: 'Byw',
      ending: 'Yn dod i ben o fewn chwe mis',
      upcoming: 'Heb ddechrau eto',
      ended: 'Wedi dod i ben',
      all: 'Pob un',
    },
    stateTags: { live: 'Byw', upcoming: 'Heb ddechrau', ended: 'Wedi dod i ben', ending: 'Yn dod i ben cyn bo hir' },
    all: 'Pob un',
    columns: {
      reference: 'Cyfeirnod',
      title: 'Contract',
      provider: 'Darparwr',
      model: 'Model',
      ends: 'Yn dod i ben',
      people: 'Pobl',
      achieved: 'Canlyniadau a gyflawnwyd',
      achievedCount: 'Wedi’u cyflawni',
      reviewedCount: 'Wedi’u hadolygu',
      onTime: 'Ymweliadau prydlon',
      service: 'Gwasanaeth',
      route: 'Prynwyd drwy',
      starts: 'Yn dechrau',
    },
    routes: { framework: 'Fframwaith', block: 'Contract bloc', spot: 'Pryniant yn ôl y galw' },
    noEnd: 'Penagored',
    chart: 'Prydlon, neu’n cyflawni?',
    chartMeaning:
      'Mae pob dot yn gontract ag o leiaf ddeg canlyniad wedi’u hadolygu; y groes ddotiog yw pob un gyda’i gilydd. Mae’n werth edrych ar yr hyn sydd ymhell o’r groes.',
    late: 'Yn hwyr, ond yn cyflawni',
    punctual: 'Yn brydlon, ond yn cyflawni fawr ddim',
    csv: 'Cadw fel CSV',
    xlsx: 'Cadw fel Excel',
    today: {
      ending: (count: number) =>
        count === 1
          ? 'Mae 1 contract yn dod i ben o fewn chwe mis.'
          : `Mae ${counted('cy', count, 'contract')} yn dod i ben o fewn chwe mis.`,
      offTarget: (count: number) =>
        `Methodd ${counted('cy', count, 'contract')} darged yn y mis diwethaf o fwy nag y mae siawns yn ei esbonio.`,
      servesNothing: (count: number) =>
        count === 1
          ? 'Mae 1 contract byw nad yw’n gwasanaethu unrhyw ganlyniad.'
          : `Mae ${counted('cy', count, 'contract')} byw nad ydynt yn gwasanaethu unrhyw ganlyniad.`,
    },
  },
})
