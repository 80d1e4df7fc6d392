/** The pages of a team's work: one's own, everyone's, who carries how much, and who is nobody's. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { showCounted } from '../../../kernel/quantity.ts'
import { SubNavigation } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { text } from './worklist.text.ts'

export type WorkView = 'mine' | 'everyone' | 'caseload' | 'unallocated'

export type WorkViewsProps = {
  readonly language: Language
  readonly current: WorkView | undefined
  /** How many people with care are nobody's. */
  readonly unallocated: number
  /** False where the reader is not recorded as a worker with a caseload. */
  readonly worker?: boolean | undefined
}

export const WorkViews: FC<WorkViewsProps> = (props) => {
  const t = text[props.language]
  const views: readonly (readonly [WorkView, string, string])[] = [
    ['mine', t.title, `${carePlanningPaths.worklist()}?whose=mine`],
    ['everyone', t.everyone, `${carePlanningPaths.worklist()}?whose=everyone`],
    ['caseload', t.caseload, carePlanningPaths.caseload()],
    [
      'unallocated',
      t.unallocated(showCounted(props.language, props.unallocated)),
      `${carePlanningPaths.caseload()}?unallocated=yes`,
    ],
  ]
  const shown = views.filter(([view]) =>
    view === 'mine' ? props.worker !== false : view !== 'unallocated' || props.unallocated > 0,
  )
  return (
    <SubNavigation
      label={t.views}
      items={shown.map(([view, label, href]) => ({ label, href, current: view === props.current }))}
    />
  )
}
