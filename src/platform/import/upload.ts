/** A file on its way in a request: the body of a form, or the body itself, read as it comes and never held whole. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import type { Context } from 'hono'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import type { Env } from '../http/doors.ts'
import type { ImportSource } from './import.actions.ts'

/** The fields that stood before the file, and the file. What stands after the file is not read. */
export type Upload = { readonly fields: ReadonlyMap<string, string>; readonly file: ImportSource }

/** Reads a multipart body up to its file. Refuses a body without one. */
export async function readUpload(c: Context<Env>): Promise<Result<Upload>> {
  const body = bodyOf(c)
  const type = c.req.header('content-type') ?? ''
  if (!body || !type.startsWith('multipart/form-data')) return refused(NO_FILE)
  const parser = busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 20, fieldSize: 10_000 } })
  const fields = new Map<string, string>()
  return new Promise((resolve) => {
    parser.on('field', (name, value) => fields.set(name, value))
    parser.on('file', (_, stream, { filename }) => {
      if (filename) resolve(accepted({ fields, file: { name: filename, stream } }))
      else stream.resume()
    })
    parser.on('close', () => resolve(refused(NO_FILE)))
    parser.on('error', () => resolve(refused(NO_FILE)))
    body.on('error', () => parser.destroy())
    body.pipe(parser)
  })
}

/** The body itself as a file, named by `Content-Disposition`, else by its kind; for programs. */
export async function readBodyFile(c: Context<Env>, name: string): Promise<Result<ImportSource>> {
  if ((c.req.header('content-type') ?? '').startsWith('multipart/form-data')) {
    const upload = await readUpload(c)
    return upload.ok ? accepted(upload.value.file) : upload
  }
  const body = bodyOf(c)
  if (!body) return refused(NO_FILE)
  const named = /filename="?([^";]+)/i.exec(c.req.header('content-disposition') ?? '')?.[1]
  return accepted({ name: named ?? name, stream: body })
}

function bodyOf(c: Context<Env>): Readable | undefined {
  const { body } = c.req.raw
  return body ? Readable.fromWeb(body as ReadableStream) : undefined
}

export const NO_FILE: Refusal = {
  kind: 'invalid',
  code: 'no-file',
  field: 'file',
  message: { en: 'Choose the file to send.', cy: 'Dewiswch y ffeil i’w hanfon.' },
}
