/** The named people of the demonstration: one for each role. Anyone may sign in as them, and only in demonstration mode. */
import type { Tx } from '../database/database.ts'
import { type Reach, ROLES, type Role } from '../permissions/role.ts'
import { userOf } from './session.store.ts'
import type { User } from './session.ts'
import { saveUser } from './user.store.ts'

/** Stands where a real user has the address of an identity provider. */
export const DEMONSTRATION_ISSUER = 'demonstration'

/** Names that belong to no one. The person receiving care has the name that stands on their record. */
const NAMES = {
  commissioner: 'Gwenno Rhydderch',
  'procurement-officer': 'Ifan Penry',
  'contract-manager': 'Nia Prosser',
  broker: 'Lowri Cadwaladr',
  'social-worker': 'Elin Maddocks',
  'finance-officer': 'Dewi Treharne',
  reviewer: 'Tudur Bevan',
  'provider-manager': 'Catrin Gwilym',
  'provider-coordinator': 'Osian Parri',
  carer: 'Rhiannon Pugh',
  administrator: 'Marged Howell',
  auditor: 'Steffan Llywelyn',
} as const satisfies Record<Exclude<Role, 'person'>, string>

/** Whom the personas of a provider, a person and a carer stand for; ids of the authority's own records. */
export type PersonaLinks = {
  readonly providerId: number
  readonly person: { readonly personId: number; readonly name: string }
}

/** Adds (or renews) the thirteen personas. The transaction must be the system's, in the authority given. */
export async function createDemonstrationUsers(
  tx: Tx,
  authorityId: number,
  links: PersonaLinks,
  now: Temporal.Instant,
): Promise<readonly User[]> {
  const users: User[] = []
  for (const role of Object.keys(ROLES) as Role[]) {
    const reach: Reach = ROLES[role].reach
    const described = {
      issuer: DEMONSTRATION_ISSUER,
      subject: role,
      name: role === 'person' ? links.person.name : NAMES[role],
      email: null,
      roles: [role],
      providerId: reach === 'provider' ? links.providerId : null,
      personIds: reach === 'own' ? [links.person.personId] : [],
    }
    users.push(await saveUser(tx, authorityId, described, now))
  }
  return users
}

/** The personas of one authority that may sign in, in the order of the roles. */
export async function listPersonas(tx: Tx, authorityId: number): Promise<readonly User[]> {
  const rows = await tx
    .selectFrom('platform.app_user')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('issuer', '=', DEMONSTRATION_ISSUER)
    .where('deactivated_at', 'is', null)
    .execute()
  const order = Object.keys(ROLES)
  return rows.map(userOf).sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject))
}
