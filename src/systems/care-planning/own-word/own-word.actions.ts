/** The person's or carer's own word on how an outcome went: said by themselves, from a letter, or written down by somebody who is not of the provider. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { DayInput, optional, Prose, Version, WordsLanguage } from '../form-values.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { type OwnWord, setOwnWord } from '../outcome-review/outcome-review.store.ts'
import { type OutcomeReview, OwnSays, WordHow } from '../outcome-review/outcome-review.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { listLetters, orderLetter, useLetter } from './letter-code.store.ts'
import { ForWhom, type Letter, LetterLayout, refuseLetter } from './letter-code.ts'
import { listWords, type SpokenWord } from './own-word.store.ts'

const Says = z.enum(
  OwnSays.options,
  bilingualIssue(
    'Choose the answer that is nearest to how you see it',
    'Dewiswch yr ateb sydd agosaf at sut rydych chi’n ei gweld hi',
  ),
)

export const OwnWordInput = z.object({
  personId: RecordId,
  outcomeReviewId: RecordId,
  version: Version,
  says: Says,
  words: Prose,
  language: Language.default('en'),
})
export type OwnWordInput = z.infer<typeof OwnWordInput>

/** The person, or their carer, says how it went. Nobody else may, and the provider's report stays beside it untouched. */
export const sayOwnWord = defineAction({
  name: 'care-planning.say-own-word',
  title: { en: 'Said in their own word how an outcome went', cy: 'Dweud yn eu geiriau eu hunain sut aeth canlyniad' },
  permission: 'outcomes:verify',
  input: OwnWordInput,
  async run(context, input) {
    const { actor, clock } = context
    const found = await findReview(context.tx, actor.authorityId, input)
    if (!found) return refused(NO_SUCH_OUTCOME)
    return setDown(
      context,
      { ...input, before: found.review },
      {
        says: input.says,
        by: actor.roles.includes('carer') ? 'carer' : 'person',
        how: 'page',
        on: clock.today(),
        words: input.words,
        language: input.language,
      },
    )
  },
})

export const AnswerLetterInput = OwnWordInput.omit({ version: true }).extend({ letterCodeId: RecordId })

/** The same from a letter, once. Whoever acts is made from the letter alone and reaches the one person. */
export const answerLetter = defineAction({
  name: 'care-planning.answer-letter',
  title: { en: 'Answered a letter about an outcome', cy: 'Ateb llythyr am ganlyniad' },
  permission: 'outcomes:verify',
  input: AnswerLetterInput,
  async run(context, input) {
    const { tx, actor, clock } = context
    const found = await findReview(tx, actor.authorityId, input)
    if (!found) return refused(NO_SUCH_OUTCOME)
    const letters = await listLetters(tx, actor.authorityId, { purpose: 'own-word', subjectId: input.outcomeReviewId })
    const letter = letters.find(({ letterCodeId }) => letterCodeId === input.letterCodeId)
    if (!letter) return refused(NO_SUCH_OUTCOME)
    const at = { letterCodeId: letter.letterCodeId, now: clock.now(), today: clock.today() }
    if (!(await useLetter(tx, actor.authorityId, at)))
      return refuseLetter(letter, clock.today()) ?? refuseLetter({ ...letter, usedAt: clock.now() }, clock.today())!
    return setDown(
      context,
      { ...input, version: found.review.version, before: found.review },
      {
        says: input.says,
        by: letter.forWhom === 'person' ? 'person' : 'carer',
        how: 'letter',
        on: clock.today(),
        words: input.words,
        language: input.language,
      },
    )
  },
})

export const RecordWordInput = z.object({
  personId: RecordId,
  outcomeReviewId: RecordId,
  version: Version,
  how: z.enum(
    WordHow.extract(['telephone', 'paper', 'visit']).options,
    bilingualIssue('Choose how they told you', 'Dewiswch sut y dywedon nhw wrthych'),
  ),
  saidBy: z.enum(ForWhom.options, bilingualIssue('Choose whose word it is', 'Dewiswch air pwy ydyw')),
  saidOn: DayInput,
  says: z.enum(OwnSays.options, bilingualIssue('Choose what they said', 'Dewiswch beth ddywedon nhw')),
  words: Prose,
  wordsLanguage: optional(WordsLanguage),
})

