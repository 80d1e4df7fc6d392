/** The whole document of every page: head, header, what it means in one sentence, content, footer. */

import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import type { Language } from '../../kernel/language.ts'
import { ErrorSummary, type FieldError } from '../error-summary/error-summary.tsx'
import { Notice } from '../notice/notice.tsx'
import { Surround, useHref, useText } from '../surroundings/surroundings.tsx'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'

export type Crumb = { readonly label: string; readonly href: string }

export type PageProps = {
  readonly frame: Frame
  /** The one h1, and the title of the document. */
  readonly title: string
  /** The language of the title, where it is somebody's own words in another than the page's. */
  readonly titleLanguage?: Language | undefined
  /** The sentence that says what the page means. */
  readonly lead?: string | undefined
  /** A line above the title that places it: "Gofal Dyffryn · Framework lot 3". */
  readonly above?: string | undefined
  /** From the top down to the page above this one; this page itself is left out. */
  readonly breadcrumbs?: readonly Crumb[] | undefined
  /** What is wrong with the form, shown first and in the document's title. */
  readonly errors?: readonly FieldError[] | undefined
  /** The whole width of the screen, for wide tables. */
  readonly wide?: boolean | undefined
  readonly children?: Child
}

export const Page: FC<PageProps> = (props) => {
  const { frame } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.language} class="govuk-template">
        <Surround language={frame.language} csrfToken={frame.csrfToken} opens={frame.opens}>
          <Head {...props} />
          <body class="govuk-template__body">
            <SkipLink />
            <PageHeader frame={frame} />
            <div class={`app-width${props.wide ? ' app-width--wide' : ''}`}>
              {props.breadcrumbs && props.breadcrumbs.length > 0 && <Breadcrumbs crumbs={props.breadcrumbs} />}
              <main class="app-main" id="main-content" tabindex={-1}>
                {frame.flash && (
                  <Notice kind={frame.flash.kind} live>
                    {frame.flash.message[frame.language]}
                  </Notice>
                )}
                {props.errors && <ErrorSummary errors={props.errors} />}
                <Heading {...props} />
                {props.children}
              </main>
            </div>
            <PageFooter />
          </body>
        </Surround>
      </html>
    </>
  )
}

const Head: FC<PageProps> = ({ frame, title, errors }) => {
  const text = useText()
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${errors?.length ? text.errorPrefix : ''}${title} – ${frame.authorityName[frame.language]} – canlyn`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#ffffff" />
      <link rel="icon" href={frame.assets.icon ?? '/assets/canlyn.svg'} type="image/svg+xml" />
      <link rel="stylesheet" href={frame.assets.css} />
      <script type="module" src={frame.assets.js} />
    </head>
  )
}

const SkipLink: FC = () => {
  const text = useText()
  return (
    <a href="#main-content" class="govuk-skip-link">
      {text.skip}
    </a>
  )
}

const Heading: FC<PageProps> = ({ above, title, titleLanguage, lead }) => (
  <header class="app-heading">
    {above && <p class="app-heading__above">{above}</p>}
    <h1 class="app-title" lang={titleLanguage}>
      {title}
    </h1>
    {lead && <p class="app-lead">{lead}</p>}
  </header>
)

const Breadcrumbs: FC<{ crumbs: readonly Crumb[] }> = ({ crumbs }) => {
  const text = useText()
  const local = useHref()
  return (
    <nav class="govuk-breadcrumbs" aria-label={text.youAreHere}>
      <ol class="govuk-breadcrumbs__list">
        {crumbs.map((crumb) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={local(crumb.href)}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
