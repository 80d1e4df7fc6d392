/** The worklist: a picture of what waits, then each kind with the people it is about. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { showCounted } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { BarChart, DataTable, Link, Page, Section } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { SITUATION_NAMES } from '../situation/situation.ts'
import { WorkViews } from './work-views.tsx'
import { openWorklist, type Worklist } from './worklist.actions.ts'
import { text } from './worklist.text.ts'
import { SHOWN_OF_ONE, WORK_KIND_NAMES, type WorkGroup, type WorkItem, type WorkKind } from './worklist.ts'

export function worklistPages(doors: Doors): void {
  doors.get(carePlanningPaths.worklist(), 'people:change', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openWorklist, c.req.query(), originOf(c))
    return result.ok ? c.html(<WorklistPage c={c} list={result.value} />) : answerRefusal(c, result.refusal)
  })
}

const hrefOf = (list: Worklist, kind?: WorkKind) =>
  `${carePlanningPaths.worklist()}?whose=${list.whose}${kind ? `&kind=${kind}` : ''}`

const WorklistPage = ({ c, list }: { c: Context<Env>; list: Worklist }) => {
  const language = c.get('language')
  const t = text[language]
  const totalOf = (kind: WorkKind) => list.groups.find((group) => group.kind === kind)?.total ?? 0
  const waiting = list.groups.filter(({ total }) => total > 0)
  return (
    <Page
      frame={c.get('frame')}
      title={list.whose === 'mine' ? t.title : t.everyone}
      lead={list.kind ? WORK_KIND_NAMES[list.kind][language] : t.lead(totalOf('overdue'), totalOf('changed'))}
      breadcrumbs={list.kind ? [{ label: t.title, href: hrefOf(list) }] : []}
    >
      <WorkViews
        language={language}
        current={list.kind ? undefined : list.whose}
        unallocated={list.unallocated}
        worker={list.isWorker}
      />
      {!list.isWorker && <p>{t.notWorker}</p>}
      {waiting.length === 0 && <p>{t.nothing}</p>}
      {!list.kind && waiting.length > 0 && (
        <BarChart
          title={t.picture}
          rows={waiting.map(({ kind, total }) => ({
            label: WORK_KIND_NAMES[kind][language],
            value: Math.min(total, SHOWN_OF_ONE),
            href: `#${kind}`,
          }))}
          withoutTable
        />
      )}
      {waiting.map((group) => (
        <Section title={WORK_KIND_NAMES[group.kind][language]} id={group.kind}>
          <Group c={c} list={list} group={group} />
        </Section>
      ))}
    </Page>
  )
}

const Group = ({ c, list, group }: { c: Context<Env>; list: Worklist; group: WorkGroup }) => {
  const language = c.get('language')
  const t = text[language]
  return (
    <>
      <DataTable
        caption={WORK_KIND_NAMES[group.kind][language]}
        captionHidden
        cards
        rows={group.items}
        empty={t.nothing}
        even
        columns={[
          {
            key: 'name',
            header: t.name,
            rowHeader: true,
            cell: (item) => <Link href={carePlanningPaths.person(item.personId)}>{calledName(item)}</Link>,
          },
          { key: 'on', header: t.when[group.kind], cell: (item) => showDay(language, item.on) },
          {
            key: 'what',
            header: t.what,
            cell: (item) => <About language={language} item={item} />,
          },
          {
            key: 'do',
            header: t.next,
            cell: (item) => (
              <Link href={placeOf(item)} about={`: ${calledName(item)}`}>
                {t.do[item.kind]}
              </Link>
            ),
          },
        ]}
      />
      {!list.kind && group.total > group.items.length && (
        <p>
          <Link href={hrefOf(list, group.kind)}>{t.all(showCounted(language, group.total, SHOWN_OF_ONE))}</Link>
        </p>
      )}
    </>
  )
}

/** What changed, or the first outcome in the person's own words and how many more there are. */
const About = ({ language, item }: { language: Language; item: WorkItem }) => {
  const t = text[language]
  if (item.situation)
    return (
      <>
        {SITUATION_NAMES[item.situation][language]}
        {t.times(item.count)}
      </>
    )
  if (item.kind === 'no-word') return <>{t.reviewed(item.count)}</>
  if (!item.words) return <>{item.kind === 'open-review' ? t.review : t.plan}</>
  return (
    <>
      <span lang={item.words.language}>{item.words.text}</span>
      {item.count > 1 && ` ${t.andMore(item.count - 1)}`}
    </>
  )
}

/** Where the work is done. */
function placeOf({ kind, personId }: WorkItem): string {
  switch (kind) {
    case 'overdue':
    case 'due-soon':
    case 'changed':
    case 'open-review':
      return carePlanningPaths.reviewMeetings(personId)
    case 'wish':
      return carePlanningPaths.outcomes(personId)
    case 'draft-plan':
    case 'offered-plan':
      return carePlanningPaths.plan(personId)
    case 'no-word':
      return carePlanningPaths.person(personId)
  }
}
