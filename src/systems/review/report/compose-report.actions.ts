/** Puts a report together from the review as it stands, seals it at the signature, and opens sealed ones again. */
import { createHash } from 'node:crypto'
import type { Measure } from '../../../measures/measure.ts'
import { findMeasure, getCounter, getSource } from '../../../measures/registry.ts'
import type { ActionContext } from '../../../platform/actions/action.ts'
import { listProviders } from '../../commissioning/index.ts'
import type { Contract } from '../../contract-management/index.ts'
import { listAnswers, listDomainNotes } from '../answer/answer.store.ts'
import type { Answer, DomainNote } from '../answer/answer.ts'
import { listAttachments } from '../attachment/attachment.store.ts'
import type { Attachment } from '../attachment/attachment.ts'
import { contractsOf, frameworkOf, modelsOf } from '../evidence/evidence.actions.ts'
import { listEvidence } from '../evidence/evidence.store.ts'
import type { KeptEvidence } from '../evidence/evidence.ts'
import { FACT_LABELS, type FactName } from '../evidence/fact.ts'
import { listFollowUps } from '../follow-up/follow-up.store.ts'
import type { FollowUp } from '../follow-up/follow-up.ts'
import { type Domain, domainsFor, type Prompt, type WantedEvidence } from '../review-framework/review-framework.ts'
import { listWriters } from '../review-life/review.store.ts'
import type { Review } from '../review-life/review-life.ts'
import { findAuthorityName, type SignedReport } from './report.store.ts'
import { type DomainContent, type EvidenceContent, type PromptContent, ReportContent } from './report.ts'

/** What was written and read in a review, by which its report is put together. */
type Written = {
  readonly review: Review
  readonly answers: readonly Answer[]
  readonly notes: readonly DomainNote[]
  readonly evidence: readonly KeptEvidence[]
  readonly attachments: readonly Attachment[]
  readonly followUps: readonly FollowUp[]
}

export async function composeReport(
  context: Pick<ActionContext, 'tx' | 'actor' | 'runtime'>,
  review: Review,
): Promise<ReportContent> {
  const { tx, actor } = context
  const { authorityId } = actor
  const { reviewId } = review
  const framework = frameworkOf(context, review)
  const contracts = await contractsOf(context, review.contractIds)
  const written: Written = {
    review,
    answers: await listAnswers(tx, authorityId, reviewId),
    notes: await listDomainNotes(tx, authorityId, reviewId),
    evidence: await listEvidence(tx, authorityId, reviewId),
    attachments: await listAttachments(tx, authorityId, reviewId),
    followUps: await listFollowUps(tx, authorityId, { reviewId }),
  }
  const writers = await listWriters(tx, authorityId, reviewId)
  return {
    format: 1,
    reviewId,
    authority: await findAuthorityName(tx, authorityId),
    name: { text: review.name, language: review.language },
    framework: { id: framework.id, edition: framework.edition, title: framework.title, source: framework.source },
    period: { from: review.period.from.toString(), to: review.period.to.toString() },
    coversAuthority: review.contractIds.length === 0,
    contracts: await contractLabels(context, contracts),
    scale: framework.scale,
    notApplicable: framework.notApplicable,
    domains: domainsFor(framework, modelsOf(contracts)).map((domain) => domainContent(domain, written)),
    conclusion: review.conclusion,
    writers: [...new Set(writers.map((writer) => writer.name))],
    evidenceReadAt: review.evidenceReadAt?.toString() ?? null,
  }
}

/** The contracts by the names they have today: a later change of name does not reach a signed report. */
async function contractLabels({ tx, actor }: Pick<ActionContext, 'tx' | 'actor'>, contracts: readonly Contract[]) {
  const providers = new Map((await listProviders(tx, actor.authorityId)).map((p) => [p.providerId, p.name]))
  return contracts.map(({ contractId, ref, title, providerId, model }) => ({
    contractId,
    ref,
    title,
    provider: providers.get(providerId) ?? '',
    model,
  }))
}

