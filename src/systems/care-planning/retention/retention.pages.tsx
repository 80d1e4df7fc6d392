/** Records whose time comes: a list to decide from. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { calledName, fullName } from '../../../kernel/person-name.ts'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { DataTable, Link, ListTools, Notice, Page, Pagination, Section, Tag } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { browseRetention, type RecordKept, type RetentionList } from './retention.actions.ts'
import { text } from './retention.text.ts'
import { RECORDS_PER_PAGE } from './retention.ts'

export function retentionPages(doors: Doors): void {
  doors.get(carePlanningPaths.retention(), 'people:copy', async (c) => {
    const format = wantedExport(c)
    const result = await perform(c.get('runtime'), actorOf(c), browseRetention, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (!format) return c.html(<RetentionPage c={c} list={result.value} />)
    return listExport(c, format, {
      name: { en: text.en.title, cy: text.cy.title },
      columns: FILE_COLUMNS,
      rows: result.value.records,
    })
  })
}

const RetentionPage = ({ c, list }: { c: Context<Env>; list: RetentionList }) => {
  const language = c.get('language')
  const t = text[language]
  const { records, query } = list
  const href = (asked: Readonly<Record<string, string>>) =>
    `${carePlanningPaths.retention()}?${new URLSearchParams(asked)}`
  const pages = Math.max(1, Math.ceil(Math.min(records.length, COUNTED_UP_TO) / RECORDS_PER_PAGE))
  return (
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={t.lead(list.due)}
      breadcrumbs={[{ label: { en: 'People', cy: 'Pobl' }[language], href: carePlanningPaths.people() }]}
    >
      {list.hold && <Notice kind="attention" title={list.hold[language]} />}
      <p>{t.about}</p>
      {records.length > 0 && (
        <ListTools
          action={carePlanningPaths.retention()}
          exports={[
            { label: t.csv, href: href({ export: 'csv' }) },
            { label: t.xlsx, href: href({ export: 'xlsx' }) },
          ]}
        />
      )}
      <DataTable
        caption={t.title}
        captionHidden
        cards
        rows={records.slice((query.page - 1) * RECORDS_PER_PAGE, query.page * RECORDS_PER_PAGE)}
        empty={list.firstOn ? t.noneFirst(showDay(language, list.firstOn)) : t.none}
        columns={[
          {
            key: 'person',
            header: t.person,
            rowHeader: true,
            cell: (one) => <Link href={carePlanningPaths.personRecord(one.personId)}>{calledName(one)}</Link>,
          },
          { key: 'ref', header: t.ref, cell: (one) => one.ref },
          { key: 'ended', header: t.ended, cell: (one) => one.endedOn && showDay(language, one.endedOn) },
          { key: 'last', header: t.last, cell: (one) => one.lastOn && showDay(language, one.lastOn) },
          {
            key: 'until',
            header: t.until,
            cell: (one) => (
              <>
                {one.kept.until && showDay(language, one.kept.until)}{' '}
                {one.kept.isDue && <Tag tone="attention">{t.due}</Tag>}
              </>
            ),
          },
          { key: 'why', header: t.why, cell: (one) => one.kept.because[language] },
        ]}
      />
      <Pagination page={query.page} pages={pages} href={(page) => href({ page: String(page) })} />
      <Section title={t.source}>
        <p lang="en">
          {list.source.title}
          {list.source.link && (
            <>
              {' '}
              <a class="govuk-link" href={list.source.link}>
                {new URL(list.source.link).hostname}
              </a>
            </>
          )}
        </p>
      </Section>
    </Page>
  )
}

const heading = (key: 'person' | 'ref' | 'ended' | 'last' | 'until' | 'why') => ({ en: text.en[key], cy: text.cy[key] })
const FILE_COLUMNS: readonly FileColumn<RecordKept>[] = [
  { header: heading('ref'), value: (one) => one.ref },
  { header: heading('person'), value: (one) => fullName(one), width: 30 },
  { header: heading('ended'), value: (one) => one.endedOn },
  { header: heading('last'), value: (one) => one.lastOn },
  { header: heading('until'), value: (one) => one.kept.until },
  { header: heading('why'), value: (one, language) => one.kept.because[language], width: 60 },
]
