/** Where somebody is signed in, as a table: on their own page and on the administrator's. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { showInstant } from '../../kernel/period.ts'
import type { SessionLine } from '../../platform/session/session.store.ts'
import { DataTable } from '../../ui/index.ts'
import { browserName } from './browser-name.ts'
import { usersText } from './users.text.ts'

/** Where somebody is signed in. `current`: the browser that looks at this page, where it is their own. */
export const SessionTable: FC<{
  language: Language
  sessions: readonly SessionLine[]
  current?: { readonly hash: string; readonly label: string } | undefined
}> = ({ language, sessions, current }) => {
  const text = usersText[language]
  const nameOf = (session: SessionLine) => browserName(session.userAgent) ?? text.unknownBrowser
  return (
    <DataTable
      caption={text.sessions}
      captionHidden
      rows={sessions}
      empty={text.sessionsLead(0)}
      columns={[
        {
          key: 'browser',
          header: text.browser,
          rowHeader: true,
          cell: (session) =>
            session.sessionHash === current?.hash ? `${nameOf(session)} (${current.label})` : nameOf(session),
        },
        { key: 'since', header: text.since, cell: (session) => showInstant(language, session.createdAt) },
        { key: 'seen', header: text.lastSeen, cell: (session) => showInstant(language, session.lastSeenAt) },
      ]}
    />
  )
}
