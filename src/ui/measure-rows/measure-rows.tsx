/** What it takes: one line for each measure, with its number, its trend, and the sentence that says what it means. */
import type { Child, FC } from 'hono/jsx'
import { Link } from '../surroundings/surroundings.tsx'

export type MeasureRow = {
  /** What kind of thing it is, above the name, where a new kind begins: "Performance". */
  readonly group?: string | undefined
  /** "Visits that started on time" */
  readonly name: string
  /** Beside the name; the sentence says why. */
  readonly mark?: 'attention' | 'wrong' | undefined
  /** "82% on time" */
  readonly value: string
  /** "target 90%" */
  readonly detail?: string | undefined
  /** A `Sparkline`, usually with `withoutTable`. */
  readonly chart?: Child
  readonly sentence?: string | undefined
  /** The records behind it. */
  readonly why?: { readonly href: string; readonly label: string } | undefined
}

export const MeasureRows: FC<{ rows: readonly MeasureRow[] }> = ({ rows }) => (
  <ul class="app-measures">
    {rows.map((row) => (
      <li class={`app-measures__row${row.group ? ' app-measures__row--first' : ''}`}>
        <h3 class="app-measures__name">
          {row.group && <span class="app-measures__group">{row.group} </span>}
          <span class={row.mark && `app-measures__mark app-measures__mark--${row.mark}`}>{row.name}</span>
        </h3>
        <p class="app-measures__value">
          {row.value}
          {row.detail && <span class="app-measures__detail">{row.detail}</span>}
        </p>
        <div class="app-measures__chart">{row.chart}</div>
        <p class="app-measures__sentence">
          {row.sentence}{' '}
          {row.why && (
            <Link href={row.why.href} about={row.name}>
              {row.why.label}
            </Link>
          )}
        </p>
      </li>
    ))}
  </ul>
)
