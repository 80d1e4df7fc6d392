/** What is under way in a record, and ending it with a merge because the other record's goes on. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { GoesOn, Live } from './merge.ts'
import { changeRows, type RowChange } from './person-rows.store.ts'

export async function findLive(tx: Tx, authorityId: number, personId: number, today: Day): Promise<Live> {
  const plan = await tx
    .selectFrom('care_planning.plan')
    .select('agreed_on')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .orderBy('agreed_on', 'desc')
    .executeTakeFirst()
  const versions = await tx
    .selectFrom('care_planning.plan_version')
    .select(['state', 'agreed_on'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['draft', 'offered', 'agreed'])
    .execute()
  const worker = await tx
    .selectFrom('care_planning.allocation as a')
    .innerJoin('care_planning.worker as w', (join) =>
      join.onRef('w.authority_id', '=', 'a.authority_id').onRef('w.worker_id', '=', 'a.worker_id'),
    )
    .select(['a.worker_id', 'w.name', 'a.starts_on'])
    .where('a.authority_id', '=', authorityId)
    .where('a.person_id', '=', personId)
    .where('a.ends_on', 'is', null)
    .executeTakeFirst()
  const reablement = await tx
    .selectFrom('care_planning.reablement_episode')
    .select(['ref', 'started_on'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .orderBy('started_on', 'desc')
    .executeTakeFirst()
  const review = await tx
    .selectFrom('care_planning.plan_review')
    .select('held_on')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const assessments = await tx
    .selectFrom('care_planning.assessment')
    .select('form')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('state', '=', 'draft')
    .execute()
  const letters = await tx
    .selectFrom('care_planning.letter_code')
    .select(sql<number>`count(*)`.as('count'))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('purpose', '=', 'own-word')
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_on', '>=', today)
    .executeTakeFirstOrThrow()
  const restriction = await tx
    .selectFrom('care_planning.restriction')
    .select('restriction_id')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  const agreed = versions.find(({ state }) => state === 'agreed')
  const isDrafted = versions.some(({ state }) => state !== 'agreed')
  return {
    plan: plan || versions.length > 0 ? { agreedOn: agreed?.agreed_on ?? plan?.agreed_on ?? null, isDrafted } : null,
    worker: worker ? { workerId: worker.worker_id, name: worker.name, since: worker.starts_on } : null,
    reablement: reablement ? { ref: reablement.ref, startedOn: reablement.started_on } : null,
    review: review ? { heldOn: review.held_on } : null,
    assessments: assessments.map(({ form }) => form),
    letters: Number(letters.count),
    isRestricted: restriction !== undefined,
  }
}

export type Ending = {
  readonly personId: number
  readonly today: Day
  readonly now: Temporal.Instant
  /** Of assessments, those that the other record has in draft as well. */
  readonly forms: readonly string[]
}

/** Ends what is under way of one kind in one record, and answers the rows that changed. What was written stays. */
export async function endLive(
  tx: Tx,
  authorityId: number,
  kind: GoesOn,
  { personId, today, now, forms }: Ending,
): Promise<readonly RowChange[]> {
  const yesterday = today.subtract({ days: 1 })
  const change = (table: string, and: RawBuilder<unknown>, set: RawBuilder<unknown>) =>
    changeRows(tx, authorityId, table, { where: { person_id: personId }, and, set })
  const withdraw = (purpose: string) =>
    change(
      'letter_code',
      sql`t.purpose = ${purpose} and t.used_at is null and t.withdrawn_at is null and t.expires_on >= ${today}`,
      sql`withdrawn_at = ${now}`,
    )
  switch (kind) {
    case 'plan':
      return [
        ...(await change(
          'plan',
          sql`(t.ends_on is null or t.ends_on >= ${today})`,
          sql`ends_on = ${yesterday}, ended_reason = 'merged'`,
        )),
        ...(await change('plan_version', sql`t.state in ('draft', 'offered', 'agreed')`, sql`state = 'merged'`)),
        ...(await change('plan_share', sql`t.ended_on is null`, sql`ended_on = ${today}`)),
        ...(await withdraw('plan-agreement')),
      ]
    case 'worker':
      return change('allocation', sql`t.ends_on is null`, sql`ends_on = greatest(t.starts_on, ${yesterday}::date)`)
    case 'reablement':
      return change(
        'reablement_episode',
        sql`t.ended_on is null`,
        sql`ended_on = greatest(t.started_on, ${today}::date), ending = 'ended-early', early_reason = 'merged'`,
      )
    case 'review':
      return change('plan_review', sql`t.state = 'open'`, sql`state = 'given-up'`)
    case 'assessment':
      return change('assessment', sql`t.state = 'draft' and t.form = any(${forms}::text[])`, sql`state = 'given-up'`)
    case 'letter':
      return withdraw('own-word')
  }
}
