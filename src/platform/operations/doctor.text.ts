/** What the doctor says, in both languages: each finding one sentence that says what to do where something has to be done. */
import type { Bilingual } from '../../kernel/language.ts'

const said = (en: string, cy: string): Bilingual => ({ en, cy })

export const text = {
  node: (version: string, needed: number) =>
    said(
      `Node ${version}; Canlyn needs ${needed} or newer.`,
      `Node ${version}; mae angen ${needed} neu fwy newydd ar Canlyn.`,
    ),
  mode: {
    demonstration: said(
      'Demonstration mode: anybody who can open this site can sign in as anybody. Never put real people’s records in it.',
      'Modd arddangos: gall unrhyw un sy’n gallu agor y safle hwn fewngofnodi fel unrhyw un. Peidiwch byth â rhoi cofnodion pobl go iawn ynddo.',
    ),
    production: said('Production mode.', 'Modd cynhyrchu.'),
  },
  folder: (path: string) =>
    said(`The data folder ${path} can be written to.`, `Gellir ysgrifennu i’r ffolder data ${path}.`),
  folderNotWritable: (path: string) =>
    said(
      `The data folder ${path} cannot be written to. Give this user the right to, or name another folder in CANLYN_DATA.`,
      `Ni ellir ysgrifennu i’r ffolder data ${path}. Rhowch yr hawl i’r defnyddiwr hwn, neu enwch ffolder arall yn CANLYN_DATA.`,
    ),
  inMemory: (path: string) =>
    said(
      `The data folder ${path} is in memory: everything in it is gone when the machine restarts.`,
      `Mae’r ffolder data ${path} yn y cof: bydd popeth ynddo wedi mynd pan fydd y peiriant yn ailgychwyn.`,
    ),
  space: (megabytes: number) => said(`${megabytes} MB free on the disk.`, `${megabytes} MB yn rhydd ar y ddisg.`),
  littleSpace: (megabytes: number) =>
    said(
      `Only ${megabytes} MB free on the disk. Make room before it runs out.`,
      `Dim ond ${megabytes} MB sy’n rhydd ar y ddisg. Gwnewch le cyn iddi lenwi.`,
    ),
  noSpace: (megabytes: number) =>
    said(
      `Only ${megabytes} MB free on the disk: nothing can be saved until there is more.`,
      `Dim ond ${megabytes} MB sy’n rhydd ar y ddisg: ni ellir cadw dim byd nes bydd mwy.`,
    ),
  frameworks: said('All framework files can be read.', 'Gellir darllen pob ffeil fframwaith.'),
  frameworkProblem: (problem: string) =>
    said(`A framework file is wrong: ${problem}`, `Mae ffeil fframwaith yn anghywir: ${problem}`),
  noDatabase: said(
    'There is no database yet; it is made at the first start.',
    'Nid oes cronfa ddata eto; caiff ei chreu wrth gychwyn am y tro cyntaf.',
  ),
  version: (version: string) => said(`PostgreSQL ${version}.`, `PostgreSQL ${version}.`),
  user: (name: string) =>
    said(
      `The database user ${name} is no superuser and does not bypass row-level security.`,
      `Nid yw defnyddiwr y gronfa ddata, ${name}, yn uwch-ddefnyddiwr ac nid yw’n osgoi diogelwch lefel rhes.`,
    ),
  powerfulUser: (name: string) =>
    said(
      `The database user ${name} is a superuser or bypasses row-level security. Make a user for Canlyn that owns its database and nothing else.`,
      `Mae defnyddiwr y gronfa ddata, ${name}, yn uwch-ddefnyddiwr neu’n osgoi diogelwch lefel rhes. Crëwch ddefnyddiwr i Canlyn sy’n berchen ar ei gronfa ddata ei hun a dim byd arall.`,
    ),
  encoding: (encoding: string) =>
    said(
      `The database is encoded as ${encoding}; Welsh needs UTF8. Make it anew with that encoding and restore a backup into it.`,
      `Mae’r gronfa ddata wedi’i hamgodio fel ${encoding}; mae angen UTF8 ar y Gymraeg. Crëwch hi o’r newydd â’r amgodiad hwnnw ac adferwch gopi wrth gefn iddi.`,
    ),
  letters: said(
    'The database does not know that Ŵ and ŵ are one letter, so searches miss names. Make it anew with a locale such as C.UTF-8 and restore a backup into it.',
    'Nid yw’r gronfa ddata yn gwybod mai’r un llythyren yw Ŵ ac ŵ, felly mae chwiliadau’n methu enwau. Crëwch hi o’r newydd â locale megis C.UTF-8 ac adferwch gopi wrth gefn iddi.',
  ),
  unsafeSetting: (setting: string) =>
    said(
      `The server’s setting ${setting} is off: a power cut can lose or damage what was saved. Switch it on.`,
      `Mae gosodiad ${setting} y gweinydd wedi’i ddiffodd: gall toriad trydan golli neu ddifrodi’r hyn a gadwyd. Trowch ef ymlaen.`,
    ),
  lineNotEncrypted: said(
    'The line to the database is not encrypted. Add sslmode=verify-full to DATABASE_URL.',
    'Nid yw’r llinell i’r gronfa ddata wedi’i hamgryptio. Ychwanegwch sslmode=verify-full at DATABASE_URL.',
  ),
  clock: said(
    'The clocks of this computer and of the database agree.',
    'Mae cloc y cyfrifiadur hwn a chloc y gronfa ddata yn cytuno.',
  ),
  clockDiffers: (seconds: number) =>
    said(
      `The clocks of this computer and of the database differ by ${seconds} seconds. Set both by a time server.`,
      `Mae ${seconds} eiliad o wahaniaeth rhwng cloc y cyfrifiadur hwn a chloc y gronfa ddata. Gosodwch y ddau yn ôl gweinydd amser.`,
    ),
  migrations: said('The schema is up to date.', 'Mae’r sgema yn gyfredol.'),
  migrationPending: (id: string) =>
    said(
      `The migration ${id} has not been applied yet. Run: canlyn migrate`,
      `Nid yw’r newid sgema ${id} wedi’i gymhwyso eto. Rhedwch: canlyn migrate`,
    ),
  migrationChanged: (id: string) =>
    said(
      `The migration ${id} was changed after it was applied. Use the version of Canlyn that this database was made with.`,
      `Golygwyd y newid sgema ${id} ar ôl iddo gael ei gymhwyso. Defnyddiwch y fersiwn o Canlyn y crëwyd y gronfa ddata hon â hi.`,
    ),
  migrationUnknown: (id: string) =>
    said(
      `The database has the migration ${id}, which this version of Canlyn does not know. Use a newer version.`,
      `Mae gan y gronfa ddata y newid sgema ${id}, nad yw’r fersiwn hon o Canlyn yn ei adnabod. Defnyddiwch fersiwn fwy newydd.`,
    ),
  protection: said(
    'Every table is under row-level security, and the audit log can only be added to.',
    'Mae pob tabl o dan ddiogelwch lefel rhes, a dim ond ychwanegu at y cofnod archwilio y gellir ei wneud.',
  ),
  noRowSecurity: (table: string) =>
    said(
      `The table ${table} is not under row-level security: one authority could see another’s rows.`,
      `Nid yw’r tabl ${table} o dan ddiogelwch lefel rhes: gallai un awdurdod weld rhesi un arall.`,
    ),
  noPolicy: (table: string) =>
    said(
      `No policy says who may see the table ${table}, so nobody can.`,
      `Nid oes polisi sy’n dweud pwy gaiff weld y tabl ${table}, felly ni all neb.`,
    ),
  powerfulRole: (role: string) =>
    said(
      `The role ${role} can log in, is a superuser or bypasses row-level security; it should do none of these.`,
      `Gall y rôl ${role} fewngofnodi, mae’n uwch-ddefnyddiwr neu mae’n osgoi diogelwch lefel rhes; ni ddylai wneud yr un o’r rhain.`,
    ),
  auditChanger: (role: string) =>
    said(
      `The role ${role} may change or delete entries of the audit log; it should only add to it.`,
      `Caiff y rôl ${role} newid neu ddileu cofnodion archwilio; dim ond ychwanegu atynt y dylai.`,
    ),
}
