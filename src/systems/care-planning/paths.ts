/** Where care planning's pages are; without language prefix. */

export const carePlanningPaths = {
  people: () => '/people',
  person: (personId: number | string) => `/people/${personId}`,
  outcome: (personId: number | string, personalOutcomeId: number | string) =>
    `/people/${personId}/outcomes/${personalOutcomeId}`,
  recordReview: (personId: number | string, personalOutcomeId: number | string) =>
    `/people/${personId}/outcomes/${personalOutcomeId}/reviews/new`,
  ownWord: (personId: number | string, outcomeReviewId: number | string) =>
    `/people/${personId}/reviews/${outcomeReviewId}/own-word`,
  outcomeReviews: () => '/outcome-reviews',
} as const
