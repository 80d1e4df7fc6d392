/** An outcome as a Goal, written and read: whose words, the scale and its levels, the target, who contributes. */
import { day } from '../../../kernel/period.ts'
import { faultsOf } from '../personal-outcome/outcome-terms.ts'
import { ExchangedOutcome } from './exchanged-plan.ts'
import { EXTENSIONS, FIELDS, GOAL_ATTAINMENT, GOAL_MEASURE, LEVEL_CODES, SYSTEMS } from './fhir-codes.ts'
import {
  at,
  codeIn,
  codeOf,
  compact,
  dayIn,
  extensionOf,
  fieldsIn,
  type Json,
  listAt,
  numberAt,
  type Resource,
  referenceIn,
  textAt,
} from './fhir-json.ts'
import { find, keep, keepApart, languageOf, ofType, type Reading, type ReadRules } from './fhir-reading.ts'
import { carerOf } from './fhir-related-person.ts'
import { isWish, wishesThatBecame } from './fhir-wish.ts'
import { identifier, inLanguage, pointer, type Writing } from './fhir-writing.ts'

export function goalOf(writing: Writing, outcome: ExchangedOutcome): Resource {
  const isGoalAttainment = outcome.scale === GOAL_ATTAINMENT
  const latest = outcome.reviews.at(-1)
  return {
    resourceType: 'Goal',
    extension: [
      ...outcome.levels.map(({ level, words, language }) => ({
        url: EXTENSIONS.goalLevel,
        extension: [
          { url: 'level', valueCoding: levelCoding(level) },
          { url: 'progressText', valueString: words, _valueString: inLanguage(language) },
        ],
      })),
      ...extensionOf(EXTENSIONS.outcome, FIELDS.outcome, outcome),
      ...wishesThatBecame(writing, outcome.ref),
      ...outcome.contributions.flatMap((one) => extensionOf(EXTENSIONS.contribution, FIELDS.contribution, one)),
    ],
    identifier: identifier('outcome', outcome.ref),
    lifecycleStatus: lifecycleOf(outcome),
    achievementStatus: latest && codeOf(SYSTEMS.achievement, ACHIEVEMENT_CODES[latest.achievement]),
    category: outcome.outcomeRef ? [codeOf(SYSTEMS.catalogue, outcome.outcomeRef)] : undefined,
    description: { text: outcome.ownWords, _text: inLanguage(outcome.ownWordsLanguage) },
    subject: pointer(writing, 'person'),
    startDate: outcome.agreedOn,
    target: [
      compact({
        measure: {
          coding: [
            { system: SYSTEMS.scale, code: outcome.scale },
            ...(isGoalAttainment ? [{ system: SYSTEMS.loinc, ...GOAL_MEASURE }] : []),
          ],
        },
        detailQuantity: outcome.targetScore === null ? undefined : { value: outcome.targetScore },
        dueDate: outcome.reviewDueOn,
      }),
    ],
    statusDate: outcome.endedOn,
    statusReason: outcome.endedOn ? outcome.endedReason : undefined,
    expressedBy:
      outcome.setBy === 'carer'
        ? carerOf(writing)
        : outcome.setBy === 'worker'
          ? undefined
          : pointer(writing, 'person'),
  }
}

export const levelCoding = (level: number) => {
  const { code, display } = LEVEL_CODES.find((one) => one.level === level)!
  return { system: SYSTEMS.loinc, code, display }
}

const ACHIEVEMENT_CODES = {
  achieved: 'achieved',
  partly: 'improving',
  not: 'not-achieved',
  changed: 'in-progress',
  'no-longer-wanted': 'not-attainable',
} as const

/** FHIR has no word of its own for an outcome that was put in other words: it is cancelled, and the reason says so. */
function lifecycleOf({ endedOn, endedReason, planRef }: ExchangedOutcome): string {
  if (endedOn !== null) return endedReason === 'achieved' || endedReason === 'partly' ? 'completed' : 'cancelled'
  return planRef === null ? 'accepted' : 'active'
}

/** Every Goal that can be an outcome here, by the resource that it came as. */
export function goalsIn(reading: Reading, language: string): Map<Resource, ExchangedOutcome> {
  const goals = new Map<Resource, ExchangedOutcome>()
  for (const goal of ofType(reading.entries, 'Goal').filter((one) => !isWish(one))) {
    const outcome = keep(reading, goal, ExchangedOutcome, goalIn(reading, goal, language))
    const faults = outcome ? faultsIn(reading, outcome) : []
    if (faults.length > 0) keepApart(reading, goal, 'cannot-be', faults)
    else if (outcome) goals.set(goal, outcome)
  }
  return goals
}

