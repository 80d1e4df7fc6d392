/** The words of `canlyn import`. */
import { bilingual } from '../../kernel/language.ts'

type Counts = {
  readonly read: number
  readonly accepted: number
  readonly corrected: number
  readonly known: number
  readonly rejected: number
  readonly flagged: number
}
type Line = { readonly line: number; readonly column: string; readonly value: string; readonly message: string }

export const text = bilingual({
  en: {
    about: 'Bring a file of records in (CSV or Excel), or check it with --dry-run',
    kind: 'what the file holds: areas, visits, …',
    file: 'the file; - reads from standard input',
    authority: 'reference of the authority',
    dryRun: 'check everything and write nothing',
    kinds: 'Kinds of file, in the order to send them:',
    cannotRead: (file: string) => `The file ${file} cannot be read. Check its name.`,
    checked: (file: string) => `${file} was checked. Nothing was written.`,
    broughtIn: (file: string, id: number) => `${file} was brought in (import ${id}).`,
    counts: (c: Counts) =>
      `${c.read} rows read: ${c.accepted} accepted (${c.corrected} of them corrections, ${c.flagged} worth a look), ${c.known} already known, ${c.rejected} rejected.`,
    unknownColumns: (names: string) => `Columns not known, kept as they are: ${names}.`,
    reject: (r: Line) =>
      `Line ${r.line}${r.column ? `, ${r.column}` : ''}${r.value ? ` “${r.value}”` : ''}: ${r.message}`,
  },
  cy: {
    about: 'Mewnforio ffeil o gofnodion (CSV neu Excel), neu ei gwirio gyda --dry-run',
    kind: 'beth sydd yn y ffeil: areas, visits, …',
    file: 'y ffeil; mae - yn darllen o’r mewnbwn safonol',
    authority: 'cyfeirnod yr awdurdod',
    dryRun: 'gwirio popeth heb ysgrifennu dim',
    kinds: 'Mathau o ffeil, yn y drefn i’w hanfon:',
    cannotRead: (file: string) => `Ni ellir darllen y ffeil ${file}. Gwiriwch ei henw.`,
    checked: (file: string) => `Gwiriwyd ${file}. Nid ysgrifennwyd dim.`,
    broughtIn: (file: string, id: number) => `Mewnforiwyd ${file} (mewnforiad ${id}).`,
    counts: (c: Counts) =>
      `Darllenwyd ${c.read} o resi: derbyniwyd ${c.accepted} (${c.corrected} ohonynt yn gywiriadau, ${c.flagged} yn werth golwg), roedd ${c.known} yn hysbys eisoes, gwrthodwyd ${c.rejected}.`,
    unknownColumns: (names: string) => `Colofnau anhysbys, wedi’u cadw fel y maent: ${names}.`,
    reject: (r: Line) =>
      `Llinell ${r.line}${r.column ? `, ${r.column}` : ''}${r.value ? ` “${r.value}”` : ''}: ${r.message}`,
  },
})
