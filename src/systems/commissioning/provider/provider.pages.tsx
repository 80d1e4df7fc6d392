/** Providers side by side, and the page of one: how punctual, how much achieved, and against all the others. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { sharesDiffer } from '../../../kernel/chance.ts'
import { compareNames, inBoth, type Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { type Ratio, shareOf, showCount, showShare } from '../../../kernel/quantity.ts'
import { STOP_NAMES } from '../../../measures/line-of-sight/line-of-sight.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  Adjustment,
  BigNumber,
  type Column,
  DataTable,
  LineOfSight,
  Link,
  ListTools,
  Numbers,
  Page,
  Scatter,
  Section,
  Select,
  SummaryList,
  TextInput,
} from '../../../ui/index.ts'
import { CommissioningNav } from '../commissioning-nav.tsx'
import { commissioningPaths } from '../paths.ts'
import {
  browseProviders,
  type ListedProvider,
  openProvider,
  type ProviderList,
  type ProviderPage,
  type ProvidersAsked,
} from './provider.actions.ts'
import { providerText } from './provider.text.ts'
import { type Provider, welshSpeakingShare } from './provider.ts'

/** Fewer outcomes reviewed than this make no point. */
const REVIEWS_WORTH_A_POINT = 10

export function providerPages(doors: Doors): void {
  doors.get('/providers', 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseProviders, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const rows = inOrder(c.get('language'), result.value)
    const format = wantedExport(c)
    const name = inBoth((language) => providerText[language].title)
    if (format) return listExport(c, format, { name, columns: FILE_COLUMNS, rows })
    return c.html(<ProvidersPage c={c} list={result.value} rows={rows} />)
  })
  doors.get('/providers/:providerId', 'catalogue:read', async (c) => {
    const asked = { providerId: c.req.param('providerId') }
    const result = await perform(c.get('runtime'), actorOf(c), openProvider, asked, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return c.html(<OneProvider c={c} page={result.value} />)
  })
}

function inOrder(language: Language, { providers, asked }: ProviderList): readonly ListedProvider[] {
  const sign = asked.direction === 'ascending' ? 1 : -1
  const value = ({ supply }: ListedProvider): number => {
    if (asked.sort === 'people') return supply.people
    return shareOf(asked.sort === 'achieved' ? supply.achieved : supply.onTime) ?? -1
  }
  return [...providers].sort((a, b) => {
    const byName = compareNames(language, a.provider.name, b.provider.name)
    return asked.sort === 'name' ? sign * byName : sign * (value(a) - value(b)) || byName
  })
}

function listHref(asked: ProvidersAsked, change: Readonly<Record<string, string>>): string {
  const questions = Object.entries({ ...asked, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return `${commissioningPaths.providers()}?${new URLSearchParams(questions.map(([key, value]) => [key, String(value)]))}`
}

const ProvidersPage: FC<{ c: Context<Env>; list: ProviderList; rows: readonly ListedProvider[] }> = ({
  c,
  list,
  rows,
}) => {
  const language = c.get('language')
  const text = providerText[language]
  const { asked, whole } = list
  const filtered = asked.search !== '' || asked.size !== undefined
  return (
    <Page
      frame={c.get('frame')}
      title={text.title}
      lead={rows.length === 0 ? undefined : text.lead(rows.length, showShare(language, whole.achieved))}
    >
      <CommissioningNav language={language} current="providers" />
      <ListTools
        action={commissioningPaths.providers()}
        count={text.count(rows.length)}
        filtered={asked.size !== undefined}
        searched={asked.search !== ''}
        search={<TextInput name="search" label={text.search} value={asked.search} type="search" />}
        hidden={{ sort: asked.sort, direction: asked.direction }}
        exports={[
          { label: text.csv, href: listHref(asked, { export: 'csv' }) },
          { label: text.xlsx, href: listHref(asked, { export: 'xlsx' }) },
        ]}
      >
        <Select
          name="size"
          label={text.size}
          value={asked.size ?? ''}
          empty={text.all}
          options={Object.entries(text.sizes).map(([value, label]) => ({ value, label }))}
        />
      </ListTools>
      <Adjustment for="no" href={measurePaths.compare()} />
      <Comparison language={language} providers={rows} whole={whole} />
      <DataTable
        caption={text.title}
        captionHidden
        cards
        columns={tableColumns(language)}
        rows={rows}
        empty={filtered ? text.noneFound : text.none}
        sort={{
          by: asked.sort,
          direction: asked.direction === 'ascending' ? 'asc' : 'desc',
          href: (by, direction) =>
            listHref(asked, { sort: by, direction: direction === 'asc' ? 'ascending' : 'descending' }),
        }}
      />
    </Page>
  )
}

/** Punctuality across, outcomes achieved upwards; all providers together as a cross. */
const Comparison: FC<{
  language: Language
  providers: readonly ListedProvider[]
  whole: ProviderList['whole']
  marked?: number | undefined
}> = ({ language, providers, whole, marked }) => {
  const text = providerText[language]
  const worth = providers.filter(({ supply }) => supply.achieved.denominator >= REVIEWS_WORTH_A_POINT)
  const [across, up] = [shareOf(whole.onTime), shareOf(whole.achieved)]
  if (worth.length < 3 || across === undefined || up === undefined) return null
  return (
    <Scatter
      title={text.chart}
      meaning={text.chartMeaning}
      across={text.columns.onTime}
      up={text.columns.achieved}
      whole={{ across, up }}
      corners={{ topLeft: text.late, bottomRight: text.punctual }}
      points={worth.map(({ provider, supply }) => ({
        label: provider.name,
        across: shareOf(supply.onTime) ?? null,
        up: shareOf(supply.achieved) ?? null,
        href: commissioningPaths.provider(provider.providerId),
        marked: provider.providerId === marked,
      }))}
      withoutTable={marked === undefined}
    />
  )
}

function tableColumns(language: Language): readonly Column<ListedProvider>[] {
  const { columns, sizes } = providerText[language]
  return [
    {
      key: 'name',
      header: columns.name,
      rowHeader: true,
      sortable: true,
      cell: ({ provider }) => <Link href={commissioningPaths.provider(provider.providerId)}>{provider.name}</Link>,
    },
    { key: 'size', header: columns.size, cell: ({ provider }) => sizes[provider.sizeBand] },
    { key: 'welsh', header: columns.welsh, numeric: true, cell: ({ provider }) => welshSpeakers(language, provider) },
    {
      key: 'people',
      header: columns.people,
      numeric: true,
      sortable: true,
      cell: ({ supply }) => showCount(language, supply.people),
    },
    {
      key: 'achieved',
      header: columns.achieved,
      numeric: true,
      sortable: true,
      cell: ({ supply }) => showShare(language, supply.achieved),
    },
    {
      key: 'on-time',
      header: columns.onTime,
      numeric: true,
      sortable: true,
      cell: ({ supply }) => showShare(language, supply.onTime),
    },
  ]
}

function welshSpeakers(language: Language, provider: Provider): string {
  const share = welshSpeakingShare(provider)
  return share ? showShare(language, share) : '–'
}

const OneProvider: FC<{ c: Context<Env>; page: ProviderPage }> = ({ c, page }) => {
  const language = c.get('language')
  const text = providerText[language]
  const { provider, supply, period } = page
  const explain = (measure: string) => measurePaths.explain(measure, { providerId: provider.providerId }, period)
  return (
    <Page
      frame={c.get('frame')}
      title={provider.name}
      above={`${provider.ref} · ${text.sizes[provider.sizeBand]}`}
      lead={leadOf(language, page)}
      breadcrumbs={[{ label: text.title, href: commissioningPaths.providers() }]}
    >
      <LineOfSight
        stops={page.lineOfSight.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))}
        current="contract"
      />
      <Section title={text.chart}>
        <Numbers>
          <BigNumber
            size="m"
            value={showShare(language, supply.achieved)}
            label={text.achieved}
            href={explain('outcomes-achieved')}
          />
          <BigNumber
            size="m"
            value={showShare(language, supply.onTime)}
            label={text.onTime}
            href={explain('visits-on-time')}
          />
          <BigNumber
            size="m"
            value={showCount(language, supply.people)}
            label={text.people}
            href={explain('people-served')}
          />
        </Numbers>
        <Adjustment for="no" href={measurePaths.compare()} />
        <Comparison language={language} providers={page.others} whole={page.whole} marked={provider.providerId} />
      </Section>
      <Section title={text.about}>
        <AboutProvider language={language} provider={provider} />
      </Section>
    </Page>
  )
}

