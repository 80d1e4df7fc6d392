/** A plan that is offered by letter: asking for the letter, reading the plan by its code, and answering once. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { optional, Prose } from '../form-values.ts'
import { findLetterById, listLetters, orderLetter, useLetter } from '../own-word/letter-code.store.ts'
import {
  Addressee,
  type Letter,
  LetterLayout,
  NO_SUCH_CODE,
  PLAN_CHANGED,
  refuseLetter,
} from '../own-word/letter-code.ts'
import { agree, findForMove, NO_SUCH_PLAN, type PlanView, readPlan } from './plan.actions.ts'
import type { PlanVersion } from './plan.ts'
import { addPlanAnswer, listPlanAnswers } from './plan-answer.store.ts'
import { AnswerBasis, type GivenAnswer, PlanAnswer } from './plan-answer.ts'

export type OfferedByLetter = {
  readonly view: PlanView
  readonly plan: PlanVersion
  readonly letters: readonly Letter[]
  readonly answers: readonly GivenAnswer[]
}

/** The version that is offered, or the newest, with its letters and what was answered to them. */
export const openPlanLetters = defineAction({
  name: 'care-planning.open-plan-letters',
  title: { en: 'Looked at the letters about a plan', cy: 'Edrych ar y llythyrau am gynllun' },
  permission: 'plans:write',
  input: z.object({ personId: RecordId }),
  async run(context, { personId }) {
    const { tx, actor } = context
    const read = await readPlan(context, personId)
    if (!read.ok) return read
    const { versions } = read.value
    const plan = versions.find(({ state }) => state === 'offered') ?? versions[0]
    if (!plan) return refused(NO_SUCH_PLAN)
    const about = { purpose: 'plan-agreement' as const, subjectId: plan.planVersionId }
    return accepted<OfferedByLetter>({
      view: read.value,
      plan,
      letters: await listLetters(tx, actor.authorityId, about),
      answers: await listPlanAnswers(tx, actor.authorityId, plan.planVersionId),
    })
  },
})

export const OrderPlanLetterInput = z.object({
  personId: RecordId,
  forWhom: z.enum(Addressee.options, bilingualIssue('Choose who is to answer', 'Dewiswch pwy sydd i ateb')),
  toName: z.string().trim().max(200).default(''),
  basis: optional(AnswerBasis),
  language: Language,
  layout: LetterLayout.default('standard'),
})

/** Asks for a letter that offers the plan. Whoever is to answer in the person's place needs a right to, and it is kept with the answer. */
export const orderPlanLetter = defineAction({
  name: 'care-planning.order-plan-letter',
  title: { en: 'Asked for a letter that offers a plan', cy: 'Gofyn am lythyr sy’n cynnig cynllun' },
  permission: 'plans:write',
  input: OrderPlanLetterInput,
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const read = await readPlan(context, input.personId)
    if (!read.ok) return read
    const plan = read.value.versions.find(({ state }) => state === 'offered')
    if (!plan) return refused(NOT_OFFERED)
    const isPersons = input.forWhom === 'person'
    const toName = input.toName || (isPersons ? calledName(read.value.person) : '')
    if (!toName) return refused(NEEDS_NAME)
    if (!isPersons && !input.basis) return refused(NO_RIGHT)
    const letterCodeId = await orderLetter(tx, actor.authorityId, {
      ...input,
      toName,
      basis: isPersons ? null : (input.basis ?? null),
      purpose: 'plan-agreement',
      subjectId: plan.planVersionId,
      askedBy: actor.name,
      today: clock.today(),
      now: clock.now(),
    })
    audit({
      recordType: 'care-planning.plan-version',
      recordId: plan.planVersionId,
      after: { letter: letterCodeId, to: toName, forWhom: input.forWhom, basis: input.basis ?? null },
    })
    return accepted({ letterCodeId })
  },
})

/** The plan as whoever has the letter reads it. */
export const openPlanByLetter = defineAction({
  name: 'care-planning.open-plan-by-letter',
  title: { en: 'Opened a plan with the code of a letter', cy: 'Agor cynllun â chod llythyr' },
  permission: 'plans:agree',
  input: z.object({ personId: RecordId, planVersionId: RecordId }),
  async run(context, { personId, planVersionId }) {
    const read = await readPlan(context, personId)
    if (!read.ok) return read
    const plan = read.value.versions.find((one) => one.planVersionId === planVersionId && one.state === 'offered')
    return plan ? accepted({ view: read.value, plan }) : refused(PLAN_CHANGED)
  },
})

