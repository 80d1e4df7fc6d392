/** What care planning brings to the whole. */
import type { SystemModule } from '../../system.ts'
import { achievedStop, peopleStop, withoutContribution } from './line-of-sight/line-of-sight.ts'
import { outcomeReviewPages } from './outcome-review/outcome-review.pages.tsx'
import { ownWordPages } from './outcome-review/own-word.pages.tsx'
import { carePlanningPaths } from './paths.ts'
import { peopleListPages } from './person/people-list.pages.tsx'
import { personPages } from './person/person.pages.tsx'
import { carePlanningToday } from './today.ts'

export const carePlanningSystem = {
  name: 'care-planning',
  navigation: [
    { label: { en: 'People', cy: 'Pobl' }, href: carePlanningPaths.people(), access: 'people:read', order: 20 },
  ],
  pages(doors) {
    peopleListPages(doors)
    personPages(doors)
    outcomeReviewPages(doors)
    ownWordPages(doors)
  },
  stops: [peopleStop, achievedStop],
  brokenLinks: [withoutContribution],
  records: [
    {
      recordType: 'care-planning.person',
      title: { en: 'Person', cy: 'Person' },
      path: (recordId) => carePlanningPaths.person(recordId),
    },
  ],
  today: carePlanningToday,
} satisfies SystemModule
