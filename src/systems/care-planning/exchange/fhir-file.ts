/** What a file of FHIR is called, how large one may be, and reading it whole. */
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'

export const FHIR_TYPE = 'application/fhir+json'

export const LARGEST_BUNDLE = 5_000_000

/** The text of a file that is not too large; of one that is, the rest is not read. */
export async function readWhole(stream: AsyncIterable<Uint8Array | string>): Promise<Result<string>> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    const bytes = Buffer.from(piece as Uint8Array)
    size += bytes.byteLength
    if (size > LARGEST_BUNDLE) return refused(TOO_LARGE)
    pieces.push(bytes)
  }
  return accepted(Buffer.concat(pieces).toString('utf8'))
}

const TOO_LARGE: Refusal = {
  kind: 'too-large',
  code: 'bundle-too-large',
  field: 'file',
  message: {
    en: 'The file is larger than 5 MB. The plan of one person is far smaller: ask for a file of that alone.',
    cy: 'Mae’r ffeil yn fwy na 5 MB. Mae cynllun un person yn llawer llai: gofynnwch am ffeil o hwnnw’n unig.',
  },
}
