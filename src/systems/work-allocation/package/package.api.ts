/** Packages for programs: the list, newest first, and one package with how its visits went. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { browsePackages, openPackage } from './package.actions.ts'
import { type CarePackage, PACKAGES_PER_PAGE } from './package.ts'

const Id = z.coerce.number().int().positive().optional()

const PackageAnswer = z
  .object({
    packageId: z.number().int(),
    ref: z.string(),
    personId: z.number().int(),
    contractId: z.number().int(),
    providerId: z.number().int(),
    areaId: z.number().int(),
    startsOn: z.string(),
    endsOn: z.string().nullable(),
    endedReason: z.string().nullable(),
    weeklyMinutes: z.number().int(),
    weeklyVisits: z.number().int(),
    language: z.enum(['cy', 'en']),
    version: z.number().int(),
  })
  .openapi('Package')

const listRoute = createRoute({
  ...described('List packages of care, newest first', 'Rhestru pecynnau gofal, y diweddaraf yn gyntaf'),
  method: 'get',
  path: '/packages',
  request: {
    query: z.object({
      state: z.enum(['all', 'live', 'upcoming', 'ended']).optional().openapi({ description: '`live` where left out' }),
      contractId: Id,
      personId: Id,
      language: z.enum(['cy', 'en']).optional(),
      after: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional()
        .openapi({ description: 'The `next` of the page before; leave out for the first page' }),
    }),
  },
  responses: {
    200: {
      description: 'One page of packages, and how many there are',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(PackageAnswer), total: z.number().int(), next: z.string().nullable() }),
        },
      },
    },
  },
})

const packageRoute = createRoute({
  ...described('Read a package of care', 'Darllen pecyn gofal'),
  method: 'get',
  path: '/packages/{packageId}',
  request: { params: z.object({ packageId: z.coerce.number().int() }) },
  responses: { 200: { description: 'The package', content: { 'application/json': { schema: PackageAnswer } } } },
})

export function packageApi(doors: Doors): void {
  doors.api(listRoute, 'visits:read', async (c) => {
    const { after, ...asked } = c.req.valid('query')
    const page = Number(after ?? 1)
    const result = await perform(c.get('runtime'), actorOf(c), browsePackages, { ...asked, page }, originOf(c))
    return answered(c, result, ({ packages, total }) =>
      c.json(
        {
          items: packages.map(present),
          total,
          next: page * PACKAGES_PER_PAGE < total ? String(page + 1) : null,
        },
        200,
      ),
    )
  })
  doors.api(packageRoute, 'visits:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openPackage, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ carePackage }) =>
      c.json(present(carePackage), 200, { ETag: entityTag(carePackage.version) }),
    )
  })
}

function present(carePackage: CarePackage) {
  return {
    ...carePackage,
    startsOn: carePackage.startsOn.toString(),
    endsOn: carePackage.endsOn?.toString() ?? null,
  }
}
