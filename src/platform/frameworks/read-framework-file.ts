/** Reads one YAML file against a schema; everything wrong with it is said with file, line and column. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** One thing wrong with a framework file, where a person can find it. */
export type FileProblem = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export type FileReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** Duplicate keys, bad YAML and values that do not fit are all problems; a missing key is told at the line of what lacks it. */
export function readFrameworkFile<T>(file: string, text: string, schema: z.ZodType<T>): FileReading<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problemAt = (offset: number, message: string): FileProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, message }
  }
  if (document.errors.length > 0)
    return { ok: false, problems: document.errors.map((error) => problemAt(error.pos[0], error.message)) }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues.map((issue) =>
    problemAt(offsetOf(document, issue.path), `${issue.path.join('.') || 'file'}: ${issue.message}`),
  )
  return { ok: false, problems }
}

/** Where the value at a path starts, or the nearest thing around it that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** "frameworks/review/contract-management.yaml:37:9 domains.2.title.cy: Invalid input". */
export function showProblem(problem: FileProblem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}`
}
