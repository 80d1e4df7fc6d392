/** One whole and its parts, on one bar: outcomes achieved, partly, not, changed. */
import type { FC } from 'hono/jsx'
import { ratio, showCount, showShare } from '../../kernel/quantity.ts'
import { ChartFigure, type ChartProps, Legend, Picture } from '../chart/chart-figure.tsx'
import { per } from '../chart/geometry.ts'
import { useLanguage, useText } from '../surroundings/surroundings.tsx'

export const BAR_TONES = ['achieved', 'partly', 'not', 'changed'] as const
export type BarTone = (typeof BAR_TONES)[number]

export type StackedBarProps = ChartProps & {
  /** Counts, in the order they are drawn. */
  readonly parts: readonly { readonly label: string; readonly value: number; readonly tone: BarTone }[]
}

/** Below this share of the bar the figure does not fit into its part; it stands in the key and the table. */
const ROOM_FOR_FIGURE = 0.13

export const StackedBar: FC<StackedBarProps> = (props) => {
  const text = useText()
  const language = useLanguage()
  const total = props.parts.reduce((sum, part) => sum + part.value, 0)
  const share = (value: number) => showShare(language, ratio(value, total))
  const rows = total === 0 ? [] : props.parts.map((p) => [p.label, showCount(language, p.value), share(p.value)])
  return (
    <ChartFigure chart={props} kind="stacked" table={{ head: ['', text.number, text.share], rows }}>
      <Picture chart={props} class="app-stacked">
        {segments(props.parts, total).map(({ part, start, size }) => (
          <>
            <rect class={`app-fill--${part.tone}`} x={per(start * 100)} width={per(size * 100)} height="100%" />
            {start > 0 && (
              <line class="app-stacked__gap" x1={per(start * 100)} x2={per(start * 100)} y1="0" y2="100%" />
            )}
            {size >= ROOM_FOR_FIGURE && (
              <text class={`app-stacked__figure app-ink--${part.tone}`} x={per(start * 100)} dx="8" y="50%" dy="0.36em">
                {share(part.value)}
              </text>
            )}
          </>
        ))}
      </Picture>
      <Legend
        items={props.parts.map((part) => ({
          label: `${part.label} ${showCount(language, part.value)}`,
          mark: `app-fill--${part.tone}`,
          shape: 'swatch',
        }))}
      />
    </ChartFigure>
  )
}

type Segment<P> = { readonly part: P; readonly start: number; readonly size: number }

/** Shares of the whole and where each begins, 0 to 1; empty parts are left out. */
export function segments<P extends { readonly value: number }>(parts: readonly P[], total: number): Segment<P>[] {
  const drawn: Segment<P>[] = []
  let start = 0
  for (const part of parts) {
    const size = total === 0 ? 0 : part.value / total
    if (size > 0) drawn.push({ part, start, size })
    start += size
  }
  return drawn
}
