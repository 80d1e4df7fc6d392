/** Which letters a file is written in: UTF-8, or what older systems on Windows write; anything else is refused with a sentence. */
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'

export type Encoding = 'utf-8' | 'windows-1252'

/** Notices, while the bytes of a file pass, whether they are valid UTF-8. Whole files are looked at: one Welsh name may stand in the last line. */
export class EncodingWatcher {
  private readonly strict = new TextDecoder('utf-8', { fatal: true })
  private isUtf8 = true
  private first: Buffer = Buffer.alloc(0)

  see(chunk: Buffer): void {
    if (this.first.length < 4) this.first = Buffer.concat([this.first, chunk.subarray(0, 4)])
    if (!this.isUtf8) return
    try {
      this.strict.decode(chunk, { stream: true })
    } catch {
      this.isUtf8 = false
    }
  }

  /** A file that is not UTF-8 is read as Windows-1252, in which every byte has a meaning; UTF-16 is refused. */
  decide(): Result<Encoding> {
    if (isUtf16(this.first)) return refused(UTF_16)
    if (this.isUtf8) {
      try {
        this.strict.decode()
      } catch {
        // The file ends in the middle of a letter: cut off, but UTF-8 all the same.
      }
    }
    return accepted(this.isUtf8 ? 'utf-8' : 'windows-1252')
  }
}

function isUtf16(first: Buffer): boolean {
  const [a, b, c, d] = first
  return (
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0 && c === 0 && b !== 0) ||
    (b === 0 && d === 0 && a !== 0)
  )
}

const UTF_16: Refusal = {
  kind: 'invalid',
  code: 'file-is-utf-16',
  message: {
    en: 'This file is written in UTF-16 (Excel calls it “Unicode text”). Save it as “CSV UTF-8” and send it again.',
    cy: 'Mae’r ffeil hon wedi’i hysgrifennu mewn UTF-16 (“Unicode text” yw enw Excel arno). Cadwch hi fel “CSV UTF-8” a’i hanfon eto.',
  },
}
