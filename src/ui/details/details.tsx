/** What some readers want and most do not need, folded away. Opens by itself in print. */
import type { Child, FC } from 'hono/jsx'

export const Details: FC<{ summary: string; open?: boolean | undefined; children?: Child }> = ({
  summary,
  open,
  children,
}) => (
  <details class="govuk-details" open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
