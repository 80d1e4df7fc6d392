/** What the review brings to the whole. */
import type { SystemModule } from '../../system.ts'
import { reviewFrameworks } from './review-framework/review-framework.ts'

export const reviewSystem = {
  name: 'review',
  frameworks: [reviewFrameworks],
} satisfies SystemModule
