/** A state in a word or two. Colour repeats what the word says and never stands alone. */
import type { Child, FC } from 'hono/jsx'

export const TAG_TONES = ['plain', 'strong', 'done', 'attention', 'wrong'] as const
export type TagTone = (typeof TAG_TONES)[number]

export const Tag: FC<{ tone?: TagTone | undefined; children?: Child }> = ({ tone = 'plain', children }) => (
  <strong class={`govuk-tag app-tag app-tag--${tone}`}>{children}</strong>
)
