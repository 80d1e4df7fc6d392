/** The statements that tell the database who acts, for the length of one transaction. */
import { sql } from 'kysely'
import type { Actor } from '../permissions/actor.ts'
import type { Tx } from './database.ts'

const ROLE_OF = {
  authority: 'canlyn_authority',
  provider: 'canlyn_provider',
  own: 'canlyn_own',
  system: 'canlyn_system',
} as const satisfies Record<Actor['scope']['kind'], string>

/** Whose reach a transaction takes, and as which user; programs, the system and whoever is not named are user 0. */
export type ActingOf = Pick<Actor, 'authorityId' | 'scope'> & Partial<Pick<Actor, 'kind' | 'id'>>

/** Only numbers and fixed words go in, so nothing needs quoting. Every setting is set each time: none leaks from the transaction before. */
export function actingStatements(actor: ActingOf): string {
  const { scope } = actor
  const user = actor.kind === 'user' ? integer(actor.id ?? 0) : 0
  const provider = scope.kind === 'provider' ? String(integer(scope.providerId)) : ''
  const people = scope.kind === 'own' ? `{${scope.personIds.map(integer).join(',')}}` : ''
  return `set local role ${ROLE_OF[scope.kind]}; set local canlyn.authority = '${integer(actor.authorityId)}'; set local canlyn.provider = '${provider}'; set local canlyn.people = '${people}'; set local canlyn.acting_user = '${user}';`
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an id: ${value}`)
  return value
}

/**
 * For work on whole files, from here to the end of the transaction: staff see the authority whole, also records that are closed to them
 * one by one, so that a file neither misses a record nor adds it twice. Who may bring files in was asked before; providers keep their reach.
 */
export async function seeWholeAuthority(tx: Tx, actor: Pick<Actor, 'scope'>): Promise<void> {
  if (actor.scope.kind === 'authority') await sql`set local role canlyn_system`.execute(tx)
}
