/** The list of contracts: found, filtered, sorted, paged, taken away as a file. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { compareNames, inBoth, type Language } from '../../../kernel/language.ts'
import { MODEL_NAMES, SERVICE_NAMES } from '../../../kernel/model.ts'
import { showDay } from '../../../kernel/period.ts'
import { shareOf, showCount, showShare } from '../../../kernel/quantity.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  Adjustment,
  type Column,
  DataTable,
  Link,
  ListTools,
  Page,
  Pagination,
  Scatter,
  Select,
  Tag,
  TextInput,
} from '../../../ui/index.ts'
import { commissioningPaths } from '../../commissioning/paths.ts'
import { contractPaths } from '../paths.ts'
import { browseContracts, type ContractList } from './contract-list.actions.ts'
import { listText } from './contract-list.text.ts'
import { CONTRACTS_PER_PAGE, type ContractsAsked, type ListedContract, MONTHS_TO_DECIDE } from './contract-list.ts'
import { endsWithin, stateOn } from './contract-register.ts'

/** Fewer outcomes reviewed than this make no point. */
const REVIEWS_WORTH_A_POINT = 10

export function contractListPages(doors: Doors): void {
  doors.get('/contracts', 'contracts:read', async (c) => {
    const actor = { ...actorOf(c), language: c.get('language') }
    const result = await perform(c.get('runtime'), actor, browseContracts, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const format = wantedExport(c)
    const name = inBoth((language) => listText[language].title)
    if (format) return listExport(c, format, { name, columns: FILE_COLUMNS, rows: result.value.contracts })
    return c.html(<ContractsPage c={c} list={result.value} />)
  })
}

type Change = Partial<Record<keyof ContractsAsked | 'export', string | number>>

/** The list's own address with some of its questions changed; empty ones are left out. */
function listHref(asked: ContractsAsked, change: Change): string {
  const questions = Object.entries({ ...asked, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return `${contractPaths.contracts()}?${new URLSearchParams(questions.map(([key, value]) => [key, String(value)]))}`
}

const ContractsPage: FC<{ c: Context<Env>; list: ContractList }> = ({ c, list }) => {
  const language = c.get('language')
  const text = listText[language]
  const { asked, contracts } = list
  const shown = contracts.slice((asked.page - 1) * CONTRACTS_PER_PAGE, asked.page * CONTRACTS_PER_PAGE)
  const { search, provider, area, outcome, service, model, route, serves, targets, state } = asked
  const filtered = Boolean(
    provider || area || outcome || service || model || route || serves || targets || state !== 'live',
  )
  return (
    <Page frame={c.get('frame')} title={text.title} lead={leadOf(language, list)}>
      <ListTools
        action={contractPaths.contracts()}
        count={text.count(contracts.length, list.ending)}
        filtered={filtered}
        searched={Boolean(search)}
        search={<TextInput name="search" label={text.search} value={search} type="search" />}
        hidden={{ sort: asked.sort, direction: asked.direction }}
        exports={[
          { label: text.csv, href: listHref(asked, { export: 'csv' }) },
          { label: text.xlsx, href: listHref(asked, { export: 'xlsx' }) },
        ]}
      >
        <Filter language={language} list={list} />
      </ListTools>
      <Adjustment for="no" href={measurePaths.compare()} />
      <Comparison language={language} list={list} />
      <DataTable
        caption={text.title}
        captionHidden
        cards
        columns={tableColumns(language, list)}
        rows={shown}
        empty={filtered || search ? text.noneFound : text.none}
        sort={{
          by: asked.sort,
          direction: asked.direction === 'ascending' ? 'asc' : 'desc',
          href: (by, direction) =>
            listHref(asked, { sort: by, direction: direction === 'asc' ? 'ascending' : 'descending', page: 1 }),
        }}
      />
      <Pagination
        page={asked.page}
        pages={Math.max(1, Math.ceil(contracts.length / CONTRACTS_PER_PAGE))}
        href={(page) => listHref(asked, { page })}
      />
    </Page>
  )
}

function leadOf(language: Language, { contracts, achieved }: ContractList): string | undefined {
  if (contracts.length === 0) return undefined
  const text = listText[language]
  if (achieved.denominator === 0) return text.leadNothingReviewed(contracts.length)
  return text.lead(contracts.length, showShare(language, achieved))
}

/** Whether being punctual and achieving go together: every contract that matches, not only this page's. */
const Comparison: FC<{ language: Language; list: ContractList }> = ({ language, list }) => {
  const text = listText[language]
  const worth = list.contracts.filter(({ achieved }) => achieved.denominator >= REVIEWS_WORTH_A_POINT)
  const [up, across] = [shareOf(list.achieved), shareOf(list.onTime)]
  if (worth.length < 3 || up === undefined || across === undefined) return null
  return (
    <Scatter
      title={text.chart}
      meaning={text.chartMeaning}
      across={text.columns.onTime}
      up={text.columns.achieved}
      whole={{ across, up }}
      corners={{ topLeft: text.late, bottomRight: text.punctual }}
      points={worth.map(({ contract, providerName, achieved, onTime }) => ({
        label: `${contract.title[language]} (${providerName})`,
        across: shareOf(onTime) ?? null,
        up: shareOf(achieved) ?? null,
        href: contractPaths.contract(contract.contractId),
      }))}
      withoutTable
    />
  )
}

const Filter: FC<{ language: Language; list: ContractList }> = ({ language, list }) => {
  const text = listText[language]
  const { asked } = list
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }))
  const named = <T,>(items: readonly T[], idOf: (item: T) => number, nameOf: (item: T) => string) =>
    items
      .map((item) => ({ value: String(idOf(item)), label: nameOf(item) }))
      .sort((a, b) => compareNames(language, a.label, b.label))
  return (
    <>
      <Select name="state" label={text.state} value={asked.state} empty={false} options={choices(text.states)} />
      <Select
        name="provider"
        label={text.provider}
        value={String(asked.provider ?? '')}
        empty={text.all}
        options={named(
          list.providers,
          (provider) => provider.providerId,
          (provider) => provider.name,
        )}
      />
      <Select
        name="area"
        label={text.area}
        value={String(asked.area ?? '')}
        empty={text.all}
        options={named(
          list.areas,
          (area) => area.areaId,
          (area) => area.name[language],
        )}
      />
      <Select
        name="service"
        label={text.service}
        value={asked.service ?? ''}
        empty={text.all}
        options={Object.entries(SERVICE_NAMES).map(([value, name]) => ({ value, label: name[language] }))}
      />
      <Select
        name="model"
        label={text.model}
        value={String(asked.model ?? '')}
        empty={text.all}
        options={Object.entries(MODEL_NAMES).map(([value, name]) => ({ value, label: `${value}: ${name[language]}` }))}
      />
      <Select
        name="route"
        label={text.route}
        value={asked.route ?? ''}
        empty={text.all}
        options={choices(text.routes)}
      />
      <Select
        name="outcome"
        label={text.outcome}
        value={String(asked.outcome ?? '')}
        empty={text.all}
        options={list.outcomes.map((outcome) => ({
          value: String(outcome.outcomeId),
          label: `${outcome.ref} ${outcome.statement[language]}`,
        }))}
      />
      <Select
        name="targets"
        label={text.targets}
        value={asked.targets ?? ''}
        empty={text.all}
        options={choices(text.targetChoices)}
      />
      <Select
        name="serves"
        label={text.serves}
        value={asked.serves ?? ''}
        empty={text.all}
        options={choices(text.servesChoices)}
      />
    </>
  )
}

