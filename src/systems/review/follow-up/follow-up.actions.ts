/** Adding follow-ups to a draft, taking them out again, and closing those of signed reviews. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { day } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { frameworkOf } from '../evidence/evidence.actions.ts'
import { openDraft } from '../review-life/draft.actions.ts'
import { findReview, listReviews } from '../review-life/review.store.ts'
import { REFUSALS } from '../review-life/review-life.ts'
import { findFollowUp, insertFollowUp, listFollowUps, removeFollowUp, updateFollowUp } from './follow-up.store.ts'
import { FOLLOW_UP_STATES, type FollowUp, isLate } from './follow-up.ts'

export const AddFollowUpInput = z.object({
  reviewId: RecordId,
  domainId: z.string(),
  language: Language,
  what: z
    .string()
    .trim()
    .min(1, bilingualIssue('Say what is to be done', 'Dywedwch beth sydd i’w wneud'))
    .max(1000, bilingualIssue('Keep the action under 1,000 characters', 'Cadwch y cam gweithredu o dan 1,000 nod')),
  owner: z
    .string()
    .trim()
    .min(1, bilingualIssue('Say who will do it', 'Dywedwch pwy fydd yn ei wneud'))
    .max(120, bilingualIssue('Keep the name under 120 characters', 'Cadwch yr enw o dan 120 nod')),
  dueOn: z.iso.date(bilingualIssue('Enter a real date', 'Rhowch ddyddiad go iawn')).transform((text) => day(text)),
})

export const addFollowUp = defineAction({
  name: 'review.add-follow-up',
  title: { en: 'Added an action to a review', cy: 'Ychwanegu cam gweithredu at adolygiad' },
  permission: 'reviews:write',
  input: AddFollowUpInput,
  async run(context, input) {
    const draft = await openDraft(context, input.reviewId)
    if (!draft.ok) return draft
    const { tx, actor, clock } = context
    if (!frameworkOf(context, draft.value).domains.some(({ id }) => id === input.domainId)) return refused(NO_DOMAIN)
    if (Temporal.PlainDate.compare(input.dueOn, clock.today()) < 0) return refused(DUE_IN_PAST)
    const actionId = await insertFollowUp(tx, actor.authorityId, input, { by: actor.name, at: clock.now() })
    const { what, owner, domainId } = input
    context.audit({
      recordType: 'review.review',
      recordId: input.reviewId,
      after: { actionId, domainId, what, owner, dueOn: input.dueOn.toString() },
    })
    return accepted({ actionId })
  },
})

export const removeFollowUpFromDraft = defineAction({
  name: 'review.remove-follow-up',
  title: { en: 'Took an action out of a review', cy: 'Tynnu cam gweithredu o adolygiad' },
  permission: 'reviews:write',
  input: z.object({ reviewId: RecordId, actionId: RecordId }),
  async run(context, { reviewId, actionId }) {
    const draft = await openDraft(context, reviewId)
    if (!draft.ok) return draft
    const { tx, actor } = context
    const followUp = await findFollowUp(tx, actor.authorityId, actionId)
    if (!followUp || followUp.reviewId !== reviewId) return refused(NO_FOLLOW_UP)
    await removeFollowUp(tx, actor.authorityId, actionId)
    const { what, owner, domainId } = followUp
    context.audit({ recordType: 'review.review', recordId: reviewId, before: { actionId, domainId, what, owner } })
    return accepted({ domainId })
  },
})

/** Says that an action of a signed review is done, dropped (with a reason) or open again. */
export const closeFollowUp = defineAction({
  name: 'review.close-follow-up',
  title: { en: 'Said how an action stands', cy: 'Nodi sut mae cam gweithredu’n sefyll' },
  permission: 'reviews:write',
  input: z.object({
    actionId: RecordId,
    state: z.enum(FOLLOW_UP_STATES),
    note: z.string().trim().max(2000).default(''),
    version: z.coerce.number().int().min(1),
  }),
  async run(context, { actionId, state, note, version }) {
    const { tx, actor, clock } = context
    const followUp = await findFollowUp(tx, actor.authorityId, actionId)
    if (!followUp) return refused(NO_FOLLOW_UP)
    const review = await findReview(tx, actor.authorityId, followUp.reviewId)
    if (review?.state !== 'signed') return refused(NOT_SIGNED)
    if (followUp.version !== version) return refused(CHANGED)
    if (state === 'dropped' && note === '') return refused({ ...REFUSALS.noReason, field: 'note' })
    await updateFollowUp(tx, actor.authorityId, actionId, {
      state,
      closedOn: state === 'open' ? null : clock.today(),
      closingNote: note,
      version: version + 1,
    })
    context.audit({
      recordType: 'review.review',
      recordId: followUp.reviewId,
      before: { actionId, state: followUp.state },
      after: { actionId, state },
      ...(note ? { reason: note } : {}),
    })
    return accepted({ actionId, state, version: version + 1 })
  },
})

