import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publish } from './app.ts'
import { wholeHouse } from './openapi.ts'
import { listActionTitles } from './platform/audit/action-title.ts'
import { findRecordKind } from './platform/audit/record-kind.ts'

const SOURCE = import.meta.dirname

/** `[file, what was found]` for each match of the pattern's first group in our own source, tests aside. */
async function findInSource(pattern: RegExp): Promise<readonly (readonly [string, string])[]> {
  const files = (await readdir(SOURCE, { recursive: true })).filter(
    (f) => /\.tsx?$/.test(f) && !/\.(test|fixtures)\./.test(f),
  )
  const texts = await Promise.all(
    files.map(async (file) => [file, await readFile(join(SOURCE, file), 'utf8')] as const),
  )
  return texts.flatMap(([file, text]) => [...text.matchAll(pattern)].map((match) => [file, match[1]!] as const))
}

test('every type of record that is audited has a name people know and a permission to see its history', async () => {
  publish(wholeHouse().rooms)
  const audited = await findInSource(/(?:recordType: |_RECORD = )'([a-z-]+\.[a-z-]+)'/g)
  expect(audited.length).toBeGreaterThan(5)
  const nameless = audited.filter(([, recordType]) => !findRecordKind(recordType))
  expect([...new Set(nameless.map(([file, recordType]) => `${recordType} in ${file}`))]).toEqual([])
})

test('every action is named <system>.<verb>-<noun> and says in both languages what was done', async () => {
  const titles = [...listActionTitles()]
  expect(titles.length).toBeGreaterThan(20)
  for (const [name, title] of titles) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
    expect(title.en, name).toMatch(/^\p{Lu}.{3,}[^.]$/u)
    expect(title.cy, name).toMatch(/^\p{Lu}.{3,}[^.]$/u)
    expect(title.cy, name).not.toBe(title.en)
  }
})
