/** A line of links, one of them where one stands: the period of a page, its files. */
import type { Child, FC } from 'hono/jsx'
import { Link } from '../surroundings/surroundings.tsx'

export type ChoiceLineProps = {
  /** What stands in front, in strong letters: "1 June 2025 to 31 May 2026". */
  readonly now: string
  readonly choices: readonly {
    readonly label: string
    readonly href: string
    readonly current?: boolean | undefined
    readonly download?: boolean | undefined
  }[]
  /** What is folded away beside them: a form for any other choice. */
  readonly children?: Child
}

export const ChoiceLine: FC<ChoiceLineProps> = ({ now, choices, children }) => (
  <div class="app-choices">
    <p class="app-choices__now">{now}</p>
    <ul class="app-choices__list">
      {choices.map(({ label, href, current, download }) => (
        <li>
          {current ? (
            <strong aria-current="true">{label}</strong>
          ) : (
            <Link href={href} download={download}>
              {label}
            </Link>
          )}
        </li>
      ))}
    </ul>
    {children}
  </div>
)
