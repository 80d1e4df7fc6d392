import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../../platform/actions/action.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { loadFrameworks } from '../../../platform/frameworks/index.ts'
import { importRuntime, removeFolder, type Sent, sendFile } from '../../../platform/import/import.fixtures.ts'
import { publishImportKinds } from '../../../platform/import/kinds.ts'
import { undoImport } from '../../../platform/import/undo-import.actions.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { commissioningSystem } from '../../commissioning/system.ts'
import { scaleFrameworks } from '../scale/scale.framework.ts'
import { carePlanningSystem } from '../system.ts'

const actor = systemActor(1)
const origin = { via: 'command', at: 'test' } as const

let database: Database
let runtime: Runtime
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = await importRuntime(database, await loadFrameworks([scaleFrameworks]))
  publishImportKinds([...commissioningSystem.imports, ...carePlanningSystem.imports])
  await send('areas', 'area_ref,name_en,name_cy', 'A1,Upper,Uchaf')
  await send('providers', 'provider_ref,name', 'P1,Gofal Un')
  await send(
    'people',
    'person_ref,given_name,family_name,language,area_ref,need_group',
    'H1,Gwen,Prydderch,cy,A1,older',
  )
})
afterAll(async () => {
  await database.close()
  await removeFolder(runtime)
})

function send(kind: string, heading: string, ...rows: readonly string[]): Promise<Sent> {
  return sendFile(runtime, actor, kind, `${[heading, ...rows].join('\n')}\n`)
}

const OUTCOMES =
  'personal_outcome_ref,person_ref,plan_ref,plan_agreed_on,own_words,own_words_language,scale,baseline_score,target_score,agreed_on,review_due_on'
const outcome = (
  ref: string,
  changes: Partial<Record<'plan' | 'planOn' | 'scale' | 'from' | 'to' | 'on' | 'due' | 'words', string>> = {},
) => {
  const c = {
    plan: 'S1',
    planOn: '2026-01-05',
    scale: 'five-point',
    from: '2',
    to: '4',
    on: '2026-01-05',
    due: '2026-07-05',
    words: 'Cerdded',
    ...changes,
  }
  return `${ref},H1,${c.plan},${c.planOn},${c.words},cy,${c.scale},${c.from},${c.to},${c.on},${c.due}`
}

const REVIEWS =
  'review_ref,personal_outcome_ref,held_on,score,achievement,provider_says,person_says,person_said_by,person_words,person_words_language,attribution_provider,attribution_carer,named_first,evidence'
const review = (
  ref: string,
  changes: Partial<Record<'of' | 'on' | 'score' | 'says' | 'by' | 'words' | 'in' | 'provider' | 'first', string>> = {},
) => {
  const c = {
    of: 'O1',
    on: '2026-07-06',
    score: '3',
    says: 'partly',
    by: 'person',
    words: 'Gwell',
    in: 'cy',
    provider: 'part',
    first: 'carer',
    ...changes,
  }
  return `${ref},${c.of},${c.on},${c.score},partly,achieved,${c.says},${c.by},${c.words},${c.in},${c.provider},whole,${c.first},Ei merch sy’n mynd â hi`
}

async function everything(): Promise<unknown> {
  return database.asOwner(async (tx) => {
    const found: unknown[] = []
    for (const table of ['plan', 'personal_outcome', 'outcome_review', 'attribution', 'contribution', 'circle'])
      found.push(
        (
          await sql`select to_jsonb(t) as row from ${sql.table(`care_planning.${table}`)} t order by t::text`.execute(
            tx,
          )
        ).rows,
      )
    return JSON.parse(JSON.stringify(found))
  })
}

const undo = (importId: number) => perform(runtime, actor, undoImport, { importId }, origin)

test('two outcomes of one plan make the plan once; another agreement of the plan corrects it, and undoing restores both', async () => {
  const first = await send('outcomes', OUTCOMES, outcome('O1'), outcome('O2', { words: 'Capel' }))
  expect(first.tally).toMatchObject({ inserted: 2, rejected: 0 })
  const before = await everything()
  const second = await send(
    'outcomes',
    OUTCOMES,
    outcome('O1', { planOn: '2026-01-04' }),
    outcome('O3', { plan: 'S2' }),
  )
  expect(second.tally).toMatchObject({ inserted: 1, corrected: 1 })
  expect(await undo(second.importId)).toMatchObject({ ok: true })
  expect(await everything()).toEqual(before)
})

