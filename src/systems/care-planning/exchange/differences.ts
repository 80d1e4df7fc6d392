/** What a received plan would change here: what is new, and field by field what differs. What is only here is left as it is. */
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { ExchangedAssessment, ExchangedOutcome, ExchangedPlan } from './exchanged-plan.ts'

/** `fixed`: differs and is not taken from a file, because how it came about is a record; it is changed where it is kept. */
export type DifferenceKind = 'new' | 'differs' | 'fixed'

export type DifferencePart =
  | 'person'
  | 'plan'
  | 'outcome'
  | 'level'
  | 'contribution'
  | 'review'
  | 'score'
  | 'assessment'

export type ExchangeDifference = {
  /** Names the difference when it is accepted: `outcome O-1 ownWords`. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly part: DifferencePart
  /** Whose or which: a reference, or a name that a person can read. */
  readonly of: string
  readonly field: string
  readonly ours: string | null
  readonly theirs: string | null
  /** Of the words in `theirs`, where they are somebody's own. */
  readonly language?: Language | undefined
}

export const PART_NAMES = {
  person: { en: 'Person', cy: 'Person' },
  plan: { en: 'Plan', cy: 'Cynllun' },
  outcome: { en: 'Outcome', cy: 'Canlyniad' },
  level: { en: 'Level of a goal', cy: 'Lefel nod' },
  contribution: { en: 'Contribution', cy: 'Cyfraniad' },
  review: { en: 'Review', cy: 'Adolygiad' },
  score: { en: 'Score', cy: 'Sgôr' },
  assessment: { en: 'Assessment', cy: 'Asesiad' },
} as const satisfies Record<DifferencePart, Bilingual>

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
] as const

/** Of the person, what a file may change; where they live and when their care began or ended is settled here. */
const PERSON_TAKEN: readonly string[] = ['givenName', 'familyName', 'knownAs', 'bornOn', 'language', 'whatMatters']

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
    ...fieldsThatDiffer('person', theirs.person.ref, PERSON_FIELDS, [ours.person, theirs.person], PERSON_TAKEN),
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

function newPerson(theirs: ExchangedPlan): ExchangeDifference[] {
  const { ref, givenName, familyName } = theirs.person
  return [
    added('person', ref, 'name', `${givenName} ${familyName}`),
    ...theirs.plans.map((plan) => added('plan', plan.ref, 'agreedOn', plan.agreedOn)),
    ...theirs.outcomes.flatMap(newOutcome),
    ...theirs.assessments.map(newAssessment),
  ]
}

function newOutcome(outcome: ExchangedOutcome): ExchangeDifference[] {
  return [
    { ...added('outcome', outcome.ref, 'ownWords', outcome.ownWords), language: outcome.ownWordsLanguage },
    ...outcome.contributions.map((one) => added('contribution', contributionName(outcome, one), 'what', one.what)),
    ...outcome.reviews.map((review) => added('review', review.ref, 'achievement', review.achievement)),
    ...outcome.scores.map((score) => added('score', scoreName(outcome, score), 'score', String(score.score))),
  ]
}

export const assessmentName = ({ form, completedOn }: ExchangedAssessment) => `${form} ${completedOn}`

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
      if (!own) return [added('review', review.ref, 'achievement', review.achievement)]
      return fieldsThatDiffer('review', review.ref, REVIEW_FIELDS, [own, review], [])
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

type Listed<T> = {
  readonly name: (item: T) => string
  readonly field: string
  readonly shown: (item: T) => string
  /** Whether one that we do not have is brought in; else it is only shown. */
  readonly isAdded: boolean
}

function listed<T>(
  part: DifferencePart,
  theirs: readonly T[],
  ours: readonly T[],
  { name, field, shown, isAdded }: Listed<T>,
): ExchangeDifference[] {
  const own = new Map(ours.map((item) => [name(item), shown(item)]))
  return theirs.flatMap((item) => {
    const of = name(item)
    const before = own.get(of)
    if (before === undefined && isAdded) return [added(part, of, field, shown(item))]
    if (before === shown(item)) return []
    return [{ key: `${part} ${of}`, kind: 'fixed', part, of, field, ours: before ?? null, theirs: shown(item) }]
  })
}

function fieldsThatDiffer<F extends string>(
  part: DifferencePart,
  of: string,
  fields: readonly F[],
  [ours, theirs]: readonly [Partial<Record<F, unknown>>, Partial<Record<F, unknown>>],
  taken: readonly string[],
): ExchangeDifference[] {
  return fields.flatMap((field) => {
    const [before, after] = [shownValue(ours[field]), shownValue(theirs[field])]
    // What the other system does not say is no difference: it takes nothing away.
    if (after === null || before === after) return []
    const kind = taken.includes(field) ? 'differs' : 'fixed'
    return [{ key: `${part} ${of} ${field}`, kind, part, of, field, ours: before, theirs: after }]
  })
}

function shownValue(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

function added(part: DifferencePart, of: string, field: string, theirs: string): ExchangeDifference {
  return { key: `${part} ${of}`, kind: 'new', part, of, field, ours: null, theirs }
}
