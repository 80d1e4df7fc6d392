/** Drawings for printed documents: whole SVGs with their colours in them, for no style sheet reaches a PDF or a Word file. */
import { INK } from './document-content.ts'
import { FONT_FAMILY } from './fonts.ts'

export type TrendPoint = {
  readonly label: string
  /** null: nothing is known, the line is interrupted. */
  readonly value: number | null
  /** What chance alone would explain. */
  readonly low?: number | undefined
  readonly high?: number | undefined
}

const WIDTH = 480
/** A trend stands beside its words, so it is drawn small and its letters stay readable. */
const TREND = { width: 270, height: 86 } as const
/** Room for the axis at the left, and for the months below. */
const LEFT = 46
const BOTTOM = 18

/** A trend over months: the band of chance in grey, the line, the newest point, the first and last label, the lowest and highest value. */
export function trendDrawing(points: readonly TrendPoint[], format: (value: number) => string): string {
  const known = points.flatMap((p) => [p.value, p.low, p.high]).filter((v): v is number => typeof v === 'number')
  const low = Math.min(...known)
  const high = Math.max(...known)
  const span = high > low ? high - low : 1
  const x = (index: number) => LEFT + 8 + ((TREND.width - LEFT - 16) * index) / Math.max(1, points.length - 1)
  const y = (value: number) => TREND.height - BOTTOM - 8 - ((TREND.height - BOTTOM - 18) * (value - low)) / span
  const last = points.findLastIndex((point) => point.value !== null)
  const lastValue = points[last]?.value
  const parts = [
    band(points, x, y),
    `<path d="${line(points, x, y)}" fill="none" stroke="${INK.heather}" stroke-width="2" stroke-linejoin="round"/>`,
    typeof lastValue === 'number'
      ? `<circle cx="${round(x(last))}" cy="${round(y(lastValue))}" r="4" fill="${INK.heather}"/>`
      : '',
    label(LEFT, y(high) + 4, format(high), 'end'),
    high > low ? label(LEFT, y(low) + 4, format(low), 'end') : '',
    label(x(0), TREND.height - 3, points[0]?.label ?? '', 'start'),
    label(x(points.length - 1), TREND.height - 3, points.at(-1)?.label ?? '', 'end'),
  ]
  return svg(TREND, parts)
}

export type BarPart = { readonly label: string; readonly count: number; readonly colour: string; readonly ink: string }

/** One whole and its parts on one bar, with the key below; empty parts stand in the key alone. */
export function barDrawing(parts: readonly BarPart[]): string {
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  const keyColumns = 4
  const height = 40 + 22 * Math.ceil(parts.length / keyColumns)
  let start = 0
  const drawn = parts.map((part) => {
    const width = total === 0 ? 0 : (WIDTH * part.count) / total
    const from = start
    start += width
    if (width === 0) return ''
    const figure = width >= 24 ? label(from + 8, 20, String(part.count), 'start', part.ink, 13) : ''
    return `<rect x="${round(from)}" y="0" width="${round(Math.max(0, width - 1.5))}" height="30" fill="${part.colour}"/>${figure}`
  })
  const key = parts.map((part, index) => {
    const left = (index % keyColumns) * (WIDTH / keyColumns)
    const top = 44 + 22 * Math.floor(index / keyColumns)
    return `<rect x="${left}" y="${top}" width="11" height="11" rx="2" fill="${part.colour}"/>${label(left + 17, top + 10, `${part.label} ${part.count}`, 'start')}`
  })
  return svg({ width: WIDTH, height: height + 8 }, [...drawn, ...key])
}

function svg({ width, height }: { readonly width: number; readonly height: number }, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join('')}</svg>`
}

type Place = (of: number) => number

/** A new stroke begins after each gap. */
function line(points: readonly TrendPoint[], x: Place, y: Place): string {
  return points
    .map(({ value }, index) => {
      if (value === null) return ''
      const begins = index === 0 || points[index - 1]?.value === null
      return `${begins ? 'M' : 'L'}${round(x(index))} ${round(y(value))}`
    })
    .join(' ')
}

function band(points: readonly TrendPoint[], x: Place, y: Place): string {
  const within = points.flatMap(({ low, high }, index) =>
    low === undefined || high === undefined ? [] : [{ at: round(x(index)), low: round(y(low)), high: round(y(high)) }],
  )
  if (within.length < 2) return ''
  const there = within.map(({ at, high }) => `${at} ${high}`).join(' L')
  const back = within
    .toReversed()
    .map(({ at, low }) => `${at} ${low}`)
    .join(' L')
  return `<path d="M${there} L${back} Z" fill="${INK.stone}" fill-opacity="0.6"/>`
}

function label(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'end',
  colour: string = INK.grey,
  size = 11,
): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-family="${FONT_FAMILY}" font-size="${size}" fill="${colour}">${escaped(text)}</text>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
