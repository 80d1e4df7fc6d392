/**
 * What is held about a person, declared by the room that holds it: what each table is called, what of it is read and in which words.
 * The copy that a person may ask for is made from these, so that no room needs to know of another.
 */
import type { RawBuilder } from 'kysely'
import type { Bilingual } from '../../kernel/language.ts'
import type { Tx } from '../database/database.ts'
import type { Frameworks } from '../frameworks/index.ts'

/** Whose rows are asked for. */
export type About = { readonly authorityId: number; readonly personId: number; readonly ref: string }

export type HeldRow = Readonly<Record<string, unknown>>

/** The names of all records that rows point at, by column and number. */
export type NamesByColumn = ReadonlyMap<string, ReadonlyMap<number, Bilingual>>

/** A line of something written down as a whole, such as the answers to a form: what was asked, and what stands there. */
export type HeldLine = { readonly key: Bilingual; readonly value: Bilingual }

export type HeldColumn = {
  readonly column: string
  readonly title: Bilingual
  /** What each code means; a column without them holds words, numbers or days. */
  readonly codes?: Readonly<Record<string, Bilingual>>
  /** For the id of a framework: its title. */
  readonly named?: (value: string, frameworks: Frameworks) => Bilingual | undefined
  /** For what was written down as a whole: its lines. */
  readonly lines?: (row: HeldRow, frameworks: Frameworks, names: NamesByColumn) => readonly HeldLine[]
}

export type HeldPart = {
  /** With its schema: `work_allocation.visit`. Also its name in the copy for programs. */
  readonly table: string
  readonly title: Bilingual
  /** The column whose day places a row in the story of the record; left out where it has none. */
  readonly day?: string
  readonly columns: readonly HeldColumn[]
  /** What tells a row from every other of this person. */
  readonly key: readonly string[]
  /** Rows of this person where `person_id` alone does not say so: a select that begins with `select`. */
  readonly rows?: (about: About) => RawBuilder<unknown>
  /** Such a row may be about somebody else too, so that whoever hands a copy over reads it first. */
  readonly mayTellOfOthers?: true
  /** Of use to nobody but whoever would guess a secret: never in a copy. */
  readonly secret?: readonly string[]
  /** The record type under which the audit log knows a row; its id is the first column of the key. */
  readonly auditedAs?: string
  /** What of it no copy has, and why. */
  readonly leftOut?: Bilingual
  /** Too many to read one by one: documents count them by month and by this column, and files have them all. */
  readonly countedBy?: string
}

/** What numbers of other records are called, by the column they stand in: `provider_id`, `area_id`. */
export type HeldNames = {
  readonly columns: readonly string[]
  names(tx: Tx, about: About): Promise<ReadonlyMap<number, Bilingual>>
}

let parts: readonly HeldPart[] = []
let names: readonly HeldNames[] = []

/** Called once by app.ts with what all rooms declare, in the order of the rooms; calling again replaces it. */
export function publishHeldParts(published: readonly HeldPart[], named: readonly HeldNames[]): void {
  parts = published
  names = named
}

export const heldParts = (): readonly HeldPart[] => parts
export const heldNames = (): readonly HeldNames[] => names
