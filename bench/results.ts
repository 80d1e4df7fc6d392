/** The page of results: each number beside what it is measured against, and what we aim at. */

type Measured = { readonly peakMegabytes: number }
type Imported = Measured & {
  readonly rows: number
  readonly rejected: number
  readonly seconds: number
  readonly rollupSeconds: number
}
type OfSize = {
  readonly copy: Measured & { readonly seconds: number }
  readonly imported: Imported
  readonly late: Imported
  readonly pages: Measured & { readonly answers: Readonly<Record<string, { p50: number; p99: number; first: number }>> }
  readonly startSeconds: number
}

export type Results = {
  readonly machine: string
  readonly on: string
  readonly rows: number
  readonly lateRows: number
  readonly megabytes: number
  readonly kinds: readonly { readonly kind: 'pglite' | 'postgres'; readonly small: OfSize; readonly large: OfSize }[]
}

const NAMES = { pglite: 'PGlite', postgres: 'PostgreSQL' } as const

export function render(results: Results): string {
  const { machine, on, rows, lateRows, megabytes } = results
  return `# Results

Written by \`npm run bench\` on ${on}. Machine: ${machine}. Ratios are within one run; absolute numbers are this machine's.

## Import against raw COPY

${count(rows)} visits, a file of ${Math.round(megabytes)} MB. Raw COPY puts the file as it is into a table of text without keys. The import
checks every row, finds its people, packages and contracts, keeps what is new apart from what is known, and brings the rollups up to date.
Aim: at least half the speed of raw COPY.

${table(
  ['', 'raw COPY', 'import', 'rollups', 'rows a second', 'share of raw COPY'],
  results.kinds.map(({ kind, large: { copy, imported } }) => [
    NAMES[kind],
    seconds(copy.seconds),
    seconds(imported.seconds),
    seconds(imported.rollupSeconds),
    count(Math.round(imported.rows / (imported.seconds + imported.rollupSeconds))),
    ratio(copy.seconds / (imported.seconds + imported.rollupSeconds)),
  ]),
)}

## Memory of an import

Aim: flat. The process of PGlite holds the whole database engine too.

${table(
  ['', `${count(rows / 10)} rows`, `${count(rows)} rows`, 'ratio'],
  results.kinds.map(({ kind, small, large }) => [
    NAMES[kind],
    `${Math.round(small.imported.peakMegabytes)} MB`,
    `${Math.round(large.imported.peakMegabytes)} MB`,
    ratio(large.imported.peakMegabytes / small.imported.peakMegabytes),
  ]),
)}

## Pages with 1× and 10× the visits

20 requests at once. Aim: at most 1.2 times slower with ten times the visits; p99 under 50 ms.

${table(
  ['', 'page', `p50, ${count(rows / 10)}`, `p50, ${count(rows)}`, 'ratio', `p99, ${count(rows)}`, 'alone'],
  results.kinds.flatMap(({ kind, small, large }) =>
    Object.entries(large.pages.answers).map(([page, answer]) => [
      NAMES[kind],
      page,
      milliseconds(small.pages.answers[page]?.p50 ?? 0),
      milliseconds(answer.p50),
      ratio(answer.p50 / (small.pages.answers[page]?.p50 ?? 0)),
      milliseconds(answer.p99),
      milliseconds(answer.first),
    ]),
  ),
)}

## One late file, and starting

A file of ${count(lateRows)} visits of an old month arrives: import, then rollups. Starting is from the command to the first answer of
\`/readyz\`, on the database with ${count(rows)} visits.

${table(
  ['', 'late file: import', 'late file: rollups', 'start'],
  results.kinds.map(({ kind, large }) => [
    NAMES[kind],
    seconds(large.late.seconds),
    seconds(large.late.rollupSeconds),
    seconds(large.startSeconds),
  ]),
)}
`
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n')
}

const count = (n: number) => n.toLocaleString('en-GB')
const seconds = (n: number) => `${n.toFixed(1)} s`
const milliseconds = (n: number) => `${n.toFixed(0)} ms`
const ratio = (n: number) => n.toFixed(2)
