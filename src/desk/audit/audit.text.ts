/** Words of the audit log's pages and of a record's history. */
import { bilingual, plural } from '../../kernel/language.ts'
import { showCount } from '../../kernel/quantity.ts'

export const text = bilingual({
  en: {
    title: 'Audit log',
    lead: (total: number) =>
      total === 0
        ? 'No change has been recorded that fits what you asked for.'
        : plural('en', total, {
            one: 'One change is recorded that fits what you asked for.',
            other: `${showCount('en', total)} changes are recorded that fit what you asked for, newest first.`,
          }),
    count: (shown: number) => `${showCount('en', shown)} shown on this page`,
    empty: 'Nothing fits. Clear the filter to see every change.',
    number: 'Number',
    when: 'When',
    who: 'Who',
    what: 'What',
    record: 'Record',
    whoHint: 'Name, or part of it',
    anyAction: 'Anything',
    anyRecord: 'Any kind of record',
    recordType: 'Kind of record',
    recordId: 'Number of the record',
    from: 'From',
    to: 'To',
    csv: 'CSV',
    xlsx: 'Excel',
    older: 'Older',
    verify: 'Check that the log is whole',
    verdictTitle: 'Is the audit log whole?',
    entries: 'Entries followed',
    head: 'Last link',
    headHint:
      'Note this link where nobody who runs the database can change it. A log that was rewritten or cut before it can then be found out.',
    brokenTitle: 'The log was tampered with, or damaged',
    brokenAdvice: 'Stop, tell whoever is responsible for information security, and keep the database as it is.',
    entry: (number: string) => `Entry ${number} of the audit log`,
    reason: 'Reason given',
    noReason: 'None was asked for',
    via: 'From',
    viaNames: { page: 'A page', api: 'The API', command: 'The command line', job: 'A job' },
    request: 'Request',
    hash: 'Link',
    actorKinds: { user: 'a person', client: 'a program', system: 'the system' },
    changes: 'What changed',
    noChanges: 'This entry names no field that changed.',
    field: 'Field',
    before: 'Before',
    after: 'After',
    nothing: 'Nothing',
    whole: 'The value',
    yes: 'Yes',
    no: 'No',
    history: 'History',
    historyOf: (kind: string, id: string) => `History of ${kind} ${id}`,
    historyLead: (count: number) =>
      count === 0
        ? 'Nothing has been changed in this record since Canlyn began to keep its history.'
        : plural('en', count, {
            one: 'This record was changed once.',
            other: `This record was changed ${showCount('en', count)} times; the newest change comes first.`,
          }),
    openRecord: 'Open the record',
  },
  cy: {
    title: 'Log archwilio',
    lead: (total: number) =>
      total === 0
        ? 'Nid oes newid wedi’i gofnodi sy’n cyfateb i’r hyn y gofynnoch amdano.'
        : plural('cy', total, {
            one: 'Mae un newid wedi’i gofnodi sy’n cyfateb i’r hyn y gofynnoch amdano.',
            two: 'Mae dau newid wedi’u cofnodi sy’n cyfateb i’r hyn y gofynnoch amdano, y diweddaraf yn gyntaf.',
            other: `Mae ${showCount('cy', total)} o newidiadau wedi’u cofnodi sy’n cyfateb i’r hyn y gofynnoch amdano, y diweddaraf yn gyntaf.`,
          }),
    count: (shown: number) => `${showCount('cy', shown)} i’w gweld ar y dudalen hon`,
    empty: 'Nid oes dim yn cyfateb. Cliriwch yr hidlydd i weld pob newid.',
    number: 'Rhif',
    when: 'Pryd',
    who: 'Pwy',
    what: 'Beth',
    record: 'Cofnod',
    whoHint: 'Enw, neu ran ohono',
    anyAction: 'Unrhyw beth',
    anyRecord: 'Unrhyw fath o gofnod',
    recordType: 'Math o gofnod',
    recordId: 'Rhif y cofnod',
    from: 'O',
    to: 'Hyd at',
    csv: 'CSV',
    xlsx: 'Excel',
    older: 'Hŷn',
    verify: 'Gwirio bod y log yn gyflawn',
    verdictTitle: 'A yw’r log archwilio yn gyflawn?',
    entries: 'Cofnodion a ddilynwyd',
    head: 'Y ddolen olaf',
    headHint:
      'Nodwch y ddolen hon lle na all neb sy’n rhedeg y gronfa ddata ei newid. Yna gellir canfod log a ailysgrifennwyd neu a dorrwyd cyn y ddolen.',
    brokenTitle: 'Ymyrrwyd â’r log, neu cafodd ei ddifrodi',
    brokenAdvice:
      'Stopiwch, rhowch wybod i bwy bynnag sy’n gyfrifol am ddiogelwch gwybodaeth, a chadwch y gronfa ddata fel y mae.',
    entry: (number: string) => `Cofnod ${number} o’r log archwilio`,
    reason: 'Y rheswm a roddwyd',
    noReason: 'Ni ofynnwyd am un',
    via: 'O ble',
    viaNames: { page: 'Tudalen', api: 'Yr API', command: 'Y llinell orchymyn', job: 'Gwaith hir' },
    request: 'Cais',
    hash: 'Dolen',
    actorKinds: { user: 'person', client: 'rhaglen', system: 'y system' },
    changes: 'Beth a newidiodd',
    noChanges: 'Nid yw’r cofnod hwn yn enwi unrhyw faes a newidiodd.',
    field: 'Maes',
    before: 'Cyn hynny',
    after: 'Wedyn',
    nothing: 'Dim byd',
    whole: 'Y gwerth',
    yes: 'Ie',
    no: 'Na',
    history: 'Hanes',
    historyOf: (kind: string, id: string) => `Hanes ${kind} ${id}`,
    historyLead: (count: number) =>
      count === 0
        ? 'Nid oes dim wedi’i newid yn y cofnod hwn ers i Canlyn ddechrau cadw ei hanes.'
        : plural('cy', count, {
            one: 'Newidiwyd y cofnod hwn unwaith.',
            two: 'Newidiwyd y cofnod hwn ddwywaith; daw’r newid diweddaraf yn gyntaf.',
            other: `Newidiwyd y cofnod hwn ${showCount('cy', count)} o weithiau; daw’r newid diweddaraf yn gyntaf.`,
          }),
    openRecord: 'Agor y cofnod',
  },
})
