/** What each person wants to achieve, who contributes, and what was found each time it was looked at again. */
import type { Person, Window } from './people.ts'
import type { Practice } from './providers.ts'
import type { Chance } from './random.ts'
import { OTHERS_DID, PERSON_SAYS, THEMES, type Theme } from './words.ts'

export type Achievement = 'achieved' | 'partly' | 'not' | 'changed' | 'no-longer-wanted'

export type Outcome = {
  readonly ref: string
  readonly planRef: string
  readonly person: Person
  readonly theme: Theme
  readonly ownWords: string
  readonly scale: 'five-point' | 'gas'
  readonly baselineScore: number
  readonly targetScore: number
  readonly agreedOn: Temporal.PlainDate
  /** When to look again next. */
  readonly reviewDueOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | undefined
  readonly contributions: readonly Contribution[]
  readonly reviews: readonly OutcomeReview[]
}

export type Party = 'provider' | 'person' | 'carer' | 'family' | 'community' | 'health' | 'equipment'

export type Contribution = { readonly party: Party; readonly extent: 'whole' | 'part'; readonly what: string }

export type OutcomeReview = {
  readonly ref: string
  readonly dueOn: Temporal.PlainDate
  readonly heldOn: Temporal.PlainDate
  readonly score: number
  readonly achievement: Achievement
  readonly providerSays: Achievement | ''
  readonly personSays: Achievement | 'not-asked' | 'could-not-ask'
  readonly saidBy: 'person' | 'carer' | ''
  readonly words: string
  readonly attribution: Partial<Record<Party, 'whole' | 'part' | 'none' | 'cannot-say'>>
  readonly namedFirst: Party | ''
  readonly evidence: string
}

/** Between one and four outcomes for each person with care. A few have nobody to contribute: the broken links to find. */
export function drawOutcomes(chance: Chance, people: readonly Person[], window: Window): readonly Outcome[] {
  const outcomes: Outcome[] = []
  for (const person of people) {
    const count = chance.weighted([1, 2, 3, 4], (n) => [0, 18, 42, 30, 10][n]!)
    const themes = pickThemes(chance, person, count)
    for (const theme of themes) {
      let agreedOn: Temporal.PlainDate | undefined = person.startedOn.add({ days: chance.int(0, 10) })
      let next = theme
      while (agreedOn) {
        const outcome: Outcome = drawOutcome(chance, `O-${20_001 + outcomes.length}`, {
          person,
          theme: next,
          agreedOn,
          window,
        })
        outcomes.push(outcome)
        agreedOn = nextAgreedOn(chance, outcome, window)
        next = pickThemes(chance, person, 1)[0]!
      }
    }
  }
  return outcomes
}

function pickThemes(chance: Chance, person: Person, count: number): readonly Theme[] {
  const chosen = new Set<Theme>()
  const isReablement = person.contract?.service === 'reablement'
  while (chosen.size < count) {
    const theme = isReablement && chosen.size === 0 ? THEMES[1]! : chance.weighted(THEMES, (t) => t.weight)
    if (theme.outcomeRef === 'L-3' && person.language === 'en') continue
    chosen.add(theme)
  }
  return [...chosen]
}

type OutcomeDraft = {
  readonly person: Person
  readonly theme: Theme
  readonly agreedOn: Temporal.PlainDate
  readonly window: Window
}

/** Where an outcome ended and care goes on, mostly another is agreed a few weeks later. */
function nextAgreedOn(chance: Chance, outcome: Outcome, window: Window): Temporal.PlainDate | undefined {
  const { endedOn, person } = outcome
  if (!endedOn || endedOn === person.endedOn || person.contract?.service === 'reablement' || !chance.happens(0.8))
    return undefined
  const agreedOn = endedOn.add({ days: chance.int(5, 40) })
  const last = person.endedOn ? person.endedOn.subtract({ days: 30 }) : window.to
  return Temporal.PlainDate.compare(agreedOn, last) < 0 ? agreedOn : undefined
}

function drawOutcome(chance: Chance, ref: string, { person, theme, agreedOn, window }: OutcomeDraft): Outcome {
  const scale = chance.happens(0.78) ? 'five-point' : 'gas'
  const [lowest, highest] = scale === 'five-point' ? [1, 5] : [-2, 2]
  const baselineScore = lowest + chance.int(0, 1)
  const targetScore = Math.min(highest, baselineScore + chance.int(2, 3))
  const reviews: OutcomeReview[] = []
  const interval = person.contract?.service === 'reablement' ? 35 : 84
  let dueOn = agreedOn.add({ days: interval })
  let endedOn: Temporal.PlainDate | undefined
  while (person.contract && !endedOn) {
    const heldOn = dueOn.add({ days: chance.happens(0.82) ? -chance.int(0, 9) : chance.int(3, 48) })
    const lastDay = person.endedOn ?? window.to
    if (Temporal.PlainDate.compare(heldOn, lastDay) > 0 || Temporal.PlainDate.compare(heldOn, window.to) > 0) break
    const draft = { ref: `${ref}-R${reviews.length + 1}`, dueOn, heldOn, baselineScore, targetScore, person, window }
    const review = drawReview(chance, draft)
    reviews.push(review)
    if (review.achievement === 'achieved' ? chance.happens(0.5) : review.achievement === 'no-longer-wanted')
      endedOn = heldOn
    dueOn = heldOn.add({ days: chance.int(150, 185) })
  }
  return {
    ref,
    planRef: `PL-${person.ref}`,
    person,
    theme,
    ownWords: chance.pick(theme[person.language]),
    scale,
    baselineScore,
    targetScore,
    agreedOn,
    reviewDueOn: dueOn,
    endedOn: endedOn ?? person.endedOn,
    contributions: chance.happens(0.015) ? [] : drawContributions(chance, person, theme),
    reviews,
  }
}

