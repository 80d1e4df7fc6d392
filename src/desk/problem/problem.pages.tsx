/** The page that says what went wrong and what can be done about it. */
import { compareNames } from '../../kernel/language.ts'
import type { ProblemRenderer } from '../../platform/http/problem.ts'
import { ROLES } from '../../platform/permissions/role.ts'
import { ProblemPage } from '../../ui/index.ts'
import { problemText } from './problem.text.ts'

export const problemPage: ProblemRenderer = (c, problem) => {
  const language = c.get('language')
  const text = problemText[language]
  const roleNames = (problem.rolesThatMay ?? [])
    .map((role) => ROLES[role].name[language])
    .sort((a, b) => compareNames(language, a, b))
  const next = c.get('session') ? [{ label: text.home, href: '/' }] : [{ label: text.signIn, href: '/sign-in' }]
  // Only our own faults need a reference to ask about; on the others it would distract from what can be done.
  const isOurs = problem.status >= 500
  return c.html(
    <ProblemPage
      frame={c.get('frame')}
      title={problem.title[language]}
      message={problem.detail[language]}
      next={next}
      reference={isOurs ? c.get('requestId') : undefined}
    >
      {roleNames.length > 0 && (
        <>
          <p>{text.whoMay}</p>
          <ul class="govuk-list govuk-list--bullet">
            {roleNames.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </>
      )}
    </ProblemPage>,
    problem.status,
  )
}
