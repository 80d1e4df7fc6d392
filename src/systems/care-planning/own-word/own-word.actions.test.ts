import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import {
  saveOutcomeReview,
  savePersonalOutcome,
  savePersonWithPlan,
} from '../outcome-review/outcome-review.fixtures.ts'
import { browseLetters, printLetters, takeBackLetter } from './letter-queue.actions.ts'
import { openLetter } from './open-letter.actions.ts'
import { answerLetter, openReviewToSpeakOf, orderOwnWordLetter, recordOwnWord, sayOwnWord } from './own-word.actions.ts'

let database: Database
let runtime: Runtime
let outcomeId = 0
const elin = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin', id: 5 })
const nia = anActor({ kind: 'authority' }, { roles: ['contract-manager'], name: 'Nia', id: 6 })
const sara = anActor({ kind: 'authority' }, { roles: ['administrator'], name: 'Sara', id: 7 })
const gwen = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'], name: 'Gwen', id: 9 })
const provider = anActor(
  { kind: 'provider', providerId: 1 },
  { roles: ['provider-manager', 'reviewer'], name: 'Catrin', id: 8 },
)

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-20') })
  await database.transaction(elin, async (tx) => {
    await savePersonWithPlan(tx)
    outcomeId = await savePersonalOutcome(tx)
    await tx
      .insertInto('care_planning.circle')
      .values({ authority_id: 1, person_id: 1, provider_id: 1, because: 'contribution' })
      .execute()
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

/** A review that Elin recorded on 10 March: achieved, as the provider says; the person was not heard yet. */
async function aReview(): Promise<{ personId: number; outcomeReviewId: number }> {
  const outcomeReviewId = await database.transaction(elin, (tx) =>
    saveOutcomeReview(tx, { personal_outcome_id: outcomeId, person_says: null }),
  )
  return { personId: 1, outcomeReviewId }
}

async function order(
  at: { personId: number; outcomeReviewId: number },
  changes: object = {},
  by = elin,
): Promise<number> {
  const ordered = await act(orderOwnWordLetter, { ...at, forWhom: 'person', language: 'cy', ...changes }, by)
  if (!ordered.ok) throw new Error(ordered.refusal.code)
  return ordered.value.letterCodeId
}

/** Elin asks for the letter; Sara in the post room prints it. */
async function letterFor(at: { personId: number; outcomeReviewId: number }, changes: object = {}): Promise<string> {
  const printed = await act(printLetters, { letterCodeId: await order(at, changes) }, sara)
  if (!printed.ok) throw new Error(printed.refusal.code)
  return printed.value[0]!.letter.code
}

async function reviewNow(at: { personId: number; outcomeReviewId: number }) {
  const opened = await act(openReviewToSpeakOf, at, nia)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

async function openSituations(outcomeReviewId: number): Promise<number> {
  const rows = await database.transaction(elin, (tx) =>
    tx
      .selectFrom('care_planning.situation')
      .selectAll()
      .where('source_key', '=', `outcome-review/${outcomeReviewId}`)
      .where('handled_on', 'is', null)
      .execute(),
  )
  return rows.length
}

async function answer(code: string, says: string) {
  const opened = await openLetter(runtime, code, 'cy')
  if (!opened.ok) return opened
  const { letter, actor } = opened.value
  const input = {
    personId: letter.personId,
    outcomeReviewId: letter.subjectId,
    letterCodeId: letter.letterCodeId,
    says,
    language: 'cy',
  }
  return act(answerLetter, input, actor)
}

describe('answering a letter', () => {
  test('the word stands on the review, with how it came, and where it differs somebody is told to look', async () => {
    const at = await aReview()
    expect(await answer(await letterFor(at), 'not')).toMatchObject({ ok: true })
    expect((await reviewNow(at)).review).toMatchObject({
      personSays: 'not',
      personSaidBy: 'person',
      personWordHow: 'letter',
      achievement: 'achieved',
      providerSays: 'achieved',
    })
    expect(await openSituations(at.outcomeReviewId)).toBe(1)
  })
  test('“you did not ask me” is no achievement, and somebody is told to look', async () => {
    const at = await aReview()
    await answer(await letterFor(at), 'not-asked')
    expect((await reviewNow(at)).review).toMatchObject({ personSays: 'not-asked', personSaidBy: 'person' })
    expect(await openSituations(at.outcomeReviewId)).toBe(1)
  })
  test('a code is taken once', async () => {
    const at = await aReview()
    const code = await letterFor(at)
    await answer(code, 'achieved')
    expect(await answer(code, 'not')).toMatchObject({ refusal: { code: 'letter-answered' } })
    expect((await reviewNow(at)).review.personSays).toBe('achieved')
    expect(await openSituations(at.outcomeReviewId)).toBe(0)
  })
  test('of two answers at the same moment one is taken and the other is told so', async () => {
    const at = await aReview()
    const code = await letterFor(at)
    const both = await Promise.all([answer(code, 'achieved'), answer(code, 'partly')])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'letter-answered' } })
  })
  test('a newer letter takes the place of the earlier; one to the carer leaves the person’s as it is', async () => {
    const at = await aReview()
    const first = await letterFor(at)
    await letterFor(at, { forWhom: 'carer', toName: 'Rhiannon Pugh' })
    expect(await openLetter(runtime, first, 'en')).toMatchObject({ ok: true })
    await letterFor(at)
    expect(await openLetter(runtime, first, 'en')).toMatchObject({ refusal: { code: 'letter-withdrawn' } })
  })
  test('a letter reaches the one person alone', async () => {
    const opened = await openLetter(runtime, await letterFor(await aReview()), 'en')
    expect(opened).toMatchObject({ value: { actor: { scope: { kind: 'own', personIds: [1] }, roles: ['person'] } } })
  })
  test('the code stands in no table', async () => {
    const code = await letterFor(await aReview())
    const rows = await database.transaction(elin, (tx) =>
      tx.selectFrom('care_planning.letter_code').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''))
  })
  test('a carer’s letter needs their name', async () => {
    const at = await aReview()
    expect(await act(orderOwnWordLetter, { ...at, forWhom: 'carer', language: 'en' }, elin)).toMatchObject({
      refusal: { code: 'needs-name', field: 'toName' },
    })
  })
})

