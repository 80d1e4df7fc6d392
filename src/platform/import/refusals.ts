/** Why an import cannot be started, found or undone, in both languages. */
import { plural } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { Dependent } from './import-kind.ts'

export const importNotFound: Refusal = {
  kind: 'not-found',
  code: 'import-not-found',
  message: { en: 'There is no such import.', cy: 'Nid oes mewnforiad o’r fath.' },
}

export const importUnderWay: Refusal = {
  kind: 'conflict',
  code: 'import-under-way',
  message: {
    en: 'This import is under way already. Wait until it is done.',
    cy: 'Mae’r mewnforiad hwn ar waith eisoes. Arhoswch nes ei fod wedi gorffen.',
  },
}

export const importAlreadyDone: Refusal = {
  kind: 'conflict',
  code: 'import-already-done',
  message: {
    en: 'This import is done already. Send the file again to start a new one.',
    cy: 'Mae’r mewnforiad hwn wedi’i wneud eisoes. Anfonwch y ffeil eto i ddechrau un newydd.',
  },
}

export const fileGone: Refusal = {
  kind: 'unavailable',
  code: 'import-file-gone',
  message: {
    en: 'The file of this import is no longer kept. Send it again.',
    cy: 'Nid yw ffeil y mewnforiad hwn yn cael ei chadw mwyach. Anfonwch hi eto.',
  },
}

export const importFailed: Refusal = {
  kind: 'unavailable',
  code: 'import-failed',
  message: {
    en: 'The import stopped because of a fault of ours. What was in by then is in; start it again and it goes on from there.',
    cy: 'Stopiodd y mewnforiad oherwydd nam ar ein hochr ni. Mae’r hyn oedd i mewn erbyn hynny i mewn; dechreuwch ef eto a bydd yn parhau o’r fan honno.',
  },
}

export const importAbandoned: Refusal = {
  kind: 'unavailable',
  code: 'import-abandoned',
  message: {
    en: 'The program that read this file was stopped before it was done. What was in by then is in; sending the file again is safe.',
    cy: 'Stopiwyd y rhaglen oedd yn darllen y ffeil hon cyn iddi orffen. Mae’r hyn oedd i mewn erbyn hynny i mewn; mae’n ddiogel anfon y ffeil eto.',
  },
}

export const nothingToUndo: Refusal = {
  kind: 'conflict',
  code: 'nothing-to-undo',
  message: {
    en: 'This import changed nothing, or is undone already.',
    cy: 'Ni newidiodd y mewnforiad hwn ddim, neu mae wedi’i ddadwneud eisoes.',
  },
}

export function changedSince(count: number): Refusal {
  return {
    kind: 'conflict',
    code: 'changed-since',
    message: {
      en: `${count} ${plural('en', count, { one: 'record', other: 'records' })} of this import changed since. Undo the later imports first; a record that somebody changed by hand cannot be taken back.`,
      cy: `Newidiwyd ${count} o gofnodion y mewnforiad hwn ers hynny. Dadwnewch y mewnforion diweddarach yn gyntaf; ni ellir tynnu’n ôl gofnod a newidiwyd â llaw.`,
    },
  }
}

/** Names each kind of record that would lose its ground, with how many there are. */
export function recordsRestOnIt(dependents: readonly Dependent[]): Refusal {
  const list = (language: 'en' | 'cy') => dependents.map((d) => `${d.what[language]} (${d.count})`).join(', ')
  return {
    kind: 'conflict',
    code: 'records-rest-on-it',
    message: {
      en: `Later records rest on this import: ${list('en')}. Undo their imports first.`,
      cy: `Mae cofnodion diweddarach yn dibynnu ar y mewnforiad hwn: ${list('cy')}. Dadwnewch eu mewnforion nhw yn gyntaf.`,
    },
  }
}
