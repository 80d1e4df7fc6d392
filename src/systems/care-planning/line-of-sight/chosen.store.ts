/** Counts for the line of sight: who chose which outcome, what was found of it, and what hangs in the air. */
import { type RawBuilder, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day, Period } from '../../../kernel/period.ts'
import type { Focus } from '../../../measures/line-of-sight/line-of-sight.ts'
import type { Tx } from '../../../platform/database/database.ts'

export type Chosen = { readonly people: number; readonly outcomes: number }

/** People with a live outcome on the day, and their live outcomes. */
export async function countChosen(tx: Tx, focus: Focus, on: Day): Promise<Chosen> {
  const { rows } = await sql<Chosen>`
    select count(distinct o.person_id) as people, count(*) as outcomes
    from care_planning.personal_outcome o
    where o.authority_id = ${focus.authorityId} and o.agreed_on <= ${on} and (o.ended_on is null or o.ended_on > ${on})
      and ${within(focus)}`.execute(tx)
  return rows[0] ?? { people: 0, outcomes: 0 }
}

export type Found = {
  readonly reviewed: number
  readonly achieved: number
  readonly confirmed: number
  readonly asked: number
}

/** Reviews held in the period: achieved, and in how many of those where the person or carer was asked they say so too. */
export async function countFound(tx: Tx, focus: Focus, period: Period): Promise<Found> {
  const { rows } = await sql<Found>`
    select count(*) as reviewed,
      count(*) filter (where r.achievement = 'achieved') as achieved,
      count(*) filter (where r.person_says = 'achieved') as confirmed,
      count(*) filter (where r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')) as asked
    from care_planning.outcome_review r
    join care_planning.personal_outcome o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id
    where r.authority_id = ${focus.authorityId} and r.held_on between ${period.from} and ${period.to} and ${heldWithin(focus)}`.execute(
    tx,
  )
  return rows[0] ?? { reviewed: 0, achieved: 0, confirmed: 0, asked: 0 }
}

export type Counted = { readonly outcomeId: number; readonly count: number; readonly of: number }

/** For each outcome of the catalogue: the people who have it live. */
export async function peopleByOutcome(tx: Tx, authorityId: number, on: Day): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select outcome_id as "outcomeId", count(distinct person_id) as count, count(*) as of
    from care_planning.personal_outcome
    where authority_id = ${authorityId} and outcome_id is not null and agreed_on <= ${on} and (ended_on is null or ended_on > ${on})
    group by outcome_id`.execute(tx)
  return rows
}

/** For each outcome of the catalogue: how many reviews of the period found it achieved, of how many. */
export async function achievedByOutcome(tx: Tx, authorityId: number, period: Period): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select o.outcome_id as "outcomeId", count(*) filter (where r.achievement = 'achieved') as count, count(*) as of
    from care_planning.outcome_review r
    join care_planning.personal_outcome o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id
    where r.authority_id = ${authorityId} and r.held_on between ${period.from} and ${period.to} and o.outcome_id is not null
    group by o.outcome_id`.execute(tx)
  return rows
}

export type Hanging = {
  readonly personalOutcomeId: number
  readonly personId: number
  readonly ownWords: string
  readonly language: Language
  readonly total: number
}

/** Live outcomes that nobody is down to contribute to; the first few, each with the count of all. */
export async function listWithoutContribution(
  tx: Tx,
  authorityId: number,
  on: Day,
  limit: number,
): Promise<readonly Hanging[]> {
  const { rows } = await sql<Hanging>`
    select o.personal_outcome_id as "personalOutcomeId", o.person_id as "personId", o.own_words as "ownWords", o.own_words_language as language, count(*) over () as total
    from care_planning.personal_outcome o
    where o.authority_id = ${authorityId} and (o.ended_on is null or o.ended_on > ${on})
      and not exists (select from care_planning.contribution c
        where c.authority_id = o.authority_id and c.personal_outcome_id = o.personal_outcome_id)
    order by o.agreed_on desc, o.personal_outcome_id
    limit ${limit}`.execute(tx)
  return rows
}

/** Live outcomes whose review is overdue, and those due within the days given. */
export async function countDue(
  tx: Tx,
  authorityId: number,
  today: Day,
  withinDays: number,
): Promise<{ overdue: number; soon: number }> {
  const { rows } = await sql<{ overdue: number; soon: number }>`
    select count(*) filter (where o.review_due_on < ${today}) as overdue,
      count(*) filter (where o.review_due_on between ${today} and ${today.add({ days: withinDays })}) as soon
    from care_planning.personal_outcome o
    join care_planning.person p on p.authority_id = o.authority_id and p.person_id = o.person_id
    where o.authority_id = ${authorityId} and (o.ended_on is null or o.ended_on > ${today})
      and (p.ended_on is null or p.ended_on > ${today})`.execute(tx)
  return rows[0] ?? { overdue: 0, soon: 0 }
}

/** For a person or carer: their reviews that wait for their own word. */
export async function listAwaitingWord(
  tx: Tx,
  authorityId: number,
  since: Day,
): Promise<readonly { personId: number; outcomeReviewId: number }[]> {
  const { rows } = await sql<{ personId: number; outcomeReviewId: number }>`
    select person_id as "personId", outcome_review_id as "outcomeReviewId"
    from care_planning.outcome_review
    where authority_id = ${authorityId} and held_on >= ${since} and (person_says is null or person_says = 'not-asked')
    order by held_on desc`.execute(tx)
  return rows
}

/** The focus as a condition on `o`, a personal outcome. */
function within(focus: Focus): RawBuilder<boolean> {
  // A person's thread names their outcome and contract for the stops that know no people; of the person, everything counts.
  if (focus.personId !== undefined) return sql<boolean>`o.person_id = ${focus.personId}`
  const conditions = [
    focus.outcomeId === undefined ? undefined : sql`o.outcome_id = ${focus.outcomeId}`,
    focus.contractId === undefined ? undefined : sql`o.contract_id = ${focus.contractId}`,
    focus.providerId === undefined ? undefined : sql`o.provider_id = ${focus.providerId}`,
    focus.areaId === undefined ? undefined : sql`o.area_id = ${focus.areaId}`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** The focus as a condition on `r`, a review, and `o`, its outcome: a review counts where it was held, as the measures count it. */
export function heldWithin(focus: Focus): RawBuilder<boolean> {
  const conditions = [
    focus.personId === undefined ? undefined : sql`r.person_id = ${focus.personId}`,
    focus.outcomeId === undefined ? undefined : sql`o.outcome_id = ${focus.outcomeId}`,
    focus.contractId === undefined ? undefined : sql`r.contract_id = ${focus.contractId}`,
    focus.providerId === undefined ? undefined : sql`r.provider_id = ${focus.providerId}`,
    focus.areaId === undefined ? undefined : sql`r.area_id = ${focus.areaId}`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}
