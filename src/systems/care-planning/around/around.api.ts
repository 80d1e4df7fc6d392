/** Those around a person as JSON: how to reach them, who they are, what was agreed to, and the active offer of Welsh; read and written. */
import { createRoute, z } from '@hono/zod-openapi'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import {
  type AroundView,
  addSomebody,
  endSomebody,
  openAround,
  recordConsent,
  recordOffer,
  saveContactDetails,
} from './around.actions.ts'
import {
  CarerAnswer,
  ConsentAnswer,
  ConsentHow,
  ConsentTo,
  ContactBy,
  consentsInForce,
  OfferAnswer,
  RelationshipKind,
} from './around.ts'

const AT_PERSON = z.object({ personId: IdText })
const Words = z.enum(['cy', 'en'])

const CONTACT = {
  address: z.string(),
  postcode: z.string(),
  telephone: z.string(),
  email: z.string(),
  contactBy: z
    .enum(ContactBy.options)
    .openapi({ description: 'How they wish to be reached; empty: they have not said' }),
  communicationNeeds: z.string(),
  accessNeeds: z.string(),
}

const RelationshipAnswer = z
  .object({
    id: z.number().int(),
    kind: RelationshipKind,
    name: z.string(),
    whatTheyAre: z.string(),
    telephone: z.string(),
    language: Words.nullable(),
    livesWith: z.boolean(),
    since: DayText,
    until: DayText.nullable(),
    support: z
      .object({
        needs: z.string(),
        assessmentOfferedOn: DayText.nullable(),
        assessmentAnswer: CarerAnswer.nullable(),
      })
      .nullable()
      .openapi({ description: 'What a carer needs for themselves; a provider is told of none' }),
    version: z.number().int(),
  })
  .openapi('Relationship')

const Around = z
  .object({
    contact: z.object({ ...CONTACT, nhsNumber: z.string().nullable(), version: z.number().int() }).openapi({
      description: 'Version 0: nothing was written down yet',
    }),
    relationships: z.array(RelationshipAnswer),
    consents: z.array(
      z
        .object({
          id: z.number().int(),
          what: ConsentTo,
          answer: ConsentAnswer,
          how: ConsentHow,
          answeredOn: DayText,
          answeredBy: z.string(),
          note: z.string(),
          recordedBy: z.string(),
          isInForce: z.boolean().openapi({ description: 'The newest answer to its question' }),
        })
        .openapi('ConsentGiven'),
    ),
    activeOffers: z.array(
      z
        .object({ offeredOn: DayText, answer: OfferAnswer, note: z.string(), recordedBy: z.string() })
        .openapi('ActiveOffer'),
    ),
  })
  .openapi('AroundPerson')

const readRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/around',
  ...described('Read who is around somebody', 'Darllen pwy sydd o amgylch rhywun'),
  request: { params: AT_PERSON },
  responses: { 200: jsonAnswer(Around, 'Contact, relationships, consents and active offers, the newest first') },
})

const contactRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/contact',
  ...described('Save how somebody is reached', 'Cadw sut i gyrraedd rhywun'),
  request: {
    params: AT_PERSON,
    body: jsonBody(
      z
        .object({
          ...z.object(CONTACT).partial().shape,
          nhsNumber: z.string().nullable().optional().openapi({ example: '943 476 5919' }),
          version: z.number().int().min(0).openapi({ description: 'As it was read; 0 where nothing was there' }),
        })
        .openapi('ContactDetails'),
    ),
  },
  responses: { 204: { description: 'It has been saved; what was left out is empty' } },
})

const addRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/relationships',
  ...described('Add somebody around a person', 'Ychwanegu rhywun o amgylch person'),
  request: {
    params: AT_PERSON,
    body: jsonBody(
      z
        .object({
          kind: RelationshipKind,
          name: z.string(),
          whatTheyAre: z.string().optional(),
          telephone: z.string().optional(),
          language: Words.optional(),
          livesWith: z.boolean().optional(),
          since: DayText,
          needs: z.string().optional().openapi({ description: 'Of a carer: what they need for themselves' }),
          assessmentOfferedOn: DayText.optional(),
          assessmentAnswer: CarerAnswer.optional(),
        })
        .openapi('NewRelationship'),
    ),
  },
  responses: { 201: jsonAnswer(z.object({ id: z.number().int() }), 'Added') },
})

const endRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/relationships/{relationshipId}/ending',
  ...described('Note that somebody is no longer around', 'Nodi nad yw rhywun o amgylch mwyach'),
  request: { params: AT_PERSON.extend({ relationshipId: IdText }) },
  responses: { 204: { description: 'Ended today' } },
})

const consentRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/consents',
  ...described('Record what somebody agreed to', 'Cofnodi’r hyn y cytunodd rhywun iddo'),
  request: {
    params: AT_PERSON,
    body: jsonBody(
      z
        .object({
          what: ConsentTo,
          answer: ConsentAnswer,
          how: ConsentHow,
          answeredOn: DayText,
          answeredBy: z.string(),
          note: z.string().optional(),
        })
        .openapi('NewConsent'),
    ),
  },
  responses: { 201: jsonAnswer(z.object({ personId: z.number().int() }), 'Recorded; earlier answers stay') },
})

const offerRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/active-offers',
  ...described('Record the active offer of Welsh', 'Cofnodi’r cynnig rhagweithiol'),
  request: {
    params: AT_PERSON,
    body: jsonBody(
      z.object({ offeredOn: DayText, answer: OfferAnswer, note: z.string().optional() }).openapi('NewActiveOffer'),
    ),
  },
  responses: { 201: jsonAnswer(z.object({ personId: z.number().int() }), 'Recorded') },
})

export function aroundApi(doors: Doors): void {
  const run = <I, O>(c: Parameters<typeof actorOf>[0], action: Action<I, O>, input: unknown) =>
    perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
  doors.api(readRoute, 'people:read', async (c) =>
    answered(c, await run(c, openAround, c.req.valid('param')), (view) => c.json(present(view), 200)),
  )
  doors.api(contactRoute, 'people:change', async (c) => {
    const { nhsNumber, ...given } = c.req.valid('json')
    const input = { ...given, nhsNumber: nhsNumber ?? '', ...c.req.valid('param') }
    return answered(c, await run(c, saveContactDetails, input), () => c.body(null, 204))
  })
  doors.api(addRoute, 'people:change', async (c) => {
    const { telephone, ...given } = c.req.valid('json')
    const input = { ...given, reach: telephone, ...c.req.valid('param') }
    return answered(c, await run(c, addSomebody, input), ({ relationshipId }) => c.json({ id: relationshipId }, 201))
  })
  doors.api(endRoute, 'people:change', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    return answered(c, await run(c, endSomebody, { ...c.req.valid('param'), version }), () => c.body(null, 204))
  })
  doors.api(consentRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    return answered(c, await run(c, recordConsent, input), (value) => c.json(value, 201))
  })
  doors.api(offerRoute, 'people:change', async (c) => {
    const { answer: offerAnswer, ...given } = c.req.valid('json')
    const input = { ...given, offerAnswer, ...c.req.valid('param') }
    return answered(c, await run(c, recordOffer, input), (value) => c.json(value, 201))
  })
}

function present({ contact, relationships, consents, offers }: AroundView): z.infer<typeof Around> {
  const inForce = new Set(consentsInForce(consents).values())
  return {
    contact: { ...contact },
    relationships: relationships.map(({ relationshipId, since, until, support, ...one }) => ({
      id: relationshipId,
      ...one,
      since: since.toString(),
      until: until?.toString() ?? null,
      support: support && { ...support, assessmentOfferedOn: support.assessmentOfferedOn?.toString() ?? null },
    })),
    consents: consents.map((one) => {
      const { consentId, answeredOn, ...rest } = one
      return { id: consentId, ...rest, answeredOn: answeredOn.toString(), isInForce: inForce.has(one) }
    }),
    activeOffers: offers.map((one) => ({ ...one, offeredOn: one.offeredOn.toString() })),
  }
}
