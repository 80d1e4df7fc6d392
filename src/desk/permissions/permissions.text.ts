/** The words of the page that says who may do what. */
import { bilingual, plural } from '../../kernel/language.ts'

export const permissionsText = bilingual({
  en: {
    title: 'Who may do what',
    lead: (permissions: number, roles: number) =>
      `${permissions} things may be done here, by ${roles} roles. This is the table the program itself goes by.`,
    leadFor: (role: string, count: number, all: number, reach: string) =>
      `${role}: ${count} of the ${all} things that may be done. ${reach}`,
    reaches: {
      authority: 'Sees the records of the whole authority.',
      provider: 'Sees the records of their own provider and nobody else’s; the database itself holds back the rest.',
      own: 'Sees their own record, or that of the person they care for; the database itself holds back the rest.',
    },
    count: (n: number) => plural('en', n, { one: '1 thing that may be done', other: `${n} things that may be done` }),
    role: 'Role',
    anyRole: 'All roles',
    search: 'Words',
    csv: 'Download as CSV',
    xlsx: 'Download for Excel',
    what: 'What may be done',
    code: 'Name in the API',
    who: 'Who may do it',
    yes: 'Yes',
    no: 'No',
    details: 'The same in words',
    none: 'Nothing matches. Clear the filter to see everything.',
    hint: 'Which role may do what, as the program goes by it.',
  },
  cy: {
    title: 'Pwy a gaiff wneud beth',
    lead: (permissions: number, roles: number) =>
      `Gellir gwneud ${permissions} o bethau yma, gan ${roles} o rolau. Dyma’r tabl y mae’r rhaglen ei hun yn ei ddilyn.`,
    leadFor: (role: string, count: number, all: number, reach: string) =>
      `${role}: ${count} o’r ${all} o bethau y gellir eu gwneud. ${reach}`,
    reaches: {
      authority: 'Yn gweld cofnodion yr awdurdod cyfan.',
      provider:
        'Yn gweld cofnodion eu darparwr eu hunain a neb arall; mae’r gronfa ddata ei hun yn dal y gweddill yn ôl.',
      own: 'Yn gweld eu cofnod eu hunain, neu gofnod y person y maent yn gofalu amdano; mae’r gronfa ddata ei hun yn dal y gweddill yn ôl.',
    },
    count: (n: number) =>
      plural('cy', n, {
        one: '1 peth y gellir ei wneud',
        two: '2 beth y gellir eu gwneud',
        other: `${n} o bethau y gellir eu gwneud`,
      }),
    role: 'Rôl',
    anyRole: 'Pob rôl',
    search: 'Geiriau',
    csv: 'Lawrlwytho fel CSV',
    xlsx: 'Lawrlwytho ar gyfer Excel',
    what: 'Beth y gellir ei wneud',
    code: 'Enw yn yr API',
    who: 'Pwy a gaiff ei wneud',
    yes: 'Caiff',
    no: 'Na chaiff',
    details: 'Yr un peth mewn geiriau',
    none: 'Nid oes dim yn cyfateb. Cliriwch yr hidlydd i weld popeth.',
    hint: 'Pa rôl a gaiff wneud beth, fel y mae’r rhaglen yn ei ddilyn.',
  },
})
