/** Looking at providers side by side, and at one of them. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { type Period, wholeMonthsBefore } from '../../../kernel/period.ts'
import { addRatios, type Ratio } from '../../../kernel/quantity.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { readLineOfSight, type StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import { readBy } from '../../../measures/reading.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { known, type Supply, supplyOf } from '../area/area.actions.ts'
import { findProvider, listProviders } from './provider.store.ts'
import { type Provider, SizeBand } from './provider.ts'

export const ProvidersAsked = z.object({
  search: z.string().trim().max(100).default(''),
  size: SizeBand.optional().catch(undefined),
  sort: z.enum(['name', 'people', 'achieved', 'on-time']).default('name').catch('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending').catch('ascending'),
})
export type ProvidersAsked = z.infer<typeof ProvidersAsked>

export type ListedProvider = { readonly provider: Provider; readonly supply: Supply }

export type ProviderList = {
  readonly asked: ProvidersAsked
  readonly providers: readonly ListedProvider[]
  /** All providers together, whether or not they match. */
  readonly whole: { readonly achieved: Ratio; readonly onTime: Ratio }
  readonly period: Period
}

export const browseProviders = defineAction({
  name: 'commissioning.browse-providers',
  title: { en: 'Looked through the providers', cy: 'Edrych drwy’r darparwyr' },
  permission: 'catalogue:read',
  input: ProvidersAsked,
  async run(context, asked) {
    const period = wholeMonthsBefore(context.clock.today(), 12)
    const all = await sideBySide(context, period)
    const wanted = asked.search.toLocaleLowerCase('cy')
    return accepted<ProviderList>({
      asked,
      providers: all.filter(
        ({ provider }) =>
          `${provider.name} ${provider.ref}`.toLocaleLowerCase('cy').includes(wanted) &&
          (asked.size === undefined || provider.sizeBand === asked.size),
      ),
      whole: wholeOf(all),
      period,
    })
  },
})

export type ProviderPage = ListedProvider & {
  readonly others: readonly ListedProvider[]
  readonly whole: ProviderList['whole']
  readonly lineOfSight: readonly StopReading[]
  readonly period: Period
}

export const openProvider = defineAction({
  name: 'commissioning.open-provider',
  title: { en: 'Opened a provider', cy: 'Agor darparwr' },
  permission: 'catalogue:read',
  input: z.object({ providerId: RecordId }),
  async run(context, { providerId }) {
    const { tx, actor, clock } = context
    const { authorityId } = actor
    const provider = await findProvider(tx, authorityId, providerId)
    if (!provider) return refused(NO_SUCH_PROVIDER)
    const period = wholeMonthsBefore(clock.today(), 12)
    const all = await sideBySide(context, period)
    return accepted<ProviderPage>({
      provider,
      supply: all.find((listed) => listed.provider.providerId === providerId)?.supply ?? supplyOf(undefined),
      others: all,
      whole: wholeOf(all),
      lineOfSight: await readLineOfSight(tx, { authorityId, providerId }, period),
      period,
    })
  },
})

export const NO_SUCH_PROVIDER: Refusal = {
  kind: 'not-found',
  code: 'no-such-provider',
  message: {
    en: 'There is no such provider, or you may not see it.',
    cy: 'Nid oes darparwr o’r fath, neu ni chewch ei weld.',
  },
}

const MEASURES = ['people-served', 'hours-delivered', 'outcomes-achieved', 'visits-on-time'] as const

async function sideBySide({ tx, actor }: ActionContext, period: Period): Promise<readonly ListedProvider[]> {
  const readings = await readBy(tx, 'provider', known(MEASURES), {}, period)
  return (await listProviders(tx, actor.authorityId)).map((provider) => ({
    provider,
    supply: supplyOf(readings.get(provider.providerId)),
  }))
}

function wholeOf(all: readonly ListedProvider[]): ProviderList['whole'] {
  return {
    achieved: addRatios(all.map(({ supply }) => supply.achieved)),
    onTime: addRatios(all.map(({ supply }) => supply.onTime)),
  }
}
