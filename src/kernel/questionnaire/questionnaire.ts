/** Questionnaires as data: sections of questions, some only when another was answered so, some asked again for each of several things. */
import { z } from 'zod'
import { BothLanguages } from '../framework.ts'

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** When a question is asked: another of the same section, or of one that is asked once, has (one of) these answers, or any at all. */
const When = z.union([
  z.strictObject({ question: Id, is: z.union([z.string(), z.boolean()]) }),
  z.strictObject({ question: Id, isOneOf: z.array(z.string()).min(1) }),
  z.strictObject({ question: Id, isAnswered: z.literal(true) }),
])
export type When = z.infer<typeof When>

const Choice = z.strictObject({ value: Id, label: BothLanguages, hint: BothLanguages.optional() })

const ASKED = {
  id: Id,
  label: BothLanguages,
  hint: BothLanguages.optional(),
  required: z.boolean().default(false),
  when: When.optional(),
}

export const Question = z.discriminatedUnion('type', [
  z.strictObject({
    ...ASKED,
    type: z.literal('words'),
    /** Long: several lines. Own: the person's own words, kept in their language and never translated. */
    long: z.boolean().default(false),
    own: z.boolean().default(false),
  }),
  z.strictObject({ ...ASKED, type: z.literal('choice'), choices: z.array(Choice).min(2) }),
  z.strictObject({ ...ASKED, type: z.literal('choices'), choices: z.array(Choice).min(1) }),
  z.strictObject({ ...ASKED, type: z.literal('yes-no') }),
  z.strictObject({ ...ASKED, type: z.literal('number'), lowest: z.number(), highest: z.number() }),
  z.strictObject({ ...ASKED, type: z.literal('day') }),
])
export type Question = z.infer<typeof Question>

export const Section = z.strictObject({
  id: Id,
  title: BothLanguages,
  lead: BothLanguages.optional(),
  /** Asked again for each: needs, risks, people. `one` names a single one of them. */
  repeats: z.strictObject({ one: BothLanguages, most: z.number().int().min(1).max(50) }).optional(),
  questions: z.array(Question).min(1),
})
export type Section = z.infer<typeof Section>

export const Questionnaire = z
  .strictObject({ sections: z.array(Section).min(1) })
  .superRefine(({ sections }, context) => {
    const seen = new Set<string>()
    const before = new Map<string, Question>()
    for (const section of sections) {
      const within = new Map<string, Question>()
      for (const question of section.questions) {
        if (seen.has(question.id)) context.addIssue({ code: 'custom', message: `asked twice: ${question.id}` })
        seen.add(question.id)
        const on = question.when && (within.get(question.when.question) ?? before.get(question.when.question))
        if (question.when && !on)
          context.addIssue({
            code: 'custom',
            message: `${question.id} waits for ${question.when.question}, which is not asked before it`,
          })
        if (question.when && on)
          checkWhen(question.id, question.when, on, (message) => context.addIssue({ code: 'custom', message }))
        within.set(question.id, question)
      }
      // What is asked of each of several things has no one answer that later sections could wait for.
      if (!section.repeats) for (const [id, question] of within) before.set(id, question)
    }
  })
export type Questionnaire = z.infer<typeof Questionnaire>

/** A condition on an answer that cannot be given would hide its question for ever. */
function checkWhen(id: string, when: When, on: Question, tell: (message: string) => void): void {
  const wanted = 'is' in when ? [when.is] : 'isOneOf' in when ? when.isOneOf : []
  for (const value of wanted) {
    const known =
      on.type === 'yes-no'
        ? typeof value === 'boolean'
        : (on.type === 'choice' || on.type === 'choices') && on.choices.some((choice) => choice.value === value)
    if (!known) tell(`${id} waits for ${when.question} to be ${value}, which it cannot be`)
  }
}
