/** Takes a file from a stream onto the disk, under the digest of its content, and finds out how it has to be read. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type Encoding, EncodingWatcher } from './encoding.ts'

/** How a file on disk is read. `maySwapDays`: somewhere in it stands what could be a date with the month first. */
export type FileFormat =
  | {
      readonly type: 'delimited'
      readonly encoding: Encoding
      readonly lineEnd: '\n' | '\r'
      readonly maySwapDays: boolean
    }
  | { readonly type: 'workbook' }

export type ReceivedFile = { readonly digest: string; readonly size: number; readonly format: FileFormat }

/** 8 GB: some thirty million visits. */
export const LARGEST_FILE = 8 * 1024 ** 3
/** A workbook is unpacked in memory, so it has to be small. */
export const LARGEST_WORKBOOK = 25 * 1024 ** 2

const MONTH_FIRST = /\b(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d{4}/

const LONGEST_DATE = 10

/** Where a received file is kept until its import is done. */
export function pathOfReceived(dataFolder: string, digest: string): string {
  return join(dataFolder, 'imports', digest)
}

/** Streams to disk in bounded memory. Refuses what is empty, too large, an old workbook or written in UTF-16; nothing is left behind then. */
export async function receiveFile(
  dataFolder: string,
  source: AsyncIterable<Uint8Array>,
): Promise<Result<ReceivedFile>> {
  const folder = join(dataFolder, 'imports')
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `incoming-${randomUUID()}`)
  const watched = new Watched()
  try {
    await pipeline(Readable.from(watched.pass(source)), createWriteStream(temporary))
    const format = watched.format()
    if (!format.ok) return format
    const digest = watched.digest()
    const path = pathOfReceived(dataFolder, digest)
    if (await stat(path).catch(() => undefined)) return accepted({ digest, size: watched.size, format: format.value })
    await rename(temporary, path)
    return accepted({ digest, size: watched.size, format: format.value })
  } catch (error) {
    if (error instanceof TooLarge) return refused(FILE_TOO_LARGE)
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

class TooLarge extends Error {}

/** Everything that is learned of a file while it passes once. */
class Watched {
  size = 0
  private readonly hash = createHash('sha256')
  private readonly encoding = new EncodingWatcher()
  private first: Buffer = Buffer.alloc(0)
  private hasLineFeed = false
  private hasReturn = false
  private maySwapDays = false
  /** The end of the piece before: a date may be cut in two between pieces. */
  private tail = ''

  async *pass(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      this.size += chunk.length
      if (this.size > LARGEST_FILE) throw new TooLarge()
      this.hash.update(chunk)
      this.look(chunk)
      yield chunk
    }
  }

  private look(chunk: Buffer): void {
    if (this.first.length < 8) this.first = Buffer.concat([this.first, chunk.subarray(0, 8)])
    if (isZip(this.first)) return
    this.encoding.see(chunk)
    this.hasLineFeed ||= chunk.includes(0x0a)
    this.hasReturn ||= chunk.includes(0x0d)
    if (!this.maySwapDays) this.lookForDates(chunk.toString('latin1'))
  }

  private lookForDates(text: string): void {
    this.maySwapDays = MONTH_FIRST.test(this.tail + text)
    this.tail = (this.tail + text).slice(-LONGEST_DATE)
  }

  digest(): string {
    return this.hash.digest('hex')
  }

  format(): Result<FileFormat> {
    if (this.size === 0) return refused(FILE_EMPTY)
    if (isZip(this.first))
      return this.size > LARGEST_WORKBOOK ? refused(WORKBOOK_TOO_LARGE) : accepted({ type: 'workbook' })
    if (this.first.length >= 4 && this.first.readUInt32BE(0) === 0xd0cf11e0) return refused(OLD_WORKBOOK)
    const encoding = this.encoding.decide()
    if (!encoding.ok) return encoding
    const lineEnd = !this.hasLineFeed && this.hasReturn ? '\r' : '\n'
    return accepted({ type: 'delimited', encoding: encoding.value, lineEnd, maySwapDays: this.maySwapDays })
  }
}

function isZip(first: Buffer): boolean {
  return first.length >= 4 && first.readUInt32BE(0) === 0x504b0304
}

export const FILE_EMPTY: Refusal = {
  kind: 'invalid',
  code: 'file-empty',
  message: {
    en: 'This file is empty. Check that the export finished, and send it again.',
    cy: 'Mae’r ffeil hon yn wag. Gwiriwch fod yr allforio wedi gorffen, ac anfonwch hi eto.',
  },
}

const FILE_TOO_LARGE: Refusal = {
  kind: 'too-large',
  code: 'file-too-large',
  message: {
    en: 'This file is larger than 8 GB. Split it by month and send the parts.',
    cy: 'Mae’r ffeil hon yn fwy nag 8 GB. Rhannwch hi fesul mis ac anfonwch y rhannau.',
  },
}

export const WORKBOOK_TOO_LARGE: Refusal = {
  kind: 'too-large',
  code: 'workbook-too-large',
  message: {
    en: 'This Excel workbook is too large: at most 25 MB and 100,000 rows. Save the sheet as “CSV UTF-8” and send that; CSV files may be far larger.',
    cy: 'Mae’r llyfr gwaith Excel hwn yn rhy fawr: 25 MB a 100,000 o resi ar y mwyaf. Cadwch y ddalen fel “CSV UTF-8” ac anfonwch honno; gall ffeiliau CSV fod yn llawer mwy.',
  },
}

const OLD_WORKBOOK: Refusal = {
  kind: 'invalid',
  code: 'workbook-old',
  message: {
    en: 'This is a workbook of an old Excel (.xls) or a protected one. Save it as .xlsx or “CSV UTF-8” and send that.',
    cy: 'Llyfr gwaith hen fersiwn o Excel (.xls) neu un wedi’i ddiogelu yw hwn. Cadwch ef fel .xlsx neu “CSV UTF-8” ac anfonwch hwnnw.',
  },
}
