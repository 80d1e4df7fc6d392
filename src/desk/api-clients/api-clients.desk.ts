/** What the corner of programs that use the API brings to the desk. */
import { apiClientApi } from '../../platform/api/api-client.api.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { apiClientPages } from './api-client.pages.tsx'
import { apiClientListPages } from './api-client-list.pages.tsx'
import { text } from './api-clients.text.ts'

export const apiClientsDesk: DeskCorner = {
  pages(doors) {
    apiClientListPages(doors)
    apiClientPages(doors)
  },
  api: apiClientApi,
  tools: [
    {
      label: { en: text.en.title, cy: text.cy.title },
      hint: {
        en: 'Let a program in with a token of its own, for no more than it needs.',
        cy: 'Gadael rhaglen i mewn gyda’i thocyn ei hun, am ddim mwy nag sydd ei angen arni.',
      },
      href: deskPaths.apiClients(),
      access: 'tokens:manage',
    },
  ],
  records: [
    {
      recordType: 'platform.api-client',
      title: { en: 'Program', cy: 'Rhaglen' },
      permission: 'tokens:manage',
      path: (clientId) => deskPaths.apiClient(clientId),
      fields: {
        name: { en: text.en.name, cy: text.cy.name },
        purpose: { en: text.en.purpose, cy: text.cy.purpose },
        role: { en: text.en.role, cy: text.cy.role },
        permissions: { en: text.en.permissions, cy: text.cy.permissions },
        ended: { en: text.en.ended, cy: text.cy.ended },
        token: { en: 'Token', cy: 'Tocyn' },
        ending: { en: text.en.ending, cy: text.cy.ending },
        expiresAt: { en: text.en.expires, cy: text.cy.expires },
        revoked: { en: text.en.states.revoked, cy: text.cy.states.revoked },
      },
    },
  ],
}
