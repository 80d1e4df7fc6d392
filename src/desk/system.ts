/** The desk: pages that belong to no single system. Knows the systems only as the modules that app.ts hands it. */

import { PLATFORM_PARTS } from '../platform/personal-data/platform-parts.ts'
import { usersFollowMerges } from '../platform/session/people-merged.store.ts'
import type { SystemModule } from '../system.ts'
import { accessibilityDesk } from './accessibility/accessibility.pages.tsx'
import { administrationDesk } from './administration/administration.pages.tsx'
import { apiClientsDesk } from './api-clients/api-clients.desk.ts'
import { apiReferenceDesk } from './api-reference/api-reference.pages.tsx'
import { auditDesk } from './audit/audit.desk.ts'
import type { DeskCorner, DeskParts } from './corner.ts'
import { designPages } from './design/design.pages.tsx'
import { homeDesk } from './home/home.pages.tsx'
import { importsDesk } from './imports/imports.desk.ts'
import { jobsDesk } from './jobs/jobs.desk.ts'
import { lineOfSightDesk } from './line-of-sight/line-of-sight.desk.ts'
import { measuresDesk } from './measures/measures.desk.ts'
import { mySessionsDesk } from './my-sessions/my-sessions.pages.tsx'
import { permissionsDesk } from './permissions/permissions.pages.tsx'
import { providersComparedDesk } from './providers-compared/providers-compared.desk.ts'
import { signInDesk } from './sign-in/sign-in.pages.tsx'
import { usersDesk } from './users/users.desk.ts'

/** A corner that lands adds itself to this list; its tools appear under Administration in this order. */
function cornersOf(parts: DeskParts): readonly DeskCorner[] {
  return [
    signInDesk(parts),
    homeDesk(parts),
    lineOfSightDesk,
    mySessionsDesk,
    measuresDesk,
    providersComparedDesk,
    usersDesk,
    permissionsDesk,
    importsDesk,
    auditDesk,
    jobsDesk,
    apiClientsDesk,
    apiReferenceDesk,
    accessibilityDesk,
    { pages: designPages },
  ]
}

export function deskSystem(parts: DeskParts): SystemModule {
  const working = cornersOf(parts)
  const corners = [...working, administrationDesk(working.flatMap((corner) => corner.tools ?? []))]
  return {
    name: 'desk',
    navigation: corners.flatMap((corner) => corner.navigation ?? []),
    pages: (doors) => corners.forEach((corner) => void corner.pages?.(doors)),
    api: (doors) => corners.forEach((corner) => void corner.api?.(doors)),
    records: corners.flatMap((corner) => corner.records ?? []),
    peopleMerged: usersFollowMerges,
    imports: corners.flatMap((corner) => corner.imports ?? []),
    holds: PLATFORM_PARTS,
    frameworks: corners.flatMap((corner) => corner.frameworks ?? []),
  }
}
