/** What the comparison of providers says. */
import { bilingual, plural } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Providers compared',
    by: 'What to compare by',
    whole: 'All providers together',
    nothing: 'Nothing was counted in this period. Choose a longer one, or more of the authority.',
    noProvider: 'No provider',
    allWithin: (count: number) =>
      plural('en', count, {
        one: 'There is one provider here, so there is nobody to compare it with.',
        other: `Once the mix of need is allowed for, chance alone explains the differences between all ${count} that can be compared.`,
      }),
    below: (names: string) =>
      `Lower than their people’s need bands would lead us to expect, by more than chance explains: ${names}.`,
    above: (names: string) =>
      `Higher than their people’s need bands would lead us to expect, by more than chance explains: ${names}.`,
    restWithin: (count: number) =>
      plural('en', count, {
        one: 'Chance explains the difference of 1 other.',
        other: `Chance explains the differences of ${count} others.`,
      }),
    notSaid: (count: number) =>
      plural('en', count, {
        one: '1 has too little to say anything about.',
        other: `${count} have too little to say anything about.`,
      }),
    ask: 'A difference is a reason to ask, not a verdict: need bands cannot hold everything that matters.',
    table: 'Side by side',
    columns: {
      provider: 'Provider',
      crude: 'As counted (not adjusted)',
      parts: 'Made of',
      expected: 'Expected',
      adjusted: 'Adjusted for need band',
      low: 'Chance explains, from',
      high: 'Chance explains, to',
      verdict: 'What it means',
      why: 'Why?',
      withoutBand: 'Without a band',
    },
    span: (low: string, high: string) => `${low} to ${high}`,
    verdicts: {
      below: 'Lower, more than chance',
      within: 'Chance explains it',
      above: 'Higher, more than chance',
      'too-few': 'Too few to say',
      alone: 'Mostly itself',
      'no-ground': 'Nothing to compare',
    },
    bands: 'Who supports people with which needs',
    bandsLead: (share: string) =>
      `As counted in each need band, and out of how many. ${share} of the results are of people whose band nobody has recorded; they are compared as a group of their own.`,
    how: 'How it is worked out',
    howWords: [
      'Each provider’s people are taken band by band. Expected is what would have been achieved had each band done with this provider as it did in the whole authority. Adjusted is the authority’s own figure, times observed over expected (for a gap: the figure, plus observed less expected). This is indirect standardisation.',
      'The band is the one that held when the outcome was agreed or reablement began, so that what a provider achieved does not change what was expected of it.',
      'The span shows what chance explains, three standard deviations either way (Wilson’s score interval; for gaps, Zou and Donner’s, made of two of them). Fewer than 10 results are too few to say anything. A provider with more than three quarters of its bands’ results would be compared with itself.',
      'Adjusted figures each answer for one provider against the whole. They are not a ranking, and two of them should not be set against each other.',
    ],
    onlyPersonal:
      'Only outcomes of people whom a provider supports are compared. Outcomes of the whole population are never compared by provider.',
    exportCsv: 'Download as CSV',
    exportXlsx: 'Download as Excel',
    why: 'Why?',
  },
  cy: {
    title: 'Cymharu darparwyr',
    by: 'Cymharu yn ôl beth',
    whole: 'Pob darparwr gyda’i gilydd',
    nothing: 'Ni chyfrifwyd dim yn y cyfnod hwn. Dewiswch gyfnod hirach, neu ragor o’r awdurdod.',
    noProvider: 'Dim darparwr',
    allWithin: (count: number) =>
      plural('cy', count, {
        one: 'Un darparwr sydd yma, felly nid oes neb i’w gymharu ag ef.',
        other: `O ystyried y cymysgedd o angen, mae siawns yn unig yn esbonio’r gwahaniaethau rhwng pob un o’r ${count} y gellir eu cymharu.`,
      }),
    below: (names: string) =>
      `Yn is nag y byddai bandiau angen eu pobl yn ein harwain i’w ddisgwyl, a hynny’n fwy nag y mae siawns yn ei esbonio: ${names}.`,
    above: (names: string) =>
      `Yn uwch nag y byddai bandiau angen eu pobl yn ein harwain i’w ddisgwyl, a hynny’n fwy nag y mae siawns yn ei esbonio: ${names}.`,
    restWithin: (count: number) =>
      plural('cy', count, {
        one: 'Mae siawns yn esbonio gwahaniaeth 1 arall.',
        other: `Mae siawns yn esbonio gwahaniaethau ${count} arall.`,
      }),
    notSaid: (count: number) =>
      plural('cy', count, {
        one: 'Mae gan 1 rhy ychydig i ddweud dim amdano.',
        other: `Mae gan ${count} rhy ychydig i ddweud dim amdanynt.`,
      }),
    ask: 'Rheswm dros holi yw gwahaniaeth, nid dyfarniad: ni all bandiau angen ddal popeth sy’n bwysig.',
    table: 'Ochr yn ochr',
    columns: {
      provider: 'Darparwr',
      crude: 'Fel y’i cyfrifwyd (heb ei addasu)',
      parts: 'O beth y mae',
      expected: 'Disgwyliedig',
      adjusted: 'Wedi’i addasu yn ôl band angen',
      low: 'Mae siawns yn esbonio, o',
      high: 'Mae siawns yn esbonio, hyd at',
      verdict: 'Beth mae’n ei olygu',
      why: 'Pam?',
      withoutBand: 'Heb fand',
    },
    span: (low: string, high: string) => `${low} i ${high}`,
    verdicts: {
      below: 'Yn is, mwy na siawns',
      within: 'Siawns sy’n ei esbonio',
      above: 'Yn uwch, mwy na siawns',
      'too-few': 'Rhy ychydig i ddweud',
      alone: 'Ei hun yn bennaf',
      'no-ground': 'Dim i’w gymharu',
    },
    bands: 'Pwy sy’n cefnogi pobl â pha anghenion',
    bandsLead: (share: string) =>
      `Fel y’i cyfrifwyd ym mhob band angen, ac allan o faint. Mae ${share} o’r canlyniadau’n perthyn i bobl nad oes neb wedi cofnodi eu band; cânt eu cymharu fel grŵp ar eu pen eu hunain.`,
    how: 'Sut mae’n cael ei gyfrifo',
    howWords: [
      'Edrychir ar bobl pob darparwr fesul band. Y disgwyliedig yw’r hyn a fyddai wedi’i gyflawni pe bai pob band wedi gwneud gyda’r darparwr hwn fel y gwnaeth yn yr awdurdod cyfan. Yr hyn sydd wedi’i addasu yw ffigur yr awdurdod ei hun, wedi’i luosi â’r hyn a welwyd dros y disgwyliedig (ar gyfer bwlch: y ffigur, a’r hyn a welwyd llai’r disgwyliedig wedi’i ychwanegu). Gelwir hyn yn safoni anuniongyrchol.',
      'Y band yw’r un a oedd yn dal pan gytunwyd ar y canlyniad neu pan ddechreuodd yr ailalluogi, fel nad yw’r hyn a gyflawnodd darparwr yn newid yr hyn a ddisgwylid ganddo.',
      'Mae’r rhychwant yn dangos yr hyn y mae siawns yn ei esbonio, tri gwyriad safonol bob ffordd (cyfwng sgôr Wilson; ar gyfer bylchau, un Zou a Donner, a wneir o ddau ohonynt). Mae llai na 10 canlyniad yn rhy ychydig i ddweud dim. Byddai darparwr â mwy na thri chwarter canlyniadau ei fandiau yn cael ei gymharu ag ef ei hun.',
      'Mae pob ffigur wedi’i addasu’n ateb dros un darparwr yn erbyn y cyfan. Nid rhestr yn ôl safle ydynt, ac ni ddylid gosod dau ohonynt yn erbyn ei gilydd.',
    ],
    onlyPersonal:
      'Dim ond canlyniadau pobl y mae darparwr yn eu cefnogi sy’n cael eu cymharu. Nid yw canlyniadau’r boblogaeth gyfan byth yn cael eu cymharu fesul darparwr.',
    exportCsv: 'Lawrlwytho fel CSV',
    exportXlsx: 'Lawrlwytho fel Excel',
    why: 'Pam?',
  },
})
