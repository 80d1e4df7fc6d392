/** Things side by side: each value with the span that chance explains around it, what it is without adjustment, and a line for the whole. */
import type { FC } from 'hono/jsx'
import { ChartFigure, type ChartProps, Legend } from '../chart/chart-figure.tsx'
import { per } from '../chart/geometry.ts'
import { Link, useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type DotIntervalRow = {
  readonly label: string
  /** `null` where there is nothing to compare. */
  readonly adjusted: number | null
  readonly crude: number | null
  readonly interval?: { readonly low: number; readonly high: number } | undefined
  /** Outside what chance explains: said in the sentence and drawn darker and larger. */
  readonly marked?: boolean | undefined
  readonly href?: string | undefined
}

export type DotIntervalProps = ChartProps & {
  /** In the order drawn; sort them first. */
  readonly rows: readonly DotIntervalRow[]
  readonly format: (value: number) => string
  readonly reference: { readonly label: string; readonly value: number }
  /** Where the axis begins and ends, and the ticks on it. Use 0 to 1 for shares. */
  readonly axis: { readonly from: number; readonly to: number; readonly ticks: readonly number[] }
}

const MARGIN = 3

export const DotInterval: FC<DotIntervalProps> = (props) => {
  const text = useText()
  const id = useSurroundings().nextId('picture')
  const { axis, format, reference } = props
  const place = placeOn(axis)
  const show = (value: number | null) => (value === null ? text.none : format(value))
  const rows = props.rows.map((row) => [
    row.href ? <Link href={row.href}>{row.label}</Link> : row.label,
    show(row.crude),
    show(row.adjusted),
    row.interval ? text.fromTo(format(row.interval.low), format(row.interval.high)) : text.none,
  ])
  const legend = (
    <Legend
      items={[
        { label: text.adjusted, mark: 'app-interval__adjusted', shape: 'dot' },
        { label: text.asCounted, mark: 'app-interval__crude', shape: 'ring' },
        { label: text.chanceSpan, mark: 'app-interval__span', shape: 'dots' },
        { label: `${reference.label}: ${format(reference.value)}`, mark: 'app-trend__target', shape: 'dots' },
      ]}
    />
  )
  return (
    <ChartFigure
      chart={props}
      kind="interval"
      table={{ head: ['', text.asCounted, text.adjusted, text.chanceSpan], rows }}
      legend={legend}
    >
      <div class="app-interval" role="img" aria-labelledby={id}>
        <span class="govuk-visually-hidden" id={id}>
          {props.meaning ? `${props.title}. ${props.meaning}` : props.title}
        </span>
        {props.rows.map((row) => (
          <div class="app-interval__row">
            <span class="app-interval__label">{row.label}</span>
            <span class="app-interval__plot">
              <Marks row={row} axis={axis} whole={reference.value} />
            </span>
          </div>
        ))}
        <div class="app-interval__row app-interval__row--axis">
          <span class="app-interval__label" />
          <svg class="app-interval__axis" width="100%" aria-hidden="true" focusable="false">
            {axis.ticks.map((tick) => (
              <text class="app-axis" x={place(tick)} y="1em" text-anchor="middle">
                {format(tick)}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </ChartFigure>
  )
}

function placeOn({ from, to }: DotIntervalProps['axis']): (value: number) => string {
  return (value) => {
    const held = Math.min(to, Math.max(from, value))
    return per(MARGIN + ((held - from) / (to - from || 1)) * (100 - 2 * MARGIN))
  }
}

const Marks: FC<{ row: DotIntervalRow; axis: DotIntervalProps['axis']; whole: number }> = ({ row, axis, whole }) => {
  const place = placeOn(axis)
  return (
    <svg class="app-interval__marks" width="100%" aria-hidden="true" focusable="false">
      {axis.ticks.map((tick) => (
        <line class="app-grid" x1={place(tick)} x2={place(tick)} y1="0" y2="100%" />
      ))}
      <line class="app-trend__target" x1={place(whole)} x2={place(whole)} y1="0" y2="100%" />
      {row.interval && (
        <line class="app-interval__span" x1={place(row.interval.low)} x2={place(row.interval.high)} y1="50%" y2="50%" />
      )}
      {row.crude !== null && <circle class="app-interval__crude" cx={place(row.crude)} cy="50%" r="9" />}
      {row.adjusted !== null && (
        <circle
          class={row.marked ? 'app-interval__adjusted app-interval__adjusted--marked' : 'app-interval__adjusted'}
          cx={place(row.adjusted)}
          cy="50%"
          r={row.marked ? 8 : 6}
        />
      )}
    </svg>
  )
}
