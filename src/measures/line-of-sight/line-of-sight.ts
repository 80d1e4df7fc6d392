/** The one chain, need to review: each system publishes the stops it knows; any page shows the whole thread and where it stands on it. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Period } from '../../kernel/period.ts'
import type { Tx } from '../../platform/database/database.ts'

/** In the order of the chain. A stop with nothing behind it yet does not appear. */
export const STOPS = [
  'need',
  'outcome',
  'specification',
  'procurement',
  'contract',
  'people',
  'visits',
  'achieved',
  'paid',
  'review',
] as const
export type StopName = (typeof STOPS)[number]

export const STOP_NAMES = {
  need: { en: 'Need', cy: 'Angen' },
  outcome: { en: 'Outcome', cy: 'Canlyniad' },
  specification: { en: 'Specification', cy: 'Manyleb' },
  procurement: { en: 'Procurement', cy: 'Caffael' },
  contract: { en: 'Contract', cy: 'Contract' },
  people: { en: 'People', cy: 'Pobl' },
  visits: { en: 'Visits', cy: 'Ymweliadau' },
  achieved: { en: 'Achieved', cy: 'Wedi’i gyflawni' },
  paid: { en: 'Paid', cy: 'Wedi’i dalu' },
  review: { en: 'Review', cy: 'Adolygiad' },
} as const satisfies Record<StopName, Bilingual>

/** What the thread is about; nothing but the authority given: all of it. */
export type Focus = {
  readonly authorityId: number
  readonly outcomeId?: number
  readonly contractId?: number
  readonly areaId?: number
  readonly providerId?: number
  readonly personId?: number
  readonly reviewId?: number
}

export type StopReading = {
  readonly stop: StopName
  /** "212 with a live plan"; short, with its count. */
  readonly headline: Bilingual
  /** "486 outcomes"; one line. */
  readonly detail?: Bilingual
  /** One click further: a path without language prefix. */
  readonly href: string
  /** Said where the chain is broken here: "this contract serves no outcome". */
  readonly broken?: Bilingual
}

export type StopReader = {
  readonly stop: StopName
  /** undefined: there is nothing here, or this system does not know the focus. */
  read(tx: Tx, focus: Focus, period: Period): Promise<StopReading | undefined>
  /**
   * How many records stand at this stop for each outcome of the catalogue, by its id: contracts that serve it, people who chose it,
   * outcomes achieved over those reviewed. Outcomes with none may be absent.
   */
  byOutcome?(tx: Tx, authorityId: number, period: Period): Promise<ReadonlyMap<number, Tally>>
}

/** A count, or a count out of another: 12 contracts; 34 achieved of 51 reviewed. */
export type Tally = { readonly count: number; readonly of?: number }

const readers = new Map<StopName, Set<StopReader>>()

/** A system publishes a stop as it can read it. Several systems may read the same stop, each for the focus that it knows. */
export function publishStop(reader: StopReader): void {
  readers.set(reader.stop, (readers.get(reader.stop) ?? new Set()).add(reader))
}

/** The whole thread for a focus, in the order of the chain; each stop is told by the first system that knows it for this focus. */
export async function readLineOfSight(tx: Tx, focus: Focus, period: Period): Promise<readonly StopReading[]> {
  const stops: StopReading[] = []
  for (const stop of STOPS) {
    for (const reader of readers.get(stop) ?? []) {
      const reading = await reader.read(tx, focus, period)
      if (!reading) continue
      stops.push(reading)
      break
    }
  }
  return stops
}

/** For every stop that can say so: its tally for each outcome of the catalogue. */
export async function readTallies(
  tx: Tx,
  authorityId: number,
  period: Period,
): Promise<ReadonlyMap<StopName, ReadonlyMap<number, Tally>>> {
  const tallies = new Map<StopName, ReadonlyMap<number, Tally>>()
  for (const stop of STOPS)
    for (const reader of readers.get(stop) ?? []) {
      const tally = await reader.byOutcome?.(tx, authorityId, period)
      if (tally) tallies.set(stop, tally)
    }
  return tallies
}
