/**
 * Comparisons over the whole house: whatever sets contracts, providers or areas side by side says whether it allows for how much help people
 * need; providers are compared adjusted by those who may; and a provider sees nothing of another.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from './app.fixtures.ts'
import { LANGUAGES, localPath } from './kernel/language.ts'
import { FEWEST_TO_COMPARE } from './kernel/like-for-like.ts'
import { wholeMonthsBefore } from './kernel/period.ts'
import { adjustmentOf } from './measures/adjustment.ts'
import { measurePaths } from './measures/paths.ts'
import { readProvidersByBand } from './measures/reading.ts'
import { getSource, listCompared, listMeasures } from './measures/registry.ts'
import { anActor } from './platform/audit/audit.fixtures.ts'
import { systemActor } from './platform/permissions/actor.ts'
import type { Role } from './platform/permissions/role.ts'
import { uiText } from './ui/ui.text.ts'

let world: TestWorld
const ACTOR = systemActor(1)
/** Whole months, after every day on which these records could have been held. */
const PERIOD = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2026-01-31') }

beforeAll(async () => {
  world = await openTestWorld()
  await world.database.transaction(ACTOR, async (tx) => {
    // Both people need as much help; what one's provider does is achieved, and what the other's does is not.
    await sql`delete from care_planning.need_band`.execute(tx)
    await sql`insert into care_planning.need_band (authority_id, person_id, band, from_on, edition)
      select 1, person_id, 'middle', '2020-01-01', 'test' from care_planning.person`.execute(tx)
    for (const [ids, achievement] of [
      [world.ids, 'achieved'],
      [world.othersIds, 'not'],
    ] as const)
      await sql`insert into care_planning.outcome_review
          (authority_id, ref, personal_outcome_id, person_id, area_id, contract_id, provider_id, due_on, held_on, achievement, provider_says, person_says)
        select 1, ${achievement} || n, o.personal_outcome_id, o.person_id, o.area_id, o.contract_id, ${Number(ids.providerId)}::integer,
          '2026-01-15', '2026-01-15', ${achievement}, 'achieved', ${achievement}
        from care_planning.personal_outcome o, generate_series(1, ${FEWEST_TO_COMPARE + 3}::integer) n
        where o.personal_outcome_id = ${Number(ids.personalOutcomeId)}`.execute(tx)
  })
}, 120_000)
afterAll(() => world.database.close())

const body = async (role: Role, path: string) => (await (await world.signIn(role)).get(path)).text()
const compared = (measure: string) => `/providers-compared?measure=${measure}&from=${PERIOD.from}&to=${PERIOD.to}`

describe('every comparison says whether it is adjusted', () => {
  test('each measure, by contract, on its page and in the API', async () => {
    const visitor = await world.signIn('commissioner')
    for (const measure of listMeasures())
      for (const language of LANGUAGES) {
        const page = await (await visitor.get(localPath(language, measurePaths.measure(measure.name)))).text()
        expect([measure.name, page.includes(uiText[language].adjustment[adjustmentOf(measure)])]).toEqual([
          measure.name,
          true,
        ])
      }
  })
  test('the lists of providers, areas and contracts, and the pages of one', async () => {
    const { providerId, contractId } = world.ids
    const paths = ['/providers', `/providers/${providerId}`, '/areas', '/contracts', `/contracts/${contractId}`]
    for (const path of paths)
      for (const language of LANGUAGES) {
        const page = await body('commissioner', localPath(language, path))
        expect([path, page.includes(uiText[language].adjustment.no)]).toEqual([path, true])
      }
  })
  test('the questions of a review, whose evidence it is', async () => {
    expect(await body('reviewer', `/reviews/${world.ids.reviewId}/domains/administration`)).toContain(
      uiText.en.adjustment.no,
    )
  })
})

describe('providers compared', () => {
  test('only by shares that are kept apart by band, and each of them opens', async () => {
    expect(listCompared().map(({ name }) => name)).toEqual([
      'outcomes-reached',
      'outcomes-reached-person',
      'outcomes-reached-provider',
      'outcomes-confirmed',
      'word-gap',
      'reablement-need-reduced',
    ])
    for (const measure of listCompared()) {
      expect(getSource(measure.source).isBanded).toBe(true)
      expect(await body('commissioner', compared(measure.name))).toContain(measure.label.en)
    }
  })
  test('page, file and API say the same', async () => {
    const page = await body('contract-manager', compared('outcomes-reached'))
    expect(page).toContain('Adjusted for need band')
    expect(page).toContain('Not adjusted for need')
    const csv = await body('contract-manager', `${compared('outcomes-reached')}&export=csv`)
    expect(csv).toContain('Higher, more than chance')
    expect(csv).toContain('Lower, more than chance')
    const visitor = await world.signIn('contract-manager')
    const answer = (await (await visitor.api('GET', `/api/v1${compared('outcomes-reached')}`)).json()) as {
      adjustedFor: string
      items: { verdict: string; crude: number; expected: number; bands: unknown[] }[]
    }
    expect(answer.adjustedFor).toBe('need-band')
    expect(answer.items.map(({ verdict, crude, expected }) => [verdict, crude, expected])).toEqual([
      ['above', 1, 6.5],
      ['below', 0, 6.5],
    ])
  })
  test('a measure that providers are not compared by is refused with what to do', async () => {
    const answer = await (await world.signIn('commissioner')).get('/providers-compared?measure=visits-late')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Providers are not compared by “visits-late”')
  })
  test('records can be listed by band only where they are kept by band', async () => {
    const visitor = await world.signIn('commissioner')
    expect((await visitor.get('/measures/outcomes-reached/explain?band=middle')).status).toBe(200)
    const refused = await visitor.get('/measures/visits-late/explain?band=middle')
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('is not kept apart by band of need')
    expect((await visitor.get('/measures/outcomes-reached/explain?band=enormous')).status).toBe(400)
  })
  test.each<[Role, number]>([
    ['commissioner', 200],
    ['contract-manager', 200],
    ['reviewer', 200],
    ['auditor', 200],
    ['social-worker', 403],
    ['broker', 403],
    ['provider-manager', 403],
    ['provider-coordinator', 403],
    ['person', 403],
    ['carer', 403],
  ])('%s: %i', async (role, status) => {
    expect((await (await world.signIn(role)).get('/providers-compared')).status).toBe(status)
  })
  test('and a provider that asked all the same would be given its own results alone, by the database', async () => {
    const own = Number(world.ids.providerId)
    const year = wholeMonthsBefore(PERIOD.to.add({ months: 2 }), 12)
    const found = await world.database.transaction(
      anActor({ kind: 'provider', providerId: own }, { authorityId: 1 }),
      (tx) => readProvidersByBand(tx, ['outcomes-reached'], {}, year),
    )
    expect([...found.keys()]).toEqual([own])
  })
})
