/** The words of the scorecard, in both languages. Sentences are whole; what stands in them is chosen by scorecard.sentences.ts. */
import { counted, inWords, monthsInWords } from '../../../kernel/counted.ts'
import { bilingual } from '../../../kernel/language.ts'

/** How the achieved outcomes stand against the period before. */
export type Comparison = 'more' | 'fewer' | 'same' | 'unknown'
/** The length of the period before. */
export type Span = 'year' | 'quarter' | 'other'

export const scorecardText = bilingual({
  en: {
    lead: {
      nothing: 'No outcome has been reviewed in this period.',
      tooFew: (achieved: number, reviewed: number) =>
        `Only ${counted('en', reviewed, 'outcome')} ${reviewed === 1 ? 'was' : 'were'} reviewed in this period, ${achieved} of them achieved: too few to judge by.`,
      achieved: [
        'Hardly any of the outcomes reviewed were achieved',
        'One in ten outcomes reviewed was achieved',
        'Two in ten outcomes reviewed were achieved',
        'Three in ten outcomes reviewed were achieved',
        'Four in ten outcomes reviewed were achieved',
        'Half of the outcomes reviewed were achieved',
        'Six in ten outcomes reviewed were achieved',
        'Seven in ten outcomes reviewed were achieved',
        'Eight in ten outcomes reviewed were achieved',
        'Nine in ten outcomes reviewed were achieved',
        'Nearly all of the outcomes reviewed were achieved',
      ],
      than: {
        more: {
          year: ', more than in the year before.',
          quarter: ', more than in the quarter before.',
          other: ', more than in the period before.',
        },
        fewer: {
          year: ', fewer than in the year before.',
          quarter: ', fewer than in the quarter before.',
          other: ', fewer than in the period before.',
        },
        same: {
          year: ', about as many as in the year before.',
          quarter: ', about as many as in the quarter before.',
          other: ', about as many as in the period before.',
        },
        unknown: { year: '.', quarter: '.', other: '.' },
      },
      othersMissed: (count: number) =>
        count === 1 ? 'One other target is missed too.' : `${NUMBERS.en[count] ?? count} other targets are missed too.`,
      allMet: 'Every target for how it is delivered is met.',
      providerSaysMore: 'People say that fewer outcomes were achieved than the provider reports.',
      peopleSayMore: 'People say that more outcomes were achieved than the provider reports.',
      servesNothing: 'The contract is meant to serve no outcome, so nobody can say what all this is for.',
    },
    missed: {
      'visits-on-time': 'Visits start late more often than agreed.',
      'visits-late': 'Visits start late more often than agreed.',
      'visits-missed': 'More visits are missed than agreed.',
      'visits-short': 'More visits are cut short than agreed.',
      'visits-unlogged': 'More visits than agreed are not logged.',
      'hours-share': 'Fewer hours are delivered than agreed.',
      continuity: 'People see more different care workers than agreed.',
      'language-match': 'Fewer visits than agreed are in the language asked for.',
      'welsh-when-asked': 'Fewer visits than agreed are in Welsh where Welsh was asked for.',
      'outcomes-asked': 'People are asked for their own word less often than agreed.',
      'reviews-on-time': 'Outcomes are reviewed later than agreed.',
      'people-missed-twice': 'More people than agreed are missed twice in a month.',
    } as Readonly<Record<string, string>>,
    missedOther: (label: string) => `The target for “${label}” is missed.`,
    row: {
      nothing: 'Nothing was recorded in this period.',
      below: (months: number) =>
        months === 1
          ? 'Below target in the newest month, by more than chance explains.'
          : `Below target for ${monthsInWords('en', months)}, by more than chance explains.`,
      above: (months: number) =>
        months === 1
          ? 'Above target in the newest month, by more than chance explains.'
          : `Above target for ${monthsInWords('en', months)}, by more than chance explains.`,
      missedBefore: 'The target was missed over the period; the newest month is within what chance explains.',
      better: (months: number) =>
        months === 1
          ? 'Better than usual in the newest month.'
          : `Better than usual for ${monthsInWords('en', months)}.`,
      worse: (months: number) =>
        months === 1
          ? 'Worse than usual in the newest month, by more than chance explains.'
          : `Worse than usual for ${monthsInWords('en', months)}, by more than chance explains.`,
      higher: (months: number) =>
        months === 1
          ? 'Higher than usual in the newest month.'
          : `Higher than usual for ${monthsInWords('en', months)}.`,
      lower: (months: number) =>
        months === 1 ? 'Lower than usual in the newest month.' : `Lower than usual for ${monthsInWords('en', months)}.`,
      justShort: 'Just off its target, by no more than chance explains.',
      met: 'Target met.',
      metButWorse: (months: number) =>
        months === 1
          ? 'Target met, though worse than usual in the newest month.'
          : `Target met, though worse than usual for ${monthsInWords('en', months)}.`,
      asUsual: 'Steady: within what chance explains.',
      tooNew: 'Too few months yet to say what is usual.',
      servesNothing: 'It serves no outcome.',
    },
    kinds: {
      activity: 'Activity',
      performance: 'Performance',
      quality: 'Quality',
      'quality-assurance': 'Quality assurance',
      timescale: 'Timescales',
      risk: 'Risk',
    },
    perMonth: { hours: (n: string) => `${n} hours a month`, visits: (n: string) => `${n} visits a month` },
    of: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
    target: (value: string) => `target ${value}`,
    meanOf: (count: string) => `mean of ${count}`,
    baseline: (value: string) => `baseline ${value}`,
    look: {
      title: 'Look again at what these outcomes are attributed to',
      poor: (label: string, missed: number, of: number) =>
        missed === of
          ? `“${label}” missed its target, by more than chance explains, in each of the last ${monthsInWords('en', of)}.`
          : `“${label}” missed its target, by more than chance explains, in ${inWords('en', missed)} of the last ${monthsInWords('en', of)}.`,
      roseTo: (before: string, now: string) =>
        `Achieved outcomes rose from ${before} to ${now} all the same: the provider may not be what brought them about.`,
      heldAt: (now: string) =>
        `Achieved outcomes held at ${now} all the same: the provider may not be what brought them about.`,
      good: (of: number) => `In the last ${monthsInWords('en', of)} the targets for performance were met.`,
      poorOutcomes: (now: string) =>
        `Only ${now} of the outcomes reviewed were achieved all the same: what is done well may not be what helps.`,
      namedFirst: (named: number, of: number) =>
        `In ${named} of ${counted('en', of, 'review')} somebody other than the provider was named first.`,
      see: 'See the reviews',
      why: 'Why we ask',
    },
  },
  cy: {
    lead: {
      nothing: 'Nid oes canlyniad wedi’i adolygu yn y cyfnod hwn.',
      tooFew: (achieved: number, reviewed: number) =>
        `Dim ond ${counted('cy', reviewed, 'outcome')} a adolygwyd yn y cyfnod hwn, a chyflawnwyd ${achieved} ohonynt: rhy ychydig i farnu.`,
      achieved: [
        'Prin fod un o’r canlyniadau a adolygwyd wedi’i gyflawni',
        'Cyflawnwyd un o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd dau o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd tri o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd pedwar o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd hanner y canlyniadau a adolygwyd',
        'Cyflawnwyd chwech o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd saith o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd wyth o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd naw o bob deg o’r canlyniadau a adolygwyd',
        'Cyflawnwyd bron pob un o’r canlyniadau a adolygwyd',
      ],
      than: {
        more: {
          year: ', mwy nag yn y flwyddyn gynt.',
          quarter: ', mwy nag yn y chwarter cynt.',
          other: ', mwy nag yn y cyfnod cynt.',
        },
        fewer: {
          year: ', llai nag yn y flwyddyn gynt.',
          quarter: ', llai nag yn y chwarter cynt.',
          other: ', llai nag yn y cyfnod cynt.',
        },
        same: {
          year: ', tua’r un faint ag yn y flwyddyn gynt.',
          quarter: ', tua’r un faint ag yn y chwarter cynt.',
          other: ', tua’r un faint ag yn y cyfnod cynt.',
        },
        unknown: { year: '.', quarter: '.', other: '.' },
      },
      othersMissed: (count: number) =>
        count === 1 ? 'Mae un targed arall wedi’i fethu hefyd.' : `Mae ${count} o dargedau eraill wedi’u methu hefyd.`,
      allMet: 'Mae pob targed ar gyfer y ffordd y caiff ei ddarparu wedi’i gyrraedd.',
      providerSaysMore: 'Mae pobl yn dweud bod llai o ganlyniadau wedi’u cyflawni nag y mae’r darparwr yn ei adrodd.',
      peopleSayMore: 'Mae pobl yn dweud bod mwy o ganlyniadau wedi’u cyflawni nag y mae’r darparwr yn ei adrodd.',
      servesNothing:
        'Nid yw’r contract i fod i wasanaethu unrhyw ganlyniad, felly ni all neb ddweud i beth y mae hyn i gyd yn dda.',
    },
    missed: {
      'visits-on-time': 'Mae ymweliadau’n dechrau’n hwyr yn amlach nag y cytunwyd.',
      'visits-late': 'Mae ymweliadau’n dechrau’n hwyr yn amlach nag y cytunwyd.',
      'visits-missed': 'Mae mwy o ymweliadau’n cael eu colli nag y cytunwyd.',
      'visits-short': 'Mae mwy o ymweliadau’n cael eu cwtogi nag y cytunwyd.',
      'visits-unlogged': 'Mae mwy o ymweliadau nag y cytunwyd heb eu cofnodi.',
      'hours-share': 'Mae llai o oriau’n cael eu darparu nag y cytunwyd.',
      continuity: 'Mae pobl yn gweld mwy o weithwyr gofal gwahanol nag y cytunwyd.',
      'language-match': 'Mae llai o ymweliadau nag y cytunwyd yn yr iaith y gofynnwyd amdani.',
      'welsh-when-asked': 'Mae llai o ymweliadau nag y cytunwyd yn Gymraeg lle gofynnwyd am y Gymraeg.',
      'outcomes-asked': 'Gofynnir i bobl am eu gair eu hunain yn llai aml nag y cytunwyd.',
      'reviews-on-time': 'Mae canlyniadau’n cael eu hadolygu’n hwyrach nag y cytunwyd.',
      'people-missed-twice': 'Mae mwy o bobl nag y cytunwyd yn cael eu colli ddwywaith mewn mis.',
    } as Readonly<Record<string, string>>,
    missedOther: (label: string) => `Mae’r targed ar gyfer “${label}” wedi’i fethu.`,
    row: {
      nothing: 'Ni chofnodwyd dim yn y cyfnod hwn.',
      below: (months: number) =>
        months === 1
          ? 'O dan y targed yn y mis diweddaraf, o fwy nag y mae siawns yn ei esbonio.'
          : `O dan y targed ers ${monthsInWords('cy', months)}, o fwy nag y mae siawns yn ei esbonio.`,
      above: (months: number) =>
        months === 1
          ? 'Uwchben y targed yn y mis diweddaraf, o fwy nag y mae siawns yn ei esbonio.'
          : `Uwchben y targed ers ${monthsInWords('cy', months)}, o fwy nag y mae siawns yn ei esbonio.`,
      missedBefore: 'Methwyd y targed dros y cyfnod; mae’r mis diweddaraf o fewn yr hyn y mae siawns yn ei esbonio.',
      better: (months: number) =>
        months === 1
          ? 'Yn well nag arfer yn y mis diweddaraf.'
          : `Yn well nag arfer ers ${monthsInWords('cy', months)}.`,
      worse: (months: number) =>
        months === 1
          ? 'Yn waeth nag arfer yn y mis diweddaraf, o fwy nag y mae siawns yn ei esbonio.'
          : `Yn waeth nag arfer ers ${monthsInWords('cy', months)}, o fwy nag y mae siawns yn ei esbonio.`,
      higher: (months: number) =>
        months === 1
          ? 'Yn uwch nag arfer yn y mis diweddaraf.'
          : `Yn uwch nag arfer ers ${monthsInWords('cy', months)}.`,
      lower: (months: number) =>
        months === 1 ? 'Yn is nag arfer yn y mis diweddaraf.' : `Yn is nag arfer ers ${monthsInWords('cy', months)}.`,
      justShort: 'Ychydig oddi ar ei darged, heb fod o fwy nag y mae siawns yn ei esbonio.',
      met: 'Wedi cyrraedd y targed.',
      metButWorse: (months: number) =>
        months === 1
          ? 'Wedi cyrraedd y targed, er yn waeth nag arfer yn y mis diweddaraf.'
          : `Wedi cyrraedd y targed, er yn waeth nag arfer ers ${monthsInWords('cy', months)}.`,
      asUsual: 'Sefydlog: o fewn yr hyn y mae siawns yn ei esbonio.',
      tooNew: 'Rhy ychydig o fisoedd hyd yma i ddweud beth sy’n arferol.',
      servesNothing: 'Nid yw’n gwasanaethu unrhyw ganlyniad.',
    },
    kinds: {
      activity: 'Gweithgarwch',
      performance: 'Perfformiad',
      quality: 'Ansawdd',
      'quality-assurance': 'Sicrhau ansawdd',
      timescale: 'Amserlenni',
      risk: 'Risg',
    },
    perMonth: { hours: (n: string) => `${n} awr y mis`, visits: (n: string) => `${n} ymweliad y mis` },
    of: (numerator: string, denominator: string) => `${numerator} o ${denominator}`,
    target: (value: string) => `targed ${value}`,
    meanOf: (count: string) => `cymedr o ${count}`,
    baseline: (value: string) => `gwaelodlin ${value}`,
    look: {
      title: 'Edrychwch eto ar beth y priodolir y canlyniadau hyn iddo',
      poor: (label: string, missed: number, of: number) =>
        missed === of
          ? `Methodd “${label}” ei darged, o fwy nag y mae siawns yn ei esbonio, ym mhob un o’r ${monthsInWords('cy', of)} diwethaf.`
          : `Methodd “${label}” ei darged, o fwy nag y mae siawns yn ei esbonio, mewn ${inWords('cy', missed)} o’r ${monthsInWords('cy', of)} diwethaf.`,
      roseTo: (before: string, now: string) =>
        `Er hynny, cododd y canlyniadau a gyflawnwyd o ${before} i ${now}: efallai nad y darparwr a ddaeth â nhw i fod.`,
      heldAt: (now: string) =>
        `Er hynny, arhosodd y canlyniadau a gyflawnwyd ar ${now}: efallai nad y darparwr a ddaeth â nhw i fod.`,
      good: (of: number) => `Dros y ${monthsInWords('cy', of)} diwethaf cyrhaeddwyd y targedau perfformiad.`,
      poorOutcomes: (now: string) =>
        `Er hynny, dim ond ${now} o’r canlyniadau a adolygwyd a gyflawnwyd: efallai nad yr hyn a wneir yn dda yw’r hyn sy’n helpu.`,
      namedFirst: (named: number, of: number) =>
        `Mewn ${named} o ${counted('cy', of, 'review')} enwyd rhywun heblaw’r darparwr yn gyntaf.`,
      see: 'Gweld yr adolygiadau',
      why: 'Pam rydym yn gofyn',
    },
  },
})

const NUMBERS = { en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] } as const
