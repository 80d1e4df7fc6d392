/** Making a Bundle: adding a resource under an address made from words, and pointing at it from another. */
import type { ExchangedPlan } from './exchanged-plan.ts'
import { EXTENSIONS, SYSTEMS } from './fhir-codes.ts'
import { type BundleEntry, codeOf, compact, type Json, objectOf, type Resource } from './fhir-json.ts'

export type WriteOptions = {
  /** The same uuid for the same words each time, so that the same plan is the same Bundle. */
  readonly uuidOf: (words: string) => string
  readonly providerNames: ReadonlyMap<string, string>
  readonly writtenAt: Temporal.Instant
}

export type Writing = WriteOptions & {
  readonly plan: ExchangedPlan
  readonly entries: BundleEntry[]
  /** Addresses that are taken. */
  readonly urls: Set<string>
}

/** Adds it and answers its address; a second one under the same words gets an address of its own. All of a restricted record carries the label of one. */
export function add({ entries, ...writing }: Writing, key: string, resource: Resource): string {
  let fullUrl = urlOf(writing, key)
  for (let again = 2; writing.urls.has(fullUrl); again += 1) fullUrl = urlOf(writing, `${key} #${again}`)
  writing.urls.add(fullUrl)
  const labelled = writing.plan.person.isRestricted
    ? { ...resource, meta: labelledRestricted(resource.meta) }
    : resource
  entries.push({ fullUrl, resource: compact(labelled) })
  return fullUrl
}

/** `restricted` of HL7's levels of confidentiality. */
export const RESTRICTED = { system: SYSTEMS.confidentiality, code: 'R', display: 'restricted' } as const

export function labelledRestricted(meta: unknown): Json {
  return { ...(objectOf(meta) ?? {}), security: [RESTRICTED] }
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
  related: 'RelatedPerson',
  assessment: 'QuestionnaireResponse',
} as const

export const identifier = (what: Parameters<typeof SYSTEMS.reference>[0], value: string) => [
  { system: SYSTEMS.reference(what), value },
]

/** What can be read off the rest, and is there for systems that look for it. */
export const MADE = { tag: [{ system: SYSTEMS.made, code: 'yes' }] }

export const inLanguage = (language: string) => ({ extension: [{ url: EXTENSIONS.language, valueCode: language }] })

export const agentOf = (type: string, who: Json) => ({ type: codeOf(SYSTEMS.provenance, type), who })
