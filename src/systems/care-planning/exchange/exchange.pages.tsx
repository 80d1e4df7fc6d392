/** Sending a person's plan as a file; bringing one in: send the file, see the differences, accept them or set it aside. */
import type { Context } from 'hono'
import { dayOf, showDay } from '../../../kernel/period.ts'
import { calledName, fullName } from '../../../kernel/person-name.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { fileName, fileResponse } from '../../../platform/documents/index.ts'
import { answerForm, goTo, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { isOwnForm } from '../../../platform/http/form-token.ts'
import { answerProblem, answerRefusal, PROBLEMS, STATUS_OF } from '../../../platform/http/problem.ts'
import type { ImportSource } from '../../../platform/import/import.actions.ts'
import { readUpload } from '../../../platform/import/upload.ts'
import { Button, DataTable, FileUpload, Form, fieldErrors, Link, Page, Section } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { PersonFrame } from '../person/person-frame.tsx'
import { Compared } from './compared.tsx'
import {
  acceptReceived,
  type ExchangePage,
  openExchange,
  openReceived,
  type ReceivedView,
  receivePlan,
  sendPlan,
  setReceivedAside,
} from './exchange.actions.ts'
import { text } from './exchange.text.ts'
import { FHIR_TYPE, readWhole } from './fhir-file.ts'
import type { ReceivedPlan } from './received-plan.store.ts'

export function exchangePages(doors: Doors): void {
  const path = carePlanningPaths.receivedPlan(':receivedPlanId{[0-9]+}')
  doors.get(carePlanningPaths.importExchange(), 'exchange:run', (c) => c.html(<ImportPage c={c} />))
  doors.post(carePlanningPaths.importExchange(), 'exchange:run', receive, 'upload')
  doors.get(path, 'exchange:run', (c) => showReceived(c))
  doors.post(path, 'exchange:run', answer)
  doors.get(carePlanningPaths.exchange(':personId'), 'exchange:run', async (c) => {
    const input = { personId: c.req.param('personId') }
    if (c.req.query('export') === 'fhir') return takeFile(c, input.personId ?? '')
    const result = await perform(c.get('runtime'), actorOf(c), openExchange, input, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return c.html(<SendPage c={c} shown={result.value} />)
  })
}

async function takeFile(c: Context<Env>, personId: string): Promise<Response> {
  const input = { personId: Number(personId) }
  const result = await perform(c.get('runtime'), actorOf(c), sendPlan, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const { person, bundle } = result.value
  const name = fileName(fullName(person), c.get('runtime').clock.today(), 'json')
  return fileResponse(Buffer.from(JSON.stringify(bundle, null, 2)), name, FHIR_TYPE)
}

async function receive(c: Context<Env>): Promise<Response> {
  const upload = await readUpload(c)
  if (upload.ok && !isOwnForm(c, upload.value.fields.get('_csrf'))) return answerProblem(c, PROBLEMS.formExpired)
  const result = upload.ok ? await receiveFile(c, upload.value.file) : upload
  if (!result.ok) return c.html(<ImportPage c={c} refusal={result.refusal} />, STATUS_OF[result.refusal.kind])
  const { receivedPlanId, isAgain } = result.value
  return goTo(
    c,
    carePlanningPaths.receivedPlan(receivedPlanId),
    isAgain ? { en: text.en.again, cy: text.cy.again } : undefined,
  )
}

async function receiveFile(
  c: Context<Env>,
  file: ImportSource,
): Promise<Result<{ receivedPlanId: number; isAgain: boolean }>> {
  const read = await readWhole(file.stream)
  if (!read.ok) return read
  const input = { fileName: file.name, text: read.value }
  return perform(c.get('runtime'), actorOf(c), receivePlan, input, originOf(c))
}

async function showReceived(c: Context<Env>, refusal?: Refusal, take: readonly string[] = []): Promise<Response> {
  const input = { receivedPlanId: c.req.param('receivedPlanId') }
  const result = await perform(c.get('runtime'), actorOf(c), openReceived, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const page = <ReceivedPage c={c} view={result.value} refusal={refusal} take={take} />
  return c.html(page, refusal ? STATUS_OF[refusal.kind] : 200)
}

async function answer(c: Context<Env>): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const runtime = c.get('runtime')
  const receivedPlanId = c.req.param('receivedPlanId')
  if (body.answer === 'set-aside') {
    const result = await perform(runtime, actorOf(c), setReceivedAside, { receivedPlanId }, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.importExchange(),
        message: { en: text.en.asideDone, cy: text.cy.asideDone },
      }),
      again: (refusal) => showReceived(c, refusal),
    })
  }
  const take = [body.take ?? []].flat().map(String)
  const result = await perform(runtime, actorOf(c), acceptReceived, { ...body, take, receivedPlanId }, originOf(c))
  return answerForm(c, result, {
    done: ({ personId }) => ({
      path: carePlanningPaths.exchange(personId),
      message: { en: text.en.accepted, cy: text.cy.accepted },
    }),
    again: (refusal) => showReceived(c, refusal, take),
  })
}

