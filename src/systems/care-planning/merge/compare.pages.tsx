/** Two records side by side: which stands and which values are right, exactly what will happen, and the merge; or that they are two people. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import type { Result } from '../../../kernel/result.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  ButtonGroup,
  DataTable,
  Form,
  Link,
  Notice,
  Radios,
  Section,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, type Typed, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { compareRecords, type MergePreview, mergePeople, previewMerge, type RecordsCompared } from './merge.actions.ts'
import { languageIn, shownIn, sideBySide, underWay, whatHappens } from './merge.sentences.ts'
import { text } from './merge.text.ts'
import { type ComparedRecord, FIELD_NAMES, type GoesOn, type IdentityField } from './merge.ts'
import { sayTwoPeople, takeBackThatTwo } from './two-people.actions.ts'

export function comparePages(doors: Doors): void {
  const path = carePlanningPaths.mergeWith(':personId', ':otherId')
  doors.get(path, 'people:merge', (c) => show(c, EMPTY))
  doors.post(path, 'people:merge', async (c) => {
    const typed = await typedIn(c)
    if (typed.step === 'change') return show(c, { typed, refusal: undefined })
    const input = { ...asSent(typed), ...c.req.param() }
    if (typed.step !== 'confirm') return preview(c, typed, input)
    const result = await perform(c.get('runtime'), actorOf(c), mergePeople, input, originOf(c))
    return answerForm(c, result, {
      done: ({ personId }) => ({
        path: carePlanningPaths.person(personId),
        message: { en: text.en.done, cy: text.cy.done },
      }),
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
  for (const [address, action, done] of [
    [carePlanningPaths.twoPeople(':personId', ':otherId'), sayTwoPeople, 'saidTwo'],
    [carePlanningPaths.notTwoPeople(':personId', ':otherId'), takeBackThatTwo, 'tookBack'],
  ] as const)
    doors.post(address, 'people:merge', async (c) => {
      const typed = await typedIn(c)
      const input = { reason: typed.twoReason, ...c.req.param() }
      const acting = action as Action<unknown, { personId: number }>
      const result = await perform(c.get('runtime'), actorOf(c), acting, input, originOf(c))
      return answerForm(c, result, {
        done: ({ personId }) => ({
          path: carePlanningPaths.mergePerson(personId),
          message: { en: text.en[done], cy: text.cy[done] },
        }),
        again: (refusal) =>
          show(c, { typed, refusal: refusal.field === 'reason' ? { ...refusal, field: 'twoReason' } : refusal }),
      })
    })
}

/** `identity.bornOn` of a form is `{ identity: { bornOn } }` of the action. */
function asSent(typed: Typed): Record<string, unknown> {
  const sent: Record<string, unknown> = { identity: {}, goesOn: {} }
  for (const [name, value] of Object.entries(typed)) {
    const [group, field] = name.split('.')
    if (field === undefined) sent[name] = value
    else if (group === 'identity' || group === 'goesOn') (sent[group] as Record<string, unknown>)[field] = value
  }
  return sent
}

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const result: Result<RecordsCompared> = await perform(
    c.get('runtime'),
    actorOf(c),
    compareRecords,
    c.req.param(),
    originOf(c),
  )
  // Where the records can no longer be compared, what hindered the merge says more than that.
  if (!result.ok) return answerRefusal(c, filled.refusal ?? result.refusal)
  const status = filled.refusal ? STATUS_OF[filled.refusal.kind] : 200
  return c.html(<Compare c={c} compared={result.value} filled={filled} />, status)
}

async function preview(c: Context<Env>, typed: Typed, input: Record<string, unknown>): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), previewMerge, input, originOf(c))
  if (result.ok) return c.html(<Preview c={c} preview={result.value} typed={typed} />)
  const { kind } = result.refusal
  if (kind === 'not-found' || kind === 'forbidden') return answerRefusal(c, result.refusal)
  return show(c, { typed, refusal: result.refusal })
}

const nameOf = ({ record }: ComparedRecord) => `${record.givenName} ${record.familyName} (${record.ref})`

