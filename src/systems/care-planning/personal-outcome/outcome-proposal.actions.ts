/** Saying what one wants to achieve, answering it, and taking it back. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { optional, Prose, requiredProse, Version, WordsLanguage } from '../form-values.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import { addProposal, answerProposal, listProposals } from './outcome-proposal.store.ts'
import type { ProposedBy } from './outcome-proposal.ts'
import { ANSWERED_BEFORE } from './personal-outcome.actions.ts'

export const ProposalInput = z.object({
  personId: RecordId,
  ownWords: requiredProse(
    'Write down what is wanted, in your own words',
    'Ysgrifennwch beth sydd ei eisiau, yn eich geiriau eich hun',
    1000,
  ),
  ownWordsLanguage: WordsLanguage,
  whyItMatters: Prose,
  canDoNow: Prose,
  outcomeId: optional(RecordId).transform((id) => id ?? null),
})
export type ProposalInput = z.infer<typeof ProposalInput>

/** A person, or their carer, says what they want to achieve. */
export const setOwnOutcome = defineAction({
  name: 'care-planning.set-own-outcome',
  title: { en: 'Said what they want to achieve', cy: 'Dweud beth y maent am ei gyflawni' },
  permission: 'outcomes:propose',
  input: ProposalInput,
  run: (context, input) => propose(context, input, context.actor.roles.includes('carer') ? 'carer' : 'person'),
})

/** A worker writes down what came up, to agree it later. */
export const proposeOutcome = defineAction({
  name: 'care-planning.propose-outcome',
  title: { en: 'Wrote down a wish to agree on later', cy: 'Nodi dymuniad i gytuno arno’n ddiweddarach' },
  permission: 'people:change',
  input: ProposalInput,
  run: (context, input) => propose(context, input, 'worker'),
})

async function propose(
  { tx, actor, clock, audit }: ActionContext,
  input: ProposalInput,
  proposedBy: ProposedBy,
): Promise<Result<{ outcomeProposalId: number }>> {
  if (!(await findPerson(tx, actor.authorityId, input.personId))) return refused(NO_SUCH_PERSON)
  const proposal = { ...input, proposedBy, proposedByName: actor.name, proposedOn: clock.today() }
  const outcomeProposalId = await addProposal(tx, actor.authorityId, proposal)
  audit({
    recordType: 'care-planning.person',
    recordId: input.personId,
    after: { proposal: input.ownWords, proposedBy },
  })
  return accepted({ outcomeProposalId })
}

export const declineProposal = defineAction({
  name: 'care-planning.decline-proposal',
  title: { en: 'Did not take up a proposed outcome', cy: 'Peidio â derbyn canlyniad a gynigiwyd' },
  permission: 'people:change',
  input: z.object({
    personId: RecordId,
    outcomeProposalId: RecordId,
    version: Version,
    answer: requiredProse(
      'Say why, in words the person will read',
      'Dywedwch pam, mewn geiriau y bydd y person yn eu darllen',
    ),
  }),
  run: (context, input) => answerAs(context, input, 'declined'),
})

/** Whoever proposed an outcome takes it back while it waits. */
export const withdrawProposal = defineAction({
  name: 'care-planning.withdraw-proposal',
  title: { en: 'Took a proposed outcome back', cy: 'Tynnu canlyniad a gynigiwyd yn ôl' },
  permission: 'outcomes:propose',
  input: z.object({ personId: RecordId, outcomeProposalId: RecordId, version: Version, answer: Prose }),
  run: (context, input) => answerAs(context, input, 'withdrawn'),
})

async function answerAs(
  { tx, actor, clock, audit }: ActionContext,
  input: { personId: number; outcomeProposalId: number; version: number; answer: string },
  state: 'declined' | 'withdrawn',
): Promise<Result<{ outcomeProposalId: number }>> {
  const proposals = await listProposals(tx, actor.authorityId, input.personId)
  const proposal = proposals.find((one) => one.outcomeProposalId === input.outcomeProposalId)
  if (!proposal) return refused(NO_SUCH_OUTCOME)
  const given = { state, on: clock.today(), byName: actor.name, answer: input.answer, personalOutcomeId: null }
  if (!(await answerProposal(tx, actor.authorityId, input, given))) return refused(ANSWERED_BEFORE)
  audit({
    recordType: 'care-planning.person',
    recordId: input.personId,
    before: { proposal: proposal.ownWords, state: proposal.state },
    after: { proposal: proposal.ownWords, state, answer: input.answer },
  })
  return accepted({ outcomeProposalId: input.outcomeProposalId })
}
