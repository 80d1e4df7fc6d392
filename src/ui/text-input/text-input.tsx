/** One line of text. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Label } from '../field/field.tsx'

export type TextInputProps = FieldProps & {
  readonly value?: string | number | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | undefined
  /** WCAG 1.3.5: `name`, `email`, `postal-code`… where the answer is about the person who types. */
  readonly autocomplete?: string | undefined
  /** Characters the field is drawn for; the answer's length, not its limit. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** The language the answer will be in, where it is not the page's. */
  readonly lang?: Language | undefined
}

export const TextInput: FC<TextInputProps> = (props) => (
  <FieldGroup field={props}>
    <Label field={props} />
    <HintAndError field={props} />
    {props.prefix || props.suffix ? (
      <div class="govuk-input__wrapper">
        {props.prefix && (
          <div class="govuk-input__prefix" aria-hidden="true">
            {props.prefix}
          </div>
        )}
        <Input {...props} />
        {props.suffix && (
          <div class="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        )}
      </div>
    ) : (
      <Input {...props} />
    )}
  </FieldGroup>
)

const Input: FC<TextInputProps> = (props) => (
  <input
    class={[
      'govuk-input',
      props.error && 'govuk-input--error',
      props.width && `govuk-input--width-${props.width}`,
      'app-input',
    ]
      .filter(Boolean)
      .join(' ')}
    id={props.name}
    name={props.name}
    type={props.type ?? 'text'}
    value={props.value === undefined ? undefined : String(props.value)}
    inputmode={props.inputmode}
    autocomplete={props.autocomplete}
    spellcheck={props.spellcheck}
    lang={props.lang}
    aria-describedby={describedBy(props)}
  />
)
