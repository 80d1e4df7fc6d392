/** Visit files of any length: the visits of one small county, repeated under new references until there are enough. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { County } from '../demo/county.ts'
import { demoFiles } from '../demo/files.ts'

/** Share of the full demonstration county; about ninety people at a time. */
export const SCALE = 0.05

/** Writes `rows` visits. The nth repetition of a visit is another visit of the same package at the same time: `V-123` becomes `V-123-n`. */
export async function writeVisitFile(county: County, path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  let left = rows
  let isHeaded = false
  for (let turn = 0; left > 0; turn += 1) {
    for (const file of demoFiles(county).filter(({ kind }) => kind === 'visits')) {
      const lines = [...file.chunks()].join('').trimEnd().split('\r\n')
      if (!isHeaded) out.write(`${lines[0]}\r\n`)
      isHeaded = true
      const taken = lines.slice(1, 1 + left)
      left -= taken.length
      const text = taken.map((line) => (turn === 0 ? line : line.replace(',', `-${turn},`))).join('\r\n')
      if (text && !out.write(`${text}\r\n`)) await new Promise((resolve) => out.once('drain', resolve))
      if (left === 0) break
    }
  }
  out.end()
  await finished(out)
}
