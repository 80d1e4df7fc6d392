/** Plans as FHIR for programs: taking one, sending one, reading what it would change, accepting it or setting it aside. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answerApiRefusal, answered } from '../../../platform/api/problem-answers.ts'
import { IdText, jsonAnswer } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { readBodyFile } from '../../../platform/import/upload.ts'
import { NeedGroup } from '../person/person.ts'
import {
  acceptReceived,
  openReceived,
  type ReceivedView,
  receivePlan,
  sendPlan,
  setReceivedAside,
} from './exchange.actions.ts'
import { FHIR_TYPE, readWhole } from './fhir-file.ts'

const AT_PERSON = z.object({ personId: IdText })
const AT_RECEIVED = z.object({ receivedPlanId: IdText })

const Bundle = z
  .looseObject({ resourceType: z.literal('Bundle'), type: z.string(), entry: z.array(z.unknown()).optional() })
  .openapi('FhirBundle', { description: 'A FHIR R4 Bundle with the plan of one person' })

const Difference = z
  .object({
    key: z.string().openapi({ example: 'outcome O-2041 ownWords' }),
    kind: z.enum(['new', 'differs', 'fixed']).openapi({
      description:
        'new: added on acceptance. differs: taken where its key is named. fixed: a record of what happened, not taken',
    }),
    part: z.string(),
    of: z.string(),
    field: z.string(),
    ours: z.string().nullable(),
    theirs: z.string().nullable(),
  })
  .openapi('PlanDifferenceReceived')

const Received = z
  .object({
    receivedPlanId: z.number().int(),
    fileName: z.string(),
    state: z.enum(['waiting', 'accepted', 'set-aside']),
    personId: z.number().int().nullable().openapi({ description: 'None where the person is new' }),
    differences: z.array(Difference),
    unknown: z.array(z.object({ what: z.enum(['area', 'provider', 'outcome']), ref: z.string() })),
    keptApart: z.array(
      z.object({
        resourceType: z.string(),
        name: z.string(),
        reason: z.string(),
        fields: z.array(z.string()),
        resource: z.looseObject({}),
      }),
    ),
    seen: z.string().openapi({ description: 'To send back with the acceptance, so that nothing else is accepted' }),
  })
  .openapi('ReceivedPlan')

const sendRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/fhir',
  ...described('Take somebody’s plan as FHIR R4', 'Cymryd cynllun rhywun fel FHIR R4'),
  request: { params: AT_PERSON },
  responses: { 200: { description: 'The plan', content: { [FHIR_TYPE]: { schema: Bundle } } } },
})

const receiveRoute = createRoute({
  method: 'post',
  path: '/received-plans',
  ...described(
    'Send a plan as FHIR R4 to be compared; nothing is changed by it',
    'Anfon cynllun fel FHIR R4 i’w gymharu; ni newidir dim',
  ),
  // The body is read as a file: half of one is refused with the place where it broke off.
  responses: {
    201: jsonAnswer(
      z.object({
        receivedPlanId: z.number().int(),
        isAgain: z.boolean().openapi({ description: 'The very same file waits already; no second one was made of it' }),
      }),
      'Received, and waiting to be accepted',
    ),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/received-plans/{receivedPlanId}',
  ...described('Read what a received plan would change', 'Darllen beth y byddai cynllun a dderbyniwyd yn ei newid'),
  request: { params: AT_RECEIVED },
  responses: { 200: jsonAnswer(Received, 'The differences') },
})

const acceptRoute = createRoute({
  method: 'post',
  path: '/received-plans/{receivedPlanId}/acceptance',
  ...described('Accept a received plan', 'Derbyn cynllun a ddaeth i law'),
  request: {
    params: AT_RECEIVED,
    body: {
      required: true as const,
      content: {
        'application/json': {
          schema: z
            .object({
              seen: z.string().optional(),
              take: z.array(z.string()).optional(),
              areaId: z.number().int().optional(),
              needGroup: NeedGroup.optional(),
            })
            .openapi('PlanAcceptance'),
        },
      },
    },
  },
  responses: {
    200: jsonAnswer(
      z.object({ personId: z.number().int(), taken: z.array(z.string()) }),
      'What was brought in, by key',
    ),
  },
})

const asideRoute = createRoute({
  method: 'post',
  path: '/received-plans/{receivedPlanId}/set-aside',
  ...described('Set a received plan aside', 'Rhoi cynllun a ddaeth i law o’r neilltu'),
  request: { params: AT_RECEIVED },
  responses: { 200: jsonAnswer(z.object({ receivedPlanId: z.number().int() }), 'Set aside; nothing was changed') },
})

export function exchangeApi(doors: Doors): void {
  doors.api(sendRoute, 'exchange:run', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), sendPlan, c.req.valid('param'), originOf(c))
    if (!result.ok) return answerApiRefusal(c, result.refusal)
    const body = JSON.stringify(result.value.bundle)
    return c.body(body, 200, { 'content-type': FHIR_TYPE, 'cache-control': 'private, no-store' }) as never
  })
  doors.api(
    receiveRoute,
    'exchange:run',
    async (c) => {
      const source = await readBodyFile(c, 'fhir.json')
      if (!source.ok) return answerApiRefusal(c, source.refusal)
      const read = await readWhole(source.value.stream)
      if (!read.ok) return answerApiRefusal(c, read.refusal)
      const input = { fileName: source.value.name, text: read.value }
      const result = await perform(c.get('runtime'), actorOf(c), receivePlan, input, originOf(c))
      return answered(c, result, (value) => c.json(value, 201))
    },
    'upload',
  )
  doors.api(readRoute, 'exchange:run', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openReceived, c.req.valid('param'), originOf(c))
    return answered(c, result, (view) => c.json(present(view), 200))
  })
  doors.api(acceptRoute, 'exchange:run', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), acceptReceived, input, originOf(c))
    return answered(c, result, ({ personId, taken }) => c.json({ personId, taken: [...taken] }, 200))
  })
  doors.api(asideRoute, 'exchange:run', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), setReceivedAside, c.req.valid('param'), originOf(c))
    return answered(c, result, (value) => c.json(value, 200))
  })
}

function present({ received, person, differences, unknown, keptApart, seen }: ReceivedView): z.infer<typeof Received> {
  return {
    receivedPlanId: received.receivedPlanId,
    fileName: received.fileName,
    state: received.state,
    personId: person?.personId ?? null,
    differences: differences.map(({ language: _, ...one }) => one),
    unknown: [...unknown],
    keptApart: keptApart.map((one) => ({ ...one, fields: [...one.fields], resource: { ...one.resource } })),
    seen,
  }
}
