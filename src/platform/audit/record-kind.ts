/** A type of record whose history can be shown: its name in words and the path of its page. */
import type { Bilingual } from '../../kernel/language.ts'

export type RecordKind = {
  /** As in the audit log: `care-planning.person`. */
  readonly recordType: string
  readonly title: Bilingual
  /** Path of the record's page, from its id. */
  readonly path: (recordId: string) => string
}
