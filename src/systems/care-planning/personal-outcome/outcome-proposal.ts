/** What somebody wants to achieve, before it is agreed with them: counted nowhere until it is. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const ProposedBy = z.enum(['person', 'carer', 'worker'])
export type ProposedBy = z.infer<typeof ProposedBy>

export const ProposalState = z.enum(['waiting', 'agreed', 'declined', 'withdrawn'])
export type ProposalState = z.infer<typeof ProposalState>

export const PROPOSAL_STATE_NAMES = {
  waiting: { en: 'Waiting for an answer', cy: 'Yn aros am ateb' },
  agreed: { en: 'Agreed', cy: 'Wedi’i gytuno' },
  declined: { en: 'Not taken up', cy: 'Heb ei dderbyn' },
  withdrawn: { en: 'Taken back', cy: 'Wedi’i dynnu’n ôl' },
} as const satisfies Record<ProposalState, Bilingual>

/** Only what waits can be answered or taken back. */
export function canBeAnswered(proposal: { readonly state: ProposalState }): boolean {
  return proposal.state === 'waiting'
}

export type OutcomeProposal = {
  readonly outcomeProposalId: number
  readonly personId: number
  readonly ownWords: string
  readonly ownWordsLanguage: Language
  readonly whyItMatters: string
  readonly canDoNow: string
  readonly outcomeId: number | null
  readonly proposedBy: ProposedBy
  readonly proposedByName: string
  readonly proposedOn: Day
  readonly state: ProposalState
  readonly answeredOn: Day | null
  readonly answeredByName: string | null
  readonly answer: string
  readonly personalOutcomeId: number | null
  readonly version: number
}
