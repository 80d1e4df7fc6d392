/** Chance that repeats: everything in the demonstration is drawn from one seed, so the same seed gives the same county. */
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Chance = {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of the items, in proportion to its weight. */
  weighted<T>(from: readonly T[], weightOf: (item: T) => number): T
  /** Bell-shaped around `mean`: the sum of three throws, which is close enough for care visits and has no endless tail. */
  around(mean: number, spread: number): number
  /** Days until something that happens once in `meanDays` on average. */
  daysUntil(meanDays: number): number
}

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  const share = () => uniformFloat32(generator)
  return {
    int: (min, max) => uniformInt(generator, min, max),
    happens: (probability) => share() < probability,
    pick: (from) => from[uniformInt(generator, 0, from.length - 1)]!,
    weighted(from, weightOf) {
      let left = share() * from.reduce((sum, item) => sum + weightOf(item), 0)
      for (const item of from) {
        left -= weightOf(item)
        if (left < 0) return item
      }
      return from[from.length - 1]!
    },
    around: (mean, spread) => mean + (share() + share() + share() - 1.5) * 1.155 * spread,
    daysUntil: (meanDays) => Math.ceil(-Math.log(1 - share()) * meanDays),
  }
}
