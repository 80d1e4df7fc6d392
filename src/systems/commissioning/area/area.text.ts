/** The words of areas and needs, in both languages. */
import { counted } from '../../../kernel/counted.ts'
import { bilingual } from '../../../kernel/language.ts'

export const areaText = bilingual({
  en: {
    title: 'Areas',
    lead: (areas: number, without: number) =>
      without === 0
        ? `${counted('en', areas, 'area')}, each with somebody served in the last twelve months.`
        : `${counted('en', areas, 'area')}; in ${without} of them nobody was served in the last twelve months.`,
    none: 'There are no areas yet. They come in from a file.',
    chart: 'People served in the last twelve months, for every 1,000 aged 75 and over',
    chartMeaning: 'A short bar is an area where care reaches few of those who may need it.',
    columns: {
      area: 'Area',
      rurality: 'Kind',
      aged75: 'Aged 75 and over',
      welsh: 'Welsh speakers',
      people: 'People served',
      perThousand: 'Served per 1,000',
      achieved: 'Outcomes achieved',
      onTime: 'Visits on time',
      hours: 'Hours a month',
      provider: 'Provider',
      reference: 'Reference',
      source: 'Source',
    },
    ruralities: { urban: 'Urban', mixed: 'Mixed', rural: 'Rural' },
    csv: 'Save as CSV',
    xlsx: 'Save as Excel',
    count: (count: number) => counted('en', count, 'area'),
    served: (people: number, providers: number) =>
      `${counted('en', people, 'person')} served in the last twelve months by ${counted('en', providers, 'provider')}.`,
    nobodyServed: 'Nobody was served here in the last twelve months.',
    achieved: (share: string) => `${share} of the outcomes reviewed were achieved.`,
    needs: 'Needs',
    noNeeds: 'No need of the people here has been recorded.',
    wholeAuthority: 'Needs of the whole authority',
    supply: 'Who works here',
    supplyChart: 'People served, by provider',
    supplyMeaning: 'In the last twelve months.',
    noSupply: 'No provider delivered a visit here in the last twelve months.',
    about: 'About this area',
    people: (count: number) => counted('en', count, 'person'),
    asOf: (when: string, source: string) => (source ? `${when}, ${source}` : when),
    answeredBy: 'Answered by',
    answeredByNone:
      'No outcome of ours answers this need: somebody counted these people, and nothing is bought for them.',
    answered: (count: number) =>
      count === 1 ? 'One outcome of our own answers this need.' : `${count} outcomes of our own answer this need.`,
    counted: 'Counted',
    unknown: 'Not known',
  },
  cy: {
    title: 'Ardaloedd',
    lead: (areas: number, without: number) =>
      without === 0
        ? `${counted('cy', areas, 'area')}, gyda rhywun yn cael gwasanaeth ym mhob un yn ystod y deuddeg mis diwethaf.`
        : `${counted('cy', areas, 'area')}; mewn ${without} ohonynt ni chafodd neb wasanaeth yn ystod y deuddeg mis diwethaf.`,
    none: 'Nid oes ardaloedd eto. Deuant i mewn o ffeil.',
    chart: 'Pobl a gafodd wasanaeth yn ystod y deuddeg mis diwethaf, am bob 1,000 o bobl 75 oed a hŷn',
    chartMeaning: 'Mae bar byr yn ardal lle mae gofal yn cyrraedd ychydig o’r rhai y gall fod ei angen arnynt.',
    columns: {
      area: 'Ardal',
      rurality: 'Math',
      aged75: '75 oed a hŷn',
      welsh: 'Siaradwyr Cymraeg',
      people: 'Pobl a gafodd wasanaeth',
      perThousand: 'Am bob 1,000',
      achieved: 'Canlyniadau a gyflawnwyd',
      onTime: 'Ymweliadau prydlon',
      hours: 'Oriau’r mis',
      provider: 'Darparwr',
      reference: 'Cyfeirnod',
      source: 'Ffynhonnell',
    },
    ruralities: { urban: 'Trefol', mixed: 'Cymysg', rural: 'Gwledig' },
    csv: 'Cadw fel CSV',
    xlsx: 'Cadw fel Excel',
    count: (count: number) => counted('cy', count, 'area'),
    served: (people: number, providers: number) =>
      `Cafodd ${counted('cy', people, 'person')} wasanaeth yn ystod y deuddeg mis diwethaf gan ${counted('cy', providers, 'provider')}.`,
    nobodyServed: 'Ni chafodd neb wasanaeth yma yn ystod y deuddeg mis diwethaf.',
    achieved: (share: string) => `Cyflawnwyd ${share} o’r canlyniadau a adolygwyd.`,
    needs: 'Anghenion',
    noNeeds: 'Nid oes angen sydd gan y bobl yma wedi’i gofnodi.',
    wholeAuthority: 'Anghenion yr awdurdod cyfan',
    supply: 'Pwy sy’n gweithio yma',
    supplyChart: 'Pobl a gafodd wasanaeth, yn ôl darparwr',
    supplyMeaning: 'Yn ystod y deuddeg mis diwethaf.',
    noSupply: 'Ni chynhaliodd unrhyw ddarparwr ymweliad yma yn ystod y deuddeg mis diwethaf.',
    about: 'Am yr ardal hon',
    people: (count: number) => counted('cy', count, 'person'),
    asOf: (when: string, source: string) => (source ? `${when}, ${source}` : when),
    answeredBy: 'Atebir gan',
    answeredByNone:
      'Nid oes canlyniad o’n heiddo ni sy’n ateb yr angen hwn: mae rhywun wedi cyfrif y bobl hyn, ond ni chaiff dim ei brynu ar eu cyfer.',
    answered: (count: number) =>
      count === 1
        ? 'Mae un o’n canlyniadau ni yn ateb yr angen hwn.'
        : `Mae ${count} o’n canlyniadau ni yn ateb yr angen hwn.`,
    counted: 'Cyfrifwyd',
    unknown: 'Ddim yn hysbys',
  },
})
