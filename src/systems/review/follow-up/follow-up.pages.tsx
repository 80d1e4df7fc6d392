/** The actions of all signed reviews, what is late among them, and how each stands. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { day, showDay } from '../../../kernel/period.ts'
import { allRefusals, type Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  ButtonGroup,
  type Column,
  DataTable,
  errorAt,
  Form,
  fieldErrors,
  Link,
  ListTools,
  Page,
  Pagination,
  Radios,
  Select,
  Tag,
  TextArea,
} from '../../../ui/index.ts'
import { reviewPaths } from '../paths.ts'
import { actionsOf } from '../report/report.ts'
import { findReviewFor, readTyped, type Typed } from '../review-life/find-review.door.ts'
import { closeFollowUp, type FollowUpLine, readFollowUps, removeFollowUpFromDraft } from './follow-up.actions.ts'
import { text } from './follow-up.text.ts'
import { FOLLOW_UP_STATES } from './follow-up.ts'

const ACTIONS_PER_PAGE = 50

const WANTED = ['late', ...FOLLOW_UP_STATES] as const

export function followUpPages(doors: Doors): void {
  doors.get(reviewPaths.followUps(), 'reviews:read', showList)
  doors.get(reviewPaths.followUp(':actionId'), 'reviews:write', (c) => showOne(c, undefined, undefined))
  doors.post(reviewPaths.followUp(':actionId'), 'reviews:write', async (c) => {
    const { typed } = await readTyped(c)
    const input = { ...typed, actionId: c.req.param('actionId') }
    const result = await perform(c.get('runtime'), actorOf(c), closeFollowUp, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: reviewPaths.followUps(), message: { en: text.en.saved, cy: text.cy.saved } }),
      again: (refusal) => showOne(c, typed, refusal),
    })
  })
  removalPages(doors)
}

async function showList(c: Context<Env>): Promise<Response> {
  const state = WANTED.find((known) => known === c.req.query('state'))
  const owner = c.req.query('owner')
  const input = { ...(state ? { state } : {}), ...(owner ? { owner } : {}) }
  const result = await perform(c.get('runtime'), actorOf(c), readFollowUps, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const { followUps, open, late } = result.value
  const format = wantedExport(c)
  if (format)
    return listExport(c, format, {
      name: { en: text.en.title, cy: text.cy.title },
      columns: FILE_COLUMNS,
      rows: followUps,
    })
  const asked = Number(c.req.query('page') ?? 1)
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const language = c.get('language')
  const t = text[language]
  const exportHref = (wanted: string) =>
    `${reviewPaths.followUps()}?${new URLSearchParams({ ...input, export: wanted })}`
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={t.lead(open, late)}
      breadcrumbs={[{ label: t.reviews, href: reviewPaths.reviews() }]}
    >
      <ListTools
        action={reviewPaths.followUps()}
        count={t.count(followUps.length)}
        filtered={Boolean(state ?? owner)}
        exports={[
          { label: t.csv, href: exportHref('csv') },
          { label: t.xlsx, href: exportHref('xlsx') },
        ]}
      >
        <Select
          name="state"
          label={t.state}
          value={state ?? ''}
          empty={t.all}
          options={WANTED.map((value) => ({ value, label: t.states[value] }))}
        />
      </ListTools>
      <DataTable
        caption={t.title}
        captionHidden
        cards
        columns={columns(language, may(actorOf(c), 'reviews:write'))}
        rows={followUps.slice((page - 1) * ACTIONS_PER_PAGE, page * ACTIONS_PER_PAGE)}
        empty={(state ?? owner) ? t.noneFound : t.none}
      />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(followUps.length / ACTIONS_PER_PAGE))}
        href={(to) => `${reviewPaths.followUps()}?${new URLSearchParams({ ...input, page: String(to) })}`}
      />
    </Page>,
  )
}

function columns(language: Language, mayChange: boolean): readonly Column<FollowUpLine>[] {
  const t = text[language]
  return [
    {
      key: 'what',
      header: t.columns.what,
      rowHeader: true,
      cell: (line) =>
        mayChange ? (
          <Link href={reviewPaths.followUp(line.actionId)} lang={line.language}>
            {line.what}
          </Link>
        ) : (
          <span lang={line.language}>{line.what}</span>
        ),
    },
    { key: 'owner', header: t.columns.owner, cell: (line) => line.owner },
    { key: 'due', header: t.columns.due, cell: (line) => showDay(language, line.dueOn) },
    {
      key: 'state',
      header: t.columns.state,
      cell: (line) =>
        line.isLate ? (
          <Tag tone="attention">{t.states.late}</Tag>
        ) : (
          <Tag tone={line.state === 'done' ? 'done' : 'plain'}>{t.states[line.state]}</Tag>
        ),
    },
    {
      key: 'review',
      header: t.columns.review,
      cell: (line) => (
        <Link href={reviewPaths.report(line.reviewId)} lang={line.reviewLanguage}>
          {line.reviewName}
        </Link>
      ),
    },
  ]
}

const header = (key: keyof (typeof text)['en']['columns']): Bilingual => ({
  en: text.en.columns[key],
  cy: text.cy.columns[key],
})

const FILE_COLUMNS: readonly FileColumn<FollowUpLine>[] = [
  { header: header('what'), value: (line) => line.what, width: 60 },
  { header: header('owner'), value: (line) => line.owner, width: 24 },
  { header: header('due'), value: (line) => line.dueOn },
  { header: header('state'), value: (line, language) => text[language].states[line.isLate ? 'late' : line.state] },
  { header: header('closedOn'), value: (line) => line.closedOn },
  { header: header('note'), value: (line) => line.closingNote, width: 40 },
  { header: header('review'), value: (line) => line.reviewName, width: 40 },
]

async function showOne(c: Context<Env>, typed: Typed | undefined, refusal: Refusal | undefined): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), readFollowUps, {}, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const line = result.value.followUps.find((followUp) => String(followUp.actionId) === c.req.param('actionId'))
  if (!line) return answerRefusal(c, NO_ACTION)
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.change}
      lead={line.what}
      above={t.due(showDay(language, line.dueOn), line.owner)}
      breadcrumbs={[
        { label: t.reviews, href: reviewPaths.reviews() },
        { label: t.title, href: reviewPaths.followUps() },
      ]}
      errors={errors}
    >
      <Form action={reviewPaths.followUp(line.actionId)} hidden={{ version: line.version }}>
        <Radios
          name="state"
          label={t.stands}
          value={typed?.state ?? line.state}
          error={errorAt(errors, 'state')}
          options={FOLLOW_UP_STATES.map((value) => ({ value, label: t.states[value] }))}
        />
        <TextArea
          name="note"
          label={t.note}
          maxLength={2000}
          value={typed?.note ?? line.closingNote}
          error={errorAt(errors, 'note')}
        />
        <Button>{t.save}</Button>
      </Form>
    </Page>,
    refusal ? STATUS_OF[allRefusals(refusal)[0]!.kind] : 200,
  )
}

/** Taking an action out of a draft, after being asked. */
function removalPages(doors: Doors): void {
  const path = reviewPaths.removeFollowUp(':reviewId', ':actionId')
  doors.get(path, 'reviews:write', async (c) => {
    const found = await findReviewFor(c)
    if (!found.ok) return found.answer
    const { review, report } = found.detail
    const action = actionsOf(report).find(({ actionId }) => String(actionId) === c.req.param('actionId'))
    if (!action) return answerRefusal(c, NO_ACTION)
    const language = c.get('language')
    const t = text[language]
    return c.html(
      <Page
        frame={c.get('frame')}
        title={t.removeTitle}
        lead={action.what.text}
        above={t.due(showDay(language, day(action.dueOn)), action.owner)}
        breadcrumbs={[{ label: review.name, href: reviewPaths.review(review.reviewId) }]}
      >
        <Form action={reviewPaths.removeFollowUp(review.reviewId, action.actionId)}>
          <ButtonGroup>
            <Button kind="warning">{t.remove}</Button>
            <Link href={reviewPaths.domain(review.reviewId, action.domain.id)}>{t.back}</Link>
          </ButtonGroup>
        </Form>
      </Page>,
    )
  })
  doors.post(path, 'reviews:write', async (c) => {
    const reviewId = c.req.param('reviewId') ?? ''
    const result = await perform(c.get('runtime'), actorOf(c), removeFollowUpFromDraft, c.req.param(), originOf(c))
    return answerForm(c, result, {
      done: ({ domainId }) => ({
        path: reviewPaths.domain(reviewId, domainId),
        message: { en: text.en.removed, cy: text.cy.removed },
      }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
}

const NO_ACTION: Refusal = {
  kind: 'not-found',
  code: 'no-such-action',
  message: { en: 'There is no such action.', cy: 'Nid oes cam gweithredu o’r fath.' },
}
