/** Between a provider and the council: what is written arrives, is answered, told and acknowledged; and nobody else sees it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { savePersonalOutcome, savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { carePlanningToday } from '../today.ts'
import { acknowledge, answerNote, readNotes, readWaiting, writeNote } from './provider-note.actions.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const provider = anActor({ kind: 'provider', providerId: 7 }, { roles: ['provider-coordinator'], name: 'Osian', id: 3 })
const another = anActor({ kind: 'provider', providerId: 8 }, { roles: ['provider-coordinator'], name: 'Huw', id: 4 })
const person = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'], name: 'Gwen', id: 9 })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database)
  await database.asOwner(async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx, { personal_outcome_id: 501, provider_id: 7 })
    await savePersonalOutcome(tx, { personal_outcome_id: 502, provider_id: 8 })
    // Both support the person; each has a part in one outcome.
    for (const provider_id of [7, 8])
      await tx
        .insertInto('care_planning.circle')
        .values({ authority_id: 1, person_id: 1, provider_id, because: 'package' })
        .execute()
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}
const NOTE = { personId: 1, wordsLanguage: 'cy', words: 'Aeth at y giât ddwywaith.' }

async function write(more: Record<string, unknown>, actor = provider): Promise<number> {
  const result = await act(writeNote, { ...NOTE, ...more }, actor)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.providerNoteId
}
const situations = () =>
  database.asOwner((tx) =>
    tx
      .selectFrom('care_planning.situation')
      .select(['kind', 'source_key', 'handled_by'])
      .orderBy('situation_id')
      .execute(),
  )

describe('writing', () => {
  test('progress is written of an outcome that the provider has a part in, and of no other', async () => {
    await write({ kind: 'progress', personalOutcomeId: '501' })
    expect(await act(writeNote, { ...NOTE, kind: 'progress', personalOutcomeId: '502' }, provider)).toMatchObject({
      refusal: { code: 'choose-an-outcome' },
    })
  })
  test('nobody but a provider writes here, nor a provider of somebody it does not support', async () => {
    for (const actor of [worker, person])
      expect(await act(writeNote, { ...NOTE, kind: 'note' }, actor)).toMatchObject({ refusal: { code: 'not-allowed' } })
    const stranger = anActor({ kind: 'provider', providerId: 9 }, { roles: ['provider-coordinator'] })
    expect(await act(writeNote, { ...NOTE, kind: 'note' }, stranger)).toMatchObject({ refusal: { kind: 'not-found' } })
  })
  test('words that say nothing and a missing kind are told at their fields', async () => {
    const result = await act(writeNote, { personId: 1, words: ' ', wordsLanguage: 'cy' }, provider)
    if (result.ok) throw new Error('accepted')
    const fields = [result.refusal, ...(result.refusal.others ?? [])].map(({ field }) => field)
    expect(fields.sort()).toEqual(['kind', 'words'])
  })
})

describe('a concern', () => {
  test('becomes a situation in the same transaction, is answered, and closes it', async () => {
    const id = await write({ kind: 'concern', isUrgent: 'yes', words: 'Nid oedd bwyd yn y tŷ.' })
    expect((await situations()).at(-1)).toEqual({
      kind: 'provider-concern',
      source_key: `note/${id}`,
      handled_by: null,
    })
    const at = { personId: 1, providerNoteId: id, version: 1 }
    expect(await act(answerNote, { ...at, answer: 'declined', words: 'Na' }, worker)).toMatchObject({
      refusal: { code: 'answer-does-not-fit' },
    })
    expect(
      await act(answerNote, { ...at, answer: 'noted', words: 'Es i heddiw.', language: 'cy' }, worker),
    ).toMatchObject({ ok: true })
    expect((await situations()).at(-1)).toMatchObject({ handled_by: 'Elin' })
    expect(await act(answerNote, { ...at, version: 2, answer: 'noted' }, worker)).toMatchObject({
      refusal: { code: 'waits-for-no-answer' },
    })
  })
  test('is not shown to the person; other notes are', async () => {
    const shown = await act(readNotes, { personId: 1 }, person)
    if (!shown.ok) throw new Error(shown.refusal.code)
    expect(shown.value.notes.map(({ kind }) => kind)).toEqual(['progress'])
  })
})

describe('a request to change the plan', () => {
  test('that is not agreed needs its reason; two who answer at once: the second is told', async () => {
    const id = await write({ kind: 'change-request', words: 'Mae angen ymweliad arall.' })
    const at = { personId: 1, providerNoteId: id, version: 1 }
    expect(await act(answerNote, { ...at, answer: 'declined' }, worker)).toMatchObject({ refusal: { code: 'say-why' } })
    expect(await act(answerNote, { ...at, version: 5, answer: 'agreed' }, worker)).toMatchObject({
      refusal: { kind: 'stale' },
    })
    expect(await act(answerNote, { ...at, answer: 'agreed' }, worker)).toMatchObject({ ok: true })
  })
  test('the provider is told, and acknowledges it once; another provider has nothing to acknowledge', async () => {
    const waiting = await act(readWaiting, {}, provider)
    if (!waiting.ok) throw new Error(waiting.refusal.code)
    const [notice] = waiting.value.notices.filter(({ kind }) => kind === 'request-answered')
    if (!notice) throw new Error('nothing was told')
    expect(await act(acknowledge, { noticeId: notice.noticeId }, another)).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    expect(await act(acknowledge, { noticeId: notice.noticeId }, provider)).toMatchObject({ ok: true })
    expect(await act(acknowledge, { noticeId: notice.noticeId }, provider)).toMatchObject({
      refusal: { code: 'no-such-notice' },
    })
    const kept = await database.asOwner((tx) =>
      tx.selectFrom('care_planning.notice').selectAll().where('notice_id', '=', notice.noticeId).executeTakeFirst(),
    )
    expect(kept).toMatchObject({ acknowledged_by: 'Osian' })
  })
})

test('the home page says what waits: to the provider what to acknowledge, to the council what to answer', async () => {
  const id = await write({ kind: 'concern', isUrgent: 'yes', words: 'Nid yw’n bwyta.' })
  await act(answerNote, { personId: 1, providerNoteId: id, version: 1, answer: 'noted' }, worker)
  await write({ kind: 'concern', isUrgent: 'yes', words: 'Nid yw’n yfed chwaith.' })
  const told = async (actor: Actor) =>
    (await database.transaction(actor, (tx) => carePlanningToday(tx, actor, runtime.clock))).map(
      ({ sentence }) => sentence.en,
    )
  expect((await told(provider)).some((sentence) => sentence.includes('for you to acknowledge'))).toBe(true)
  expect((await told(another)).some((sentence) => sentence.includes('acknowledge'))).toBe(false)
  expect(await told(worker)).toContain('One provider waits for an answer; 1 urgent.')
})

test('row-level security alone: another provider that supports the person sees none of these notes, and nobody of a provider writes an answer', async () => {
  await write({ kind: 'proposal', personalOutcomeId: '501', weeklyHours: '2.5' })
  const notesFor = (actor: Actor) =>
    database.transaction(actor, (tx) => tx.selectFrom('care_planning.provider_note').select('provider_id').execute())
  expect(await notesFor(another)).toEqual([])
  expect((await notesFor(provider)).length).toBeGreaterThan(3)
  const answering = database.transaction(provider, (tx) =>
    tx
      .updateTable('care_planning.provider_note')
      .set({ state: 'answered', answer: 'agreed', answered_by: 'Osian', answered_at: runtime.clock.now() })
      .where('state', '=', 'waiting')
      .execute(),
  )
  await expect(answering).rejects.toThrow('row-level security')
  const inAnothersName = database.transaction(another, (tx) =>
    tx
      .insertInto('care_planning.provider_note')
      .values({
        authority_id: 1,
        person_id: 1,
        provider_id: 7,
        kind: 'note',
        happened_on: runtime.clock.today(),
        words: 'x',
        words_language: 'en',
        written_by: 'Huw',
        written_at: runtime.clock.now(),
        state: 'recorded',
      })
      .execute(),
  )
  await expect(inAnothersName).rejects.toThrow('row-level security')
})
