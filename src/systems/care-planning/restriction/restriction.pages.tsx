/** Restricting a record, the stub that stands in its place, and opening it for a reason. */
import type { Context } from 'hono'
import { showDay, showInstant } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { Button, DataTable, Form, Page, Section, SummaryList, TextArea } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import {
  findClosedRecord,
  liftRestriction,
  openClosedRecord,
  openRestriction,
  type RestrictionView,
  restrictRecord,
} from './restriction.actions.ts'
import { text } from './restriction.text.ts'
import type { ClosedRecord } from './restriction.ts'

export function restrictionPages(doors: Doors): void {
  const path = carePlanningPaths.restriction(':personId')
  doors.get(path, 'people:change', (c) => show(c, EMPTY))
  for (const [address, action, done] of [
    [path, restrictRecord, 'restricted'],
    [`${path}/end`, liftRestriction, 'lifted'],
  ] as const)
    doors.post(address, 'people:change', async (c) => {
      const typed = await typedIn(c)
      const input = { ...typed, ...c.req.param() }
      const acting = action as Action<unknown, { personId: number }>
      const result = await perform(c.get('runtime'), actorOf(c), acting, input, originOf(c))
      return answerForm(c, result, {
        done: () => ({
          path: carePlanningPaths.restriction(personIdOf(c)),
          message: { en: text.en[done], cy: text.cy[done] },
        }),
        again: (refusal) => show(c, { typed, refusal }),
      })
    })
  const closed = carePlanningPaths.openRestricted(':personId')
  doors.get(closed, 'people:restricted', (c) => showClosed(c, EMPTY))
  doors.post(closed, 'people:restricted', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), openClosedRecord, input, originOf(c))
    return answerForm(c, result, {
      done: ({ personId }) => ({
        path: carePlanningPaths.person(personId),
        message: { en: text.en.opened, cy: text.cy.opened },
      }),
      again: (refusal) => showClosed(c, { typed, refusal }),
    })
  })
}

const personIdOf = (c: Context<Env>) => c.req.param('personId') ?? ''
const status = ({ refusal }: Filled) => (refusal ? STATUS_OF[refusal.kind] : 200)

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), openRestriction, { personId: personIdOf(c) }, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<RestrictionPage c={c} view={result.value} filled={filled} />, status(filled))
}

async function showClosed(c: Context<Env>, filled: Filled): Promise<Response> {
  const input = { personId: personIdOf(c) }
  const result = await perform(c.get('runtime'), actorOf(c), findClosedRecord, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<ClosedPage c={c} closed={result.value} filled={filled} />, status(filled))
}

const RestrictionPage = ({ c, view, filled }: { c: Context<Env>; view: RestrictionView; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const open = view.restrictions.find(({ endedOn }) => endedOn === null)
  const path = carePlanningPaths.restriction(view.person.personId)
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="record"
      title={t.title}
      lead={open ? t.lead(view.workerName) : t.leadOpen}
      errors={fields.errors}
    >
      {open ? (
        <Form action={`${path}/end`}>
          <Button kind="warning">{t.lift}</Button>
        </Form>
      ) : (
        <Form>
          <TextArea {...fields.at('reason')} label={t.why} labelSize="m" hint={t.whyHint} rows={3} maxLength={1000} />
          <Button>{t.restrict}</Button>
        </Form>
      )}
      {view.restrictions.length > 0 && (
        <Section title={t.history}>
          <SummaryList
            rows={view.restrictions.map((one) => ({
              key: t.since(one.restrictedBy, showDay(language, one.restrictedOn)),
              value: [
                one.reason,
                ...(one.endedOn && one.endedBy ? [t.ended(one.endedBy, showDay(language, one.endedOn))] : []),
              ].join('. '),
            }))}
          />
        </Section>
      )}
      <Section title={t.openings}>
        <DataTable
          caption={t.openings}
          captionHidden
          rows={view.openings}
          empty={t.none}
          columns={[
            { key: 'who', header: t.who, rowHeader: true, cell: (one) => one.openedBy },
            { key: 'when', header: t.when, cell: (one) => showInstant(language, one.openedAt) },
            { key: 'reason', header: t.reason, cell: (one) => one.reason },
          ]}
        />
      </Section>
    </PersonFrame>
  )
}

const ClosedPage = ({ c, closed, filled }: { c: Context<Env>; closed: ClosedRecord; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <Page
      frame={c.get('frame')}
      title={t.closedTitle}
      above={`${calledName(closed)} · ${closed.ref}`}
      lead={t.closedLead}
      errors={fields.errors}
    >
      <Form>
        <TextArea {...fields.at('reason')} label={t.myReason} labelSize="m" rows={3} maxLength={1000} />
        <Button>{t.open}</Button>
      </Form>
    </Page>
  )
}
