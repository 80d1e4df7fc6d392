/** What the pages of visits say. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    visits: 'Visits',
    packages: 'Packages of care',
    kinds: {
      all: 'All visits',
      delivered: 'Delivered',
      missed: 'Missed',
      cancelled: 'Cancelled',
      late: 'Started late',
      short: 'Cut short',
    },
    lead: {
      all: (count: number, shown: string) =>
        plural('en', count, { one: '1 visit was planned', other: `${shown} visits were planned` }),
      delivered: (count: number, shown: string) =>
        plural('en', count, { one: '1 visit was delivered', other: `${shown} visits were delivered` }),
      missed: (count: number, shown: string) =>
        plural('en', count, { one: '1 visit was missed', other: `${shown} visits were missed` }),
      cancelled: (count: number, shown: string) =>
        plural('en', count, { one: '1 visit was cancelled', other: `${shown} visits were cancelled` }),
      late: (count: number, shown: string) =>
        plural('en', count, { one: '1 visit started late', other: `${shown} visits started late` }),
      short: (count: number, shown: string) =>
        plural('en', count, { one: '1 visit was cut short', other: `${shown} visits were cut short` }),
    },
    inPeriod: (said: string, period: string) => `${said}, ${period}.`,
    none: 'No visits match. Choose more days, or clear the filter.',
    show: 'Show',
    contract: 'Contract',
    provider: 'Provider',
    area: 'Area',
    any: 'All',
    from: 'From',
    to: 'To',
    exportCsv: 'Download as CSV',
    exportXlsx: 'Download as Excel',
    columns: {
      day: 'Day',
      planned: 'Planned',
      actual: 'Logged',
      person: 'Person',
      provider: 'Provider',
      contract: 'Contract',
      status: 'Status',
      ref: 'Reference',
    },
    noTimes: 'Not logged',
    late: 'Late',
    short: 'Short',
    visitOf: (person: string) => `Visit to ${person}`,
    sentence: {
      early: (minutes: number) =>
        `It began ${plural('en', minutes, { one: '1 minute', other: `${minutes} minutes` })} early`,
      onTime: 'It began when planned',
      within: (minutes: number, allowed: number) =>
        `It began ${plural('en', minutes, { one: '1 minute', other: `${minutes} minutes` })} late, within the ${allowed} that the contract allows`,
      late: (minutes: number, allowed: number) =>
        `It began ${plural('en', minutes, { one: '1 minute', other: `${minutes} minutes` })} late, more than the ${allowed} that the contract allows`,
      noStart: 'When it began was not logged',
      lasted: (minutes: number, planned: number) =>
        `it lasted ${minutes} of the ${plural('en', planned, { one: '1 minute', other: `${planned} minutes` })} planned`,
      noEnd: 'how long it lasted was not logged',
      join: (first: string, second: string) => `${first}; ${second}.`,
      missed: 'Nobody came to this visit.',
      cancelled: (reason: string | null) =>
        reason ? `This visit was called off beforehand: ${reason}.` : 'This visit was called off beforehand.',
    },
    facts: {
      status: 'Status',
      planned: 'Planned',
      actual: 'Logged',
      workers: 'Care workers',
      languageAsked: 'Language asked for',
      language: 'Language used',
      notRecorded: 'Not recorded',
      tolerances: 'The contract’s tolerances',
      tolerancesAre: (late: number, short: number) =>
        `Late after ${plural('en', late, { one: '1 minute', other: `${late} minutes` })}; short under ${short}% of the planned length`,
      package: 'Package of care',
      openPackage: 'Open the package',
    },
    missedYesterday: (count: number) =>
      plural('en', count, { one: '1 visit was missed yesterday.', other: `${count} visits were missed yesterday.` }),
    stop: {
      delivered: (shown: string) => `${shown} delivered`,
      share: (missed: string) => `${missed} missed`,
      none: 'No visits in this time',
    },
  },
  cy: {
    visits: 'Ymweliadau',
    packages: 'Pecynnau gofal',
    kinds: {
      all: 'Pob ymweliad',
      delivered: 'Wedi’u cynnal',
      missed: 'Wedi’u colli',
      cancelled: 'Wedi’u canslo',
      late: 'Wedi dechrau’n hwyr',
      short: 'Wedi’u cwtogi',
    },
    lead: {
      all: (count: number, shown: string) =>
        plural('cy', count, {
          zero: 'Ni chynlluniwyd unrhyw ymweliad',
          one: 'Cynlluniwyd 1 ymweliad',
          other: `Cynlluniwyd ${shown} o ymweliadau`,
        }),
      delivered: (count: number, shown: string) =>
        plural('cy', count, {
          zero: 'Ni chynhaliwyd unrhyw ymweliad',
          one: 'Cynhaliwyd 1 ymweliad',
          other: `Cynhaliwyd ${shown} o ymweliadau`,
        }),
      missed: (count: number, shown: string) =>
        plural('cy', count, {
          zero: 'Ni chollwyd unrhyw ymweliad',
          one: 'Collwyd 1 ymweliad',
          other: `Collwyd ${shown} o ymweliadau`,
        }),
      cancelled: (count: number, shown: string) =>
        plural('cy', count, {
          zero: 'Ni chanslwyd unrhyw ymweliad',
          one: 'Canslwyd 1 ymweliad',
          other: `Canslwyd ${shown} o ymweliadau`,
        }),
      late: (count: number, shown: string) =>
        plural('cy', count, {
          zero: 'Ni ddechreuodd unrhyw ymweliad yn hwyr',
          one: 'Dechreuodd 1 ymweliad yn hwyr',
          other: `Dechreuodd ${shown} o ymweliadau’n hwyr`,
        }),
      short: (count: number, shown: string) =>
        plural('cy', count, {
          zero: 'Ni chwtogwyd unrhyw ymweliad',
          one: 'Cwtogwyd 1 ymweliad',
          other: `Cwtogwyd ${shown} o ymweliadau`,
        }),
    },
    inPeriod: (said: string, period: string) => `${said}, ${period}.`,
    none: 'Nid oes ymweliadau’n cyfateb. Dewiswch ragor o ddiwrnodau, neu cliriwch yr hidlydd.',
    show: 'Dangos',
    contract: 'Contract',
    provider: 'Darparwr',
    area: 'Ardal',
    any: 'Pob un',
    from: 'O',
    to: 'Hyd at',
    exportCsv: 'Lawrlwytho fel CSV',
    exportXlsx: 'Lawrlwytho fel Excel',
    columns: {
      day: 'Diwrnod',
      planned: 'Cynlluniwyd',
      actual: 'Cofnodwyd',
      person: 'Person',
      provider: 'Darparwr',
      contract: 'Contract',
      status: 'Statws',
      ref: 'Cyfeirnod',
    },
    noTimes: 'Heb ei gofnodi',
    late: 'Hwyr',
    short: 'Byr',
    visitOf: (person: string) => `Ymweliad â ${person}`,
    sentence: {
      early: (minutes: number) => `Dechreuodd ${minutes} munud yn gynnar`,
      onTime: 'Dechreuodd ar yr amser a gynlluniwyd',
      within: (minutes: number, allowed: number) =>
        `Dechreuodd ${minutes} munud yn hwyr, o fewn y ${allowed} y mae’r contract yn eu caniatáu`,
      late: (minutes: number, allowed: number) =>
        `Dechreuodd ${minutes} munud yn hwyr, mwy na’r ${allowed} y mae’r contract yn eu caniatáu`,
      noStart: 'Ni chofnodwyd pryd y dechreuodd',
      lasted: (minutes: number, planned: number) => `parhaodd ${minutes} o’r ${planned} munud a gynlluniwyd`,
      noEnd: 'ni chofnodwyd am ba hyd y parhaodd',
      join: (first: string, second: string) => `${first}; ${second}.`,
      missed: 'Ni ddaeth neb i’r ymweliad hwn.',
      cancelled: (reason: string | null) =>
        reason ? `Canslwyd yr ymweliad hwn ymlaen llaw: ${reason}.` : 'Canslwyd yr ymweliad hwn ymlaen llaw.',
    },
    facts: {
      status: 'Statws',
      planned: 'Cynlluniwyd',
      actual: 'Cofnodwyd',
      workers: 'Gweithwyr gofal',
      languageAsked: 'Yr iaith y gofynnwyd amdani',
      language: 'Yr iaith a ddefnyddiwyd',
      notRecorded: 'Heb ei chofnodi',
      tolerances: 'Goddefiannau’r contract',
      tolerancesAre: (late: number, short: number) =>
        `Yn hwyr ar ôl ${late} munud; yn fyr o dan ${short}% o’r hyd a gynlluniwyd`,
      package: 'Pecyn gofal',
      openPackage: 'Agor y pecyn',
    },
    missedYesterday: (count: number) =>
      plural('cy', count, {
        one: 'Collwyd 1 ymweliad ddoe.',
        other: `Collwyd ${count} o ymweliadau ddoe.`,
      }),
    stop: {
      delivered: (shown: string) => `Cynhaliwyd ${shown}`,
      share: (missed: string) => `Collwyd ${missed}`,
      none: 'Dim ymweliadau yn yr amser hwn',
    },
  },
})
