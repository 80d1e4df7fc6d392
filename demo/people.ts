/** The people of the demonstration: who has care, since when, from whom, in which language; a steady population over two years. */
import type { Contract } from './contracts.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts'
import { AREAS, type Area, NO_CAPACITY_AREA } from './places.ts'
import { STORY } from './providers.ts'
import type { Chance } from './random.ts'
import { WHAT_MATTERS } from './words.ts'

/** From the first day that has visits to the last. */
export type Window = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

export type Person = {
  readonly ref: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string
  readonly bornOn: Temporal.PlainDate
  readonly language: 'cy' | 'en'
  readonly area: Area
  readonly needGroup: 'older' | 'dementia' | 'physical' | 'learning' | 'mental-health' | 'sensory'
  readonly whatMatters: string
  readonly startedOn: Temporal.PlainDate
  /** Undefined: care goes on. */
  readonly endedOn: Temporal.PlainDate | undefined
  /** Undefined: nobody could be found yet. */
  readonly contract: Contract | undefined
  /** How long the person waited for the first visit. */
  readonly waitedDays: number
}

/** Mean time with home care in Wales, about 2.1 years; derived from the 2023–24 census of adults with a plan (18,261 starts to 38,984 in stock). */
const MEAN_DAYS_OF_HOME_CARE = 767
const MEAN_DAYS_OF_REABLEMENT = 40

/**
 * Draws everybody who had care in the window: those already in it on the first day, and those who came after, so many that the number
 * at a time stays the same. `scale` 1 is about a thousand people at a time.
 */
export function drawPeople(
  chance: Chance,
  contracts: readonly Contract[],
  window: Window,
  scale: number,
): readonly Person[] {
  const people: Person[] = []
  for (const contract of contracts) {
    const places = Math.max(1, Math.round(contract.people * scale))
    for (let place = 0; place < places; place += 1) fillPlace(chance, people, contract, window)
  }
  for (let waiting = 0; waiting < Math.max(3, Math.round(14 * scale)); waiting += 1) {
    const startedOn = window.to.subtract({ days: chance.int(12, 95) })
    people.push(
      drawPerson(chance, people.length, { startedOn, endedOn: undefined, contract: undefined, waitedDays: 0 }),
    )
  }
  return people
}

/** One place under a contract: as one person leaves it, another comes. */
function fillPlace(chance: Chance, people: Person[], contract: Contract, window: Window): void {
  const mean = contract.service === 'reablement' ? MEAN_DAYS_OF_REABLEMENT : MEAN_DAYS_OF_HOME_CARE
  const opens = later(contract.startsOn, window.from.subtract({ days: chance.daysUntil(mean / 2) }))
  const closes = earlier(contract.endsOn, window.to)
  let from = opens
  while (Temporal.PlainDate.compare(from, closes) < 0) {
    const length =
      contract.service === 'reablement'
        ? Math.max(10, Math.round(chance.around(mean, 14)))
        : Math.max(20, chance.daysUntil(mean))
    const until = from.add({ days: length })
    const goesOn = Temporal.PlainDate.compare(until, window.to) >= 0
    const endedOn =
      goesOn && Temporal.PlainDate.compare(contract.endsOn, window.to) > 0 ? undefined : earlier(until, closes)
    const waitedDays = contract.areaRefs.includes(NO_CAPACITY_AREA) ? chance.int(20, 80) : chance.int(0, 9)
    if (!endedOn || Temporal.PlainDate.compare(endedOn, window.from) >= 0)
      people.push(
        drawPerson(chance, people.length, {
          startedOn: from.subtract({ days: waitedDays }),
          endedOn,
          contract,
          waitedDays,
        }),
      )
    from = until.add({ days: chance.int(1, contract.service === 'reablement' ? 4 : 12) })
  }
}

function drawPerson(
  chance: Chance,
  index: number,
  care: Pick<Person, 'startedOn' | 'endedOn' | 'contract' | 'waitedDays'>,
): Person {
  const areas = care.contract
    ? AREAS.filter((area) => care.contract!.areaRefs.includes(area.ref))
    : AREAS.filter((area) => area.ref === NO_CAPACITY_AREA)
  const area = chance.weighted(areas, (a) => a.weight)
  const given = chance.pick(GIVEN_NAMES)
  const isYounger = chance.happens(0.16) && care.contract?.provider.ref !== STORY.reablement
  const language = chance.happens(area.welshSpeakersPercent / 100) ? 'cy' : 'en'
  return {
    ...care,
    ref: `P-${String(10_001 + index)}`,
    givenName: given.name,
    familyName: chance.pick(FAMILY_NAMES),
    knownAs: given.knownAs && chance.happens(0.6) ? given.knownAs : '',
    bornOn: care.startedOn.subtract({
      years: isYounger ? chance.int(24, 64) : Math.round(Math.min(101, chance.around(83, 8))),
      days: chance.int(0, 364),
    }),
    language,
    area,
    needGroup: isYounger
      ? chance.weighted(['physical', 'learning', 'mental-health', 'sensory'] as const, (group) =>
          group === 'physical' ? 4 : 1,
        )
      : chance.weighted(
          ['older', 'dementia', 'physical', 'sensory'] as const,
          (group) => ({ older: 62, dementia: 24, physical: 11, sensory: 3 })[group],
        ),
    whatMatters: chance.pick(WHAT_MATTERS[language]),
  }
}

export function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b
}

export function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b
}
