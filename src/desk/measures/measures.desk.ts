/** The corner of the desk where measures are looked at. */
import { measurePaths } from '../../measures/paths.ts'
import type { DeskCorner } from '../corner.ts'
import { explanationPages } from './explanation.pages.tsx'
import { measurePages } from './measure.pages.tsx'
import { measuresApi } from './measures.api.ts'

export const measuresDesk: DeskCorner = {
  navigation: [
    { label: { en: 'Measures', cy: 'Mesurau' }, href: measurePaths.measures(), access: 'measures:read', order: 60 },
  ],
  pages(doors) {
    measurePages(doors)
    explanationPages(doors)
  },
  api: measuresApi,
}
