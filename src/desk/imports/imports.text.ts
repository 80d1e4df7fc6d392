/** The words of the pages about imports. */
import { bilingual, plural } from '../../kernel/language.ts'
import { showCount } from '../../kernel/quantity.ts'
import type { ImportState, Tally } from '../../platform/import/import-record.ts'

const en = (n: number) => showCount('en', n)
const cy = (n: number) => showCount('cy', n)
const rowsEn = (n: number) => `${en(n)} ${plural('en', n, { one: 'row', other: 'rows' })}`
/** "dim rhesi", "1 rhes", "2 res", "14 o resi": numbers above ten take "o". */
const rowsCy = (n: number) => (n === 1 ? '1 rhes' : n === 2 ? '2 res' : n <= 10 ? `${cy(n)} rhes` : `${cy(n)} o resi`)

const STATES_EN: Record<ImportState, string> = {
  received: 'Waiting',
  checking: 'Being checked',
  checked: 'Checked',
  running: 'Being brought in',
  done: 'Brought in',
  undone: 'Undone',
  failed: 'Stopped by a fault',
  cancelled: 'Cancelled',
}
const STATES_CY: Record<ImportState, string> = {
  received: 'Yn aros',
  checking: 'Yn cael ei wirio',
  checked: 'Wedi’i wirio',
  running: 'Yn cael ei fewnforio',
  done: 'Wedi’i fewnforio',
  undone: 'Wedi’i ddadwneud',
  failed: 'Wedi’i atal gan nam',
  cancelled: 'Wedi’i ganslo',
}

