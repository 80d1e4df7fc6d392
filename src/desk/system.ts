/** The desk: pages that belong to no single system. Knows the systems only as the modules that app.ts hands it. */
import type { Runtime } from '../platform/runtime.ts'
import type { ReachFinder } from '../platform/session/open-id.ts'
import type { SystemModule } from '../system.ts'
import { homeDesk } from './home/home.pages.tsx'
import { signInDesk } from './sign-in/sign-in.pages.tsx'

export type DeskParts = {
  readonly runtime: Runtime
  readonly systems: readonly SystemModule[]
  readonly reachFinder: ReachFinder
}

/** One corner of the desk: its pages, and whatever else a room may bring. */
export type DeskCorner = Omit<SystemModule, 'name'>

/** A corner that lands adds itself to this list. */
function cornersOf(parts: DeskParts): readonly DeskCorner[] {
  return [signInDesk(parts), homeDesk(parts)]
}

export function deskSystem(parts: DeskParts): SystemModule {
  const corners = cornersOf(parts)
  return {
    name: 'desk',
    navigation: corners.flatMap((corner) => corner.navigation ?? []),
    pages: (doors) => corners.forEach((corner) => void corner.pages?.(doors)),
    api: (doors) => corners.forEach((corner) => void corner.api?.(doors)),
    records: corners.flatMap((corner) => corner.records ?? []),
    imports: corners.flatMap((corner) => corner.imports ?? []),
    frameworks: corners.flatMap((corner) => corner.frameworks ?? []),
  }
}
