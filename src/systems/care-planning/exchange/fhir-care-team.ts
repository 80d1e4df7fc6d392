/** Providers as Organizations, and all who have a part as the CareTeam; written, and read where something names them. */
import { type ExchangedContribution, providersIn } from './exchanged-plan.ts'
import type { Json, Resource } from './fhir-json.ts'
import { relatedKey } from './fhir-related-person.ts'
import { add, identifier, MADE, pointer, type Writing } from './fhir-writing.ts'

export function addCareTeam(writing: Writing): void {
  for (const ref of providersIn(writing.plan)) add(writing, `provider ${ref}`, organizationOf(writing, ref))
  add(writing, 'team', careTeamOf(writing))
}

function organizationOf({ providerNames }: Writing, ref: string): Resource {
  return {
    resourceType: 'Organization',
    identifier: identifier('provider', ref),
    active: true,
    name: providerNames.get(ref) ?? ref,
  }
}

function careTeamOf(writing: Writing): Resource {
  const around = writing.plan.around.filter(({ until }) => until === null)
  const members = ['person', ...around.map(relatedKey), ...providersIn(writing.plan).map((ref) => `provider ${ref}`)]
  return {
    resourceType: 'CareTeam',
    meta: MADE,
    status: 'active',
    subject: pointer(writing, 'person'),
    participant: members.map((key) => ({ member: pointer(writing, key) })),
  }
}

export function performersOf(writing: Writing, { party, providerRef }: ExchangedContribution): readonly Json[] {
  if (party === 'person') return [pointer(writing, 'person')]
  return providerRef === null ? [{ display: party }] : [pointer(writing, `provider ${providerRef}`)]
}
