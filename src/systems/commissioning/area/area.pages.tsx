/** The list of areas and the page of one: need, supply, outcomes. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { compareNames, inBoth, type Language } from '../../../kernel/language.ts'
import { monthsOf } from '../../../kernel/period.ts'
import { showCount, showNumber, showShare } from '../../../kernel/quantity.ts'
import { STOP_NAMES } from '../../../measures/line-of-sight/line-of-sight.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  Adjustment,
  BarChart,
  type Column,
  DataTable,
  LineOfSight,
  Link,
  ListTools,
  Page,
  Section,
  SummaryList,
} from '../../../ui/index.ts'
import { CommissioningNav } from '../commissioning-nav.tsx'
import { NeedList } from '../need/need-list.tsx'
import { commissioningPaths } from '../paths.ts'
import { type AreaList, type AreaPage, browseAreas, type ListedArea, openArea } from './area.actions.ts'
import { areaText } from './area.text.ts'

export function areaPages(doors: Doors): void {
  doors.get('/areas', 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseAreas, {}, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const format = wantedExport(c)
    const name = inBoth((language) => areaText[language].title)
    if (format) return listExport(c, format, { name, columns: FILE_COLUMNS, rows: result.value.areas })
    return c.html(<AreasPage c={c} list={result.value} />)
  })
  doors.get('/areas/:areaId', 'catalogue:read', async (c) => {
    const asked = { areaId: c.req.param('areaId') }
    const result = await perform(c.get('runtime'), actorOf(c), openArea, asked, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return c.html(<OneArea c={c} page={result.value} />)
  })
}

/** People served for every thousand aged 75 and over; undefined where nobody knows how many there are. */
function perThousand({ area, supply }: ListedArea): number | undefined {
  return area.peopleAged75Plus ? (1000 * supply.people) / area.peopleAged75Plus : undefined
}

const AreasPage: FC<{ c: Context<Env>; list: AreaList }> = ({ c, list }) => {
  const language = c.get('language')
  const text = areaText[language]
  const areas = [...list.areas].sort((a, b) => compareNames(language, a.area.name[language], b.area.name[language]))
  const without = areas.filter(({ supply }) => supply.people === 0).length
  return (
    <Page
      frame={c.get('frame')}
      title={text.title}
      lead={areas.length === 0 ? text.none : text.lead(areas.length, without)}
    >
      <CommissioningNav language={language} current="areas" />
      <ListTools
        action={commissioningPaths.areas()}
        count={text.count(areas.length)}
        exports={[
          { label: text.csv, href: '/areas?export=csv' },
          { label: text.xlsx, href: '/areas?export=xlsx' },
        ]}
      />
      {areas.length > 0 && (
        <BarChart
          title={text.chart}
          meaning={`${text.chart}. ${text.chartMeaning}`}
          rows={[...areas]
            .sort((a, b) => (perThousand(b) ?? 0) - (perThousand(a) ?? 0))
            .map((listed) => ({
              label: listed.area.name[language],
              value: perThousand(listed) ?? null,
              href: commissioningPaths.area(listed.area.areaId),
            }))}
          withoutTable
        />
      )}
      <Adjustment for="no" href={measurePaths.compare()} />
      <DataTable caption={text.title} captionHidden columns={tableColumns(language)} rows={areas} empty={text.none} />
      {list.wholeAuthority.length > 0 && (
        <Section title={text.wholeAuthority}>
          <NeedList language={language} needs={list.wholeAuthority} />
        </Section>
      )}
    </Page>
  )
}

function tableColumns(language: Language): readonly Column<ListedArea>[] {
  const { columns, ruralities } = areaText[language]
  const numeric = true
  return [
    {
      key: 'area',
      header: columns.area,
      rowHeader: true,
      cell: ({ area }) => <Link href={commissioningPaths.area(area.areaId)}>{area.name[language]}</Link>,
    },
    { key: 'rurality', header: columns.rurality, cell: ({ area }) => ruralities[area.rurality] },
    {
      key: 'aged75',
      header: columns.aged75,
      numeric,
      cell: ({ area }) => (area.peopleAged75Plus === null ? '–' : showCount(language, area.peopleAged75Plus)),
    },
    {
      key: 'welsh',
      header: columns.welsh,
      numeric,
      cell: ({ area }) =>
        area.welshSpeakersPercent === null ? '–' : `${showNumber(language, area.welshSpeakersPercent)}%`,
    },
    { key: 'people', header: columns.people, numeric, cell: ({ supply }) => showCount(language, supply.people) },
    {
      key: 'perThousand',
      header: columns.perThousand,
      numeric,
      cell: (listed) => {
        const value = perThousand(listed)
        return value === undefined ? '–' : showNumber(language, value)
      },
    },
    { key: 'achieved', header: columns.achieved, numeric, cell: ({ supply }) => showShare(language, supply.achieved) },
  ]
}

