/** Where care planning's pages are; without language prefix. */

/** An id, or the name of a parameter where a door is declared. */
type Id = number | string

export const carePlanningPaths = {
  people: () => '/people',
  newPerson: () => '/people/new',
  person: (personId: Id) => `/people/${personId}`,
  editPerson: (personId: Id) => `/people/${personId}/edit`,
  around: (personId: Id) => `/people/${personId}/around`,
  restriction: (personId: Id) => `/people/${personId}/restriction`,
  openRestricted: (personId: Id) => `/people/${personId}/open`,
  mergePerson: (personId: Id) => `/people/${personId}/merge`,
  personRecord: (personId: Id) => `/people/${personId}/record`,
  personCopy: (personId: Id) => `/people/${personId}/copy`,
  duplicates: () => '/people/duplicates',
  retention: () => '/people/retention',
  assessments: (personId: Id) => `/people/${personId}/assessments`,
  assessment: (personId: Id, assessmentId: Id) => `/people/${personId}/assessments/${assessmentId}`,
  outcomes: (personId: Id) => `/people/${personId}/outcomes`,
  newOutcome: (personId: Id) => `/people/${personId}/outcomes/new`,
  proposals: (personId: Id) => `/people/${personId}/proposals`,
  plan: (personId: Id) => `/people/${personId}/plan`,
  planVersion: (personId: Id, number: Id) => `/people/${personId}/plan/versions/${number}`,
  reviewMeetings: (personId: Id) => `/people/${personId}/reviews`,
  reviewMeeting: (personId: Id, planReviewId: Id) => `/people/${personId}/reviews/${planReviewId}`,
  notes: (personId: Id) => `/people/${personId}/notes`,
  reablement: (personId: Id) => `/people/${personId}/reablement`,
  startReablement: (personId: Id) => `/people/${personId}/reablement/new`,
  reablementEpisode: (personId: Id, reablementEpisodeId: Id) => `/people/${personId}/reablement/${reablementEpisodeId}`,
  endReablement: (personId: Id, reablementEpisodeId: Id) => `/people/${personId}/reablement/${reablementEpisodeId}/end`,
  reablementReport: (personId: Id, reablementEpisodeId: Id) =>
    `/people/${personId}/reablement/${reablementEpisodeId}/report`,
  reablementList: () => '/reablement',
  waiting: () => '/waiting',
  exchange: (personId: Id) => `/people/${personId}/exchange`,
  importExchange: () => '/people/exchange',
  worklist: () => '/worklist',
  caseload: () => '/caseload',
  samples: () => '/verification-samples',
  sample: (sampleId: Id) => `/verification-samples/${sampleId}`,
  letter: () => '/letter',
  outcome: (personId: Id, personalOutcomeId: Id) => `/people/${personId}/outcomes/${personalOutcomeId}`,
  recordReview: (personId: Id, personalOutcomeId: Id) =>
    `/people/${personId}/outcomes/${personalOutcomeId}/reviews/new`,
  ownWord: (personId: Id, outcomeReviewId: Id) => `/people/${personId}/reviews/${outcomeReviewId}/own-word`,
  outcomeReviews: () => '/outcome-reviews',
} as const
