/** A kind of file whose rows become records of one or a few tables, merged by reference: everything but visits. */
import type { Tx } from '../database/database.ts'
import {
  type Dependent,
  defineImportKind,
  type Fate,
  type ImportContext,
  type ImportKind,
  type Intake,
} from './import-kind.ts'
import {
  countChangedSince,
  type Entry,
  listBroughtIn,
  type Merged,
  mergeRecords,
  type RecordTable,
  type Row,
  takeBack,
} from './merge.store.ts'
import type { RowReader } from './values/row-reader.ts'

/** What changed in the main table: its ids, the rows as they stood before (only those corrected or taken back) and as they stand. */
export type Change = { readonly ids: readonly number[]; readonly rows: readonly Row[] }

type Description<Lookups, Read> = Omit<
  ImportKind,
  'open' | 'changedSince' | 'undo' | 'broughtIn' | 'restingOn' | 'batchSize' | 'fills'
> & {
  readonly batchSize?: number
  /** The table a row becomes a record of. */
  readonly table: RecordTable
  /** A table that has to hold a record first: the plan of an outcome. Several rows may name the same one. */
  readonly first?: { readonly table: RecordTable; entry(read: Read): Entry; link(read: Read, id: number): Read }
  prepare(tx: Tx, context: ImportContext): Promise<Lookups>
  judge(row: RowReader, lookups: Lookups, context: ImportContext): Read | undefined
  /** What tells a row of the file from every other. */
  key(read: Read): string
  entry(read: Read): Entry
  /** Called in the same transaction when records were brought in, corrected or taken back, with both their old and their new rows. */
  changed?(tx: Tx, context: ImportContext, change: Change): Promise<void>
  restingOn?(tx: Tx, authorityId: number, kind: string, ids: readonly number[]): Promise<Dependent | undefined>
}

export function defineRecordKind<Lookups, Read>(described: Description<Lookups, Read>): ImportKind {
  const { table, first } = described
  return defineImportKind<Read>({
    ...described,
    batchSize: described.batchSize ?? 1000,
    fills: [...(first ? [first.table.table] : []), table.table, ...(table.children ?? []).map((child) => child.table)],
    async open(tx, context): Promise<Intake<Read>> {
      const lookups = await described.prepare(tx, context)
      return {
        judge(row) {
          const read = described.judge(row, lookups, context)
          if (read === undefined || row.isRejected) return undefined
          const content = JSON.stringify([first?.entry(read), described.entry(read)])
          return { key: described.key(read), content, entry: read }
        },
        write: (writing, reads) => writeBatch(writing, context, described, reads),
      }
    },
    async changedSince(tx, context) {
      const before = first ? await countChangedSince(tx, context, first.table) : 0
      return before + (await countChangedSince(tx, context, table))
    },
    async undo(tx, context) {
      const taken = await takeBack(tx, context, table)
      await described.changed?.(tx, context, { ids: taken.ids, rows: [...taken.after, ...taken.before] })
      if (first) await takeBack(tx, context, first.table)
      return { deleted: taken.deleted, restored: taken.restored }
    },
    broughtIn: (tx, context) => listBroughtIn(tx, context, table),
  })
}

async function writeBatch<Lookups, Read>(
  tx: Tx,
  context: ImportContext,
  described: Description<Lookups, Read>,
  reads: readonly Read[],
): Promise<readonly Fate[]> {
  const { table, first } = described
  const linked = first ? await writeFirst(tx, context, first, reads) : { reads, merged: [] }
  const entries = linked.reads.map((read) => described.entry(read))
  const merged = await mergeRecords(tx, context, table, entries)
  const touched = merged.map((m, n) => ({ m, n })).filter(({ m }) => m.fate !== 'known')
  if (touched.length > 0)
    await described.changed?.(tx, context, {
      ids: touched.map(({ m }) => m.id),
      rows: touched.flatMap(({ m, n }) => [...(m.before ? [m.before] : []), entries[n]?.values as Row]),
    })
  return merged.map((m, n) => (m.fate === 'known' && linked.merged[n]?.fate === 'corrected' ? 'corrected' : m.fate))
}

async function writeFirst<Lookups, Read>(
  tx: Tx,
  context: ImportContext,
  first: NonNullable<Description<Lookups, Read>['first']>,
  reads: readonly Read[],
): Promise<{ reads: readonly Read[]; merged: readonly Merged[] }> {
  const entries = reads.map((read) => first.entry(read))
  const keys = entries.map((e) => JSON.stringify(first.table.key.map((k) => e.values[k] ?? null)))
  const once = [...new Map(keys.map((key, n) => [key, entries[n] as Entry])).entries()]
  const merged = await mergeRecords(
    tx,
    context,
    first.table,
    once.map(([, entry]) => entry),
  )
  const byKey = new Map(once.map(([key], n) => [key, merged[n] as Merged]))
  return {
    reads: reads.map((read, n) => first.link(read, byKey.get(keys[n] as string)?.id as number)),
    merged: keys.map((key) => byKey.get(key) as Merged),
  }
}
