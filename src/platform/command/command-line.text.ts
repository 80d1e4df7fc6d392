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
    noAuthority: (ref: string) => `Nid oes awdurdod â’r cyfeirnod “${ref}”.`,
    ourFault: (what: string) => `Methodd Canlyn, ac nid eich bai chi yw hynny: ${what}`,
  },
})
