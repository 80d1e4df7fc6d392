/** A review through its pages in both languages, and through the API: start, write, clash, send, sign, read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestSite, testSite, type Visitor } from '../../platform/http/site.fixtures.ts'
import { promptsOf } from './report/report.ts'
import { detailOf, openReviewWorld, type ReviewWorld } from './review.fixtures.ts'
import { reviewSystem } from './system.ts'

let world: ReviewWorld
let site: TestSite
let writer: Visitor
let signer: Visitor
beforeAll(async () => {
  world = await openReviewWorld()
  site = testSite(world.runtime, [reviewSystem])
  writer = await site.as('reviewer', { name: 'Tudur Bevan' })
  signer = await site.as('commissioner', { name: 'Elin Maddocks' })
})
afterAll(() => world.database.close())

const START = {
  frameworkId: 'contract-management',
  name: 'Y Cwm Uchaf',
  covers: 'contracts',
  'from-day': '1',
  'from-month': '3',
  'from-year': '2025',
  'to-day': '28',
  'to-month': '2',
  'to-year': '2026',
}

async function start(language: '' | '/cy' = ''): Promise<number> {
  const answer = await writer.post(`${language}/reviews/start`, { ...START, contractIds: String(world.contractIds[0]) })
  expect(answer.status).toBe(303)
  return Number(/reviews\/(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1])
}

describe('through the pages', () => {
  it.each([
    ['', 'Are the outcomes agreed with people being achieved?', '67%: 2 of 3.'],
    ['/cy', 'A yw’r canlyniadau y cytunwyd arnynt gyda phobl yn cael eu cyflawni?', '67%: 2 o 3.'],
  ] as const)('a domain shows its questions with the evidence already there, and keeps what is written (%s)', async (language, question, evidence) => {
    const reviewId = await start(language)
    const page = `${language}/reviews/${reviewId}/domains/outcomes`
    const shown = await (await writer.get(page)).text()
    expect(shown).toContain(question)
    expect(shown).toContain(evidence)
    expect(shown).toContain(`/measures/outcomes-achieved/explain?contractId=${world.contractIds[0]}`)
    const saved = await writer.post(page, {
      'achieved.judgement': 'strong',
      'achieved.finding': 'Da iawn.',
      'achieved.version': '0',
      next: 'stay',
    })
    expect(saved.headers.get('location')).toBe(page)
    expect(await (await writer.get(page)).text()).toContain('Da iawn.')
  })

  it('comes back as typed with what is wrong, and nothing is saved', async () => {
    const reviewId = await start()
    const page = `/reviews/${reviewId}/domains/outcomes`
    const again = await writer.post(page, {
      'achieved.judgement': 'not-applicable',
      'attribution.finding': 'Typed here.',
      'achieved.version': '0',
    })
    expect(again.status).toBe(400)
    const html = await again.text()
    expect(html).toContain('Say why this does not apply.')
    expect(html).toContain('href="#achieved.finding"')
    expect(html).toContain('Typed here.')
    expect(promptsOf((await detailOf(world, reviewId)).report).every(({ version }) => version === 0)).toBe(true)
  })

  it('shows both texts when two people save the same answer, and saves the second’s when they save again', async () => {
    const reviewId = await start()
    const page = `/reviews/${reviewId}/domains/outcomes`
    await signer.post(page, {
      'achieved.judgement': 'strong',
      'achieved.finding': 'Elin’s words.',
      'achieved.version': '0',
    })
    const mine = { 'achieved.judgement': 'not-yet', 'achieved.finding': 'Tudur’s words.', 'achieved.version': '0' }
    const clash = await writer.post(page, mine)
    expect(clash.status).toBe(412)
    const html = await clash.text()
    expect(html).toContain('Elin’s words.')
    expect(html).toContain('Tudur’s words.')
    expect(html).toContain('name="achieved.version" value="1"')
    expect((await writer.post(page, { ...mine, 'achieved.version': '1' })).status).toBe(303)
    const kept = promptsOf((await detailOf(world, reviewId)).report).find(({ id }) => id === 'achieved')
    expect(kept?.finding.text).toBe('Tudur’s words.')
  })

  it('asks again for a start without a contract, a name or a real day, each at its field', async () => {
    const none = await writer.post('/cy/reviews/start', { ...START, 'from-day': '31', 'from-month': '2' })
    expect(none.status).toBe(400)
    const html = await none.text()
    expect(html).toContain('Dewiswch o leiaf un contract.')
    expect(html).toContain('href="#from"')
    expect(html).toContain('value="Y Cwm Uchaf"')
  })
})

describe('the list', () => {
  it('is found by part of a name whatever its accents, paged, and taken away whole', async () => {
    for (let i = 0; i < 26; i += 1) await start()
    const first = await (await writer.get('/reviews?search=cŵm')).text()
    expect(first.match(/<th scope="row"/g)).toHaveLength(25)
    expect(first).toContain('page=2')
    expect(await (await writer.get('/reviews?search=nothing-like-it')).text()).toContain('No review matches.')
    const csv = await (await writer.get('/cy/reviews?search=cwm&export=csv')).text()
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(26)
    expect(csv).toContain('Adolygiad,Fframwaith')
  })
})

describe('through the API', () => {
  it('goes from start to signature, with the version each write was made from', async () => {
    const body = {
      frameworkId: 'contract-management',
      name: 'API',
      language: 'en',
      contractIds: [world.contractIds[0]],
      from: '2025-03-01',
      to: '2026-02-28',
    }
    const { id } = (await (await writer.api('post', '/api/v1/reviews', body)).json()) as { id: number }
    const at = `/api/v1/reviews/${id}`
    const review = (await (await writer.api('get', at)).json()) as { domains: { prompts: string[] }[]; version: number }
    const answer = { judgement: 'in-place', finding: 'Seen.', language: 'en' }
    expect((await writer.api('put', `${at}/answers/achieved`, answer)).status).toBe(428)
    for (const promptId of review.domains.flatMap(({ prompts }) => prompts))
      expect((await writer.api('put', `${at}/answers/${promptId}`, answer, { 'If-Match': '"1"' })).status).toBe(204)
    const stale = { ...answer, finding: 'Other.' }
    expect((await writer.api('put', `${at}/answers/achieved`, stale, { 'If-Match': '"1"' })).status).toBe(412)
    expect((await writer.api('get', `${at}/answers/achieved`)).headers.get('etag')).toBe('"2"')
    const conclusion = { conclusion: 'Steady.', language: 'en' }
    expect(
      (await writer.api('put', `${at}/conclusion`, conclusion, { 'If-Match': `"${review.version}"` })).status,
    ).toBe(204)
    expect((await writer.api('post', `${at}/submit`)).status).toBe(200)
    expect((await writer.api('post', `${at}/sign`)).status).toBe(403)
    expect(await (await signer.api('post', `${at}/sign`)).json()).toEqual({ state: 'signed' })
    const report = (await (await writer.api('get', `${at}/report`)).json()) as { signature: { by: string } }
    expect(report.signature.by).toBe('Elin Maddocks')
    for (const [format, start] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const file = await writer.api('get', `${at}/report/${format}?language=cy`)
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, start.length)
          .toString(),
      ).toBe(start)
    }
  })
})

describe('who may not', () => {
  it.each([
    'provider-manager',
    'provider-coordinator',
    'person',
    'carer',
  ] as const)('a %s sees no review', async (role) => {
    const visitor = await site.as(role, { providerId: 1, personIds: [1] })
    const reviewId = await start()
    for (const path of [
      '/reviews',
      `/reviews/${reviewId}`,
      `/reviews/${reviewId}/report`,
      `/reviews/${reviewId}/report/pdf`,
    ])
      expect((await visitor.get(path)).status).toBe(403)
    expect((await visitor.api('get', `/api/v1/reviews/${reviewId}/report`)).status).toBe(403)
  })

  it('an auditor reads but does not write or sign', async () => {
    const auditor = await site.as('auditor')
    const reviewId = await start()
    expect((await auditor.get(`/reviews/${reviewId}`)).status).toBe(200)
    expect((await auditor.post(`/reviews/${reviewId}/domains/outcomes`)).status).toBe(403)
    expect((await auditor.post(`/reviews/${reviewId}/sign`)).status).toBe(403)
  })
})
