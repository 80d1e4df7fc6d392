/** All that is held about one person, read table by table; what row-level security does not show is not there. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { RECORD_PARTS, type RecordPart } from './record-part.ts'

export type RecordRow = Readonly<Record<string, unknown>>
export type HeldPart = { readonly part: RecordPart; readonly rows: readonly RecordRow[] }

/** Never part of a copy: the hash of a code is of use to nobody but whoever would guess the code. */
const LEFT_OUT = new Set(['code_hash'])

export async function readRecord(tx: Tx, authorityId: number, personId: number): Promise<readonly HeldPart[]> {
  const held: HeldPart[] = []
  for (const part of RECORD_PARTS) {
    const { rows } = await sql<RecordRow>`
      select * from ${sql.table(`care_planning.${part.table}`)}
      where authority_id = ${authorityId} and person_id = ${personId}
      ${part.day ? sql`order by ${sql.ref(part.day)}` : sql``}`.execute(tx)
    held.push({ part, rows: rows.map(withoutSecrets) })
  }
  return held
}

function withoutSecrets(row: RecordRow): RecordRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !LEFT_OUT.has(column)))
}
