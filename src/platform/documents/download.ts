/** Answers that are files: content type, a name with its date, and never shown inside a page. */

export const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
} as const
export type FileFormat = keyof typeof CONTENT_TYPES

/** "Ymweliadau hwyr", 3 March 2026, csv → "ymweliadau-hwyr-2026-03-03.csv"; letters of any language stay. */
export function fileName(title: string, on: Temporal.PlainDate, format: FileFormat): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return `${words.slice(0, 80) || 'canlyn'}-${on}.${format}`
}

/** A file as an answer. The name goes out twice (RFC 6266): plain letters for old programs, the true name for the others. */
export function fileResponse(body: Uint8Array | AsyncIterable<string>, name: string, contentType: string): Response {
  const stream = body instanceof Uint8Array ? new Uint8Array(body) : bytesOf(body)
  return new Response(stream, {
    headers: {
      'content-type': contentType,
      'content-disposition': contentDisposition(name),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** Pulled a piece at a time, so that a slow reader slows the reading. */
function bytesOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7E]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
