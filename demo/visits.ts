/** Every visit of the two years, a month at a time, as the providers' rota systems would export them. */

import { progressThrough } from './outcomes.ts'
import type { Person, Window } from './people.ts'
import { NO_CAPACITY_AREA } from './places.ts'
import type { Chance } from './random.ts'

export type Package = {
  readonly ref: string
  readonly person: Person
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  /** Minutes after midnight and length of each visit of a day. */
  readonly calls: readonly { readonly at: number; readonly minutes: number; readonly isDoubleHanded: boolean }[]
  readonly workers: readonly string[]
}

/** The visit mix found in Torbay in 2022, visits a week of 15, 30, 45 and 60 minutes: 18, 835, 209 and 97. */
const LENGTHS = [
  { minutes: 15, weight: 18 },
  { minutes: 30, weight: 835 },
  { minutes: 45, weight: 209 },
  { minutes: 60, weight: 97 },
] as const
const TIMES_OF_DAY = [465, 735, 1005, 1215] as const

export function drawPackages(chance: Chance, people: readonly Person[]): readonly Package[] {
  const packages: Package[] = []
  for (const person of people) {
    if (!person.contract) continue
    const startsOn = person.startedOn.add({ days: person.waitedDays })
    if (person.endedOn && Temporal.PlainDate.compare(person.endedOn, startsOn) <= 0) continue
    const practice = person.contract.provider.practice
    const callsADay = chance.weighted([1, 2, 3, 4], (n) => [0, 4, 9, 20, 67][n]!)
    const pool = Math.max(2, Math.round(chance.around(practice.pool, 1.6)))
    packages.push({
      ref: `PK-${person.ref}`,
      person,
      startsOn,
      endsOn: person.endedOn,
      calls: chosenTimes(chance, callsADay).map((at) => ({
        at: at + chance.int(-3, 6) * 10,
        minutes: chance.weighted(LENGTHS, (length) => length.weight).minutes,
        isDoubleHanded: false,
      })),
      workers: Array.from(
        { length: pool },
        () =>
          `${person.contract!.provider.ref}-${chance.int(1, Math.max(6, Math.round(person.contract!.provider.people * 0.9)))}`,
      ),
    })
  }
  return packages.map((p) =>
    chance.happens(0.09) ? { ...p, calls: p.calls.map((call) => ({ ...call, isDoubleHanded: true })) } : p,
  )
}

function chosenTimes(chance: Chance, count: number): readonly number[] {
  if (count === 4) return TIMES_OF_DAY
  if (count === 1) return [TIMES_OF_DAY[chance.happens(0.8) ? 0 : 3]]
  if (count === 2) return [TIMES_OF_DAY[0], TIMES_OF_DAY[3]]
  return [TIMES_OF_DAY[0], TIMES_OF_DAY[1], TIMES_OF_DAY[3]]
}

export const VISIT_COLUMNS = [
  'visit_ref',
  'provider_ref',
  'contract_ref',
  'package_ref',
  'person_ref',
  'planned_start',
  'planned_end',
  'actual_start',
  'actual_end',
  'status',
  'cancelled_reason',
  'cancelled_at',
  'log_method',
  'manual_reason',
  'worker_ref',
  'second_worker_ref',
  'language',
] as const

/** The visits of one month as CSV, a chunk a day; about 3,600 visits a day for a thousand people. */
export function* visitFile(
  chance: Chance,
  packages: readonly Package[],
  month: Temporal.PlainDate,
  window: Window,
): Generator<string> {
  yield `${VISIT_COLUMNS.join(',')}\r\n`
  for (let day = month; day.month === month.month; day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, window.from) < 0 || Temporal.PlainDate.compare(day, window.to) > 0) continue
    const lines: string[] = []
    const context: DayContext = {
      iso: day.toString(),
      progress: progressThrough(window, day),
      isWeekday: day.dayOfWeek <= 5,
      isWinter: day.month >= 11 || day.month <= 2,
    }
    for (const p of packages) {
      if (
        Temporal.PlainDate.compare(day, p.startsOn) < 0 ||
        (p.endsOn && Temporal.PlainDate.compare(day, p.endsOn) > 0)
      )
        continue
      for (let call = 0; call < p.calls.length; call += 1) lines.push(visitLine(chance, p, call, context))
    }
    if (lines.length > 0) yield lines.join('')
  }
}

type DayContext = {
  readonly iso: string
  readonly progress: number
  readonly isWeekday: boolean
  readonly isWinter: boolean
}

function visitLine(chance: Chance, p: Package, callIndex: number, day: DayContext): string {
  const call = p.calls[callIndex]!
  const { contract, ref: personRef } = p.person
  const practice = contract!.provider.practice
  const far = p.person.area.ref === NO_CAPACITY_AREA
  const worker = p.workers[chance.int(0, p.workers.length - 1)]!
  const second = call.isDoubleHanded ? `${p.workers.find((w) => w !== worker) ?? `${contract!.provider.ref}-0`}` : ''
  const start = [
    `${day.iso.replaceAll('-', '')}-${p.ref.slice(5)}-${callIndex + 1}`,
    contract!.provider.ref,
    contract!.ref,
    p.ref,
    personRef,
  ].join(',')
  const planned = `${day.iso}T${clock(call.at)},${day.iso}T${clock(call.at + call.minutes)}`
  if (chance.happens((practice.missed + (far ? 0.02 : 0)) * (day.isWinter ? 1.4 : 1)))
    return `${start},${planned},,,missed,,,,,,,\r\n`
  if (chance.happens(0.028))
    return `${start},${planned},,,cancelled,${chance.pick(CANCELLED_REASONS)},${day.iso}T06:${String(chance.int(10, 59))},,,,,\r\n`
  const isLateHour = day.isWeekday && call.at >= 1000
  const onTime =
    practice.onTime + practice.onTimeDrift * (day.progress - 0.5) - (isLateHour ? 0.03 : -0.01) - (far ? 0.08 : 0)
  const tolerance = contract!.lateToleranceMinutes
  const delay = chance.happens(onTime) ? chance.int(-8, tolerance - 2) : tolerance + 1 + chance.int(0, 40)
  const lasts = chance.happens(practice.short)
    ? Math.round(call.minutes * 0.6)
    : Math.max(10, call.minutes + chance.int(-4, 5))
  const at = call.at + delay
  const isManual = chance.happens(0.06)
  const log = isManual ? `manual,${chance.pick(MANUAL_REASONS)}` : `${chance.happens(0.7) ? 'app' : 'nfc'},`
  const language = p.person.language === 'cy' && chance.happens(practice.welsh) ? 'cy' : 'en'
  return `${start},${planned},${day.iso}T${clock(at)},${day.iso}T${clock(at + lasts)},delivered,,,${log},${worker},${second},${language}\r\n`
}

const CANCELLED_REASONS = ['hospital', 'family visiting', 'respite', 'day centre', 'person asked'] as const
const MANUAL_REASONS = ['no signal', 'tag missing', 'phone flat'] as const

function clock(minute: number): string {
  const hour = Math.floor(minute / 60)
  const rest = minute % 60
  return `${hour < 10 ? '0' : ''}${hour}:${rest < 10 ? '0' : ''}${rest}`
}