const OneArea: FC<{ c: Context<Env>; page: AreaPage }> = ({ c, page }) => {
  const language = c.get('language')
  const text = areaText[language]
  const { area } = page
  return (
    <Page
      frame={c.get('frame')}
      title={area.name[language]}
      above={`${area.ref} · ${text.ruralities[area.rurality]}`}
      lead={leadOf(language, page)}
      breadcrumbs={[{ label: text.title, href: commissioningPaths.areas() }]}
    >
      <LineOfSight stops={page.lineOfSight.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))} current="need" />
      <Section title={text.needs} id="needs">
        {page.needs.length === 0 ? (
          <p class="app-empty">{text.noNeeds}</p>
        ) : (
          <NeedList language={language} needs={page.needs.map(({ need }) => need)} />
        )}
      </Section>
      <Section title={text.supply} id="supply">
        <Suppliers language={language} page={page} />
      </Section>
      <Section title={text.about}>
        <AboutArea language={language} page={page} />
      </Section>
    </Page>
  )
}

function leadOf(language: Language, { supply, suppliers }: AreaPage): string {
  const text = areaText[language]
  if (supply.people === 0) return text.nobodyServed
  const served = text.served(supply.people, suppliers.length)
  if (supply.achieved.denominator === 0) return served
  return `${served} ${text.achieved(showShare(language, supply.achieved))}`
}

const Suppliers: FC<{ language: Language; page: AreaPage }> = ({ language, page }) => {
  const text = areaText[language]
  const { suppliers, period, area } = page
  if (suppliers.length === 0) return <p class="app-empty">{text.noSupply}</p>
  const months = monthsOf(period).length
  return (
    <>
      <BarChart
        title={text.supplyChart}
        meaning={`${text.supplyChart}. ${text.supplyMeaning}`}
        rows={suppliers.map(({ provider, supply }) => ({
          label: provider.name,
          value: supply.people,
          href: commissioningPaths.provider(provider.providerId),
        }))}
        withoutTable
      />
      <Adjustment for="no" href={measurePaths.compare()} />
      <DataTable
        caption={text.supply}
        captionHidden
        rows={suppliers}
        empty={text.noSupply}
        columns={[
          {
            key: 'provider',
            header: text.columns.provider,
            rowHeader: true,
            cell: ({ provider }) => (
              <Link href={commissioningPaths.provider(provider.providerId)}>{provider.name}</Link>
            ),
          },
          {
            key: 'people',
            header: text.columns.people,
            numeric: true,
            cell: ({ provider, supply }) => (
              <Link
                href={measurePaths.explain(
                  'people-served',
                  { areaId: area.areaId, providerId: provider.providerId },
                  period,
                )}
              >
                {showCount(language, supply.people)}
              </Link>
            ),
          },
          {
            key: 'hours',
            header: text.columns.hours,
            numeric: true,
            cell: ({ supply }) => showCount(language, Math.round(supply.hours / months)),
          },
          {
            key: 'onTime',
            header: text.columns.onTime,
            numeric: true,
            cell: ({ supply }) => showShare(language, supply.onTime),
          },
          {
            key: 'achieved',
            header: text.columns.achieved,
            numeric: true,
            cell: ({ supply }) => showShare(language, supply.achieved),
          },
        ]}
      />
    </>
  )
}

const AboutArea: FC<{ language: Language; page: AreaPage }> = ({ language, page: { area } }) => {
  const { columns, unknown, ruralities } = areaText[language]
  const { peopleAged75Plus, welshSpeakersPercent } = area
  return (
    <SummaryList
      rows={[
        { key: columns.rurality, value: ruralities[area.rurality] },
        { key: columns.aged75, value: peopleAged75Plus === null ? unknown : showCount(language, peopleAged75Plus) },
        {
          key: columns.welsh,
          value: welshSpeakersPercent === null ? unknown : `${showNumber(language, welshSpeakersPercent)}%`,
        },
        { key: columns.source, value: area.source || unknown },
      ]}
    />
  )
}

const heading = (column: keyof (typeof areaText)['en']['columns']) =>
  inBoth((language) => areaText[language].columns[column])

const FILE_COLUMNS: readonly FileColumn<ListedArea>[] = [
  { header: heading('reference'), value: ({ area }) => area.ref },
  { header: heading('area'), value: ({ area }, language) => area.name[language], width: 30 },
  { header: heading('rurality'), value: ({ area }, language) => areaText[language].ruralities[area.rurality] },
  { header: heading('aged75'), value: ({ area }) => area.peopleAged75Plus, format: '0' },
  { header: heading('welsh'), value: ({ area }) => area.welshSpeakersPercent, format: '0.0' },
  { header: heading('people'), value: ({ supply }) => supply.people, format: '0' },
  { header: heading('perThousand'), value: (listed) => perThousand(listed), format: '0.0' },
]
