/** A review as a whole: everything its report says, in plain values that can be kept, sealed and read back years later. */
import { z } from 'zod'
import { Language } from '../../../kernel/language.ts'
import { CommissioningModel } from '../../../kernel/model.ts'
import { type Period, period } from '../../../kernel/period.ts'
import { countJudgements } from '../answer/answer.ts'
import { NOT_APPLICABLE } from '../review-framework/review-framework.ts'

const Both = z.object({ en: z.string(), cy: z.string() })
const Words = z.object({ text: z.string(), language: Language })
const Counted = z.object({ numerator: z.number(), denominator: z.number() })

const EvidenceContent = z.object({
  name: z.string(),
  kind: z.enum(['measure', 'fact']),
  label: Both,
  /** What exactly is counted; of a fact, empty. */
  meaning: Both,
  /** How to read it, as the framework says. */
  reads: Both,
  unit: z.enum([
    'share',
    'visits',
    'hours',
    'people',
    'outcomes',
    'reviews',
    'episodes',
    'workers-per-person',
    'points',
  ]),
  better: z.enum(['higher', 'lower', 'neither']),
  /** Numerator and denominator are numbers of things; of a share of time they are seconds, which nobody wants to read. */
  counts: z.boolean().default(true),
  /** null: the records could not be asked. */
  now: Counted.nullable(),
  before: Counted.nullable(),
  months: z.array(Counted.extend({ month: z.iso.date() })),
  asOf: z.string().nullable(),
  readAt: z.string(),
  disagreement: Words.extend({ by: z.string() }).nullable(),
  /** Of the disagreement, while it can still be written. */
  version: z.number(),
})
export type EvidenceContent = z.infer<typeof EvidenceContent>

const PromptContent = z.object({
  id: z.string(),
  asks: Both,
  helps: Both,
  paragraph: z.string(),
  judgement: z.string().nullable(),
  finding: Words,
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  version: z.number(),
  evidence: z.array(EvidenceContent),
  attachments: z.array(
    z.object({
      attachmentId: z.number(),
      fileName: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      by: z.string(),
    }),
  ),
})
export type PromptContent = z.infer<typeof PromptContent>

const ActionContent = z.object({
  actionId: z.number(),
  what: Words,
  owner: z.string(),
  dueOn: z.iso.date(),
})
export type ActionContent = z.infer<typeof ActionContent>

const DomainContent = z.object({
  id: z.string(),
  title: Both,
  describes: Both,
  paragraph: z.string(),
  strengths: Words,
  gaps: Words,
  noteVersion: z.number(),
  prompts: z.array(PromptContent),
  actions: z.array(ActionContent),
})
export type DomainContent = z.infer<typeof DomainContent>

const LevelContent = z.object({ id: z.string(), name: Both, means: Both })

/** `format` counts up when the shape changes, so that reports signed before can still be read. */
export const ReportContent = z.object({
  format: z.literal(1),
  reviewId: z.number(),
  authority: Both,
  name: Words,
  framework: z.object({
    id: z.string(),
    edition: z.string(),
    title: Both,
    source: z.object({ title: z.string(), paragraph: z.string(), link: z.string() }),
  }),
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  coversAuthority: z.boolean(),
  contracts: z.array(
    z.object({ contractId: z.number(), ref: z.string(), title: Both, provider: z.string(), model: CommissioningModel }),
  ),
  scale: z.array(LevelContent),
  notApplicable: LevelContent.omit({ id: true }),
  domains: z.array(DomainContent),
  conclusion: Words,
  writers: z.array(z.string()),
  evidenceReadAt: z.string().nullable(),
})
export type ReportContent = z.infer<typeof ReportContent>

/** What stands beside a report once it is signed. */
export type Signature = { readonly by: string; readonly at: Temporal.Instant; readonly sha256: string }

export function promptsOf(report: Pick<ReportContent, 'domains'>): readonly PromptContent[] {
  return report.domains.flatMap((domain) => domain.prompts)
}

export function actionsOf(
  report: Pick<ReportContent, 'domains'>,
): readonly (ActionContent & { readonly domain: DomainContent })[] {
  return report.domains.flatMap((domain) => domain.actions.map((action) => ({ ...action, domain })))
}

/** How often each level was given, over the whole report or one domain. */
export function judgementsOf(report: Pick<ReportContent, 'scale'>, prompts: readonly PromptContent[]) {
  const counted = countJudgements(report, prompts)
  const judged = counted.levels.reduce((sum, level) => sum + level.count, 0)
  return { ...counted, judged, open: prompts.length - judged - counted.notApplicable }
}

/** Prompts of a domain that have their judgement. */
export function answeredIn(domain: Pick<DomainContent, 'prompts'>): number {
  return domain.prompts.filter(
    ({ judgement, finding }) => judgement !== null && (judgement !== NOT_APPLICABLE || finding.text.trim() !== ''),
  ).length
}

/** The first reading of a measure anywhere in the report. */
export function findEvidence(report: Pick<ReportContent, 'domains'>, name: string): EvidenceContent | undefined {
  return promptsOf(report)
    .flatMap((prompt) => prompt.evidence)
    .find((evidence) => evidence.name === name)
}

/** The period a report is about, which it keeps as text. */
export function periodOf(report: Pick<ReportContent, 'period'>): Period {
  return period(report.period.from, report.period.to)
}
