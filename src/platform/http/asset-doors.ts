/** Serves what the browser loads, from one folder, under names that change with their content. */
import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Doors } from './doors.ts'
import { answerProblem, PROBLEMS } from './problem.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

/** Another content has another name, so browsers may keep a file for ever. */
export function assetDoors(doors: Doors, folder: string): void {
  doors.get('/assets/:file', 'public', async (c) => {
    const name = basename(c.req.param('file') ?? '')
    const type = TYPES[extname(name)]
    const file = join(folder, name)
    if (!type || !(await stat(file).catch(() => undefined))?.isFile()) return answerProblem(c, PROBLEMS.notFound)
    return c.body(await readFile(file), 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
}
