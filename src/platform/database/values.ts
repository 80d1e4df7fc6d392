/** How values travel: PostgreSQL's text becomes Temporal, numbers and parsed JSON, and ours becomes its text. The same for both databases. */

/** The types of PostgreSQL that need more than their text, by object id. Anything else stays text. */
const READERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  17: bytes,
  20: wholeNumber,
  21: Number,
  23: Number,
  26: Number,
  114: JSON.parse,
  700: Number,
  701: Number,
  1082: plainDate,
  1083: (text) => Temporal.PlainTime.from(text),
  1114: (text) => Temporal.PlainDateTime.from(onTheCalendar(text).replace(' ', 'T')),
  1184: instant,
  1700: decimal,
  3802: JSON.parse,
}

/** Array types and the type of their elements. */
const ELEMENT_OF: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1183: 1083,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  3807: 3802,
}

/** A reader for one column, as node-postgres asks for it. Throws a RangeError on what none of our types can hold. */
export function readerOf(oid: number): (text: string) => unknown {
  const element = ELEMENT_OF[oid]
  if (element !== undefined) return (text) => readArray(text, READERS[element] ?? String)
  return READERS[oid] ?? String
}

/**
 * A parameter as PostgreSQL reads it. Objects become JSON. An array becomes JSON where the statement wants json or jsonb there (`type`),
 * else an array of PostgreSQL. A string given for jsonb is taken to be JSON already.
 */
export function writeValue(value: unknown, type = ''): string | Uint8Array | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  if (isTemporal(value)) return value.toString()
  if (Array.isArray(value) && !type.startsWith('json')) return writeArray(value)
  return JSON.stringify(value)
}

function writeArray(items: readonly unknown[]): string {
  const written = items.map((item) => {
    if (item === null || item === undefined) return 'NULL'
    if (Array.isArray(item)) return writeArray(item)
    const text = item instanceof Uint8Array ? `\\x${Buffer.from(item).toString('hex')}` : String(writeValue(item))
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `{${written.join(',')}}`
}

/** Reads `{1,NULL,"a \"b\""}`, nested or not. */
function readArray(text: string, read: (text: string) => unknown): unknown[] {
  let at = text.indexOf('{')
  const list = (): unknown[] => {
    const items: unknown[] = []
    at += 1
    while (text[at] !== '}') {
      if (text[at] === '{') items.push(list())
      else if (text[at] === '"') items.push(read(quoted()))
      else {
        const from = at
        while (text[at] !== ',' && text[at] !== '}') at += 1
        const item = text.slice(from, at)
        items.push(item === 'NULL' ? null : read(item))
      }
      if (text[at] === ',') at += 1
    }
    at += 1
    return items
  }
  const quoted = (): string => {
    let item = ''
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1
      item += text[at]
    }
    at += 1
    return item
  }
  return list()
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be held exactly`)
  return value
}

/** Fractions are rounded to what a double holds; whole parts never are. */
function decimal(text: string): number {
  const value = Number(text)
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new RangeError(`${text} is too large to be held exactly`)
  return value
}

function bytes(text: string): Uint8Array {
  if (!text.startsWith('\\x')) throw new RangeError('bytes are read in hexadecimal only')
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

function plainDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(onTheCalendar(text))
}

/** `2026-03-29 01:30:00.123456+00` and, where the session's zone is not UTC, `+05:30` or the seconds of old local times. */
function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(
    onTheCalendar(text)
      .replace(' ', 'T')
      .replace(/([+-]\d\d)$/, '$1:00'),
  )
}

/** PostgreSQL's calendar also holds infinity, years before Christ and after 9999; no record of ours does, so they are refused. */
function onTheCalendar(text: string): string {
  if (!/^\d{4}-/.test(text) || text.endsWith('BC')) throw new RangeError(`${text} is not a date we can hold`)
  return text
}

function isTemporal(value: object): value is Temporal.PlainDate {
  return (
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainTime ||
    value instanceof Temporal.PlainDateTime ||
    value instanceof Temporal.ZonedDateTime ||
    value instanceof Temporal.PlainYearMonth ||
    value instanceof Temporal.Duration
  )
}