function tableColumns(language: Language, { today }: ContractList): readonly Column<ListedContract>[] {
  const { columns, stateTags, noEnd } = listText[language]
  return [
    {
      key: 'title',
      header: columns.title,
      rowHeader: true,
      sortable: true,
      cell: ({ contract }) => (
        <Link href={contractPaths.contract(contract.contractId)}>{contract.title[language]}</Link>
      ),
    },
    {
      key: 'provider',
      header: columns.provider,
      sortable: true,
      cell: ({ contract, providerName }) => (
        <Link href={commissioningPaths.provider(contract.providerId)}>{providerName}</Link>
      ),
    },
    { key: 'model', header: columns.model, sortable: true, numeric: true, cell: ({ contract }) => contract.model },
    {
      key: 'ends',
      header: columns.ends,
      sortable: true,
      cell: ({ contract }) => {
        const state = stateOn(contract, today)
        return (
          <>
            {contract.endsOn ? showDay(language, contract.endsOn) : noEnd}{' '}
            {state !== 'live' && <Tag>{stateTags[state]}</Tag>}
            {endsWithin(contract, MONTHS_TO_DECIDE, today) && <Tag tone="attention">{stateTags.ending}</Tag>}
          </>
        )
      },
    },
    {
      key: 'people',
      header: columns.people,
      sortable: true,
      numeric: true,
      cell: ({ people }) => showCount(language, people),
    },
    {
      key: 'achieved',
      header: columns.achieved,
      sortable: true,
      numeric: true,
      cell: ({ achieved }) => showShare(language, achieved),
    },
    {
      key: 'on-time',
      header: columns.onTime,
      sortable: true,
      numeric: true,
      cell: ({ onTime }) => showShare(language, onTime),
    },
  ]
}

const heading = (column: keyof (typeof listText)['en']['columns']) =>
  inBoth((language) => listText[language].columns[column])

const FILE_COLUMNS: readonly FileColumn<ListedContract>[] = [
  { header: heading('reference'), value: ({ contract }) => contract.ref },
  { header: heading('title'), value: ({ contract }, language) => contract.title[language], width: 40 },
  { header: heading('provider'), value: ({ providerName }) => providerName, width: 30 },
  { header: heading('service'), value: ({ contract }, language) => SERVICE_NAMES[contract.service][language] },
  { header: heading('model'), value: ({ contract }) => contract.model, format: '0' },
  { header: heading('route'), value: ({ contract }, language) => listText[language].routes[contract.route] },
  { header: heading('starts'), value: ({ contract }) => contract.startsOn },
  { header: heading('ends'), value: ({ contract }) => contract.endsOn },
  { header: heading('people'), value: ({ people }) => people, format: '0' },
  { header: heading('achievedCount'), value: ({ achieved }) => achieved.numerator, format: '0' },
  { header: heading('reviewedCount'), value: ({ achieved }) => achieved.denominator, format: '0' },
  { header: heading('onTime'), value: ({ onTime }) => shareOf(onTime), format: '0.0%' },
]
