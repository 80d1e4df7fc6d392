/** What contract management says on the line of sight, in both languages. */
import { counted } from '../../../kernel/counted.ts'
import { bilingual } from '../../../kernel/language.ts'

export const lineOfSightText = bilingual({
  en: {
    contracts: (count: number) => counted('en', count, 'contract'),
    providers: (count: number) => `with ${counted('en', count, 'provider')}`,
    model: (provider: string, model: number) => `${provider}, Model ${model}`,
    servesNone: 'It serves no outcome.',
    noneServesIt: 'No contract is meant to serve it.',
    noneHere: 'No live contract covers this area.',
    contractsServeNone: (count: number) =>
      count === 1 ? '1 live contract serves no outcome.' : `${count} live contracts serve no outcome.`,
    contractsRemedy:
      'What it buys may be done well and lead nowhere. Say which outcomes it is meant to serve, or do not renew it.',
    ownUnserved: (count: number) =>
      count === 1
        ? '1 of our own outcomes is served by no live contract.'
        : `${count} of our own outcomes are served by no live contract.`,
    ownUnservedRemedy: 'We said that this matters and buy nothing for it.',
    nationalUnserved: (count: number) =>
      count === 1
        ? '1 national outcome is served by no live contract.'
        : `${count} national outcomes are served by no live contract.`,
    nationalUnservedRemedy:
      'Some are not for home care to serve. For the others, name them in a contract, or in an outcome of our own that is part of them.',
    indicatorsServeNone: (count: number) =>
      count === 1
        ? '1 live contract is watched by indicators that serve no outcome.'
        : `${count} live contracts are watched by indicators that serve no outcome.`,
    indicatorsRemedy: 'What is counted there cannot show what was achieved. Say which outcome each indicator serves.',
    areasWithout: (count: number) =>
      count === 1 ? '1 area is covered by no live contract.' : `${count} areas are covered by no live contract.`,
    areasRemedy: 'People who live there can be offered nothing that was bought in advance.',
  },
  cy: {
    contracts: (count: number) => counted('cy', count, 'contract'),
    providers: (count: number) => `gyda ${counted('cy', count, 'provider')}`,
    model: (provider: string, model: number) => `${provider}, Model ${model}`,
    servesNone: 'Nid yw’n gwasanaethu unrhyw ganlyniad.',
    noneServesIt: 'Nid oes contract sydd i fod i’w wasanaethu.',
    noneHere: 'Nid oes contract byw yn yr ardal hon.',
    contractsServeNone: (count: number) =>
      count === 1
        ? 'Mae 1 contract byw nad yw’n gwasanaethu unrhyw ganlyniad.'
        : `Mae ${counted('cy', count, 'contract')} byw nad ydynt yn gwasanaethu unrhyw ganlyniad.`,
    contractsRemedy:
      'Gall yr hyn y mae’n ei brynu gael ei wneud yn dda heb arwain at ddim. Nodwch pa ganlyniadau y mae i fod i’w gwasanaethu, neu peidiwch â’i adnewyddu.',
    ownUnserved: (count: number) =>
      count === 1
        ? 'Mae 1 o’n canlyniadau ein hunain nad oes contract byw yn ei wasanaethu.'
        : `Mae ${count} o’n canlyniadau ein hunain nad oes contract byw yn eu gwasanaethu.`,
    ownUnservedRemedy: 'Rydym wedi dweud bod hyn yn bwysig, ond nid ydym yn prynu dim ar ei gyfer.',
    nationalUnserved: (count: number) =>
      count === 1
        ? 'Mae 1 canlyniad cenedlaethol nad oes contract byw yn ei wasanaethu.'
        : `Mae ${count} o ganlyniadau cenedlaethol nad oes contract byw yn eu gwasanaethu.`,
    nationalUnservedRemedy:
      'Nid gwaith gofal cartref yw gwasanaethu rhai ohonynt. Enwch y lleill mewn contract, neu mewn canlyniad o’n heiddo ni sy’n rhan ohonynt.',
    indicatorsServeNone: (count: number) =>
      count === 1
        ? 'Mae 1 contract byw yn cael ei wylio gan ddangosyddion nad ydynt yn gwasanaethu unrhyw ganlyniad.'
        : `Mae ${counted('cy', count, 'contract')} byw yn cael eu gwylio gan ddangosyddion nad ydynt yn gwasanaethu unrhyw ganlyniad.`,
    indicatorsRemedy:
      'Ni all yr hyn sy’n cael ei gyfrif yno ddangos beth a gyflawnwyd. Nodwch pa ganlyniad y mae pob dangosydd yn ei wasanaethu.',
    areasWithout: (count: number) =>
      count === 1 ? 'Mae 1 ardal heb gontract byw.' : `Mae ${counted('cy', count, 'area')} heb gontract byw.`,
    areasRemedy: 'Ni ellir cynnig dim a brynwyd ymlaen llaw i’r bobl sy’n byw yno.',
  },
})
