/** What a system says about records it can take in from a file: columns, and how a batch of rows becomes records. The importing room completes it. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Permission } from '../permissions/permission.ts'

export type ImportColumn = {
  readonly name: string
  readonly isRequired: boolean
  readonly help: Bilingual
  readonly example: string
}

export type ImportKind = {
  /** Plural, kebab-case: `visits`. */
  readonly name: string
  readonly title: Bilingual
  readonly permission: Permission
  readonly columns: readonly ImportColumn[]
}
