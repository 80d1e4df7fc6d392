/** The statements that tell the database who acts, for the length of one transaction. */
import type { Actor } from '../permissions/actor.ts'

const ROLE_OF = {
  authority: 'canlyn_authority',
  provider: 'canlyn_provider',
  own: 'canlyn_own',
  system: 'canlyn_system',
} as const satisfies Record<Actor['scope']['kind'], string>

/** Only numbers and fixed words go in, so nothing needs quoting. Every setting is set each time: none leaks from the transaction before. */
export function actingStatements(actor: Pick<Actor, 'authorityId' | 'scope'>): string {
  const { scope } = actor
  const provider = scope.kind === 'provider' ? String(integer(scope.providerId)) : ''
  const people = scope.kind === 'own' ? `{${scope.personIds.map(integer).join(',')}}` : ''
  return `set local role ${ROLE_OF[scope.kind]}; set local canlyn.authority = '${integer(actor.authorityId)}'; set local canlyn.provider = '${provider}'; set local canlyn.people = '${people}';`
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an id: ${value}`)
  return value
}