describe('a carer’s word beside the person’s', () => {
  const rhiannon = anActor({ kind: 'own', personIds: [1] }, { roles: ['carer'], name: 'Rhiannon', id: 12 })
  const say = async (at: { personId: number; outcomeReviewId: number }, says: string, by: Actor) => {
    const { review } = await reviewNow(at)
    return act(sayOwnWord, { ...at, version: review.version, says, words: `${by.name}: ${says}`, language: 'cy' }, by)
  }
  const openVoices = (outcomeReviewId: number) =>
    database.transaction(elin, async (tx) => {
      const rows = await tx.selectFrom('care_planning.situation').select(['source_key', 'handled_on']).execute()
      return rows.filter((row) => row.source_key === `voices/${outcomeReviewId}` && row.handled_on === null).length
    })
  test('does not take its place: both stand, and that they differ is put before the worker', async () => {
    const at = await aReview()
    await say(at, 'achieved', gwen)
    expect(await say(at, 'not', rhiannon)).toMatchObject({ ok: true })
    expect((await reviewNow(at)).review).toMatchObject({
      personSays: 'achieved',
      personSaidBy: 'person',
      personWords: 'Gwen: achieved',
      carer: { says: 'not', words: 'Rhiannon: not' },
    })
    expect(await openVoices(at.outcomeReviewId)).toBe(1)
  })
  test('where they agree in the end, nothing waits any more', async () => {
    const at = await aReview()
    await say(at, 'achieved', gwen)
    await say(at, 'not', rhiannon)
    await say(at, 'achieved', rhiannon)
    expect(await openVoices(at.outcomeReviewId)).toBe(0)
  })
  test('stands alone until the person speaks, and then beside', async () => {
    const at = await aReview()
    await say(at, 'partly', rhiannon)
    expect((await reviewNow(at)).review).toMatchObject({ personSays: 'partly', personSaidBy: 'carer' })
    expect(await openVoices(at.outcomeReviewId)).toBe(0)
    await say(at, 'not', gwen)
    expect((await reviewNow(at)).review).toMatchObject({
      personSays: 'not',
      personSaidBy: 'person',
      carer: { says: 'partly' },
    })
    expect(await openVoices(at.outcomeReviewId)).toBe(1)
  })
  test('that nobody asked them is the person’s word too: a carer’s yes leaves it standing', async () => {
    const at = await aReview()
    await say(at, 'not-asked', gwen)
    await say(at, 'achieved', rhiannon)
    expect((await reviewNow(at)).review).toMatchObject({ personSays: 'not-asked', personSaidBy: 'person' })
    expect(await openSituations(at.outcomeReviewId)).toBe(1)
  })
})