/** One line of the list of actions. */
export type FollowUpLine = FollowUp & {
  readonly isLate: boolean
  readonly reviewName: string
  readonly reviewLanguage: Language
}

/** All actions of signed reviews, the earliest due first. */
export const readFollowUps = defineAction({
  name: 'review.read-follow-ups',
  title: { en: 'Looked at the actions of reviews', cy: 'Edrych ar gamau gweithredu adolygiadau' },
  permission: 'reviews:read',
  input: z.object({ state: z.enum([...FOLLOW_UP_STATES, 'late']).optional(), owner: z.string().optional() }),
  async run({ tx, actor, clock }, { state, owner }) {
    const reviews = new Map(
      (await listReviews(tx, actor.authorityId, { states: ['signed'] })).map((review) => [review.reviewId, review]),
    )
    const all = await listFollowUps(tx, actor.authorityId, { reviewIds: [...reviews.keys()] })
    const today = clock.today()
    const wanted = all.filter((followUp) => {
      if (owner && followUp.owner !== owner) return false
      if (state === 'late') return isLate(followUp, today)
      return state === undefined || followUp.state === state
    })
    return accepted({
      followUps: wanted.map(
        (followUp): FollowUpLine => ({
          ...followUp,
          isLate: isLate(followUp, today),
          reviewName: reviews.get(followUp.reviewId)!.name,
          reviewLanguage: reviews.get(followUp.reviewId)!.language,
        }),
      ),
      late: all.filter((followUp) => isLate(followUp, today)).length,
      open: all.filter((followUp) => followUp.state === 'open').length,
    })
  },
})

const NO_DOMAIN: Refusal = {
  kind: 'not-found',
  code: 'no-such-domain',
  message: { en: 'This review has no such domain.', cy: 'Nid oes gan yr adolygiad hwn faes o’r fath.' },
}
const NO_FOLLOW_UP: Refusal = {
  kind: 'not-found',
  code: 'no-such-action',
  message: { en: 'There is no such action.', cy: 'Nid oes cam gweithredu o’r fath.' },
}
const DUE_IN_PAST: Refusal = {
  kind: 'invalid',
  code: 'due-in-the-past',
  field: 'dueOn',
  message: { en: 'The day must be today or later.', cy: 'Rhaid i’r diwrnod fod heddiw neu’n hwyrach.' },
}
const NOT_SIGNED: Refusal = {
  kind: 'conflict',
  code: 'review-not-signed',
  message: {
    en: 'An action can be closed once its review is signed.',
    cy: 'Gellir cau cam gweithredu ar ôl i’w adolygiad gael ei lofnodi.',
  },
}
const CHANGED: Refusal = {
  kind: 'stale',
  code: 'action-changed',
  message: {
    en: 'Somebody else changed this action. Look at it again.',
    cy: 'Newidiodd rhywun arall y cam gweithredu hwn. Edrychwch arno eto.',
  },
}
