/** A review from its start to its signature on the embedded database, and that it stays as it was signed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveDomain } from '../answer/answer.actions.ts'
import { refreshEvidence } from '../evidence/evidence.actions.ts'
import { addFollowUp, closeFollowUp, readFollowUps } from '../follow-up/follow-up.actions.ts'
import { readReviews } from '../report/report.actions.ts'
import { findEvidence, promptsOf } from '../report/report.ts'
import {
  aDraft,
  answerEverything,
  detailOf,
  gareth,
  must,
  nia,
  openReviewWorld,
  provider,
  type ReviewWorld,
  writeOutcomeReviews,
} from '../review.fixtures.ts'
import { returnReview, signReview, startReview, submitReview, withdrawReview } from './review-life.actions.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.database.close())

const refusalOf = async (result: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await result).refusal?.code

describe('a new review', () => {
  it('arrives with its evidence already read, from the measures and from the registers', async () => {
    const { report } = await detailOf(world, await aDraft(world))
    expect(findEvidence(report, 'outcomes-achieved')?.now).toEqual({ numerator: 2, denominator: 3 })
    expect(findEvidence(report, 'outcomes-achieved')?.months).toHaveLength(12)
    expect(findEvidence(report, 'contracts-without-outcome')?.now).toEqual({ numerator: 0, denominator: 1 })
    expect(findEvidence(report, 'indicators-without-outcome')?.now).toEqual({ numerator: 1, denominator: 2 })
    expect(findEvidence(report, 'indicators-without-target')?.now).toEqual({ numerator: 1, denominator: 2 })
  })

  it('covers the whole authority where no contract is chosen, and is asked what concerns any model', async () => {
    const { report } = await detailOf(world, await aDraft(world, []))
    const asked = promptsOf(report).map((prompt) => prompt.id)
    expect(asked).toContain('proxies')
    expect(asked).toContain('perverse-incentives')
    expect(asked).toContain('line-of-sight')
    expect(findEvidence(report, 'contracts-without-outcome')?.now).toEqual({ numerator: 1, denominator: 3 })
    expect(findEvidence(report, 'contracts-ending-soon')?.now).toEqual({ numerator: 1, denominator: 3 })
  })

  it('asks a Model 1 contract nothing that is about Models 2 and 3', async () => {
    const asked = promptsOf((await detailOf(world, await aDraft(world))).report).map((prompt) => prompt.id)
    expect(asked).toContain('proxies')
    expect(asked).not.toContain('perverse-incentives')
    expect(asked).not.toContain('line-of-sight')
  })

  it('may end today but not tomorrow, and not before it starts', async () => {
    const input = { frameworkId: 'contract-management', name: 'X', language: 'en', contractIds: [], from: '2026-01-01' }
    expect(await refusalOf(world.act(nia, startReview, { ...input, to: '2026-03-04' }))).toBe('period-in-the-future')
    expect(await refusalOf(world.act(nia, startReview, { ...input, to: '2025-12-31' }))).toBe(
      'period-ends-before-it-starts',
    )
    expect((await world.act(nia, startReview, { ...input, to: '2026-03-03' })).ok).toBe(true)
  })

  it('cannot be started, read or listed by a provider', async () => {
    const reviewId = await aDraft(world)
    expect(await refusalOf(world.act(provider, startReview, {}))).toBe('not-allowed')
    expect(await refusalOf(world.act(provider, readReviews, {}))).toBe('not-allowed')
    const seen = await world.database.transaction(provider, (tx) =>
      tx.selectFrom('review.review').select('review_id').where('review_id', '=', reviewId).execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('reading the evidence again', () => {
  it('says which numbers changed, and keeps what was disagreed with', async () => {
    const reviewId = await aDraft(world, [world.contractIds[1]])
    const disagreement = { promptId: 'achieved', name: 'outcomes-achieved', text: 'Half were never asked.', version: 1 }
    const words = { reviewId, domainId: 'outcomes', language: 'en', disagreements: [disagreement] }
    await must(world.act(nia, saveDomain, words))
    expect((await must(world.act(nia, refreshEvidence, { reviewId }))).changes).toEqual([])
    await world.database.asOwner((tx) => writeOutcomeReviews(tx, world.contractIds[1]))
    const { changes } = await must(world.act(nia, refreshEvidence, { reviewId }))
    expect(changes).toContainEqual({
      name: 'outcomes-achieved',
      was: { numerator: 0, denominator: 0 },
      is: { numerator: 2, denominator: 3 },
    })
    const evidence = findEvidence((await detailOf(world, reviewId)).report, 'outcomes-achieved')
    expect(evidence?.disagreement).toEqual({ text: 'Half were never asked.', language: 'en', by: 'Nia Prosser' })
  })
})

describe('sending and signing', () => {
  it('cannot be sent while a question or the conclusion is open', async () => {
    const reviewId = await aDraft(world)
    const refused = await world.act(nia, submitReview, { reviewId })
    expect(refused.ok ? [] : [refused.refusal.code, ...(refused.refusal.others ?? []).map((r) => r.code)]).toEqual([
      'review-incomplete',
      'conclusion-missing',
    ])
  })

  it('is signed by a second person, never by a writer', async () => {
    const reviewId = await aDraft(world)
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    expect(await refusalOf(world.act(nia, signReview, { reviewId }))).toBe('writer-cannot-sign')
    expect((await detailOf(world, reviewId, nia)).may).toMatchObject({ write: false, sign: false, isWriter: true })
    expect((await detailOf(world, reviewId, gareth)).may).toMatchObject({ write: false, sign: true, isWriter: false })
    const { version } = (await detailOf(world, reviewId, gareth)).review
    const older = { reviewId, version: version - 1 }
    expect(await refusalOf(world.act(gareth, signReview, older))).toBe('review-changed-since-read')
    await must(world.act(gareth, signReview, { reviewId, version }))
    const { review, signature } = await detailOf(world, reviewId)
    expect(review.state).toBe('signed')
    expect(signature?.by).toBe('Gareth Pugh')
    expect(signature?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('can be returned with a reason, never without one, and a contributor then becomes a writer', async () => {
    const reviewId = await aDraft(world)
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    expect(await refusalOf(world.act(gareth, returnReview, { reviewId, reason: ' ' }))).toBe('reason-missing')
    await must(world.act(gareth, returnReview, { reviewId, reason: 'Say more about continuity.' }))
    const { review, steps } = await detailOf(world, reviewId)
    expect(review.state).toBe('draft')
    expect(steps.at(-1)).toMatchObject({ step: 'return', by: 'Gareth Pugh', reason: 'Say more about continuity.' })
    const note = { strengths: 'Steady staff.', gaps: '', version: 0 }
    await must(world.act(gareth, saveDomain, { reviewId, domainId: 'quality', language: 'cy', note }))
    await must(world.act(nia, submitReview, { reviewId }))
    expect(await refusalOf(world.act(gareth, signReview, { reviewId }))).toBe('writer-cannot-sign')
  })

  it('cannot be written in once sent, and ends when withdrawn', async () => {
    const reviewId = await aDraft(world)
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    const words = { reviewId, domainId: 'quality', language: 'en' }
    expect(await refusalOf(world.act(nia, saveDomain, words))).toBe('review-not-in-draft')
    expect(await refusalOf(world.act(nia, refreshEvidence, { reviewId }))).toBe('review-not-in-draft')
    await must(world.act(nia, withdrawReview, { reviewId, reason: 'Begun again with the right contracts.' }))
    expect(await refusalOf(world.act(gareth, signReview, { reviewId }))).toBe('review-step-not-possible')
  })
})

describe('a signed review', () => {
  it('stays as it was signed, whatever happens to the records, the contract or the framework’s words', async () => {
    const reviewId = await aDraft(world)
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    await must(world.act(gareth, signReview, { reviewId }))
    const before = await detailOf(world, reviewId)
    await world.database.asOwner(async (tx) => {
      await writeOutcomeReviews(tx, world.contractIds[0])
      await sql`update contract_management.contract set title_en = 'Renamed' where contract_id = ${world.contractIds[0]}`.execute(
        tx,
      )
      await sql`update review.answer set finding = 'Changed behind our back' where review_id = ${reviewId}`.execute(tx)
    })
    const after = await detailOf(world, reviewId)
    expect(after.report).toEqual(before.report)
    expect(after.signature).toEqual(before.signature)
  })

  it('cannot be changed by the application, and says so when its row was changed all the same', async () => {
    const reviewId = await aDraft(world)
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    await must(world.act(gareth, signReview, { reviewId }))
    await expect(
      world.database.transaction(nia, (tx) => tx.updateTable('review.signed_report').set({ content: '{}' }).execute()),
    ).rejects.toThrow(/permission denied/)
    await world.database.asOwner((tx) =>
      sql`update review.signed_report set content = replace(content, 'in-place', 'strong') where review_id = ${reviewId}`.execute(
        tx,
      ),
    )
    await expect(detailOf(world, reviewId)).rejects.toThrow(/changed after it was signed/)
    await world.database.asOwner((tx) =>
      sql`delete from review.signed_report where review_id = ${reviewId}`.execute(tx),
    )
  })

  it('has its actions followed: late from the day after they were due, until they are done', async () => {
    const reviewId = await aDraft(world)
    const action = {
      reviewId,
      domainId: 'outcomes',
      language: 'en',
      what: 'Ask people.',
      owner: 'Nia Prosser',
      dueOn: '2026-03-03',
    }
    const { actionId } = await must(world.act(nia, addFollowUp, action))
    expect(await refusalOf(world.act(nia, addFollowUp, { ...action, dueOn: '2026-03-02' }))).toBe('due-in-the-past')
    expect(await refusalOf(world.act(nia, closeFollowUp, { actionId, state: 'done', version: 1 }))).toBe(
      'review-not-signed',
    )
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    await must(world.act(gareth, signReview, { reviewId }))
    const mine = async () =>
      (await must(world.act(nia, readFollowUps, {}))).followUps.find((followUp) => followUp.actionId === actionId)
    expect(await mine()).toMatchObject({ isLate: false, reviewName: 'Upper Valley, year to February' })
    expect(await refusalOf(world.act(nia, closeFollowUp, { actionId, state: 'dropped', version: 1 }))).toBe(
      'reason-missing',
    )
    await must(world.act(nia, closeFollowUp, { actionId, state: 'done', note: 'Asked all.', version: 1 }))
    expect(await mine()).toMatchObject({ state: 'done', closingNote: 'Asked all.' })
    expect(await refusalOf(world.act(nia, closeFollowUp, { actionId, state: 'open', version: 1 }))).toBe(
      'action-changed',
    )
  })
})
