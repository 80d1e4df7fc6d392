/** Reads the evidence for a review's prompts from the measures and the registers, and reads it again when asked. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { CommissioningModel } from '../../../kernel/model.ts'
import { firstOfMonth, type Period, periodBefore } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import { accepted } from '../../../kernel/result.ts'
import { type Reading, readMeasures, readMonthly, type Slice } from '../../../measures/reading.ts'
import { findMeasure } from '../../../measures/registry.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { type Contract, findContract, listContracts } from '../../contract-management/index.ts'
import {
  domainsFor,
  type ReviewFramework,
  reviewFrameworks,
  type WantedEvidence,
} from '../review-framework/review-framework.ts'
import { openDraft } from '../review-life/draft.actions.ts'
import { updateReview } from '../review-life/review.store.ts'
import type { Review } from '../review-life/review-life.ts'
import { keepEvidence, listEvidence } from './evidence.store.ts'
import { changedSince, type EvidenceReading, factReading } from './evidence.ts'
import { countFact } from './facts.actions.ts'

/** The edition a review was started under. It stays on file for as long as a review stands on it: a missing one is our bug. */
export function frameworkOf(
  context: Pick<ActionContext, 'runtime'>,
  review: Pick<Review, 'frameworkId' | 'frameworkEdition'>,
): ReviewFramework {
  const found = context.runtime.frameworks.findEdition(reviewFrameworks, review.frameworkId, review.frameworkEdition)
  if (!found) throw new Error(`no edition ${review.frameworkEdition} of the framework ${review.frameworkId}`)
  return found
}

/** The contracts a review looks at: those it names, or all. */
export async function contractsOf(
  context: Pick<ActionContext, 'tx' | 'actor'>,
  contractIds: readonly number[],
): Promise<readonly Contract[]> {
  const { authorityId } = context.actor
  if (contractIds.length === 0) return listContracts(context.tx, authorityId)
  const found = []
  for (const contractId of contractIds) {
    const contract = await findContract(context.tx, authorityId, contractId)
    if (contract) found.push(contract)
  }
  return found
}

export function modelsOf(contracts: readonly Contract[]): readonly CommissioningModel[] {
  return [...new Set(contracts.map((contract) => contract.model))].sort()
}

/** Reads everything the asked prompts want and keeps it as read; answers what says something else than it did before. */
export async function readEvidence(context: ActionContext, review: Review) {
  const { tx, actor, clock } = context
  const contracts = await contractsOf(context, review.contractIds)
  const wanted = domainsFor(frameworkOf(context, review), modelsOf(contracts)).flatMap((domain) =>
    domain.prompts.flatMap((prompt) => prompt.evidence.map((evidence) => ({ promptId: prompt.id, evidence }))),
  )
  const measured = await readAllMeasures(
    context,
    review,
    wanted.map(({ evidence }) => evidence),
  )
  const readings = []
  for (const { promptId, evidence } of wanted) {
    if ('measure' in evidence)
      readings.push({ promptId, ...(measured.get(evidence.measure) ?? unread(evidence.measure)) })
    else {
      const asked = {
        tx,
        authorityId: actor.authorityId,
        contracts,
        reviewId: review.reviewId,
        periodEnd: review.period.to,
        today: clock.today(),
      }
      const { numerator, denominator } = await countFact(evidence.fact, asked)
      readings.push({ promptId, ...factReading(evidence.fact, numerator, denominator) })
    }
  }
  const earlier = await listEvidence(tx, actor.authorityId, review.reviewId)
  await keepEvidence(tx, actor.authorityId, review.reviewId, readings, clock.now())
  const changes = changedSince(earlier, readings)
  return changes.filter((change, index) => changes.findIndex(({ name }) => name === change.name) === index)
}

async function readAllMeasures(
  { tx }: Pick<ActionContext, 'tx'>,
  review: Review,
  wanted: readonly WantedEvidence[],
): Promise<ReadonlyMap<string, EvidenceReading>> {
  // A framework may ask for what no room of this installation counts: those stay unread, and the page says so.
  const names = [...new Set(wanted.flatMap((evidence) => ('measure' in evidence ? [evidence.measure] : [])))].filter(
    findMeasure,
  )
  const slice: Slice = review.contractIds.length > 0 ? { contractIds: review.contractIds } : {}
  const now = await readMeasures(tx, names, slice, review.period)
  const before = await readMeasures(tx, names, slice, periodBefore(review.period))
  const months = await readMonthly(tx, names, slice, chartPeriod(review.period))
  return new Map(
    names.map((name) => [
      name,
      {
        name,
        kind: 'measure' as const,
        now: ratioOf(now.get(name)),
        before: ratioOf(before.get(name)),
        months: (months.get(name) ?? []).map((m) => ({
          month: m.period.from,
          numerator: m.numerator,
          denominator: m.denominator,
        })),
        asOf: now.get(name)?.asOf,
      },
    ]),
  )
}

/** The whole period, and never less than the twelve months up to its end: a shorter line says nothing. */
export function chartPeriod(of: Period): Period {
  const yearBack = firstOfMonth(of.to).subtract({ months: 11 })
  return { from: Temporal.PlainDate.compare(of.from, yearBack) < 0 ? of.from : yearBack, to: of.to }
}

function ratioOf(reading: Reading | undefined): Ratio | undefined {
  return reading && ratio(reading.numerator, reading.denominator)
}

function unread(name: string): EvidenceReading {
  return { name, kind: 'measure', now: undefined, before: undefined, months: [], asOf: undefined }
}

/** Reads the evidence of a draft again; answers which numbers changed since it was read before. */
export const refreshEvidence = defineAction({
  name: 'review.refresh-evidence',
  title: { en: 'Read the evidence again', cy: 'Darllen y dystiolaeth eto' },
  permission: 'reviews:write',
  input: z.object({ reviewId: RecordId }),
  async run(context, { reviewId }) {
    const draft = await openDraft(context, reviewId)
    if (!draft.ok) return draft
    const changes = await readEvidence(context, draft.value)
    await updateReview(context.tx, context.actor.authorityId, draft.value, { evidenceReadAt: context.clock.now() })
    context.audit({ recordType: 'review.review', recordId: reviewId, after: { evidenceChanged: changes } })
    return accepted({ changes })
  },
})
