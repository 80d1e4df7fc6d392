/** Examples of components: data that the design page shows and that the browser tests look at. */
import type { Child } from 'hono/jsx'
import type { Bilingual, Language } from '../kernel/language.ts'

export type Example = {
  /** Kebab-case, one of its kind within the component. */
  readonly name: string
  readonly title: Bilingual
  readonly render: (language: Language) => Child
}

export type ComponentExamples = {
  /** The component's folder: `stacked-bar`. */
  readonly component: string
  readonly title: Bilingual
  /** When to use it, in a sentence or two. */
  readonly use: Bilingual
  readonly examples: readonly Example[]
}
