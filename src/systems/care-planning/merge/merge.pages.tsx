/** "Is this person recorded twice?", the list of possible duplicates, and a merge that was made, with undoing it. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  DataTable,
  Form,
  Link,
  Notice,
  Page,
  Pagination,
  Section,
  SummaryList,
  TextArea,
  TextInput,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { text as frameText } from '../person/person-frame.text.ts'
import { PersonFrame } from '../person/person-frame.tsx'
import type { NamedRecord } from '../person/person-write.store.ts'
import { browseDuplicates, type DuplicatesPage, PAIRS_PER_PAGE } from './duplicates.actions.ts'
import { findOtherRecord, type MergeStart, openMergeStart } from './merge.actions.ts'
import { text } from './merge.text.ts'
import { type MergeView, openMerge, undoMerge } from './undo-merge.actions.ts'

export function mergePages(doors: Doors): void {
  doors.get(carePlanningPaths.duplicates(), 'people:merge', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseDuplicates, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return c.html(<Duplicates c={c} list={result.value} />)
  })
  const start = carePlanningPaths.mergePerson(':personId')
  doors.get(start, 'people:merge', (c) => showStart(c, EMPTY))
  doors.post(start, 'people:merge', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), findOtherRecord, input, originOf(c))
    return answerForm(c, result, {
      done: ({ otherId }) => ({ path: carePlanningPaths.mergeWith(c.req.param('personId') ?? '', otherId) }),
      again: (refusal) => showStart(c, { typed, refusal }),
    })
  })
  const merge = carePlanningPaths.personMerge(':personId', ':personMergeId')
  doors.get(merge, 'people:merge', (c) => showMerge(c, EMPTY))
  doors.post(merge, 'people:merge', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), undoMerge, input, originOf(c))
    return answerForm(c, result, {
      done: ({ personId }) => ({
        path: carePlanningPaths.mergePerson(personId),
        message: { en: text.en.undone, cy: text.cy.undone },
      }),
      again: (refusal) => showMerge(c, { typed, refusal }),
    })
  })
}

const status = ({ refusal }: Filled) => (refusal ? STATUS_OF[refusal.kind] : 200)

async function showStart(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), openMergeStart, c.req.param(), originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<Start c={c} start={result.value} filled={filled} />, status(filled))
}

async function showMerge(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), openMerge, c.req.param(), originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<Merge c={c} view={result.value} filled={filled} />, status(filled))
}

const nameOf = (one: NamedRecord) => `${one.givenName} ${one.familyName} (${one.ref})`

const Start = ({ c, start, filled }: { c: Context<Env>; start: MergeStart; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { personId } = start.person
  return (
    <PersonFrame c={c} person={start.person} current="record" title={t.start} lead={t.startLead} errors={fields.errors}>
      <Section title={t.alike}>
        {start.alike.length === 0 && <p>{t.noneAlike}</p>}
        <ul class="govuk-list">
          {start.alike.map((one) => (
            <li>
              <Link href={carePlanningPaths.mergeWith(personId, one.personId)}>{nameOf(one)}</Link>
              {one.bornOn && `, ${showDay(language, one.bornOn)}`}
            </li>
          ))}
        </ul>
        <Form>
          <TextInput {...fields.at('ref')} label={t.otherRef} width={10} />
          <Button kind="secondary">{t.look}</Button>
        </Form>
      </Section>
      <Section title={t.merges}>
        {start.merges.length === 0 && <p>{t.noMerges}</p>}
        <ul class="govuk-list">
          {start.merges.map((merge) => (
            <li>
              <Link href={carePlanningPaths.personMerge(personId, merge.personMergeId)}>
                {t.merged(merge.formerRef, merge.formerName)}
              </Link>
              <br />
              {t.mergedOn(showDay(language, merge.mergedOn), merge.mergedBy)}
              {merge.undone && ` · ${t.undoneOn(showDay(language, merge.undone.on), merge.undone.by)}`}
            </li>
          ))}
        </ul>
      </Section>
      {start.twoPeople.length > 0 && (
        <Section title={t.twoPeople}>
          <ul class="govuk-list">
            {start.twoPeople.map((said) => (
              <li>
                {said.other ? (
                  <Link href={carePlanningPaths.mergeWith(personId, said.other.personId)}>{nameOf(said.other)}</Link>
                ) : (
                  t.somebody
                )}
                <br />
                {t.saidOn(showDay(language, said.saidOn), said.saidBy, said.reason)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p>
        <Link href={carePlanningPaths.duplicates()}>{t.duplicates}</Link>
      </p>
    </PersonFrame>
  )
}

const Duplicates = ({ c, list }: { c: Context<Env>; list: DuplicatesPage }) => {
  const language = c.get('language')
  const t = text[language]
  const born = (one: NamedRecord) => (one.bornOn ? `, ${showDay(language, one.bornOn)}` : '')
  return (
    <Page
      frame={c.get('frame')}
      title={t.duplicates}
      lead={t.duplicatesLead(list.total)}
      breadcrumbs={[{ label: frameText[language].people, href: carePlanningPaths.people() }]}
    >
      <DataTable
        caption={t.duplicates}
        captionHidden
        rows={list.pairs}
        empty={t.duplicatesLead(0)}
        columns={[
          {
            key: 'pair',
            header: t.pair,
            rowHeader: true,
            cell: ({ one, other }) => (
              <>
                <Link href={carePlanningPaths.person(one.personId)}>{nameOf(one)}</Link>
                {born(one)}
                <br />
                <Link href={carePlanningPaths.person(other.personId)}>{nameOf(other)}</Link>
                {born(other)}
              </>
            ),
          },
          { key: 'why', header: t.why, cell: ({ likeness }) => t.likeness[likeness] },
          {
            key: 'compare',
            header: t.compare,
            cell: ({ one, other }) => (
              <Link href={carePlanningPaths.mergeWith(one.personId, other.personId)}>
                {t.compareOf(one.ref, other.ref)}
              </Link>
            ),
          },
        ]}
      />
      <Pagination
        page={list.page}
        pages={Math.max(1, Math.ceil(list.total / PAIRS_PER_PAGE))}
        href={(page) => `${carePlanningPaths.duplicates()}?page=${page}`}
      />
    </Page>
  )
}

const Merge = ({ c, view, filled }: { c: Context<Env>; view: MergeView; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { person, merge, hindrance } = view
  return (
    <PersonFrame
      c={c}
      person={person}
      current="record"
      title={t.mergeTitle(merge.formerRef, merge.standingRef)}
      between={[{ label: t.start, href: carePlanningPaths.mergePerson(person.personId) }]}
      errors={fields.errors}
    >
      <SummaryList
        rows={[
          { key: t.wasCalled, value: `${merge.formerName} (${merge.formerRef})` },
          { key: t.on, value: showDay(language, merge.mergedOn) },
          { key: t.by, value: merge.mergedBy },
          { key: t.reasonWas, value: merge.reason },
          ...(merge.undone
            ? [
                { key: t.undoTitle, value: t.undoneOn(showDay(language, merge.undone.on), merge.undone.by) },
                { key: t.reasonWas, value: merge.undone.reason },
              ]
            : []),
        ]}
      />
      {hindrance && (
        <Notice kind="attention" title={t.cannot}>
          {hindrance.message[language]}
        </Notice>
      )}
      {!merge.undone && !hindrance && (
        <Section title={t.undoTitle}>
          <p>{t.undoLead}</p>
          <Form>
            <TextArea {...fields.at('reason')} label={t.undoReason} rows={3} maxLength={1000} />
            <Button kind="warning">{t.undo}</Button>
          </Form>
        </Section>
      )}
    </PersonFrame>
  )
}
