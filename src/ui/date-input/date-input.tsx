/** A date in three fields: day, month, year. Read it back with `readTypedDate`. */
import type { FC } from 'hono/jsx'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Legend } from '../field/field.tsx'
import { useText } from '../surroundings/surroundings.tsx'
import { DATE_PARTS, type DatePart, type TypedDate } from './typed-date.ts'

export type DateInputProps = FieldProps & {
  /** A date, or what was typed when it was no date. */
  readonly value?: Temporal.PlainDate | TypedDate | undefined
  /** The parts at fault; all of them where there is an error and nothing is given. */
  readonly wrong?: readonly DatePart[] | undefined
  readonly autocomplete?: 'bday' | undefined
}

export const DateInput: FC<DateInputProps> = (props) => (
  <FieldGroup field={props}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
      <Legend field={props} />
      <HintAndError field={props} />
      <div class="govuk-date-input">
        {DATE_PARTS.map((part) => (
          <Part part={part} props={props} />
        ))}
      </div>
    </fieldset>
  </FieldGroup>
)

/** The day's id is the field's name, so that the error summary can lead to it without script. */
const Part: FC<{ part: DatePart; props: DateInputProps }> = ({ part, props }) => {
  const text = useText()
  const id = part === 'day' ? props.name : `${props.name}-${part}`
  const wrong = props.error && (props.wrong?.includes(part) ?? true)
  const width = part === 'year' ? 4 : 2
  const typed = props.value?.[part]
  return (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <label class="govuk-label govuk-date-input__label" for={id}>
          {text[part]}
        </label>
        <input
          class={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? ' govuk-input--error' : ''}`}
          id={id}
          name={`${props.name}-${part}`}
          type="text"
          inputmode="numeric"
          value={typed === undefined ? undefined : String(typed)}
          autocomplete={props.autocomplete ? `${props.autocomplete}-${part}` : undefined}
        />
      </div>
    </div>
  )
}
