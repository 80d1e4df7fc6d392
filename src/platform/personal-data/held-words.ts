/** A row of what is held, in words: codes by their meaning, numbers of records by their names, days as days. */
import { type Bilingual, inBoth, Language } from '../../kernel/language.ts'
import { day, showDay, showInstant } from '../../kernel/period.ts'
import type { Frameworks } from '../frameworks/index.ts'
import type { HeldColumn, HeldLine, HeldRow, NamesByColumn } from './held-part.ts'

type Codes = Readonly<Record<string, Bilingual>>

/** What words are made with: the frameworks, and what the records are called that rows point at. */
export type WordsWith = {
  readonly frameworks: Frameworks
  readonly names: NamesByColumn
}

/** One thing that a row says; `written` where it stands in the language somebody wrote it in. */
export type WordLine = { readonly key: string; readonly value: string; readonly written?: Language | undefined }

/** What a row says, column by column; what says nothing is left out. */
export function rowLines(
  language: Language,
  columns: readonly HeldColumn[],
  row: HeldRow,
  using: WordsWith,
): readonly WordLine[] {
  return columns.flatMap((column) => {
    if (column.lines)
      return column
        .lines(row, using.frameworks, using.names)
        .map(({ key, value }) => ({ key: key[language], value: value[language] }))
    const value = valueInWords(language, column, row[column.column], using)
    if (value === '') return []
    const written = Language.safeParse(row[`${column.column}_language`])
    return [{ key: column.title[language], value, written: written.data }]
  })
}

/** One value as it is read; empty where nothing was written. */
export function valueInWords(language: Language, column: HeldColumn, value: unknown, using: WordsWith): string {
  if (value === null || value === undefined || value === '') return ''
  if (value instanceof Temporal.PlainDate) return showDay(language, value)
  if (value instanceof Temporal.Instant) return showInstant(language, value)
  if (Array.isArray(value)) return value.map((one) => valueInWords(language, column, one, using)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${plain(one)}`)
      .join('; ')
  const text = String(value)
  return (
    column.codes?.[text]?.[language] ??
    using.names.get(column.column)?.get(Number(text))?.[language] ??
    column.named?.(text, using.frameworks)?.[language] ??
    text
  )
}

const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Something kept as JSON, as lines: what stands in it, under the way to it. `{a: [{b: 1}]}` is the line "a 1 · b: 1". */
export function linesOf(
  value: unknown,
  words: Codes,
  codes: Readonly<Record<string, Codes>>,
  names?: NamesByColumn,
): readonly HeldLine[] {
  return linesAt([], value)

  function nameOf(key: string, at: unknown): Bilingual | undefined {
    return names?.get(asColumn(key))?.get(Number(at))
  }

  function linesAt(path: readonly Bilingual[], at: unknown, key = ''): readonly HeldLine[] {
    if (at === null || at === undefined || at === '') return []
    if (Array.isArray(at))
      return at.flatMap((one, index) => linesAt([...path, { en: String(index + 1), cy: String(index + 1) }], one, key))
    if (typeof at === 'object')
      return Object.entries(at).flatMap(([name, one]) =>
        linesAt([...path, words[name] ?? words[asColumn(name)] ?? { en: name, cy: name }], one, name),
      )
    const code =
      (codes[key] ?? codes[asColumn(key)])?.[String(at)] ?? (typeof at === 'boolean' ? (at ? YES : NO) : undefined)
    return [
      {
        key: inBoth((language) => path.map((step) => step[language]).join(' · ')),
        value: code ?? nameOf(key, at) ?? inBoth((language) => wordsOf(language, at)),
      },
    ]
  }
}

/** `providerId` in JSON is what the column `provider_id` is. */
const asColumn = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

const wordsOf = (language: Language, at: unknown): string =>
  typeof at === 'string' && ISO_DAY.test(at) ? showDay(language, day(at)) : String(at)

const YES: Bilingual = { en: 'Yes', cy: 'Ie' }
const NO: Bilingual = { en: 'No', cy: 'Na' }
