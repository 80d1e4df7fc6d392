/** All that is wrong with a form, at the head of the page, each linked to its field. `Page` shows it from its `errors`. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { allRefusals, type Refusal } from '../../kernel/result.ts'
import { useText } from '../surroundings/surroundings.tsx'

/** One thing wrong: the sentence in the page's language, and the name of the field it is about. */
export type FieldError = { readonly field?: string | undefined; readonly message: string }

/** A refusal as a page shows it. `const errors = fieldErrors(language, refusal)` */
export function fieldErrors(language: Language, refusal: Refusal): readonly FieldError[] {
  return allRefusals(refusal).map(({ field, message }) => ({ field, message: message[language] }))
}

/** The sentence for one field: `<TextInput error={errorAt(errors, 'name')} …>` */
export function errorAt(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message
}

export const ErrorSummary: FC<{ errors: readonly FieldError[] }> = ({ errors }) => {
  const text = useText()
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{text.problem}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li>{error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
