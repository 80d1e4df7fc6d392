/** The list of users: found, filtered, sorted, paged, taken away as a file. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { compareNames, type Language } from '../../kernel/language.ts'
import { showInstant } from '../../kernel/period.ts'
import { perform } from '../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { ROLES, Role } from '../../platform/permissions/role.ts'
import { browseUsers, exportUsers } from '../../platform/session/user.actions.ts'
import { USERS_PER_PAGE, type UserInList, type UsersQuery } from '../../platform/session/user.ts'
import { type Column, DataTable, Link, ListTools, Page, Pagination, Select, Tag, TextInput } from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { usersText } from './users.text.ts'

export function usersListPages(doors: Doors): void {
  doors.get(deskPaths.users(), 'users:manage', async (c) => {
    const format = wantedExport(c)
    const ask = [c.get('runtime'), actorOf(c)] as const
    if (format) {
      const all = await perform(...ask, exportUsers, c.req.query(), originOf(c))
      if (!all.ok) return answerRefusal(c, all.refusal)
      const name = { en: usersText.en.title, cy: usersText.cy.title }
      return listExport(c, format, { name, columns: FILE_COLUMNS, rows: all.value })
    }
    const found = await perform(...ask, browseUsers, c.req.query(), originOf(c))
    if (!found.ok) return answerRefusal(c, found.refusal)
    return c.html(<UsersPage frame={c.get('frame')} {...found.value} />)
  })
}

export function roleNames(language: Language, roles: readonly Role[]): string {
  const names = roles.map((role) => ROLES[role].name[language]).sort((a, b) => compareNames(language, a, b))
  return names.join(', ') || usersText[language].noRole
}

const FILE_COLUMNS: readonly FileColumn<UserInList>[] = [
  { header: headerOf('name'), value: (user) => user.name },
  { header: headerOf('email'), value: (user) => user.email },
  { header: headerOf('roles'), value: (user, language) => roleNames(language, user.roles) },
  { header: headerOf('last'), value: (user) => user.lastSignedInAt },
  { header: headerOf('sessions'), value: (user) => user.sessions },
  { header: headerOf('state'), value: (user, language) => stateOf(language, user) },
]

function headerOf(column: keyof (typeof usersText)['en']['columns']) {
  return { en: usersText.en.columns[column], cy: usersText.cy.columns[column] }
}

function stateOf(language: Language, user: UserInList): string {
  return usersText[language].states[user.deactivatedAt ? 'deactivated' : 'active']
}

function listHref(query: UsersQuery, changes: Readonly<Record<string, string | number>>): string {
  const asked = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== undefined && value !== '')
  return `${deskPaths.users()}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`
}

type UsersPageProps = { frame: Frame; query: UsersQuery; users: readonly UserInList[]; total: number }

const UsersPage: FC<UsersPageProps> = ({ frame, query, users, total }) => {
  const { language } = frame
  const text = usersText[language]
  return (
    <Page frame={frame} title={text.title} lead={text.lead}>
      <ListTools
        action={deskPaths.users()}
        count={text.count(total)}
        filtered={Boolean(query.role || query.state !== 'active')}
        searched={Boolean(query.search)}
        search={<TextInput name="search" label={text.search} value={query.search} type="search" />}
        hidden={{ sort: query.sort, direction: query.direction }}
        exports={[
          { label: text.csv, href: listHref(query, { export: 'csv' }) },
          { label: text.xlsx, href: listHref(query, { export: 'xlsx' }) },
        ]}
      >
        <Select
          name="role"
          label={text.role}
          value={query.role}
          empty={text.anyRole}
          options={Role.options
            .map((role) => ({ value: role, label: ROLES[role].name[language] }))
            .sort((a, b) => compareNames(language, a.label, b.label))}
        />
        <Select
          name="state"
          label={text.state}
          value={query.state}
          empty={false}
          options={Object.entries(text.states).map(([value, label]) => ({ value, label }))}
        />
      </ListTools>
      <DataTable
        caption={text.title}
        captionHidden
        cards
        columns={columnsIn(language)}
        rows={users}
        empty={text.none}
        sort={{
          by: query.sort,
          direction: query.direction,
          href: (sort, direction) => listHref(query, { sort, direction, page: 1 }),
        }}
      />
      <Pagination
        page={query.page}
        pages={Math.ceil(total / USERS_PER_PAGE)}
        href={(page) => listHref(query, { page })}
      />
    </Page>
  )
}

function columnsIn(language: Language): readonly Column<UserInList>[] {
  const text = usersText[language]
  return [
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      sortable: true,
      cell: (user) => <Link href={deskPaths.user(user.userId)}>{user.name}</Link>,
    },
    { key: 'roles', header: text.columns.roles, cell: (user) => roleNames(language, user.roles) },
    {
      key: 'last',
      header: text.columns.last,
      sortable: true,
      cell: (user) => (user.lastSignedInAt ? showInstant(language, user.lastSignedInAt) : text.never),
    },
    { key: 'sessions', header: text.columns.sessions, numeric: true, cell: (user) => user.sessions },
    {
      key: 'state',
      header: text.columns.state,
      cell: (user) =>
        user.deactivatedAt ? <Tag tone="attention">{stateOf(language, user)}</Tag> : stateOf(language, user),
    },
  ]
}
