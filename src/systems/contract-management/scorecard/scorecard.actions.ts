/** Opening the scorecard of a contract: everything that its page, its API and its command show, read once. */
import { z } from 'zod'
import { RecordId, Reference } from '../../../kernel/id.ts'
import {
  type Day,
  lastOfMonth,
  monthsOf,
  type Period,
  periodBefore,
  wholeMonthsBefore,
} from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { readLineOfSight, type StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import { readWords, type Word } from '../../../measures/line-of-sight/whose-word.ts'
import { type Reading, readMeasures, readMonthly } from '../../../measures/reading.ts'
import { findMeasure } from '../../../measures/registry.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  type Area,
  findProvider,
  listAreas,
  listOutcomes,
  type Outcome,
  type Provider,
} from '../../commissioning/index.ts'
import { ATTRIBUTION_RULE_ID, attributionRule } from '../attribution-rule/attribution-rule.framework.ts'
import { attributionNeedsAnotherLook, type SecondLook } from '../attribution-rule/attribution-rule.ts'
import { findContract, findContractByRef } from '../contract-register/contract-register.store.ts'
import type { Contract } from '../contract-register/contract-register.ts'
import { NO_SUCH_CONTRACT } from '../contract-register/no-such-contract.ts'
import { listIndicators } from '../indicator/indicator.store.ts'
import type { Indicator } from '../indicator/indicator.ts'
import {
  type Achieved,
  drawnMonths,
  type Found,
  type MeasureFacts,
  measuresToShow,
  rowOf,
  type ScorecardRow,
} from './scorecard.ts'

const ACHIEVED = 'outcomes-achieved'
/** The four conclusions of a review, which together are all of them. */
const CONCLUSIONS = [ACHIEVED, 'outcomes-partly-achieved', 'outcomes-not-achieved', 'outcomes-changed'] as const
/** Told beside the conclusions. */
const ABOUT_OUTCOMES = [ACHIEVED, 'outcomes-confirmed', 'distance-travelled'] as const
/** Reviews in which somebody other than the provider was named first, where that is counted. */
export const NAMED_ANOTHER_FIRST = 'outcomes-attributed-elsewhere'

export type Scorecard = {
  readonly contract: Contract
  readonly provider: Provider
  readonly areas: readonly Area[]
  /** The outcomes that the contract is meant to serve. */
  readonly outcomes: readonly Outcome[]
  readonly period: Period
  readonly now: Achieved
  readonly before: Achieved
  readonly outcomeRows: readonly ScorecardRow[]
  /** What it takes, in the source's order. */
  readonly rows: readonly ScorecardRow[]
  readonly words: readonly (Word & { readonly outcome: Outcome | undefined })[]
  readonly secondLook: SecondLook | undefined
  readonly namedAnotherFirst: Ratio | undefined
  readonly lineOfSight: readonly StopReading[]
  readonly asOf: Temporal.Instant
  readonly today: Day
  readonly indicators: readonly Indicator[]
  readonly mayChange: boolean
  readonly mayExplain: boolean
  readonly maySeeHistory: boolean
}

const DayText = z.iso
  .date(bilingualIssue('Enter a real date, such as 2026-03-31.', 'Rhowch ddyddiad go iawn, megis 2026-03-31.'))
  .transform((text): Day => Temporal.PlainDate.from(text))

const isDay = (value: unknown): value is Day => value instanceof Temporal.PlainDate

export const ScorecardInput = z
  .object({ contractId: RecordId, from: DayText.optional(), to: DayText.optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    error: bilingualIssue('Give both the first and the last day.', 'Rhowch y diwrnod cyntaf a’r diwrnod olaf.'),
  })
  // A day that is none is told by itself; here it is still the text that was typed.
  .refine(({ from, to }) => !isDay(from) || !isDay(to) || Temporal.PlainDate.compare(from, to) <= 0, {
    path: ['to'],
    error: bilingualIssue(
      'The last day must not be before the first.',
      'Ni all y diwrnod olaf fod cyn y diwrnod cyntaf.',
    ),
  })

export const openScorecard = defineAction({
  name: 'contract-management.open-scorecard',
  title: { en: 'Opened a scorecard', cy: 'Agor cerdyn sgorio' },
  permission: 'contracts:read',
  input: ScorecardInput,
  async run(context, { contractId, from, to }) {
    const { tx, actor, clock } = context
    const contract = await findContract(tx, actor.authorityId, contractId)
    const provider = contract && (await findProvider(tx, actor.authorityId, contract.providerId))
    if (!contract || !provider) return refused(NO_SUCH_CONTRACT)
    const period = from && to ? { from, to } : usualPeriod(contract, clock.today())
    return accepted(await readScorecard(context, contract, provider, period))
  },
})

/** The id of the contract with a reference, for those who know it by that alone. */
export const findContractId = defineAction({
  name: 'contract-management.find-contract',
  title: { en: 'Looked for a contract by its reference', cy: 'Chwilio am gontract yn ôl ei gyfeirnod' },
  permission: 'contracts:read',
  input: z.object({ ref: Reference }),
  async run({ tx, actor }, { ref }) {
    const contract = await findContractByRef(tx, actor.authorityId, ref)
    return contract ? accepted({ contractId: contract.contractId }) : refused(NO_SUCH_CONTRACT)
  },
})

