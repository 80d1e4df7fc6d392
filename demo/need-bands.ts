/** How much help people of the demonstration need, as bands: dementia weighs more, reablement less, and not every provider has the same mix. */
import type { County } from './county.ts'
import { chanceOf } from './random.ts'

const BANDS = ['lower', 'middle', 'higher', 'highest'] as const
type Weights = readonly [number, number, number, number]

const USUAL: Weights = [30, 42, 21, 7]
const WITH_DEMENTIA: Weights = [6, 30, 42, 22]
const IN_REABLEMENT: Weights = [46, 42, 11, 1]

export function needBandRows(county: County) {
  const chance = chanceOf(county.seed + 41)
  return county.people.map((person) => {
    const weights =
      person.contract?.service === 'reablement'
        ? IN_REABLEMENT
        : person.needGroup === 'dementia'
          ? WITH_DEMENTIA
          : USUAL
    return {
      person_ref: person.ref,
      band: chance.weighted(BANDS, (band) => weights[BANDS.indexOf(band)] ?? 0),
      from_on: person.startedOn,
      basis: 'Demonstration: drawn, not assessed',
    }
  })
}
