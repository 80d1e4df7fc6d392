/** What the command line itself says. */
import { bilingual } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    about: 'Outcomes-based commissioning of home care and reablement.',
    json: 'Print the answer as JSON',
    language: 'Language of the answers: en or cy',
    authorityOption: 'Reference of the authority',
    version: 'Print the version',
    help: 'Print what this command does',
    unknownCommand: (which: string) => `There is no command “${which}”. \`canlyn --help\` lists them.`,
    unknownOption: (which: string) => `This command has no option “${which}”. Put --help after it to see which it has.`,
    missingArgument: (which: string) => `Say which ${which}: this command needs it.`,
    optionNeedsValue: (which: string) => `The option “${which}” needs something after it.`,
    missingOption: (which: string) => `This command needs the option “${which}”.`,
    tooMany: () => 'There are more words than this command takes. Put quotes around words that belong together.',
    wrongWords: () => 'These words cannot be understood. Put --help after the command to see what it takes.',
    noAuthority: (ref: string) => `There is no authority with the reference “${ref}”.`,
    ourFault: (what: string) => `Canlyn failed, and it is not your doing: ${what}`,
  },
  cy: {
    about: 'Comisiynu gofal cartref ac ailalluogi ar sail canlyniadau.',
    json: 'Argraffu’r ateb fel JSON',
    language: 'Iaith yr atebion: en neu cy',
    authorityOption: 'Cyfeirnod yr awdurdod',
    version: 'Argraffu’r fersiwn',
    help: 'Argraffu beth mae’r gorchymyn hwn yn ei wneud',
    unknownCommand: (which: string) => `Nid oes gorchymyn “${which}”. Mae \`canlyn --help\` yn eu rhestru.`,
    unknownOption: (which: string) =>
      `Nid oes gan y gorchymyn hwn opsiwn “${which}”. Rhowch --help ar ei ôl i weld pa rai sydd ganddo.`,
    missingArgument: (which: string) => `Dywedwch pa ${which}: mae ei angen ar y gorchymyn hwn.`,
    optionNeedsValue: (which: string) => `Mae angen rhywbeth ar ôl yr opsiwn “${which}”.`,
    missingOption: (which: string) => `Mae angen yr opsiwn “${which}” ar y gorchymyn hwn.`,
    tooMany: () =>
      'Mae mwy o eiriau nag y mae’r gorchymyn hwn yn eu cymryd. Rhowch ddyfynodau o amgylch geiriau sy’n perthyn i’w gilydd.',
    wrongWords: () => 'Ni ellir deall y geiriau hyn. Rhowch --help ar ôl y gorchymyn i weld beth y mae’n ei gymryd.',
    noAuthority: (ref: string) => `Nid oes awdurdod â’r cyfeirnod “${ref}”.`,
    ourFault: (what: string) => `Methodd Canlyn, ac nid eich bai chi yw hynny: ${what}`,
  },
})
