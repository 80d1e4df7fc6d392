/** The words of the home page. */
import { bilingual, plural } from '../../kernel/language.ts'

export const homeText = bilingual({
  en: {
    navigation: 'Today',
    title: 'Today',
    lead: (n: number) =>
      n === 0
        ? 'Nothing waits for you today.'
        : plural('en', n, { one: 'One thing waits for you.', other: `${n} things wait for you.` }),
    doing: 'How are we doing?',
    doingOver: (period: string) => `${period}, everything you may see.`,
    achieved: (total: string) => `achieved of ${total} outcomes looked at again`,
    achievedMeaning: (achieved: string, partly: string) =>
      `${achieved} of the outcomes looked at again were achieved, and ${partly} partly.`,
    outcomes: 'How outcomes ended',
    parts: { achieved: 'Achieved', partly: 'Partly', not: 'Not achieved', changed: 'Changed or no longer wanted' },
    of: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
    steady: 'No more movement than chance explains.',
    nothing: 'Nothing was recorded in these months.',
    higher: (n: number) =>
      plural('en', n, { one: 'Higher than usual last month.', other: `Higher than usual for ${n} months.` }),
    lower: (n: number) =>
      plural('en', n, { one: 'Lower than usual last month.', other: `Lower than usual for ${n} months.` }),
    why: 'Why?',
    yourRecord: 'What was agreed, and what came of it',
    openRecord: 'See the outcomes, the plan and the visits',
    thread: 'From need to review',
    threadLead: 'Where the line of sight stands, across the whole authority. Each stop is one click from its records.',
    changed: 'What changed',
    nothingChanged: 'Nothing new since yesterday.',
    log: 'The whole audit log',
  },
  cy: {
    navigation: 'Heddiw',
    title: 'Heddiw',
    lead: (n: number) =>
      plural('cy', n, {
        zero: 'Nid oes dim yn aros amdanoch heddiw.',
        one: 'Mae un peth yn aros amdanoch.',
        two: 'Mae dau beth yn aros amdanoch.',
        few: 'Mae tri pheth yn aros amdanoch.',
        other: `Mae ${n} o bethau yn aros amdanoch.`,
      }),
    doing: 'Sut hwyl rydym yn ei chael?',
    doingOver: (period: string) => `${period}, popeth y cewch ei weld.`,
    achieved: (total: string) => `wedi’u cyflawni o’r ${total} canlyniad yr edrychwyd arnynt eto`,
    achievedMeaning: (achieved: string, partly: string) =>
      `Cafodd ${achieved} o’r canlyniadau yr edrychwyd arnynt eto eu cyflawni, a ${partly} yn rhannol.`,
    outcomes: 'Sut y daeth canlyniadau i ben',
    parts: {
      achieved: 'Wedi’u cyflawni',
      partly: 'Yn rhannol',
      not: 'Heb eu cyflawni',
      changed: 'Wedi newid neu ddim eu heisiau mwyach',
    },
    of: (numerator: string, denominator: string) => `${numerator} o ${denominator}`,
    steady: 'Dim mwy o symud nag y mae siawns yn ei esbonio.',
    nothing: 'Ni chofnodwyd dim yn y misoedd hyn.',
    higher: (n: number) =>
      plural('cy', n, {
        one: 'Yn uwch nag arfer y mis diwethaf.',
        two: 'Yn uwch nag arfer ers deufis.',
        few: 'Yn uwch nag arfer ers tri mis.',
        other: `Yn uwch nag arfer ers ${n} mis.`,
      }),
    lower: (n: number) =>
      plural('cy', n, {
        one: 'Yn is nag arfer y mis diwethaf.',
        two: 'Yn is nag arfer ers deufis.',
        few: 'Yn is nag arfer ers tri mis.',
        other: `Yn is nag arfer ers ${n} mis.`,
      }),
    why: 'Pam?',
    yourRecord: 'Yr hyn y cytunwyd arno, a’r hyn a ddaeth ohono',
    openRecord: 'Gweld y canlyniadau, y cynllun a’r ymweliadau',
    thread: 'O’r angen i’r adolygiad',
    threadLead: 'Lle mae’r llinell welediad yn sefyll, ar draws yr awdurdod cyfan. Mae pob cam un clic o’i gofnodion.',
    changed: 'Beth sydd wedi newid',
    nothingChanged: 'Dim byd newydd ers ddoe.',
    log: 'Y log archwilio cyfan',
  },
})
