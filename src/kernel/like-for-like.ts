/**
 * Comparing like with like: what each of several (providers) would have achieved had every group of people they support (band of need) done as
 * well with them as it did on the whole; and whether chance explains how far they are from that.
 *
 * Method: indirect standardisation. Expected = the sum over groups of (own number × the whole's share in that group); adjusted = observed ÷
 * expected × the whole's share. The whole is all that are compared, taken together; so the expected add up to the observed. Source: Eayres,
 * Commonly used public health statistics and their confidence intervals (APHO Technical Briefing 3, 2008), indirectly standardised ratios.
 *
 * Interval: Wilson's score interval of the observed share (Wilson 1927; Newcombe, Statistics in Medicine 1998;17:857-872, method 3), carried over to
 * the adjusted share in the same proportion, the expected taken as certain. Poisson limits (Byar's, usual for rare events) would be far too wide
 * for shares such as 60 %. Limits stand three standard deviations off, as everywhere (decision 15).
 */
import { type Band, SIGMAS } from './chance.ts'
import { addRatios, type Ratio, ratio, shareOf } from './quantity.ts'

/** Fewer than this many are too few to say anything about how somebody compares. */
export const FEWEST_TO_COMPARE = 10

/** Results by group of people. */
export type ByGroup<Group> = ReadonlyMap<Group, Ratio>

/**
 * `too-few`: fewer than ten. `alone`: more than three quarters of the cases it is compared by are its own, so that it would be compared with
 * itself. `no-ground`: nothing was expected in its groups, or nothing was counted.
 */
export type Verdict = 'below' | 'within' | 'above' | 'too-few' | 'alone' | 'no-ground'

export type Compared = {
  /** As counted, without any adjustment. */
  readonly observed: Ratio
  /** How many would have been reached had each group done as on the whole. */
  readonly expected: number
  /** The adjusted value; undefined where there is no ground. Shares: between 0 and 1, held there. */
  readonly adjusted: number | undefined
  /** From the lowest to the highest adjusted value that chance explains. */
  readonly interval: Band | undefined
  readonly verdict: Verdict
}

export type Comparison<Key> = { readonly whole: Ratio; readonly each: ReadonlyMap<Key, Compared> }

/** Indirect standardisation of shares, from the authority's own shares in each group. */
export function compareShares<Key, Group>(all: ReadonlyMap<Key, ByGroup<Group>>): Comparison<Key> {
  const ofGroups = totals([...all.values()])
  const whole = addRatios([...ofGroups.values()])
  const each = [...all].map(([key, own]): [Key, Compared] => {
    const observed = addRatios([...own.values()])
    const expected = expectedOf(own, ofGroups)
    const level = shareOf(whole)
    if (level === undefined || expected === 0 || observed.denominator === 0)
      return [key, { observed, expected, adjusted: undefined, interval: undefined, verdict: 'no-ground' }]
    const scale = level / expected
    const { low, high } = scoreInterval(observed)
    const adjust = (reached: number) => Math.min(1, Math.max(0, reached * scale))
    const verdict = verdictOf(observed.denominator, casesAlone(own, ofGroups), {
      value: expected / observed.denominator,
      within: { low, high },
    })
    return [
      key,
      {
        observed,
        expected,
        adjusted: adjust(observed.numerator),
        interval: { low: adjust(low * observed.denominator), high: adjust(high * observed.denominator) },
        verdict,
      },
    ]
  })
  return { whole, each: new Map(each) }
}

/** In how many of `all` one said more than the other, and in how many less. */
export type Differences = { readonly more: number; readonly less: number; readonly all: number }

/**
 * The same for a difference between two shares of the same cases (the gap between two voices): adjusted = own gap − expected gap + the whole's
 * gap, held between −1 and 1. Interval: Zou and Donner, Statistics in Medicine
 * 2008;27:1693-1702, on Wilson's.
 */
