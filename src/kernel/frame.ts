/** What every page knows about its request: language, place, who is signed in, and what they may open. */
import { z } from 'zod'
import type { Bilingual, Language } from './language.ts'

export type NavigationItem = { readonly label: Bilingual; readonly href: string; readonly current: boolean }

/** A message shown once, after a redirect: what was just done. */
export const Flash = z.object({
  kind: z.enum(['done', 'attention']),
  message: z.object({ en: z.string(), cy: z.string() }),
})
export type Flash = z.infer<typeof Flash>

export type Frame = {
  readonly language: Language
  /** The path and query asked for, without the language prefix; the language switch keeps it. */
  readonly path: string
  readonly authorityName: Bilingual
  readonly navigation: readonly NavigationItem[]
  /** Whether the reader may open this path: what they may not is told without a link. Left out: everything. */
  readonly opens?: (path: string) => boolean
  readonly signedInAs?: { readonly name: string; readonly roleName: Bilingual }
  /** Goes into every form as a hidden field named `_csrf`. */
  readonly csrfToken: string
  readonly flash?: Flash
  /** True where the installation is the demonstration: the page says so. */
  readonly demonstration: boolean
  /** Where the built files are: hashed names under /assets. */
  readonly assets: { readonly css: string; readonly js: string; readonly icon?: string }
}
