/** An authority with three contracts and a few outcomes looked at again, and people who write and sign reviews of them. */
import { sql } from 'kysely'
import { day } from '../../kernel/period.ts'
import type { Result } from '../../kernel/result.ts'
import { publishMeasures, publishSource } from '../../measures/registry.ts'
import { type Action, perform } from '../../platform/actions/action.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../platform/database/test-database.ts'
import { loadFrameworks } from '../../platform/frameworks/index.ts'
import { testRuntime } from '../../platform/http/site.fixtures.ts'
import { type Actor, systemActor } from '../../platform/permissions/actor.ts'
import type { Role } from '../../platform/permissions/role.ts'
import type { Runtime } from '../../platform/runtime.ts'
import { carePlanningSystem } from '../care-planning/system.ts'
import { anArea, anOutcome, aProvider } from '../commissioning/commissioning.fixtures.ts'
import { writeArea, writeOutcome, writeProvider } from '../commissioning/index.ts'
import { aContract } from '../contract-management/contract-management.fixtures.ts'
import { writeContract, writeIndicators } from '../contract-management/index.ts'
import { workAllocationSystem } from '../work-allocation/system.ts'
import { saveDomain } from './answer/answer.actions.ts'
import type { ReviewDetail } from './report/report.actions.ts'
import { readReview } from './report/report.actions.ts'
import { promptsOf } from './report/report.ts'
import { reviewFrameworks } from './review-framework/review-framework.ts'
import { concludeReview, startReview } from './review-life/review-life.actions.ts'

for (const { sources, measures } of [carePlanningSystem, workAllocationSystem]) {
  for (const source of sources) publishSource(source)
  publishMeasures(measures)
}

export const ORIGIN = { via: 'page', at: '/reviews' } as const

export function anActor(name: string, id: number, roles: readonly Role[]): Actor {
  return {
    kind: 'user',
    id,
    name,
    authorityId: TEST_AUTHORITY_ID,
    scope: { kind: 'authority' },
    roles,
    language: 'en',
  }
}

export const nia = anActor('Nia Prosser', 7, ['reviewer'])
export const gareth = anActor('Gareth Pugh', 8, ['contract-manager'])
export const provider: Actor = {
  ...anActor('Eleri Rees', 9, ['provider-manager']),
  scope: { kind: 'provider', providerId: 1 },
}

export type ReviewWorld = {
  readonly runtime: Runtime
  readonly database: Database
  /** Ids of contracts of model 1, 2 and 3; the third serves no outcome. */
  readonly contractIds: readonly [number, number, number]
  act<I, O>(actor: Actor, action: Action<I, O>, input: unknown): Promise<Result<O>>
}

/** Its clock stands at 3 March 2026. */
export async function openReviewWorld(): Promise<ReviewWorld> {
  const database = await openTestDatabase()
  const frameworks = await loadFrameworks([reviewFrameworks])
  const runtime = testRuntime(database, { frameworks })
  const contractIds = await database.transaction(systemActor(TEST_AUTHORITY_ID), writeContracts)
  await database.asOwner((tx) => writeOutcomeReviews(tx, contractIds[0]))
  return {
    runtime,
    database,
    contractIds,
    act: (actor, action, input) => perform(runtime, actor, action, input, ORIGIN),
  }
}

async function writeContracts(tx: Tx): Promise<[number, number, number]> {
  const providerId = await writeProvider(tx, TEST_AUTHORITY_ID, aProvider())
  const areaId = await writeArea(tx, TEST_AUTHORITY_ID, anArea())
  const outcomeId = await writeOutcome(tx, TEST_AUTHORITY_ID, anOutcome())
  const ids: number[] = []
  for (const model of [1, 2, 3] as const) {
    const outcomeIds = model === 3 ? [] : [outcomeId]
    const endsOn = model === 2 ? day('2026-09-30') : day('2029-03-31')
    const facts = aContract({ providerId, ref: `C-${model}`, model, areaIds: [areaId], outcomeIds, endsOn })
    const { contractId } = await writeContract(tx, TEST_AUTHORITY_ID, facts)
    await writeIndicators(tx, TEST_AUTHORITY_ID, contractId, [
      { measure: 'visits-on-time', outcomeId: null, baseline: null, baselineNote: '', target: 0.9 },
      { measure: 'outcomes-achieved', outcomeId, baseline: null, baselineNote: '', target: null },
    ])
    ids.push(contractId)
  }
  return ids as [number, number, number]
}

