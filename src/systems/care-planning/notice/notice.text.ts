/** What each notice says, made from its detail: one sentence in each language. */
import { bilingual, type Language } from '../../../kernel/language.ts'
import type { NoticeKind } from './notice.ts'

type Says = Readonly<Record<NoticeKind, (name: string) => string>>

const text = bilingual({
  en: {
    says: {
      'plan-agreed': (name) => `${name} agreed to a care and support plan in which you contribute.`,
      'plan-amended': (name) => `${name}’s care and support plan was amended.`,
      'plan-ended': (name) => `${name}’s care and support plan ended.`,
      'outcome-changed': (name) => `An outcome of ${name} was changed.`,
      'outcome-ended': (name) => `An outcome of ${name} ended.`,
      'review-held': (name) => `A review of ${name}’s outcomes was held.`,
      'worker-changed': (name) => `${name} has another worker.`,
      'request-answered': (name) => `The council answered what you wrote about ${name}.`,
      'records-merged': (name) => `Two records of ${name} were merged. Use the reference that stands on their page.`,
    } satisfies Says,
  },
  cy: {
    says: {
      'plan-agreed': (name) => `Cytunodd ${name} ar gynllun gofal a chymorth yr ydych yn cyfrannu ato.`,
      'plan-amended': (name) => `Diwygiwyd cynllun gofal a chymorth ${name}.`,
      'plan-ended': (name) => `Daeth cynllun gofal a chymorth ${name} i ben.`,
      'outcome-changed': (name) => `Newidiwyd un o ganlyniadau ${name}.`,
      'outcome-ended': (name) => `Daeth un o ganlyniadau ${name} i ben.`,
      'review-held': (name) => `Cynhaliwyd adolygiad o ganlyniadau ${name}.`,
      'worker-changed': (name) => `Mae gan ${name} weithiwr arall.`,
      'request-answered': (name) => `Atebodd y cyngor yr hyn a ysgrifenasoch am ${name}.`,
      'records-merged': (name) => `Cyfunwyd dau gofnod o ${name}. Defnyddiwch y cyfeirnod sydd ar eu tudalen.`,
    } satisfies Says,
  },
})

export function noticeSentence(language: Language, kind: NoticeKind, name: string): string {
  return text[language].says[kind](name)
}

/** Somebody's own words that go with a notice: an outcome's, or the reason of an amendment, with their language where it is known. */
export function wordsOf(
  detail: Readonly<Record<string, string>>,
): { readonly words: string; readonly language: Language | undefined } | undefined {
  const words = detail.words || detail.reason
  if (!words) return undefined
  return { words, language: detail.language === 'cy' || detail.language === 'en' ? detail.language : undefined }
}
