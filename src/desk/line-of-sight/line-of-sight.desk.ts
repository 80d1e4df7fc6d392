/** The corner of the desk where the line of sight is walked. */
import { inBoth } from '../../kernel/language.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { lineOfSightApi } from './line-of-sight.api.ts'
import { lineOfSightPages } from './line-of-sight.pages.tsx'
import { text } from './line-of-sight.text.ts'

export const lineOfSightDesk: DeskCorner = {
  navigation: [
    {
      label: inBoth((language) => text[language].title),
      href: deskPaths.lineOfSight(),
      access: 'measures:read',
      order: 5,
    },
  ],
  pages: lineOfSightPages,
  api: lineOfSightApi,
}
