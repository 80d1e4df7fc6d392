/** Refusals are values: what was wrong, in both languages, and at which field. Thrown errors are our own bugs. */
import type { Bilingual } from './language.ts'

/**
 * Why something was refused; each kind has one HTTP status. `unrecognised`: we do not know who asks. `conflict`: the record's state does
 * not allow it. `stale`: it was changed since the person saw it. `key-reused`: the key of one change was
 * given to another.
 */
export type RefusalKind =
  | 'invalid'
  | 'unrecognised'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'key-reused'
  | 'too-large'
  | 'unavailable'

export type Refusal = {
  readonly kind: RefusalKind
  /** Stable, kebab-case, for programs: `review-already-signed`. */
  readonly code: string
  /** A whole sentence that says what is wrong and what to do. */
  readonly message: Bilingual
  /** The form field or column at fault, where there is one. */
  readonly field?: string
  /** Further refusals, when several fields are wrong at once. */
  readonly others?: readonly Refusal[]
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accepted<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}

/** All refusals of one answer, first the one it carries itself. */
export function allRefusals(refusal: Refusal): readonly Refusal[] {
  return [refusal, ...(refusal.others ?? [])]
}
