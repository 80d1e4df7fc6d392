/** Several lines of text; with `maxLength`, the script counts the characters left. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Label } from '../field/field.tsx'
import { useText } from '../surroundings/surroundings.tsx'

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  /** Characters; said under the field and counted while typing. The server checks it again. */
  readonly maxLength?: number | undefined
  readonly lang?: Language | undefined
}

export const TextArea: FC<TextAreaProps> = (props) => {
  const text = useText()
  const limitId = props.maxLength ? `${props.name}-limit` : undefined
  return (
    <FieldGroup field={props}>
      <Label field={props} />
      <HintAndError field={props} />
      <textarea
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        id={props.name}
        name={props.name}
        rows={props.rows ?? 5}
        lang={props.lang}
        aria-describedby={describedBy(props, limitId)}
        data-max-length={props.maxLength}
      >
        {props.value}
      </textarea>
      {props.maxLength && (
        <div id={limitId} class="govuk-hint app-limit">
          {text.charactersLeft(props.maxLength)}
        </div>
      )}
    </FieldGroup>
  )
}
