/** What the platform itself holds about a person: what the audit log says of their records, files that named them, who signs in for them. */
import { type RawBuilder, sql } from 'kysely'
import type { Bilingual } from '../../kernel/language.ts'
import { findActionTitle } from '../audit/action-title.ts'
import { findRecordKind } from '../audit/record-kind.ts'
import { type About, type HeldPart, heldParts } from './held-part.ts'
import { linesOf } from './held-words.ts'

/** The number in the first column of the key of every row of this person, of the parts given; nothing where there are none. */
function numbersOf(
  about: About,
  named: readonly (readonly [name: string, part: HeldPart])[],
): RawBuilder<{ name: string; id: number }> {
  const selects = named.map(
    ([name, part]) => sql`select ${name}::text as name, ${sql.ref(part.key[0]!)}::bigint as id
      from ${sql.table(part.table)} where authority_id = ${about.authorityId} and person_id = ${about.personId}`,
  )
  return selects.length === 0
    ? sql`select ''::text as name, 0::bigint as id where false`
    : sql`${sql.join(selects, sql` union all `)}`
}

const hasNumber = ({ key, rows }: HeldPart) => !rows && key[0]?.endsWith('_id') === true

function auditRows(about: About): RawBuilder<unknown> {
  const named = heldParts().flatMap((part) =>
    part.auditedAs && hasNumber(part) ? [[part.auditedAs, part] as const] : [],
  )
  return sql`select e.* from platform.audit_entry e
    join (${numbersOf(about, named)}) n on e.record_type = n.name and e.record_id = n.id::text
    where e.authority_id = ${about.authorityId}`
}

function changedRows(about: About): RawBuilder<unknown> {
  const named = heldParts().flatMap((part) => (hasNumber(part) ? [[part.table, part] as const] : []))
  return sql`select c.* from platform.import_change c
    join (${numbersOf(about, named)}) n on c.table_name = n.name and c.record_id = n.id
    where c.authority_id = ${about.authorityId} and c.before is not null`
}

const VIA = {
  page: { en: 'A page', cy: 'Tudalen' },
  api: { en: 'The API', cy: 'Yr API' },
  command: { en: 'The command line', cy: 'Y llinell orchymyn' },
  job: { en: 'Work in the background', cy: 'Gwaith yn y cefndir' },
}
const ACTOR_KIND = {
  user: { en: 'Somebody signed in', cy: 'Rhywun wedi mewngofnodi' },
  client: { en: 'A program', cy: 'Rhaglen' },
  system: { en: 'Canlyn itself', cy: 'Canlyn ei hun' },
}

const column = (name: string, en: string, cy: string) => ({ column: name, title: { en, cy } })
const asLines = (name: string, title: Bilingual) => ({
  column: name,
  title,
  lines: (row: Readonly<Record<string, unknown>>) =>
    linesOf(row[name], {}, {}).map(({ key, value }) => ({
      key: { en: `${title.en} · ${key.en}`, cy: `${title.cy} · ${key.cy}` },
      value,
    })),
})
const BEFORE = { en: 'Before', cy: 'Cynt' }

export const PLATFORM_PARTS: readonly HeldPart[] = [
  {
    table: 'platform.audit_entry',
    title: { en: 'The log of what was done to their records', cy: 'Y log o’r hyn a wnaed i’w cofnodion' },
    day: 'at',
    key: ['sequence'],
    rows: auditRows,
    countedBy: 'action',
    columns: [
      column('at', 'When', 'Pryd'),
      { ...column('action', 'What was done', 'Beth a wnaed'), named: (name) => findActionTitle(name) },
      { ...column('record_type', 'To which record', 'I ba gofnod'), named: (name) => findRecordKind(name)?.title },
      column('actor_name', 'By whom', 'Gan bwy'),
      { ...column('actor_kind', 'As', 'Fel'), codes: ACTOR_KIND },
      { ...column('via', 'Through', 'Drwy'), codes: VIA },
      column('reason', 'Reason', 'Rheswm'),
    ],
    // Values before and after may repeat what is about others, such as a carer's telephone number.
    secret: ['before', 'after', 'request_id', 'previous_hash', 'hash'],
    leftOut: {
      en: 'How each value stood before and after a change is in the log. It is not in this copy, because it may repeat what is about other people; ask for it if you need it.',
      cy: 'Mae sut yr oedd pob gwerth cyn ac ar ôl newid yn y log. Nid yw yn y copi hwn, oherwydd gall ailadrodd yr hyn sy’n sôn am bobl eraill; gofynnwch amdano os oes ei angen arnoch.',
    },
  },
  {
    table: 'platform.import_reject',
    title: {
      en: 'Rows of files that named them and were not taken',
      cy: 'Rhesi ffeiliau oedd yn eu henwi ac na chymerwyd',
    },
    key: ['import_id', 'line'],
    rows: ({ authorityId, ref }) => sql`select r.*, i.received_at, i.file_name from platform.import_reject r
      join platform.import i on i.authority_id = r.authority_id and i.import_id = r.import_id
      where r.authority_id = ${authorityId}
        and jsonb_path_exists(r.cells, '$.** ? (@ == $ref)', jsonb_build_object('ref', ${ref}::text))`,
    columns: [
      column('received_at', 'Received', 'Derbyniwyd'),
      column('file_name', 'File', 'Ffeil'),
      column('line', 'Line', 'Llinell'),
      asLines('cells', { en: 'Row', cy: 'Rhes' }),
      asLines('reasons', { en: 'Why not', cy: 'Pam ddim' }),
    ],
  },
  {
    table: 'platform.import_change',
    title: { en: 'How records stood before a file corrected them', cy: 'Sut yr oedd cofnodion cyn i ffeil eu cywiro' },
    key: ['import_id', 'change_id'],
    rows: changedRows,
    columns: [column('import_id', 'Import', 'Mewnforiad'), asLines('before', BEFORE)],
  },
  {
    table: 'platform.app_user',
    title: { en: 'Who signs in as them or for them', cy: 'Pwy sy’n mewngofnodi fel nhw neu drostynt' },
    day: 'created_at',
    key: ['user_id'],
    rows: ({
      authorityId,
      personId,
    }) => sql`select u.authority_id, u.user_id, u.name, u.email, u.roles, u.language, u.created_at, u.last_signed_in_at,
        u.deactivated_at from platform.app_user u where u.authority_id = ${authorityId} and ${personId}::bigint = any(u.person_ids)`,
    columns: [
      column('name', 'Name', 'Enw'),
      column('email', 'E-mail', 'E-bost'),
      {
        ...column('roles', 'As', 'Fel'),
        codes: { person: { en: 'The person', cy: 'Y person' }, carer: { en: 'A carer', cy: 'Gofalwr' } },
      },
      column('created_at', 'Since', 'Ers'),
      column('last_signed_in_at', 'Last signed in', 'Mewngofnodi diwethaf'),
      column('deactivated_at', 'Ended', 'Daeth i ben'),
    ],
    mayTellOfOthers: true,
  },
]
