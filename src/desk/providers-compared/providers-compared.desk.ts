/** The corner of the desk where providers are compared. */
import { measurePaths } from '../../measures/paths.ts'
import type { DeskCorner } from '../corner.ts'
import { providersComparedApi } from './providers-compared.api.ts'
import { providersComparedPages } from './providers-compared.pages.tsx'

export const providersComparedDesk: DeskCorner = {
  navigation: [
    {
      label: { en: 'Providers compared', cy: 'Cymharu darparwyr' },
      href: measurePaths.compare(),
      access: 'providers:compare',
      order: 61,
    },
  ],
  pages: providersComparedPages,
  api: providersComparedApi,
}
