/** Reads the text of a file as a Bundle. Half a file is refused with the place where it broke off. */
import { z } from 'zod'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { at, listAt, type Resource } from './fhir-json.ts'

const Bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(
      z.looseObject({
        fullUrl: z.string().optional(),
        resource: z.looseObject({ resourceType: z.string() }).optional(),
      }),
    )
    .default([]),
})

export type ReceivedEntry = { readonly fullUrl: string | undefined; readonly resource: Resource }

/** Refused where it is no JSON, no Bundle, of another version of FHIR, or holds what no text can. Welsh letters come out whole, however they were written. */
export function readBundleText(text: string): Result<readonly ReceivedEntry[]> {
  const read = parse(text)
  if (!read.ok) return read
  const entries = entriesOf(read.value)
  if (!entries.ok) return entries
  const version = versionIn(read.value, entries.value)
  return version ? refused(otherVersion(version)) : entries
}

/** FHIR does not say its version in a Bundle, so it is told by what only that version has. Undefined for R4, or where nothing tells. */
function versionIn(bundle: unknown, entries: readonly ReceivedEntry[]): 'R5' | 'STU3' | undefined {
  if (at(bundle, 'issues') !== undefined) return 'R5'
  for (const { resource } of entries) {
    if (resource.resourceType === 'Goal') {
      if (typeof resource.status === 'string' && resource.lifecycleStatus === undefined) return 'STU3'
      if (resource.source !== undefined || resource.acceptance !== undefined) return 'R5'
    }
    if (resource.resourceType === 'CarePlan') {
      if (resource.definition !== undefined || resource.context !== undefined) return 'STU3'
      const activities = listAt(resource, 'activity')
      if (activities.some((one) => one.plannedActivityReference ?? one.performedActivity)) return 'R5'
    }
    if (resource.resourceType === 'Observation' && (resource.triggeredBy ?? resource.instantiatesCanonical)) return 'R5'
    if (resource.resourceType === 'Observation' && (resource.context ?? resource.comment)) return 'STU3'
  }
  return undefined
}

export function entriesOf(value: unknown): Result<readonly ReceivedEntry[]> {
  const bundle = Bundle.safeParse(value)
  if (!bundle.success) return refused(NOT_A_BUNDLE)
  return accepted(
    bundle.data.entry.flatMap(({ fullUrl, resource }) =>
      resource ? [{ fullUrl, resource: resource as Resource }] : [],
    ),
  )
}

function parse(text: string): Result<unknown> {
  try {
    return accepted(JSON.parse(text.replace(/^\uFEFF/, ''), wholeText) as unknown)
  } catch (error) {
    if (error instanceof NotText) return refused(NOT_TEXT)
    const message = error instanceof Error ? error.message : ''
    // An unexpected end is told without its place: it is the end of the text.
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length)
    const before = text.slice(0, position)
    const line = before.split('\n').length
    const column = position - (before.lastIndexOf('\n') + 1) + 1
    return refused(brokenAt(line, column))
  }
}

class NotText extends Error {}

/** One way to write each letter (ŵ may come as w and a circumflex), and nothing that a database cannot keep. */
function wholeText(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (value.includes('\u0000')) throw new NotText()
  return value.toWellFormed().normalize('NFC')
}

const VERSIONS = { R5: 'FHIR R5', STU3: 'FHIR STU3' } as const

export function otherVersion(version: keyof typeof VERSIONS): Refusal {
  const name = VERSIONS[version]
  return {
    kind: 'invalid',
    code: 'other-fhir-version',
    field: 'file',
    message: {
      en: `This file is ${name}, and only FHIR R4 is read here. Nothing was brought in. Ask the other system for R4 (4.0.1).`,
      cy: `${name} yw’r ffeil hon, a dim ond FHIR R4 a ddarllenir yma. Ni fewnforiwyd dim. Gofynnwch i’r system arall am R4 (4.0.1).`,
    },
  }
}

const NOT_TEXT: Refusal = {
  kind: 'invalid',
  code: 'not-text',
  field: 'file',
  message: {
    en: 'The file holds a character that no text can hold. Nothing was brought in. Ask for the file again.',
    cy: 'Mae nod yn y ffeil na all fod mewn unrhyw destun. Ni fewnforiwyd dim. Gofynnwch am y ffeil eto.',
  },
}

function brokenAt(line: number, column: number): Refusal {
  return {
    kind: 'invalid',
    code: 'not-json',
    field: 'file',
    message: {
      en: `The file is not whole: it cannot be read beyond line ${line}, position ${column}. Nothing was brought in. Ask for the file again.`,
      cy: `Nid yw’r ffeil yn gyfan: ni ellir ei darllen y tu hwnt i linell ${line}, safle ${column}. Ni fewnforiwyd dim. Gofynnwch am y ffeil eto.`,
    },
  }
}

const NOT_A_BUNDLE: Refusal = {
  kind: 'invalid',
  code: 'not-a-bundle',
  field: 'file',
  message: {
    en: 'This is not a FHIR Bundle. Send the whole file that the other system gave you, in JSON.',
    cy: 'Nid Bundle FHIR yw hwn. Anfonwch y ffeil gyfan a gawsoch gan y system arall, ar ffurf JSON.',
  },
}
