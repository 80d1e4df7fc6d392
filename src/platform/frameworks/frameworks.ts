/** All frameworks of an installation, read and checked once at the start, asked for by kind, id and day. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Framework, FrameworkCase, FrameworkKind } from '../../kernel/framework.ts'
import type { Day } from '../../kernel/period.ts'
import { type FileProblem, readFrameworkFile, showProblem } from './read-framework-file.ts'

/** The frameworks that come with the program. */
export const FRAMEWORKS_FOLDER = new URL('../../../frameworks/', import.meta.url)

export type Frameworks = {
  /** Every edition of every framework of a kind, oldest first. */
  list<F extends Framework>(kind: FrameworkKind<F>): readonly F[]
  /** The edition that held on a day; undefined before the first and after the last: nothing is guessed. */
  findOn<F extends Framework>(kind: FrameworkKind<F>, id: string, on: Day): F | undefined
  /** A named edition, for what was finished under it. */
  findEdition<F extends Framework>(kind: FrameworkKind<F>, id: string, edition: string): F | undefined
}

/** Frameworks that cannot be trusted stop the program: each problem with its file and line. */
export class FrameworkError extends Error {
  readonly problems: readonly FileProblem[]
  constructor(problems: readonly FileProblem[]) {
    super(`the frameworks cannot be used:\n${problems.map(showProblem).join('\n')}`)
    this.problems = problems
  }
}

// The kinds differ in what they hold; the registry only needs what all frameworks share.
type AnyKind = Pick<FrameworkKind<Framework>, 'folder'> & { readonly schema: z.ZodType<Framework> }

/** Reads `<folder>/<kind>/*.yaml` for each kind. Throws a FrameworkError that names every problem at once. */
export async function loadFrameworks(
  kinds: readonly AnyKind[],
  folder: string | URL = FRAMEWORKS_FOLDER,
): Promise<Frameworks> {
  const problems: FileProblem[] = []
  const byKind = new Map<string, readonly Framework[]>()
  for (const kind of kinds) {
    const found: { readonly file: string; readonly framework: Framework }[] = []
    for (const { file, text } of await yamlFiles(folder, kind.folder)) {
      if (file.endsWith('.cases.yaml')) continue
      const reading = readFrameworkFile(file, text, kind.schema)
      if (reading.ok) found.push({ file, framework: reading.value })
      else problems.push(...reading.problems)
    }
    found.sort((a, b) => Temporal.PlainDate.compare(a.framework.from, b.framework.from))
    problems.push(...overlaps(found))
    byKind.set(
      kind.folder,
      found.map(({ framework }) => framework),
    )
  }
  if (problems.length > 0) throw new FrameworkError(problems)
  return registryOf(byKind)
}

/** None at all: for tests of rooms that read no framework. */
export const noFrameworks: Frameworks = registryOf(new Map())

function registryOf(byKind: ReadonlyMap<string, readonly Framework[]>): Frameworks {
  const list = <F extends Framework>(kind: FrameworkKind<F>): readonly F[] => {
    const found = byKind.get(kind.folder)
    if (!found) throw new Error(`no frameworks of the kind ${kind.folder} were loaded`)
    // What lies under a kind's name was parsed by that kind's schema.
    return found as readonly F[]
  }
  return {
    list,
    findOn: (kind, id, on) => list(kind).findLast((framework) => framework.id === id && holdsOn(framework, on)),
    findEdition: (kind, id, edition) => list(kind).find((f) => f.id === id && f.edition === edition),
  }
}

/** From its first day to its last, both included. */
export function holdsOn(framework: Pick<Framework, 'from' | 'to'>, on: Day): boolean {
  if (Temporal.PlainDate.compare(on, framework.from) < 0) return false
  return framework.to === undefined || Temporal.PlainDate.compare(on, framework.to) <= 0
}

/** Two editions with one name, or two that start on the same day, leave open which one holds. */
function overlaps(found: readonly { readonly file: string; readonly framework: Framework }[]): FileProblem[] {
  const seen = new Map<string, string>()
  const problems: FileProblem[] = []
  for (const { file, framework } of found) {
    for (const [what, key] of [
      ['edition', `${framework.id} edition ${framework.edition}`],
      ['first day', `${framework.id} from ${framework.from}`],
    ] as const) {
      const other = seen.get(key)
      if (other) problems.push({ file, line: 1, column: 1, message: `same ${what} as ${other}: ${key}` })
      else seen.set(key, file)
    }
  }
  return problems
}

async function yamlFiles(folder: string | URL, kind: string): Promise<readonly { file: string; text: string }[]> {
  const root = typeof folder === 'string' ? pathToFileURL(join(folder, '/')) : folder
  const names = (await readdir(new URL(`${kind}/`, root)).catch(() => [])).filter((name) => name.endsWith('.yaml'))
  return Promise.all(
    names.sort().map(async (name) => ({
      file: `frameworks/${kind}/${name}`,
      text: await readFile(new URL(`${kind}/${name}`, root), 'utf8'),
    })),
  )
}

const CaseFile = z.strictObject({
  framework: z.string(),
  edition: z.string(),
  cases: z.array(z.strictObject({ name: z.string().min(1), given: z.unknown(), expect: z.unknown() })).min(1),
})

/** A case and what the framework itself answers to it: they must be equal. */
export type CheckedCase = FrameworkCase & { readonly file: string; readonly answered: unknown }

/** Runs every `<framework>.cases.yaml` of a kind. Throws a FrameworkError on a case file that cannot be read. */
export async function checkCases<F extends Framework>(
  kind: FrameworkKind<F>,
  folder: string | URL = FRAMEWORKS_FOLDER,
): Promise<readonly CheckedCase[]> {
  const { answer } = kind
  if (!answer) throw new Error(`frameworks of the kind ${kind.folder} answer no cases`)
  const frameworks = await loadFrameworks([kind], folder)
  const checked: CheckedCase[] = []
  for (const { file, text } of await yamlFiles(folder, kind.folder)) {
    if (!file.endsWith('.cases.yaml')) continue
    const reading = readFrameworkFile(file, text, CaseFile)
    if (!reading.ok) throw new FrameworkError(reading.problems)
    const framework = frameworks.findEdition(kind, reading.value.framework, reading.value.edition)
    if (!framework)
      throw new FrameworkError([{ file, line: 1, column: 1, message: 'the framework and edition named do not exist' }])
    checked.push(...reading.value.cases.map((c) => ({ ...c, file, answered: answer(framework, c.given) })))
  }
  return checked
}
