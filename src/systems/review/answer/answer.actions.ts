/** Writing in a draft: judgements and findings, strengths and gaps, and where the evidence misleads. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { contractsOf, frameworkOf, modelsOf } from '../evidence/evidence.actions.ts'
import { listEvidence, saveDisagreement } from '../evidence/evidence.store.ts'
import type { KeptEvidence } from '../evidence/evidence.ts'
import { type Domain, domainsFor, type ReviewFramework } from '../review-framework/review-framework.ts'
import { openDraft } from '../review-life/draft.actions.ts'
import { listAnswers, listDomainNotes, saveAnswer, saveDomainNote } from './answer.store.ts'
import { type Answer, LONGEST_TEXT, meeting, refusalOfAnswer, together, type WrittenAnswer } from './answer.ts'

const Words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(LONGEST_TEXT, bilingualIssue('Keep this under 8,000 characters', 'Cadwch hwn o dan 8,000 nod')))

const Version = z.coerce.number().int().min(0).default(0)

const WrittenAnswerInput = z.object({
  promptId: z.string(),
  judgement: z.preprocess((value) => (value === '' ? null : value), z.string().nullable().default(null)),
  finding: Words.default(''),
  version: Version,
})

export const SaveDomainInput = z.object({
  reviewId: RecordId,
  domainId: z.string(),
  language: Language,
  answers: z.array(WrittenAnswerInput).max(50).default([]),
  note: z.object({ strengths: Words.default(''), gaps: Words.default(''), version: Version }).optional(),
  /** Words kept beside a number that misleads; empty takes them back. */
  disagreements: z
    .array(z.object({ promptId: z.string(), name: z.string(), text: Words.default(''), version: Version }))
    .max(100)
    .default([]),
})
export type SaveDomainInput = z.infer<typeof SaveDomainInput>

/**
 * Saves what is written in one domain. What nobody touched is left alone; where somebody else wrote in between, everything is refused
 * with each clash named by its field, so that the writer sees both texts and nothing is lost.
 */
export const saveDomain = defineAction({
  name: 'review.save-domain',
  title: { en: 'Wrote in a review', cy: 'Ysgrifennu mewn adolygiad' },
  permission: 'reviews:write',
  input: SaveDomainInput,
  async run(context, input) {
    const draft = await openDraft(context, input.reviewId)
    if (!draft.ok) return draft
    const framework = frameworkOf(context, draft.value)
    const models = modelsOf(await contractsOf(context, draft.value.contractIds))
    const domain = domainsFor(framework, models).find(({ id }) => id === input.domainId)
    if (!domain) return refused(NO_DOMAIN)
    const wrong = together([
      ...refusalsOfAnswers(framework, domain, input.answers),
      ...(await saveAnswers(context, input)),
      ...(await saveNote(context, input)),
      ...(await saveDisagreements(context, input)),
    ])
    return wrong ? refused(wrong) : accepted({ reviewId: input.reviewId, domainId: domain.id })
  },
})

function refusalsOfAnswers(
  framework: ReviewFramework,
  domain: Domain,
  answers: readonly WrittenAnswer[],
): readonly Refusal[] {
  return answers.flatMap((answer) => {
    if (!domain.prompts.some((prompt) => prompt.id === answer.promptId)) return [NO_PROMPT]
    return refusalOfAnswer(framework, answer) ?? []
  })
}

async function saveAnswers(context: ActionContext, input: SaveDomainInput): Promise<readonly Refusal[]> {
  const { tx, actor, clock } = context
  const kept = new Map((await listAnswers(tx, actor.authorityId, input.reviewId)).map((a) => [a.promptId, a]))
  const clashes: Refusal[] = []
  for (const written of input.answers) {
    const before = kept.get(written.promptId)
    const how = meeting(before, written)
    if (how === 'same') continue
    if (how === 'clash') {
      clashes.push(clashAt(`${written.promptId}.finding`))
      continue
    }
    const { promptId, judgement, finding } = written
    const answer: Answer = {
      promptId,
      judgement,
      finding,
      language: input.language,
      by: actor.name,
      at: clock.now(),
      version: written.version + 1,
    }
    await saveAnswer(tx, actor.authorityId, input.reviewId, answer)
    context.audit({
      recordType: 'review.review',
      recordId: input.reviewId,
      before: { promptId, judgement: before?.judgement ?? null, finding: before?.finding ?? '' },
      after: { promptId, judgement, finding },
    })
  }
  return clashes
}