function drawContributions(chance: Chance, person: Person, theme: Theme): readonly Contribution[] {
  const does = person.language === 'cy' ? theme.doesCy : theme.doesEn
  const alone = chance.happens(0.2)
  const list: Contribution[] = person.contract
    ? [{ party: 'provider', extent: alone ? 'whole' : 'part', what: chance.pick(does) }]
    : []
  if (!alone || list.length === 0) list.push({ party: 'person', extent: 'part', what: '' })
  if (!alone && chance.happens(0.55))
    list.push({
      party: chance.pick(['family', 'carer', 'community', 'health', 'equipment'] as const),
      extent: 'part',
      what: '',
    })
  return list
}

type ReviewDraft = {
  readonly ref: string
  readonly dueOn: Temporal.PlainDate
  readonly heldOn: Temporal.PlainDate
  readonly baselineScore: number
  readonly targetScore: number
  readonly person: Person
  readonly window: Window
}

const STEP_UP = {
  achieved: 'achieved',
  partly: 'achieved',
  not: 'partly',
  changed: 'changed',
  'no-longer-wanted': 'no-longer-wanted',
} as const
const STEP_DOWN = {
  achieved: 'partly',
  partly: 'not',
  not: 'not',
  changed: 'changed',
  'no-longer-wanted': 'no-longer-wanted',
} as const

function drawReview(chance: Chance, draft: ReviewDraft): OutcomeReview {
  const { person, heldOn, window, baselineScore, targetScore } = draft
  const practice = person.contract!.provider.practice
  const achievement = drawAchievement(chance, practice, progressThrough(window, heldOn))
  const gained = { achieved: targetScore - baselineScore, partly: 1, not: 0, changed: 0, 'no-longer-wanted': 0 }[
    achievement
  ]
  const asked = chance.happens(practice.asked)
  const doubted = chance.happens(practice.peopleDoubt) ? STEP_DOWN[achievement] : achievement
  const personSays = asked ? doubted : chance.happens(0.2) ? 'could-not-ask' : 'not-asked'
  const others = chance.pick(['family', 'community', 'carer'] as const)
  const othersFirst = chance.happens(practice.othersFirst)
  const personFirst = chance.happens(0.3)
  const isProgress = achievement === 'achieved' || achievement === 'partly'
  return {
    ref: draft.ref,
    dueOn: draft.dueOn,
    heldOn: heldOn,
    score: Math.min(targetScore, baselineScore + gained),
    achievement,
    providerSays: chance.happens(0.93)
      ? chance.happens(practice.overstates)
        ? STEP_UP[achievement]
        : achievement
      : '',
    personSays,
    saidBy: asked ? (chance.happens(person.needGroup === 'dementia' ? 0.6 : 0.15) ? 'carer' : 'person') : '',
    words:
      asked && (doubted === 'achieved' || doubted === 'partly' || doubted === 'not') && chance.happens(0.5)
        ? chance.pick(PERSON_SAYS[doubted][person.language])
        : '',
    attribution: isProgress ? drawAttribution(chance, othersFirst ? others : personFirst ? 'person' : 'provider') : {},
    namedFirst: isProgress ? (othersFirst ? others : personFirst ? 'person' : 'provider') : '',
    evidence: isProgress && othersFirst ? chance.pick(OTHERS_DID[person.language]) : '',
  }
}

/** Whoever is named first has a part in it; a provider named first sometimes the whole. */
function drawAttribution(chance: Chance, first: Party): OutcomeReview['attribution'] {
  if (first === 'provider')
    return chance.happens(0.25)
      ? { provider: 'whole' }
      : { provider: 'part', ...(chance.happens(0.5) ? { person: 'part' as const } : {}) }
  return { provider: chance.happens(0.6) ? 'part' : 'none', [first]: 'part' }
}

function drawAchievement(chance: Chance, practice: Practice, progress: number): Achievement {
  const achieved = practice.achieved + practice.achievedDrift * (progress - 0.5)
  const rest = Math.max(0, 1 - achieved - practice.partly)
  return chance.weighted(
    ['achieved', 'partly', 'not', 'changed', 'no-longer-wanted'] as const,
    (a) =>
      ({ achieved, partly: practice.partly, not: rest * 0.6, changed: rest * 0.28, 'no-longer-wanted': rest * 0.12 })[
        a
      ],
  )
}

/** 0 on the first day of the window, 1 on the last. */
export function progressThrough(window: Window, on: Temporal.PlainDate): number {
  const whole = window.from.until(window.to).days
  return Math.min(1, Math.max(0, window.from.until(on).days / whole))
}
