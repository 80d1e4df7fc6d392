/** The kinds of file that can be brought in; app.ts publishes those of every system at start. */
import { accepted, type Result, refused } from '../../kernel/result.ts'
import type { ImportKind } from './import-kind.ts'

const kinds = new Map<string, ImportKind>()

/** Publishing a kind again replaces it. */
export function publishImportKinds(published: readonly ImportKind[]): void {
  for (const kind of published) kinds.set(kind.name, kind)
}

/** In the order in which files have to be sent: what others rest on first. */
export function listImportKinds(): readonly ImportKind[] {
  const listed: ImportKind[] = []
  const visit = (kind: ImportKind | undefined) => {
    if (!kind || listed.includes(kind)) return
    for (const name of kind.after) visit(kinds.get(name))
    listed.push(kind)
  }
  for (const kind of kinds.values()) visit(kind)
  return listed
}

export function findImportKind(name: string): Result<ImportKind> {
  const kind = kinds.get(name)
  if (kind) return accepted(kind)
  const known = listImportKinds()
    .map((k) => k.name)
    .join(', ')
  return refused({
    kind: 'not-found',
    code: 'unknown-import-kind',
    field: 'kind',
    message: {
      en: `There is no kind of file called “${name}”. There are: ${known}.`,
      cy: `Nid oes math o ffeil o’r enw “${name}”. Dyma’r rhai sydd: ${known}.`,
    },
  })
}