const SendPage = ({ c, shown }: { c: Context<Env>; shown: ExchangePage }) => {
  const t = text[c.get('language')]
  const { person, counts, received } = shown
  return (
    <PersonFrame
      c={c}
      person={person}
      current="record"
      title={t.title}
      lead={t.lead(counts.reduce((sum, { count }) => sum + count, 0))}
    >
      <p>
        <Link href={`${carePlanningPaths.exchange(person.personId)}?export=fhir`}>{t.take}</Link>
      </p>
      <Section title={t.whatIsIn} lead={t.whatIsNot}>
        <DataTable
          caption={t.whatIsIn}
          captionHidden
          rows={counts}
          empty=""
          columns={[
            {
              key: 'resource',
              header: t.resource,
              rowHeader: true,
              cell: ({ resourceType }) => <code>{resourceType}</code>,
            },
            { key: 'count', header: t.count, numeric: true, cell: ({ count }) => count },
          ]}
        />
      </Section>
      <Section title={t.receivedBefore}>
        <ReceivedTable c={c} received={received} />
        <p>
          <Link href={carePlanningPaths.importExchange()}>{t.bringIn}</Link>
        </p>
      </Section>
    </PersonFrame>
  )
}

const ReceivedTable = ({ c, received }: { c: Context<Env>; received: readonly ReceivedPlan[] }) => {
  const language = c.get('language')
  const t = text[language]
  return (
    <DataTable
      caption={t.receivedBefore}
      captionHidden
      rows={received}
      empty={t.noneReceived}
      columns={[
        {
          key: 'file',
          header: t.file,
          rowHeader: true,
          cell: (one) => <Link href={carePlanningPaths.receivedPlan(one.receivedPlanId)}>{one.fileName}</Link>,
        },
        { key: 'on', header: t.on, cell: (one) => showDay(language, dayOf(one.receivedAt)) },
        { key: 'by', header: t.by, cell: (one) => one.receivedBy },
        { key: 'state', header: t.state, cell: (one) => t.states[one.state] },
        { key: 'apart', header: t.keptApart, numeric: true, cell: (one) => one.keptApart.length },
      ]}
    />
  )
}

const ImportPage = ({ c, refusal }: { c: Context<Env>; refusal?: Refusal }) => {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, { ...refusal, field: 'file' }) : []
  return (
    <Page
      frame={c.get('frame')}
      title={t.importTitle}
      lead={t.importLead}
      breadcrumbs={[{ label: t.people, href: carePlanningPaths.people() }]}
      errors={errors}
    >
      <Form action={carePlanningPaths.importExchange()} upload>
        <FileUpload
          name="file"
          label={t.fileLabel}
          hint={t.fileHint}
          accept=".json,application/fhir+json"
          error={errors[0]?.message}
        />
        <Button>{t.compare}</Button>
      </Form>
    </Page>
  )
}

type ReceivedProps = { c: Context<Env>; view: ReceivedView; refusal: Refusal | undefined; take: readonly string[] }

const ReceivedPage = ({ c, view, refusal, take }: ReceivedProps) => {
  const language = c.get('language')
  const t = text[language]
  const { person, differences, content } = view
  const added = differences.filter(({ kind }) => kind === 'new').length
  const differing = differences.length - added
  return (
    <Page
      frame={c.get('frame')}
      title={t.comparedTitle(calledName(person ?? content.person))}
      lead={
        view.received.state !== 'waiting'
          ? t.answered
          : differences.length === 0
            ? t.nothingNew
            : person
              ? t.comparedLead(added, differing)
              : t.newToUs(added)
      }
      breadcrumbs={[
        { label: t.people, href: carePlanningPaths.people() },
        { label: t.importTitle, href: carePlanningPaths.importExchange() },
      ]}
      errors={refusal ? fieldErrors(language, refusal) : undefined}
    >
      <Compared language={language} view={view} take={take} />
    </Page>
  )
}
