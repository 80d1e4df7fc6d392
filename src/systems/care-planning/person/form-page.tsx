/** What the forms about one person share: the fields as typed, what was wrong, and the choices of a closed list. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Env } from '../../../platform/http/doors.ts'
import { errorAt, type FieldError, fieldErrors, type TypedDate, typedDate } from '../../../ui/index.ts'

export type Typed = Readonly<Record<string, string>>

/** One form on its way: what was typed (empty at first) and what was wrong with it. */
export type Filled = { readonly typed: Typed; readonly refusal: Refusal | undefined }

export const EMPTY: Filled = { typed: {}, refusal: undefined }

export async function typedIn(c: Context<Env>): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )
}

export type Fields = {
  readonly errors: readonly FieldError[]
  /** Name, error and value of a field: as typed, else as given. */
  at(
    name: string,
    given?: string | number | null,
  ): { readonly name: string; readonly error: string | undefined; readonly value: string }
  dateAt(
    name: string,
    given?: Temporal.PlainDate | null,
  ): {
    readonly name: string
    readonly error: string | undefined
    readonly value: Temporal.PlainDate | TypedDate | undefined
  }
}

export function fieldsOf(language: Language, { typed, refusal }: Filled): Fields {
  const errors = refusal ? fieldErrors(language, refusal) : []
  const isTyped = Object.keys(typed).length > 0
  return {
    errors,
    at: (name, given) => ({
      name,
      error: errorAt(errors, name),
      value: isTyped ? (typed[name] ?? '') : String(given ?? ''),
    }),
    dateAt: (name, given) => ({
      name,
      error: errorAt(errors, name),
      value: isTyped ? typedDate(typed, name) : (given ?? undefined),
    }),
  }
}

/** A closed list as radios and selects want it. */
export function choicesOf<K extends string>(
  keys: readonly K[],
  names: Readonly<Record<K, Bilingual>>,
  language: Language,
): readonly { readonly value: K; readonly label: string }[] {
  return keys.map((value) => ({ value, label: names[value][language] }))
}

/** The same for labels already in the page's language. */
export function optionsOf(labels: Readonly<Record<string, string>>): readonly { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
