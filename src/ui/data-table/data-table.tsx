/** Rows of the same kind. On a narrow screen a row becomes a card, or the table scrolls sideways within its own frame; never the page. */
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
  /** On a narrow screen each row is a card with its columns named: for lists of records. Left out: for figures to be compared down a column. */
  readonly cards?: boolean | undefined
  /** Columns of even width: for tables that stand one beneath the other, so that their columns do too. */
  readonly even?: boolean | undefined
  /** Totals, as a last row. */
  readonly footer?: Row | undefined
}

export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const text = useText()
  // A browser that lays a table out as blocks forgets that it is one; the roles keep it a table for those who hear it.
  const part = (role: string) => (props.cards ? role : undefined)
  if (props.rows.length === 0) return <p class="app-empty">{props.empty}</p>
  return (
    // The frame takes focus so that the keyboard can scroll it.
    <section class={`app-table${props.cards ? ' app-table--cards' : ''}`} aria-label={props.caption} tabindex={0}>
      <table
        class={`govuk-table${props.even ? ' app-table__even' : ''}`}
        role={part('table')}
        data-filter={props.filterable ? text.filterThisTable : undefined}
      >
        <caption
          class={`govuk-table__caption govuk-table__caption--s${props.captionHidden ? ' govuk-visually-hidden' : ''}`}
        >
          {props.caption}
        </caption>
        <thead class="govuk-table__head" role={part('rowgroup')}>
          <tr class="govuk-table__row" role={part('row')}>
            {props.columns.map((column) => (
              <HeaderCell column={column} sort={props.sort} role={part('columnheader')} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" role={part('rowgroup')}>
          {props.rows.map((row) => (
            <BodyRow row={row} columns={props.columns} cards={props.cards} />
          ))}
        </tbody>
        {props.footer !== undefined && (
          <tfoot class="app-table__foot" role={part('rowgroup')}>
            <BodyRow row={props.footer} columns={props.columns} cards={props.cards} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

type HeaderCellProps<Row> = {
  readonly column: Column<Row>
  readonly sort: Sorting | undefined
  readonly role: string | undefined
}

function HeaderCell<Row>({ column, sort, role }: HeaderCellProps<Row>): JSX.Element {
  const text = useText()
  const local = useHref()
  const classes = `govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`
  if (!column.sortable || !sort) {
    return (
      <th scope="col" role={role} class={classes}>
        {column.header}
      </th>
    )
  }
  const sorted = sort.by === column.key ? sort.direction : undefined
  const next = sorted === 'asc' ? 'desc' : 'asc'
  return (
    <th scope="col" role={role} class={classes} aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}>
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

type BodyRowProps<Row> = {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly cards: boolean | undefined
}

function BodyRow<Row>({ row, columns, cards }: BodyRowProps<Row>): JSX.Element {
  return (
    <tr class="govuk-table__row" role={cards ? 'row' : undefined}>
      {columns.map((column) =>
        column.rowHeader ? (
          <th scope="row" class="govuk-table__header" role={cards ? 'rowheader' : undefined}>
            {column.cell(row)}
          </th>
        ) : (
          <BodyCell column={column} value={column.cell(row)} cards={cards} />
        ),
      )}
    </tr>
  )
}

type BodyCellProps<Row> = {
  readonly column: Column<Row>
  readonly value: Child
  readonly cards: boolean | undefined
}

function BodyCell<Row>({ column, value, cards }: BodyCellProps<Row>): JSX.Element {
  const nothing = value === undefined || value === null || value === '' || value === false
  const classes = [
    'govuk-table__cell',
    column.numeric && 'govuk-table__cell--numeric',
    cards && nothing && 'app-table__nothing',
  ]
  return (
    <td class={classes.filter(Boolean).join(' ')} role={cards ? 'cell' : undefined}>
      {cards && (
        <span class="app-table__label" aria-hidden="true">
          {column.header}
        </span>
      )}
      {cards ? <div class="app-table__value">{value}</div> : value}
    </td>
  )
}
