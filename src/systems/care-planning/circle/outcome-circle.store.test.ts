/** The providers that have a part in an outcome are always those that a scan of outcomes, contributions and reviews names. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import {
  saveOutcomeReview,
  savePersonalOutcome,
  savePersonWithPlan,
} from '../outcome-review/outcome-review.fixtures.ts'

const system = systemActor(1)
let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(system, savePersonWithPlan)
})
afterAll(() => database.close())

type Step = (tx: Tx) => Promise<unknown>
const provider = fc.constantFrom(1, 2, 3, null)
let made = 5000

const onSome = (change: (tx: Tx, id: number) => Promise<unknown>) =>
  fc.nat(9).map(
    (nth): Step =>
      async (tx) => {
        const rows = await tx.selectFrom('care_planning.personal_outcome').select('personal_outcome_id').execute()
        const row = rows[nth % Math.max(1, rows.length)]
        if (row) await change(tx, row.personal_outcome_id)
      },
  )

const step: fc.Arbitrary<Step> = fc.oneof(
  provider.map(
    (provider_id): Step =>
      (tx) => {
        made += 1
        return savePersonalOutcome(tx, { personal_outcome_id: made, provider_id })
      },
  ),
  provider.chain((provider_id) =>
    onSome((tx, id) =>
      tx
        .updateTable('care_planning.personal_outcome')
        .set({ provider_id })
        .where('personal_outcome_id', '=', id)
        .execute(),
    ),
  ),
  provider.chain((provider_id) =>
    onSome((tx, id) =>
      sql`insert into care_planning.contribution (authority_id, personal_outcome_id, person_id, party, provider_id, extent)
        values (1, ${id}, 1, 'provider', ${provider_id}, 'part') on conflict do nothing`.execute(tx),
    ),
  ),
  provider.chain((provider_id) =>
    onSome((tx, id) =>
      sql`update care_planning.contribution c set provider_id = ${provider_id}
        where personal_outcome_id = ${id} and not exists (
          select from care_planning.contribution d where d.personal_outcome_id = c.personal_outcome_id
            and coalesce(d.provider_id, 0) = coalesce(${provider_id}::integer, 0))
          and contribution_id = (select min(contribution_id) from care_planning.contribution m where m.personal_outcome_id = ${id})`.execute(
        tx,
      ),
    ),
  ),
  onSome((tx, id) => tx.deleteFrom('care_planning.contribution').where('personal_outcome_id', '=', id).execute()),
  provider.chain((provider_id) =>
    onSome((tx, personal_outcome_id) => {
      made += 1
      return saveOutcomeReview(tx, { outcome_review_id: made, personal_outcome_id, provider_id })
    }),
  ),
  onSome(async (tx, id) => {
    await tx.deleteFrom('care_planning.outcome_review').where('personal_outcome_id', '=', id).execute()
    await tx.deleteFrom('care_planning.personal_outcome').where('personal_outcome_id', '=', id).execute()
  }),
)

test('whatever happens to outcomes, contributions and reviews', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
      await database.transaction(system, async (tx) => {
        await tx.deleteFrom('care_planning.outcome_review').execute()
        await tx.deleteFrom('care_planning.personal_outcome').execute()
      })
      for (const take of steps) await database.transaction(system, take)
      const of = async (from: string) =>
        (
          await database.asOwner((tx) =>
            sql<{ key: string }>`select concat_ws('/', provider_id, personal_outcome_id, person_id) as key
              from ${sql.table(from)} order by key`.execute(tx),
          )
        ).rows
      expect(await of('care_planning.outcome_circle')).toEqual(await of('care_planning.outcome_part'))
    }),
    { numRuns: 60 },
  )
})
