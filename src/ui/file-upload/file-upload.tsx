/** One file to send; its form must be made with `upload`. */
import type { FC } from 'hono/jsx'
import { describedBy, FieldGroup, type FieldProps, HintAndError, Label } from '../field/field.tsx'
import { useText } from '../surroundings/surroundings.tsx'

export type FileUploadProps = FieldProps & {
  /** What the chooser offers: `.csv,.xlsx`. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

export const FileUpload: FC<FileUploadProps> = (props) => {
  const text = useText()
  return (
    <FieldGroup field={props}>
      <Label field={props} />
      <HintAndError field={props} />
      <input
        class={`govuk-file-upload${props.error ? ' govuk-file-upload--error' : ''}`}
        id={props.name}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={describedBy(props)}
        data-choose={text.chooseFile}
        data-none={text.noFile}
      />
    </FieldGroup>
  )
}
