/** The words of backup, restore, migrate and doctor on the command line. */
import { bilingual } from '../../kernel/language.ts'

export const text = bilingual({
  en: {
    backup: 'Write everything the database holds to a file',
    backupFile: 'The file to write; must not exist yet',
    backedUp: (file: string, rows: number, tables: number) => `${file}: ${rows} rows of ${tables} tables.`,
    restore: 'Put a backup back, all or nothing',
    restoreFile: 'A file written by canlyn backup',
    replace: 'Replace what the database holds now',
    restored: (madeAt: string, rows: number) => `Restored the backup of ${madeAt}: ${rows} rows, checked.`,
    migratedSince: (count: number) => `Migrations made since and applied: ${count}.`,
    migrate: 'Bring the schema of the database up to date',
    migrated: (count: number) => (count === 0 ? 'The schema was up to date.' : `Migrations applied: ${count}.`),
    doctor: 'Say what is wrong or unsafe with this installation',
    levels: { fine: 'fine', warning: 'know', wrong: 'MEND' },
    well: 'Nothing has to be mended.',
    unwell: (count: number) => `To be mended: ${count}.`,
    fileThere: (file: string) => `The file ${file} exists already. Choose another name.`,
    nothing: 'There is nothing to back up: this database holds no authority yet.',
    noFile: (file: string) => `The file ${file} cannot be read.`,
  },
  cy: {
    backup: 'Ysgrifennu popeth y mae’r gronfa ddata yn ei ddal i ffeil',
    backupFile: 'Y ffeil i’w hysgrifennu; ni chaiff fodoli eisoes',
    backedUp: (file: string, rows: number, tables: number) => `${file}: ${rows} o resi mewn ${tables} o dablau.`,
    restore: 'Rhoi copi wrth gefn yn ôl, y cyfan neu ddim',
    restoreFile: 'Ffeil a ysgrifennwyd gan canlyn backup',
    replace: 'Disodli’r hyn y mae’r gronfa ddata yn ei ddal nawr',
    restored: (madeAt: string, rows: number) => `Adferwyd copi wrth gefn ${madeAt}: ${rows} o resi, wedi’u gwirio.`,
    migratedSince: (count: number) => `Newidiadau sgema a wnaed wedyn ac a gymhwyswyd: ${count}.`,
    migrate: 'Diweddaru sgema’r gronfa ddata',
    migrated: (count: number) =>
      count === 0 ? 'Roedd y sgema yn gyfredol.' : `Newidiadau sgema a gymhwyswyd: ${count}.`,
    doctor: 'Dweud beth sydd o’i le neu’n anniogel gyda’r gosodiad hwn',
    levels: { fine: 'iawn', warning: 'nodwch', wrong: 'TRWSIO' },
    well: 'Nid oes dim byd i’w drwsio.',
    unwell: (count: number) => `I’w trwsio: ${count}.`,
    fileThere: (file: string) => `Mae’r ffeil ${file} yn bodoli eisoes. Dewiswch enw arall.`,
    nothing: 'Nid oes dim i’w gopïo: nid yw’r gronfa ddata hon yn dal awdurdod eto.',
    noFile: (file: string) => `Ni ellir darllen y ffeil ${file}.`,
  },
})
