/** The page on which one domain is judged: every prompt with its evidence, one form, saved as it goes. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Bilingual } from '../../../kernel/language.ts'
import { accepted, allRefusals, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Adjustment,
  Button,
  ButtonGroup,
  type FieldError,
  Form,
  fieldErrors,
  Notice,
  Page,
  readTypedDate,
} from '../../../ui/index.ts'
import { attachFile } from '../attachment/attachment.actions.ts'
import { addFollowUp } from '../follow-up/follow-up.actions.ts'
import { reviewPaths } from '../paths.ts'
import type { ReviewDetail } from '../report/report.actions.ts'
import { type DomainContent, periodOf } from '../report/report.ts'
import { findReviewFor, readTyped, type Typed } from '../review-life/find-review.door.ts'
import { ActionFields, ActionList } from './action-fields.tsx'
import { saveDomain } from './answer.actions.ts'
import { together } from './answer.ts'
import { text } from './domain.text.ts'
import { domainInput, FIELD, hasNewAction, isAfterTheWords, versionsShown } from './domain-form.ts'
import { NoteFields } from './note-fields.tsx'
import { PromptFields, ScaleMeanings } from './prompt-fields.tsx'

export function domainPages(doors: Doors): void {
  const path = reviewPaths.domain(':reviewId', ':domainId')
  doors.get(path, 'reviews:read', (c) => showDomain(c, undefined, undefined))
  doors.post(path, 'reviews:write', async (c) => {
    const found = await findDomain(c)
    if (!found.ok) return found.answer
    const { typed, files } = await readTyped(c)
    const result = await saveAll(c, found, { typed, files })
    return answerForm(c, result, {
      done: ({ attached }) => ({
        path: nextPath(found, typed.next),
        message: attached
          ? { en: text.en.savedAndAttached, cy: text.cy.savedAndAttached }
          : { en: text.en.saved, cy: text.cy.saved },
      }),
      again: (refusal) => showDomain(c, typed, refusal),
    })
  })
}

type FoundDomain = { readonly ok: true; readonly detail: ReviewDetail; readonly domain: DomainContent }

async function findDomain(c: Context<Env>): Promise<FoundDomain | { readonly ok: false; readonly answer: Response }> {
  const found = await findReviewFor(c)
  if (!found.ok) return found
  const domain = found.detail.report.domains.find(({ id }) => id === c.req.param('domainId'))
  return domain ? { ok: true, detail: found.detail, domain } : { ok: false, answer: await answerRefusal(c, NO_DOMAIN) }
}

const NO_DOMAIN: Refusal = {
  kind: 'not-found',
  code: 'no-such-domain',
  message: { en: 'This review has no such domain.', cy: 'Nid oes gan yr adolygiad hwn faes o’r fath.' },
}

/** The words first, so that they are safe whatever becomes of the documents and the new action. */
async function saveAll(
  c: Context<Env>,
  { detail, domain }: FoundDomain,
  { typed, files }: { readonly typed: Typed; readonly files: ReadonlyMap<string, File> },
): Promise<Result<{ readonly attached: boolean }>> {
  const { reviewId } = detail.review
  const act = [c.get('runtime'), actorOf(c)] as const
  const words = { reviewId, ...domainInput(typed, domain, c.get('language')) }
  const saved = await perform(...act, saveDomain, words, originOf(c))
  if (!saved.ok) return saved
  const refusals: Refusal[] = []
  for (const prompt of domain.prompts) {
    const file = files.get(FIELD.file(prompt.id))
    if (!file) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const input = { reviewId, promptId: prompt.id, fileName: file.name, bytes }
    const attached = await perform(...act, attachFile, input, originOf(c))
    if (!attached.ok) refusals.push({ ...attached.refusal, field: FIELD.file(prompt.id) })
  }
  if (hasNewAction(typed)) {
    const added = await addAction(c, reviewId, domain, typed)
    if (!added.ok) refusals.push(...allRefusals(added.refusal))
  }
  const wrong = together(refusals)
  return wrong ? refused(wrong) : accepted({ attached: files.size > 0 })
}

