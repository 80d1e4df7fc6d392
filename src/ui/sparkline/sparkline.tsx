/** A trend in the height of a line or two: what chance explains in grey, the target dotted, points outside marked. */
import type { FC } from 'hono/jsx'
import { showNumber } from '../../kernel/quantity.ts'
import { ChartFigure, type ChartProps, Picture } from '../chart/chart-figure.tsx'
import { type ChartPoint, heightScale, isOutside, spanOf, valuesOf } from '../chart/geometry.ts'
import { Trend } from '../chart/trend.tsx'
import { useLanguage, useText } from '../surroundings/surroundings.tsx'

export type TrendChartProps = ChartProps & {
  readonly points: readonly ChartPoint[]
  readonly target?: number | undefined
  /** Writes a value as read in the table and on the axis; default: a number with at most one place. */
  readonly format?: ((value: number) => string) | undefined
}

export const Sparkline: FC<TrendChartProps> = (props) => {
  const table = useTrendTable(props)
  const span = spanOf([...valuesOf(props.points), props.target])
  return (
    <ChartFigure chart={props} kind="sparkline" table={table}>
      <Picture chart={props} class="app-sparkline">
        {span && (
          <Trend points={props.points} height={heightScale(span, 14)} margin={2} target={props.target} radius={4.5} />
        )}
      </Picture>
    </ChartFigure>
  )
}

/** The numbers of a trend: value, and the limits and target where there are any. No rows where no value is known. */
export function useTrendTable({ points, target, format }: TrendChartProps) {
  const text = useText()
  const language = useLanguage()
  const show = format ?? ((value: number) => showNumber(language, value))
  const banded = points.some((point) => point.low !== undefined || point.high !== undefined)
  const head = [text.period, text.value]
  if (banded) head.push(text.chanceBand)
  if (target !== undefined) head.push(text.target)
  const anyKnown = points.some((point) => point.value !== null)
  const rows = points.map((point) => {
    const value = point.value === null ? text.none : show(point.value)
    const cells = [point.label, isOutside(point) ? <strong>{value} *</strong> : value]
    if (banded)
      cells.push(
        point.low === undefined || point.high === undefined
          ? text.none
          : `${show(point.low)} ${text.to} ${show(point.high)}`,
      )
    if (target !== undefined) cells.push(show(target))
    return cells
  })
  return { head, rows: anyKnown ? rows : [] }
}
