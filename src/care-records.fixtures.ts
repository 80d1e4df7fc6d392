/** Records of care planning that no file brings, for a person of the small authority: made as people make them, through the actions. */
import { type Action, perform } from './platform/actions/action.ts'
import { systemActor } from './platform/permissions/actor.ts'
import type { Runtime } from './platform/runtime.ts'
import { proposeOutcome } from './systems/care-planning/personal-outcome/outcome-proposal.actions.ts'

const ACTOR = systemActor(1, 'test')

/** Adds one of each for this person and answers their ids, by the name their parameter has in paths. */
export async function addCareRecords(
  runtime: Runtime,
  at: { readonly personId: string; readonly personalOutcomeId: string; readonly outcomeReviewId: string },
): Promise<Record<string, string>> {
  const act = async <Input, Output>(action: Action<Input, Output>, input: unknown): Promise<Output> => {
    const result = await perform(runtime, ACTOR, action, input, { via: 'command', at: 'test' })
    if (!result.ok) throw new Error(`${action.name}: ${result.refusal.message.en}`)
    return result.value
  }
  const { personId } = at
  const { outcomeProposalId } = await act(proposeOutcome, {
    personId,
    ownWords: 'Mynd i’r capel',
    ownWordsLanguage: 'cy',
  })
  return { outcomeProposalId: String(outcomeProposalId) }
}
