/** What waits for somebody: a sentence each, in the order given; a gorse mark where they have to act, an open one where something is new. */
import type { FC } from 'hono/jsx'
import { useHref } from '../surroundings/surroundings.tsx'

export type TodayEntry = {
  readonly kind: 'attention' | 'news'
  /** A whole sentence with its count; the whole of it is the link. */
  readonly sentence: string
  readonly href: string
}

export const TodayList: FC<{ entries: readonly TodayEntry[]; empty: string }> = ({ entries, empty }) => {
  const local = useHref()
  if (entries.length === 0) return <p class="app-empty">{empty}</p>
  return (
    <ul class="app-today">
      {entries.map((entry) => (
        <li class={`app-today__entry app-today__entry--${entry.kind}`}>
          <a class="app-today__link" href={local(entry.href)}>
            {entry.sentence}
          </a>
        </li>
      ))}
    </ul>
  )
}
