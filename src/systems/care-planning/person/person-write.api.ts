/** Adding a person and changing what is known of one, for programs. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { NeedGroup } from './person.ts'
import { addPerson, changePerson } from './person-write.actions.ts'

const Words = z.enum(['cy', 'en'])
const FACTS = {
  givenName: z.string(),
  familyName: z.string(),
  knownAs: z.string().optional(),
  bornOn: DayText.optional(),
  language: Words.openapi({ description: 'The language that they ask for' }),
  areaId: z.number().int(),
  needGroup: NeedGroup,
  whatMatters: z.string().optional(),
  whatMattersLanguage: Words.optional(),
}

const addRoute = createRoute({
  method: 'post',
  path: '/people',
  ...described('Add a person', 'Ychwanegu person'),
  request: {
    body: jsonBody(
      z
        .object({
          ...FACTS,
          ref: z.string().optional().openapi({ description: 'What your other systems call them; left out: made here' }),
          isSomebodyElse: z
            .boolean()
            .optional()
            .openapi({ description: 'Said once those who are alike were looked at: this is none of them' }),
        })
        .openapi('NewPerson'),
    ),
  },
  responses: { 201: jsonAnswer(z.object({ id: z.number().int() }), 'Added') },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/people/{personId}',
  ...described('Change what is known of a person', 'Newid yr hyn a wyddys am berson'),
  request: { params: z.object({ personId: IdText }), body: jsonBody(z.object(FACTS).openapi('PersonFacts')) },
  responses: { 204: { description: 'It has been changed; what was left out is empty' } },
})

export function personWriteApi(doors: Doors): void {
  doors.api(addRoute, 'people:change', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), addPerson, c.req.valid('json'), originOf(c))
    return answered(c, result, ({ personId }) => c.json({ id: personId }, 201))
  })
  doors.api(changeRoute, 'people:change', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), changePerson, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
