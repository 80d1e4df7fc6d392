/** What a received plan would change here: what is new, and field by field what differs. What is only here is left as it is. */
import { added, type ExchangeDifference, fieldsThatDiffer, listed } from './difference.ts'
import { aroundDifferences } from './differences-around.ts'
import type {
  ExchangedAssessment,
  ExchangedOutcome,
  ExchangedPlan,
  ExchangedReview,
  ExchangedWord,
} from './exchanged-plan.ts'

const PERSON_FIELDS = [
  'givenName',
  'familyName',
  'knownAs',
  'bornOn',
  'language',
  'areaRef',
  'needGroup',
  'whatMatters',
  'startedOn',
  'endedOn',
  'restricted',
] as const

/** Of the person, what a file may change; where they live and when their care began or ended is settled here. */
const PERSON_TAKEN: readonly string[] = [
  'givenName',
  'familyName',
  'knownAs',
  'bornOn',
  'language',
  'whatMatters',
  'restricted',
]

const OUTCOME_FIELDS = [
  'ownWords',
  'whyItMatters',
  'canDoNow',
  'setBy',
  'outcomeRef',
  'scale',
  'baselineScore',
  'targetScore',
  'weight',
  'agreedOn',
  'reviewDueOn',
  'endedOn',
  'endedReason',
] as const

/** Of an outcome that we have too, what a file may change; its scale and its end are part of its history. */
const OUTCOME_TAKEN: readonly string[] = [
  'ownWords',
  'whyItMatters',
  'canDoNow',
  'outcomeRef',
  'targetScore',
  'weight',
  'reviewDueOn',
]

const REVIEW_FIELDS = ['heldOn', 'score', 'achievement', 'providerSays', 'personSays', 'personWords', 'note'] as const

export function differencesBetween(
  ours: ExchangedPlan | undefined,
  theirs: ExchangedPlan,
): readonly ExchangeDifference[] {
  if (!ours) return newPerson(theirs)
  const known = new Map(ours.outcomes.map((outcome) => [outcome.ref, outcome]))
  return [
    ...fieldsThatDiffer(
      'person',
      theirs.person.ref,
      PERSON_FIELDS,
      [shownPerson(ours), shownPerson(theirs)],
      PERSON_TAKEN,
    ),
    ...aroundDifferences(ours, theirs),
    ...plansThatDiffer(ours, theirs),
    ...theirs.outcomes.flatMap((outcome) => {
      const own = known.get(outcome.ref)
      return own ? outcomeDifferences(own, outcome) : newOutcome(outcome)
    }),
    ...theirs.assessments.flatMap((assessment) => {
      const of = assessmentName(assessment)
      const own = ours.assessments.find((one) => assessmentName(one) === of)
      if (!own) return [newAssessment(assessment)]
      const answers = [own.answers.once, assessment.answers.once] as const
      return fieldsThatDiffer('assessment', of, Object.keys(assessment.answers.once), answers, [])
    }),
  ]
}

/** A record that is restricted where it comes from can be restricted here; one that is not opens none here. */
const shownPerson = ({ person }: ExchangedPlan) => ({ ...person, restricted: person.isRestricted ? 'yes' : null })

function newPerson(theirs: ExchangedPlan): ExchangeDifference[] {
  const { ref, givenName, familyName } = theirs.person
  return [
    added('person', ref, 'name', `${givenName} ${familyName}`),
    ...theirs.plans.map((plan) => added('plan', plan.ref, 'agreedOn', plan.agreedOn)),
    ...theirs.outcomes.flatMap(newOutcome),
    ...theirs.assessments.map(newAssessment),
    ...aroundDifferences(undefined, theirs),
  ]
}

function newOutcome(outcome: ExchangedOutcome): ExchangeDifference[] {
  return [
    { ...added('outcome', outcome.ref, 'ownWords', outcome.ownWords), language: outcome.ownWordsLanguage },
    ...outcome.contributions.map((one) => added('contribution', contributionName(outcome, one), 'what', one.what)),
    ...outcome.reviews.flatMap(newReview),
    ...outcome.scores.map((score) => added('score', scoreName(outcome, score), 'score', String(score.score))),
  ]
}

