/** Says what went wrong and what can be done now; never blames, never shows our insides. */
import type { Child, FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { Page } from '../page/page.tsx'
import { Link, useText } from '../surroundings/surroundings.tsx'

export type ProblemPageProps = {
  readonly frame: Frame
  /** "Page not found" */
  readonly title: string
  /** What happened, in a sentence. */
  readonly message: string
  /** What can be done now. */
  readonly next?: readonly { readonly label: string; readonly href: string }[] | undefined
  /** For asking about it: the request's id. */
  readonly reference?: string | undefined
  readonly children?: Child
}

export const ProblemPage: FC<ProblemPageProps> = ({ frame, title, message, next = [], reference, children }) => (
  <Page frame={frame} title={title} lead={message}>
    {children}
    {next.length > 0 && (
      <ul class="govuk-list app-problem__next">
        {next.map((step) => (
          <li>
            <Link href={step.href}>{step.label}</Link>
          </li>
        ))}
      </ul>
    )}
    {reference && <Reference reference={reference} />}
  </Page>
)

const Reference: FC<{ reference: string }> = ({ reference }) => {
  const text = useText()
  return (
    <p class="app-problem__reference">
      {text.reference}: <code>{reference}</code>
    </p>
  )
}
