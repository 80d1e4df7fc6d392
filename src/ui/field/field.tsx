/** What every form field shares: label, hint, error, and the ids that tie them together for assistive technology. */
import type { Child, FC } from 'hono/jsx'
import { useText } from '../surroundings/surroundings.tsx'

export type FieldProps = {
  /** Name sent with the form; also the id that the error summary links to. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** Already in the page's language. */
  readonly error?: string | undefined
  /** `l` where the question is the whole page; `m` for a question among few; `s` (default) in a longer form. */
  readonly labelSize?: 's' | 'm' | 'l' | undefined
  readonly optional?: boolean | undefined
}

/** The ids of hint and error, for aria-describedby; undefined where neither is shown. */
export function describedBy(field: FieldProps, ...further: readonly (string | undefined)[]): string | undefined {
  const ids = [field.hint && `${field.name}-hint`, field.error && `${field.name}-error`, ...further].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}

export const FieldGroup: FC<{ field: FieldProps; class?: string | undefined; children?: Child }> = ({
  field,
  class: extra,
  children,
}) => (
  <div class={['govuk-form-group', field.error && 'govuk-form-group--error', extra].filter(Boolean).join(' ')}>
    {children}
  </div>
)

export const Label: FC<{ field: FieldProps }> = ({ field }) => (
  <label class={`govuk-label govuk-label--${field.labelSize ?? 's'}`} for={field.name}>
    {field.label}
    <Optional field={field} />
  </label>
)

export const Legend: FC<{ field: FieldProps }> = ({ field }) => (
  <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${field.labelSize ?? 's'}`}>
    {field.label}
    <Optional field={field} />
  </legend>
)

const Optional: FC<{ field: FieldProps }> = ({ field }) => {
  const text = useText()
  return field.optional ? <span class="app-optional"> {text.optional}</span> : null
}

/** Hint and error, in that order, between label and field. */
export const HintAndError: FC<{ field: FieldProps }> = ({ field }) => {
  const text = useText()
  return (
    <>
      {field.hint && (
        <div id={`${field.name}-hint`} class="govuk-hint">
          {field.hint}
        </div>
      )}
      {field.error && (
        <p id={`${field.name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{text.error}</span> {field.error}
        </p>
      )}
    </>
  )
}
