/** Dates and times as real systems write them, read as the local time of Wales; quick for the common forms, exact on the nights the clocks change. */
import { TIME_ZONE } from '../../../kernel/period.ts'

/** `text` is what PostgreSQL reads; `later` stands where the local time came twice (the autumn night) and the first was taken. */
export type LocalInstant = {
  readonly ms: number
  readonly text: string
  /** Local day, `YYYY-MM-DD`. */
  readonly day: string
  readonly later?: LocalInstant
}

export type TimeFault = 'not-a-time' | 'impossible-time' | 'month-first-date'
export type DateFault = 'not-a-date' | 'month-first-date'

const DATE = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\/(\d{1,2})\/(\d{4}))$/
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|z|[+-]\d\d:?(?:\d\d)?)?$/

/** "2026-03-01" and "01/03/2026" are both the first of March; answers `YYYY-MM-DD`. */
export function readDate(text: string): string | { readonly fault: DateFault } {
  const parts = DATE.exec(text)
  if (!parts) return { fault: 'not-a-date' }
  const isIso = parts[1] !== undefined
  const year = Number(isIso ? parts[1] : parts[6])
  const month = Number(isIso ? parts[2] : parts[5])
  const dayOfMonth = Number(isIso ? parts[3] : parts[4])
  if (isRealDay(year, month, dayOfMonth)) return isoDay(year, month, dayOfMonth)
  return { fault: !isIso && isRealDay(year, dayOfMonth, month) ? 'month-first-date' : 'not-a-date' }
}

/**
 * "2026-03-01T08:00", "2026-03-01 08:00:00", "01/03/2026 08:00" are local times; with "Z" or an offset the instant is exact. A local time
 * that the clocks skip in spring is a fault; one that comes twice in autumn answers the first (summer time) and carries the second.
 */
export function readLocalInstant(text: string): LocalInstant | { readonly fault: TimeFault } {
  const gap = text.charCodeAt(10) === 0x54 || text.charCodeAt(10) === 0x20 ? 10 : text.search(/[T ]/)
  if (gap < 0) return { fault: 'not-a-time' }
  const day = knownDay(text.slice(0, gap))
  if (typeof day === 'string') return { fault: day }
  const time = TIME.exec(text.slice(gap + 1))
  if (!time) return { fault: 'not-a-time' }
  const hour = Number(time[1])
  const minute = Number(time[2])
  const second = time[3] === undefined ? 0 : Number(time[3])
  if (hour > 23 || minute > 59 || second > 59) return { fault: 'not-a-time' }
  const wallMs = day.midnightMs + ((hour * 60 + minute) * 60 + second) * 1000
  if (time[4] !== undefined) return withOffset(wallMs, time[4])
  const [first, second2] = day.offsetsOf(hour * 60 + minute)
  if (first === undefined) return { fault: 'impossible-time' }
  const instant = at(day.iso, wallMs, first)
  return second2 === undefined ? instant : { ...instant, later: at(day.iso, wallMs, second2) }
}

type KnownDay = {
  readonly iso: string
  /** The wall clock's midnight as if it were UTC. */
  readonly midnightMs: number
  /** Minutes east of UTC that this minute of the day may have: none in the spring gap, two in the autumn hour. */
  offsetsOf(minuteOfDay: number): readonly number[]
}

/** Each day's offsets are asked of Temporal once: files hold few days and many rows. */
const days = new Map<string, KnownDay | 'not-a-time' | 'month-first-date'>()
const DAYS_REMEMBERED = 20_000

function knownDay(text: string): KnownDay | 'not-a-time' | 'month-first-date' {
  const known = days.get(text)
  if (known) return known
  if (days.size >= DAYS_REMEMBERED) days.clear()
  const iso = readDate(text)
  const day = typeof iso === 'string' ? lookUp(iso) : iso.fault === 'not-a-date' ? 'not-a-time' : iso.fault
  days.set(text, day)
  return day
}

function lookUp(iso: string): KnownDay {
  const date = Temporal.PlainDate.from(iso)
  const midnightMs = Date.UTC(date.year, date.month - 1, date.day)
  const start = date.toZonedDateTime(TIME_ZONE)
  if (start.hoursInDay === 24) {
    const all = [start.offsetNanoseconds / 60e9]
    return { iso, midnightMs, offsetsOf: () => all }
  }
  return { iso, midnightMs, offsetsOf: (minute) => offsetsOnNightOfChange(date, minute) }
}

/** On 29 March 2026 01:30 does not exist: none. On 25 October 2026 01:30 comes twice: [60, 0]. */
function offsetsOnNightOfChange(date: Temporal.PlainDate, minuteOfDay: number): readonly number[] {
  const local = date.toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
  const earlier = local.toZonedDateTime(TIME_ZONE, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(TIME_ZONE, { disambiguation: 'later' })
  if (earlier.offset === later.offset) return [earlier.offsetNanoseconds / 60e9]
  const isGap = !earlier.toPlainDateTime().equals(local)
  return isGap ? [] : [earlier.offsetNanoseconds / 60e9, later.offsetNanoseconds / 60e9]
}

function at(day: string, wallMs: number, offsetMinutes: number): LocalInstant {
  const wall = new Date(wallMs).toISOString()
  const text = `${day} ${wall.slice(11, 19)}${offsetMinutes === 0 ? '+00' : offsetMinutes === 60 ? '+01' : showOffset(offsetMinutes)}`
  return { ms: wallMs - offsetMinutes * 60_000, text, day }
}

/** Wales kept double summer time and local mean time once; files of today never show it, but nothing should break. */
function showOffset(minutes: number): string {
  const size = Math.abs(Math.round(minutes))
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** An instant given exactly is kept as local time in Wales, so that the same moment has one text however it was written. */
function withOffset(wallMs: number, offset: string): LocalInstant {
  const digits = offset.replace(/\D/g, '')
  const size = digits === '' ? 0 : Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  const ms = wallMs - (offset.startsWith('-') ? -size : size) * 60_000
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(TIME_ZONE)
  const offsetMinutes = local.offsetNanoseconds / 60e9
  return at(local.toPlainDate().toString(), ms + offsetMinutes * 60_000, offsetMinutes)
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1850 || year > 2200) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${pad(month)}-${pad(day)}`
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