/** Three outcomes of one person under the contract, looked at again in February 2026: two achieved, one not. */
export async function writeOutcomeReviews(tx: Tx, contractId: number, count = 3): Promise<void> {
  await sql`insert into care_planning.person (authority_id, person_id, ref, given_name, family_name, language, area_id, need_group)
    values (1, 1, 'P-1', 'Gwen', 'Prydderch', 'cy', (select min(area_id) from commissioning.area where authority_id = 1), 'older')
    on conflict do nothing`.execute(tx)
  await sql`insert into care_planning.plan (authority_id, plan_id, ref, person_id, agreed_on) values (1, 1, 'PL-1', 1, '2025-02-01')
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{
    next: number
  }>`select coalesce(max(personal_outcome_id), 0) + 1 as next from care_planning.personal_outcome`.execute(tx)
  for (let i = 0; i < count; i += 1) {
    const id = Number(rows[0]?.next ?? 1) + i
    const says = i === 0 ? 'not' : 'achieved'
    await sql`insert into care_planning.personal_outcome (authority_id, personal_outcome_id, ref, person_id, plan_id, area_id, own_words,
      own_words_language, contract_id, provider_id, scale, agreed_on, review_due_on)
      select 1, ${id}, ${`O-${id}`}, 1, 1, area_id, 'Cerdded i’r siop', 'cy', ${contractId},
        (select provider_id from contract_management.contract where authority_id = 1 and contract_id = ${contractId}), 'five-steps', '2025-02-02', '2026-08-10'
      from care_planning.person where authority_id = 1 and person_id = 1`.execute(tx)
    await sql`insert into care_planning.outcome_review (authority_id, ref, personal_outcome_id, person_id, area_id, contract_id, provider_id,
      due_on, held_on, achievement, provider_says, person_says)
      select 1, ${`R-${id}`}, ${id}, 1, area_id, contract_id, provider_id, '2026-02-10', '2026-02-10', ${says}, 'achieved', ${says}
      from care_planning.personal_outcome where authority_id = 1 and personal_outcome_id = ${id}`.execute(tx)
  }
}

/** Unwraps what must have been accepted. */
export async function must<T>(result: Promise<Result<T>> | Result<T>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(`refused: ${settled.refusal.code}: ${settled.refusal.message.en}`)
  return settled.value
}

/** A draft started by Nia over the year to the end of February 2026. */
export async function aDraft(
  world: ReviewWorld,
  contractIds: readonly number[] = [world.contractIds[0]],
): Promise<number> {
  const input = {
    frameworkId: 'contract-management',
    name: 'Upper Valley, year to February',
    language: 'en',
    contractIds,
    from: '2025-03-01',
    to: '2026-02-28',
  }
  return (await must(world.act(nia, startReview, input))).reviewId
}

export async function detailOf(world: ReviewWorld, reviewId: number, actor: Actor = nia): Promise<ReviewDetail> {
  return must(world.act(actor, readReview, { reviewId }))
}

/** Judges every prompt "in place" and writes the conclusion. */
export async function answerEverything(world: ReviewWorld, reviewId: number): Promise<void> {
  const { report } = await detailOf(world, reviewId)
  for (const domain of report.domains)
    await must(
      world.act(nia, saveDomain, {
        reviewId,
        domainId: domain.id,
        language: 'en',
        answers: promptsOf({ domains: [domain] }).map((prompt) => ({
          promptId: prompt.id,
          judgement: 'in-place',
          finding: 'Seen in the records.',
          version: prompt.version,
        })),
      }),
    )
  const { review } = await detailOf(world, reviewId)
  const conclusion = { reviewId, conclusion: 'Outcomes are being achieved.', language: 'en', version: review.version }
  await must(world.act(nia, concludeReview, conclusion))
}
