/** A part of a page under its own heading. */
import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'

export type SectionProps = {
  readonly title: string
  /** Of the title, where it is somebody's own words and may not be in the page's language. */
  readonly titleLanguage?: Language | undefined
  /** Anchor within the page. */
  readonly id?: string | undefined
  /** 2 (default) under the page's title, 3 within a section. */
  readonly level?: 2 | 3 | undefined
  /** A sentence that says what the section means. */
  readonly lead?: string | undefined
  readonly children?: Child
}

export const Section: FC<SectionProps> = ({ title, titleLanguage, id, level = 2, lead, children }) => (
  <section class={`app-section app-section--${level}`} id={id}>
    {level === 2 ? (
      <h2 class="govuk-heading-m" lang={titleLanguage}>
        {title}
      </h2>
    ) : (
      <h3 class="govuk-heading-s" lang={titleLanguage}>
        {title}
      </h3>
    )}
    {lead && <p class="app-section__lead">{lead}</p>}
    {children}
  </section>
)

/** Two things side by side where there is room: the picture and its neighbour. */
export const Columns: FC<{ children?: Child }> = ({ children }) => <div class="app-columns">{children}</div>