export function compareGaps<Key, Group>(all: ReadonlyMap<Key, ReadonlyMap<Group, Differences>>): Comparison<Key> {
  const gaps = new Map([...all].map(([key, own]) => [key, new Map([...own].map(([group, d]) => [group, gapOf(d)]))]))
  const ofGroups = totals([...gaps.values()])
  const whole = addRatios([...ofGroups.values()])
  const each = [...gaps].map(([key, own]): [Key, Compared] => {
    const observed = addRatios([...own.values()])
    const expected = expectedOf(own, ofGroups)
    const [crude, level] = [shareOf(observed), shareOf(whole)]
    if (crude === undefined || level === undefined)
      return [key, { observed, expected, adjusted: undefined, interval: undefined, verdict: 'no-ground' }]
    const usual = expected / observed.denominator
    const within = gapInterval(addDifferences([...all.get(key)!.values()]))
    const adjust = (gap: number) => Math.min(1, Math.max(-1, gap - usual + level))
    const verdict = verdictOf(observed.denominator, casesAlone(own, ofGroups), { value: usual, within })
    const interval = { low: adjust(within.low), high: adjust(within.high) }
    return [key, { observed, expected, adjusted: adjust(crude), interval, verdict }]
  })
  return { whole, each: new Map(each) }
}

/** How many are expected: each group's number times what is usual in that group. Throws on a group of which nothing usual is known. */
export function expectedOf<Group>(own: ByGroup<Group>, usual: ByGroup<Group>): number {
  let expected = 0
  for (const [group, { denominator }] of own) {
    if (denominator === 0) continue
    const share = shareOf(usual.get(group) ?? ratio(0, 0))
    if (share === undefined) throw new Error(`nothing usual is known of the group ${String(group)}`)
    expected += denominator * share
  }
  return expected
}

/** Wilson's score interval of a share, of something: 81 of 263 at 1.96 deviations is 0.2553 to 0.3662. */
export function scoreInterval(of: Ratio, deviations: number = SIGMAS): Band {
  const { numerator, denominator: n } = of
  const square = deviations ** 2
  const middle = numerator + square / 2
  const reach = deviations * Math.sqrt((numerator * (n - numerator)) / n + square / 4)
  return { low: Math.max(0, (middle - reach) / (n + square)), high: Math.min(1, (middle + reach) / (n + square)) }
}

/**
 * The interval of the gap, set together from the score intervals of its two shares, which exclude one another (Zou and Donner). Unlike limits
 * from the deviation alone it stays wide where nothing was seen yet: 0 of 22 may still be 0.29 at three deviations.
 */
export function gapInterval({ more, less, all }: Differences, deviations: number = SIGMAS): Band {
  const [up, down] = [scoreInterval(ratio(more, all), deviations), scoreInterval(ratio(less, all), deviations)]
  const [p, q] = [more / all, less / all]
  const together = p === 1 || q === 1 ? 0 : -Math.sqrt((p * q) / ((1 - p) * (1 - q)))
  const reach = (a: number, b: number) => Math.sqrt(a ** 2 - 2 * together * a * b + b ** 2)
  return {
    low: Math.max(-1, p - q - reach(p - up.low, down.high - q)),
    high: Math.min(1, p - q + reach(up.high - p, q - down.low)),
  }
}

function verdictOf(cases: number, alone: number, found: { readonly value: number; readonly within: Band }): Verdict {
  if (cases < FEWEST_TO_COMPARE) return 'too-few'
  if (alone > MOSTLY) return 'alone'
  if (found.value > found.within.high) return 'below'
  return found.value < found.within.low ? 'above' : 'within'
}

const MOSTLY = 3 / 4

/** Which part of the cases it is compared by are its own. */
function casesAlone<Group>(own: ByGroup<Group>, usual: ByGroup<Group>): number {
  const cases = [...own.values()].reduce((sum, { denominator }) => sum + denominator, 0)
  const fromOwn = [...own].reduce((sum, [group, { denominator }]) => {
    const all = usual.get(group)?.denominator ?? 0
    return all === 0 ? sum : sum + denominator ** 2 / all
  }, 0)
  return fromOwn / cases
}

function totals<Group>(all: readonly ByGroup<Group>[]): ByGroup<Group> {
  const sums = new Map<Group, Ratio>()
  for (const own of all)
    for (const [group, one] of own) sums.set(group, addRatios([sums.get(group) ?? ratio(0, 0), one]))
  return sums
}

function gapOf({ more, less, all }: Differences): Ratio {
  return ratio(more - less, all)
}

function addDifferences(all: readonly Differences[]): Differences {
  return all.reduce<Differences>(
    (sum, one) => ({ more: sum.more + one.more, less: sum.less + one.less, all: sum.all + one.all }),
    { more: 0, less: 0, all: 0 },
  )
}
