/** Making a Bundle: adding a resource under an address made from words, and pointing at it from another. */
import type { ExchangedPlan } from './exchanged-plan.ts'
import { EXTENSIONS, SYSTEMS } from './fhir-codes.ts'
import { type BundleEntry, codeOf, compact, type Json, type Resource } from './fhir-json.ts'

export type WriteOptions = {
  /** The same uuid for the same words each time, so that the same plan is the same Bundle. */
  readonly uuidOf: (words: string) => string
  readonly providerNames: ReadonlyMap<string, string>
  readonly writtenAt: Temporal.Instant
}

export type Writing = WriteOptions & { readonly plan: ExchangedPlan; readonly entries: BundleEntry[] }

export function add({ entries, ...writing }: Writing, key: string, resource: Resource): void {
  entries.push({ fullUrl: urlOf(writing, key), resource: compact(resource) })
}

function urlOf({ uuidOf, plan }: Pick<Writing, 'uuidOf' | 'plan'>, key: string): string {
  return `urn:uuid:${uuidOf(`${plan.person.ref} ${key}`)}`
}

/** With the type, which a uuid does not tell. */
export const pointer = (writing: Writing, key: string) => ({
  reference: urlOf(writing, key),
  type: TYPES[key.split(' ')[0] as keyof typeof TYPES],
})

/** What stands behind the first word of a key. */
const TYPES = {
  person: 'Patient',
  provider: 'Organization',
  team: 'CareTeam',
  outcome: 'Goal',
  plan: 'CarePlan',
  review: 'Observation',
  score: 'Observation',
} as const

export const identifier = (what: Parameters<typeof SYSTEMS.reference>[0], value: string) => [
  { system: SYSTEMS.reference(what), value },
]

/** What can be read off the rest, and is there for systems that look for it. */
export const MADE = { tag: [{ system: SYSTEMS.made, code: 'yes' }] }

export const inLanguage = (language: string) => ({ extension: [{ url: EXTENSIONS.language, valueCode: language }] })

export const agentOf = (type: string, who: Json) => ({ type: codeOf(SYSTEMS.provenance, type), who })
