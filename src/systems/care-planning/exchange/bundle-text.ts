/** Reads the text of a file as a Bundle. Half a file is refused with the place where it broke off. */
import { z } from 'zod'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { Resource } from './fhir-json.ts'

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

export function readBundleText(text: string): Result<readonly ReceivedEntry[]> {
  const read = parse(text)
  return read.ok ? entriesOf(read.value) : read
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
    return accepted(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    // An unexpected end is told without its place: it is the end of the text.
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length)
    const before = text.slice(0, position)
    const line = before.split('\n').length
    const column = position - (before.lastIndexOf('\n') + 1) + 1
    return refused(brokenAt(line, column))
  }
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