async function addAction(c: Context<Env>, reviewId: number, domain: DomainContent, typed: Typed) {
  const due = readTypedDate(typed, 'dueOn', DUE_LABEL)
  if (!due.ok) return due
  if (!due.value) return refused({ kind: 'invalid', code: 'date-missing', field: 'dueOn', message: ENTER_DUE })
  const { what, owner } = typed
  const input = { reviewId, domainId: domain.id, language: c.get('language'), what, owner, dueOn: due.value.toString() }
  return perform(c.get('runtime'), actorOf(c), addFollowUp, input, originOf(c))
}

const DUE_LABEL: Bilingual = { en: text.en.due, cy: text.cy.due }
const ENTER_DUE: Bilingual = { en: text.en.enterDue, cy: text.cy.enterDue }

function nextPath({ detail, domain }: FoundDomain, next: string | undefined): string {
  const { domains } = detail.report
  const following = domains[domains.findIndex(({ id }) => id === domain.id) + 1]
  if (next === 'domain' && following) return reviewPaths.domain(detail.review.reviewId, following.id)
  return next === 'stay'
    ? reviewPaths.domain(detail.review.reviewId, domain.id)
    : reviewPaths.review(detail.review.reviewId)
}

async function showDomain(c: Context<Env>, typed: Typed | undefined, refusal: Refusal | undefined): Promise<Response> {
  // Read again: after a clash the page shows what somebody else saved.
  const found = await findDomain(c)
  if (!found.ok) return found.answer
  const refusals = refusal ? allRefusals(refusal) : []
  const clashes = new Set(refusals.flatMap((r) => (r.kind === 'stale' && r.field ? [r.field] : [])))
  const errors = refusal ? fieldErrors(c.get('language'), refusal) : []
  const seesNewest = clashes.size > 0 || refusals.every((r) => isAfterTheWords(r.field))
  return c.html(
    <DomainPage c={c} found={found} typed={typed} errors={errors} clashes={clashes} seesNewest={seesNewest} />,
    refusals[0] ? STATUS_OF[refusals[0].kind] : 200,
  )
}

type DomainPageProps = {
  readonly c: Context<Env>
  readonly found: FoundDomain
  readonly typed: Typed | undefined
  readonly errors: readonly FieldError[]
  readonly clashes: ReadonlySet<string>
  /** The words on the page are the newest, or stand beside them. */
  readonly seesNewest: boolean
}

const DomainPage: FC<DomainPageProps> = ({ c, found, typed, errors, clashes, seesNewest }) => {
  const language = c.get('language')
  const t = text[language]
  const { detail, domain } = found
  const { review, report } = detail
  const behind = detail.may.explain ? { contractIds: review.contractIds, period: periodOf(report) } : undefined
  const about = { language, detail, domain }
  const fields = { language, detail, behind, typed, errors, clashes }
  return (
    <Page
      frame={c.get('frame')}
      title={domain.title[language]}
      lead={domain.describes[language]}
      above={review.name}
      breadcrumbs={[
        { label: t.reviews, href: reviewPaths.reviews() },
        { label: review.name, href: reviewPaths.review(review.reviewId) },
      ]}
      errors={errors}
    >
      {!detail.may.write && review.state !== 'draft' && <Notice kind="attention">{t.readOnly}</Notice>}
      <Adjustment for="no" href={measurePaths.compare()} />
      <ScaleMeanings language={language} report={report} />
      {detail.may.write ? (
        <Form
          action={reviewPaths.domain(review.reviewId, domain.id)}
          upload
          hidden={versionsShown(domain, typed, seesNewest)}
        >
          {domain.prompts.map((prompt) => (
            <PromptFields {...fields} prompt={prompt} />
          ))}
          <NoteFields {...about} typed={typed} errors={errors} clashes={clashes} />
          <ActionFields {...about} typed={typed} errors={errors} />
          <ButtonGroup>
            <Button name="next" value="domain">
              {isLast(found) ? t.saveAndBack : t.saveAndNext}
            </Button>
            <Button kind="secondary" name="next" value="stay">
              {t.save}
            </Button>
          </ButtonGroup>
        </Form>
      ) : (
        <>
          {domain.prompts.map((prompt) => (
            <PromptFields {...fields} prompt={prompt} />
          ))}
          <ActionList {...about} />
        </>
      )}
      <p class="govuk-body govuk-hint">{t.source(`${report.framework.source.title}. ${domain.paragraph}`)}</p>
    </Page>
  )
}

function isLast({ detail, domain }: FoundDomain): boolean {
  return detail.report.domains.at(-1)?.id === domain.id
}
