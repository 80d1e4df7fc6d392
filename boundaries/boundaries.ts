/** Runs the boundary checker over a source tree and says what it found, and on how many files: a checker that reads nothing finds nothing. */
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'

export type Finding = { readonly rule: string; readonly from: string; readonly to: string; readonly comment: string }
export type Findings = {
  readonly findings: readonly Finding[]
  readonly filesRead: number
  readonly filesThere: number
}

type Rules = { readonly forbidden: { name: string; comment: string }[]; readonly options: ICruiseOptions }

export const RULES = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Rules

/** Checks these folders of the tree that stands at `root`. */
export async function checkBoundaries(root: string, folders: readonly string[]): Promise<Findings> {
  const { output } = await cruise([...folders], {
    ...RULES.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: RULES.forbidden } as unknown as IFlattenedRuleSet,
  })
  const { modules, summary } = output as ICruiseResult
  const there = new Set((await Promise.all(folders.map((folder) => sourcesUnder(root, folder)))).flat())
  return {
    findings: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
      comment: RULES.forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
    })),
    filesRead: modules.filter(({ source }) => there.has(source)).length,
    filesThere: there.size,
  }
}

async function sourcesUnder(root: string, folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true })
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name))
}