/** What outcomes agreed here must fulfil, those from elsewhere must too. */
function faultsIn({ scales, today }: ReadRules, outcome: ExchangedOutcome): readonly string[] {
  const { baselineScore, targetScore, scale } = outcome
  const days = { agreedOn: day(outcome.agreedOn), reviewDueOn: day(outcome.reviewDueOn) }
  const terms = { ...days, baselineScore, targetScore, hangsOn: null, range: scales.get(scale) }
  return faultsOf(terms, today).map(({ field = '' }) => field)
}

function goalIn(reading: Reading, goal: Resource, language: string) {
  const [own = {}] = fieldsIn(goal, EXTENSIONS.outcome, FIELDS.outcome)
  const target = listAt(goal, 'target')[0]
  const levels = levelsIn(goal, language)
  const endedOn = isOver(goal) ? (dayIn(textAt(goal, 'statusDate')) ?? null) : null
  const expressedBy = find(reading, textAt(goal, 'expressedBy', 'reference'))
  return {
    ref: referenceIn(goal, SYSTEMS.reference('outcome')) ?? textAt(goal, 'id'),
    ownWords: textAt(goal, 'description', 'text'),
    ownWordsLanguage: languageOf(at(goal, 'description', '_text')) ?? language,
    whyItMatters: own.whyItMatters ?? '',
    canDoNow: own.canDoNow ?? '',
    setBy: own.setBy ?? setByOf(reading, expressedBy),
    outcomeRef:
      listAt(goal, 'category')
        .map((one) => codeIn(one, SYSTEMS.catalogue))
        .find((code) => code) ?? null,
    providerRef: own.providerRef ?? null,
    planRef: own.planRef ?? null,
    hangsOn: own.hangsOn ?? null,
    reformulatedFrom: own.reformulatedFrom ?? null,
    scale: codeIn(at(target, 'measure'), SYSTEMS.scale) ?? (isGoalAttainment(goal) ? GOAL_ATTAINMENT : undefined),
    baselineScore: null,
    targetScore: numberAt(target, 'detailQuantity', 'value') ?? null,
    weight: own.weight ?? 1,
    agreedOn: dayIn(textAt(goal, 'startDate')),
    reviewDueOn: dayIn(textAt(target, 'dueDate')),
    endedOn,
    endedReason: endedOn === null ? null : (own.endedReason ?? textAt(goal, 'statusReason') ?? reasonOf(goal)),
    endedNote: own.endedNote ?? '',
    levels,
    contributions: contributionsIn(goal),
    reviews: [],
    scores: [],
  }
}

/** The contributions that stand in the extensions of a Goal, or of an activity of an earlier plan. */
export function contributionsIn(of: Json) {
  return fieldsIn(of, EXTENSIONS.contribution, FIELDS.contribution).map((one) => ({
    party: one.party,
    providerRef: one.providerRef ?? null,
    extent: one.extent,
    what: one.what ?? '',
    startsOn: one.startsOn ?? null,
    weeklyMinutes: one.weeklyMinutes ?? null,
    worksWhen: one.worksWhen ?? '',
  }))
}

function setByOf(reading: Reading, expressedBy: Resource | undefined): string {
  if (expressedBy === reading.patient) return 'person'
  return expressedBy?.resourceType === 'RelatedPerson' ? 'carer' : 'together'
}

const isOver = (goal: Resource) => goal.lifecycleStatus === 'completed' || goal.lifecycleStatus === 'cancelled'

const reasonOf = (goal: Resource) => (goal.lifecycleStatus === 'completed' ? 'achieved' : 'no-longer-wanted')

function isGoalAttainment(goal: Resource): boolean {
  return (
    codeIn(at(goal, 'target', 0, 'measure'), SYSTEMS.loinc) === GOAL_MEASURE.code ||
    listAt(goal, 'extension').some(({ url }) => url === EXTENSIONS.goalLevel)
  )
}

function levelsIn(goal: Resource, language: string) {
  return listAt(goal, 'extension')
    .filter(({ url }) => url === EXTENSIONS.goalLevel)
    .map((extension) => {
      const parts = listAt(extension, 'extension')
      // `text` in the ballot of the guide.
      const text = parts.find(({ url }) => url === 'progressText' || url === 'text')
      return {
        level: levelOf(parts.find(({ url }) => url === 'level')?.valueCoding),
        words: text?.valueString,
        language: languageOf(text?._valueString) ?? language,
      }
    })
    .sort((a, b) => (a.level ?? 0) - (b.level ?? 0))
}

export function levelOf(coding: unknown): number | undefined {
  return LEVEL_CODES.find(({ code }) => code === textAt(coding, 'code'))?.level
}
