/** Which of these go with which of those: a dot where they do. For tables of yes and no with many columns. */
import type { Child, FC } from 'hono/jsx'

export type DotMatrixProps = {
  readonly caption: string
  /** Over the first column. */
  readonly of: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: Child; readonly dots: readonly boolean[] }[]
  /** Read out where there is a dot, and where there is none. */
  readonly words: { readonly yes: string; readonly no: string }
}

export const DotMatrix: FC<DotMatrixProps> = ({ caption, of, columns, rows, words }) => (
  // The frame takes focus so that the keyboard can scroll it.
  <section class="app-table" aria-label={caption} tabindex={0}>
    <table class="app-matrix">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="app-matrix__of">
            {of}
          </th>
          {columns.map((column) => (
            <th scope="col" class="app-matrix__column">
              <span>{column}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row" class="app-matrix__row">
              {row.label}
            </th>
            {row.dots.map((isDot) => (
              <td class={isDot ? 'app-matrix__cell app-matrix__cell--dot' : 'app-matrix__cell'}>
                <span class="govuk-visually-hidden">{isDot ? words.yes : words.no}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
