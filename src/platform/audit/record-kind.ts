/** Types of record whose history can be shown: their names in words, who may see them, and the paths of their pages. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Permission } from '../permissions/permission.ts'

export type RecordKind = {
  /** As in the audit log: `care-planning.person`. */
  readonly recordType: string
  readonly title: Bilingual
  /** What somebody must be allowed, besides reading histories, to see this one's: what the record itself asks for. */
  readonly permission: Permission
  /** Path of the record's page, from its id; left out where it has no page of its own. */
  readonly path?: (recordId: string) => string
  /** The names of its fields as people know them; a field without one is shown by the name it has in the log. */
  readonly fields?: Readonly<Record<string, Bilingual>>
}

const kinds = new Map<string, RecordKind>()

/** Called once for each room by app.ts. */
export function publishRecordKinds(published: readonly RecordKind[]): void {
  for (const kind of published) kinds.set(kind.recordType, kind)
}

export function findRecordKind(recordType: string): RecordKind | undefined {
  return kinds.get(recordType)
}
