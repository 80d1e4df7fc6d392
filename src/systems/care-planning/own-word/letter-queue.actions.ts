/** Letters to be posted: what waits, printing with codes, and taking a letter back. Whoever asked for a letter does not print it. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { optional } from '../form-values.ts'
import { type PlanView, readPlan } from '../plan/plan.actions.ts'
import type { PlanVersion } from '../plan/plan.ts'
import { findLetterById, giveCode, listQueue, type QueuedLetter, withdrawLetters } from './letter-code.store.ts'
import { type IssuedLetter, LetterLayout, letterState, refusePrinting } from './letter-code.ts'
import { findReview, type ReviewToSpeakOf } from './own-word.actions.ts'

/** For so many days a printed letter stays in the list, to be printed anew where the paper was lost. */
const SHOWN_DAYS = 14

export type QueueView = { readonly letters: readonly QueuedLetter[]; readonly userId: number; readonly today: Day }

export const browseLetters = defineAction({
  name: 'care-planning.browse-letters',
  title: { en: 'Looked at the letters to post', cy: 'Edrych ar y llythyrau i’w postio' },
  permission: 'letters:print',
  input: z.object({}),
  async run({ tx, actor, clock }) {
    if (actor.scope.kind !== 'authority') return refused(NO_SUCH_LETTER)
    const today = clock.today()
    const letters = await listQueue(tx, actor.authorityId, today.subtract({ days: SHOWN_DAYS }))
    return accepted<QueueView>({ letters, userId: actor.id, today })
  },
})

export const PrintLettersInput = z.object({
  /** One letter, printed for the first time or anew; without it all that wait in this language and layout. */
  letterCodeId: optional(RecordId),
  language: optional(Language),
  layout: optional(LetterLayout),
})

/** A letter with its code and what it asks about, as it goes on paper. */
export type LetterToPost = { readonly letter: IssuedLetter } & (
  | ({ readonly kind: 'own-word' } & ReviewToSpeakOf)
  | { readonly kind: 'plan-agreement'; readonly view: PlanView; readonly plan: PlanVersion }
)

/** Gives letters their codes. The codes are in the answer and nowhere else: they are printed, not shown. */
export const printLetters = defineAction({
  name: 'care-planning.print-letters',
  title: { en: 'Printed letters to post', cy: 'Argraffu llythyrau i’w postio' },
  permission: 'letters:print',
  input: PrintLettersInput,
  isAnswerSecret: true,
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const { authorityId } = actor
    if (actor.scope.kind !== 'authority') return refused(NO_SUCH_LETTER)
    const today = clock.today()
    const queue = await listQueue(tx, authorityId, today.subtract({ days: SHOWN_DAYS }))
    const one = queue.find(({ letterCodeId }) => letterCodeId === input.letterCodeId)
    if (input.letterCodeId !== undefined) {
      if (!one || !['ordered', 'waiting'].includes(letterState(one, today))) return refused(NOT_TO_PRINT)
      const cannotBe = refusePrinting(one, actor.id)
      if (cannotBe) return cannotBe
    }
    const wanted = one ? [one] : queue.filter((letter) => isOfBatch(letter, input, today, actor.id))
    const printed: LetterToPost[] = []
    for (const letter of wanted) {
      const about = await findAbout(context, letter)
      if (!about) continue
      printed.push({ ...about, letter: await giveCode(tx, authorityId, letter, { name: actor.name, today }) })
      audit({
        recordType: 'care-planning.person',
        recordId: letter.personId,
        after: { letter: letter.letterCodeId, printed: String(today) },
      })
    }
    return printed.length === 0 ? refused(NOTHING_TO_PRINT) : accepted<readonly LetterToPost[]>(printed)
  },
})

function isOfBatch(
  letter: QueuedLetter,
  { language, layout }: z.infer<typeof PrintLettersInput>,
  today: Day,
  userId: number,
): boolean {
  return (
    letterState(letter, today) === 'ordered' &&
    (language === undefined || letter.language === language) &&
    (layout === undefined || letter.layout === layout) &&
    !refusePrinting(letter, userId)
  )
}

async function findAbout(context: ActionContext, { purpose, personId, subjectId }: QueuedLetter) {
  if (purpose === 'own-word') {
    const found = await findReview(context.tx, context.actor.authorityId, { personId, outcomeReviewId: subjectId })
    return found && { kind: purpose, ...found }
  }
  const read = await readPlan(context, personId)
  const plan = read.ok && read.value.versions.find(({ planVersionId }) => planVersionId === subjectId)
  return plan ? { kind: purpose, view: read.value, plan } : undefined
}

/** Takes a letter back that nobody answered yet: its code, if it has one, opens nothing any more. */
export const takeBackLetter = takingBack('care-planning.take-back-letter', 'letters:print')
/** The same for whoever may ask for letters. */
export const cancelLetter = takingBack('care-planning.cancel-letter', 'words:record')

function takingBack(name: string, permission: 'letters:print' | 'words:record') {
  return defineAction({
    name,
    title: { en: 'Took back a letter', cy: 'Tynnu llythyr yn ôl' },
    permission,
    input: z.object({ letterCodeId: RecordId }),
    async run({ tx, actor, clock, audit }, { letterCodeId }) {
      if (actor.scope.kind !== 'authority') return refused(NO_SUCH_LETTER)
      const letter = await findLetterById(tx, actor.authorityId, letterCodeId)
      if (!letter) return refused(NO_SUCH_LETTER)
      const to = { now: clock.now(), because: 'taken-back' as const }
      if ((await withdrawLetters(tx, actor.authorityId, { letterCodeId }, to)) === 0) return refused(TOO_LATE)
      audit({
        recordType: 'care-planning.person',
        recordId: letter.personId,
        after: { letter: letterCodeId, takenBack: String(clock.today()) },
      })
      return accepted({ letterCodeId })
    },
  })
}

const NO_SUCH_LETTER: Refusal = {
  kind: 'not-found',
  code: 'no-such-letter',
  message: {
    en: 'There is no such letter, or you may not see it.',
    cy: 'Nid oes llythyr o’r fath, neu ni chewch ei weld.',
  },
}
const TOO_LATE: Refusal = {
  kind: 'conflict',
  code: 'letter-answered',
  message: {
    en: 'This letter has been answered or taken back already.',
    cy: 'Mae’r llythyr hwn wedi’i ateb neu wedi’i dynnu yn ôl yn barod.',
  },
}
const NOT_TO_PRINT: Refusal = {
  kind: 'not-found',
  code: 'no-such-letter',
  message: {
    en: 'There is no such letter to print. It may have been answered or taken back.',
    cy: 'Nid oes llythyr o’r fath i’w argraffu. Efallai ei fod wedi’i ateb neu wedi’i dynnu yn ôl.',
  },
}
const NOTHING_TO_PRINT: Refusal = {
  kind: 'conflict',
  code: 'nothing-to-print',
  message: {
    en: 'No letter waits that you may print. Somebody else may have printed them just now.',
    cy: 'Nid oes llythyr yn aros y cewch chi ei argraffu. Efallai bod rhywun arall newydd eu hargraffu.',
  },
}
