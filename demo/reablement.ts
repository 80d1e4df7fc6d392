/** Reablement in the demonstration: for everybody who had it, the weeks, the hours and what came of it; and some who had had it before. */
import type { Contract } from './contracts.ts'
import type { County } from './county.ts'
import type { Outcome } from './outcomes.ts'
import { earlier, type Person } from './people.ts'
import { personaOf } from './persona.ts'
import { type Chance, chanceOf } from './random.ts'

export type Episode = {
  readonly ref: string
  readonly person: Person
  readonly contract: Contract | undefined
  readonly cameFrom: 'hospital' | 'community' | 'home-care' | 'other'
  readonly isSupportedAlready: boolean
  readonly referredOn: Temporal.PlainDate
  readonly startedOn: Temporal.PlainDate
  readonly expectedWeeks: number
  readonly hoursAtStart: number
  readonly hoursAtTwoWeeks: number | undefined
  readonly goals: readonly Outcome[]
  readonly end: EpisodeEnd | undefined
}

type EpisodeEnd = {
  readonly on: Temporal.PlainDate
  readonly ending: 'completed' | 'ended-early'
  readonly earlyReason: string
  readonly hours: number | undefined
  readonly neededAfter: string
  readonly isMitigated: boolean
  readonly follows: string
  readonly sixMonthsLater: string
}

/** Drawn apart from everything else, so that the rest of the county stays as it is. */
export function drawEpisodes(county: County): readonly Episode[] {
  const chance = chanceOf(county.seed + 11)
  const contract = county.contracts.find(({ service }) => service === 'reablement')
  const persona = personaOf(county)
  const outcomesOf = Map.groupBy(county.outcomes, (outcome) => outcome.person)
  const episodes: Episode[] = []
  for (const person of county.people) {
    if (person.contract?.service !== 'reablement') {
      const isWithCare = person.contract !== undefined && (person === persona || chance.happens(0.08))
      if (isWithCare && contract) episodes.push(beforeHomeCare(chance, county, person, contract))
      continue
    }
    const goals = (outcomesOf.get(person) ?? []).slice(0, 3)
    const startedOn = person.startedOn.add({ days: person.waitedDays })
    const ref = `RE-${person.ref}`
    if (chance.happens(0.13)) episodes.push(earlierEpisode(chance, county, person, `${ref}-0`))
    episodes.push(drawEpisode(chance, county, { ref: `${ref}-1`, person, startedOn, endedOn: person.endedOn, goals }))
  }
  return episodes
}

/** Somebody who came back: an episode that ended some months before the one they are known for. */
function earlierEpisode(chance: Chance, county: County, person: Person, ref: string): Episode {
  const endedOn = person.startedOn.subtract({ days: chance.int(25, 420) })
  const startedOn = endedOn.subtract({ days: chance.int(25, 55) })
  return drawEpisode(chance, county, { ref, person, startedOn, endedOn, goals: [] })
}

/** Home care that began where reablement ended: less is needed than at the start, and some still is. */
function beforeHomeCare(chance: Chance, county: County, person: Person, contract: Contract): Episode {
  const endedOn = person.startedOn.subtract({ days: chance.int(0, 5) })
  const startedOn = endedOn.subtract({ days: chance.int(30, 48) })
  const episode = drawEpisode(chance, county, { ref: `RE-${person.ref}-0`, person, startedOn, endedOn, goals: [] })
  const isOver = Temporal.PlainDate.compare(endedOn.add({ months: 6 }), county.today) <= 0
  return {
    ...episode,
    contract,
    end: {
      on: endedOn,
      ending: 'completed',
      earlyReason: '',
      hours: half(episode.hoursAtStart * 0.6),
      neededAfter: 'less',
      isMitigated: false,
      follows: 'long-term',
      sixMonthsLater: isOver ? 'less' : '',
    },
  }
}

type Draft = Pick<Episode, 'ref' | 'person' | 'startedOn' | 'goals'> & {
  readonly endedOn: Temporal.PlainDate | undefined
}

function drawEpisode(chance: Chance, county: County, draft: Draft): Episode {
  const { startedOn, endedOn } = draft
  const cameFrom = chance.weighted(['hospital', 'community', 'home-care', 'other'] as const, (from) => {
    return { hospital: 58, community: 26, 'home-care': 13, other: 3 }[from]
  })
  const expectedWeeks = chance.weighted([3, 4, 5, 6, 8], (weeks) => ({ 3: 8, 4: 16, 5: 18, 6: 50, 8: 8 })[weeks]!)
  const hoursAtStart = half(Math.max(3.5, chance.around(11, 5)))
  const isTwoWeeksOn = startedOn.until(endedOn ?? county.today).days >= 14
  const end = endedOn && drawEnd(chance, county, endedOn, hoursAtStart)
  const aim = end?.hours ?? hoursAtStart * 0.5
  return {
    ...draft,
    contract: draft.person.contract,
    cameFrom,
    isSupportedAlready: cameFrom === 'home-care',
    referredOn: startedOn.subtract({ days: chance.int(0, 6) }),
    expectedWeeks,
    hoursAtStart,
    hoursAtTwoWeeks:
      isTwoWeeksOn && chance.happens(0.93) ? half(hoursAtStart + (aim - hoursAtStart) * 0.45) : undefined,
    end,
  }
}

