/** Areas for programs: what is needed and what is supplied there. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import type { Need } from '../need/need.ts'
import { presentSupply, SupplyAnswer } from '../supply-answer.ts'
import { browseAreas, type ListedArea } from './area.actions.ts'
import { RURALITIES } from './area.ts'

const Words = z.object({ en: z.string(), cy: z.string() })

const NeedAnswer = z
  .object({
    needId: z.number().int(),
    ref: z.string(),
    description: Words,
    people: z.number().int(),
    asOf: z.string(),
    source: z.string(),
  })
  .openapi('Need')

const AreaAnswer = z
  .object({
    areaId: z.number().int(),
    ref: z.string(),
    name: Words,
    rurality: z.enum(RURALITIES),
    peopleAged75Plus: z.number().nullable(),
    welshSpeakersPercent: z.number().nullable(),
    source: z.string(),
    needs: z.array(NeedAnswer),
    supply: SupplyAnswer,
  })
  .openapi('Area')

const route = createRoute({
  ...described('Areas, their needs and what is supplied there', 'Ardaloedd, eu hanghenion a’r hyn a ddarperir yno'),
  method: 'get',
  path: '/areas',
  responses: {
    200: {
      description: 'All areas; and the needs of the whole authority',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(AreaAnswer), wholeAuthority: z.array(NeedAnswer) }),
        },
      },
    },
  },
})

export function areaApi(doors: Doors): void {
  doors.api(route, 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseAreas, {}, originOf(c))
    return answered(c, result, ({ areas, wholeAuthority }) =>
      c.json({ items: areas.map(present), wholeAuthority: wholeAuthority.map(presentNeed) }, 200),
    )
  })
}

function present({ area, needs, supply }: ListedArea): z.infer<typeof AreaAnswer> {
  const { version: _, ...facts } = area
  return { ...facts, needs: needs.map(presentNeed), supply: presentSupply(supply) }
}

function presentNeed({ needId, ref, description, people, asOf, source }: Need): z.infer<typeof NeedAnswer> {
  return { needId, ref, description, people, asOf: asOf.toString(), source }
}
