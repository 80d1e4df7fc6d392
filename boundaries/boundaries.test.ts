/** Each boundary is planted against once, in a tree of its own, and has to be found; what is allowed has to pass. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBoundaries, type Findings, RULES } from './boundaries.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** From, to, and the rule that has to notice. `type` marks an import of types only. */
const PLANTED = [
  ['commissioning/need/need.store.ts', '../../procurement/index.ts', 'commissioning-asks-only-whom-it-may'],
  ['procurement/lot/lot.store.ts', '../../finance/index.ts', 'procurement-asks-only-whom-it-may'],
  ['contract-management/term/term.store.ts', '../../review/index.ts', 'contract-management-asks-only-whom-it-may'],
  ['care-planning/plan/plan.store.ts', '../../work-allocation/index.ts', 'care-planning-asks-only-whom-it-may'],
  ['work-allocation/visit/visit.store.ts', '../../finance/index.ts', 'work-allocation-asks-only-whom-it-may'],
  ['finance/payment/payment.store.ts', '../../review/index.ts', 'finance-asks-only-whom-it-may'],
  ['review/finding/finding.store.ts', '../../finance/payment/payment.store.ts', 'systems-meet-at-the-front-door'],
  ['review/finding/finding.ts', './finding.store.ts', 'rules-are-pure'],
  ['review/judgement/judgement.ts', 'node:fs', 'rules-are-pure'],
  ['review/scale/scale.ts', 'type ../../../platform/database/database.ts', 'rules-never-wait'],
  ['review/scale/scale.store.ts', './scale.text.ts', 'stores-hold-only-sql'],
  ['review/scale/scale.actions.ts', './scale.pages.tsx', 'actions-know-no-page'],
  ['review/sign/sign.actions.ts', 'hono', 'actions-know-no-page'],
  ['review/scale/scale.pages.tsx', './scale.store.ts', 'pages-ask-actions'],
  ['review/sign/sign.pages.tsx', '../scale/scale.pages.tsx', 'pages-stand-alone'],
  ['review/sign/sign.api.ts', '../scale/scale.store.ts', 'api-and-commands-ask-actions'],
  ['review/sign/sign.cli.ts', '../scale/scale.store.ts', 'api-and-commands-ask-actions'],
  ['review/sign/sign.api.ts', '../scale/scale.text.ts', 'api-has-no-words'],
  ['review/sign/sign.measures.ts', './sign.pages.tsx', 'measures-of-a-feature-only-count'],
  ['review/scale/scale.text.ts', '../../../platform/database/database.ts', 'words-only'],
  ['review/system.ts', '../../desk/home.ts', 'systems-do-not-reach-up'],
  ['../desk/home.ts', '../systems/finance/index.ts', 'desk-knows-no-system'],
  ['../kernel/money.ts', '../platform/database/database.ts', 'kernel-stands-alone'],
  ['../kernel/id.ts', 'hono', 'kernel-stands-alone'],
  ['../ui/page.tsx', '../platform/database/database.ts', 'ui-knows-no-platform'],
  ['../platform/database/database.ts', '../../ui/page.tsx', 'platform-knows-no-rooms-above'],
  ['../measures/measure.ts', '../systems/finance/index.ts', 'measures-know-no-system'],
  ['review/circle/one.store.ts', './other.store.ts', 'no-circles'],
  ['review/lost/lost.store.ts', './nowhere.ts', 'nothing-unknown'],
  ['review/draft/draft.store.ts', '../../../kernel/utils/text.ts', 'no-folder-without-a-subject'],
  ['review/draft/draft.actions.ts', './draft.fixtures.ts', 'tests-stay-out-of-the-program'],
] as const

/** The way back of the planted circle. */
const CIRCLE = ['review/circle/other.store.ts', './one.store.ts'] as const

const ALLOWED = [
  ['review/report/report.ts', '../../../kernel/clean.ts'],
  ['review/report/report.ts', 'type ../../finance/index.ts'],
  ['review/report/report.store.ts', './report.ts'],
  ['review/report/report.actions.ts', './report.store.ts'],
  ['review/report/report.actions.ts', '../../finance/index.ts'],
  ['review/report/report.pages.tsx', './report.actions.ts'],
  ['review/report/report.pages.tsx', './report.text.ts'],
  ['review/report/report.pages.tsx', 'type ./report.store.ts'],
  ['review/report/report.cli.ts', './report.text.ts'],
  ['review/report/report.text.ts', './report.ts'],
  ['review/report/report.pages.tsx', '../../finance/paths.ts'],
  ['review/report/report.test.ts', '../../finance/payment/payment.fixtures.ts'],
] as const

let tree: string
let seen: Findings
beforeAll(async () => {
  await mkdir(join(ROOT, 'build'), { recursive: true })
  tree = await mkdtemp(join(ROOT, 'build/boundaries-'))
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  const files = new Map<string, string[]>()
  const others = ['finance', 'procurement', 'work-allocation', 'review'].map((name) => `src/systems/${name}/index.ts`)
  for (const name of [
    ...others,
    'src/systems/finance/paths.ts',
    'src/systems/finance/payment/payment.fixtures.ts',
    'src/systems/review/draft/draft.fixtures.ts',
    'src/systems/review/report/report.text.ts',
    'src/kernel/utils/text.ts',
    'src/kernel/clean.ts',
  ])
    files.set(name, [])
  for (const [from, to] of [...PLANTED, ...ALLOWED, CIRCLE]) {
    const name = join('src/systems', from)
    files.set(name, [...(files.get(name) ?? []), to])
  }
  for (const [name, imports] of files) {
    await mkdir(dirname(join(tree, name)), { recursive: true })
    await writeFile(join(tree, name), sourceOf(imports))
  }
  seen = await checkBoundaries(tree, ['src'])
})
afterAll(() => rm(tree, { recursive: true }))

function sourceOf(imports: readonly string[]): string {
  const lines = imports.map((to, n) =>
    to.startsWith('type ')
      ? `import type { thing as thing${n} } from '${to.slice(5)}'\nexport type Thing${n} = typeof thing${n}`
      : `import { thing as thing${n} } from '${to}'\nexport const used${n} = thing${n}`,
  )
  return `${lines.join('\n')}\nexport const thing = 1\n`
}

test.each(PLANTED)('%s must not import %s', (from, to, rule) => {
  const target = to.replace(/^(type )?([./]+|node:)?/, '')
  const found = seen.findings.filter((finding) => finding.from === join('src/systems', from))
  expect(found.map((finding) => finding.rule)).toContain(rule)
  expect(found.find((finding) => finding.rule === rule)?.to).toContain(target)
})

test.each(ALLOWED)('%s may import %s', (from) => {
  expect(seen.findings.filter((finding) => finding.from === join('src/systems', from))).toEqual([])
})

test('every rule is planted against, except that review, which may ask everybody, has nobody it may not ask', () => {
  const planted = new Set<string>(PLANTED.map(([, , rule]) => rule))
  const rules = RULES.forbidden.map(({ name }) => name)
  expect(rules.filter((name) => !planted.has(name))).toEqual(['review-asks-only-whom-it-may'])
})

test('the checker reads every file there is', () => {
  expect(seen.filesThere).toBeGreaterThan(30)
  expect(seen.filesRead).toBe(seen.filesThere)
})

test('a tree without files is seen to be empty, not taken to be clean', async () => {
  await mkdir(join(tree, 'empty'))
  expect(await checkBoundaries(tree, ['empty'])).toEqual({ findings: [], filesRead: 0, filesThere: 0 })
})
