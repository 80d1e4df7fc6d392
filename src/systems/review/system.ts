/** What the review brings to the whole: reviews of commissioning against a framework, with evidence, signature and actions. */
import type { SystemModule } from '../../system.ts'
import { answerApi } from './answer/answer.api.ts'
import { domainPages } from './answer/domain.pages.tsx'
import { attachmentApi } from './attachment/attachment.api.ts'
import { attachmentPages } from './attachment/attachment.pages.tsx'
import { followUpApi } from './follow-up/follow-up.api.ts'
import { followUpPages } from './follow-up/follow-up.pages.tsx'
import { reviewStop } from './line-of-sight/review.stop.ts'
import { reviewPaths } from './paths.ts'
import { reportApi } from './report/report.api.ts'
import { reportPages } from './report/report.pages.tsx'
import { reviewCommands } from './review-commands/review.cli.ts'
import { reviewFrameworks } from './review-framework/review-framework.ts'
import { reviewPages } from './review-life/review.pages.tsx'
import { reviewLifeApi } from './review-life/review-life.api.ts'
import { reviewListPages } from './review-list/review-list.pages.tsx'
import { checkPages } from './signature/check.pages.tsx'
import { signPages } from './signature/sign.pages.tsx'
import { startReviewPages } from './start-review/start-review.pages.tsx'
import { reviewToday } from './today.ts'

export const reviewSystem = {
  name: 'review',
  navigation: [
    { label: { en: 'Reviews', cy: 'Adolygiadau' }, href: reviewPaths.reviews(), access: 'reviews:read', order: 40 },
  ],
  pages(doors) {
    reviewListPages(doors)
    // The fixed paths stand before those with an id in them.
    startReviewPages(doors)
    followUpPages(doors)
    reviewPages(doors)
    domainPages(doors)
    attachmentPages(doors)
    checkPages(doors)
    signPages(doors)
    reportPages(doors)
  },
  api(doors) {
    reportApi(doors)
    reviewLifeApi(doors)
    answerApi(doors)
    followUpApi(doors)
    attachmentApi(doors)
  },
  commands: reviewCommands,
  stops: [reviewStop],
  today: reviewToday,
  frameworks: [reviewFrameworks],
  records: [
    {
      recordType: 'review.review',
      title: { en: 'Review', cy: 'Adolygiad' },
      permission: 'reviews:read',
      path: (recordId) => reviewPaths.review(recordId),
    },
  ],
} satisfies SystemModule
