/** FHIR as JSON: making its extensions and codes, and reading what others sent without trusting any of it. */
import { dayOf } from '../../../kernel/period.ts'
import type { FieldKinds } from './fhir-codes.ts'

export type Json = { readonly [key: string]: unknown }
export type Resource = Json & { readonly resourceType: string }
export type BundleEntry = { readonly fullUrl: string; readonly resource: Resource }

/** Without the keys that hold nothing: FHIR knows no null, no empty text and no empty list. */
export function compact<T extends Json>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => !isNothing(part))) as T
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

/** These fields as one extension with a part for each; nothing where none has a value. */
export function extensionOf(url: string, kinds: FieldKinds, values: Json): readonly Json[] {
  const parts = Object.entries(kinds)
    .filter(([name]) => !isNothing(values[name]))
    .map(([name, kind]) => ({ url: name, [kind]: values[name] }))
  return parts.length > 0 ? [{ url, extension: parts }] : []
}

/** The fields of each extension with this address, as they were sent. */
export function fieldsIn(of: Json | undefined, url: string, kinds: FieldKinds): readonly Json[] {
  return listAt(of, 'extension')
    .filter((extension) => extension.url === url)
    .map((extension) => {
      const parts = listAt(extension, 'extension')
      return Object.fromEntries(
        Object.entries(kinds).map(([name, kind]) => [name, parts.find((part) => part.url === name)?.[kind]]),
      )
    })
}

export function codeOf(system: string, code: string, display?: string): Json {
  return { coding: [compact({ system, code, display })] }
}

/** The code under one system of a CodeableConcept. */
export function codeIn(concept: unknown, system: string): string | undefined {
  const coding = listAt(concept, 'coding').find((one) => one.system === system)
  return typeof coding?.code === 'string' ? coding.code : undefined
}

/** The objects of a list; an empty list for anything that is none. */
export function listAt(of: unknown, key: string): readonly Json[] {
  const value = objectOf(of)?.[key]
  return Array.isArray(value) ? value.filter((item): item is Json => objectOf(item) !== undefined) : []
}

/** What stands at the end of these keys; a number picks from a list. */
export function at(of: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined
    return objectOf(value)?.[key]
  }, of)
}

export function textAt(of: unknown, ...keys: readonly (string | number)[]): string | undefined {
  const value = at(of, ...keys)
  return typeof value === 'string' ? value : undefined
}

export function numberAt(of: unknown, ...keys: readonly (string | number)[]): number | undefined {
  const value = at(of, ...keys)
  return typeof value === 'number' ? value : undefined
}

export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

/**
 * The day of a date or a time; FHIR writes both where a day is asked for. A time in another zone is told by the day that it was in Wales;
 * one in a zone that there is not is no day at all.
 */
export function dayIn(text: string | undefined): string | undefined {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(T.+)?$/.exec(text ?? '') ?? []
  if (date === undefined || time === undefined) return date
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(time)) return date
  try {
    return dayOf(Temporal.Instant.from(`${date}${time}`)).toString()
  } catch {
    return undefined
  }
}

/** The value of an identifier under this system, else of the first there is. */
export function referenceIn(resource: Json, system: string): string | undefined {
  const identifiers = listAt(resource, 'identifier')
  const own = identifiers.find((one) => one.system === system) ?? identifiers[0]
  return textAt(own, 'value')
}
