/** Looking through the outcome catalogue, and standing on one outcome to walk the line of sight from it. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Bilingual } from '../../../kernel/language.ts'
import { type Period, wholeMonthsBefore } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import {
  readLineOfSight,
  readTallies,
  type StopName,
  type StopReading,
  type Tally,
} from '../../../measures/line-of-sight/line-of-sight.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { listNeeds } from '../need/need.store.ts'
import type { Need } from '../need/need.ts'
import { NATIONAL_OUTCOMES_ID, nationalOutcomes, wellBeingAreaNames } from './national-outcomes.framework.ts'
import { findOutcome, listOutcomes } from './outcome.store.ts'
import { type ArrangedCatalogue, arrangeCatalogue, needRefsOf, type Outcome, type WellBeingArea } from './outcome.ts'

/** For each stop of the line of sight that can count by outcome: its tally, by the outcome's id. */
export type Tallies = ReadonlyMap<StopName, ReadonlyMap<number, Tally>>

export type Catalogue = ArrangedCatalogue & {
  readonly outcomes: readonly Outcome[]
  readonly tallies: Tallies
  readonly areaNames: ReadonlyMap<WellBeingArea, Bilingual>
  readonly period: Period
}

export const browseOutcomes = defineAction({
  name: 'commissioning.browse-outcomes',
  title: { en: 'Looked through the outcome catalogue', cy: 'Edrych drwy’r catalog canlyniadau' },
  permission: 'catalogue:read',
  input: z.object({}),
  async run(context) {
    const { tx, actor, clock } = context
    const outcomes = await listOutcomes(tx, actor.authorityId)
    const period = wholeMonthsBefore(clock.today(), 12)
    return accepted<Catalogue>({
      outcomes,
      ...arrangeCatalogue(outcomes),
      tallies: await readTallies(tx, actor.authorityId, period),
      areaNames: areaNamesOf(context),
      period,
    })
  },
})

export type OutcomePage = {
  readonly outcome: Outcome
  /** The national outcome that it is part of. */
  readonly partOf: Outcome | undefined
  /** The authority's own outcomes that are part of it. */
  readonly parts: readonly Outcome[]
  readonly needs: readonly Need[]
  readonly areaNames: ReadonlyMap<WellBeingArea, Bilingual>
  readonly tallies: Tallies
  readonly lineOfSight: readonly StopReading[]
  readonly period: Period
}

export const openOutcome = defineAction({
  name: 'commissioning.open-outcome',
  title: { en: 'Opened an outcome', cy: 'Agor canlyniad' },
  permission: 'catalogue:read',
  input: z.object({ outcomeId: RecordId }),
  async run(context, { outcomeId }) {
    const { tx, actor, clock } = context
    const { authorityId } = actor
    const outcome = await findOutcome(tx, authorityId, outcomeId)
    if (!outcome) return refused(NO_SUCH_OUTCOME)
    const outcomes = await listOutcomes(tx, authorityId)
    const refs = needRefsOf(outcomes, [outcomeId])
    const period = wholeMonthsBefore(clock.today(), 12)
    return accepted<OutcomePage>({
      outcome,
      partOf: outcomes.find((other) => outcome.level === 'local' && other.ref === outcome.nationalRef),
      parts: outcomes.filter((other) => outcome.level === 'national' && other.nationalRef === outcome.ref),
      needs: (await listNeeds(tx, authorityId)).filter((need) => refs.has(need.ref)),
      areaNames: areaNamesOf(context),
      tallies: await readTallies(tx, authorityId, period),
      lineOfSight: await readLineOfSight(tx, { authorityId, outcomeId }, period),
      period,
    })
  },
})

export const NO_SUCH_OUTCOME: Refusal = {
  kind: 'not-found',
  code: 'no-such-outcome',
  message: { en: 'There is no such outcome in the catalogue.', cy: 'Nid oes canlyniad o’r fath yn y catalog.' },
}

function areaNamesOf({ runtime, clock }: ActionContext): ReadonlyMap<WellBeingArea, Bilingual> {
  const framework = runtime.frameworks.findOn(nationalOutcomes, NATIONAL_OUTCOMES_ID, clock.today())
  return framework ? wellBeingAreaNames(framework) : new Map()
}
