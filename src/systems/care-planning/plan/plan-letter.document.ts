/** The letter that offers a plan: what to do, the code, and the plan itself as it is offered. */
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import type { Block } from '../../../platform/documents/index.ts'
import type { IssuedLetter } from '../own-word/letter-code.ts'
import type { PlanView } from './plan.actions.ts'
import { planDocument } from './plan.document.ts'
import type { PlanVersion } from './plan.ts'
import { text } from './plan-letter.text.ts'

export type PlanLetter = { readonly letter: IssuedLetter; readonly view: PlanView; readonly plan: PlanVersion }

export function planLetterTitle(language: Language): string {
  return text[language].letterTitle
}

/** In the language of the letter, the plan's own labels too; what people said stays in theirs. */
export function planLetterBlocks({ letter, view, plan }: PlanLetter, address: string): readonly Block[] {
  const { language, layout } = letter
  const t = text[language]
  const shown = { ...plan, content: { ...plan.content, language } }
  // Only its blocks are used: who publishes it and when stands on the letter.
  const { blocks } = planDocument(view, shown, layout, {
    publisher: '',
    madeAt: Temporal.Instant.fromEpochMilliseconds(0),
  })
  return [
    { kind: 'paragraph', text: t.dear(letter.toName), tone: 'strong' },
    {
      kind: 'paragraph',
      text: letter.forWhom === 'person' ? t.lead : t.leadFor(calledName(view.person)),
      tone: 'lead',
    },
    { kind: 'heading', level: 1, text: t.online },
    { kind: 'list', ordered: true, items: [t.step1(address), t.step2] },
    { kind: 'heading', level: 1, text: letter.code },
    { kind: 'paragraph', text: t.once(showDay(language, letter.expiresOn)) },
    { kind: 'paragraph', text: t.changed },
    { kind: 'paragraph', text: t.other },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: t.plan },
    ...blocks,
  ]
}