/** The last twelve whole months; of a contract that has ended, its own last twelve. */
export function usualPeriod(contract: Pick<Contract, 'endsOn'>, today: Day): Period {
  const { endsOn } = contract
  const ended = endsOn && Temporal.PlainDate.compare(endsOn, today) < 0
  return wholeMonthsBefore(ended ? lastOfMonth(endsOn).add({ days: 1 }) : today, 12)
}

async function readScorecard(
  { tx, actor, clock, runtime }: ActionContext,
  contract: Contract,
  provider: Provider,
  period: Period,
): Promise<Scorecard> {
  const { authorityId } = actor
  const { contractId } = contract
  const today = clock.today()
  const rule = runtime.frameworks.findOn(attributionRule, ATTRIBUTION_RULE_ID, today)
  const indicators = await listIndicators(tx, authorityId, contractId)
  const read = await readAll(tx, contractId, indicators, period)
  const toRow = (measure: MeasureFacts) =>
    rowOf(foundOf(measure, indicators, read), rule?.thresholds.months_looked_at ?? 0)
  const rows = read.measures.map(toRow)
  const [now, before] = [achievedOf(read.now), achievedOf(read.before)]
  const target = indicators.find((indicator) => indicator.measure === ACHIEVED)?.target ?? undefined
  const outcomes = await listOutcomes(tx, authorityId)
  const words = await readWords(tx, { authorityId, contractId }, period)
  return {
    contract,
    provider,
    areas: (await listAreas(tx, authorityId)).filter((area) => contract.areaIds.includes(area.areaId)),
    outcomes: outcomes.filter((outcome) => contract.outcomeIds.includes(outcome.outcomeId)),
    period,
    now,
    before,
    outcomeRows: ABOUT_OUTCOMES.flatMap((name) => factsOf(name) ?? []).map(toRow),
    rows,
    words: words.map((word) => ({ ...word, outcome: outcomes.find(({ outcomeId }) => outcomeId === word.outcomeId) })),
    secondLook:
      rule &&
      attributionNeedsAnotherLook(
        rows
          .filter((row) => row.measure.kind === 'performance' && row.target !== undefined)
          .map((row) => ({ measure: row.measure.name, monthsMissed: row.monthsMissed })),
        {
          now: ratio(now.achieved, now.reviewed),
          before: ratio(before.achieved, before.reviewed),
          ...(target === undefined ? {} : { target }),
        },
        rule.thresholds,
      ),
    namedAnotherFirst: read.now.get(NAMED_ANOTHER_FIRST),
    lineOfSight: await readLineOfSight(tx, { authorityId, contractId }, period),
    asOf: clock.now(),
    today,
    indicators,
    mayChange: may(actor, 'contracts:change'),
    mayExplain: may(actor, 'measures:explain'),
    maySeeHistory: may(actor, 'history:read'),
  }
}

type Read = {
  readonly measures: readonly MeasureFacts[]
  readonly now: ReadonlyMap<string, Reading>
  readonly before: ReadonlyMap<string, Reading>
  readonly monthly: ReadonlyMap<string, readonly Reading[]>
  readonly monthsLearnt: number
}

/** Three questions for all measures together: this period, the one before, and month by month. */
async function readAll(
  tx: ActionContext['tx'],
  contractId: number,
  indicators: readonly Indicator[],
  period: Period,
): Promise<Read> {
  const slice = { contractIds: [contractId] }
  const measures = measuresToShow(indicators, factsOf)
  const names = [...new Set([...CONCLUSIONS, ...ABOUT_OUTCOMES, ...measures.map((measure) => measure.name)])].filter(
    (name) => findMeasure(name) !== undefined,
  )
  const extra = findMeasure(NAMED_ANOTHER_FIRST) ? [NAMED_ANOTHER_FIRST] : []
  const { drawn, learnt } = drawnMonths(period)
  return {
    measures,
    now: await readMeasures(tx, [...names, ...extra], slice, period),
    before: await readMeasures(tx, names, slice, periodBefore(period)),
    monthly: await readMonthly(tx, names, slice, { from: learnt.from, to: drawn.to }),
    monthsLearnt: monthsOf(learnt).length,
  }
}

function foundOf(measure: MeasureFacts, indicators: readonly Indicator[], read: Read): Found {
  const monthly = read.monthly.get(measure.name) ?? []
  return {
    measure,
    now: read.now.get(measure.name) ?? ratio(0, 0),
    before: read.before.get(measure.name) ?? ratio(0, 0),
    months: monthly.slice(read.monthsLearnt).map((reading) => ({ ...reading, month: reading.period.from })),
    monthsBefore: monthly.slice(0, read.monthsLearnt),
    indicator: indicators.find((indicator) => indicator.measure === measure.name),
  }
}

function factsOf(name: string): MeasureFacts | undefined {
  const measure = findMeasure(name)
  return measure && { ...measure, isCount: measure.denominator === 'one' }
}

function achievedOf(readings: ReadonlyMap<string, Reading>): Achieved {
  const count = (name: string) => readings.get(name)?.numerator ?? 0
  const [achieved, partly, not, changed] = CONCLUSIONS.map(count) as [number, number, number, number]
  return { reviewed: readings.get(ACHIEVED)?.denominator ?? 0, achieved, partly, not, changed }
}
