/** The marks of a trend, the same in the small and the large picture: band of chance, target, line, points outside, the latest point. */
import type { FC } from 'hono/jsx'
import { acrossPlaces, bandPath, type ChartPoint, isOutside, linePath, per } from './geometry.ts'

export type TrendProps = {
  readonly points: readonly ChartPoint[]
  readonly height: (value: number) => number
  /** Margin at both sides, in per cent. */
  readonly margin: number
  readonly target?: number | undefined
  /** Radius of the marked points, in pixels. */
  readonly radius: number
}

/** Paths are drawn in a box of 100 by 100 stretched to the picture; their strokes keep their width. */
export const Trend: FC<TrendProps> = ({ points, height, margin, target, radius }) => {
  const across = acrossPlaces(points.length, margin)
  const at = (value: number | null | undefined) => (typeof value === 'number' ? height(value) : undefined)
  const places = points.map((point, index) => ({ x: across[index] ?? 0, y: at(point.value), point }))
  const band = points.map((point, index) => ({ x: across[index] ?? 0, low: at(point.low), high: at(point.high) }))
  // Across months of which nothing is known the eye is led by a fainter line.
  const known = places.filter((place) => place.y !== undefined)
  const last = places.findLast((place) => place.y !== undefined)
  return (
    <>
      <svg x="0" y="0" width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="app-trend__band" d={bandPath(band)} />
        {known.length < places.length && (
          <path class="app-trend__bridge" d={linePath(known)} vector-effect="non-scaling-stroke" />
        )}
        <path class="app-trend__line" d={linePath(places)} vector-effect="non-scaling-stroke" />
      </svg>
      {target !== undefined && (
        <line class="app-trend__target" x1={per(0)} x2={per(100)} y1={per(height(target))} y2={per(height(target))} />
      )}
      {places.map(({ x, y, point }) =>
        y !== undefined && isOutside(point) ? (
          <circle class="app-trend__outside" cx={per(x)} cy={per(y)} r={radius} />
        ) : null,
      )}
      {alone(places).map(({ x, y }) => (
        <circle class="app-trend__alone" cx={per(x)} cy={per(y)} r={radius - 1} />
      ))}
      {last?.y !== undefined && (
        <circle
          class={`app-trend__last${isOutside(last.point) ? ' app-trend__last--outside' : ''}`}
          cx={per(last.x)}
          cy={per(last.y)}
          r={radius}
        />
      )}
    </>
  )
}

type Place = { readonly x: number; readonly y: number | undefined }

/** Points with no neighbour on either side: a line cannot show them. */
function alone(places: readonly Place[]): { x: number; y: number }[] {
  return places.flatMap(({ x, y }, index) => {
    const neighbours = [places[index - 1]?.y, places[index + 1]?.y]
    return y !== undefined && neighbours.every((neighbour) => neighbour === undefined) ? [{ x, y }] : []
  })
}
