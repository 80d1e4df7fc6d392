/** What one corner of the desk brings: what a system may bring, and tools for the page of administration. */
import type { Bilingual } from '../kernel/language.ts'
import type { Permission } from '../platform/permissions/permission.ts'
import type { Runtime } from '../platform/runtime.ts'
import type { ReachFinder } from '../platform/session/open-id.ts'
import type { SystemModule } from '../system.ts'

export type DeskParts = {
  readonly runtime: Runtime
  /** The systems, for what they have to say today. */
  readonly systems: readonly SystemModule[]
  readonly reachFinder: ReachFinder
}

/** A page that few people need now and then: listed under Administration instead of in the navigation. */
export type Tool = {
  readonly label: Bilingual
  readonly hint: Bilingual
  readonly href: string
  readonly access: Permission | readonly Permission[]
}

export type DeskCorner = Omit<SystemModule, 'name' | 'today'> & { readonly tools?: readonly Tool[] }
