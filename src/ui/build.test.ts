import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Assets, buildAssets } from './build.ts'

let folder: string
let assets: Assets
let css: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'))
  assets = await buildAssets(folder)
  css = await readFile(join(folder, basename(assets.css)), 'utf8')
})

afterAll(() => rm(folder, { recursive: true }))

test('every file that pages and style sheet name is there, under a name that carries its content', async () => {
  const files = await readdir(folder)
  const named = [
    assets.css,
    assets.js,
    assets.icon,
    ...css.matchAll(/url\("?(\/assets\/[^")]+)/g).map((match) => match[1]),
  ]
  expect(named.length).toBeGreaterThanOrEqual(7)
  for (const path of named) {
    expect(path).toMatch(/^\/assets\/[\w-]+-[A-Z0-9]{8}\.(css|js|svg|woff2)$/)
    expect(files).toContain(basename(path ?? ''))
  }
})

test('nothing changed, nothing built: the files stay as they are', async () => {
  const before = await stat(join(folder, basename(assets.css)))
  expect(await buildAssets(folder)).toEqual(assets)
  expect((await stat(join(folder, basename(assets.css)))).mtimeMs).toBe(before.mtimeMs)
})

test('a folder left half built is built again', async () => {
  await writeFile(join(folder, 'manifest.json'), '{"digest": "')
  await rm(join(folder, basename(assets.css)))
  expect(await buildAssets(folder)).toEqual(assets)
  expect(await readdir(folder)).toContain(basename(assets.css))
})

test('files of an earlier build stay for a running server, and go after a week', async () => {
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000)
  const lastMonth = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000)
  for (const [name, day] of [
    ['canlyn-YESTERDA.css', yesterday],
    ['canlyn-LASTMNTH.css', lastMonth],
  ] as const) {
    await writeFile(join(folder, name), 'body {}')
    await utimes(join(folder, name), day, day)
  }
  await rm(join(folder, 'manifest.json'))
  await buildAssets(folder)
  const files = await readdir(folder)
  expect(files).toContain('canlyn-YESTERDA.css')
  expect(files).not.toContain('canlyn-LASTMNTH.css')
  expect(files).toContain(basename(assets.css))
})

test('the dress is our own: our letters and colours, no crown, no letters of the government', () => {
  expect(css).toContain('#56386f')
  expect(css).toContain('Atkinson Hyperlegible Next')
  expect(css).not.toMatch(/GDS Transport|crown/i)
})