/**
 * Somebody writes down what the person or carer said by telephone, on paper or face to face. Not somebody of a provider, and not whoever
 * recorded the review: nobody verifies what they claimed themselves.
 */
export const recordOwnWord = defineAction({
  name: 'care-planning.record-own-word',
  title: {
    en: 'Wrote down what a person said about an outcome',
    cy: 'Ysgrifennu’r hyn a ddywedodd person am ganlyniad',
  },
  permission: 'words:record',
  input: RecordWordInput,
  async run(context, input) {
    const { actor, clock } = context
    const found = await findReview(context.tx, actor.authorityId, input)
    if (!found) return refused(NO_SUCH_OUTCOME)
    const cannotBe = refuseRecording(
      { ...found.review, today: clock.today() },
      { ...input, actorId: actor.id, scope: actor.scope.kind },
    )
    if (cannotBe) return cannotBe
    return setDown(
      context,
      { ...input, before: found.review },
      {
        says: input.says,
        by: input.saidBy,
        how: input.how,
        on: input.saidOn,
        words: input.words,
        language: input.wordsLanguage ?? found.person.language,
      },
    )
  },
})

export const OrderLetterInput = z.object({
  personId: RecordId,
  outcomeReviewId: RecordId,
  forWhom: z.enum(ForWhom.options, bilingualIssue('Choose whom to ask', 'Dewiswch i bwy i ofyn')),
  toName: z.string().trim().max(200).default(''),
  language: Language,
  layout: LetterLayout.exclude(['easy']).default('standard'),
})

/** Asks for a letter about a review. It waits to be printed by somebody else, and has no code until then. */
export const orderOwnWordLetter = defineAction({
  name: 'care-planning.order-own-word-letter',
  title: { en: 'Asked for a letter about how an outcome went', cy: 'Gofyn am lythyr am sut aeth canlyniad' },
  permission: 'words:record',
  input: OrderLetterInput,
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    if (actor.scope.kind === 'provider') return refused(NOT_OF_THE_PROVIDER)
    const found = await findReview(tx, authorityId, input)
    if (!found) return refused(NO_SUCH_OUTCOME)
    const toName = input.toName || (input.forWhom === 'person' ? calledName(found.person) : '')
    if (!toName) return refused(NEEDS_NAME)
    const letterCodeId = await orderLetter(tx, authorityId, {
      ...input,
      toName,
      purpose: 'own-word',
      subjectId: input.outcomeReviewId,
      basis: null,
      askedBy: actor.name,
      today: clock.today(),
      now: clock.now(),
    })
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { letter: letterCodeId, about: found.review.ref, to: toName, forWhom: input.forWhom },
    })
    return accepted({ letterCodeId })
  },
})

export type ReviewToSpeakOf = {
  readonly person: Person
  readonly outcome: PersonalOutcome
  readonly review: OutcomeReview
}

export type ReviewWithHistory = ReviewToSpeakOf & {
  readonly letters: readonly Letter[]
  /** What was said before the word that stands, newest first. */
  readonly earlier: readonly SpokenWord[]
  readonly today: Temporal.PlainDate
}

