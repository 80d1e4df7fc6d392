/** Why is this number what it is? The very records behind it, page by page, each with the way to its own page, and as a file. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../kernel/language.ts'
import { showDay, showMonth, showTime } from '../../kernel/period.ts'
import { calledName } from '../../kernel/person-name.ts'
import { showCount, showNumber } from '../../kernel/quantity.ts'
import type { ExplainColumn } from '../../measures/measure.ts'
import { measurePaths } from '../../measures/paths.ts'
import { showParts, showReading } from '../../measures/show-measure.ts'
import { perform } from '../../platform/actions/action.ts'
import { type CellValue, type Column as FileColumn, listExport, wantedExport } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { type Column, DataTable, type FieldError, Link, Page, Pagination } from '../../ui/index.ts'
import { type Explanation, explainReading } from './measures.actions.ts'
import { text } from './measures.text.ts'
import { askedIn, SliceFilter } from './slice-filter.tsx'

type Row = Readonly<Record<string, unknown>>

export function explanationPages(doors: Doors): void {
  doors.get('/measures/:measure/explain', 'measures:explain', async (c) => {
    const { asked, errors } = askedIn(c)
    const input = { ...asked, measure: c.req.param('measure') ?? '' }
    const format = wantedExport(c)
    const limit = format ? ROWS_READ_AT_ONCE : ROWS_ON_A_PAGE
    const result = await perform(c.get('runtime'), actorOf(c), explainReading, { ...input, limit }, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (!format) return c.html(<ExplanationPage c={c} explanation={result.value} errors={errors} />)
    const { measure, explained } = result.value
    return listExport(c, format, {
      name: measure.label,
      columns: explained.shown.flatMap(fileColumnsOf),
      rows: allRows(c, input, result.value),
    })
  })
}

const ROWS_ON_A_PAGE = 50
const ROWS_READ_AT_ONCE = 5000

/** The rest is read as it is sent, so that a list of any length costs no memory. */
async function* allRows(c: Context<Env>, input: Record<string, string>, first: Explanation): AsyncGenerator<Row> {
  yield* withReferences(first)
  let { next } = first.explained
  while (next !== undefined) {
    const page = { ...input, after: next, limit: ROWS_READ_AT_ONCE }
    const result = await perform(c.get('runtime'), actorOf(c), explainReading, page, originOf(c))
    if (!result.ok) throw new Error(`the list ended early: ${result.refusal.code}`)
    yield* withReferences(result.value)
    next = result.value.explained.next
  }
}

/** In a file, people stand by their reference, which other systems know too. */
function withReferences({ explained, people }: Explanation): readonly Row[] {
  return explained.rows.map((row) => {
    const person = people.get(Number(row.person_id))
    return person ? { ...row, person_id: person.ref } : row
  })
}

type Props = { readonly c: Context<Env>; readonly explanation: Explanation; readonly errors: readonly FieldError[] }

const ExplanationPage = ({ c, explanation, errors }: Props) => {
  const language = c.get('language')
  const t = text[language]
  const { measure, part, slice, period, explained } = explanation
  const own = measurePaths.explain(measure.name, slice, period, part)
  const otherPart = part === 'numerator' ? 'denominator' : 'numerator'
  const partName = { numerator: t.behindNumerator, denominator: t.behindDenominator }
  return (
    <Page
      frame={c.get('frame')}
      above={partName[part]}
      title={t.explainTitle(measure.label[language])}
      lead={leadOf(language, explanation)}
      breadcrumbs={[
        { label: t.measures, href: measurePaths.measures() },
        { label: measure.label[language], href: measurePaths.measure(measure.name, slice, period) },
      ]}
      errors={errors}
      wide
    >
      <p class="govuk-body">
        {measure.meaning[language]}
        {measure.denominator !== 'one' && (
          <>
            {' '}
            {t.otherPart}{' '}
            <Link href={measurePaths.explain(measure.name, slice, period, otherPart)}>{partName[otherPart]}</Link>
          </>
        )}
      </p>
      <SliceFilter
        c={c}
        subject={explanation}
        action={`/measures/${measure.name}/explain`}
        errors={errors}
        hidden={{ part }}
        exports={[
          { label: t.exportCsv, href: `${own}&export=csv` },
          { label: t.exportXlsx, href: `${own}&export=xlsx` },
        ]}
      />
      <DataTable
        caption={measure.label[language]}
        captionHidden
        columns={explained.shown.map((column) => tableColumn(language, column, explanation))}
        rows={explained.rows}
        empty={t.explainNone}
      />
      <Pagination
        previous={c.req.query('after') ? own : undefined}
        next={explained.next && `${own}&after=${explained.next}`}
      />
    </Page>
  )
}

function leadOf(language: Language, { measure, reading, explained }: Explanation): string {
  const t = text[language]
  if (explained.total === 0) return t.explainNone
  const parts = showParts(language, measure, reading)
  const value = [showReading(language, measure, reading), parts && `(${parts})`].filter(Boolean).join(' ')
  return t.explainLead(value, explained.total, showCount(language, explained.total))
}

function tableColumn(language: Language, column: ExplainColumn, explanation: Explanation): Column<Row> {
  return {
    key: column.column,
    header: column.label[language],
    numeric: column.shownAs === 'count' || column.shownAs === 'score',
    cell: (row) => {
      const shown =
        column.shownAs === 'person'
          ? showPerson(explanation, Number(row[column.column]))
          : showCell(language, column, row[column.column])
      if (shown === '') return ''
      const ownLanguage = column.languageColumn ? (row[column.languageColumn] as Language) : undefined
      const href = column.href?.(row)
      const isOpen = column.shownAs !== 'person' || explanation.mayNamePeople
      if (href && isOpen) return <Link href={href}>{shown}</Link>
      return ownLanguage ? <span lang={ownLanguage}>{shown}</span> : shown
    },
  }
}

function showPerson({ people, mayNamePeople }: Explanation, personId: number): string {
  const person = people.get(personId)
  if (!person) return String(personId)
  return mayNamePeople ? calledName(person.name) : person.ref
}

/** One cell in words. */
export function showCell(language: Language, column: ExplainColumn, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (column.shownAs) {
    case 'code':
      return column.names?.[String(value)]?.[language] ?? String(value)
    case 'day':
      return showDay(language, value as Temporal.PlainDate)
    case 'month':
      return showMonth(language, value as Temporal.PlainDate)
    case 'time':
      return showTime(value as Temporal.Instant)
    case 'count':
      return showCount(language, Number(value))
    case 'score':
      return showNumber(language, Number(value), 2)
    case 'reference':
    case 'person':
    case 'words':
      return String(value)
  }
}

/** Codes go out as their names, everything else as its own value, so that a spreadsheet can sort and add. */
function fileColumnsOf(column: ExplainColumn): readonly FileColumn<Row>[] {
  const header: Bilingual = column.label
  return [
    {
      header,
      width: column.shownAs === 'words' ? 50 : 20,
      value: (row, language) =>
        column.shownAs === 'code' ? showCell(language, column, row[column.column]) : (row[column.column] as CellValue),
    },
  ]
}
