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
  /** The load average of the machine as the run began and as it ended. */
  readonly load: readonly [number, number]
  /** What a reader should know of the circumstances; may be empty. */
  readonly note: string
  readonly requests: number
  readonly rows: number
  readonly lateRows: number
  readonly megabytes: number
  readonly kinds: readonly { readonly kind: 'pglite' | 'postgres'; readonly small: OfSize; readonly large: OfSize }[]
}

const NAMES = { pglite: 'PGlite', postgres: 'PostgreSQL' } as const

const AIMS = { shareOfCopy: 0.5, memory: 1.1, slowerPages: 1.2, p99: 50 } as const
const FULL_ROWS = 1_000_000

export function render(results: Results): string {
  return [opening(results), ofImports(results), ofMemory(results), ofPages(results), ofTheRest(results)].join('\n')
}

function opening({ machine, on, rows, requests, load, note }: Results): string {
  const size =
    rows < FULL_ROWS
      ? ` This run was of ${count(rows)} visits; the full one (\`npm run bench\` without BENCH_ROWS) is of ${count(FULL_ROWS)}.`
      : ''
  return `# Results

Written by \`npm run bench\` on ${on}.${size}

Machine: ${machine}. Load average (how many tasks of any program wanted a processor): ${load.map((n) => n.toFixed(1)).join(' as the run began, ')} as it ended.
Where that is much above what this program uses by itself (1 to 2), seconds and milliseconds are longer than on a quiet machine, and
ratios, which compare things measured one after another, are rough.${note && `\n\n**${note}**`}

Each number stands beside what it is measured against and what was aimed at. PGlite is the database inside the program, with one
connection; PostgreSQL is a server on the same machine. The pages were asked for ${count(requests)} times each.
`
}

function ofImports({ rows, megabytes, kinds }: Results): string {
  return `## Import against raw COPY

${count(rows)} visits, a file of ${Math.round(megabytes)} MB. Raw COPY puts the file as it is into a table of text without keys: the least a database can do
with it. The import checks every row, finds its people, packages and contracts, keeps what is new apart from what is known, and brings
the rollups (the sums kept for each contract and month) up to date. Speed is raw COPY's time divided by the import's, rollups included.

${table(
  ['database', 'raw COPY', 'import', 'rollups', 'rows a second', 'speed beside raw COPY', 'aim', 'met'],
  kinds.map(({ kind, large: { copy, imported } }) => {
    const taken = imported.seconds + imported.rollupSeconds
    const share = copy.seconds / taken
    return [
      NAMES[kind],
      seconds(copy.seconds),
      seconds(imported.seconds),
      seconds(imported.rollupSeconds),
      count(Math.round(imported.rows / taken)),
      ratio(share),
      `at least ${ratio(AIMS.shareOfCopy)}`,
      met(share >= AIMS.shareOfCopy),
    ]
  }),
)}
`
}

function ofMemory({ rows, kinds }: Results): string {
  return `## Memory of an import

The most memory the importing process held, with a file ten times as long. The process with PGlite holds the whole database engine too.
The promise is about 10,000,000 rows beside 1,000,000; with shorter files a process that is still filling its heap shows as growth.

${table(
  ['database', `${count(rows / 10)} rows`, `${count(rows)} rows`, 'ratio', 'aim', 'met'],
  kinds.map(({ kind, small, large }) => {
    const growth = large.imported.peakMegabytes / small.imported.peakMegabytes
    return [
      NAMES[kind],
      `${Math.round(small.imported.peakMegabytes)} MB`,
      `${Math.round(large.imported.peakMegabytes)} MB`,
      ratio(growth),
      `flat: at most ${ratio(AIMS.memory)}`,
      met(growth <= AIMS.memory),
    ]
  }),
)}
`
}

function ofPages({ rows, kinds }: Results): string {
  const [few, many] = [count(rows / 10), count(rows)]
  return `## Pages with ten times the visits

20 requests at once, each a whole page for a signed-in contract manager, asked of the program without a network between. p50 is what half of
them took at most, p99 what 99 in 100 did; "alone" is the very first request, with nothing remembered yet. The ratio is of the two p50.
Aim: a ratio of at most ${ratio(AIMS.slowerPages)}, and a p99 under ${AIMS.p99} ms.

${table(
  [
    'database',
    'page',
    `p50, ${few} visits`,
    `p50, ${many} visits`,
    'ratio',
    'met',
    `p99, ${many} visits`,
    'met',
    'alone',
  ],
  kinds.flatMap(({ kind, small, large }) =>
    Object.entries(large.pages.answers).map(([page, answer]) => {
      const slower = answer.p50 / (small.pages.answers[page]?.p50 ?? 0)
      return [
        NAMES[kind],
        page,
        milliseconds(small.pages.answers[page]?.p50 ?? 0),
        milliseconds(answer.p50),
        ratio(slower),
        met(slower <= AIMS.slowerPages),
        milliseconds(answer.p99),
        met(answer.p99 < AIMS.p99),
        milliseconds(answer.first),
      ]
    }),
  ),
)}
`
}

function ofTheRest({ rows, lateRows, kinds }: Results): string {
  return `## One late file, and starting

A file of ${count(lateRows)} visits of an old month arrives: import, then rollups. Starting is from the command to the first answer of
\`/readyz\`, on the database with ${count(rows)} visits. Nothing in particular was aimed at.

${table(
  ['database', 'late file: import', 'late file: rollups', 'start'],
  kinds.map(({ kind, large }) => [
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
const met = (isMet: boolean) => (isMet ? 'yes' : '**no**')
