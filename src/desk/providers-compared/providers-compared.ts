/** Providers compared like with like: what the page, the file and the API say of each. */
import { type Compared, type Comparison, compareGaps, compareShares, type Verdict } from '../../kernel/like-for-like.ts'
import { BandGroup } from '../../kernel/need-band.ts'
import { type Ratio, ratio, shareOf } from '../../kernel/quantity.ts'
import type { Measure } from '../../measures/measure.ts'
import type { ReadingsByBand } from '../../measures/reading.ts'

export type ComparedProvider = Compared & {
  /** 0: what belongs to no provider. */
  readonly providerId: number
  /** As counted in each band in which there is anything. */
  readonly bands: ReadonlyMap<BandGroup, Ratio>
}

export type ProvidersCompared = {
  readonly whole: Ratio
  /** The highest adjusted value first; those that cannot be compared last. */
  readonly providers: readonly ComparedProvider[]
}

/** The measures that have to be read to compare by one. */
export function measuresBehind({ name, compared }: Pick<Measure, 'name' | 'compared'>): readonly string[] {
  return typeof compared === 'object' ? [name, compared.more, compared.less] : [name]
}

export function compareProviders(
  measure: Pick<Measure, 'name' | 'compared'>,
  readings: ReadonlyMap<number, ReadingsByBand>,
): ProvidersCompared {
  const { compared } = measure
  const bandsOf = (name: string, own: ReadingsByBand) =>
    new Map(
      BandGroup.options.flatMap((band): [BandGroup, Ratio][] => {
        const reading = own.get(band)?.get(name)
        return reading && reading.denominator > 0 ? [[band, ratio(reading.numerator, reading.denominator)]] : []
      }),
    )
  const bands = new Map([...readings].map(([id, own]) => [id, bandsOf(measure.name, own)]))
  const found: Comparison<number> =
    typeof compared === 'object'
      ? compareGaps(
          new Map(
            [...readings].map(([id, own]) => [
              id,
              new Map(
                [...bandsOf(compared.more, own)].map(([band, more]) => [
                  band,
                  {
                    more: more.numerator,
                    less: own.get(band)?.get(compared.less)?.numerator ?? 0,
                    all: more.denominator,
                  },
                ]),
              ),
            ]),
          ),
        )
      : compareShares(bands)
  return {
    whole: found.whole,
    providers: [...found.each]
      .filter(([, { observed }]) => observed.denominator > 0)
      .map(([providerId, one]) => ({ providerId, ...one, bands: bands.get(providerId)! }))
      .sort((a, b) => (b.adjusted ?? -2) - (a.adjusted ?? -2)),
  }
}

/** So many cases of which nobody has said how much help is needed, of all. */
export function withoutBand(providers: readonly ComparedProvider[]): Ratio {
  return ratio(
    providers.reduce((sum, { bands }) => sum + (bands.get('none')?.denominator ?? 0), 0),
    providers.reduce((sum, { observed }) => sum + observed.denominator, 0),
  )
}

/** Who stands where, for the sentence above the picture. */
export function byVerdict(
  providers: readonly ComparedProvider[],
): Readonly<Record<Verdict, readonly ComparedProvider[]>> {
  const of = (verdict: Verdict) => providers.filter((provider) => provider.verdict === verdict)
  return {
    below: of('below'),
    within: of('within'),
    above: of('above'),
    'too-few': of('too-few'),
    alone: of('alone'),
    'no-ground': of('no-ground'),
  }
}

/** Whether adjusting puts somebody at least five hundredths elsewhere than as counted. */
export function isMovedByAdjusting({ observed, adjusted }: Compared): boolean {
  const crude = shareOf(observed)
  return crude !== undefined && adjusted !== undefined && Math.abs(crude - adjusted) >= 0.05
}
