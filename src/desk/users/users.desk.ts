/** What the corner about users brings to the desk. */
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { userPages } from './user.pages.tsx'
import { usersApi } from './users.api.ts'
import { usersText } from './users.text.ts'
import { usersListPages } from './users-list.pages.tsx'

export const usersDesk: DeskCorner = {
  pages(doors) {
    usersListPages(doors)
    userPages(doors)
  },
  api: usersApi,
  tools: [
    {
      label: { en: usersText.en.title, cy: usersText.cy.title },
      hint: {
        en: 'Who may sign in; end sessions, take access away.',
        cy: 'Pwy sy’n cael mewngofnodi; dod â sesiynau i ben, tynnu mynediad yn ôl.',
      },
      href: deskPaths.users(),
      access: 'users:manage',
    },
  ],
  records: [
    {
      recordType: 'platform.user',
      title: { en: 'User', cy: 'Defnyddiwr' },
      permission: 'users:manage',
      path: (userId) => deskPaths.user(userId),
    },
  ],
}
