/** Taking a Bundle apart: finding what a reference means, and keeping apart, with the reason, what is not understood. */
import type { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'
import type { ReceivedEntry } from './bundle-text.ts'
import type { ExchangedReview } from './exchanged-plan.ts'
import { EXTENSIONS, SYSTEMS } from './fhir-codes.ts'
import { codeIn, listAt, type Resource, referenceIn, textAt } from './fhir-json.ts'

/**
 * `unknown-kind`: we have no place for it. `incomplete`: it lacks these fields. `cannot-be`: these fields say what cannot be, such as a
 * review before the outcome was agreed. `no-goal`: it says nothing of a goal that was read.
 */
export type KeptApart = {
  readonly resourceType: string
  readonly name: string
  readonly reason: 'unknown-kind' | 'incomplete' | 'cannot-be' | 'no-goal' | 'not-this-person'
  readonly fields: readonly string[]
  readonly resource: Resource
}

/** What an outcome and a review may be, here and today. */
export type ReadRules = {
  readonly scales: ReadonlyMap<string, { readonly lowest: number; readonly highest: number }>
  readonly today: Day
  /** Forms of assessment that are known here, each as `id|edition`. */
  readonly forms: ReadonlySet<string>
}

export type Reading = ReadRules & {
  readonly entries: readonly ReceivedEntry[]
  readonly patient: Resource
  readonly keptApart: KeptApart[]
  /** Provenance and organisations that something else has used. */
  readonly used: Set<Resource>
  /** What was read of reviews, for the words that are about them. */
  readonly reviews: Map<Resource, ExchangedReview>
}

export function ofType(entries: readonly ReceivedEntry[], type: string): readonly Resource[] {
  return entries.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)
}

/** What fits the schema; anything else is kept apart with the fields that it lacks. */
export function keep<T>(reading: Reading, resource: Resource, schema: z.ZodType<T>, value: unknown): T | undefined {
  const parsed = schema.safeParse(value)
  if (!isOfPatient(reading, resource)) keepApart(reading, resource, 'not-this-person')
  else if (parsed.success) return parsed.data
  else keepApart(reading, resource, 'incomplete', fieldsOf(parsed.error))
  return undefined
}

export function keepApart(
  reading: Reading,
  resource: Resource,
  reason: KeptApart['reason'],
  fields: readonly string[] = [],
): void {
  const name =
    textAt(resource, 'description', 'text') ??
    textAt(resource, 'title') ??
    textAt(resource, 'code', 'text') ??
    textAt(resource, 'name') ??
    referenceIn(resource, '') ??
    textAt(resource, 'id') ??
    ''
  reading.keptApart.push({ resourceType: resource.resourceType, name, reason, fields, resource })
}

export const fieldsOf = (error: z.ZodError) => [...new Set(error.issues.map(({ path }) => path.join('.')))]

export function isOfPatient(reading: Reading, resource: Resource): boolean {
  const subject = textAt(resource, 'subject', 'reference') ?? textAt(resource, 'patient', 'reference')
  return subject === undefined || find(reading, subject) === reading.patient
}

type Index = { readonly at: ReadonlyMap<string, Resource>; readonly provenance: Map<Resource, Resource> }
const indexes = new WeakMap<readonly ReceivedEntry[], Index>()

/** Made once for a Bundle: a file of many resources is read in one pass. */
function indexOf(entries: readonly ReceivedEntry[]): Index {
  const known = indexes.get(entries)
  if (known) return known
  const found = new Map<string, Resource>()
  for (const { fullUrl, resource } of entries)
    for (const url of [
      fullUrl,
      typeof resource.id === 'string' ? `${resource.resourceType}/${resource.id}` : undefined,
    ])
      if (url !== undefined && !found.has(url)) found.set(url, resource)
  const provenance = new Map<Resource, Resource>()
  for (const one of ofType(entries, 'Provenance'))
    for (const reference of listAt(one, 'target')) {
      const target = found.get(textAt(reference, 'reference') ?? '')
      if (target && !provenance.has(target)) provenance.set(target, one)
    }
  const index = { at: found, provenance }
  indexes.set(entries, index)
  return index
}

/** The resource of the Bundle that a reference means: by its full address, or as Type/id. */
export function find({ entries }: Pick<Reading, 'entries'>, reference: string | undefined): Resource | undefined {
  return reference === undefined ? undefined : indexOf(entries).at.get(reference)
}

export function languageOf(element: unknown): unknown {
  return listAt(element, 'extension').find(({ url }) => url === EXTENSIONS.language)?.valueCode
}

/** Who said or agreed to a thing; what of it we understand is used, and so not kept apart. */
export function provenanceOf(reading: Reading, target: Resource): Resource | undefined {
  const found = indexOf(reading.entries).provenance.get(target)
  if (found) reading.used.add(found)
  return found
}

export function agentIn(provenance: Resource, type: string): string | undefined {
  const agent = listAt(provenance, 'agent').find((one) => codeIn(one.type, SYSTEMS.provenance) === type)
  return textAt(agent, 'who', 'display')
}