const half = (hours: number) => Math.round(hours * 2) / 2

/** About 86 in a hundred completed packages reduce, maintain or mitigate the need, as published for Wales in 2023–24. */
function drawEnd(chance: Chance, county: County, on: Temporal.PlainDate, start: number): EpisodeEnd {
  if (chance.happens(0.09)) return drawEarlyEnd(chance, on)
  const neededAfter = chance.weighted(
    ['none', 'less', 'same', 'more', 'could-not-be-helped', 'other'] as const,
    (needed) => ({ none: 51, less: 20, same: 10, more: 13, 'could-not-be-helped': 4, other: 2 })[needed],
  )
  const isMitigated = neededAfter === 'more' && chance.happens(0.4)
  const isOver = Temporal.PlainDate.compare(on.add({ months: 6 }), county.today) <= 0
  return {
    on,
    ending: 'completed',
    earlyReason: '',
    hours: hoursAfter(chance, neededAfter, start),
    neededAfter,
    isMitigated,
    follows: followsOf(chance, neededAfter),
    sixMonthsLater: isOver && chance.happens(0.9) ? laterOf(chance, neededAfter) : '',
  }
}

function hoursAfter(chance: Chance, needed: string, start: number): number {
  if (needed === 'none') return 0
  if (needed === 'less') return half(Math.min(start - 0.5, Math.max(0.5, start * (0.25 + chance.int(0, 45) / 100))))
  return needed === 'more' ? half(start * (1.15 + chance.int(0, 40) / 100) + 0.5) : start
}

function followsOf(chance: Chance, needed: string): string {
  if (needed === 'none') return chance.weighted(['nothing', 'universal', 'low-level'], (f) => (f === 'nothing' ? 6 : 2))
  if (needed === 'less')
    return chance.weighted(['low-level', 'long-term', 'short-term', 'declined', 'self-funding'], () => 1)
  return chance.weighted(['long-term', 'care-home', 'declined', 'self-funding', 'health'], (f) =>
    f === 'long-term' ? 8 : 1,
  )
}

function laterOf(chance: Chance, needed: string): string {
  const stays = chance.happens(0.8)
  if (chance.happens(0.07)) return chance.pick(['died', 'not-known'])
  if (needed === 'none') return stays ? 'none' : 'less'
  if (needed === 'less') return stays ? 'less' : chance.pick(['none', 'same'])
  return stays ? 'same' : chance.pick(['less', 'more'])
}

function drawEarlyEnd(chance: Chance, on: Temporal.PlainDate): EpisodeEnd {
  const earlyReason = chance.weighted(['hospital', 'died', 'did-not-want', 'did-not-suit', 'moved'], (r) =>
    r === 'hospital' ? 6 : 2,
  )
  const isLifeEvent = earlyReason !== 'did-not-want' && earlyReason !== 'did-not-suit'
  return {
    on,
    ending: 'ended-early',
    earlyReason,
    hours: undefined,
    neededAfter: '',
    isMitigated: false,
    follows: isLifeEvent ? '' : chance.pick(['declined', 'long-term']),
    sixMonthsLater: '',
  }
}

type Cell = string | number | Temporal.PlainDate | undefined

export function episodeRows(county: County): readonly Readonly<Record<string, Cell>>[] {
  return drawEpisodes(county).map((episode) => ({
    episode_ref: episode.ref,
    person_ref: episode.person.ref,
    contract_ref: episode.contract?.ref,
    came_from: episode.cameFrom,
    supported_already: episode.isSupportedAlready ? 'yes' : 'no',
    referred_on: earlier(episode.referredOn, episode.startedOn),
    started_on: episode.startedOn,
    expected_weeks: episode.expectedWeeks,
    hours_at_start: episode.hoursAtStart,
    hours_at_two_weeks: episode.hoursAtTwoWeeks,
    hours_at_end: episode.end?.hours,
    goal_refs: episode.goals.map((goal) => goal.ref).join(';'),
    ended_on: episode.end?.on,
    ending: episode.end?.ending,
    early_reason: episode.end?.earlyReason,
    needed_after: episode.end?.neededAfter,
    mitigated: episode.end?.isMitigated ? 'yes' : 'no',
    follows: episode.end?.follows,
    six_months_later: episode.end?.sixMonthsLater,
  }))
}
