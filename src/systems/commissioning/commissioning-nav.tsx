/** The three lists of commissioning, one beside the other: they share one place in the navigation. */
import type { FC } from 'hono/jsx'
import { bilingual, type Language } from '../../kernel/language.ts'
import { ChoiceLine } from '../../ui/index.ts'
import { commissioningPaths } from './paths.ts'

const text = bilingual({
  en: { commissioning: 'Commissioning', outcomes: 'Outcomes', areas: 'Areas and needs', providers: 'Providers' },
  cy: { commissioning: 'Comisiynu', outcomes: 'Canlyniadau', areas: 'Ardaloedd ac anghenion', providers: 'Darparwyr' },
})

export const CommissioningNav: FC<{ language: Language; current: 'outcomes' | 'areas' | 'providers' }> = ({
  language,
  current,
}) => (
  <ChoiceLine
    now={text[language].commissioning}
    choices={(['outcomes', 'areas', 'providers'] as const).map((list) => ({
      label: text[language][list],
      href: commissioningPaths[list](),
      current: list === current,
    }))}
  />
)
