/** The whole demonstration county, drawn from one seed: market, contracts, people, outcomes and packages. Visits follow a month at a time. */
import { type Contract, drawContracts } from './contracts.ts'
import { drawOutcomes, type Outcome } from './outcomes.ts'
import { drawPeople, type Person, type Window } from './people.ts'
import { PROVIDERS, type Provider } from './providers.ts'
import { chanceOf } from './random.ts'
import { drawPackages, type Package } from './visits.ts'

export type County = {
  readonly seed: number
  readonly today: Temporal.PlainDate
  readonly window: Window
  readonly providers: readonly Provider[]
  readonly contracts: readonly Contract[]
  readonly people: readonly Person[]
  readonly outcomes: readonly Outcome[]
  readonly packages: readonly Package[]
}

export const SEED = 20_170_621

/** `full`: about a thousand people at a time and 38 providers. `small`: a sixth, with the providers of the stories. A number: that share of the full size. */
export type Size = 'small' | 'full' | number

const SCALES = { small: 0.16, full: 1 } as const

/** Two years that end yesterday. The same seed, size and day give the same county, row for row. */
export function drawCounty(today: Temporal.PlainDate, size: Size, seed = SEED): County {
  const scale = typeof size === 'number' ? size : SCALES[size]
  const to = today.subtract({ days: 1 })
  const window = { from: to.subtract({ years: 2 }).add({ days: 1 }), to }
  const providers = scale < 1 ? PROVIDERS.filter((provider) => provider.isInQuickStart) : PROVIDERS
  const contracts = drawContracts(chanceOf(seed), today, providers)
  // Fewer providers share the same places, so that a small county is not all large ones.
  const people = drawPeople(chanceOf(seed + 1), contracts, window, scale)
  const outcomes = drawOutcomes(chanceOf(seed + 2), people, window)
  const packages = drawPackages(chanceOf(seed + 3), people)
  return { seed, today, window, providers, contracts, people, outcomes, packages }
}
