/** A trend with its axes: for the page where one measure is the subject. */
import type { FC } from 'hono/jsx'
import { showNumber } from '../../kernel/quantity.ts'
import { ChartFigure, Legend, type LegendItem, Picture } from '../chart/chart-figure.tsx'
import {
  acrossPlaces,
  type ChartPoint,
  heightScale,
  isOutside,
  niceAxis,
  per,
  spanOf,
  valuesOf,
} from '../chart/geometry.ts'
import { Trend } from '../chart/trend.tsx'
import { type TrendChartProps, useTrendTable } from '../sparkline/sparkline.tsx'
import { useLanguage, useText } from '../surroundings/surroundings.tsx'

export type LineChartProps = TrendChartProps & {
  /** The axis starts at zero; otherwise (default) close to the values, where movement shows. The axis always says where it starts. */
  readonly fromZero?: boolean | undefined
  /** The ends of the axis where they are known: those of a scale. `range={[0, 4]}` */
  readonly range?: readonly [number, number] | undefined
  /** `s` where several stand on one page. */
  readonly size?: 's' | 'm' | undefined
}

const MARGIN = 3

export const LineChart: FC<LineChartProps> = (props) => {
  const language = useLanguage()
  const table = useTrendTable(props)
  const show = props.format ?? ((value: number) => showNumber(language, value))
  const zero = props.fromZero ? 0 : undefined
  const values = [...valuesOf(props.points), props.target, zero, ...(props.range ?? [])]
  const raw = spanOf(values)
  const axis =
    raw &&
    niceAxis(
      raw,
      4,
      values.every((value) => typeof value !== 'number' || Number.isInteger(value)),
    )
  return (
    <ChartFigure chart={props} kind="line" table={table} legend={<Legend items={useKey(props)} />}>
      {axis && (
        <Picture chart={props} class={`app-linechart${props.size === 's' ? ' app-linechart--s' : ''}`}>
          {axis.ticks.map((tick) => {
            const y = per(heightScale(axis.span, 12)(tick))
            return (
              <>
                <line class="app-grid" x1="0" x2="100%" y1={y} y2={y} />
                <text class="app-axis" x="0" y={y} dy="-0.35em">
                  {show(tick)}
                </text>
              </>
            )
          })}
          <svg x="7%" y="0" width="93%" height="100%" overflow="visible" aria-hidden="true">
            <Trend
              points={props.points}
              height={heightScale(axis.span, 12)}
              margin={MARGIN}
              target={props.target}
              radius={5}
            />
            {timeLabels(props.points).map(({ label, x, anchor }) => (
              <text class="app-axis" x={per(x)} y="100%" dy="-0.3em" text-anchor={anchor}>
                {label}
              </text>
            ))}
          </svg>
        </Picture>
      )}
    </ChartFigure>
  )
}

/** Only what is drawn is in the key. */
function useKey({ points, target }: LineChartProps): readonly LegendItem[] {
  const text = useText()
  const key: LegendItem[] = []
  if (target !== undefined) key.push({ label: text.target, mark: 'app-trend__target', shape: 'dots' })
  if (points.some((point) => point.low !== undefined))
    key.push({ label: text.chanceBand, mark: 'app-trend__band', shape: 'swatch' })
  if (points.some(isOutside)) key.push({ label: text.outside, mark: 'app-trend__outside', shape: 'ring' })
  return key
}

/** The first and the last period; those between are in the table. */
function timeLabels(points: readonly ChartPoint[]): { label: string; x: number; anchor: 'start' | 'end' }[] {
  const across = acrossPlaces(points.length, MARGIN)
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return []
  const end = { label: last.label, x: across.at(-1) ?? 100, anchor: 'end' as const }
  return points.length === 1 ? [end] : [{ label: first.label, x: across[0] ?? 0, anchor: 'start' }, end]
}