test('dates, scales and scores of an outcome are held to sense, on both sides of each limit', async () => {
  const sent = await send(
    'outcomes',
    OUTCOMES,
    outcome('X1', { on: '2026-01-04' }),
    outcome('X2', { due: '2026-01-04' }),
    outcome('X3', { due: '2026-01-05' }),
    outcome('X4', { scale: 'stars' }),
    outcome('X5', { to: '6' }),
    outcome('X6', { to: '5' }),
    outcome('X7', { scale: 'gas', from: '-2', to: '-3' }),
    outcome('X8', { from: '3', to: '3' }),
  )
  expect(sent.rejects).toEqual([
    '2 agreed_on before-the-plan',
    '3 review_due_on due-before-agreed',
    '5 scale not-a-choice',
    '6 target_score out-of-bounds',
    '8 target_score out-of-bounds',
  ])
  expect(sent.tally.flagged).toBe(1)
  await undo(sent.importId)
})

test('a review keeps apart what the provider and the person say, and whose doing it was; corrected and undone it is as before', async () => {
  const sent = await send('outcome-reviews', REVIEWS, review('R1'))
  expect(sent.rejects).toEqual([])
  const before = await everything()
  const [, , reviews, attributions] = before as { row: Record<string, unknown> }[][]
  expect(reviews?.[0]?.row).toMatchObject({
    provider_says: 'achieved',
    person_says: 'partly',
    person_said_on: '2026-07-06',
    due_on: '2026-07-05',
  })
  expect(attributions?.map(({ row }) => [row.party, row.extent, row.is_named_first, row.evidence])).toEqual([
    ['carer', 'whole', true, 'Ei merch sy’n mynd â hi'],
    ['provider', 'part', false, ''],
  ])
  const corrected = await send('outcome-reviews', REVIEWS, review('R1', { provider: 'none', first: '' }))
  expect(corrected.tally).toMatchObject({ corrected: 1 })
  await undo(corrected.importId)
  expect(await everything()).toEqual(before)
})

test('a review is refused that was held too early or not yet, scored off its scale, or answered by nobody', async () => {
  const sent = await send(
    'outcome-reviews',
    REVIEWS,
    review('Y1', { on: '2026-01-04' }),
    review('Y2', { on: '2026-11-23' }),
    review('Y3', { on: '2026-11-22' }),
    review('Y4', { score: '5.5' }),
    review('Y5', { by: '' }),
    review('Y6', { says: 'not-asked', by: '' }),
    review('Y7', { in: '' }),
    review('Y8', { of: 'O9' }),
  )
  expect(sent.rejects).toEqual([
    '2 held_on before-agreed',
    '3 held_on in-the-future',
    '5 score out-of-bounds',
    '6 person_said_by nobody-said-it',
    '8 person_words_language language-missing',
    '9 personal_outcome_ref unknown-personal-outcome',
  ])
})

test('outcomes are not undone under their reviews and contributions', async () => {
  await send(
    'contributions',
    'personal_outcome_ref,party,provider_ref,extent,what',
    'O1,provider,P1,part,Cerdded',
    'O1,carer,,whole,',
  )
  const { rows } = await database.asOwner((tx) =>
    sql<{
      id: number
    }>`select min(import_id) as id from platform.import where kind = 'outcomes' and state = 'done'`.execute(tx),
  )
  const undone = await undo(Number(rows[0]?.id))
  expect(undone).toMatchObject({ ok: false, refusal: { code: 'records-rest-on-it' } })
  if (!undone.ok) expect(undone.refusal.message.cy).toMatch(/cyfraniadau \(2\).*adolygiadau o ganlyniadau \(\d\)/)
})

test('a provider that contributes has to be named; the same party contributes once', async () => {
  const sent = await send(
    'contributions',
    'personal_outcome_ref,party,provider_ref,extent',
    'O2,provider,,part',
    'O2,family,,part',
    'O2,family,,whole',
  )
  expect(sent.rejects).toEqual(['2 provider_ref provider-not-named', '4  twice-in-file'])
})
