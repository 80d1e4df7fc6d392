/** Telling somebody of a change that concerns them, which waits until they acknowledge it. */
import { z } from 'zod'
import type { PersonName } from '../../../kernel/person-name.ts'

/** What may be told. Each kind's sentence is made from its `detail` by the words beside this file. */
export const NoticeKind = z.enum([
  'plan-agreed',
  'plan-amended',
  'plan-ended',
  'outcome-changed',
  'outcome-ended',
  'review-held',
  'worker-changed',
  'request-answered',
  'records-merged',
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** To all of a provider's people who look after its notices, to one worker, or to the person themselves. */
export type NoticeTo =
  | { readonly kind: 'provider'; readonly providerId: number }
  | { readonly kind: 'worker'; readonly userId: number }
  | { readonly kind: 'person' }

export type NewNotice = {
  readonly personId: number
  readonly to: NoticeTo
  readonly kind: NoticeKind
  /** What its sentence needs: short texts, days as `YYYY-MM-DD`. Somebody's own words go with their language. */
  readonly detail: Readonly<Record<string, string>>
  /** Where it can be looked at, without language prefix. */
  readonly path: string
}

/** A notice as those who were told see it, with the name of the person it is about. */
export type NoticeAboutPerson = PersonName & {
  readonly noticeId: number
  readonly personId: number
  readonly kind: NoticeKind
  readonly detail: Readonly<Record<string, string>>
  readonly path: string
  readonly toldAt: Temporal.Instant
}
