/** A small authority to bring visits into: two providers, three contracts, two people, three packages; and visit files by the row. */

import { sql } from 'kysely'
import { sendFile } from '../../../platform/import/import.fixtures.ts'
import { publishImportKinds } from '../../../platform/import/kinds.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { carePlanningSystem } from '../../care-planning/system.ts'
import { contractManagementSystem } from '../../contract-management/system.ts'
import { workAllocationSystem } from '../system.ts'

export const GROUND = {
  contracts: `contract_ref,title_en,title_cy,provider_ref,route,service,model,starts_on,rate_per_hour,area_refs
C1,Home care,Gofal cartref,P1,framework,home-care,1,2025-01-01,24.60,A1;A2
C2,Home care,Gofal cartref,P2,block,home-care,1,2025-01-01,23.00,A1
C3,Reablement,Ailalluogi,P1,spot,reablement,2,2025-01-01,26.00,A2
`,
  people: `person_ref,given_name,family_name,language,area_ref,need_group
H1,Gwenllian,Prydderch,cy,A1,older
H2,Siân,Bevan,en,A2,dementia
`,
  packages: `package_ref,person_ref,contract_ref,starts_on,ends_on,weekly_minutes,weekly_visits,language
K1,H1,C1,2025-06-01,,420,14,cy
K2,H2,C1,2025-06-01,2026-06-30,210,7,en
K3,H1,C2,2025-06-01,,210,7,cy
`,
} as const

/** Publishes the kinds of file and brings the ground in; areas and providers, which are another system's, are simply there. */
export async function layGround(runtime: Runtime, actor: Actor): Promise<void> {
  await runtime.database.asOwner(async (tx) => {
    await sql`insert into commissioning.area (authority_id, ref, name_en, name_cy) values
      (1, 'A1', 'Upper Valley', 'Blaen y Cwm'), (1, 'A2', 'The Coast', 'Yr Arfordir')`.execute(tx)
    await sql`insert into commissioning.provider (authority_id, ref, name) values
      (1, 'P1', 'Gofal Un'), (1, 'P2', 'Gofal Dau')`.execute(tx)
  })
  const systems = [contractManagementSystem, carePlanningSystem, workAllocationSystem]
  publishImportKinds(systems.flatMap((system) => system.imports))
  for (const [kind, content] of Object.entries(GROUND)) await sendFile(runtime, actor, kind, content)
}

const COLUMNS = [
  'visit_ref',
  'provider_ref',
  'contract_ref',
  'package_ref',
  'person_ref',
  'planned_start',
  'planned_end',
  'actual_start',
  'actual_end',
  'status',
  'cancelled_reason',
  'cancelled_at',
  'log_method',
  'manual_reason',
  'worker_ref',
  'second_worker_ref',
  'language',
] as const

export type VisitRow = Partial<Record<(typeof COLUMNS)[number], string>>

const USUAL: Record<(typeof COLUMNS)[number], string> = {
  visit_ref: 'V1',
  provider_ref: 'P1',
  contract_ref: 'C1',
  package_ref: 'K1',
  person_ref: 'H1',
  planned_start: '2026-03-02T08:00',
  planned_end: '2026-03-02T08:30',
  actual_start: '2026-03-02T08:04',
  actual_end: '2026-03-02T08:33',
  status: 'delivered',
  cancelled_reason: '',
  cancelled_at: '',
  log_method: 'app',
  manual_reason: '',
  worker_ref: 'W1',
  second_worker_ref: '',
  language: 'cy',
}

/** A visit file of usual rows with what is given changed in each; refs are V1, V2, … where none is given. */
export function visitFile(rows: readonly VisitRow[], extra: readonly string[] = []): string {
  const lines = rows.map((row, n) => {
    const whole: Record<string, string> = { ...USUAL, visit_ref: `V${n + 1}`, ...row }
    return [...COLUMNS.map((column) => whole[column] ?? ''), ...extra.map(() => 'x')].join(',')
  })
  return `${[...COLUMNS, ...extra].join(',')}\n${lines.join('\n')}\n`
}
