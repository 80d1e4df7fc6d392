/** Words of `canlyn audit`. */
import { bilingual } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    audit: 'The audit log',
    verify: 'Follow the chain of the audit log and say whether it is whole',
    authority: 'Reference of the authority',
    noted: 'A link noted earlier; the chain must still go through it',
    receipt: 'Note this link where nobody can change it, and give it with --noted next time:',
    badLink: 'A noted link is the number of an entry, a colon and 64 hexadecimal digits, as this command prints it.',
  },
  cy: {
    audit: 'Y log archwilio',
    verify: 'Dilyn cadwyn y log archwilio a dweud a yw’n gyflawn',
    authority: 'Cyfeirnod yr awdurdod',
    noted: 'Dolen a nodwyd yn gynharach; rhaid i’r gadwyn fynd drwyddi o hyd',
    receipt: 'Nodwch y ddolen hon lle na all neb ei newid, a’i rhoi gyda --noted y tro nesaf:',
    badLink: 'Rhif cofnod, colon a 64 digid hecsadegol yw dolen a nodwyd, fel y mae’r gorchymyn hwn yn ei hargraffu.',
  },
})
