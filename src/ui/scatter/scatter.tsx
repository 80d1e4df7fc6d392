/** Two shares of each thing against one another: punctual and achieving little, late and thriving. */
import type { FC } from 'hono/jsx'
import { ratio, showShare } from '../../kernel/quantity.ts'
import { ChartFigure, type ChartProps, Picture } from '../chart/chart-figure.tsx'
import { heightScale, niceAxis, per, spanOf } from '../chart/geometry.ts'
import { Link, useHref, useLanguage, useText } from '../surroundings/surroundings.tsx'

export type ScatterPoint = {
  readonly label: string
  /** Shares between 0 and 1; a point without both is left to the table. */
  readonly across: number | null
  readonly up: number | null
  readonly href: string
  /** The one that the page is about. */
  readonly marked?: boolean | undefined
}

export type ScatterProps = ChartProps & {
  readonly points: readonly ScatterPoint[]
  /** What is counted: "Visits on time", "Outcomes achieved". */
  readonly across: string
  readonly up: string
  /** All of them together, drawn as a cross of dotted lines: what lies beyond it is above the whole. */
  readonly whole?: { readonly across: number; readonly up: number } | undefined
  /** Said in the corners of the cross, so that a place means something. */
  readonly corners: { readonly topLeft: string; readonly bottomRight: string }
}

/** The picture stands between these places, in per cent; labels and ticks around it. */
const [LEFT, RIGHT, MARGIN] = [10, 98, 10]

export const Scatter: FC<ScatterProps> = (props) => {
  const text = useText()
  const language = useLanguage()
  const show = (share: number | null) => (share === null ? text.none : showShare(language, ratio(share, 1)))
  const rows = props.points.map(({ label, href, across, up }) => [
    <Link href={href}>{label}</Link>,
    show(across),
    show(up),
  ])
  return (
    <ChartFigure chart={props} kind="scatter" table={{ head: ['', props.across, props.up], rows }}>
      <p class="app-scatter__up">{props.up} ↑</p>
      <Plot {...props} />
      <p class="app-scatter__across">{props.across} →</p>
    </ChartFigure>
  )
}

const Plot: FC<ScatterProps> = (props) => {
  const language = useLanguage()
  const local = useHref()
  const known = props.points.flatMap(({ across, up, ...point }) =>
    across === null || up === null ? [] : [{ ...point, across, up }],
  )
  const x = axisOf([...known.map((point) => point.across), props.whole?.across])
  const y = axisOf([...known.map((point) => point.up), props.whole?.up])
  if (!x || !y) return null
  const placeX = (share: number) => LEFT + ((100 - heightScale(x.span, 0)(share)) / 100) * (RIGHT - LEFT)
  const placeY = heightScale(y.span, MARGIN)
  const tick = (share: number) => showShare(language, ratio(share, 1))
  return (
    <Picture chart={props} class="app-scatter" withLinks>
      {y.ticks.map((share) => (
        <>
          <line class="app-grid" x1={per(LEFT)} x2={per(RIGHT)} y1={per(placeY(share))} y2={per(placeY(share))} />
          <text class="app-axis" x="0" y={per(placeY(share))} dy="0.35em">
            {tick(share)}
          </text>
        </>
      ))}
      {x.ticks.map((share) => (
        <text
          class="app-axis"
          x={per(placeX(share))}
          y="100%"
          dy="-0.2em"
          text-anchor={placeX(share) > 95 ? 'end' : 'middle'}
        >
          {tick(share)}
        </text>
      ))}
      {props.whole && <Cross x={placeX(props.whole.across)} y={placeY(props.whole.up)} corners={props.corners} />}
      {known.map((point) => (
        <a href={local(point.href)} class="app-scatter__link">
          <title>{`${point.label}: ${tick(point.across)}, ${tick(point.up)}`}</title>
          <circle class="app-scatter__reach" cx={per(placeX(point.across))} cy={per(placeY(point.up))} r="13" />
          <circle
            class={point.marked ? 'app-scatter__point app-scatter__point--marked' : 'app-scatter__point'}
            cx={per(placeX(point.across))}
            cy={per(placeY(point.up))}
            r={point.marked ? 9 : 7}
          />
          {point.marked && (
            <text class="app-scatter__name" x={per(placeX(point.across))} y={per(placeY(point.up))} dx="14" dy="0.35em">
              {point.label}
            </text>
          )}
        </a>
      ))}
    </Picture>
  )
}

const Cross: FC<{ x: number; y: number; corners: ScatterProps['corners'] }> = ({ x, y, corners }) => (
  <>
    <line class="app-trend__target" x1={per(x)} x2={per(x)} y1={per(MARGIN / 2)} y2={per(100 - MARGIN)} />
    <line class="app-trend__target" x1={per(LEFT)} x2={per(RIGHT)} y1={per(y)} y2={per(y)} />
    <text class="app-scatter__corner" x={per(LEFT + 1)} y={per(MARGIN / 2)} dy="0.35em">
      {corners.topLeft}
    </text>
    <text class="app-scatter__corner" x={per(RIGHT)} y={per(100 - MARGIN)} dy="-0.5em" text-anchor="end">
      {corners.bottomRight}
    </text>
  </>
)

function axisOf(shares: readonly (number | undefined)[]) {
  const span = spanOf(shares)
  return span && niceAxis(span, 5)
}
