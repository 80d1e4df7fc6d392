/** Why two records are not merged, or a merge is not undone. None says what a record holds that the asker may not see. */
import { inBoth } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Held } from '../../../platform/merging/merge-answer.ts'
import type { PersonMerge, TwoPeople } from './merge.ts'

const conflict = (code: string, en: string, cy: string): Refusal => ({ kind: 'conflict', code, message: { en, cy } })

export const SAME_RECORD = conflict(
  'same-record',
  'Both references are of the same record. Choose another one.',
  'Mae’r ddau gyfeirnod yn perthyn i’r un cofnod. Dewiswch un arall.',
)
/** The same whether there is no such record or it is closed to whoever asks. */
export const NO_SUCH_OTHER: Refusal = {
  kind: 'not-found',
  code: 'no-such-person',
  message: {
    en: 'There is no such other record, or you may not see it. To merge two records you have to be able to open both.',
    cy: 'Nid oes cofnod arall o’r fath, neu ni chewch ei weld. I gyfuno dau gofnod rhaid i chi allu agor y ddau.',
  },
}
export const NO_SUCH_MERGE: Refusal = {
  kind: 'not-found',
  code: 'no-such-merge',
  message: {
    en: 'There is no such merge, or you may not see the record.',
    cy: 'Nid oes cyfuniad o’r fath, neu ni chewch weld y cofnod.',
  },
}
export const SAY_WHY: Refusal = {
  kind: 'invalid',
  code: 'say-why',
  field: 'reason',
  message: {
    en: 'Say how you know that this is one person.',
    cy: 'Dywedwch sut y gwyddoch mai un person yw hwn.',
  },
}
export const IMPORT_RUNS = conflict(
  'import-runs',
  'A file is being brought in just now and may name these people. Nothing was changed; try again when it is done.',
  'Mae ffeil wrthi’n cael ei mewnforio a gall enwi’r bobl hyn. Ni newidiwyd dim; rhowch gynnig arall arni pan fydd wedi gorffen.',
)
export const UNDONE_ALREADY = conflict(
  'undone-already',
  'This merge has been undone already.',
  'Mae’r cyfuniad hwn wedi’i ddadwneud eisoes.',
)
export const SAID_ALREADY = conflict(
  'said-already',
  'It has been said already that these are two people.',
  'Mae wedi’i ddweud eisoes mai dau berson yw’r rhain.',
)
export const NOT_SAID = conflict(
  'not-said',
  'That these are two people has been taken back already, or was never said.',
  'Mae’r datganiad mai dau berson yw’r rhain wedi’i dynnu’n ôl eisoes, neu ni ddywedwyd mohono erioed.',
)

export function mergedAlready(merge: PersonMerge, standingRef: string): Refusal {
  return conflict(
    'merged-already',
    `${merge.formerRef} was merged into ${standingRef} already. Open that record instead.`,
    `Mae ${merge.formerRef} wedi’i gyfuno â ${standingRef} eisoes. Agorwch y cofnod hwnnw yn lle hynny.`,
  )
}

export function saidToBeTwo(said: TwoPeople): Refusal {
  return {
    kind: 'conflict',
    code: 'said-to-be-two-people',
    message: inBoth((language) =>
      language === 'en'
        ? `${said.saidBy} said on ${showDay('en', said.saidOn)} that these are two people: ${said.reason}. If that was a mistake, take it back first.`
        : `Dywedodd ${said.saidBy} ar ${showDay('cy', said.saidOn)} mai dau berson yw’r rhain: ${said.reason}. Os camgymeriad oedd hynny, tynnwch ef yn ôl yn gyntaf.`,
    ),
  }
}

export function undoLaterFirst(later: PersonMerge): Refusal {
  return {
    kind: 'conflict',
    code: 'merged-since',
    message: inBoth((language) =>
      language === 'en'
        ? `${later.formerRef} was merged into ${later.standingRef} after this, on ${showDay('en', later.mergedOn)}. Undo that first.`
        : `Cyfunwyd ${later.formerRef} â ${later.standingRef} ar ôl hyn, ar ${showDay('cy', later.mergedOn)}. Dadwnewch hynny yn gyntaf.`,
    ),
  }
}

/** Names what came since and belongs to neither record alone. */
export function cameSince(held: readonly Held[]): Refusal {
  const list = (language: 'en' | 'cy') => held.map(({ what, count }) => `${what[language]} (${count})`).join(', ')
  return {
    kind: 'conflict',
    code: 'something-came-since',
    message: {
      en: `The merge cannot be undone, because of what was added or changed since and rests on it: ${list('en')}. Nothing was changed.`,
      cy: `Ni ellir dadwneud y cyfuniad, oherwydd yr hyn a ychwanegwyd neu a newidiwyd ers hynny ac sy’n dibynnu arno: ${list('cy')}. Ni newidiwyd dim.`,
    },
  }
}
