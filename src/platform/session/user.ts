/** What an administrator sees of a user, and asks of the list of them. */
import { z } from 'zod'
import { Role } from '../permissions/role.ts'
import type { User } from './session.ts'

export type UserInList = User & {
  readonly lastSignedInAt: Temporal.Instant | null
  readonly deactivatedReason: string | null
  /** Browsers signed in just now. */
  readonly sessions: number
}

export const USERS_PER_PAGE = 50

/** Whatever a link or a person may have put into the address; what does not fit becomes the default. */
export const UsersQuery = z.object({
  search: z.string().trim().max(100).catch('').default(''),
  role: Role.optional().catch(undefined),
  state: z.enum(['active', 'deactivated', 'all']).catch('active').default('active'),
  sort: z.enum(['name', 'last']).catch('name').default('name'),
  direction: z.enum(['asc', 'desc']).catch('asc').default('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type UsersQuery = z.infer<typeof UsersQuery>
