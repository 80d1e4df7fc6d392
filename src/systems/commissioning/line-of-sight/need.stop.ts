/** The first stop of the line of sight: the need of the population that an outcome, an area or the whole authority answers. */
import { inBoth } from '../../../kernel/language.ts'
import type { Focus, StopReader, StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listAreas } from '../area/area.store.ts'
import { listNeeds } from '../need/need.store.ts'
import type { Need } from '../need/need.ts'
import { listOutcomes } from '../outcome-catalogue/outcome.store.ts'
import { needRefsOf } from '../outcome-catalogue/outcome.ts'
import { commissioningPaths } from '../paths.ts'
import { lineOfSightText } from './line-of-sight.text.ts'

export const needStop: StopReader = {
  stop: 'need',
  async read(tx, focus) {
    if (focus.outcomeId !== undefined) return needOfOutcomes(tx, focus.authorityId, [focus.outcomeId])
    if (standsElsewhere(focus)) return undefined
    const needs = await listNeeds(tx, focus.authorityId, focus.areaId)
    const href = focus.areaId === undefined ? commissioningPaths.areas() : commissioningPaths.area(focus.areaId)
    if (needs.length > 0) return readingOf(tx, focus.authorityId, needs, href)
    return focus.areaId === undefined ? undefined : nothingRecorded(href, (text) => text.noNeedHere)
  },
}

/** The needs that outcomes answer; said to be broken where they name none. For the systems that know which outcomes their focus serves. */
export async function needOfOutcomes(
  tx: Tx,
  authorityId: number,
  outcomeIds: readonly number[],
): Promise<StopReading | undefined> {
  if (outcomeIds.length === 0) return undefined
  const refs = needRefsOf(await listOutcomes(tx, authorityId), outcomeIds)
  const needs = (await listNeeds(tx, authorityId)).filter((need) => refs.has(need.ref))
  const [first] = needs
  if (first) return readingOf(tx, authorityId, needs, commissioningPaths.need(first.needId))
  return nothingRecorded(commissioningPaths.areas(), (text) => text.noNeedNamed)
}

function nothingRecorded(href: string, broken: (text: (typeof lineOfSightText)['en']) => string): StopReading {
  return {
    stop: 'need',
    headline: inBoth((language) => lineOfSightText[language].noNeed),
    href,
    broken: inBoth((language) => broken(lineOfSightText[language])),
  }
}

/** One need is told with its people; several by the largest, because people of several needs must not be added up. */
async function readingOf(tx: Tx, authorityId: number, needs: readonly Need[], href: string): Promise<StopReading> {
  const largest = needs.reduce((a, b) => (b.people > a.people ? b : a))
  const area = (await listAreas(tx, authorityId)).find(({ areaId }) => areaId === largest.areaId)
  const one = needs.length === 1
  return {
    stop: 'need',
    headline: inBoth((language) =>
      one ? lineOfSightText[language].people(largest.people) : lineOfSightText[language].needs(needs.length),
    ),
    detail: inBoth((language) => {
      const text = lineOfSightText[language]
      const description = largest.description[language]
      if (!one) return text.largestNeed(description)
      const year = largest.asOf.year
      return area ? text.inArea(description, area.name[language], year) : text.everywhere(description, year)
    }),
    href: one ? commissioningPaths.need(largest.needId) : href,
  }
}

/** A focus whose outcomes only another system knows. */
export function standsElsewhere(focus: Focus): boolean {
  return (
    focus.contractId !== undefined ||
    focus.providerId !== undefined ||
    focus.personId !== undefined ||
    focus.reviewId !== undefined
  )
}
