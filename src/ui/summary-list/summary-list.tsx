/** Facts about one thing: name and value, and what may be changed. */
import type { Child, FC } from 'hono/jsx'
import { useHref } from '../surroundings/surroundings.tsx'

export type SummaryAction = {
  readonly href: string
  readonly label: string
  /** What the action is about, read out: "Change <name>". Default: the row's key in lower case. */
  readonly about?: string | undefined
}

export type SummaryRow = {
  readonly key: string
  readonly value: Child
  readonly actions?: readonly SummaryAction[] | undefined
}

export const SummaryList: FC<{ rows: readonly SummaryRow[]; noBorder?: boolean | undefined }> = ({
  rows,
  noBorder,
}) => {
  const anyActions = rows.some((row) => row.actions?.length)
  return (
    <dl class={`govuk-summary-list${noBorder ? ' govuk-summary-list--no-border' : ''}`}>
      {rows.map((row) => (
        <Row row={row} anyActions={anyActions} />
      ))}
    </dl>
  )
}

const Row: FC<{ row: SummaryRow; anyActions: boolean }> = ({ row, anyActions }) => {
  const local = useHref()
  const actions = row.actions ?? []
  const bare = anyActions && actions.length === 0
  return (
    <div class={`govuk-summary-list__row${bare ? ' govuk-summary-list__row--no-actions' : ''}`}>
      <dt class="govuk-summary-list__key">{row.key}</dt>
      <dd class="govuk-summary-list__value">{row.value}</dd>
      {actions.length > 0 && (
        <dd class="govuk-summary-list__actions">
          {actions.map((action, index) => (
            <>
              {index > 0 && ' '}
              <a class="govuk-link" href={local(action.href)}>
                {action.label}
                <span class="govuk-visually-hidden"> {action.about ?? row.key.toLowerCase()}</span>
              </a>
            </>
          ))}
        </dd>
      )}
    </div>
  )
}
