/** Comparing providers by one measure. */
import { accepted, refused } from '../../kernel/result.ts'
import type { Measure } from '../../measures/measure.ts'
import { readProvidersByBand } from '../../measures/reading.ts'
import { listCompared } from '../../measures/registry.ts'
import { listSliceChoices } from '../../measures/slice-names.store.ts'
import { defineAction } from '../../platform/actions/action.ts'
import { AskedMeasure, notCompared, periodOf, sliceOf } from '../measures/asked-measure.ts'
import type { Subject } from '../measures/measures.actions.ts'
import { compareProviders, measuresBehind, type ProvidersCompared } from './providers-compared.ts'

/** Of what part of the authority providers are compared; one contract or one provider is compared with nobody. */
export const AskedComparison = AskedMeasure.pick({
  area: true,
  areaId: true,
  service: true,
  model: true,
  from: true,
  to: true,
}).extend({ measure: AskedMeasure.shape.measure.optional() })

export type ComparisonPage = Subject & ProvidersCompared & { readonly others: readonly Measure[] }

export const askProvidersCompared = defineAction({
  name: 'measures.compare-providers',
  title: { en: 'Compared providers', cy: 'Cymharu darparwyr' },
  permission: 'providers:compare',
  input: AskedComparison,
  async run({ tx, actor, clock }, { measure: name, ...asked }) {
    const others = listCompared()
    const measure = name === undefined ? others[0] : others.find((one) => one.name === name)
    if (!measure) return refused(notCompared(name ?? ''))
    const period = periodOf(asked, clock.today())
    if (!period.ok) return period
    const choices = await listSliceChoices(tx, actor.authorityId)
    const slice = sliceOf(asked, choices)
    if (!slice.ok) return slice
    const readings = await readProvidersByBand(tx, measuresBehind(measure), slice.value, period.value)
    return accepted<ComparisonPage>({
      measure,
      slice: slice.value,
      period: period.value,
      choices,
      others,
      ...compareProviders(measure, readings),
    })
  },
})
