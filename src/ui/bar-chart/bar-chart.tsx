/** Things side by side as horizontal bars, with a line for what they are compared to. */
import type { FC } from 'hono/jsx'
import { showNumber } from '../../kernel/quantity.ts'
import { ChartFigure, type ChartProps, Legend } from '../chart/chart-figure.tsx'
import { per } from '../chart/geometry.ts'
import { Link, useLanguage, useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type BarChartRow = {
  readonly label: string
  readonly value: number | null
  /** So much of the value, drawn darker from the start of the bar; named by `part`. */
  readonly part?: number | undefined
  readonly href?: string | undefined
  /** The one the page is about, or that stands out for a reason said in the sentence. */
  readonly marked?: boolean | undefined
}

export type BarChartProps = ChartProps & {
  /** In the order drawn; sort them first. */
  readonly rows: readonly BarChartRow[]
  readonly format?: ((value: number) => string) | undefined
  /** "All contracts", "Target": drawn as a dotted line across all bars. */
  readonly reference?: { readonly label: string; readonly value: number } | undefined
  /** What `part` of each row counts: "of them with higher need". */
  readonly part?: string | undefined
  /** The value of a full bar; default: the largest value. Use 1 for shares. */
  readonly max?: number | undefined
}

export const BarChart: FC<BarChartProps> = (props) => {
  const text = useText()
  const language = useLanguage()
  const id = useSurroundings().nextId('picture')
  const show = (value: number | null) =>
    value === null ? text.none : props.format ? props.format(value) : showNumber(language, value)
  const largest = Math.max(0, props.reference?.value ?? 0, ...props.rows.map((row) => row.value ?? 0))
  const max = props.max ?? (largest || 1)
  const rows = props.rows.map((row) => [
    row.href ? <Link href={row.href}>{row.label}</Link> : row.label,
    show(row.value),
    ...(props.part ? [show(row.part ?? null)] : []),
  ])
  const part =
    props.part === undefined ? undefined : { label: props.part, mark: 'app-fill--achieved', shape: 'swatch' as const }
  const reference = props.reference && {
    label: `${props.reference.label}: ${show(props.reference.value)}`,
    mark: 'app-trend__target',
    shape: 'dots' as const,
  }
  return (
    <ChartFigure
      chart={props}
      kind="bars"
      table={{ head: ['', text.value, ...(props.part ? [props.part] : [])], rows }}
      legend={(part || reference) && <Legend items={[part, reference].filter((item) => item !== undefined)} />}
    >
      <div class="app-bars" role="img" aria-labelledby={id}>
        <span class="govuk-visually-hidden" id={id}>
          {props.meaning ? `${props.title}. ${props.meaning}` : props.title}
        </span>
        {props.rows.map((row) => (
          <div class="app-bars__row">
            <span class="app-bars__label">{row.label}</span>
            <svg class="app-bars__bar" width="100%" aria-hidden="true" focusable="false">
              <rect class="app-bars__ground" width="100%" height="100%" />
              {row.value !== null && row.value > 0 && (
                <rect
                  class={row.marked ? 'app-bars__fill app-bars__fill--marked' : 'app-bars__fill'}
                  width={per((Math.min(row.value, max) / max) * 100)}
                  height="100%"
                />
              )}
              {row.part !== undefined && row.part > 0 && (
                <rect class="app-bars__fill--marked" width={per((Math.min(row.part, max) / max) * 100)} height="100%" />
              )}
              {props.reference && (
                <line
                  class="app-bars__reference"
                  x1={per((props.reference.value / max) * 100)}
                  x2={per((props.reference.value / max) * 100)}
                  y1="0"
                  y2="100%"
                />
              )}
            </svg>
            <span class="app-bars__figure">{show(row.value)}</span>
          </div>
        ))}
      </div>
    </ChartFigure>
  )
}
