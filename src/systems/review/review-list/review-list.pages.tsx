/** The list of reviews: where each stands, and the way to start one. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { dayOf, showDay, showPeriod } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  ButtonGroup,
  type Column,
  DataTable,
  Link,
  ListTools,
  Page,
  Pagination,
  Select,
  Tag,
  type TagTone,
  TextInput,
} from '../../../ui/index.ts'
import { reviewPaths } from '../paths.ts'
import { REVIEWS_PER_PAGE, type ReviewLine, readReviews } from '../report/report.actions.ts'
import { REVIEW_STATES, type ReviewState } from '../review-life/review-life.ts'
import { text } from './review-list.text.ts'

type Query = {
  readonly state?: ReviewState | undefined
  readonly search?: string | undefined
  readonly contract?: string | undefined
  readonly page: number
}

export function reviewListPages(doors: Doors): void {
  doors.get(reviewPaths.reviews(), 'reviews:read', async (c) => {
    const query = queryOf(c)
    const format = wantedExport(c)
    const { state, search, contract, page } = query
    const input = { state, search, contractId: contract, ...(format ? {} : { page }) }
    const result = await perform(c.get('runtime'), actorOf(c), readReviews, input, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (format)
      return listExport(c, format, {
        name: { en: text.en.title, cy: text.cy.title },
        columns: FILE_COLUMNS,
        rows: result.value.reviews,
      })
    return c.html(<ReviewsPage c={c} query={query} {...result.value} />)
  })
}

function queryOf(c: Context<Env>): Query {
  const page = Number(c.req.query('page') ?? 1)
  return {
    state: REVIEW_STATES.find((known) => known === c.req.query('state')),
    search: c.req.query('search') || undefined,
    contract: c.req.query('contract') || undefined,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

function listHref(query: Query, change: Readonly<Record<string, string | number>>): string {
  const asked = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined)
  return `${reviewPaths.reviews()}?${new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))}`
}

type ReviewsPageProps = {
  readonly c: Context<Env>
  readonly query: Query
  readonly reviews: readonly ReviewLine[]
  readonly total: number
  readonly counts: Readonly<Record<ReviewState, number>>
}

const ReviewsPage = ({ c, query, reviews, total, counts }: ReviewsPageProps) => {
  const language = c.get('language')
  const t = text[language]
  const filtered = Boolean(query.state ?? query.search ?? query.contract)
  return (
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={filtered ? t.count(total) : t.lead(counts.draft, counts['awaiting-signature'], counts.signed)}
    >
      <ButtonGroup>
        {may(actorOf(c), 'reviews:write') && <Button href={reviewPaths.start()}>{t.start}</Button>}
        <Link href={reviewPaths.followUps()}>{t.actions}</Link>
      </ButtonGroup>
      <ListTools
        action={reviewPaths.reviews()}
        count={t.count(total)}
        filtered={Boolean(query.state ?? query.contract)}
        searched={Boolean(query.search)}
        search={<TextInput name="search" label={t.search} value={query.search} type="search" />}
        hidden={query.contract ? { contract: query.contract } : {}}
        exports={[
          { label: t.csv, href: listHref(query, { export: 'csv' }) },
          { label: t.xlsx, href: listHref(query, { export: 'xlsx' }) },
        ]}
      >
        <Select
          name="state"
          label={t.state}
          value={query.state ?? ''}
          empty={t.all}
          options={REVIEW_STATES.map((value) => ({ value, label: t.states[value] }))}
        />
      </ListTools>
      <DataTable
        caption={t.title}
        captionHidden
        cards
        columns={columns(language)}
        rows={reviews}
        empty={filtered ? t.noneFound : t.none}
      />
      <Pagination
        page={query.page}
        pages={Math.max(1, Math.ceil(total / REVIEWS_PER_PAGE))}
        href={(page) => listHref(query, { page })}
      />
    </Page>
  )
}

export const STATE_TONES = {
  draft: 'plain',
  'awaiting-signature': 'attention',
  signed: 'done',
  withdrawn: 'plain',
} as const satisfies Record<ReviewState, TagTone>

function columns(language: Language): readonly Column<ReviewLine>[] {
  const t = text[language]
  return [
    {
      key: 'name',
      header: t.columns.name,
      rowHeader: true,
      cell: (review) => (
        <Link href={reviewPaths.review(review.reviewId)} lang={otherThan(language, review.language)}>
          {review.name}
        </Link>
      ),
    },
    { key: 'covers', header: t.columns.covers, cell: (review) => covers(language, review) },
    { key: 'period', header: t.columns.period, cell: (review) => showPeriod(language, review.period) },
    {
      key: 'state',
      header: t.columns.state,
      cell: (review) => <Tag tone={STATE_TONES[review.state]}>{t.states[review.state]}</Tag>,
    },
    {
      key: 'progress',
      header: t.columns.progress,
      numeric: true,
      cell: (review) => t.progress(review.answered, review.asked),
    },
    {
      key: 'actions',
      header: t.columns.actions,
      numeric: true,
      cell: (review) => (
        <>
          {review.actions}
          {review.lateActions > 0 && ` (${t.late(review.lateActions)})`}
        </>
      ),
    },
    {
      key: 'signed',
      header: t.columns.signedAt,
      cell: (review) => (review.signedAt ? showDay(language, dayOf(review.signedAt)) : '–'),
    },
  ]
}

function covers(language: Language, review: ReviewLine): string {
  const t = text[language]
  const [only, ...more] = review.contracts
  if (review.contractIds.length === 0) return t.wholeAuthority
  return only && more.length === 0 ? `${only.title[language]} (${only.provider})` : t.contracts(review.contracts.length)
}

/** Marks words as being in another language than the page. */
function otherThan(page: Language, words: Language): Language | undefined {
  return page === words ? undefined : words
}

const header = (key: keyof (typeof text)['en']['columns']): Bilingual => ({
  en: text.en.columns[key],
  cy: text.cy.columns[key],
})

const FILE_COLUMNS: readonly FileColumn<ReviewLine>[] = [
  { header: header('name'), value: (review) => review.name, width: 40 },
  { header: header('framework'), value: (review, language) => review.frameworkTitle[language], width: 30 },
  { header: header('covers'), value: (review, language) => covers(language, review), width: 40 },
  { header: header('from'), value: (review) => review.period.from },
  { header: header('to'), value: (review) => review.period.to },
  { header: header('state'), value: (review, language) => text[language].states[review.state], width: 22 },
  { header: header('progress'), value: (review, language) => text[language].progress(review.answered, review.asked) },
  { header: header('actions'), value: (review) => review.actions, format: '0' },
  { header: header('startedBy'), value: (review) => review.startedBy, width: 24 },
  { header: header('startedAt'), value: (review) => review.startedAt },
  { header: header('signedBy'), value: (review) => review.signedBy, width: 24 },
  { header: header('signedAt'), value: (review) => review.signedAt },
]
