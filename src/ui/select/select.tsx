/** One of many, in a drop-down; prefer radios for up to seven choices. */
import type { FC } from 'hono/jsx'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Label } from '../field/field.tsx'
import { useText } from '../surroundings/surroundings.tsx'

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined }

export type SelectProps = FieldProps & {
  readonly options: readonly SelectOption[]
  readonly value?: string | undefined
  /** The first, empty choice. Default: "Choose"; `false` leaves it out. */
  readonly empty?: string | false | undefined
}

export const Select: FC<SelectProps> = (props) => {
  const text = useText()
  return (
    <FieldGroup field={props}>
      <Label field={props} />
      <HintAndError field={props} />
      <select
        class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}
        id={props.name}
        name={props.name}
        aria-describedby={describedBy(props)}
      >
        {props.empty !== false && <option value="">{props.empty ?? text.choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  )
}
