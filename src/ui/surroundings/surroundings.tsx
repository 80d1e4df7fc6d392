/** What components know without being told by every caller: the page's language, its form token, and the next free element id. */
import type { Child, FC } from 'hono/jsx'
import { createContext, useContext } from 'hono/jsx'
import { type Bilingual, type Language, localPath } from '../../kernel/language.ts'
import { uiText } from '../ui.text.ts'

export type Surroundings = {
  readonly language: Language
  readonly csrfToken: string
  /** The same page gives the same ids each time it is rendered. */
  readonly nextId: (kind: string) => string
  /** Whether the reader may open this path; a component that would link to it else says the same without a link. */
  readonly opens: (path: string) => boolean
}

/** A phrase already in the page's language, or in both, of which the page's own is shown. */
export type Words = string | Bilingual

const SurroundingsContext = createContext<Surroundings | undefined>(undefined)

/** `Page` puts its content in one; tests and examples use it alone. There is no default language: outside it, components throw. */
export const Surround: FC<{
  language: Language
  csrfToken?: string
  opens?: ((path: string) => boolean) | undefined
  children?: Child
}> = ({ language, csrfToken = '', opens = () => true, children }) => {
  const used = new Map<string, number>()
  const nextId = (kind: string): string => {
    const next = (used.get(kind) ?? 0) + 1
    used.set(kind, next)
    return `${kind}-${next}`
  }
  return (
    <SurroundingsContext.Provider value={{ language, csrfToken, nextId, opens }}>
      {children}
    </SurroundingsContext.Provider>
  )
}

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)
  if (!surroundings) throw new Error('a component was rendered outside Page or Surround, so its language is not known')
  return surroundings
}

export function useLanguage(): Language {
  return useSurroundings().language
}

/** The components' own words in the page's language. */
export function useText(): (typeof uiText)['en'] {
  return uiText[useLanguage()]
}

/** Turns words given in both languages into the page's own. */
export function useSaying(): (words: Words) => string {
  const language = useLanguage()
  return (words) => (typeof words === 'string' ? words : words[language])
}

/**
 * Hrefs are given without language prefix (`/people/3`) and get the page's own here (`/cy/people/3`). Other sites, anchors, queries,
 * the API, assets and paths that already carry a prefix stay as they are.
 */
export function hrefIn(language: Language, href: string): string {
  const ours = href.startsWith('/') && !href.startsWith('//') && !/^\/(cy|api|assets)(\/|$|\?)/.test(href)
  return ours ? localPath(language, href) : href
}

export function useHref(): (href: string) => string {
  const language = useLanguage()
  return (href) => hrefIn(language, href)
}

/**
 * A link within the page's language. `<Link href="/people/3">Mair</Link>` Where the reader may not open the page, only the words stand: a
 * link that leads to a refusal helps nobody.
 */
export const Link: FC<{
  href: string
  children?: Child
  class?: string | undefined
  lang?: Language | undefined
  download?: boolean | undefined
  /** Read out after the visible words, for links that say the same ("Why?"). */
  about?: string | undefined
}> = ({ href, children, class: extra, lang, download, about }) => {
  const { opens } = useSurroundings()
  const local = useHref()(href)
  if (href.startsWith('/') && !opens(href)) return <span lang={lang}>{children}</span>
  return (
    <a class={`govuk-link${extra ? ` ${extra}` : ''}`} href={local} lang={lang} download={download}>
      {children}
      {about && <span class="govuk-visually-hidden"> {about}</span>}
    </a>
  )
}
