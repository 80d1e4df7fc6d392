/** Recording what was found at a review, which flows to the contract's measures at once, because the database marks what it touches. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { DayInput, optional } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import { listOutcomesOf, moveOutcomeOn } from '../personal-outcome/personal-outcome.store.ts'
import { listPlanReviews, setMeeting } from '../plan-review/plan-review.store.ts'
import { addReview } from './outcome-review.store.ts'
import { Achievement, Extent, hasOwnWord, Party, PersonSays, refuseReview } from './outcome-review.ts'

export const RecordReviewInput = z.object({
  personId: RecordId,
  personalOutcomeId: RecordId,
  /** The outcome's version as it was shown. */
  version: z.coerce.number().int().positive(),
  heldOn: DayInput,
  achievement: z.enum(
    Achievement.options,
    bilingualIssue('Choose what the review found', 'Dewiswch yr hyn a ganfu’r adolygiad'),
  ),
  score: optional(z.coerce.number().min(-10).max(100)),
  providerSays: optional(Achievement),
  personSays: z.enum(
    PersonSays.options,
    bilingualIssue(
      'Choose what the person said, or why they were not asked',
      'Dewiswch beth ddywedodd y person, neu pam na ofynnwyd',
    ),
  ),
  personSaidBy: optional(z.enum(['person', 'carer'])),
  personWords: z.string().trim().max(4000).default(''),
  personWordsLanguage: optional(Language),
  note: z.string().trim().max(4000).default(''),
  attributions: z
    .array(
      z.object({
        party: Party,
        extent: Extent,
        isNamedFirst: z.boolean().default(false),
        evidence: z.string().max(2000).default(''),
        sharePercent: optional(
          z.coerce
            .number(bilingualIssue('Enter a whole number', 'Rhowch rif cyfan'))
            .int(bilingualIssue('Enter a whole number', 'Rhowch rif cyfan'))
            .min(0, bilingualIssue('A share is 0 or more', 'Mae cyfran yn 0 neu fwy'))
            .max(100, bilingualIssue('A share is 100 or less', 'Mae cyfran yn 100 neu lai')),
        ).transform((share) => share ?? null),
      }),
    )
    .default([]),
  /** What happens to the outcome next. */
  next: z.enum(
    ['carry-on', 'reformulate', 'end'],
    bilingualIssue('Choose what happens next', 'Dewiswch beth sy’n digwydd nesaf'),
  ),
  nextDueOn: optional(DayInput),
})
export type RecordReviewInput = z.infer<typeof RecordReviewInput>

export const recordOutcomeReview = defineAction({
  name: 'care-planning.record-outcome-review',
  title: { en: 'Recorded an outcome review', cy: 'Cofnodi adolygiad o ganlyniad' },
  permission: 'people:change',
  input: RecordReviewInput,
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    if (!(await findPerson(tx, authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    const outcome = (await listOutcomesOf(tx, authorityId, input.personId)).find(
      (o) => o.personalOutcomeId === input.personalOutcomeId,
    )
    if (!outcome) return refused(NO_SUCH_OUTCOME)
    const cannotBe = refuseReview(input, outcome.agreedOn, clock.today())
    if (cannotBe) return cannotBe
    if (
      input.next === 'carry-on' &&
      !(input.nextDueOn && Temporal.PlainDate.compare(input.nextDueOn, input.heldOn) > 0)
    )
      return refused(NEEDS_NEXT_DAY)
    const said = hasOwnWord(input)
    const review = {
      ref: `${outcome.ref}-R${outcome.reviews.length + 1}`,
      heldOn: input.heldOn,
      score: input.score ?? null,
      achievement: input.achievement,
      providerSays: input.providerSays ?? null,
      personSays: input.personSays,
      personSaidBy: said ? (input.personSaidBy ?? 'person') : null,
      personWords: input.personWords,
      personWordsLanguage: input.personWords ? (input.personWordsLanguage ?? outcome.ownWordsLanguage) : null,
      note: input.note,
      attributions: input.attributions,
    }
    const outcomeReviewId = await addReview(tx, authorityId, outcome, review)
    const meeting = (await listPlanReviews(tx, authorityId, input.personId)).find(({ state }) => state === 'open')
    if (meeting) await setMeeting(tx, authorityId, outcomeReviewId, meeting.planReviewId)
    const isEnded = input.next === 'end'
    const next = {
      reviewDueOn: input.nextDueOn ?? outcome.reviewDueOn,
      endedOn: isEnded ? input.heldOn : null,
      endedReason: isEnded ? input.achievement : null,
    }
    if (!(await moveOutcomeOn(tx, authorityId, input, next)))
      return refused(staleVersion(input.version, outcome.version))
    audit({
      recordType: 'care-planning.outcome-review',
      recordId: outcomeReviewId,
      after: { ...review, heldOn: review.heldOn.toString() },
    })
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { review: review.ref, achievement: review.achievement, personSays: review.personSays },
    })
    return accepted({ outcomeReviewId, ref: review.ref, planReviewId: meeting?.planReviewId })
  },
})

export const NO_SUCH_OUTCOME: Refusal = {
  kind: 'not-found',
  code: 'no-such-outcome',
  message: {
    en: 'There is no such outcome, or you may not see it.',
    cy: 'Nid oes canlyniad o’r fath, neu ni chewch ei weld.',
  },
}
const NEEDS_NEXT_DAY: Refusal = {
  kind: 'invalid',
  code: 'needs-next-review',
  field: 'nextDueOn',
  message: {
    en: 'Say when to look at this outcome again, after the day of this review.',
    cy: 'Dywedwch pryd i edrych ar y canlyniad hwn eto, ar ôl diwrnod yr adolygiad hwn.',
  },
}
