/** A schema of the API as rows to read: each field by its place, its type in words, and whether it is needed. */
import type { Language } from '../../kernel/language.ts'
import type { ApiDocument, ApiSchema } from '../../platform/api/api-document.ts'
import { text } from './api-reference.text.ts'

export type SchemaRow = { readonly name: string; readonly type: string; readonly isNeeded: boolean }

const DEEPEST = 4

/** `items[].title.en`: what lies within an object or a list comes after it, four levels deep at most. */
export function schemaRows(language: Language, document: ApiDocument, schema: ApiSchema): readonly SchemaRow[] {
  return fieldsOf({ language, document }, schema, '', 0)
}

type Reading = { readonly language: Language; readonly document: ApiDocument }

function fieldsOf(reading: Reading, given: ApiSchema, prefix: string, depth: number): readonly SchemaRow[] {
  const schema = resolved(reading, given)
  if (schema.items) return fieldsOf(reading, schema.items, `${prefix}[]`, depth)
  if (depth >= DEEPEST) return []
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = prefix ? `${prefix}.${key}` : key
    const row = { name, type: typeInWords(reading, field), isNeeded: schema.required?.includes(key) ?? false }
    return [row, ...fieldsOf(reading, field, name, depth + 1)]
  })
}

/** Follows references, and looks through "this or null" to what it is when it is something. */
function resolved(reading: Reading, schema: ApiSchema): ApiSchema {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return resolved(reading, reading.document.components.schemas?.[name] ?? {})
  }
  const something = (schema.anyOf ?? schema.allOf)?.filter((one) => one.type !== 'null')
  return something?.length === 1 && something[0] ? resolved(reading, something[0]) : schema
}

/** "text", "one of: waiting, running", "list of whole number", "date and time or nothing". */
export function typeInWords(reading: Reading, given: ApiSchema): string {
  const t = text[reading.language]
  if (given.anyOf) return [...new Set(given.anyOf.map((one) => typeInWords(reading, one)))].join(t.or)
  const schema = resolved(reading, given)
  if (schema.enum) return t.oneOf(schema.enum.map(String).join(', '))
  if (schema.items) return t.listOf(typeInWords(reading, schema.items))
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['unknown'])
  return types.map((type) => inWords(reading, type, schema.format)).join(t.or)
}

function inWords({ language }: Reading, type: string, format: string | undefined): string {
  const t = text[language]
  const formats: Readonly<Record<string, string>> = t.formats
  const types: Readonly<Record<string, string>> = t.types
  if (type === 'string' && format !== undefined && formats[format]) return formats[format]
  return types[type] ?? t.types.unknown
}
