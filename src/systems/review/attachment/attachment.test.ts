/** Which files may be attached. */
import { describe, expect, it } from 'vitest'
import { kindOfFile, LARGEST_FILE_BYTES } from './attachment.ts'

const pdf = (length: number) => Uint8Array.from({ length }, (_, index) => [0x25, 0x50, 0x44, 0x46][index] ?? 0)
const codeOf = (name: string, bytes: Uint8Array) => {
  const kind = kindOfFile(name, bytes)
  return 'refusal' in kind ? kind.refusal.code : kind.contentType
}

describe('an attachment', () => {
  it('may be exactly as large as the limit, and not one byte larger', () => {
    expect(codeOf('minutes.pdf', pdf(LARGEST_FILE_BYTES))).toBe('application/pdf')
    expect(codeOf('minutes.pdf', pdf(LARGEST_FILE_BYTES + 1))).toBe('file-too-large')
  })
  it('may not be empty', () => {
    expect(codeOf('minutes.pdf', new Uint8Array())).toBe('file-empty')
  })
  it('is known by its ending, in capitals too', () => {
    expect(codeOf('COFNODION.PDF', pdf(8))).toBe('application/pdf')
    expect(codeOf('notes.txt', pdf(8))).toBe('text/plain')
  })
  it('may not be a program, nor a page, nor anything under another name', () => {
    expect(codeOf('run.exe', pdf(8))).toBe('file-of-wrong-kind')
    expect(codeOf('page.html', pdf(8))).toBe('file-of-wrong-kind')
    expect(codeOf('picture.png', pdf(8))).toBe('file-of-wrong-kind')
  })
})