function domainContent(domain: Domain, written: Written): DomainContent {
  const note = written.notes.find(({ domainId }) => domainId === domain.id)
  const language = note?.language ?? written.review.language
  const { id, title, describes, paragraph } = domain
  return {
    id,
    title,
    describes,
    paragraph,
    strengths: { text: note?.strengths ?? '', language },
    gaps: { text: note?.gaps ?? '', language },
    noteVersion: note?.version ?? 0,
    prompts: domain.prompts.map((prompt) => promptContent(prompt, written)),
    actions: written.followUps
      .filter(({ domainId }) => domainId === domain.id)
      .map(({ actionId, what, language: spoken, owner, dueOn }) => ({
        actionId,
        what: { text: what, language: spoken },
        owner,
        dueOn: dueOn.toString(),
      })),
  }
}

function promptContent(prompt: Prompt, written: Written): PromptContent {
  const answer = written.answers.find(({ promptId }) => promptId === prompt.id)
  const { id, asks, helps, paragraph } = prompt
  return {
    id,
    asks,
    helps,
    paragraph,
    judgement: answer?.judgement ?? null,
    finding: { text: answer?.finding ?? '', language: answer?.language ?? written.review.language },
    answeredBy: answer?.by ?? null,
    answeredAt: answer?.at.toString() ?? null,
    version: answer?.version ?? 0,
    evidence: prompt.evidence.flatMap((wanted) => {
      const name = 'measure' in wanted ? wanted.measure : wanted.fact
      const kept = written.evidence.find((evidence) => evidence.promptId === id && evidence.name === name)
      return kept ? [evidenceContent(wanted, kept)] : []
    }),
    attachments: written.attachments
      .filter(({ promptId }) => promptId === id)
      .map(({ attachmentId, fileName, sizeBytes, sha256, by }) => ({ attachmentId, fileName, sizeBytes, sha256, by })),
  }
}

const NO_WORDS = { en: '', cy: '' } as const

function evidenceContent(wanted: WantedEvidence, kept: KeptEvidence): EvidenceContent {
  const measure = kept.kind === 'measure' ? findMeasure(kept.name) : undefined
  const factLabel = kept.kind === 'fact' ? FACT_LABELS[kept.name as FactName] : undefined
  return {
    name: kept.name,
    kind: kept.kind,
    label: measure?.label ?? factLabel ?? { en: kept.name, cy: kept.name },
    meaning: measure?.meaning ?? NO_WORDS,
    reads: wanted.reads,
    unit: measure?.unit ?? 'share',
    better: measure?.better ?? (factLabel ? 'lower' : 'neither'),
    counts: measure ? countsThings(measure) : true,
    now: kept.now ?? null,
    before: kept.before ?? null,
    months: kept.months.map((m) => ({ ...m, month: m.month.toString() })),
    asOf: kept.asOf?.toString() ?? null,
    readAt: kept.readAt.toString(),
    disagreement: kept.disagreement ?? null,
    version: kept.version,
  }
}

/** Whether the measure's numerator is a number of rows; a sum of seconds or points says nothing to a reader. */
function countsThings(measure: Measure): boolean {
  return !('sumOf' in getCounter(getSource(measure.source), measure.numerator))
}

/** The report as the characters that are kept, and their SHA-256. */
export function sealReport(report: ReportContent): Pick<SignedReport, 'content' | 'sha256'> {
  const content = JSON.stringify(report, null, 1)
  return { content, sha256: digestOf(content) }
}

/** Opens a sealed report. Throws where the seal is broken: somebody changed the row behind our back. */
export function openSealed(sealed: Pick<SignedReport, 'content' | 'sha256'>): ReportContent {
  if (digestOf(sealed.content) !== sealed.sha256) throw new Error('a signed report was changed after it was signed')
  return ReportContent.parse(JSON.parse(sealed.content))
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
