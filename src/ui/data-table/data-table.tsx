/** Rows of the same kind; on a narrow screen the table scrolls sideways within its own frame, never the page. */
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { useHref, useText } from '../surroundings/surroundings.tsx'

export type Column<Row> = {
  /** Used in sort links. */
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => Child
  /** Right-aligned, figures of even width. */
  readonly numeric?: boolean | undefined
  /** The cell that names the row (one column, usually the first). */
  readonly rowHeader?: boolean | undefined
  readonly sortable?: boolean | undefined
}

export type Sorting = {
  readonly by: string
  readonly direction: 'asc' | 'desc'
  readonly href: (by: string, direction: 'asc' | 'desc') => string
}

export type DataTableProps<Row> = {
  /** Names the table for those who cannot see what stands above it. */
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** A sentence, and what to do: "No contracts match. Clear the filter to see all." */
  readonly empty: Child
  readonly sort?: Sorting | undefined
  /** Where scripts run: a field above that narrows the rows shown while typing. For short lists that are not paged. */
  readonly filterable?: boolean | undefined
  /** Totals, as a last row. */
  readonly footer?: Row | undefined
}

export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const text = useText()
  if (props.rows.length === 0) return <p class="app-empty">{props.empty}</p>
  return (
    // The frame takes focus so that the keyboard can scroll it.
    <section class="app-table" aria-label={props.caption} tabindex={0}>
      <table class="govuk-table" data-filter={props.filterable ? text.filterThisTable : undefined}>
        <caption
          class={`govuk-table__caption govuk-table__caption--s${props.captionHidden ? ' govuk-visually-hidden' : ''}`}
        >
          {props.caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.columns.map((column) => (
              <HeaderCell column={column} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {props.rows.map((row) => (
            <BodyRow row={row} columns={props.columns} />
          ))}
        </tbody>
        {props.footer !== undefined && (
          <tfoot class="app-table__foot">
            <BodyRow row={props.footer} columns={props.columns} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort: Sorting | undefined }): JSX.Element {
  const text = useText()
  const local = useHref()
  const classes = `govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`
  if (!column.sortable || !sort) {
    return (
      <th scope="col" class={classes}>
        {column.header}
      </th>
    )
  }
  const sorted = sort.by === column.key ? sort.direction : undefined
  const next = sorted === 'asc' ? 'desc' : 'asc'
  return (
    <th scope="col" class={classes} aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}>
      <a
        class={`app-sort${sorted ? ` app-sort--${sorted}` : ''}`}
        href={local(sort.href(column.key, next))}
        title={text.sortBy(column.header)}
      >
        {column.header}
        {sorted && (
          <span class="govuk-visually-hidden">
            {' '}
            ({sorted === 'asc' ? text.sortedAscending : text.sortedDescending})
          </span>
        )}
      </a>
    </th>
  )
}

function BodyRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }): JSX.Element {
  return (
    <tr class="govuk-table__row">
      {columns.map((column) =>
        column.rowHeader ? (
          <th scope="row" class="govuk-table__header">
            {column.cell(row)}
          </th>
        ) : (
          <td class={`govuk-table__cell${column.numeric ? ' govuk-table__cell--numeric' : ''}`}>{column.cell(row)}</td>
        ),
      )}
    </tr>
  )
}
