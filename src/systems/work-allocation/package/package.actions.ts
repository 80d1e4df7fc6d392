/** Looking at packages: the list, and one package with the visits made under it. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day, Period } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { namesFor, type VisitNames } from '../visit/visit.actions.ts'
import { countVisitsOf, listVisitsOf, type VisitCounts } from '../visit/visit.store.ts'
import type { Visit } from '../visit/visit.ts'
import { findPackage, listPackages, type PackagePage } from './package.store.ts'
import { type CarePackage, PACKAGES_PER_PAGE, PackagesQuery } from './package.ts'

export type PackageList = PackagePage & {
  readonly query: PackagesQuery
  readonly names: VisitNames
  readonly today: Day
}

export const browsePackages = defineAction({
  name: 'work-allocation.browse-packages',
  title: { en: 'Looked at the list of packages', cy: 'Edrych ar y rhestr o becynnau' },
  permission: 'visits:read',
  input: PackagesQuery.extend({ whole: z.boolean().default(false) }),
  async run(context, { whole, ...query }) {
    const today = context.clock.today()
    const asked = whole ? { today } : { today, perPage: PACKAGES_PER_PAGE }
    const page = await listPackages(context.tx, context.actor.authorityId, query, asked)
    return accepted<PackageList>({ ...page, query, names: await namesFor(context, page.packages), today })
  },
})

export type OnePackage = {
  readonly carePackage: CarePackage
  readonly names: VisitNames
  readonly today: Day
  /** The twelve weeks before today, or before its end. */
  readonly period: Period
  readonly counts: VisitCounts
  readonly visits: readonly Visit[]
}

const WEEKS = 12
const VISITS_SHOWN = 20

export const openPackage = defineAction({
  name: 'work-allocation.open-package',
  title: { en: 'Opened a package of care', cy: 'Agor pecyn gofal' },
  permission: 'visits:read',
  input: z.object({ packageId: RecordId }),
  async run(context, { packageId }) {
    const { tx, actor, clock } = context
    const carePackage = await findPackage(tx, actor.authorityId, packageId)
    if (!carePackage) return refused(NO_SUCH_PACKAGE)
    const today = clock.today()
    const { endsOn } = carePackage
    const to = endsOn && Temporal.PlainDate.compare(endsOn, today) < 0 ? endsOn : today.subtract({ days: 1 })
    const period = { from: to.subtract({ weeks: WEEKS }).add({ days: 1 }), to }
    const of = { personIds: [carePackage.personId], packageId }
    const asked = { shown: 'all', period, size: VISITS_SHOWN, offset: 0 } as const
    return accepted<OnePackage>({
      carePackage,
      names: await namesFor(context, [carePackage]),
      today,
      period,
      counts: await countVisitsOf(tx, actor.authorityId, of, period),
      visits: (await listVisitsOf(tx, actor.authorityId, of, asked)).visits,
    })
  },
})

const NO_SUCH_PACKAGE: Refusal = {
  kind: 'not-found',
  code: 'no-such-package',
  message: {
    en: 'There is no such package, or you may not see it.',
    cy: 'Nid oes pecyn o’r fath, neu ni chewch ei weld.',
  },
}
