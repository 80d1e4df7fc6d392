/** The words of `canlyn export fhir` and `canlyn import fhir`. */
import { bilingual } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    exportAbout: 'Print a person’s plan as a FHIR R4 Bundle',
    person: 'reference of the person',
    importAbout: 'Show what a plan from another system would change; with --accept, bring it in',
    file: 'the FHIR Bundle; - reads from standard input',
    accept: 'add what is new; what differs stays as it is, unless named by --take',
    take: 'take this difference from the file, by its key; may be given several times; “all” takes every one that may be',
    area: 'reference of the area, for a person new to us',
    needGroup: 'need group, for a person new to us',
    cannotRead: (file: string) => `The file ${file} cannot be read. Check its name.`,
    notAccepted: 'Nothing was brought in. Add --accept to bring in what is new.',
    accepted: (count: number) => `Brought in: ${count}.`,
  },
  cy: {
    exportAbout: 'Argraffu cynllun person fel Bundle FHIR R4',
    person: 'cyfeirnod y person',
    importAbout: 'Dangos beth y byddai cynllun o system arall yn ei newid; gyda --accept, ei fewnforio',
    file: 'y Bundle FHIR; mae - yn darllen o’r mewnbwn safonol',
    accept: 'ychwanegu’r hyn sy’n newydd; mae’r hyn sy’n wahanol yn aros, oni bai iddo gael ei enwi gan --take',
    take: 'cymryd y gwahaniaeth hwn o’r ffeil, yn ôl ei allwedd; gellir ei roi sawl gwaith; mae “all” yn cymryd pob un y gellir ei gymryd',
    area: 'cyfeirnod yr ardal, ar gyfer person sy’n newydd i ni',
    needGroup: 'grŵp angen, ar gyfer person sy’n newydd i ni',
    cannotRead: (file) => `Ni ellir darllen y ffeil ${file}. Gwiriwch ei henw.`,
    notAccepted: 'Ni fewnforiwyd dim. Ychwanegwch --accept i fewnforio’r hyn sy’n newydd.',
    accepted: (count) => `Mewnforiwyd: ${count}.`,
  },
})
