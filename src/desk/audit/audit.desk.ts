/** What the corner of the audit log brings to the desk. */
import { auditApi } from '../../platform/audit/audit.api.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { auditPages } from './audit.pages.tsx'
import { text } from './audit.text.ts'
import { historyPages } from './history.pages.tsx'

export const auditDesk: DeskCorner = {
  pages(doors) {
    auditPages(doors)
    historyPages(doors)
  },
  api: auditApi,
  tools: [
    {
      label: { en: text.en.title, cy: text.cy.title },
      hint: {
        en: 'Who did what to which record, and proof that the log is whole.',
        cy: 'Pwy wnaeth beth i ba gofnod, a phrawf bod y log yn gyflawn.',
      },
      href: deskPaths.audit(),
      access: 'audit:read',
    },
  ],
}
