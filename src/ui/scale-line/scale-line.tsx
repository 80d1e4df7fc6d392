/** One scale from end to end: where somebody began, where they want to get to, and where each voice sees them now. Never one merged mark. */
import type { FC } from 'hono/jsx'
import { ChartFigure, type ChartProps, Legend, type LegendItem, Picture } from '../chart/chart-figure.tsx'
import { per } from '../chart/geometry.ts'
import { useText } from '../surroundings/surroundings.tsx'

export const SCALE_VOICES = ['person', 'carer', 'practitioner', 'provider'] as const
export type ScaleVoice = (typeof SCALE_VOICES)[number]

export type ScaleMark = {
  readonly voice: ScaleVoice
  readonly label: string
  readonly value: number
  /** Said in the table: the day. */
  readonly detail?: string | undefined
}

export type ScaleLineProps = ChartProps & {
  readonly lowest: number
  readonly highest: number
  readonly start?: { readonly label: string; readonly value: number } | undefined
  readonly target?: { readonly label: string; readonly value: number } | undefined
  readonly marks: readonly ScaleMark[]
}

const MARGIN = 4
const SHAPES = { person: 'dot', carer: 'dot', practitioner: 'ring', provider: 'ring' } as const

export const ScaleLine: FC<ScaleLineProps> = (props) => {
  const { lowest, highest, start, target, marks } = props
  const text = useText()
  const place = (value: number) => MARGIN + ((value - lowest) / (highest - lowest || 1)) * (100 - 2 * MARGIN)
  const values = marks.map(({ value }) => value)
  const rows = [
    ...(start ? [[start.label, String(start.value), '']] : []),
    ...(target ? [[target.label, String(target.value), '']] : []),
    ...marks.map((mark) => [mark.label, String(mark.value), mark.detail ?? '']),
  ]
  const legend: readonly LegendItem[] = [
    ...marks.map((mark) => ({ label: mark.label, mark: `app-scaleline__${mark.voice}`, shape: SHAPES[mark.voice] })),
    ...(target ? [{ label: target.label, mark: 'app-scaleline__target', shape: 'dots' as const }] : []),
  ]
  return (
    <ChartFigure
      chart={props}
      kind="scaleline"
      table={{ head: ['', text.value, text.when], rows: marks.length > 0 || start ? rows : [] }}
      legend={<Legend items={legend} />}
    >
      <Picture chart={props} class="app-scaleline">
        <line class="app-scaleline__line" x1={per(MARGIN)} x2={per(100 - MARGIN)} y1="45%" y2="45%" />
        {start && (
          <line
            class="app-scaleline__start"
            x1={per(place(start.value))}
            x2={per(place(start.value))}
            y1="25%"
            y2="65%"
          />
        )}
        {target && (
          <line
            class="app-scaleline__target"
            x1={per(place(target.value))}
            x2={per(place(target.value))}
            y1="8%"
            y2="72%"
          />
        )}
        {values.length > 1 && (
          <line
            class="app-scaleline__gap"
            x1={per(place(Math.min(...values)))}
            x2={per(place(Math.max(...values)))}
            y1="45%"
            y2="45%"
          />
        )}
        {[...marks].reverse().map((mark) => (
          <circle
            class={`app-scaleline__${mark.voice}`}
            cx={per(place(mark.value))}
            cy="45%"
            r={SHAPES[mark.voice] === 'ring' ? 10 : 6}
          />
        ))}
        {[lowest, highest].map((end) => (
          <text
            class="app-axis"
            x={per(place(end))}
            y="100%"
            dy="-0.35em"
            text-anchor={end === lowest ? 'start' : 'end'}
          >
            {end}
          </text>
        ))}
      </Picture>
    </ChartFigure>
  )
}
