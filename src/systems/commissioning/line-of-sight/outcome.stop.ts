/** The second stop of the line of sight: the outcome of the catalogue, and the outcomes one can start from. */
import { inBoth } from '../../../kernel/language.ts'
import type { StopReader, StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import type { StartReader } from '../../../measures/line-of-sight/start.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listNeeds } from '../need/need.store.ts'
import { listOutcomes } from '../outcome-catalogue/outcome.store.ts'
import { arrangeCatalogue, type Outcome } from '../outcome-catalogue/outcome.ts'
import { commissioningPaths } from '../paths.ts'
import { lineOfSightText } from './line-of-sight.text.ts'
import { standsElsewhere } from './need.stop.ts'

export const outcomeStop: StopReader = {
  stop: 'outcome',
  async read(tx, focus) {
    if (focus.outcomeId !== undefined) return outcomeReading(tx, focus.authorityId, [focus.outcomeId])
    if (standsElsewhere(focus)) return undefined
    const outcomes = await listOutcomes(tx, focus.authorityId)
    if (focus.areaId === undefined) return readingOf(outcomes)
    const refs = new Set((await listNeeds(tx, focus.authorityId, focus.areaId)).map((need) => need.ref))
    const answering = outcomes.filter((outcome) => outcome.needRef !== null && refs.has(outcome.needRef))
    if (answering.length > 0 || refs.size === 0) return readingOf(answering)
    return { ...none(), broken: inBoth((language) => lineOfSightText[language].noOutcomeForArea) }
  },
}

/** The outcomes themselves, for the systems that know which ones their focus serves. */
export async function outcomeReading(
  tx: Tx,
  authorityId: number,
  outcomeIds: readonly number[],
): Promise<StopReading | undefined> {
  return readingOf((await listOutcomes(tx, authorityId)).filter(({ outcomeId }) => outcomeIds.includes(outcomeId)))
}

/** Our own outcomes first, then the national ones that none of them is part of; all in the order of their references. */
export const outcomeStarts: StartReader = {
  part: 'outcomeId',
  async list(tx, authorityId) {
    const { families, unmapped } = arrangeCatalogue(await listOutcomes(tx, authorityId))
    const inOrder = [...unmapped, ...families.flatMap(({ national, locals }) => [national, ...locals])]
    return inOrder.map((outcome) => ({
      id: outcome.outcomeId,
      ref: outcome.ref,
      name: outcome.statement,
      href: commissioningPaths.outcome(outcome.outcomeId),
      ...(outcome.level === 'local' && outcome.nationalRef ? { partOf: outcome.nationalRef } : {}),
    }))
  },
}

function readingOf(outcomes: readonly Outcome[]): StopReading | undefined {
  const [only, ...others] = outcomes
  if (!only) return undefined
  if (others.length === 0)
    return {
      stop: 'outcome',
      headline: only.statement,
      detail: inBoth((language) =>
        only.level === 'national'
          ? lineOfSightText[language].nationalOutcome(only.ref)
          : lineOfSightText[language].ownOutcome(only.ref),
      ),
      href: commissioningPaths.outcome(only.outcomeId),
    }
  const own = outcomes.filter((outcome) => outcome.level === 'local').length
  return {
    ...none(),
    headline: inBoth((language) => lineOfSightText[language].outcomes(outcomes.length)),
    detail: inBoth((language) => lineOfSightText[language].ownOutcomes(own)),
  }
}

function none(): StopReading {
  return {
    stop: 'outcome',
    headline: inBoth((language) => lineOfSightText[language].outcomes(0)),
    href: commissioningPaths.outcomes(),
  }
}