const Compare = ({ c, compared, filled }: { c: Context<Env>; compared: RecordsCompared; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const [one, other] = compared.records
  const path = carePlanningPaths.mergeWith(one.record.personId, other.record.personId)
  return (
    <PersonFrame
      c={c}
      person={one.record}
      current="record"
      title={t.compareTitle}
      lead={t.compareLead}
      between={[{ label: t.start, href: carePlanningPaths.mergePerson(one.record.personId) }]}
      errors={fields.errors}
    >
      <DataTable
        caption={t.sideBySide}
        captionHidden
        rows={sideBySide(language, compared)}
        empty={t.nothing}
        columns={[
          { key: 'what', header: t.what, rowHeader: true, cell: (row) => row.what },
          {
            key: 'one',
            header: nameOf(one),
            cell: (row) => <span lang={row.languages[0]}>{row.values[0] ?? t.nothing}</span>,
          },
          {
            key: 'other',
            header: nameOf(other),
            cell: (row) => <span lang={row.languages[1]}>{row.values[1] ?? t.nothing}</span>,
          },
        ]}
      />
      <p>
        <Link href={carePlanningPaths.person(other.record.personId)}>{nameOf(other)}</Link>
      </p>
      {compared.said ? (
        <Section title={t.isTwo}>
          <p>{t.saidOn(showDay(language, compared.said.saidOn), compared.said.saidBy, compared.said.reason)}</p>
          <Form action={`${path}/two-people/take-back`}>
            <TextArea {...fields.at('twoReason')} label={t.takeBackReason} rows={2} maxLength={1000} />
            <Button kind="secondary">{t.takeBack}</Button>
          </Form>
        </Section>
      ) : (
        <>
          <Choices c={c} compared={compared} filled={filled} path={path} />
          <Section title={t.notOne}>
            <p>{t.notOneLead}</p>
            <Form action={`${path}/two-people`}>
              <TextArea {...fields.at('twoReason')} label={t.twoReason} rows={2} maxLength={1000} />
              <Button kind="secondary">{t.sayTwo}</Button>
            </Form>
          </Section>
        </>
      )}
    </PersonFrame>
  )
}

type Asking = { c: Context<Env>; compared: RecordsCompared; filled: Filled; path: string }

const Choices = ({ c, compared, filled, path }: Asking) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { records, areas, twice } = compared
  const asked = compared.fields.filter(({ standsOf }) => standsOf === undefined).map(({ field }) => field)
  const options = (label: (record: ComparedRecord) => string, field?: IdentityField) =>
    records.map((record) => ({
      value: String(record.record.personId),
      label: label(record),
      labelLanguage: field && languageIn(record, field),
      hint: record.record.ref,
    }))
  const version = filled.refusal?.kind === 'stale' ? undefined : filled.typed
  const hidden = {
    step: 'check',
    version: version?.version ?? records[0].record.version,
    otherVersion: version?.otherVersion ?? records[1].record.version,
  }
  return (
    <Form hidden={hidden} action={path}>
      <Radios
        {...fields.at('standing', records[0].record.personId)}
        label={t.standing}
        labelSize="m"
        hint={t.standingHint}
        options={records.map((record) => ({ value: String(record.record.personId), label: nameOf(record) }))}
      />
      {asked.length > 0 && (
        <Section title={t.differs}>
          {asked.includes('nhsNumber') && <Notice kind="attention">{t.twoNhs}</Notice>}
          {asked.map((field: IdentityField) => (
            <Radios
              {...fields.at(`identity.${field}`)}
              label={FIELD_NAMES[field][language]}
              options={options((record) => shownIn(language, record, field, areas) ?? t.nothing, field)}
            />
          ))}
        </Section>
      )}
      {twice.length > 0 && (
        <Section title={t.underWay}>
          {twice.map((kind: GoesOn) => (
            <Radios
              {...fields.at(`goesOn.${kind}`)}
              label={t.goesOn[kind]}
              options={options((record) => underWay(language, record, kind))}
            />
          ))}
        </Section>
      )}
      <TextArea {...fields.at('reason')} label={t.reason} labelSize="m" rows={3} maxLength={1000} />
      <Button>{t.check}</Button>
    </Form>
  )
}

const Preview = ({ c, preview, typed }: { c: Context<Env>; preview: MergePreview; typed: Typed }) => {
  const language = c.get('language')
  const t = text[language]
  const { standing, former, settled, areas } = preview
  const one = String(standing.record.personId) === c.req.param('personId') ? standing : former
  const { _csrf: _, step: __, ...answers } = typed
  const settledIn = (field: IdentityField, whose: number) => {
    const record = whose === standing.record.personId ? standing : former
    return <span lang={languageIn(record, field)}>{shownIn(language, record, field, areas) ?? t.nothing}</span>
  }
  return (
    <PersonFrame
      c={c}
      person={one.record}
      current="record"
      title={t.previewTitle}
      between={[{ label: t.start, href: carePlanningPaths.mergePerson(one.record.personId) }]}
    >
      <ul class="govuk-list govuk-list--bullet">
        {whatHappens(language, preview).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <Section title={t.willSay}>
        <SummaryList
          rows={[...settled.standsOf].map(([field, whose]) => ({
            key: FIELD_NAMES[field][language],
            value: settledIn(field, whose),
          }))}
        />
      </Section>
      <Form hidden={answers}>
        <ButtonGroup>
          <Button name="step" value="confirm">
            {t.confirm}
          </Button>
          <Button name="step" value="change" kind="secondary">
            {t.change}
          </Button>
        </ButtonGroup>
      </Form>
    </PersonFrame>
  )
}
