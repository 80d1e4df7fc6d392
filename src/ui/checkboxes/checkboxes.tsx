/** Any of several. */
import type { FC } from 'hono/jsx'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Legend } from '../field/field.tsx'
import { type Choice, choiceId } from '../radios/radios.tsx'

export type CheckboxesProps = FieldProps & {
  readonly options: readonly Choice[]
  readonly value?: readonly string[] | undefined
  readonly small?: boolean | undefined
}

export const Checkboxes: FC<CheckboxesProps> = (props) => (
  <FieldGroup field={props}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
      <Legend field={props} />
      <HintAndError field={props} />
      <div class={`govuk-checkboxes${props.small ? ' govuk-checkboxes--small' : ''}`} data-module="govuk-checkboxes">
        {props.options.map((option, index) => (
          <Checkbox
            option={option}
            id={choiceId(props.name, index)}
            name={props.name}
            checked={props.value?.includes(option.value) ?? false}
          />
        ))}
      </div>
    </fieldset>
  </FieldGroup>
)

const Checkbox: FC<{ option: Choice; id: string; name: string; checked: boolean }> = ({
  option,
  id,
  name,
  checked,
}) => (
  <>
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={option.value}
        checked={checked}
        data-aria-controls={option.conditional ? `conditional-${id}` : undefined}
        aria-describedby={option.hint ? `${id}-item-hint` : undefined}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <div id={`${id}-item-hint`} class="govuk-hint govuk-checkboxes__hint">
          {option.hint}
        </div>
      )}
    </div>
    {option.conditional && (
      <div
        class={`govuk-checkboxes__conditional${checked ? '' : ' govuk-checkboxes__conditional--hidden'}`}
        id={`conditional-${id}`}
      >
        {option.conditional}
      </div>
    )}
  </>
)
