/** The list of visits: by days, contract and what became of them; taken away as a file. */
import type { Context } from 'hono'
import { counted } from '../../../kernel/counted.ts'
import { compareNames, inBoth } from '../../../kernel/language.ts'
import { showPeriod } from '../../../kernel/period.ts'
import { nameOf, refOf, type SlicePart } from '../../../measures/slice-names.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  DataTable,
  DateInput,
  errorAt,
  type FieldError,
  fieldErrors,
  Link,
  ListTools,
  Page,
  Pagination,
  readTypedDate,
  Select,
  typedDate,
} from '../../../ui/index.ts'
import { workAllocationPaths } from '../paths.ts'
import { browseVisits, type VisitList } from './visit.actions.ts'
import { text } from './visit.text.ts'
import { VISIT_STATUS_NAMES, type Visit, VisitsShown } from './visit.ts'
import { visitColumns } from './visit-table.tsx'

export function visitListPages(doors: Doors): void {
  doors.get(workAllocationPaths.visits(), 'visits:read', async (c) => {
    const { asked, errors } = askedIn(c)
    const format = wantedExport(c)
    const input = format ? { ...asked, limit: 5000 } : asked
    const result = await perform(c.get('runtime'), actorOf(c), browseVisits, input, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (!format) return c.html(<VisitsPage c={c} list={result.value} errors={errors} />)
    return listExport(c, format, {
      name: inBoth((language) => text[language].visits),
      columns: fileColumns(),
      rows: allVisits(c, input, result.value),
    })
  })
}

const DATES = ['from', 'to'] as const

/** The question in the address: days as three fields from the filter, or whole from a link. A day that is none is told, and left out. */
function askedIn(c: Context<Env>): { asked: Record<string, unknown>; errors: readonly FieldError[] } {
  const query = c.req.query()
  const asked: Record<string, unknown> = { ...query }
  const errors: FieldError[] = []
  for (const name of DATES) {
    const read = readTypedDate(
      query,
      name,
      inBoth((language) => text[language][name]),
    )
    if (!read.ok) errors.push(...fieldErrors(c.get('language'), read.refusal))
    else if (read.value) asked[name] = read.value.toString()
  }
  return { asked, errors }
}

/** The rest is read as it is sent, so that a list of any length costs no memory. */
async function* allVisits(
  c: Context<Env>,
  asked: Readonly<Record<string, unknown>>,
  first: VisitList,
): AsyncGenerator<NamedVisit> {
  yield* named(first)
  let { next } = first
  while (next !== undefined) {
    const page = { ...asked, after: next }
    const result = await perform(c.get('runtime'), actorOf(c), browseVisits, page, originOf(c))
    if (!result.ok) throw new Error(`the list ended early: ${result.refusal.code}`)
    yield* named(result.value)
    next = result.value.next
  }
}

type NamedVisit = Pick<VisitList, 'names'> & { readonly visit: Visit }

function named({ visits, names }: VisitList): readonly NamedVisit[] {
  return visits.map((visit) => ({ visit, names }))
}

type Props = { readonly c: Context<Env>; readonly list: VisitList; readonly errors: readonly FieldError[] }

const VisitsPage = ({ c, list, errors }: Props) => {
  const language = c.get('language')
  const t = text[language]
  const { query, period, total, next } = list
  const { after, from: _from, to: _to, limit: _limit, ...kept } = query
  const own = workAllocationPaths.visits(kept, period)
  return (
    <Page
      frame={c.get('frame')}
      title={t.visits}
      lead={t.inPeriod(
        t.lead[query.show](counted(language, total, 'visit'), total === 1),
        showPeriod(language, period),
      )}
      errors={errors}
      wide
    >
      <p class="govuk-body">
        <Link href={workAllocationPaths.packages()}>{t.packages}</Link>
      </p>
      <Tools c={c} list={list} own={own} errors={errors} />
      <DataTable
        caption={t.visits}
        captionHidden
        cards
        columns={visitColumns(language, list.names)}
        rows={list.visits}
        empty={t.none}
      />
      <Pagination
        previous={after ? own : undefined}
        next={next && workAllocationPaths.visits({ ...kept, after: next }, period)}
      />
    </Page>
  )
}

const Tools = ({ c, list, own, errors }: Props & { own: string }) => {
  const language = c.get('language')
  const t = text[language]
  const { query, period, names } = list
  const typed = c.req.query()
  const choose = (part: SlicePart, label: string) =>
    names.choices[part].length > 1 && (
      <Select
        name={part}
        label={label}
        value={query[part]?.toString() ?? ''}
        empty={t.any}
        options={[...names.choices[part]]
          .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
          .map((choice) => ({ value: String(choice.id), label: choice.name[language] }))}
      />
    )
  const hidden = Object.fromEntries(
    (['personId', 'packageId'] as const).flatMap((name) => (query[name] ? [[name, String(query[name])]] : [])),
  )
  return (
    <ListTools
      action={workAllocationPaths.visits()}
      count={`${t.kinds[query.show]}, ${showPeriod(language, period)}`}
      filtered={Object.keys(typed).some((name) => name !== 'after')}
      hidden={hidden}
      exports={[
        { label: t.exportCsv, href: `${own}&export=csv` },
        { label: t.exportXlsx, href: `${own}&export=xlsx` },
      ]}
    >
      <Select
        name="show"
        label={t.show}
        value={query.show}
        empty={false}
        options={VisitsShown.options.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      {!query.personId && choose('contractId', t.contract)}
      {!query.personId && choose('providerId', t.provider)}
      {!query.personId && choose('areaId', t.area)}
      {DATES.map((name) => (
        <DateInput
          name={name}
          label={t[name]}
          value={errorAt(errors, name) ? typedDate(typed, name) : period[name]}
          error={errorAt(errors, name)}
        />
      ))}
    </ListTools>
  )
}

function fileColumns(): readonly FileColumn<NamedVisit>[] {
  const header = (column: keyof (typeof text)['en']['columns']) => inBoth((language) => text[language].columns[column])
  const also = (column: 'planned' | 'actual', part: 'from' | 'to') =>
    inBoth((language) => `${text[language].columns[column]}: ${text[language][part].toLowerCase()}`)
  return [
    { header: header('ref'), value: ({ visit }) => visit.visitRef, width: 20 },
    { header: header('day'), value: ({ visit }) => visit.day, width: 12 },
    { header: also('planned', 'from'), value: ({ visit }) => visit.plannedStart, width: 20 },
    { header: also('planned', 'to'), value: ({ visit }) => visit.plannedEnd, width: 20 },
    { header: also('actual', 'from'), value: ({ visit }) => visit.actualStart, width: 20 },
    { header: also('actual', 'to'), value: ({ visit }) => visit.actualEnd, width: 20 },
    {
      header: header('person'),
      value: ({ visit, names }) => names.people.get(visit.personId)?.ref ?? String(visit.personId),
    },
    {
      header: header('provider'),
      value: ({ visit, names }, language) => nameOf(names.choices, 'providerId', visit.providerId)?.[language],
      width: 28,
    },
    { header: header('contract'), value: ({ visit, names }) => refOf(names.choices, visit.contractId) },
    { header: header('status'), value: ({ visit }, language) => VISIT_STATUS_NAMES[visit.status][language] },
    { header: inBoth((language) => text[language].late), value: ({ visit }) => visit.isLate },
    { header: inBoth((language) => text[language].short), value: ({ visit }) => visit.isShort },
  ]
}