function newReview(review: ExchangedReview): ExchangeDifference[] {
  return [added('review', review.ref, 'achievement', review.achievement), ...wordsThatDiffer(review, [])]
}

/** Words are only ever added: one that was said stays as it was said. */
function wordsThatDiffer(review: ExchangedReview, ours: readonly ExchangedWord[]): ExchangeDifference[] {
  return listed('word', review.words, ours, {
    name: (word) => wordName(review, word),
    field: 'personSays',
    shown: ({ says }) => says,
    isAdded: true,
  })
}

export const wordName = (review: { ref: string }, { saidBy, saidOn, recordedAt }: ExchangedWord) =>
  `${review.ref} ${saidBy} ${saidOn} ${recordedAt}`

export const assessmentName = ({ form, completedOn }: Pick<ExchangedAssessment, 'form' | 'completedOn'>) =>
  `${form} ${completedOn}`

function newAssessment(assessment: ExchangedAssessment): ExchangeDifference {
  return added('assessment', assessmentName(assessment), 'completedOn', assessment.completedOn)
}

function plansThatDiffer(ours: ExchangedPlan, theirs: ExchangedPlan): ExchangeDifference[] {
  return theirs.plans.flatMap((plan) => {
    const own = ours.plans.find(({ ref }) => ref === plan.ref)
    if (!own && ours.plans.length === 0) return [added('plan', plan.ref, 'agreedOn', plan.agreedOn)]
    const shown = (one: typeof plan | undefined) => ({
      agreedOn: one?.agreedOn ?? null,
      endsOn: one?.endsOn ?? null,
      ...one?.version,
      risks: one?.version?.risks.map(({ what }) => what).join('; '),
      earlier: one?.earlier.length || null,
      agreement: one?.version && `${one.version.agreement.name}, ${one.version.agreement.agreedOn}`,
    })
    const fields = [
      'agreedOn',
      'endsOn',
      'reviewDueOn',
      'indicativeWeeklyPence',
      'finalWeeklyPence',
      'budgetBasis',
      'risks',
      'contingency',
      'preferences',
      'agreement',
      'earlier',
    ] as const
    return fieldsThatDiffer('plan', plan.ref, fields, [shown(own), shown(plan)], [])
  })
}

function outcomeDifferences(ours: ExchangedOutcome, theirs: ExchangedOutcome): ExchangeDifference[] {
  const { ref } = theirs
  return [
    ...fieldsThatDiffer('outcome', ref, OUTCOME_FIELDS, [ours, theirs], ours.endedOn === null ? OUTCOME_TAKEN : []).map(
      (one) => ({ ...one, language: theirs.ownWordsLanguage }),
    ),
    ...listed('level', theirs.levels, ours.levels, {
      name: (level) => `${ref} ${level.level}`,
      field: 'ownWords',
      shown: ({ words }) => words,
      isAdded: ours.levels.length === 0,
    }),
    ...listed('contribution', theirs.contributions, ours.contributions, {
      name: (one) => contributionName(theirs, one),
      field: 'what',
      shown: ({ what }) => what,
      isAdded: false,
    }),
    ...theirs.reviews.flatMap((review) => {
      const own = ours.reviews.find((one) => one.ref === review.ref)
      if (!own) return newReview(review)
      return [
        ...fieldsThatDiffer('review', review.ref, REVIEW_FIELDS, [own, review], []),
        ...wordsThatDiffer(review, own.words),
      ]
    }),
    ...listed('score', theirs.scores, ours.scores, {
      name: (score) => scoreName(theirs, score),
      field: 'score',
      shown: ({ score }) => String(score),
      isAdded: true,
    }),
  ]
}

const contributionName = (outcome: { ref: string }, one: { party: string; providerRef: string | null }) =>
  [outcome.ref, one.party, one.providerRef].filter(Boolean).join(' ')
const scoreName = (outcome: { ref: string }, score: { voice: string; scoredOn: string }) =>
  `${outcome.ref} ${score.voice} ${score.scoredOn}`
