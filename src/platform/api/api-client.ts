/** Programs that use the API: as which role, with which of its permissions, and the tokens that let them in. */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { bilingualIssue } from '../actions/action.ts'
import { PERMISSIONS, Permission, permissionsOfRole } from '../permissions/permission.ts'
import { ROLES, Role } from '../permissions/role.ts'

/** Roles a program may take: never that of a person receiving care or a carer, whose word is their own. */
export const CLIENT_ROLES = Role.options.filter((role) => ROLES[role].reach !== 'own')

export const NewClient = z
  .object({
    name: z.string().trim().min(1, bilingualIssue('Enter a name', 'Rhowch enw')).max(80),
    purpose: z
      .string()
      .trim()
      .min(1, bilingualIssue('Say what the program is for', 'Dywedwch beth yw pwrpas y rhaglen'))
      .max(500),
    role: z.enum(CLIENT_ROLES as [Role, ...Role[]], bilingualIssue('Choose a role', 'Dewiswch rôl')),
    /** For the roles of a provider: our id of it. */
    providerId: z.coerce.number().int().min(1).optional(),
    permissions: z
      .array(Permission)
      .min(1, bilingualIssue('Choose at least one thing it may do', 'Dewiswch o leiaf un peth y caiff ei wneud')),
  })
  .superRefine((client, context) => {
    const beyond = client.permissions.filter((permission) => !permissionsOfRole(client.role).includes(permission))
    if (beyond.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['permissions'],
        message: bilingualIssue(
          `This role does not hold: ${beyond.map((permission) => PERMISSIONS[permission].what.en).join('; ')}`,
          `Nid yw’r rôl hon yn cynnwys: ${beyond.map((permission) => PERMISSIONS[permission].what.cy).join('; ')}`,
        ),
      })
    if (ROLES[client.role].reach === 'provider' && client.providerId === undefined)
      context.addIssue({
        code: 'custom',
        path: ['providerId'],
        message: bilingualIssue(
          'Say which provider the program belongs to',
          'Dywedwch i ba ddarparwr y mae’r rhaglen yn perthyn',
        ),
      })
    if (ROLES[client.role].reach !== 'provider' && client.providerId !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['providerId'],
        message: bilingualIssue('Only a provider’s role takes a provider', 'Dim ond rôl darparwr sy’n cymryd darparwr'),
      })
  })
export type NewClient = z.infer<typeof NewClient>

/** How long a token may be good for, in days. */
export const TOKEN_DAYS = [30, 90, 365] as const

/**
 * `canlyn.<authority id>.<43 characters of a random 256-bit secret>`. The first word lets scanners of published code notice it; the
 * authority says only in whose rows to look.
 */
export function newToken(authorityId: number): string {
  return `canlyn.${authorityId}.${randomBytes(32).toString('base64url')}`
}

/** Undefined for anything that we cannot have made. */
export function authorityOfToken(token: string): number | undefined {
  const found = /^canlyn\.([1-9]\d{0,8})\.[A-Za-z0-9_-]{43}$/.exec(token)
  return found ? Number(found[1]) : undefined
}

/** What the database keeps. A random secret of 256 bits needs no slow hash: there is nothing to guess. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export type TokenState = 'good' | 'expired' | 'revoked'

/** A token is good until the moment it expires. */
export function tokenState(
  token: { readonly expiresAt: Temporal.Instant; readonly revokedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): TokenState {
  if (token.revokedAt) return 'revoked'
  return Temporal.Instant.compare(now, token.expiresAt) < 0 ? 'good' : 'expired'
}
