/** People, their outcomes, reviews and own words as JSON. Nothing leaves that is not named here. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag } from '../../../platform/api/entity-tag.ts'
import { cursorIn, PageQuery, pageFrom, pageOf } from '../../../platform/api/page-cursor.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { Achievement, Extent, OwnSays, Party, PersonSays, WordHow } from '../outcome-review/outcome-review.ts'
import { dueState, lifeOn } from '../personal-outcome/outcome-life.ts'
import { type PersonalOutcome, SetBy } from '../personal-outcome/personal-outcome.ts'
import { openPerson, type PersonPage, walkPeople } from './person.actions.ts'
import { NeedGroup, PeopleQuery, type PersonInList } from './person.ts'

const Words = z.object({ words: z.string(), language: z.enum(['en', 'cy']) })

const PersonSummary = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    knownAs: z.string().nullable(),
    language: z.enum(['en', 'cy']).openapi({ description: 'The language the person asked for' }),
    areaId: z.number().int(),
    needGroup: NeedGroup,
    liveOutcomes: z.number().int(),
    nextReviewDueOn: DayText.nullable(),
  })
  .openapi('PersonSummary')

const OutcomeReviewAnswer = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    dueOn: DayText,
    heldOn: DayText,
    score: z.number().nullable(),
    achievement: Achievement,
    providerSays: Achievement.nullable(),
    personSays: PersonSays.nullable(),
    personSaidBy: z.enum(['person', 'carer']).nullable(),
    personWordHow: WordHow.nullable(),
    personWordRecordedBy: z.string().nullable(),
    personWords: Words.nullable(),
    carer: z
      .object({ says: OwnSays, saidOn: DayText.nullable(), words: Words.nullable(), how: WordHow.nullable() })
      .nullable(),
    attributions: z.array(z.object({ party: Party, extent: Extent, isNamedFirst: z.boolean(), evidence: z.string() })),
    version: z.number().int(),
  })
  .openapi('OutcomeReview')

const PersonalOutcomeAnswer = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    ownWords: Words,
    outcomeId: z.number().int().nullable().openapi({ description: 'The outcome of the catalogue that it serves' }),
    contractId: z.number().int().nullable().openapi({ description: 'The contract that leads on it' }),
    scale: z.string(),
    baselineScore: z.number().nullable(),
    targetScore: z.number().nullable(),
    agreedOn: DayText,
    reviewDueOn: DayText,
    endedOn: DayText.nullable(),
    life: z.enum(['agreed', 'active', 'under-review', 'reformulated', 'ended']),
    due: z.enum(['overdue', 'due-soon', 'later']),
    whyItMatters: z.string(),
    canDoNow: z.string(),
    setBy: SetBy,
    weight: z.number(),
    hangsOn: z.number().int().nullable().openapi({ description: 'The outcome that it is a step towards' }),
    reformulatedFrom: z.number().int().nullable().openapi({ description: 'The outcome whose place it took' }),
    contributions: z.array(
      z.object({
        party: Party,
        providerId: z.number().int().nullable(),
        extent: z.enum(['whole', 'part']),
        what: z.string(),
      }),
    ),
    reviews: z.array(OutcomeReviewAnswer),
    version: z.number().int(),
  })
  .openapi('PersonalOutcome')

const PersonAnswer = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    knownAs: z.string().nullable(),
    bornOn: DayText.nullable(),
    language: z.enum(['en', 'cy']),
    areaId: z.number().int(),
    needGroup: NeedGroup,
    whatMatters: Words.nullable(),
    startedOn: DayText.nullable(),
    endedOn: DayText.nullable(),
    outcomes: z.array(PersonalOutcomeAnswer),
    version: z.number().int(),
  })
  .openapi('Person')

const listRoute = createRoute({
  method: 'get',
  path: '/people',
  ...described('List people', 'Rhestru pobl'),
  request: {
    query: PeopleQuery.omit({ page: true, sort: true, direction: true }).extend({
      limit: PageQuery.shape.limit,
      after: cursorIn(z.tuple([z.number().int()])).optional(),
    }),
  },
  responses: { 200: { description: 'People', content: { 'application/json': { schema: pageOf(PersonSummary) } } } },
})

const readRoute = createRoute({
  method: 'get',
  path: '/people/{personId}',
  ...described('Read a person with their outcomes and reviews', 'Darllen person gyda’u canlyniadau a’u hadolygiadau'),
  request: { params: z.object({ personId: z.coerce.number().int().positive() }) },
  responses: { 200: { description: 'The person', content: { 'application/json': { schema: PersonAnswer } } } },
})

export function personApi(doors: Doors): void {
  doors.api(listRoute, 'people:read', async (c) => {
    const { after, limit, ...query } = c.req.valid('query')
    const asked = { ...query, limit, after: after?.[0] ?? 0 }
    const result = await perform(c.get('runtime'), actorOf(c), walkPeople, asked, originOf(c))
    return answered(c, result, (people) => {
      const page = pageFrom(people, limit, (person) => [person.personId])
      return c.json({ items: page.items.map(presentInList), next: page.next }, 200)
    })
  })
  doors.api(readRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openPerson, c.req.valid('param'), originOf(c))
    return answered(c, result, (page) => {
      c.header('ETag', entityTag(page.person.version))
      return c.json(presentPerson(page), 200)
    })
  })
}

function presentInList(person: PersonInList) {
  const { personId, nextDueOn, knownAs, ...rest } = person
  return { id: personId, ...rest, knownAs: knownAs ?? null, nextReviewDueOn: nextDueOn?.toString() ?? null }
}

function presentPerson({ person, outcomes, today }: PersonPage) {
  return {
    id: person.personId,
    ref: person.ref,
    givenName: person.givenName,
    familyName: person.familyName,
    knownAs: person.knownAs ?? null,
    bornOn: person.bornOn?.toString() ?? null,
    language: person.language,
    areaId: person.areaId,
    needGroup: person.needGroup,
    whatMatters: person.whatMatters
      ? { words: person.whatMatters, language: person.whatMattersLanguage ?? person.language }
      : null,
    startedOn: person.startedOn?.toString() ?? null,
    endedOn: person.endedOn?.toString() ?? null,
    outcomes: outcomes.map((outcome) => presentOutcome(outcome, today)),
    version: person.version,
  }
}

function presentOutcome(outcome: PersonalOutcome, today: Temporal.PlainDate) {
  return {
    id: outcome.personalOutcomeId,
    ref: outcome.ref,
    ownWords: { words: outcome.ownWords, language: outcome.ownWordsLanguage },
    outcomeId: outcome.outcomeId,
    contractId: outcome.contractId,
    scale: outcome.scale,
    baselineScore: outcome.baselineScore,
    targetScore: outcome.targetScore,
    agreedOn: outcome.agreedOn.toString(),
    reviewDueOn: outcome.reviewDueOn.toString(),
    endedOn: outcome.endedOn?.toString() ?? null,
    life: lifeOn(outcome, today),
    due: dueState(outcome.reviewDueOn, today),
    whyItMatters: outcome.whyItMatters,
    canDoNow: outcome.canDoNow,
    setBy: outcome.setBy,
    weight: outcome.weight,
    hangsOn: outcome.hangsOn,
    reformulatedFrom: outcome.reformulatedFrom,
    contributions: outcome.contributions.map(({ party, providerId, extent, what }) => ({
      party,
      providerId,
      extent,
      what,
    })),
    reviews: outcome.reviews.map((review) => ({
      id: review.outcomeReviewId,
      ref: review.ref,
      dueOn: review.dueOn.toString(),
      heldOn: review.heldOn.toString(),
      score: review.score,
      achievement: review.achievement,
      providerSays: review.providerSays,
      personSays: review.personSays,
      personSaidBy: review.personSaidBy,
      personWordHow: review.personWordHow,
      personWordRecordedBy: review.personWordRecordedBy,
      personWords: review.personWords
        ? { words: review.personWords, language: review.personWordsLanguage ?? outcome.ownWordsLanguage }
        : null,
      carer: review.carer && {
        says: review.carer.says,
        saidOn: review.carer.saidOn?.toString() ?? null,
        words: review.carer.words
          ? { words: review.carer.words, language: review.carer.wordsLanguage ?? outcome.ownWordsLanguage }
          : null,
        how: review.carer.how,
      },
      attributions: review.attributions.map(({ party, extent, isNamedFirst, evidence }) => ({
        party,
        extent,
        isNamedFirst,
        evidence,
      })),
      version: review.version,
    })),
    version: outcome.version,
  }
}
