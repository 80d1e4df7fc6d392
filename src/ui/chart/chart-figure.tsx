/** The frame of every chart: first the sentence of meaning, then the picture, then the same numbers as a table. */
import type { Child, FC } from 'hono/jsx'
import { Details } from '../details/details.tsx'
import { useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type ChartProps = {
  /** Names the picture for those who do not see it, and its table. */
  readonly title: string
  /** One sentence made from the numbers by rule: what the picture means. */
  readonly meaning?: string | undefined
  /** The table stands elsewhere on the page already. */
  readonly withoutTable?: boolean | undefined
}

export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly Child[])[] }

export const ChartFigure: FC<{
  chart: ChartProps
  kind: string
  table: ChartTable
  /** The key to the marks, above the picture. */
  legend?: Child
  children?: Child
}> = ({ chart, kind, table, legend, children }) => {
  const text = useText()
  const empty = table.rows.length === 0
  return (
    <figure class={`app-chart app-chart--${kind}`}>
      {chart.meaning && <figcaption class="app-chart__meaning">{chart.meaning}</figcaption>}
      {!empty && legend}
      {empty ? <p class="app-empty">{text.noNumbers}</p> : children}
      {!empty && !chart.withoutTable && (
        <Details summary={text.tableOfNumbers}>
          <NumbersTable caption={chart.title} table={table} />
        </Details>
      )}
    </figure>
  )
}

/** The picture: an SVG without a view box, placed in per cent, so that it fills its width while lines and letters keep their size. */
export const Picture: FC<{
  chart: ChartProps
  class: string
  /** Marks can be followed: the picture is then a group of links rather than one image. */
  withLinks?: boolean
  children?: Child
}> = ({ chart, class: extra, withLinks, children }) => {
  const id = useSurroundings().nextId('picture')
  return (
    <svg
      class={extra}
      width="100%"
      role={withLinks ? 'group' : 'img'}
      aria-labelledby={chart.meaning ? `${id}-title ${id}-desc` : `${id}-title`}
      focusable="false"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{chart.title}</title>
      {chart.meaning && <desc id={`${id}-desc`}>{chart.meaning}</desc>}
      {children}
    </svg>
  )
}

const NumbersTable: FC<{ caption: string; table: ChartTable }> = ({ caption, table }) => (
  <section class="app-table" aria-label={caption} tabindex={0}>
    <table class="govuk-table app-table__numbers">
      <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {table.head.map((heading, index) => (
            <th scope="col" class={`govuk-table__header${index > 0 ? ' govuk-table__header--numeric' : ''}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {table.rows.map(([name, ...figures]) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {name}
            </th>
            {figures.map((figure) => (
              <td class="govuk-table__cell govuk-table__cell--numeric">{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

export type LegendItem = {
  readonly label: string
  readonly mark: string
  readonly shape: 'swatch' | 'dot' | 'ring' | 'dots'
}

export const Legend: FC<{ items: readonly LegendItem[] }> = ({ items }) => (
  <ul class="app-legend">
    {items.map((item) => (
      <li class="app-legend__item">
        <svg class="app-legend__mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
          {item.shape === 'swatch' && <rect class={item.mark} width="14" height="14" rx="2" />}
          {item.shape === 'dot' && <circle class={item.mark} cx="7" cy="7" r="6" />}
          {item.shape === 'ring' && <circle class={item.mark} cx="7" cy="7" r="5" />}
          {item.shape === 'dots' && <line class={item.mark} x1="1" x2="14" y1="7" y2="7" />}
        </svg>
        {item.label}
      </li>
    ))}
  </ul>
)
