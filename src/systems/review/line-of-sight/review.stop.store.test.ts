/** The review's stop on the line of sight, and what waits for whom on the home page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeMonthsBefore } from '../../../kernel/period.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import { addFollowUp } from '../follow-up/follow-up.actions.ts'
import {
  aDraft,
  answerEverything,
  gareth,
  must,
  nia,
  openReviewWorld,
  provider,
  type ReviewWorld,
} from '../review.fixtures.ts'
import { returnReview, signReview, submitReview } from '../review-life/review-life.actions.ts'
import { reviewToday } from '../today.ts'
import { reviewStop } from './review.stop.ts'

let world: ReviewWorld
beforeAll(async () => {
  world = await openReviewWorld()
})
afterAll(() => world.database.close())

const read = (actor: Actor, focus: object) =>
  world.database.transaction(actor, (tx) =>
    reviewStop.read(tx, { authorityId: 1, ...focus }, wholeMonthsBefore(world.runtime.clock.today(), 12)),
  )
const today = async (actor: Actor, on = '2026-03-03') =>
  (await world.database.transaction(actor, (tx) => reviewToday(tx, actor, fixedClock(on)))).map((i) => i.sentence.en)

describe('the stop', () => {
  it('is not there before anybody reviewed, then says what is on its way, then what was signed', async () => {
    const contractId = world.contractIds[0]
    expect(await read(nia, { contractId })).toBeUndefined()
    const reviewId = await aDraft(world)
    expect((await read(nia, { contractId }))?.headline.en).toBe('Being written')
    const action = {
      reviewId,
      domainId: 'outcomes',
      language: 'en',
      what: 'Ask.',
      owner: 'Nia Prosser',
      dueOn: '2026-03-10',
    }
    await must(world.act(nia, addFollowUp, action))
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    expect((await read(nia, { contractId }))?.headline).toEqual({ en: 'Awaiting signature', cy: 'Yn aros am lofnod' })
    expect(await today(gareth)).toEqual(['A review waits for your signature.'])
    expect(await today(nia)).toEqual([])
    await must(world.act(gareth, signReview, { reviewId }))
    expect(await read(nia, { contractId })).toMatchObject({
      headline: { en: 'Signed 3 March 2026', cy: 'Llofnodwyd 3 Mawrth 2026' },
      href: `/reviews/${reviewId}/report`,
    })
    expect((await read(nia, {}))?.headline.en).toBe('1 review signed')
  })

  it('belongs to the contract reviewed and to no other, and no provider sees it', async () => {
    expect(await read(nia, { contractId: world.contractIds[2] })).toBeUndefined()
    expect(await read(nia, { personId: 1 })).toBeUndefined()
    expect(await read(provider, { contractId: world.contractIds[0] })).toBeUndefined()
  })
})

describe('the home page', () => {
  it('tells the owner of an action from two weeks before, and that it is late from the day after', async () => {
    expect(await today(nia, '2026-02-23')).toEqual([])
    expect(await today(nia, '2026-02-24')).toEqual(['One of your review actions falls due in two weeks.'])
    expect(await today(nia, '2026-03-10')).toEqual(['One of your review actions falls due in two weeks.'])
    expect(await today(nia, '2026-03-11')).toEqual(['One of your review actions is late.'])
    expect(await today(gareth, '2026-03-11')).toEqual([])
  })

  it('tells its writers that a review came back, and a provider nothing', async () => {
    const reviewId = await aDraft(world)
    await answerEverything(world, reviewId)
    await must(world.act(nia, submitReview, { reviewId }))
    await must(world.act(gareth, returnReview, { reviewId, reason: 'Say more.' }))
    expect(await today(nia)).toContain('A review was returned to you.')
    expect(await today(gareth)).toEqual([])
    expect(await today(provider)).toEqual([])
  })
})
