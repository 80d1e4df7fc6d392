/**
 * The file of a backup: gzip of plain text, so that `zcat` shows what is in it. A line of JSON says what follows; rows are in COPY's own
 * text format. The last line closes the file with a digest of all before it, so a file cut short or changed is noticed.
 *
 *     {"kind":"canlyn-backup","edition":1,"madeAt":"…","migrations":[…]}
 *     {"kind":"table","name":"platform.authority","columns":["authority_id",…]}
 *     {"kind":"rows","bytes":67}
 *     1 ⇥ bryniau ⇥ Bryniau County Council ⇥ Cyngor Sir y Bryniau ⇥ council
 *     {"kind":"end","contents":[…],"sequences":[…],"sha256":"…"}
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import type { Refusal } from '../../kernel/result.ts'

export const Head = z.object({
  kind: z.literal('canlyn-backup'),
  edition: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.object({ id: z.string(), digest: z.string() })),
})
export type Head = z.infer<typeof Head>

const TableLine = z.object({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()) })
const RowsLine = z.object({ kind: z.literal('rows'), bytes: z.number().int().nonnegative() })

/** What a table held: how many rows, and a number that the same rows give in any order. */
export const TableContents = z.object({ table: z.string(), rows: z.number(), fingerprint: z.string() })
export type TableContents = z.infer<typeof TableContents>

export const SequenceValue = z.object({ sequence: z.string(), value: z.number() })
export type SequenceValue = z.infer<typeof SequenceValue>

const End = z.object({
  kind: z.literal('end'),
  contents: z.array(TableContents),
  sequences: z.array(SequenceValue),
})
export type End = z.infer<typeof End>
const SignedEnd = End.extend({ sha256: z.string() })
const Line = z.discriminatedUnion('kind', [Head, TableLine, RowsLine, SignedEnd])

export class BackupWriter {
  readonly #gzip = createGzip({ level: 6 })
  readonly #hash = createHash('sha256')
  readonly #finished: Promise<void>

  constructor(out: Writable) {
    this.#gzip.pipe(out)
    this.#finished = finished(out)
    // Whoever writes next is told; until then a failed disk must not end the process.
    this.#finished.catch((error: Error) => this.#gzip.destroy(error))
    this.#gzip.on('error', () => undefined)
  }

  head(head: Head): Promise<void> {
    return this.#line(head)
  }

  table(name: string, columns: readonly string[]): Promise<void> {
    return this.#line({ kind: 'table', name, columns })
  }

  async rows(rows: Uint8Array): Promise<void> {
    await this.#line({ kind: 'rows', bytes: rows.length })
    await this.#write(rows)
  }

  async end(end: End): Promise<void> {
    const signed = { ...end, sha256: this.#hash.copy().digest('hex') }
    await this.#line(signed)
    this.#gzip.end()
    await this.#finished
  }

  #line(value: object): Promise<void> {
    return this.#write(Buffer.from(`${JSON.stringify(value)}\n`))
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    if (this.#gzip.destroyed) await this.#finished
    if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, 'drain'), this.#finished])
  }
}

/** Why a backup cannot be restored; thrown so that what was begun is undone, and answered as its refusal. */
export class BackupRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal.message.en, { cause })
    this.refusal = refusal
  }
}

/** What stands in a backup, in order. `rows` is text of whole lines. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: string }
  | { readonly kind: 'end'; readonly end: End }

/** Reads a backup from its start to its end. Throws BackupRefused when it is none, is cut short or was changed. */
export async function* readBackup(input: Readable): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256')
  const bytes = new ByteReader(input)
  let isFirst = true
  for (;;) {
    const text = await bytes.line().catch((error) => Promise.reject(isFirst ? notABackup(error) : damaged(error)))
    const line = Line.safeParse(parsed(text))
    if (!line.success || (line.data.kind === 'canlyn-backup') !== isFirst) throw isFirst ? notABackup() : damaged()
    const part = line.data
    isFirst = false
    if (part.kind === 'end') {
      if (part.sha256 !== hash.digest('hex')) throw damaged()
      yield { kind: 'end', end: part }
      return
    }
    hash.update(`${text}\n`)
    if (part.kind === 'canlyn-backup') yield { kind: 'head', head: part }
    else if (part.kind === 'table') yield part
    else {
      const rows = await bytes.take(part.bytes).catch((error) => Promise.reject(damaged(error)))
      hash.update(rows)
      yield { kind: 'rows', rows: rows.toString() }
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Lines and counted bytes out of a stream that is unzipped on the way. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(input: Readable) {
    const gunzip = createGunzip()
    input.on('error', (error) => gunzip.destroy(error))
    this.#chunks = input.pipe(gunzip)[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    let at = this.#held.indexOf(10)
    while (at < 0) {
      const from = this.#held.length
      await this.#more()
      at = this.#held.indexOf(10, from)
    }
    const line = this.#held.toString('utf8', 0, at)
    this.#held = this.#held.subarray(at + 1)
    return line
  }

  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = count
    while (missing > 0) {
      if (this.#held.length === 0) await this.#more()
      const part = this.#held.subarray(0, missing)
      parts.push(part)
      missing -= part.length
      this.#held = this.#held.subarray(part.length)
    }
    return Buffer.concat(parts)
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done) throw new Error('the file ends too early')
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value])
  }
}

function notABackup(cause?: unknown): BackupRefused {
  const message = {
    en: 'This file is not a backup of Canlyn.',
    cy: 'Nid copi wrth gefn o Canlyn yw’r ffeil hon.',
  }
  return new BackupRefused({ kind: 'invalid', code: 'not-a-backup', message, field: 'file' }, cause)
}

function damaged(cause?: unknown): BackupRefused {
  const message = {
    en: 'This backup is damaged or not complete: it does not end as it was written. Nothing was changed. Use another copy.',
    cy: 'Mae’r copi wrth gefn hwn wedi’i ddifrodi neu’n anghyflawn: nid yw’n gorffen fel y cafodd ei ysgrifennu. Ni newidiwyd dim byd. Defnyddiwch gopi arall.',
  }
  return new BackupRefused({ kind: 'invalid', code: 'backup-damaged', message, field: 'file' }, cause)
}
