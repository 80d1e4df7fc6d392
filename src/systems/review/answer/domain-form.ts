/** The one form of a domain's page: its fields by name, as typed, and as the actions want them. */
import type { Language } from '../../../kernel/language.ts'
import type { DomainContent, EvidenceContent, PromptContent } from '../report/report.ts'

export type TypedFields = Readonly<Record<string, string>>

/** Names of the fields; refusals name them too, so that the summary leads to them. */
export const FIELD = {
  judgement: (promptId: string) => `${promptId}.judgement`,
  finding: (promptId: string) => `${promptId}.finding`,
  version: (promptId: string) => `${promptId}.version`,
  file: (promptId: string) => `${promptId}.file`,
  misleads: (promptId: string, name: string) => `${promptId}.${name}`,
  misleadsVersion: (promptId: string, name: string) => `${promptId}.${name}.version`,
} as const

/** What `saveDomain` is given. */
export function domainInput(typed: TypedFields, domain: DomainContent, language: Language) {
  return {
    domainId: domain.id,
    language,
    answers: domain.prompts.map(({ id }) => ({
      promptId: id,
      judgement: typed[FIELD.judgement(id)] ?? '',
      finding: typed[FIELD.finding(id)] ?? '',
      version: typed[FIELD.version(id)] ?? '0',
    })),
    note: { strengths: typed.strengths ?? '', gaps: typed.gaps ?? '', version: typed.noteVersion ?? '0' },
    disagreements: domain.prompts.flatMap((prompt) =>
      prompt.evidence.map(({ name }) => ({
        promptId: prompt.id,
        name,
        text: typed[FIELD.misleads(prompt.id, name)] ?? '',
        version: typed[FIELD.misleadsVersion(prompt.id, name)] ?? '1',
      })),
    ),
  }
}

/** Whether somebody began to write an action: its day alone, which the browser may fill in, does not count. */
export function hasNewAction(typed: TypedFields): boolean {
  return Boolean(typed.what?.trim() || typed.owner?.trim())
}

/** Documents and the new action are taken in after the words were saved: what is wrong with them leaves the words safe. */
export function isAfterTheWords(field: string | undefined): boolean {
  return field !== undefined && (field.endsWith('.file') || ['what', 'owner', 'dueOn'].includes(field))
}

/** Versions after a clash or after the words were saved: the newest, for whoever saves again has seen what was saved between; otherwise those that were shown. */
export function versionsShown(domain: DomainContent, typed: TypedFields | undefined, seesNewest: boolean) {
  const keep = (name: string, newest: number) => (seesNewest ? String(newest) : (typed?.[name] ?? String(newest)))
  const entries = domain.prompts.flatMap((prompt: PromptContent) => [
    [FIELD.version(prompt.id), keep(FIELD.version(prompt.id), prompt.version)],
    ...prompt.evidence.map(({ name, version }: EvidenceContent) => [
      FIELD.misleadsVersion(prompt.id, name),
      keep(FIELD.misleadsVersion(prompt.id, name), version),
    ]),
  ])
  return Object.fromEntries([...entries, ['noteVersion', keep('noteVersion', domain.noteVersion)]])
}
