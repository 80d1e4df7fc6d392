/** A button that sends its form, or, with `href`, a link that looks like one. */
import type { Child, FC } from 'hono/jsx'
import { useHref } from '../surroundings/surroundings.tsx'

export type ButtonProps = {
  readonly children?: Child
  /** One primary button a page; `warning` for what cannot be undone. */
  readonly kind?: 'primary' | 'secondary' | 'warning' | undefined
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Asked before sending, where scripts run. What cannot be undone needs a page of its own as well. */
  readonly confirm?: string | undefined
  /** Send the form elsewhere than its action. */
  readonly formaction?: string | undefined
}

export const Button: FC<ButtonProps> = ({ children, kind = 'primary', href, name, value, confirm, formaction }) => {
  const local = useHref()
  const classes = `govuk-button${kind === 'primary' ? '' : ` govuk-button--${kind}`}`
  if (href !== undefined) {
    return (
      <a href={local(href)} draggable={false} class={classes} data-module="govuk-button">
        {children}
      </a>
    )
  }
  return (
    <button
      type="submit"
      class={classes}
      name={name}
      value={value}
      formaction={formaction === undefined ? undefined : local(formaction)}
      data-module="govuk-button"
      data-prevent-double-click="true"
      data-confirm={confirm}
    >
      {children}
    </button>
  )
}

/** Buttons side by side. */
export const ButtonGroup: FC<{ children?: Child }> = ({ children }) => <div class="govuk-button-group">{children}</div>
