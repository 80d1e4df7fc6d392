/** What the corner about imports brings to the desk. */
import type { DeskCorner } from '../corner.ts'
import { importPages } from './import.pages.tsx'
import { importsApi } from './imports.api.ts'
import { importPaths } from './imports.paths.ts'
import { importsText } from './imports.text.ts'
import { importsListPages } from './imports-list.pages.tsx'
import { newImportPages } from './new-import.pages.tsx'
import { rejectedRowsPages } from './rejected-rows.pages.tsx'
import { undoImportPages } from './undo-import.pages.tsx'

const title = { en: importsText.en.title, cy: importsText.cy.title }

export const importsDesk: DeskCorner = {
  navigation: [{ label: title, href: importPaths.imports(), access: 'imports:read', order: 80 }],
  pages(doors) {
    importsListPages(doors)
    newImportPages(doors)
    importPages(doors)
    rejectedRowsPages(doors)
    undoImportPages(doors)
  },
  api: importsApi,
  records: [
    {
      recordType: 'platform.import',
      title: { en: 'Import', cy: 'Mewnforiad' },
      permission: 'imports:read',
      path: (importId) => importPaths.import(importId),
    },
  ],
}
