/** Where values lie in a picture, in per cent of its width and height. Pure; scales and paths come from d3. */
import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'

/** One point of a series; `null` where nothing is known, which leaves a gap in the line. */
export type ChartPoint = {
  /** "March 2026" */
  readonly label: string
  readonly value: number | null
  /** What chance alone would explain, for this point. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** Whether to mark the point; where not said, one outside its limits is marked. */
  readonly marked?: boolean | undefined
}

/** Rounded to a hundredth of a per cent: enough for the eye, and short. */
export function per(value: number): string {
  return `${Math.round(value * 100) / 100}%`
}

/** The span of all values given, widened a little where it would be empty; undefined where there is no value at all. */
export function spanOf(values: readonly (number | null | undefined)[]): readonly [number, number] | undefined {
  const known = values.filter((value) => typeof value === 'number' && Number.isFinite(value)) as number[]
  if (known.length === 0) return undefined
  const low = Math.min(...known)
  const high = Math.max(...known)
  if (low < high) return [low, high]
  return low === 0 ? [0, 1] : [Math.min(low * 0.9, low * 1.1), Math.max(low * 0.9, low * 1.1)]
}

/** Every number a series brings: its values and its limits. */
export function valuesOf(points: readonly ChartPoint[]): readonly (number | null | undefined)[] {
  return points.flatMap((point) => [point.value, point.low, point.high])
}

/** Horizontal places of n points between the margins (per cent); a single point stands at the right, where "now" is. */
export function acrossPlaces(count: number, margin: number): readonly number[] {
  if (count === 1) return [100 - margin]
  const scale = scalePoint<number>()
    .domain(Array.from({ length: count }, (_, index) => index))
    .range([margin, 100 - margin])
  return scale.domain().map((index) => scale(index) ?? margin)
}

/** Maps values to heights in per cent from the top, within the margins. */
export function heightScale(span: readonly [number, number], margin: number): (value: number) => number {
  return scaleLinear()
    .domain(span)
    .range([100 - margin, margin])
}

/** Round numbers for the axis, and the span they make. `whole` where only whole numbers can occur: a scale has no step two and a half. */
export function niceAxis(
  span: readonly [number, number],
  count: number,
  whole = false,
): { span: [number, number]; ticks: number[] } {
  const scale = scaleLinear().domain(span).nice(count)
  const [low = 0, high = 1] = scale.domain()
  const ticks = scale.ticks(count)
  return { span: [low, high], ticks: whole ? ticks.filter(Number.isInteger) : ticks }
}

type Placed = { readonly x: number; readonly y: number | undefined }

/** The line through the points in a view box of 100 by 100; interrupted where a value is missing. */
export function linePath(places: readonly Placed[]): string {
  const draw = line<Placed>()
    .defined((place) => place.y !== undefined)
    .x((place) => place.x)
    .y((place) => place.y ?? 0)
    .digits(2)
  return draw([...places]) ?? ''
}

type Band = { readonly x: number; readonly low: number | undefined; readonly high: number | undefined }

/** The area between the limits. */
export function bandPath(band: readonly Band[]): string {
  const draw = area<Band>()
    .defined((at) => at.low !== undefined && at.high !== undefined)
    .x((at) => at.x)
    .y0((at) => at.low ?? 0)
    .y1((at) => at.high ?? 0)
    .digits(2)
  return draw([...band]) ?? ''
}

export function isOutside(point: ChartPoint): boolean {
  if (point.value === null) return false
  if (point.marked !== undefined) return point.marked
  return (point.low !== undefined && point.value < point.low) || (point.high !== undefined && point.value > point.high)
}
