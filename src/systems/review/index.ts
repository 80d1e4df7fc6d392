/** Review's front door. No other system asks the review anything; what puts the rooms together, and the demonstration's writer, do. */
export { saveDomain } from './answer/answer.actions.ts'
export { addFollowUp } from './follow-up/follow-up.actions.ts'
export { readReview, readReviews } from './report/report.actions.ts'
export { concludeReview, signReview, startReview, submitReview } from './review-life/review-life.actions.ts'
