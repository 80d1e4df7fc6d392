/** Documents attached to a review: which kinds may come in, and how large. */
import type { Refusal } from '../../../kernel/result.ts'

export type Attachment = {
  readonly attachmentId: number
  readonly promptId: string
  readonly fileName: string
  readonly contentType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly by: string
  readonly at: Temporal.Instant
}

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024

/** By the ending of the name, and by how each kind of file must begin: a program under another name does not pass. */
const KINDS: readonly { readonly ending: string; readonly contentType: string; readonly starts?: readonly number[] }[] =
  [
    { ending: '.pdf', contentType: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
    {
      ending: '.docx',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      starts: [0x50, 0x4b, 0x03, 0x04],
    },
    {
      ending: '.xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      starts: [0x50, 0x4b, 0x03, 0x04],
    },
    { ending: '.png', contentType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
    { ending: '.jpg', contentType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
    { ending: '.jpeg', contentType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
    { ending: '.csv', contentType: 'text/csv' },
    { ending: '.txt', contentType: 'text/plain' },
  ]

export const ACCEPTED_ENDINGS = KINDS.map((kind) => kind.ending)

/** What kind of file this is, or why it cannot be attached. */
export function kindOfFile(
  fileName: string,
  bytes: Uint8Array,
): { readonly contentType: string } | { readonly refusal: Refusal } {
  if (bytes.length === 0) return { refusal: EMPTY }
  if (bytes.length > LARGEST_FILE_BYTES) return { refusal: TOO_LARGE }
  const kind = KINDS.find(({ ending }) => fileName.toLowerCase().endsWith(ending))
  if (!kind?.contentType) return { refusal: WRONG_KIND }
  if (kind.starts && !kind.starts.every((byte, index) => bytes[index] === byte)) return { refusal: WRONG_KIND }
  return { contentType: kind.contentType }
}

const EMPTY: Refusal = {
  kind: 'invalid',
  code: 'file-empty',
  field: 'file',
  message: { en: 'Choose a file that is not empty.', cy: 'Dewiswch ffeil nad yw’n wag.' },
}
const TOO_LARGE: Refusal = {
  kind: 'invalid',
  code: 'file-too-large',
  field: 'file',
  message: { en: 'The file must be 10 MB or smaller.', cy: 'Rhaid i’r ffeil fod yn 10 MB neu’n llai.' },
}
const WRONG_KIND: Refusal = {
  kind: 'invalid',
  code: 'file-of-wrong-kind',
  field: 'file',
  message: {
    en: 'The file must be a PDF, Word, Excel, CSV, text, PNG or JPEG file.',
    cy: 'Rhaid i’r ffeil fod yn ffeil PDF, Word, Excel, CSV, testun, PNG neu JPEG.',
  },
}
