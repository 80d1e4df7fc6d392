/** The whole site over a small authority that has one of everything, with all personas signed in: for tests of the whole. */

import type { Hono } from 'hono'
import { sql } from 'kysely'
import { allRooms, createApp, loadAllFrameworks, openDoors } from './app.ts'
import { addCareRecords } from './care-records.fixtures.ts'
import { type Action, perform } from './platform/actions/action.ts'
import { addApiClient } from './platform/api/api-client.actions.ts'
import { fixedClock } from './platform/clock/clock.ts'
import type { Database, Tx } from './platform/database/database.ts'
import { openTestDatabase } from './platform/database/test-database.ts'
import type { Doors, Env } from './platform/http/doors.ts'
import { testRuntime, Visitor } from './platform/http/site.fixtures.ts'
import { importFile } from './platform/import/import.actions.ts'
import type { ImportKind } from './platform/import/import-kind.ts'
import { listImportKinds } from './platform/import/kinds.ts'
import { insertJob } from './platform/jobs/job.store.ts'
import { systemActor } from './platform/permissions/actor.ts'
import type { Role } from './platform/permissions/role.ts'
import type { Runtime } from './platform/runtime.ts'
import { createDemonstrationUsers } from './platform/session/personas.ts'
import { actorOfUser, type User } from './platform/session/session.ts'
import { asSystem, startSession } from './platform/session/sign-in.ts'
import { attachFile } from './systems/review/attachment/attachment.actions.ts'
import { addFollowUp } from './systems/review/follow-up/follow-up.actions.ts'
import { readReview } from './systems/review/report/report.actions.ts'
import { startReview } from './systems/review/review-life/review-life.actions.ts'
import { componentExamples } from './ui/examples.ts'

export type TestWorld = {
  readonly runtime: Runtime
  readonly database: Database
  readonly app: Hono<Env>
  readonly doors: Doors
  readonly personas: ReadonlyMap<Role, User>
  /** An id of each record, by the name its parameter has in paths. */
  readonly ids: Readonly<Record<string, string>>
  /** The same for records of another provider and another person. */
  readonly othersIds: Readonly<Record<string, string>>
  /** A browser newly signed in as this persona. */
  signIn(role: Role): Promise<Visitor>
}

const AUTHORITY = 1
const ACTOR = systemActor(AUTHORITY, 'test')

export async function openTestWorld(): Promise<TestWorld> {
  const database = await openTestDatabase()
  const runtime = testRuntime(database, { clock: fixedClock('2026-03-03'), frameworks: await loadAllFrameworks() })
  const app = await createApp(runtime, undefined, { logError: (error) => console.error(error) })
  for (const kind of listImportKinds()) await bringInExample(runtime, kind)
  const ids = await runtime.database.transaction(ACTOR, (tx) => findIds(tx, 'own'))
  const othersIds = await runtime.database.transaction(ACTOR, (tx) => findIds(tx, 'others'))
  const more = await addWhatNoFileBrings(runtime)
  const care = await addCareRecords(runtime, placesOf(ids))
  const othersCare = await addCareRecords(runtime, placesOf(othersIds))
  const users = await asSystem(runtime, AUTHORITY, (tx) =>
    createDemonstrationUsers(
      tx,
      AUTHORITY,
      { providerId: Number(ids.providerId), person: { personId: Number(ids.personId), name: 'Gwen Prydderch' } },
      runtime.clock.now(),
    ),
  )
  const personas = new Map(users.map((user) => [user.subject as Role, user]))
  const review = await addReview(runtime, personas.get('reviewer')!, ids.contractId!)
  return {
    runtime,
    database,
    app,
    doors: openDoors(runtime, allRooms(runtime)),
    personas,
    othersIds: { ...othersIds, ...othersCare },
    ids: { ...ids, otherId: othersIds.personId!, ...more, ...care, ...review, userId: String(users[0]!.userId) },
    signIn: async (role) => new Visitor(app, await startSession(runtime, personas.get(role)!, { userAgent: 'test' })),
  }
}

function placesOf(ids: Readonly<Record<string, string>>) {
  return {
    personId: ids.personId!,
    personalOutcomeId: ids.personalOutcomeId!,
    outcomeReviewId: ids.outcomeReviewId!,
  }
}

/** What the examples refer to and no other example brings. */
const WITHOUT: Readonly<Record<string, string>> = { area_refs: 'A01', outcome_refs: 'L07', national_ref: '' }

/** Where the other provider and the other person differ from the examples; what is not named is the same. */
const OTHER: Readonly<Record<string, string>> = {
  provider_ref: 'P099',
  name: 'Gofal Arall',
  contract_ref: 'C-OTHER',
  person_ref: '40999',
  personal_outcome_ref: 'O-OTHER',
  plan_ref: 'CSP-OTHER',
  review_ref: 'R-OTHER',
  package_ref: 'PK-OTHER',
  visit_ref: 'V-OTHER',
  episode_ref: 'RE-OTHER',
  goal_refs: 'O-OTHER',
}
const KINDS_OF_OTHERS = [
  'providers',
  'contracts',
  'people',
  'outcomes',
  'contributions',
  'outcome-reviews',
  'packages',
  'visits',
  'reablement',
]