/** Where the provider stands against all others, said only where chance does not explain it. */
function leadOf(language: Language, { supply, whole }: ProviderPage): string {
  const text = providerText[language]
  if (supply.people === 0) return text.nobody
  const served = text.served(supply.people)
  if (!sharesDiffer(supply.onTime, whole.onTime) || !sharesDiffer(supply.achieved, whole.achieved)) return served
  const above = (own: Ratio, all: Ratio) => (shareOf(own) ?? 0) > (shareOf(all) ?? 0)
  const [punctual, achieving] = [above(supply.onTime, whole.onTime), above(supply.achieved, whole.achieved)]
  if (punctual) return `${served} ${text.stands[achieving ? 'both-better' : 'punctual-not']}`
  return `${served} ${text.stands[achieving ? 'late-achieving' : 'both-worse']}`
}

const AboutProvider: FC<{ language: Language; provider: Provider }> = ({ language, provider }) => {
  const text = providerText[language]
  const { careWorkers, startsOn, endsOn } = provider
  const welsh = welshSpeakingShare(provider)
  const workers =
    careWorkers === null
      ? text.unknown
      : welsh
        ? text.workersSay(careWorkers, showShare(language, welsh))
        : text.workersOnly(careWorkers)
  const term = [startsOn && text.since(showDay(language, startsOn)), endsOn && text.until(showDay(language, endsOn))]
  return (
    <SummaryList
      rows={[
        { key: text.columns.reference, value: provider.ref },
        { key: text.size, value: text.sizes[provider.sizeBand] },
        { key: text.columns.workers, value: workers },
        { key: text.term, value: term.filter(Boolean).join(', ') || text.unknown },
      ]}
    />
  )
}

const heading = (column: keyof (typeof providerText)['en']['columns']) =>
  inBoth((language) => providerText[language].columns[column])

const FILE_COLUMNS: readonly FileColumn<ListedProvider>[] = [
  { header: heading('reference'), value: ({ provider }) => provider.ref },
  { header: heading('name'), value: ({ provider }) => provider.name, width: 30 },
  { header: heading('size'), value: ({ provider }, language) => providerText[language].sizes[provider.sizeBand] },
  { header: heading('workers'), value: ({ provider }) => provider.careWorkers, format: '0' },
  { header: heading('welsh'), value: ({ provider }) => provider.welshSpeakingWorkers, format: '0' },
  { header: heading('people'), value: ({ supply }) => supply.people, format: '0' },
  { header: heading('achievedCount'), value: ({ supply }) => supply.achieved.numerator, format: '0' },
  { header: heading('reviewedCount'), value: ({ supply }) => supply.achieved.denominator, format: '0' },
  { header: heading('onTime'), value: ({ supply }) => shareOf(supply.onTime), format: '0.0%' },
]
