/** What the pages and the command of measures say. */
import { bilingual, plural } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    measures: 'Measures',
    catalogueLead: (count: number) =>
      `${count} things can be counted here. Each says exactly what stands over what, and every number leads to its records.`,
    columns: { measure: 'Measure', meaning: 'What is counted', unit: 'Unit', better: 'Better when' },
    better: { higher: 'higher', lower: 'lower', neither: 'neither higher nor lower' },
    said: (period: string, value: string, parts: string | undefined) =>
      parts ? `${period}: ${value}, that is ${parts}.` : `${period}: ${value}.`,
    saidNothing: (period: string) => `${period}: there was nothing to count.`,
    before: (value: string) => `In the same length of time before it was ${value}.`,
    beforeNothing: 'In the same length of time before there was nothing to count.',
    waitingFirst: 'Records are being counted for the first time, so this number is not complete yet.',
    waiting: (at: string) => `Records have come in that are not counted yet; everything up to ${at} is.`,
    filter: { contract: 'Contract', provider: 'Provider', area: 'Area', all: 'All', from: 'From', to: 'To' },
    asked: (parts: readonly string[]) => (parts.length > 0 ? `For ${parts.join(', ')}` : 'For the whole authority'),
    ofBand: (band: string) => `need band “${band}”`,
    byMonth: 'Month by month',
    monthMeaning: (low: string, lowMonth: string, high: string, highMonth: string) =>
      `Between ${low} (${lowMonth}) and ${high} (${highMonth}).`,
    changed: {
      up: (months: number) =>
        plural('en', months, {
          one: 'The newest month is higher than chance alone would explain.',
          other: `The newest ${months} months are all higher than usual: chance alone would hardly give such a run.`,
        }),
      down: (months: number) =>
        plural('en', months, {
          one: 'The newest month is lower than chance alone would explain.',
          other: `The newest ${months} months are all lower than usual: chance alone would hardly give such a run.`,
        }),
    },
    noWholeMonth: 'The period holds no whole month. Choose a longer one to see the months side by side.',
    byContract: 'By contract',
    contract: 'Contract',
    reference: 'Reference',
    noContract: 'No contract',
    value: 'Value',
    parts: 'Made of',
    why: 'Why?',
    whyThis: 'The records behind this number',
    howCounted: 'How it is counted',
    explainTitle: (label: string) => `Why? ${label}`,
    behindNumerator: 'The records counted',
    behindDenominator: 'All the records they are set over',
    explainLead: (value: string, count: number, shown: string) =>
      `${value}. ${plural('en', count, { one: '1 record stands behind it.', other: `${shown} records stand behind it, newest first.` })}`,
    explainNone: 'No records stand behind this number. Choose another period or ask about more of the authority.',
    otherPart: 'Show instead:',
    exportCsv: 'Download as CSV',
    exportXlsx: 'Download as Excel',
    firstPage: 'Back to the newest',
    catalogue: 'All measures',
    commandAbout: 'Ask for a measure by name, or list what can be asked for (`canlyn measure list`)',
    commandOptions: {
      name: 'Name of the measure, or `list`',
      authority: 'Reference of the authority',
      contract: 'Only this contract (reference)',
      provider: 'Only this provider (reference)',
      area: 'Only this area (reference)',
      from: 'First day: 2025-04-01',
      to: 'Last day: 2026-03-31',
    },
    commandNeeds: (option: string) => `Say ${option} too: a measure is asked for with --authority, --from and --to.`,
  },
  cy: {
    measures: 'Mesurau',
    catalogueLead: (count: number) =>
      `Gellir cyfrif ${count} o bethau yma. Mae pob un yn dweud yn union beth sydd dros beth, ac mae pob rhif yn arwain at ei gofnodion.`,
    columns: { measure: 'Mesur', meaning: 'Beth sy’n cael ei gyfrif', unit: 'Uned', better: 'Yn well pan fydd' },
    better: { higher: 'yn uwch', lower: 'yn is', neither: 'ddim yn uwch nac yn is' },
    said: (period: string, value: string, parts: string | undefined) =>
      parts ? `${period}: ${value}, hynny yw ${parts}.` : `${period}: ${value}.`,
    saidNothing: (period: string) => `${period}: nid oedd dim i’w gyfrif.`,
    before: (value: string) => `Yn y cyfnod o’r un hyd cyn hynny, y gwerth oedd ${value}.`,
    beforeNothing: 'Yn y cyfnod o’r un hyd cyn hynny nid oedd dim i’w gyfrif.',
    waitingFirst: 'Mae cofnodion yn cael eu cyfrif am y tro cyntaf, felly nid yw’r rhif hwn yn gyflawn eto.',
    waiting: (at: string) =>
      `Mae cofnodion wedi cyrraedd nad ydynt wedi’u cyfrif eto; mae popeth hyd at ${at} wedi’i gyfrif.`,
    filter: { contract: 'Contract', provider: 'Darparwr', area: 'Ardal', all: 'Pob un', from: 'O', to: 'Hyd at' },
    asked: (parts: readonly string[]) =>
      parts.length > 0 ? `Ar gyfer ${parts.join(', ')}` : 'Ar gyfer yr awdurdod cyfan',
    ofBand: (band: string) => `band angen “${band}”`,
    byMonth: 'Fesul mis',
    monthMeaning: (low: string, lowMonth: string, high: string, highMonth: string) =>
      `Rhwng ${low} (${lowMonth}) a ${high} (${highMonth}).`,
    changed: {
      up: (months: number) =>
        plural('cy', months, {
          one: 'Mae’r mis diweddaraf yn uwch nag y byddai siawns yn unig yn ei esbonio.',
          other: `Mae’r ${months} mis diweddaraf i gyd yn uwch na’r arfer: go brin y byddai siawns yn unig yn rhoi rhediad o’r fath.`,
        }),
      down: (months: number) =>
        plural('cy', months, {
          one: 'Mae’r mis diweddaraf yn is nag y byddai siawns yn unig yn ei esbonio.',
          other: `Mae’r ${months} mis diweddaraf i gyd yn is na’r arfer: go brin y byddai siawns yn unig yn rhoi rhediad o’r fath.`,
        }),
    },
    noWholeMonth: 'Nid oes mis cyfan yn y cyfnod. Dewiswch un hirach i weld y misoedd ochr yn ochr.',
    byContract: 'Fesul contract',
    contract: 'Contract',
    reference: 'Cyfeirnod',
    noContract: 'Dim contract',
    value: 'Gwerth',
    parts: 'O beth y mae',
    why: 'Pam?',
    whyThis: 'Y cofnodion y tu ôl i’r rhif hwn',
    howCounted: 'Sut mae’n cael ei gyfrif',
    explainTitle: (label: string) => `Pam? ${label}`,
    behindNumerator: 'Y cofnodion a gyfrifwyd',
    behindDenominator: 'Yr holl gofnodion y maent wedi’u gosod drostynt',
    explainLead: (value: string, count: number, shown: string) =>
      `${value}. ${plural('cy', count, {
        one: 'Mae 1 cofnod y tu ôl iddo.',
        two: 'Mae 2 gofnod y tu ôl iddo, y diweddaraf yn gyntaf.',
        other: `Mae ${shown} o gofnodion y tu ôl iddo, y diweddaraf yn gyntaf.`,
      })}`,
    explainNone: 'Nid oes cofnodion y tu ôl i’r rhif hwn. Dewiswch gyfnod arall neu holwch am ragor o’r awdurdod.',
    otherPart: 'Dangos yn lle hynny:',
    exportCsv: 'Lawrlwytho fel CSV',
    exportXlsx: 'Lawrlwytho fel Excel',
    firstPage: 'Yn ôl at y diweddaraf',
    catalogue: 'Pob mesur',
    commandAbout: 'Gofyn am fesur wrth ei enw, neu restru’r hyn y gellir gofyn amdano (`canlyn measure list`)',
    commandOptions: {
      name: 'Enw’r mesur, neu `list`',
      authority: 'Cyfeirnod yr awdurdod',
      contract: 'Y contract hwn yn unig (cyfeirnod)',
      provider: 'Y darparwr hwn yn unig (cyfeirnod)',
      area: 'Yr ardal hon yn unig (cyfeirnod)',
      from: 'Diwrnod cyntaf: 2025-04-01',
      to: 'Diwrnod olaf: 2026-03-31',
    },
    commandNeeds: (option: string) => `Rhowch ${option} hefyd: gofynnir am fesur gyda --authority, --from a --to.`,
  },
})
