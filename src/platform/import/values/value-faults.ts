/** The sentences for values that cannot be read, in both languages; what a value means is for each kind of file to judge. */
import type { Bilingual } from '../../../kernel/language.ts'

type Fault = { readonly code: string; readonly message: Bilingual }

const plain = {
  missing: {
    code: 'missing',
    message: { en: 'This value is required and is empty.', cy: 'Mae angen y gwerth hwn ac mae’n wag.' },
  },
  notAWholeNumber: {
    code: 'not-a-whole-number',
    message: { en: 'Write a whole number, such as 120.', cy: 'Ysgrifennwch rif cyfan, megis 120.' },
  },
  notANumber: {
    code: 'not-a-number',
    message: { en: 'Write a number, such as 3 or 3.5.', cy: 'Ysgrifennwch rif, megis 3 neu 3.5.' },
  },
  notMoney: {
    code: 'not-money',
    message: {
      en: 'Write an amount in pounds and pence, such as 21.50.',
      cy: 'Ysgrifennwch swm mewn punnoedd a cheiniogau, megis 21.50.',
    },
  },
  notYesNo: { code: 'not-yes-or-no', message: { en: 'Write yes or no.', cy: 'Ysgrifennwch ie neu na.' } },
  notADate: {
    code: 'not-a-date',
    message: {
      en: 'This is not a date that exists. Write it as 2026-03-01 or 01/03/2026.',
      cy: 'Nid yw hwn yn ddyddiad sy’n bod. Ysgrifennwch ef fel 2026-03-01 neu 01/03/2026.',
    },
  },
  monthFirst: {
    code: 'month-first-date',
    message: {
      en: 'This date has the month first. Write the day first, such as 25/03/2026, or 2026-03-25, in the whole column.',
      cy: 'Mae’r mis yn gyntaf yn y dyddiad hwn. Ysgrifennwch y diwrnod yn gyntaf, megis 25/03/2026, neu 2026-03-25, yn y golofn gyfan.',
    },
  },
  notATime: {
    code: 'not-a-time',
    message: {
      en: 'This is not a date and time. Write it as 2026-03-01T08:30 or 01/03/2026 08:30.',
      cy: 'Nid yw hwn yn ddyddiad ac amser. Ysgrifennwch ef fel 2026-03-01T08:30 neu 01/03/2026 08:30.',
    },
  },
  impossibleTime: {
    code: 'impossible-time',
    message: {
      en: 'This time did not exist in Wales: the clocks went forward over it that night.',
      cy: 'Nid oedd yr amser hwn yn bod yng Nghymru: aeth y clociau ymlaen drosto y noson honno.',
    },
  },
} as const satisfies Record<string, Fault>

/** "10,000": both languages write numbers alike. */
const show = (value: number) => value.toLocaleString('en-GB')

export const fault = {
  plain,

  tooLong: (longest: number): Bilingual => ({
    en: `This is longer than ${longest} characters.`,
    cy: `Mae hwn yn hirach na ${longest} o nodau.`,
  }),

  notAChoice: (choices: readonly string[]): Bilingual => ({
    en: `Write one of these: ${choices.join(', ')}.`,
    cy: `Ysgrifennwch un o’r rhain: ${choices.join(', ')}.`,
  }),

  outOfBounds: (min: number | undefined, max: number | undefined): Bilingual => {
    if (min !== undefined && max !== undefined)
      return {
        en: `Write a number from ${show(min)} to ${show(max)}.`,
        cy: `Ysgrifennwch rif o ${show(min)} i ${show(max)}.`,
      }
    if (min !== undefined)
      return { en: `Write a number of ${show(min)} or more.`, cy: `Ysgrifennwch rif sy’n ${show(min)} neu fwy.` }
    return {
      en: `Write a number of ${show(max ?? 0)} or less.`,
      cy: `Ysgrifennwch rif sy’n ${show(max ?? 0)} neu lai.`,
    }
  },
}
