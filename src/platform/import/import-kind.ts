/** What a system says about records it can take in from a file: columns, and how a batch of rows becomes records. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Clock } from '../clock/clock.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Frameworks } from '../frameworks/index.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Permission } from '../permissions/permission.ts'
import type { RowReader } from './values/row-reader.ts'

export type ImportColumn = {
  /** Lower case with underscores: `planned_start`. */
  readonly name: string
  readonly isRequired: boolean
  readonly help: Bilingual
  readonly example: string
}

/** What an import knows while it runs. */
export type ImportContext = {
  readonly importId: number
  readonly actor: Actor
  readonly authorityId: number
  readonly database: Database
  readonly clock: Clock
  /** Policy as data, for kinds whose rows are judged by it. */
  readonly frameworks: Frameworks
}

/** A row that was judged fit: what tells it from others, and its whole content in a form that can be compared. */
export type Accepted<Entry> = { readonly key: string; readonly content: string; readonly entry: Entry }

/** What became of one entry of a batch, in the order of the batch. */
export type Fate = 'inserted' | 'known' | 'corrected' | 'twice'

/** An import opened for one file: its lookups are loaded, rows can be judged and batches written. */
export type Intake<Entry> = {
  /** Reads one row; answers undefined where the reader noted a reject. */
  judge(row: RowReader): Accepted<Entry> | undefined
  /**
   * Merges a batch in an open transaction and says what became of each entry, in order. A rehearsal is rolled back afterwards, so a kind
   * that can tell the fates without writing does so.
   */
  write(tx: Tx, entries: readonly Entry[], isRehearsal: boolean): Promise<readonly Fate[]>
}

/** Something that rests on what an import brought in, so that it cannot be undone: so many records of one kind. */
export type Dependent = { readonly what: Bilingual; readonly count: number }

export type Undone = { readonly deleted: number; readonly restored: number }

export type ImportKind = {
  /** Plural, kebab-case: `visits`. */
  readonly name: string
  readonly title: Bilingual
  /** A sentence: what one row of the file is. */
  readonly lead: Bilingual
  readonly permission: Permission
  /** Files that have to be in before this one, by kind, for the page's order and its advice. */
  readonly after: readonly string[]
  readonly columns: readonly ImportColumn[]
  /** Rows merged in one transaction. */
  readonly batchSize: number
  open(tx: Tx, context: ImportContext): Promise<Intake<unknown>>
  /** Tables whose statistics are worth bringing up to date when a large file is in. */
  readonly fills: readonly string[]
  /** Records that were changed since by something else and would be lost; the import cannot be undone while there are any. */
  changedSince(tx: Tx, context: ImportContext): Promise<number>
  /** Takes back everything the import did, in an open transaction. */
  undo(tx: Tx, context: ImportContext): Promise<Undone>
  /** Ids of the records the import brought in anew, for the kinds that may rest on them. */
  broughtIn?(tx: Tx, context: ImportContext): Promise<readonly number[]>
  /** Records of this kind that rest on the records with these ids of another kind. */
  restingOn?(tx: Tx, authorityId: number, kind: string, ids: readonly number[]): Promise<Dependent | undefined>
}

/** Gives a kind with entries of its own type to the engine, which does not look into them. */
export function defineImportKind<Entry>(
  kind: Omit<ImportKind, 'open'> & { open(tx: Tx, context: ImportContext): Promise<Intake<Entry>> },
): ImportKind {
  return {
    ...kind,
    async open(tx, context) {
      const intake = await kind.open(tx, context)
      return {
        judge: (row) => intake.judge(row),
        // The engine hands back only what this intake's own judge gave it.
        write: (writing, entries, isRehearsal) => intake.write(writing, entries as readonly Entry[], isRehearsal),
      }
    },
  }
}

/** A column that every row has to fill. */
export function required(name: string, example: string, help: Bilingual): ImportColumn {
  return { name, isRequired: true, help, example }
}

/** A column that may be empty, or absent altogether. */
export function optional(name: string, example: string, help: Bilingual): ImportColumn {
  return { name, isRequired: false, help, example }
}

/** "No area has this reference. Send the file of areas first": what to say of a reference nobody knows. */
export function unknownReference(what: Bilingual, file: Bilingual): Bilingual {
  return {
    en: `${what.en} Check the reference, or send the file of ${file.en} first.`,
    cy: `${what.cy} Gwiriwch y cyfeirnod, neu anfonwch y ffeil ${file.cy} yn gyntaf.`,
  }
}
