/** What happened to a record: when, who, what; newest first. */
import type { Child, FC } from 'hono/jsx'
import { useHref } from '../surroundings/surroundings.tsx'

export type HistoryEntry = {
  /** In words: "3 March 2026, 14:05". */
  readonly when: string
  /** For machines: ISO 8601. */
  readonly datetime?: string | undefined
  readonly who: string
  readonly what: Child
  readonly href?: string | undefined
}

export const HistoryList: FC<{ entries: readonly HistoryEntry[]; empty: string }> = ({ entries, empty }) => {
  const local = useHref()
  if (entries.length === 0) return <p class="app-empty">{empty}</p>
  return (
    <ol class="app-history">
      {entries.map((entry) => (
        <li class="app-history__entry">
          <p class="app-history__what">
            {entry.href ? (
              <a class="govuk-link" href={local(entry.href)}>
                {entry.what}
              </a>
            ) : (
              entry.what
            )}
          </p>
          <p class="app-history__when">
            {entry.who} · <time datetime={entry.datetime}>{entry.when}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}