export const AnswerPlanInput = z.object({
  personId: RecordId,
  letterCodeId: RecordId,
  planVersionId: RecordId,
  answer: z.enum(PlanAnswer.options, bilingualIssue('Choose your answer', 'Dewiswch eich ateb')),
  words: Prose,
  language: Language.default('en'),
})

/** Answers the letter, once: agreeing puts the plan in force there and then, in the same transaction that uses up the code. */
export const answerPlanLetter = defineAction({
  name: 'care-planning.answer-plan-letter',
  title: { en: 'Answered a letter about a plan', cy: 'Ateb llythyr am gynllun' },
  permission: 'plans:agree',
  input: AnswerPlanInput,
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const letter = await findLetterById(tx, actor.authorityId, input.letterCodeId)
    const isFor = letter?.purpose === 'plan-agreement' && letter.subjectId === input.planVersionId
    if (!letter || !isFor || letter.personId !== input.personId) return refused(NO_SUCH_CODE)
    if (input.answer === 'talk' && !input.words) return refused(NEEDS_WORDS)
    const today = clock.today()
    const at = { letterCodeId: letter.letterCodeId, now: clock.now(), today }
    if (!(await useLetter(tx, actor.authorityId, at)))
      return refuseLetter(letter, today) ?? refuseLetter({ ...letter, usedAt: clock.now() }, today)!
    const read = await readPlan(context, input.personId)
    if (!read.ok) return read
    const plan = read.value.versions.find(({ planVersionId }) => planVersionId === input.planVersionId)
    if (plan?.state !== 'offered') return refused(PLAN_CHANGED)
    const given = {
      byWhom: letter.forWhom,
      basis: letter.basis as AnswerBasis | null,
      name: letter.toName,
      words: input.words,
    }
    if (input.answer === 'agree') {
      const found = await findForMove(context, { personId: input.personId, number: plan.number }, 'agree')
      if (!found.ok) return found
      const agreement = { ...given, how: 'letter-code', agreedOn: today, recordedBy: letter.toName } as const
      const agreed = await agree(context, found.value, plan.version, agreement)
      if (!agreed.ok) return agreed
    }
    await addPlanAnswer(tx, actor.authorityId, input.personId, {
      ...given,
      planVersionId: plan.planVersionId,
      letterCodeId: letter.letterCodeId,
      answer: input.answer,
      wordsLanguage: input.words ? input.language : null,
      answeredOn: today,
    })
    audit({
      recordType: 'care-planning.plan-version',
      recordId: plan.planVersionId,
      after: { answer: input.answer, byWhom: letter.forWhom, basis: letter.basis, letter: letter.letterCodeId },
    })
    return accepted({ answer: input.answer })
  },
})

const NOT_OFFERED: Refusal = {
  kind: 'conflict',
  code: 'plan-not-offered',
  message: {
    en: 'Offer the plan first. A letter can only ask about a plan that waits for agreement.',
    cy: 'Cynigiwch y cynllun yn gyntaf. Dim ond am gynllun sy’n aros am gytundeb y gall llythyr ofyn.',
  },
}
const NEEDS_NAME: Refusal = {
  kind: 'invalid',
  code: 'needs-name',
  field: 'toName',
  message: { en: 'Enter the name of who is to answer', cy: 'Rhowch enw’r sawl sydd i ateb' },
}
const NO_RIGHT: Refusal = {
  kind: 'invalid',
  code: 'no-right-to-agree',
  field: 'basis',
  message: {
    en: 'Choose by what right they answer. Caring for somebody, or speaking for them, is not enough to agree in their place.',
    cy: 'Dewiswch yn ôl pa hawl y maent yn ateb. Nid yw gofalu am rywun, na siarad drostynt, yn ddigon i gytuno yn eu lle.',
  },
}
const NEEDS_WORDS: Refusal = {
  kind: 'invalid',
  code: 'needs-words',
  field: 'words',
  message: { en: 'Tell us what you would like to talk about', cy: 'Dywedwch wrthym beth hoffech chi ei drafod' },
}
