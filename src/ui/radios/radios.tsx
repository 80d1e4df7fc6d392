/** One of few, all in sight. A choice may open further questions, which stand open when scripts are off. */
import type { Child, FC } from 'hono/jsx'
import { AnswerPicture, type AnswerPictureName } from '../answer-picture/answer-picture.tsx'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Legend } from '../field/field.tsx'

export type Choice = {
  readonly value: string
  readonly label: string
  /** Where the label is somebody's own words. */
  readonly labelLanguage?: 'en' | 'cy' | undefined
  readonly hint?: string | undefined
  /** Beside the label, for those who answer for themselves. */
  readonly picture?: AnswerPictureName | undefined
  /** Shown under the choice; where scripts run, only while it is chosen. */
  readonly conditional?: Child
}

export type RadiosProps = FieldProps & {
  readonly options: readonly Choice[]
  readonly value?: string | undefined
  readonly inline?: boolean | undefined
  readonly small?: boolean | undefined
}

/** The first choice's id is the field's name, so that the error summary can lead to it. */
export function choiceId(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`
}

export const Radios: FC<RadiosProps> = (props) => (
  <FieldGroup field={props}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
      <Legend field={props} />
      <HintAndError field={props} />
      <div
        class={['govuk-radios', props.inline && 'govuk-radios--inline', props.small && 'govuk-radios--small']
          .filter(Boolean)
          .join(' ')}
        data-module="govuk-radios"
      >
        {props.options.map((option, index) => (
          <Radio
            option={option}
            id={choiceId(props.name, index)}
            name={props.name}
            checked={option.value === props.value}
          />
        ))}
      </div>
    </fieldset>
  </FieldGroup>
)

const Radio: FC<{ option: Choice; id: string; name: string; checked: boolean }> = ({ option, id, name, checked }) => (
  <>
    <div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        id={id}
        name={name}
        type="radio"
        value={option.value}
        checked={checked}
        data-aria-controls={option.conditional ? `conditional-${id}` : undefined}
        aria-describedby={option.hint ? `${id}-item-hint` : undefined}
      />
      <label class="govuk-label govuk-radios__label" for={id} lang={option.labelLanguage}>
        {option.picture ? (
          <span class="app-pictured">
            <AnswerPicture name={option.picture} />
            <span>{option.label}</span>
          </span>
        ) : (
          option.label
        )}
      </label>
      {option.hint && (
        <div id={`${id}-item-hint`} class="govuk-hint govuk-radios__hint">
          {option.hint}
        </div>
      )}
    </div>
    {option.conditional && (
      <div
        class={`govuk-radios__conditional${checked ? '' : ' govuk-radios__conditional--hidden'}`}
        id={`conditional-${id}`}
      >
        {option.conditional}
      </div>
    )}
  </>
)
