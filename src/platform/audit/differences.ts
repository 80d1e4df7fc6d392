/** What changed between two states of a record, field by field, so that a page can say it side by side. */

export type Difference = {
  /** Field names from the outside in: `['rate', 'pence']`. A list's items are named by their position, from 1. */
  readonly path: readonly string[]
  /** Undefined where the field was not there. */
  readonly before: string | number | boolean | undefined
  readonly after: string | number | boolean | undefined
}

/** Only the fields that differ, in the order the two states name them; empty where nothing does. An empty list or object counts as nothing. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const was = new Map(leavesOf(before, []))
  const is = new Map(leavesOf(after, []))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => ({ path: JSON.parse(key) as string[], before: was.get(key), after: is.get(key) }))
}

function leavesOf(value: unknown, path: readonly string[]): [string, string | number | boolean][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, String(index + 1)]))
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]))
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [[JSON.stringify(path), value]]
  throw new TypeError(`not a value of JSON: ${typeof value}`)
}
