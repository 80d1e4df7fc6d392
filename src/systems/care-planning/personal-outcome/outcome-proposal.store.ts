/** Proposals in the database. */
import type { Selectable } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { OutcomeProposal, ProposalState, ProposedBy } from './outcome-proposal.ts'

export type NewProposal = Pick<
  OutcomeProposal,
  | 'personId'
  | 'ownWords'
  | 'ownWordsLanguage'
  | 'whyItMatters'
  | 'canDoNow'
  | 'outcomeId'
  | 'proposedBy'
  | 'proposedByName'
  | 'proposedOn'
>

export async function addProposal(tx: Tx, authorityId: number, proposal: NewProposal): Promise<number> {
  const { outcome_proposal_id } = await tx
    .insertInto('care_planning.outcome_proposal')
    .values({
      authority_id: authorityId,
      person_id: proposal.personId,
      own_words: proposal.ownWords,
      own_words_language: proposal.ownWordsLanguage,
      why_it_matters: proposal.whyItMatters,
      can_do_now: proposal.canDoNow,
      outcome_id: proposal.outcomeId,
      proposed_by: proposal.proposedBy,
      proposed_by_name: proposal.proposedByName,
      proposed_on: proposal.proposedOn,
    })
    .returning('outcome_proposal_id')
    .executeTakeFirstOrThrow()
  return outcome_proposal_id
}

/** All proposals of one person, those that wait first, then the newest. */
export async function listProposals(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<readonly OutcomeProposal[]> {
  const rows = await tx
    .selectFrom('care_planning.outcome_proposal')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy((eb) => eb.case().when('state', '=', 'waiting').then(0).else(1).end())
    .orderBy('proposed_on', 'desc')
    .orderBy('outcome_proposal_id', 'desc')
    .execute()
  return rows.map(proposalOf)
}

export type ProposalAnswer = {
  readonly state: Exclude<ProposalState, 'waiting'>
  readonly on: Day
  readonly byName: string
  readonly answer: string
  readonly personalOutcomeId: number | null
}

/** Answers a proposal that waits; false when somebody answered it or changed it since `version`. */
export async function answerProposal(
  tx: Tx,
  authorityId: number,
  at: { readonly outcomeProposalId: number; readonly version: number },
  given: ProposalAnswer,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.outcome_proposal')
    .set((eb) => ({
      state: given.state,
      answered_on: given.on,
      answered_by_name: given.byName,
      answer: given.answer,
      personal_outcome_id: given.personalOutcomeId,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('outcome_proposal_id', '=', at.outcomeProposalId)
    .where('version', '=', at.version)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function proposalOf(row: Selectable<Tables['care_planning.outcome_proposal']>): OutcomeProposal {
  return {
    outcomeProposalId: row.outcome_proposal_id,
    personId: row.person_id,
    ownWords: row.own_words,
    ownWordsLanguage: row.own_words_language as Language,
    whyItMatters: row.why_it_matters,
    canDoNow: row.can_do_now,
    outcomeId: row.outcome_id,
    proposedBy: row.proposed_by as ProposedBy,
    proposedByName: row.proposed_by_name,
    proposedOn: row.proposed_on,
    state: row.state as ProposalState,
    answeredOn: row.answered_on,
    answeredByName: row.answered_by_name,
    answer: row.answer,
    personalOutcomeId: row.personal_outcome_id,
    version: row.version,
  }
}
