/** The list of packages: what is placed with whom, and how much of it. */
import type { Context } from 'hono'
import { compareNames, inBoth, type Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { nameOf, refOf } from '../../../measures/slice-names.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { type Column, DataTable, Link, ListTools, Page, Pagination, Select } from '../../../ui/index.ts'
import { workAllocationPaths } from '../paths.ts'
import { showPerson } from '../visit/visit.sentences.ts'
import { browsePackages, type PackageList } from './package.actions.ts'
import { showHours } from './package.sentences.ts'
import { text } from './package.text.ts'
import { type CarePackage, PACKAGES_PER_PAGE } from './package.ts'

export function packageListPages(doors: Doors): void {
  doors.get(workAllocationPaths.packages(), 'visits:read', async (c) => {
    const format = wantedExport(c)
    const input = { ...c.req.query(), whole: format !== undefined }
    const result = await perform(c.get('runtime'), actorOf(c), browsePackages, input, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (!format) return c.html(<PackagesPage c={c} list={result.value} />)
    return listExport(c, format, {
      name: inBoth((language) => text[language].packages),
      columns: fileColumns(result.value),
      rows: result.value.packages,
    })
  })
}

const PackagesPage = ({ c, list }: { c: Context<Env>; list: PackageList }) => {
  const language = c.get('language')
  const t = text[language]
  const { query, total, names } = list
  const lead = t.lead(total, showHours(language, list.weeklyMinutes))
  const own = (change: Readonly<Record<string, string | number>>) =>
    workAllocationPaths.packages({ ...query, ...change })
  const options = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <Page
      frame={c.get('frame')}
      title={t.packages}
      lead={lead}
      breadcrumbs={[{ label: t.visits, href: workAllocationPaths.visits() }]}
      wide
    >
      <ListTools
        action={workAllocationPaths.packages()}
        count={`${t.states[query.state]}: ${lead}`}
        filtered={Boolean(query.contractId || query.language || query.state !== 'live')}
        exports={[
          { label: t.exportCsv, href: `${own({})}&export=csv` },
          { label: t.exportXlsx, href: `${own({})}&export=xlsx` },
        ]}
      >
        <Select name="state" label={t.state} value={query.state} empty={false} options={options(t.states)} />
        <Select
          name="contractId"
          label={t.contract}
          value={query.contractId?.toString() ?? ''}
          empty={t.any}
          options={[...names.choices.contractId]
            .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
            .map((choice) => ({ value: String(choice.id), label: `${choice.name[language]} (${choice.ref})` }))}
        />
        <Select
          name="language"
          label={t.language}
          value={query.language ?? ''}
          empty={t.any}
          options={options(t.languages)}
        />
      </ListTools>
      <DataTable
        caption={t.packages}
        captionHidden
        cards
        columns={tableColumns(language, list)}
        rows={list.packages}
        empty={t.none}
      />
      <Pagination
        page={query.page}
        pages={Math.max(1, Math.ceil(total / PACKAGES_PER_PAGE))}
        href={(page) => own({ page })}
      />
    </Page>
  )
}

function tableColumns(language: Language, { names }: PackageList): readonly Column<CarePackage>[] {
  const t = text[language]
  return [
    {
      key: 'ref',
      header: t.columns.ref,
      rowHeader: true,
      cell: (row) => <Link href={workAllocationPaths.package(row.packageId)}>{row.ref}</Link>,
    },
    {
      key: 'person',
      header: t.columns.person,
      cell: (row) => showPerson(names.people.get(row.personId), names.mayNamePeople, row.personId),
    },
    {
      key: 'provider',
      header: t.columns.provider,
      cell: (row) => nameOf(names.choices, 'providerId', row.providerId)?.[language] ?? '',
    },
    { key: 'contract', header: t.columns.contract, cell: (row) => refOf(names.choices, row.contractId) },
    {
      key: 'hours',
      header: t.columns.hours,
      numeric: true,
      cell: (row) => showHours(language, row.weeklyMinutes),
    },
    { key: 'visits', header: t.columns.visits, numeric: true, cell: (row) => row.weeklyVisits },
    { key: 'language', header: t.columns.language, cell: (row) => t.languages[row.language] },
    { key: 'starts', header: t.columns.starts, cell: (row) => showDay(language, row.startsOn) },
    { key: 'ends', header: t.columns.ends, cell: (row) => (row.endsOn ? showDay(language, row.endsOn) : '') },
  ]
}

function fileColumns({ names }: PackageList): readonly FileColumn<CarePackage>[] {
  const header = (column: keyof (typeof text)['en']['columns']) => inBoth((language) => text[language].columns[column])
  return [
    { header: header('ref'), value: (row) => row.ref },
    { header: header('person'), value: (row) => names.people.get(row.personId)?.ref ?? String(row.personId) },
    {
      header: header('provider'),
      value: (row, language) => nameOf(names.choices, 'providerId', row.providerId)?.[language],
      width: 28,
    },
    { header: header('contract'), value: (row) => refOf(names.choices, row.contractId) },
    { header: header('hours'), value: (row) => row.weeklyMinutes / 60, format: '0.0' },
    { header: header('visits'), value: (row) => row.weeklyVisits, format: '0' },
    { header: header('language'), value: (row, language) => text[language].languages[row.language] },
    { header: header('starts'), value: (row) => row.startsOn },
    { header: header('ends'), value: (row) => row.endsOn },
    { header: header('reason'), value: (row) => row.endedReason, width: 30 },
  ]
}