describe('whose hands a code goes through', () => {
  test('whoever asks for a letter is not told its code, and may not print it', async () => {
    const at = await aReview()
    const nias = await order(at, {}, nia)
    expect(await act(printLetters, { letterCodeId: nias }, nia)).toMatchObject({
      refusal: { code: 'not-yours-to-print' },
    })
    expect(await act(printLetters, { letterCodeId: nias }, sara)).toMatchObject({ ok: true })
  })
  test('whoever recorded the review does not print a letter about it, whoever asked for it', async () => {
    const letterCodeId = await order(await aReview(), {}, nia)
    const elinToo = { ...elin, roles: ['social-worker', 'contract-manager'] as const }
    expect(await act(printLetters, { letterCodeId }, elinToo)).toMatchObject({
      refusal: { code: 'not-yours-to-print' },
    })
  })
  test('a worker, a provider, the person and an auditor print none', async () => {
    const letterCodeId = await order(await aReview())
    const auditor = anActor({ kind: 'authority' }, { roles: ['auditor'], id: 11 })
    expect(await act(printLetters, { letterCodeId }, provider)).toMatchObject({ refusal: { code: 'no-such-letter' } })
    for (const actor of [elin, gwen, auditor])
      expect(await act(printLetters, { letterCodeId }, actor)).toMatchObject({ refusal: { kind: 'forbidden' } })
  })
  test('all that wait are printed at once, by language and size of print; those that one asked for stay', async () => {
    const [first, second] = [await order(await aReview()), await order(await aReview(), { language: 'en' })]
    const own = await order(await aReview(), {}, nia)
    const printed = await act(printLetters, { language: 'cy' }, nia)
    const ids = printed.ok ? printed.value.map(({ letter }) => letter.letterCodeId) : []
    expect(ids).toContain(first)
    expect(ids).not.toContain(second)
    expect(ids).not.toContain(own)
  })
  test('a letter that was lost is printed anew, and the lost one opens nothing', async () => {
    const letterCodeId = await order(await aReview())
    const codeOf = async () => {
      const printed = await act(printLetters, { letterCodeId }, sara)
      return printed.ok ? printed.value[0]!.letter.code : ''
    }
    const [lost, found] = [await codeOf(), await codeOf()]
    expect(await openLetter(runtime, lost, 'en')).toMatchObject({ refusal: { code: 'no-such-letter' } })
    expect(await openLetter(runtime, found, 'en')).toMatchObject({ ok: true })
  })
  test('a letter that the council took back says so, and is not printed', async () => {
    const at = await aReview()
    const code = await letterFor(at)
    const { letters } = await reviewNow(at)
    const { letterCodeId } = letters[0]!
    expect(await act(takeBackLetter, { letterCodeId }, sara)).toMatchObject({ ok: true })
    const opened = await openLetter(runtime, code, 'en')
    expect(opened).toMatchObject({ refusal: { code: 'letter-withdrawn' } })
    expect(opened.ok ? '' : opened.refusal.message.en).toContain('took this letter back')
    expect(await act(printLetters, { letterCodeId }, sara)).toMatchObject({ refusal: { code: 'no-such-letter' } })
    expect(await act(takeBackLetter, { letterCodeId }, sara)).toMatchObject({ refusal: { code: 'letter-answered' } })
  })
  test('the queue shows no code', async () => {
    await order(await aReview())
    const queue = await act(browseLetters, {}, sara)
    expect(JSON.stringify(queue)).not.toMatch(/code"|code_hash|codeHash/)
  })
  test('a code in small letters and with spaces opens the letter; an O or 0 is told what it cannot be', async () => {
    const code = await letterFor(await aReview())
    expect(await openLetter(runtime, code.toLowerCase().replaceAll('-', ' '), 'en')).toMatchObject({ ok: true })
    expect(await openLetter(runtime, `${code.slice(0, -1)}0`, 'en')).toMatchObject({
      refusal: { code: 'letter-misread' },
    })
    expect(await openLetter(runtime, `${code.slice(0, -1)}o`, 'en')).toMatchObject({
      refusal: { code: 'letter-misread' },
    })
  })
})

describe('writing down what somebody said', () => {
  const said = {
    version: 1,
    how: 'telephone',
    saidBy: 'person',
    saidOn: '2026-03-12',
    says: 'partly',
    words: 'Weithiau.',
    wordsLanguage: 'cy',
  }
  test('stands with the name of who wrote it down', async () => {
    const at = await aReview()
    expect(await act(recordOwnWord, { ...at, ...said }, nia)).toMatchObject({ ok: true })
    expect((await reviewNow(at)).review).toMatchObject({
      personSays: 'partly',
      personWordHow: 'telephone',
      personWordRecordedBy: 'Nia',
      personWords: 'Weithiau.',
    })
  })
  test('whoever recorded the review does not verify it', async () => {
    const at = await aReview()
    expect(await act(recordOwnWord, { ...at, ...said }, elin)).toMatchObject({ refusal: { code: 'own-claim' } })
  })
  test('nobody of a provider does, whatever else they are', async () => {
    const at = await aReview()
    expect(await act(recordOwnWord, { ...at, ...said }, provider)).toMatchObject({
      refusal: { code: 'not-of-the-provider' },
    })
    expect(await act(orderOwnWordLetter, { ...at, forWhom: 'person', language: 'en' }, provider)).toMatchObject({
      refusal: { code: 'not-of-the-provider' },
    })
  })
  test('on the day of the review, but not the day before, and not tomorrow', async () => {
    const at = await aReview()
    expect(await act(recordOwnWord, { ...at, ...said, saidOn: '2026-03-09' }, nia)).toMatchObject({
      refusal: { code: 'said-before-review' },
    })
    expect(await act(recordOwnWord, { ...at, ...said, saidOn: '2026-03-21' }, nia)).toMatchObject({
      refusal: { code: 'said-in-the-future' },
    })
    expect(await act(recordOwnWord, { ...at, ...said, saidOn: '2026-03-10' }, nia)).toMatchObject({ ok: true })
  })
  test('two at once: the second is told, and what they typed is not lost to the first', async () => {
    const at = await aReview()
    await act(recordOwnWord, { ...at, ...said }, nia)
    expect(await act(recordOwnWord, { ...at, ...said, says: 'not' }, nia)).toMatchObject({ refusal: { kind: 'stale' } })
  })
  test('what was said before is kept', async () => {
    const at = await aReview()
    await act(recordOwnWord, { ...at, ...said }, nia)
    await act(sayOwnWord, { ...at, version: 2, says: 'achieved', language: 'cy' }, gwen)
    const words = await database.transaction(gwen, (tx) =>
      tx
        .selectFrom('care_planning.own_word')
        .select(['says', 'how'])
        .where('outcome_review_id', '=', at.outcomeReviewId)
        .orderBy('own_word_id')
        .execute(),
    )
    expect(words).toEqual([
      { says: 'partly', how: 'telephone' },
      { says: 'achieved', how: 'page' },
    ])
    expect(await openSituations(at.outcomeReviewId)).toBe(0)
    expect((await reviewNow(at)).earlier).toMatchObject([{ says: 'partly', how: 'telephone', recordedBy: 'Nia' }])
  })
})

describe('the database alone', () => {
  const giveCode = (actor: Actor, letterCodeId: number) =>
    database.transaction(actor, (tx) =>
      tx
        .updateTable('care_planning.letter_code')
        .set({
          code_hash: `made-up-${letterCodeId}`,
          sent_on: runtime.clock.today(),
          expires_on: runtime.clock.today(),
        })
        .where('letter_code_id', '=', letterCodeId)
        .execute(),
    )
  test('gives no code to whoever asked for the letter or recorded the review, nor to the person', async () => {
    const nias = await order(await aReview(), {}, nia)
    await expect(giveCode(nia, nias)).rejects.toThrow('does not give it its code')
    await expect(giveCode(elin, nias)).rejects.toThrow('does not give it its code')
    await expect(giveCode(gwen, nias)).rejects.toThrow('its code')
    await expect(giveCode(sara, nias)).resolves.toBeDefined()
  })
  test('takes no word from whoever recorded the review, and none from a provider', async () => {
    const { outcomeReviewId } = await aReview()
    const word = (actor: Actor) =>
      database.transaction(actor, (tx) =>
        tx
          .insertInto('care_planning.own_word')
          .values({
            authority_id: 1,
            outcome_review_id: outcomeReviewId,
            person_id: 1,
            says: 'achieved',
            said_by: 'person',
            how: 'paper',
            said_on: runtime.clock.today(),
            recorded_by: 'x',
            recorded_at: runtime.clock.now(),
          })
          .execute(),
      )
    await expect(word(elin)).rejects.toThrow('own claim')
    await expect(word(provider)).rejects.toThrow()
    await expect(word(nia)).resolves.toBeDefined()
  })

  test('shows a person no letters and words of others, and a provider no letters', async () => {
    const at = await aReview()
    await letterFor(at)
    const other = anActor({ kind: 'own', personIds: [2] }, { roles: ['person'] })
    const seen = (actor: Actor) =>
      database.transaction(actor, async (tx) => [
        (await tx.selectFrom('care_planning.letter_code').selectAll().execute()).length,
        (await tx.selectFrom('care_planning.own_word').selectAll().execute()).length,
      ])
    expect(await seen(other)).toEqual([0, 0])
    expect((await seen(provider))[0]).toBe(0)
    const elsewhere = anActor({ kind: 'provider', providerId: 2 })
    expect(await seen(elsewhere)).toEqual([0, 0])
  })
})
