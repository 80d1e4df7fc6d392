/** The actions of a domain, and the fields that add one. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { day, showDay } from '../../../kernel/period.ts'
import {
  DateInput,
  Details,
  errorAt,
  type FieldError,
  Link,
  Section,
  TextArea,
  TextInput,
  typedDate,
} from '../../../ui/index.ts'
import { reviewPaths } from '../paths.ts'
import type { ReviewDetail } from '../report/report.actions.ts'
import type { DomainContent } from '../report/report.ts'
import { text } from './domain.text.ts'
import { hasNewAction, type TypedFields } from './domain-form.ts'

export type ActionsProps = {
  readonly language: Language
  readonly detail: ReviewDetail
  readonly domain: DomainContent
}

export const ActionFields: FC<
  ActionsProps & { readonly typed: TypedFields | undefined; readonly errors: readonly FieldError[] }
> = ({ typed, errors, ...about }) => {
  const t = text[about.language]
  const begun = typed !== undefined && hasNewAction(typed) && errors.length > 0
  return (
    <Section title={t.actions}>
      <ActionList {...about} />
      <Details summary={t.addAction} open={begun}>
        <TextArea name="what" label={t.what} rows={3} value={begun ? typed.what : ''} error={errorAt(errors, 'what')} />
        <TextInput name="owner" label={t.owner} value={begun ? typed.owner : ''} error={errorAt(errors, 'owner')} />
        <DateInput
          name="dueOn"
          label={t.due}
          hint={t.dueHint}
          value={begun ? typedDate(typed, 'dueOn') : undefined}
          error={errorAt(errors, 'dueOn')}
        />
      </Details>
    </Section>
  )
}

export const ActionList: FC<ActionsProps> = ({ language, detail, domain }) => {
  const t = text[language]
  if (domain.actions.length === 0) return <p class="govuk-body">{t.noActions}</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {domain.actions.map((action) => (
        <li>
          <span lang={action.what.language}>{action.what.text}</span>
          {` – ${action.owner}, ${showDay(language, day(action.dueOn))} `}
          {detail.may.write && (
            <Link href={reviewPaths.removeFollowUp(detail.review.reviewId, action.actionId)} about={action.what.text}>
              {t.removeAction}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
