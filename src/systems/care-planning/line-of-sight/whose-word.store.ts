/** What providers report and what people say of the same outcomes, straight from the reviews. */
import { sql } from 'kysely'
import type { Word, WordReader } from '../../../measures/line-of-sight/whose-word.ts'
import { heldWithin } from './chosen.store.ts'

/** Reviews held in the period at which both spoke, by the outcome of the catalogue; a person who was not asked has not spoken. */
export const wordsByOutcome: WordReader = async (tx, focus, period) => {
  const { rows } = await sql<Word>`
    select o.outcome_id as "outcomeId",
      count(*) as "both",
      count(*) filter (where r.provider_says = 'achieved') as "providerAchieved",
      count(*) filter (where r.person_says = 'achieved') as "personAchieved"
    from care_planning.outcome_review r
    join care_planning.personal_outcome o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id
    where r.authority_id = ${focus.authorityId} and r.held_on between ${period.from} and ${period.to}
      and r.provider_says is not null
      and r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')
      and ${heldWithin(focus)}
    group by o.outcome_id`.execute(tx)
  return rows
}
