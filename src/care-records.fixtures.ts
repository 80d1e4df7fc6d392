/** Records of care planning that no file brings, for a person of the small authority: made as people make them, through the actions. */
import { dayOf } from './kernel/period.ts'
import { type Action, perform } from './platform/actions/action.ts'
import type { Tx } from './platform/database/database.ts'
import { systemActor } from './platform/permissions/actor.ts'
import type { Runtime } from './platform/runtime.ts'
import { proposeOutcome } from './systems/care-planning/personal-outcome/outcome-proposal.actions.ts'
import { addNote } from './systems/care-planning/provider-note/provider-note.store.ts'

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
  const providerNoteId = await runtime.database.transaction(ACTOR, (tx) => addProviderNote(tx, at, runtime.clock.now()))
  return { outcomeProposalId: String(outcomeProposalId), providerNoteId: String(providerNoteId) }
}

/** A provider's progress note on the outcome, by the provider that leads on it; only its own people could write it through the action. */
async function addProviderNote(
  tx: Tx,
  at: { readonly personId: string; readonly personalOutcomeId: string },
  writtenAt: Temporal.Instant,
): Promise<number> {
  const { provider_id } = await tx
    .selectFrom('care_planning.personal_outcome')
    .select('provider_id')
    .where('personal_outcome_id', '=', Number(at.personalOutcomeId))
    .executeTakeFirstOrThrow()
  return addNote(tx, ACTOR.authorityId, {
    personId: Number(at.personId),
    providerId: provider_id ?? 0,
    kind: 'change-request',
    personalOutcomeId: Number(at.personalOutcomeId),
    happenedOn: dayOf(writtenAt),
    words: 'Mae angen mwy o amser yn y bore.',
    wordsLanguage: 'cy',
    isUrgent: false,
    weeklyMinutes: null,
    writtenBy: 'Osian Parri',
    writtenAt,
    state: 'waiting',
  })
}
