/** `canlyn export`: any list of the site as a file, asked for by the address of its page, filter and all. */
import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Hono } from 'hono'
import { inBoth, type Language, localPath } from '../../kernel/language.ts'
import type { Env } from '../http/doors.ts'
import type { SiteParts } from '../http/pipeline.ts'
import type { Runtime } from '../runtime.ts'
import { type CommandContext, type CommandMount, CommandRefused } from './command.ts'
import { text } from './export.cli.text.ts'

/** Puts the site together for one asker, without a port: made by cli.ts, which knows the rooms. */
export type SiteOpener = (
  runtime: Runtime,
  parts: Pick<SiteParts, 'askedBy' | 'renderProblem'>,
) => Promise<Pick<Hono<Env>, 'request'>>

/** `canlyn export '/people?state=overdue' people.csv --authority bryniau`. The file's ending says which format. */
export function exportCommand(openSite: SiteOpener): CommandMount {
  return (program, context) => {
    const words = text[context.language]
    program
      .command('export')
      .description(words.about)
      .argument('<list>', words.list)
      .argument('<file>', words.file)
      .option('--authority <ref>', words.authority)
      .action(async (list: string, file: string, options: { authority?: string }) => {
        const format = formatOf(file)
        const authorityId = await context.authorityId(options.authority)
        const bytes = await fetchList(await siteFor(openSite, context, authorityId), context.language, list, format)
        await writeFile(file, bytes)
        context.print({ list, file, bytes: bytes.byteLength }, words.written(file))
      })
  }
}

function formatOf(file: string): 'csv' | 'xlsx' {
  const format = extname(file).slice(1).toLowerCase()
  if (format === 'csv' || format === 'xlsx') return format
  throw refusal(
    'unknown-format',
    inBoth((language) => text[language].unknownFormat),
    'file',
  )
}

/** Whoever asks on the command line asks as the system, within the site's own pipeline. */
async function siteFor(openSite: SiteOpener, context: CommandContext, authorityId: number) {
  const actor = context.actor(authorityId)
  return openSite(await context.runtime(), {
    askedBy: actor,
    renderProblem: (c, problem) => c.json(problem.detail, problem.status),
  })
}

async function fetchList(
  site: Pick<Hono<Env>, 'request'>,
  language: Language,
  list: string,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  const address = new URL(list, 'http://canlyn.local')
  address.searchParams.set('export', format)
  const path = `${localPath(language, address.pathname)}${address.search}`
  const answer = await site.request(path)
  if (!answer.ok) throw refusal('no-such-list', await answer.json(), 'list')
  if (!answer.headers.get('Content-Disposition')?.startsWith('attachment'))
    throw refusal(
      'not-a-list',
      inBoth((language) => text[language].notAList),
      'list',
    )
  return new Uint8Array(await answer.arrayBuffer())
}

function refusal(code: string, message: { en: string; cy: string }, field: string): CommandRefused {
  return new CommandRefused({ kind: 'invalid', code, message, field })
}
