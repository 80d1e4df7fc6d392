/** Whose word? What the provider reports beside what the person says, never merged; the gap between them is drawn. */
import type { FC } from 'hono/jsx'
import { ratio, showNumber, showShare } from '../../kernel/quantity.ts'
import { ChartFigure, type ChartProps, Legend } from '../chart/chart-figure.tsx'
import { per } from '../chart/geometry.ts'
import { Link, useLanguage, useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type DotGapRow = {
  readonly label: string
  /** Shares between 0 and 1; `null` where nobody was asked. */
  readonly provider: number | null
  readonly person: number | null
  /** The records behind the row; linked in the table. */
  readonly href?: string | undefined
}

export type DotGapProps = ChartProps & { readonly rows: readonly DotGapRow[] }

const MARGIN = 3
const TICKS = [0, 0.25, 0.5, 0.75, 1]
const place = (share: number) => per(MARGIN + share * (100 - 2 * MARGIN))

export const DotGap: FC<DotGapProps> = (props) => {
  const text = useText()
  const language = useLanguage()
  const id = useSurroundings().nextId('picture')
  const known = props.rows.filter((row) => row.provider !== null || row.person !== null)
  const share = (value: number | null) => (value === null ? text.none : showShare(language, ratio(value, 1)))
  const gap = (row: DotGapRow) =>
    row.provider === null || row.person === null
      ? text.none
      : showNumber(language, Math.round(row.person * 100) - Math.round(row.provider * 100), 0)
  const rows =
    known.length === 0
      ? []
      : props.rows.map((row) => [
          row.href ? <Link href={row.href}>{row.label}</Link> : row.label,
          share(row.provider),
          share(row.person),
          gap(row),
        ])
  const legend = (
    <Legend
      items={[
        { label: text.provider, mark: 'app-dotgap__provider', shape: 'ring' },
        { label: text.person, mark: 'app-dotgap__person', shape: 'dot' },
      ]}
    />
  )
  const head = ['', text.provider, text.person, `${text.gap} (${text.points})`]
  return (
    <ChartFigure chart={props} kind="dotgap" table={{ head, rows }} legend={legend}>
      <div class="app-dotgap" role="img" aria-labelledby={id}>
        <span class="govuk-visually-hidden" id={id}>
          {props.meaning ? `${props.title}. ${props.meaning}` : props.title}
        </span>
        {props.rows.map((row) => (
          <div class="app-dotgap__row">
            <span class="app-dotgap__label">{row.label}</span>
            <span class="app-dotgap__plot">
              <Marks row={row} />
            </span>
          </div>
        ))}
        <div class="app-dotgap__row app-dotgap__row--axis">
          <span class="app-dotgap__label" />
          <svg class="app-dotgap__axis" width="100%" aria-hidden="true" focusable="false">
            {TICKS.map((tick) => (
              <text class="app-axis" x={place(tick)} y="1em" text-anchor="middle">
                {tick * 100}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </ChartFigure>
  )
}

const Marks: FC<{ row: DotGapRow }> = ({ row: { provider, person } }) => (
  <svg class="app-dotgap__marks" width="100%" aria-hidden="true" focusable="false">
    {TICKS.map((tick) => (
      <line class="app-grid" x1={place(tick)} x2={place(tick)} y1="0" y2="100%" />
    ))}
    {provider !== null && person !== null && (
      <line class="app-dotgap__gap" x1={place(provider)} x2={place(person)} y1="50%" y2="50%" />
    )}
    {provider !== null && <circle class="app-dotgap__provider" cx={place(provider)} cy="50%" r="9" />}
    {person !== null && <circle class="app-dotgap__person" cx={place(person)} cy="50%" r="6" />}
  </svg>
)
