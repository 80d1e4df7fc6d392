/** Caseloads: who carries how much, whose people they are, and giving somebody to another worker. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { COUNTED_UP_TO, showNumber } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  BarChart,
  Button,
  DataTable,
  DateInput,
  Form,
  Link,
  ListTools,
  Page,
  Pagination,
  Section,
  Select,
  SummaryList,
  TextArea,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { WorkViews } from '../worklist/work-views.tsx'
import { type AllocationView, allocate, type CaseloadView, openAllocation, openCaseload } from './caseload.actions.ts'
import { text } from './caseload.text.ts'
import { CASELOAD_PER_PAGE, evenShare, totalOf, type WorkerLoad } from './caseload.ts'

export function caseloadPages(doors: Doors): void {
  doors.get(carePlanningPaths.caseload(), 'caseload:manage', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openCaseload, c.req.query(), originOf(c))
    return result.ok ? c.html(<Caseload c={c} view={result.value} />) : answerRefusal(c, result.refusal)
  })
  const path = carePlanningPaths.allocation(':personId')
  doors.get(path, 'caseload:manage', (c) => showAllocation(c, EMPTY))
  doors.post(path, 'caseload:manage', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param(), startsOn: typedIsoDay(typed, 'startsOn') }
    const result = await perform(c.get('runtime'), actorOf(c), allocate, input, originOf(c))
    return answerForm(c, result, {
      done: ({ personId }) => ({
        path: carePlanningPaths.person(personId),
        message: { en: text.en.saved, cy: text.cy.saved },
      }),
      again: (refusal) => showAllocation(c, { typed, refusal }),
    })
  })
}

async function showAllocation(c: Context<Env>, filled: Filled): Promise<Response> {
  const input = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), openAllocation, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(
    <AllocationForm c={c} view={result.value} filled={filled} />,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

const Caseload = ({ c, view }: { c: Context<Env>; view: CaseloadView }) => {
  const language = c.get('language')
  const t = text[language]
  const total = totalOf(view.loads)
  const shown = view.loads.find(({ workerId }) => workerId === view.query.worker)
  return (
    <Page frame={c.get('frame')} title={t.title} lead={t.lead(total.people, view.loads.length, total.overdue)}>
      <WorkViews
        language={language}
        current={view.query.unallocated ? 'unallocated' : 'caseload'}
        unallocated={view.unallocated}
      />
      {view.teams.length > 1 && <TeamChoice c={c} view={view} />}
      {view.loads.length === 0 ? <p>{t.none}</p> : <Loads c={c} view={view} />}
      {view.shown && (
        <Section title={shown ? t.peopleOf(shown.name) : t.unallocatedTitle} id="people">
          <People c={c} view={view} />
        </Section>
      )}
    </Page>
  )
}

const TeamChoice = ({ c, view }: { c: Context<Env>; view: CaseloadView }) => {
  const t = text[c.get('language')]
  return (
    <ListTools action={carePlanningPaths.caseload()} filtered={view.query.team !== ''}>
      <Select
        name="team"
        label={t.team}
        value={view.team}
        empty={view.team ? false : t.everyTeam}
        options={view.teams.map(({ name, workers }) => ({ value: name, label: t.teamOf(name, workers) }))}
      />
    </ListTools>
  )
}

const Loads = ({ c, view }: { c: Context<Env>; view: CaseloadView }) => {
  const language = c.get('language')
  const t = text[language]
  const most = view.loads.toSorted((a, b) => b.people - a.people)[0]
  const href = (load: WorkerLoad) => `${carePlanningPaths.caseload()}?worker=${load.workerId}#people`
  return (
    <>
      <BarChart
        title={t.picture}
        meaning={most && t.meaning(most.name, most.people, showNumber(language, evenShare(view.loads) ?? 0, 0))}
        part={t.ofHigherNeed}
        reference={{ label: t.evenly, value: Math.round(evenShare(view.loads) ?? 0) }}
        rows={view.loads
          .toSorted((a, b) => b.people - a.people)
          .map((load) => ({ label: load.name, value: load.people, part: load.higherNeed, href: href(load) }))}
        withoutTable
      />
      <DataTable
        caption={t.picture}
        captionHidden
        cards
        rows={view.loads}
        empty={t.none}
        columns={[
          {
            key: 'worker',
            header: t.worker,
            rowHeader: true,
            cell: (load) => <Link href={href(load)}>{load.name}</Link>,
          },
          { key: 'team', header: t.team, cell: (load) => load.team },
          { key: 'people', header: t.people, numeric: true, cell: (load) => load.people },
          { key: 'need', header: t.higherNeed, numeric: true, cell: (load) => load.higherNeed },
          { key: 'overdue', header: t.overdue, numeric: true, cell: (load) => load.overdue },
          { key: 'due', header: t.dueSoon, numeric: true, cell: (load) => load.dueSoon },
          { key: 'changed', header: t.changed, numeric: true, cell: (load) => load.situations },
        ]}
      />
    </>
  )
}

const People = ({ c, view }: { c: Context<Env>; view: CaseloadView }) => {
  const language = c.get('language')
  const t = text[language]
  const { query, shown } = view
  const asked = query.unallocated ? 'unallocated=yes' : `worker=${query.worker}`
  return (
    <>
      <DataTable
        caption={t.people}
        captionHidden
        cards
        rows={shown?.people ?? []}
        empty={t.nobody}
        columns={[
          {
            key: 'name',
            header: t.name,
            rowHeader: true,
            cell: (person) => <Link href={carePlanningPaths.person(person.personId)}>{calledName(person)}</Link>,
          },
          { key: 'area', header: t.area, cell: (person) => view.areas.get(person.areaId)?.name[language] },
          { key: 'since', header: t.since, cell: (person) => person.since && showDay(language, person.since) },
          {
            key: 'due',
            header: t.nextDue,
            cell: (person) => person.nextDueOn && showDay(language, person.nextDueOn),
          },
          { key: 'outcomes', header: t.outcomes, numeric: true, cell: (person) => person.liveOutcomes },
          {
            key: 'do',
            header: t.allocate,
            cell: (person) => (
              <Link href={carePlanningPaths.allocation(person.personId)} about={`: ${calledName(person)}`}>
                {query.unallocated ? t.allocate : t.reassign}
              </Link>
            ),
          },
        ]}
      />
      <Pagination
        page={query.page}
        pages={Math.max(1, Math.ceil(Math.min(shown?.total ?? 0, COUNTED_UP_TO) / CASELOAD_PER_PAGE))}
        href={(page) => `${carePlanningPaths.caseload()}?${asked}&page=${page}#people`}
      />
    </>
  )
}

const AllocationForm = ({ c, view, filled }: { c: Context<Env>; view: AllocationView; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const open = view.allocations.find(({ endsOn }) => endsOn === null)
  const before = view.allocations.filter(({ endsOn }) => endsOn !== null)
  const seen = filled.refusal?.kind === 'stale' ? undefined : filled.typed.seen
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="overview"
      title={t.allocateTitle}
      lead={open ? t.withNow(open.workerName, showDay(language, open.startsOn)) : t.withNobody}
      errors={fields.errors}
    >
      <Form hidden={{ seen: seen ?? open?.allocationId ?? 0 }}>
        <Select
          {...fields.at('workerId')}
          label={t.toWhom}
          labelSize="m"
          options={view.workers
            .filter(({ workerId }) => workerId !== open?.workerId)
            .map(({ workerId, name, team }) => ({ value: String(workerId), label: `${name}, ${team}` }))}
        />
        <DateInput {...fields.dateAt('startsOn', view.today)} label={t.from} labelSize="m" />
        <TextArea {...fields.at('note')} label={t.note} hint={t.noteHint} rows={4} maxLength={4000} />
        <Button>{t.save}</Button>
      </Form>
      {before.length > 0 && (
        <Section title={t.before}>
          <SummaryList
            rows={before.map((one) => ({
              key: one.workerName,
              value: `${showDay(language, one.startsOn)} – ${one.endsOn ? showDay(language, one.endsOn) : ''}${one.note ? `. ${one.note}` : ''}`,
            }))}
          />
        </Section>
      )}
    </PersonFrame>
  )
}