async function saveNote(context: ActionContext, input: SaveDomainInput): Promise<readonly Refusal[]> {
  const { tx, actor, clock } = context
  const { note, domainId } = input
  if (!note) return []
  const before = (await listDomainNotes(tx, actor.authorityId, input.reviewId)).find((n) => n.domainId === domainId)
  if ((before?.strengths ?? '') === note.strengths && (before?.gaps ?? '') === note.gaps) return []
  if ((before?.version ?? 0) !== note.version) return [clashAt('strengths')]
  const { strengths, gaps } = note
  const written = { domainId, strengths, gaps, language: input.language, by: actor.name, at: clock.now() }
  await saveDomainNote(tx, actor.authorityId, input.reviewId, { ...written, version: note.version + 1 })
  context.audit({
    recordType: 'review.review',
    recordId: input.reviewId,
    before: { domainId, strengths: before?.strengths ?? '', gaps: before?.gaps ?? '' },
    after: { domainId, strengths, gaps },
  })
  return []
}

async function saveDisagreements(context: ActionContext, input: SaveDomainInput): Promise<readonly Refusal[]> {
  const { tx, actor } = context
  if (input.disagreements.length === 0) return []
  const kept = await listEvidence(tx, actor.authorityId, input.reviewId)
  const clashes: Refusal[] = []
  for (const written of input.disagreements) {
    const before = kept.find((evidence) => isAbout(evidence, written))
    if (!before) return [NO_EVIDENCE]
    if ((before.disagreement?.text ?? '') === written.text) continue
    if (before.version !== written.version) {
      clashes.push(clashAt(`${written.promptId}.${written.name}`))
      continue
    }
    const words = written.text ? { text: written.text, language: input.language, by: actor.name } : undefined
    const at = { promptId: written.promptId, name: written.name, version: written.version + 1 }
    await saveDisagreement(tx, actor.authorityId, input.reviewId, at, words)
    context.audit({
      recordType: 'review.review',
      recordId: input.reviewId,
      before: { evidence: written.name, disagreement: before.disagreement?.text ?? '' },
      after: { evidence: written.name, disagreement: written.text },
    })
  }
  return clashes
}

function isAbout(evidence: KeptEvidence, at: { readonly promptId: string; readonly name: string }): boolean {
  return evidence.promptId === at.promptId && evidence.name === at.name
}

function clashAt(field: string): Refusal {
  return {
    kind: 'stale',
    code: 'written-by-somebody-else',
    field,
    message: {
      en: 'Somebody else saved this while you wrote. Both texts are shown; save again to keep yours.',
      cy: 'Cadwodd rhywun arall hwn wrth i chi ysgrifennu. Dangosir y ddau destun; cadwch eto i gadw eich un chi.',
    },
  }
}

const NO_DOMAIN: Refusal = {
  kind: 'not-found',
  code: 'no-such-domain',
  message: { en: 'This review has no such domain.', cy: 'Nid oes gan yr adolygiad hwn faes o’r fath.' },
}
const NO_PROMPT: Refusal = {
  kind: 'invalid',
  code: 'prompt-not-asked',
  field: 'promptId',
  message: {
    en: 'This question is not asked in this domain.',
    cy: 'Nid yw’r cwestiwn hwn yn cael ei ofyn yn y maes hwn.',
  },
}
const NO_EVIDENCE: Refusal = {
  kind: 'not-found',
  code: 'no-such-evidence',
  message: { en: 'This review holds no such evidence.', cy: 'Nid oes tystiolaeth o’r fath yn yr adolygiad hwn.' },
}
