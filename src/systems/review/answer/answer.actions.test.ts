/** Two people writing in one review on the embedded database: nothing is lost, and each clash is named. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRefusals } from '../../../kernel/result.ts'
import { attachFile, readAttachment, removeAttachment } from '../attachment/attachment.actions.ts'
import { promptsOf } from '../report/report.ts'
import { aDraft, detailOf, gareth, must, nia, openReviewWorld, type ReviewWorld } from '../review.fixtures.ts'
import { saveDomain } from './answer.actions.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.database.close())

const quality = (reviewId: number, finding: string, version: number) => ({
  reviewId,
  domainId: 'quality',
  language: 'en',
  answers: [{ promptId: 'continuity', judgement: 'developing', finding, version }],
})
const continuityOf = async (reviewId: number) =>
  promptsOf((await detailOf(world, reviewId)).report).find((prompt) => prompt.id === 'continuity')!

describe('writing in a domain', () => {
  it('keeps the words, who wrote them and in which language', async () => {
    const reviewId = await aDraft(world)
    await must(world.act(nia, saveDomain, { ...quality(reviewId, 'Wyth gweithiwr\r\nmewn mis.', 0), language: 'cy' }))
    expect(await continuityOf(reviewId)).toMatchObject({
      judgement: 'developing',
      finding: { text: 'Wyth gweithiwr\nmewn mis.', language: 'cy' },
      answeredBy: 'Nia Prosser',
      version: 1,
    })
  })

  it('leaves alone what nobody touched: saving the same again changes neither version nor writer', async () => {
    const reviewId = await aDraft(world)
    await must(world.act(nia, saveDomain, quality(reviewId, 'Eight workers.', 0)))
    await must(world.act(gareth, saveDomain, quality(reviewId, 'Eight workers.', 0)))
    expect(await continuityOf(reviewId)).toMatchObject({ answeredBy: 'Nia Prosser', version: 1 })
  })

  it('refuses the second of two who began from the same text, and keeps the first’s', async () => {
    const reviewId = await aDraft(world)
    await must(world.act(nia, saveDomain, quality(reviewId, 'Nia’s first.', 0)))
    await must(world.act(nia, saveDomain, quality(reviewId, 'Nia’s second.', 1)))
    const clash = await world.act(gareth, saveDomain, {
      ...quality(reviewId, 'Gareth’s.', 1),
      note: { strengths: 'Not to be half saved.', gaps: '', version: 0 },
    })
    expect(clash.ok ? [] : allRefusals(clash.refusal)).toMatchObject([
      { kind: 'stale', code: 'written-by-somebody-else', field: 'continuity.finding' },
    ])
    const { report } = await detailOf(world, reviewId)
    expect((await continuityOf(reviewId)).finding.text).toBe('Nia’s second.')
    expect(report.domains.find((domain) => domain.id === 'quality')?.strengths.text).toBe('')
  })

  it('refuses a judgement that is not on the scale, and a question that this review does not ask', async () => {
    const reviewId = await aDraft(world)
    const wrong = await world.act(nia, saveDomain, {
      ...quality(reviewId, '', 0),
      answers: [
        { promptId: 'continuity', judgement: 'excellent', finding: '', version: 0 },
        { promptId: 'perverse-incentives', judgement: 'strong', finding: '', version: 0 },
      ],
    })
    expect(wrong.ok ? [] : allRefusals(wrong.refusal).map((r) => r.code)).toEqual([
      'unknown-judgement',
      'prompt-not-asked',
    ])
  })
})

describe('an attached document', () => {
  const bytes = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0x00])

  it('comes back byte for byte, under the last part of its name', async () => {
    const reviewId = await aDraft(world)
    const input = { reviewId, promptId: 'continuity', fileName: 'C:\\Papurau\\Cofnod ŵy.pdf', bytes }
    const { attachmentId, domainId } = await must(world.act(nia, attachFile, input))
    expect(domainId).toBe('quality')
    const found = await must(world.act(gareth, readAttachment, { reviewId, attachmentId }))
    expect(found.fileName).toBe('Cofnod ŵy.pdf')
    expect([...found.content]).toEqual([...bytes])
    expect((await continuityOf(reviewId)).attachments).toMatchObject([{ fileName: 'Cofnod ŵy.pdf', sizeBytes: 7 }])
  })

  it('is gone from the review once taken out, and belongs to no other review', async () => {
    const reviewId = await aDraft(world)
    const other = await aDraft(world)
    const input = { reviewId, promptId: 'continuity', fileName: 'a.pdf', bytes }
    const { attachmentId } = await must(world.act(nia, attachFile, input))
    expect((await world.act(nia, readAttachment, { reviewId: other, attachmentId })).ok).toBe(false)
    await must(world.act(nia, removeAttachment, { reviewId, attachmentId }))
    expect((await world.act(nia, readAttachment, { reviewId, attachmentId })).ok).toBe(false)
    expect((await continuityOf(reviewId)).attachments).toEqual([])
  })
})
