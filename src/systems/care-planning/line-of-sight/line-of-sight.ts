/** Care planning on the line of sight: the people who chose an outcome, what was achieved, and outcomes that hang in the air. */
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Period } from '../../../kernel/period.ts'
import { showShare } from '../../../kernel/quantity.ts'
import type { BrokenLinkReader } from '../../../measures/line-of-sight/broken-link.ts'
import type { Focus, StopReader, Tally } from '../../../measures/line-of-sight/line-of-sight.ts'
import { measurePaths } from '../../../measures/paths.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listOutcomes } from '../../commissioning/index.ts'
import { commissioningPaths } from '../../commissioning/paths.ts'
import { carePlanningPaths } from '../paths.ts'
import {
  achievedByOutcome,
  type Counted,
  countChosen,
  countFound,
  listWithoutContribution,
  peopleByOutcome,
} from './chosen.store.ts'
import { text } from './line-of-sight.text.ts'

export const peopleStop: StopReader = {
  stop: 'people',
  async read(tx, focus, period) {
    const { people, outcomes } = await countChosen(tx, focus, period.to)
    const href =
      focus.personId === undefined
        ? `${carePlanningPaths.people()}${queryOf(focus)}`
        : carePlanningPaths.person(focus.personId)
    if (people === 0)
      return {
        stop: 'people',
        headline: inBoth((language) =>
          focus.personId === undefined ? text[language].nobody : text[language].noLiveOutcome,
        ),
        href,
        ...(focus.outcomeId === undefined || focus.personId !== undefined
          ? {}
          : { broken: inBoth((language) => text[language].nobodyBroken) }),
      }
    if (focus.personId !== undefined)
      return { stop: 'people', headline: inBoth((language) => text[language].liveOutcomes(outcomes)), href }
    return {
      stop: 'people',
      headline: inBoth((language) => text[language].people(people)),
      detail: inBoth((language) => text[language].outcomes(outcomes)),
      href,
    }
  },
  byOutcome: async (tx, authorityId, period) => tallies(await peopleByOutcome(tx, authorityId, period.to), false),
}

const SINCE_EVER = Temporal.PlainDate.from('1900-01-01')

export const achievedStop: StopReader = {
  stop: 'achieved',
  async read(tx, focus, period) {
    // One person's reviews are few: all of them count, whatever the period.
    const counted = focus.personId === undefined ? period : { from: SINCE_EVER, to: period.to }
    const { reviewed, achieved, asked, confirmed } = await countFound(tx, focus, counted)
    const href =
      focus.personId === undefined ? explainHref(focus, period) : `${carePlanningPaths.person(focus.personId)}#reviews`
    if (reviewed === 0)
      return { stop: 'achieved', headline: inBoth((language) => text[language].nothingReviewed), href }
    if (focus.personId !== undefined)
      return {
        stop: 'achieved',
        headline: inBoth((language) => text[language].achievedReviews(achieved, reviewed)),
        href,
      }
    const share = (language: Language) => showShare(language, { numerator: achieved, denominator: reviewed })
    const own = (language: Language) => showShare(language, { numerator: confirmed, denominator: asked })
    return {
      stop: 'achieved',
      headline: inBoth((language) => text[language].achieved(share(language))),
      ...(asked > 0 ? { detail: inBoth((language) => text[language].confirmed(own(language))) } : {}),
      href,
    }
  },
  byOutcome: async (tx, authorityId, period) => tallies(await achievedByOutcome(tx, authorityId, period), true),
}

const EXAMPLES = 5

export const withoutContribution: BrokenLinkReader = {
  kind: 'outcome-without-contribution',
  async read(tx: Tx, authorityId: number, period: Period) {
    const hanging = await listWithoutContribution(tx, authorityId, period.to, EXAMPLES)
    const count = hanging[0]?.total ?? 0
    if (count === 0) return undefined
    return {
      kind: 'outcome-without-contribution',
      between: ['people', 'visits'],
      count,
      sentence: inBoth((language) => text[language].noContribution(count)),
      remedy: inBoth((language) => text[language].noContributionRemedy),
      href: carePlanningPaths.people(),
      examples: hanging.map((outcome) => ({
        name: { en: outcome.ownWords, cy: outcome.ownWords },
        href: `${carePlanningPaths.person(outcome.personId)}#outcome-${outcome.personalOutcomeId}`,
        language: outcome.language,
      })),
      examplesNeed: 'people:read',
    }
  },
}

/** The authority's own outcomes that nobody with a live plan has chosen. */
export const chosenByNobody: BrokenLinkReader = {
  kind: 'outcome-chosen-by-nobody',
  async read(tx: Tx, authorityId: number, period: Period) {
    const chosen = new Set((await peopleByOutcome(tx, authorityId, period.to)).map((counted) => counted.outcomeId))
    const unchosen = (await listOutcomes(tx, authorityId)).filter(
      (outcome) => outcome.level === 'local' && !chosen.has(outcome.outcomeId),
    )
    if (unchosen.length === 0) return undefined
    return {
      kind: 'outcome-chosen-by-nobody',
      between: ['outcome', 'people'],
      count: unchosen.length,
      sentence: inBoth((language) => text[language].chosenByNobody(unchosen.length)),
      remedy: inBoth((language) => text[language].chosenByNobodyRemedy),
      href: commissioningPaths.outcomes(),
      examples: unchosen
        .slice(0, EXAMPLES)
        .map((outcome) => ({ name: outcome.statement, href: commissioningPaths.outcome(outcome.outcomeId) })),
    }
  },
}

function inBoth(say: (language: Language) => string): Bilingual {
  return { en: say('en'), cy: say('cy') }
}

function tallies(counted: readonly Counted[], outOf: boolean): ReadonlyMap<number, Tally> {
  return new Map(counted.map((c) => [c.outcomeId, outOf ? { count: c.count, of: c.of } : { count: c.count }]))
}

/** The people list filtered to the focus. */
function queryOf(focus: Focus): string {
  const query = new URLSearchParams()
  if (focus.outcomeId !== undefined) query.set('outcome', String(focus.outcomeId))
  if (focus.contractId !== undefined) query.set('contract', String(focus.contractId))
  if (focus.areaId !== undefined) query.set('area', String(focus.areaId))
  return query.size === 0 ? '' : `?${query}`
}

/** The very reviews behind the share, on the measure's own page. */
function explainHref({ contractId, providerId, areaId }: Focus, period: Period): string {
  return measurePaths.explain('outcomes-achieved', { contractId, providerId, areaId }, period)
}