/** One review, to say or write down a word about it, with the letters that ask about it. */
export const openReviewToSpeakOf = defineAction({
  name: 'care-planning.open-review-to-speak-of',
  title: { en: 'Opened a review to say how it went', cy: 'Agor adolygiad i ddweud sut aeth hi' },
  permission: 'people:read',
  input: z.object({ personId: RecordId, outcomeReviewId: RecordId }),
  async run({ tx, actor, clock }, input) {
    if (!(await findPerson(tx, actor.authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    const found = await findReview(tx, actor.authorityId, input)
    if (!found) return refused(NO_SUCH_OUTCOME)
    const letters = await listLetters(tx, actor.authorityId, { purpose: 'own-word', subjectId: input.outcomeReviewId })
    const words = await listWords(tx, actor.authorityId, input.outcomeReviewId)
    return accepted<ReviewWithHistory>({
      ...found,
      letters,
      earlier: words.slice(1),
      today: clock.today(),
    })
  },
})

type At = { readonly personId: number; readonly outcomeReviewId: number }

/** The review with its person and outcome; undefined where whoever acts may not see it. */
export async function findReview(tx: Tx, authorityId: number, at: At): Promise<ReviewToSpeakOf | undefined> {
  const person = await findPerson(tx, authorityId, at.personId)
  if (!person) return undefined
  for (const outcome of await listOutcomesOf(tx, authorityId, at.personId)) {
    const review = outcome.reviews.find(({ outcomeReviewId }) => outcomeReviewId === at.outcomeReviewId)
    if (review) return { person, outcome, review }
  }
  return undefined
}

type Word = Omit<OwnWord, 'recordedBy' | 'recordedByUser' | 'recordedAt'>

async function setDown(
  { tx, actor, clock, audit }: ActionContext,
  at: At & { readonly version: number; readonly before: OutcomeReview },
  word: Word,
): Promise<Result<{ outcomeReviewId: number }>> {
  const recorded = { recordedBy: actor.name, recordedByUser: actor.id || null, recordedAt: clock.now() }
  if (!(await setOwnWord(tx, actor.authorityId, at, { ...word, ...recorded })))
    return refused(staleVersion(at.version, at.before.version))
  audit({
    recordType: 'care-planning.outcome-review',
    recordId: at.outcomeReviewId,
    before: { personSays: at.before.personSays, personWords: at.before.personWords },
    after: { personSays: word.says, personSaidBy: word.by, personWords: word.words, how: word.how },
  })
  return accepted({ outcomeReviewId: at.outcomeReviewId })
}

type Recording = {
  readonly saidOn: Temporal.PlainDate
  readonly actorId: number
  readonly scope: 'authority' | 'provider' | 'own' | 'system'
}

/** Refuses what would be worth nothing: a word written down by the provider or by whoever recorded the review, or of a day that cannot be. */
export function refuseRecording(
  review: Pick<OutcomeReview, 'heldOn' | 'recordedByUser'> & { readonly today: Temporal.PlainDate },
  { saidOn, actorId, scope }: Recording,
): { ok: false; refusal: Refusal } | undefined {
  if (scope === 'provider') return refused(NOT_OF_THE_PROVIDER)
  if (review.recordedByUser !== null && review.recordedByUser === actorId) return refused(OWN_CLAIM)
  if (Temporal.PlainDate.compare(saidOn, review.heldOn) < 0) return refused(BEFORE_THE_REVIEW)
  if (Temporal.PlainDate.compare(saidOn, review.today) > 0) return refused(SAID_IN_THE_FUTURE)
  return undefined
}

const NOT_OF_THE_PROVIDER: Refusal = {
  kind: 'forbidden',
  code: 'not-of-the-provider',
  message: {
    en: 'A provider does not write down what people say of its own work.',
    cy: 'Nid yw darparwr yn ysgrifennu’r hyn y mae pobl yn ei ddweud am ei waith ei hun.',
  },
}
const OWN_CLAIM: Refusal = {
  kind: 'conflict',
  code: 'own-claim',
  message: {
    en: 'You recorded this review yourself. Somebody else must write down what the person says, or send them a letter.',
    cy: 'Chi a gofnododd yr adolygiad hwn. Rhaid i rywun arall ysgrifennu’r hyn y mae’r person yn ei ddweud, neu gofynnwch am lythyr atynt.',
  },
}
const BEFORE_THE_REVIEW: Refusal = {
  kind: 'invalid',
  code: 'said-before-review',
  field: 'saidOn',
  message: {
    en: 'They cannot have said it before the day of the review.',
    cy: 'Ni allant fod wedi’i ddweud cyn diwrnod yr adolygiad.',
  },
}
const SAID_IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'said-in-the-future',
  field: 'saidOn',
  message: { en: 'This day is still to come.', cy: 'Mae’r diwrnod hwn eto i ddod.' },
}
const NEEDS_NAME: Refusal = {
  kind: 'invalid',
  code: 'needs-name',
  field: 'toName',
  message: { en: 'Enter the carer’s name', cy: 'Rhowch enw’r gofalwr' },
}
