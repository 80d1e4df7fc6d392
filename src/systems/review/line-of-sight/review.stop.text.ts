/** What the review's stop on the line of sight says. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    signed: (day: string) => `Signed ${day}`,
    written: 'Being written',
    waiting: 'Awaiting signature',
    reviews: (n: number) => (n === 1 ? '1 review signed' : `${n} reviews signed`),
    actions: (all: number, late: number) => {
      if (all === 0) return 'no actions'
      const counted = all === 1 ? '1 action' : `${all} actions`
      return late === 0 ? counted : `${counted}, ${late} late`
    },
    awaiting: (n: number) => (n === 1 ? 'A review waits for your signature.' : `${n} reviews wait for your signature.`),
    late: (n: number) => (n === 1 ? 'One of your review actions is late.' : `${n} of your review actions are late.`),
    soon: (n: number) =>
      n === 1
        ? 'One of your review actions falls due in two weeks.'
        : `${n} of your review actions fall due in two weeks.`,
    returned: (n: number) => (n === 1 ? 'A review was returned to you.' : `${n} reviews were returned to you.`),
  },
  cy: {
    signed: (day: string) => `Llofnodwyd ${day}`,
    written: 'Yn cael ei ysgrifennu',
    waiting: 'Yn aros am lofnod',
    reviews: (n: number) =>
      plural('cy', n, { one: '1 adolygiad wedi’i lofnodi', other: `${n} adolygiad wedi’u llofnodi` }),
    actions: (all: number, late: number) => {
      if (all === 0) return 'dim camau gweithredu'
      const counted = plural('cy', all, {
        one: '1 cam gweithredu',
        two: '2 gam gweithredu',
        few: '3 cham gweithredu',
        many: '6 cham gweithredu',
        other: `${all} cam gweithredu`,
      })
      return late === 0 ? counted : `${counted}, ${late} yn hwyr`
    },
    awaiting: (n: number) =>
      n === 1 ? 'Mae adolygiad yn aros am eich llofnod.' : `Mae ${n} adolygiad yn aros am eich llofnod.`,
    late: (n: number) =>
      n === 1
        ? 'Mae un o’ch camau gweithredu o adolygiadau yn hwyr.'
        : `Mae ${n} o’ch camau gweithredu o adolygiadau yn hwyr.`,
    soon: (n: number) =>
      n === 1
        ? 'Mae un o’ch camau gweithredu o adolygiadau i’w wneud o fewn pythefnos.'
        : `Mae ${n} o’ch camau gweithredu o adolygiadau i’w gwneud o fewn pythefnos.`,
    returned: (n: number) => (n === 1 ? 'Dychwelwyd adolygiad atoch.' : `Dychwelwyd ${n} adolygiad atoch.`),
  },
})