export const importsText = bilingual({
  en: {
    title: 'Imports',
    lead: 'Records that came in from files: what each file held, what became of its rows, and a way to take it back.',
    count: (n: number) => (n === 1 ? '1 file' : `${en(n)} files`),
    send: 'Send a file',
    none: 'No files yet. Send the first one: areas, then providers and contracts, then people.',
    noneMatch: 'No file matches. Clear the filter to see all.',
    kind: 'Kind of file',
    anyKind: 'All kinds',
    state: 'State',
    anyState: 'All states',
    states: STATES_EN,
    file: 'File',
    by: 'Sent by',
    when: 'When',
    read: 'Rows read',
    rejected: 'Rejected',
    taken: 'Taken',

    newTitle: 'Send a file of records',
    newLead: 'The file is checked first and nothing is written. You see what would happen, and then decide.',
    chooseKind: 'What does the file hold?',
    chooseKindHint: 'In the order in which they have to come in: a file may name only what is in already.',
    fileLabel: 'The file',
    fileHint: 'CSV of any size, with commas, semicolons or tabs; or an Excel workbook of at most 100,000 rows.',
    check: 'Check the file',
    chooseKindError: 'Choose what the file holds.',
    templates: 'Templates and what each column means',
    templatesLead:
      'Start from a template if you make the file by hand. A system that exports other columns as well may leave them in: they are kept.',
    csvTemplate: 'CSV',
    xlsxTemplate: 'Excel',
    columnsOf: (kind: string) => `Columns of the file: ${kind}`,
    column: 'Column',
    required: 'Required',
    yes: 'yes',
    no: 'no',
    meaning: 'What it means',
    example: 'Example',

    importTitle: (fileName: string) => fileName,
    sentence: (state: ImportState, tally: Tally): string => {
      if (state === 'received') return 'The file has arrived and waits for its turn.'
      if (state === 'checking') return 'The file is being checked. Nothing is written.'
      if (state === 'running') return 'The rows are being brought in. You can leave this page; the work goes on.'
      if (state === 'undone') return 'This import was undone: its records are as they were before.'
      const would = state === 'checked'
      const taken = tally.inserted + tally.corrected
      const parts = [
        `Of ${rowsEn(tally.read)} read, ${en(taken)} ${would ? 'would be' : plural('en', taken, { one: 'was', other: 'were' })} taken`,
        `${en(tally.known)} ${plural('en', tally.known, would ? { one: 'is', other: 'are' } : { one: 'was', other: 'were' })} already known`,
        `${en(tally.rejected)} ${would ? 'would be' : plural('en', tally.rejected, { one: 'was', other: 'were' })} rejected`,
      ]
      return `${parts.slice(0, 2).join(', ')} and ${parts[2]}.`
    },
    whatNow: {
      checkedClean: 'Every row can be used. Bring them in when you are ready.',
      checkedSome: (rejected: number) =>
        `You can bring the good rows in now and correct the other ${en(rejected)} afterwards, or correct the file first and send it again.`,
      checkedNothing: 'Nothing in this file is new. There is nothing to bring in.',
      checkedNone: 'No row of this file can be used. Correct it and send it again.',
      failed: 'What was in by then is in. Start it again and it goes on from there.',
      cancelled: 'What was in by then is in. It can go on, or be undone.',
    },
    confirm: (n: number) => `Bring in ${rowsEn(n)}`,
    goOn: 'Go on with the import',
    progress: 'Progress',
    progressSays: (read: number) => `${rowsEn(read)} so far`,
    chart: 'What became of the rows',
    inserted: 'New',
    corrected: 'Corrections',
    known: 'Already known',
    rejectedPart: 'Rejected',
    flaggedNote: (n: number) =>
      `${rowsEn(n)} ${plural('en', n, { one: 'was', other: 'were' })} taken and ${plural('en', n, { one: 'is', other: 'are' })} worth a look: a time that came twice when the clocks went back, a visit without its actual times, or outside its package.`,
    unknownNote: (names: string) =>
      `Columns that Canlyn does not know were kept with the records as they came: ${names}.`,
    reasons: 'Why rows were rejected',
    reasonsMeaning: (column: string, count: number) =>
      `Most often the fault lies in ${column === '' ? 'the shape of the row' : `the column ${column}`}: ${en(count)} ${plural('en', count, { one: 'time', other: 'times' })}.`,
    wholeRow: 'whole row',
    rows: 'Rows',
    about: 'About this file',
    size: 'Size',
    digest: 'Fingerprint (SHA-256)',
    undoneBy: (name: string, when: string) => `${name}, ${when}`,
    finished: 'Finished',
    job: 'Long-running work',
    seeJob: 'See how it went',

    rejectedTitle: 'Rejected rows',
    rejectedLead: (n: number) =>
      `${rowsEn(n)} could not be used. Download them, correct them and send that file: the rest is in or known already.`,
    rejectedKept: (kept: number) => `The first ${en(kept)} are kept; correct the file at its source.`,
    seeRejected: (n: number) => `See ${n === 1 ? 'the rejected row' : `the ${en(n)} rejected rows`}`,
    download: 'Download the rejected rows (CSV)',
    line: 'Line',
    value: 'Value',
    reason: 'Reason',
    noneRejected: 'No row was rejected.',

    undo: 'Undo this import',
    undoTitle: 'Undo this import?',
    undoLead: (inserted: number, corrected: number) =>
      `${en(inserted)} ${plural('en', inserted, { one: 'record', other: 'records' })} that came in with it will be deleted, and ${en(corrected)} that it corrected will stand as before.`,
    undoWarning: 'You can send the file again afterwards. The undoing is written into the audit log.',
    undoConfirm: 'Yes, undo it',
    undoCancel: 'No, keep it',
    undone: (deleted: number, restored: number) =>
      `Undone: ${en(deleted)} ${plural('en', deleted, { one: 'record', other: 'records' })} deleted, ${en(restored)} put back.`,
    sent: 'The file has arrived and is being checked.',
    confirmed: 'The rows are being brought in.',
  },
  cy: {
    title: 'Mewnforion',
    lead: 'Cofnodion a ddaeth i mewn o ffeiliau: beth oedd ym mhob ffeil, beth ddigwyddodd i’w rhesi, a ffordd i’w tynnu’n ôl.',
    count: (n: number) => (n === 1 ? '1 ffeil' : `${cy(n)} o ffeiliau`),
    send: 'Anfon ffeil',
    none: 'Dim ffeiliau eto. Anfonwch y gyntaf: ardaloedd, yna darparwyr a chontractau, yna pobl.',
    noneMatch: 'Nid oes ffeil yn cyfateb. Cliriwch yr hidlydd i weld y cyfan.',
    kind: 'Math o ffeil',
    anyKind: 'Pob math',
    state: 'Cyflwr',
    anyState: 'Pob cyflwr',
    states: STATES_CY,
    file: 'Ffeil',
    by: 'Anfonwyd gan',
    when: 'Pryd',
    read: 'Rhesi a ddarllenwyd',
    rejected: 'Gwrthodwyd',
    taken: 'Derbyniwyd',

    newTitle: 'Anfon ffeil o gofnodion',
    newLead:
      'Caiff y ffeil ei gwirio yn gyntaf ac ni chaiff dim ei ysgrifennu. Cewch weld beth fyddai’n digwydd, ac yna benderfynu.',
    chooseKind: 'Beth sydd yn y ffeil?',
    chooseKindHint:
      'Yn y drefn y mae’n rhaid iddynt ddod i mewn: dim ond yr hyn sydd i mewn eisoes y gall ffeil ei enwi.',
    fileLabel: 'Y ffeil',
    fileHint:
      'CSV o unrhyw faint, gydag atalnodau, hanner colonau neu dabiau; neu lyfr gwaith Excel o 100,000 o resi ar y mwyaf.',
    check: 'Gwirio’r ffeil',
    chooseKindError: 'Dewiswch beth sydd yn y ffeil.',
    templates: 'Templedi ac ystyr pob colofn',
    templatesLead:
      'Dechreuwch o dempled os ydych yn gwneud y ffeil â llaw. Gall system sy’n allforio colofnau eraill hefyd eu gadael i mewn: cânt eu cadw.',
    csvTemplate: 'CSV',
    xlsxTemplate: 'Excel',
    columnsOf: (kind: string) => `Colofnau’r ffeil: ${kind}`,
    column: 'Colofn',
    required: 'Gofynnol',
    yes: 'ie',
    no: 'na',
    meaning: 'Ei ystyr',
    example: 'Enghraifft',

    importTitle: (fileName: string) => fileName,
    sentence: (state: ImportState, tally: Tally): string => {
      if (state === 'received') return 'Mae’r ffeil wedi cyrraedd ac yn aros ei thro.'
      if (state === 'checking') return 'Mae’r ffeil yn cael ei gwirio. Nid oes dim yn cael ei ysgrifennu.'
      if (state === 'running')
        return 'Mae’r rhesi’n cael eu mewnforio. Gallwch adael y dudalen hon; bydd y gwaith yn parhau.'
      if (state === 'undone') return 'Dadwnaed y mewnforiad hwn: mae ei gofnodion fel yr oeddent cynt.'
      const taken = tally.inserted + tally.corrected
      return state === 'checked'
        ? `Darllenwyd ${rowsCy(tally.read)}: ${cy(taken)} i’w derbyn, ${cy(tally.known)} yn hysbys eisoes, ${cy(tally.rejected)} i’w gwrthod.`
        : `Darllenwyd ${rowsCy(tally.read)}: derbyniwyd ${cy(taken)}, roedd ${cy(tally.known)} yn hysbys eisoes a gwrthodwyd ${cy(tally.rejected)}.`
    },
    whatNow: {
      checkedClean: 'Gellir defnyddio pob rhes. Mewnforiwch nhw pan fyddwch yn barod.',
      checkedSome: (rejected: number) =>
        `Gallwch fewnforio’r rhesi da nawr a chywiro’r ${cy(rejected)} arall wedyn, neu gywiro’r ffeil yn gyntaf a’i hanfon eto.`,
      checkedNothing: 'Nid oes dim byd newydd yn y ffeil hon. Nid oes dim i’w fewnforio.',
      checkedNone: 'Ni ellir defnyddio’r un rhes yn y ffeil hon. Cywirwch hi ac anfonwch hi eto.',
      failed: 'Mae’r hyn oedd i mewn erbyn hynny i mewn. Dechreuwch ef eto a bydd yn parhau o’r fan honno.',
      cancelled: 'Mae’r hyn oedd i mewn erbyn hynny i mewn. Gall barhau, neu gael ei ddadwneud.',
    },
    confirm: (n: number) => `Mewnforio ${rowsCy(n)}`,
    goOn: 'Parhau â’r mewnforiad',
    progress: 'Cynnydd',
    progressSays: (read: number) => `${rowsCy(read)} hyd yma`,
    chart: 'Beth ddigwyddodd i’r rhesi',
    inserted: 'Newydd',
    corrected: 'Cywiriadau',
    known: 'Yn hysbys eisoes',
    rejectedPart: 'Gwrthodwyd',
    flaggedNote: (n: number) =>
      `Derbyniwyd ${rowsCy(n)} sy’n werth golwg: amser a ddaeth ddwywaith pan aeth y clociau’n ôl, ymweliad heb ei amserau gwirioneddol, neu y tu allan i’w becyn.`,
    unknownNote: (names: string) =>
      `Cadwyd colofnau nad yw Canlyn yn eu hadnabod gyda’r cofnodion fel y daethant: ${names}.`,
    reasons: 'Pam y gwrthodwyd rhesi',
    reasonsMeaning: (column: string, count: number) =>
      `Gan amlaf mae’r nam ${column === '' ? 'yn ffurf y rhes' : `yn y golofn ${column}`}: ${count === 1 ? 'unwaith' : `${cy(count)} o weithiau`}.`,
    wholeRow: 'y rhes gyfan',
    rows: 'Rhesi',
    about: 'Am y ffeil hon',
    size: 'Maint',
    digest: 'Ôl bys (SHA-256)',
    undoneBy: (name: string, when: string) => `${name}, ${when}`,
    finished: 'Gorffennwyd',
    job: 'Gwaith hir',
    seeJob: 'Gweld sut aeth y gwaith',

    rejectedTitle: 'Rhesi a wrthodwyd',
    rejectedLead: (n: number) =>
      `Ni ellid defnyddio ${rowsCy(n)}. Lawrlwythwch nhw, cywirwch nhw ac anfonwch y ffeil honno: mae’r gweddill i mewn neu’n hysbys eisoes.`,
    rejectedKept: (kept: number) => `Cedwir y ${cy(kept)} cyntaf; cywirwch y ffeil yn ei ffynhonnell.`,
    seeRejected: (n: number) => (n === 1 ? 'Gweld y rhes a wrthodwyd' : `Gweld y ${rowsCy(n)} a wrthodwyd`),
    download: 'Lawrlwytho’r rhesi a wrthodwyd (CSV)',
    line: 'Llinell',
    value: 'Gwerth',
    reason: 'Rheswm',
    noneRejected: 'Ni wrthodwyd yr un rhes.',

    undo: 'Dadwneud y mewnforiad hwn',
    undoTitle: 'Dadwneud y mewnforiad hwn?',
    undoLead: (inserted: number, corrected: number) =>
      `Caiff ${cy(inserted)} o gofnodion a ddaeth i mewn gydag ef eu dileu, a bydd ${cy(corrected)} a gywirodd yn sefyll fel yr oeddent cynt.`,
    undoWarning: 'Gallwch anfon y ffeil eto wedyn. Caiff y dadwneud ei ysgrifennu yn y log archwilio.',
    undoConfirm: 'Iawn, dadwneud',
    undoCancel: 'Na, ei gadw',
    undone: (deleted: number, restored: number) =>
      `Dadwnaed: dilëwyd ${cy(deleted)} o gofnodion, rhoddwyd ${cy(restored)} yn ôl.`,
    sent: 'Mae’r ffeil wedi cyrraedd ac yn cael ei gwirio.',
    confirmed: 'Mae’r rhesi’n cael eu mewnforio.',
  },
})
