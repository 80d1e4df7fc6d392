/** The page that says what went wrong and what can be done about it. */
import type { ProblemRenderer } from '../../platform/http/problem.ts'

export const problemPage: ProblemRenderer = (c, problem) => {
  const language = c.get('language')
  return c.html(
    <html lang={language}>
      <head>
        <title>{problem.title[language]}</title>
      </head>
      <body>
        <h1>{problem.title[language]}</h1>
        <p>{problem.detail[language]}</p>
        <p>{c.get('requestId')}</p>
      </body>
    </html>,
    problem.status,
  )
}
