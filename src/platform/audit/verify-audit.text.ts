/** The verdict on an audit chain, in whole sentences. */
import { bilingual, type Language } from '../../kernel/language.ts'
import { showCount } from '../../kernel/quantity.ts'
import type { AuditFault, AuditVerdict } from './verify-audit.ts'

type Sentence = (at: string) => string

export const faultText = bilingual({
  en: {
    'entry-changed': (at) => `Entry ${at} was changed after it was written.`,
    'link-broken': (at) =>
      `Entry ${at} does not follow from the one before it: entries were replaced or put in another order.`,
    'entries-missing': (at) => `Entry ${at} is missing: entries were removed.`,
    'end-missing': (at) => `Entry ${at} and those after it are missing: the end of the log was cut off.`,
    'entries-after-head': (at) =>
      `Entry ${at} stands after the last entry that Canlyn wrote: it was added by something else.`,
    'head-changed': (at) => `What Canlyn noted about its last entry, ${at}, is no longer what the entry says.`,
    rewritten: (at) => `Entry ${at} is not the one that was noted earlier: the log was rewritten.`,
  } as const satisfies Record<AuditFault, Sentence>,
  cy: {
    'entry-changed': (at) => `Newidiwyd cofnod ${at} ar ôl iddo gael ei ysgrifennu.`,
    'link-broken': (at) =>
      `Nid yw cofnod ${at} yn dilyn yr un o’i flaen: cafodd cofnodion eu disodli neu eu haildrefnu.`,
    'entries-missing': (at) => `Mae cofnod ${at} ar goll: cafodd cofnodion eu tynnu.`,
    'end-missing': (at) => `Mae cofnod ${at} a’r rhai ar ei ôl ar goll: torrwyd diwedd y log i ffwrdd.`,
    'entries-after-head': (at) =>
      `Mae cofnod ${at} yn dod ar ôl y cofnod olaf a ysgrifennodd Canlyn: rhywbeth arall a’i hychwanegodd.`,
    'head-changed': (at) => `Nid yw’r hyn a nododd Canlyn am ei gofnod olaf, ${at}, yn cyfateb i’r cofnod mwyach.`,
    rewritten: (at) => `Nid cofnod ${at} yw’r un a nodwyd yn gynharach: ailysgrifennwyd y log.`,
  } as const satisfies Record<AuditFault, Sentence>,
})

const wholeText = bilingual({
  en: {
    empty: 'The audit log is empty.',
    whole: (count: string) => `The audit log is whole: each of its ${count} entries follows from the one before it.`,
  },
  cy: {
    empty: 'Mae’r log archwilio yn wag.',
    whole: (count: string) =>
      `Mae’r log archwilio yn gyflawn: mae pob un o’i ${count} cofnod yn dilyn yr un o’i flaen.`,
  },
})

/** "The audit log is whole: …", or what is broken and where. */
export function showVerdict(language: Language, verdict: AuditVerdict): string {
  if (!verdict.isWhole) return faultText[language][verdict.fault](showCount(language, verdict.firstBroken))
  if (verdict.entries === 0) return wholeText[language].empty
  return wholeText[language].whole(showCount(language, verdict.entries))
}
