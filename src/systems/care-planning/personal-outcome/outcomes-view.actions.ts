/** Looking at somebody's outcomes whole: as they live, what is proposed, what hangs on what, and how each voice scores them. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { listOutcomes, type Outcome } from '../../commissioning/index.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { isUsable, newestScales, type ScaleFramework } from '../scale/scale.framework.ts'
import { rangeOf } from '../scale/scale.ts'
import { listRegistrations } from '../scale/scale-registration.store.ts'
import { type GoalLevel, goalAttainmentOf } from './goal-level.ts'
import { listProposals } from './outcome-proposal.store.ts'
import type { OutcomeProposal } from './outcome-proposal.ts'
import { listScores } from './outcome-score.store.ts'
import { latestByVoice, type OutcomeScore } from './outcome-score.ts'
import { listLevels } from './outcome-write.store.ts'
import { listOutcomesOf } from './personal-outcome.store.ts'
import type { PersonalOutcome } from './personal-outcome.ts'

/** A scale as a form offers it: what it is called, its ends, and the wording that the authority may show. */
export type OfferedScale = {
  readonly scale: ScaleFramework
  readonly range: { readonly lowest: number; readonly highest: number }
  readonly items: readonly Bilingual[]
  /** Whether it may be used at all: free, or registered. */
  readonly isUsable: boolean
}

export type OutcomesView = {
  readonly person: Person
  readonly today: Day
  readonly outcomes: readonly PersonalOutcome[]
  readonly proposals: readonly OutcomeProposal[]
  readonly scores: readonly OutcomeScore[]
  readonly levels: ReadonlyMap<number, readonly GoalLevel[]>
  /** Every entry of the catalogue, those that are no longer used too, so that an old link can be read. */
  readonly catalogue: readonly Outcome[]
  readonly scales: readonly OfferedScale[]
  readonly attainment: ReturnType<typeof goalAttainmentOf>
}

export const openOutcomes = defineAction({
  name: 'care-planning.open-outcomes',
  title: { en: 'Looked at somebody’s outcomes', cy: 'Edrych ar ganlyniadau rhywun' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock, runtime }, { personId }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const today = clock.today()
    const outcomes = await listOutcomesOf(tx, authorityId, personId)
    const scores = await listScores(tx, authorityId, personId)
    const registrations = new Map((await listRegistrations(tx, authorityId)).map((one) => [one.scale, one]))
    const scales = newestScales(runtime.frameworks, [...registrations.values()]).flatMap((scale): OfferedScale[] => {
      const range = rangeOf(scale.scoring)
      const registration = registrations.get(scale.id)
      const items = registration?.items ?? []
      return range ? [{ scale, range, items, isUsable: isUsable(scale, registration) }] : []
    })
    return accepted<OutcomesView>({
      person,
      today,
      outcomes,
      scores,
      scales,
      proposals: await listProposals(tx, authorityId, personId),
      levels: await listLevels(tx, authorityId, personId),
      catalogue: await listOutcomes(tx, authorityId),
      attainment: attainmentOf(outcomes, scores, scales),
    })
  },
})

/** The T score over the goals that are scaled so and were scored since: by the practitioner's newest score, else the last review's. */
function attainmentOf(
  outcomes: readonly PersonalOutcome[],
  scores: readonly OutcomeScore[],
  scales: readonly OfferedScale[],
): ReturnType<typeof goalAttainmentOf> {
  const scoring = scales.find(({ scale }) => scale.scoring.method === 'goal-attainment')?.scale
  if (scoring?.scoring.method !== 'goal-attainment') return undefined
  const goals = outcomes.filter((outcome) => outcome.scale === scoring.id && outcome.endedReason !== 'reformulated')
  return goalAttainmentOf(
    scoring.scoring,
    goals.map((goal) => {
      const own = scores.filter(({ personalOutcomeId }) => personalOutcomeId === goal.personalOutcomeId)
      const practitioner = latestByVoice(own).find(({ voice }) => voice === 'practitioner')
      const reviewed = goal.reviews.findLast((review) => review.score !== null)?.score ?? null
      return { weight: goal.weight, baseline: goal.baselineScore, now: practitioner?.score ?? reviewed }
    }),
  )
}