/** The template's own example row as a file; and a second one that belongs to another provider and another person. */
async function bringInExample(runtime: Runtime, kind: ImportKind): Promise<void> {
  const cells = kind.columns.map(({ name, example }) => WITHOUT[name] ?? example)
  const others = kind.columns.map(({ name }, index) => OTHER[name] ?? cells[index] ?? '')
  const rows = [kind.columns.map(({ name }) => name), cells, ...(KINDS_OF_OTHERS.includes(kind.name) ? [others] : [])]
  const file = Buffer.from(rows.map((row) => `${row.map((value) => `"${value}"`).join(',')}\n`).join(''))
  const source = {
    name: `${kind.name}.csv`,
    stream: (async function* () {
      yield file
    })(),
  }
  const result = await importFile(runtime, ACTOR, kind.name, source, { origin: { via: 'command', at: 'test' } })
  if (!result.ok) throw new Error(`${kind.name}: ${result.refusal.message.en}`)
  if (result.value.tally.rejected > 0) throw new Error(`the example of ${kind.name} is rejected by its own import`)
}

/** A draft of a review with an action and a document in it. */
async function addReview(runtime: Runtime, reviewer: User, contractId: string): Promise<Record<string, string>> {
  const actor = actorOfUser(reviewer, 'cy')
  if (!actor) throw new Error('the reviewer has no standing')
  const act = async <Input, Output>(action: Action<Input, Output>, input: unknown): Promise<Output> => {
    const result = await perform(runtime, actor, action, input, { via: 'page', at: '/reviews' })
    if (!result.ok) throw new Error(`${action.name}: ${result.refusal.message.en}`)
    return result.value
  }
  const { reviewId } = await act(startReview, {
    frameworkId: 'contract-management',
    name: 'Adolygiad',
    language: 'cy',
    contractIds: [Number(contractId)],
    from: '2025-03-01',
    to: '2026-02-28',
  })
  const { report } = await act(readReview, { reviewId })
  const domain = report.domains[0]!
  const followUp = { reviewId, domainId: domain.id, language: 'cy', what: 'Cwrdd', owner: 'Nia', dueOn: '2026-06-01' }
  const { actionId } = await act(addFollowUp, followUp)
  const file = { reviewId, promptId: domain.prompts[0]!.id, fileName: 'nodiadau.txt', bytes: Buffer.from('Nodiadau') }
  const { attachmentId } = await act(attachFile, file)
  const ids = { reviewId, domainId: domain.id, actionId, attachmentId, format: 'pdf' }
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, String(id)]))
}

/** A program with a token and a job that waits: what people make on pages, and no file brings. */
async function addWhatNoFileBrings(runtime: Runtime): Promise<Record<string, string>> {
  const origin = { via: 'command', at: 'test' } as const
  const client = { name: 'Rota', purpose: 'Rota', role: 'broker', permissions: ['visits:read'] }
  const added = await perform(runtime, ACTOR, addApiClient, client, origin)
  if (!added.ok) throw new Error(added.refusal.message.en)
  return runtime.database.transaction(ACTOR, async (tx) => {
    const entry = await tx
      .selectFrom('platform.audit_entry')
      .select('sequence')
      .where('authority_id', '=', AUTHORITY)
      .where('record_type', '=', 'platform.api-client')
      .executeTakeFirstOrThrow()
    const title = { en: 'Bring in areas', cy: 'Mewnforio ardaloedd' }
    const job = { kind: 'test', title, input: {}, actor: ACTOR, askedAt: runtime.clock.now() }
    return {
      clientId: String(added.value),
      recordType: 'platform.api-client',
      recordId: String(added.value),
      scale: 'swemwbs',
      sequence: String(entry.sequence),
      jobId: String(await insertJob(tx, job)),
    }
  })
}

/** An id of each record: those of the personas' provider and person, or those of others. */
async function findIds(tx: Tx, whose: 'own' | 'others'): Promise<Record<string, string>> {
  const order = sql.raw(whose === 'own' ? 'asc' : 'desc')
  const one = async (table: string, column: string): Promise<string> => {
    const id = sql.ref(column)
    const { rows } = await sql<{
      id: number
    }>`select ${id} as id from ${sql.table(table)} order by ${id} ${order} limit 1`.execute(tx)
    return String(rows[0]?.id ?? 1)
  }
  return {
    areaId: await one('commissioning.area', 'area_id'),
    providerId: await one('commissioning.provider', 'provider_id'),
    outcomeId: await one('commissioning.outcome', 'outcome_id'),
    contractId: await one('contract_management.contract', 'contract_id'),
    personId: await one('care_planning.person', 'person_id'),
    personalOutcomeId: await one('care_planning.personal_outcome', 'personal_outcome_id'),
    outcomeReviewId: await one('care_planning.outcome_review', 'outcome_review_id'),
    reablementEpisodeId: await one('care_planning.reablement_episode', 'reablement_episode_id'),
    packageId: await one('work_allocation.package', 'package_id'),
    needId: await one('commissioning.need', 'need_id'),
    visitRef: whose === 'own' ? 'V-88120441' : 'V-OTHER',
    importId: await one('platform.import', 'import_id'),
    measure: 'visits-late',
    name: 'visits-late',
    kind: 'areas',
    component: componentExamples[0]!.component,
    file: 'areas.csv',
  }
}
