/** Records of care planning that no file brings, for a person of the small authority: made as people make them, through the actions. */
import { dayOf } from './kernel/period.ts'
import { type Action, perform } from './platform/actions/action.ts'
import type { Tx } from './platform/database/database.ts'
import { systemActor } from './platform/permissions/actor.ts'
import type { Runtime } from './platform/runtime.ts'
import { addSomebody } from './systems/care-planning/around/around.actions.ts'
import { beginAssessment } from './systems/care-planning/assessment/assessment.actions.ts'
import { receivePlan, sendPlan } from './systems/care-planning/exchange/exchange.actions.ts'
import { proposeOutcome } from './systems/care-planning/personal-outcome/outcome-proposal.actions.ts'
import {
  changePlan,
  offerPlan,
  openPlan,
  recordAgreement,
  startPlan,
} from './systems/care-planning/plan/plan.actions.ts'
import { beginReview, openReviews } from './systems/care-planning/plan-review/plan-review.actions.ts'
import { addNote } from './systems/care-planning/provider-note/provider-note.store.ts'
import { noteSituation } from './systems/care-planning/situation/situation.actions.ts'
import { drawSample } from './systems/care-planning/verification/verification.actions.ts'

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
  await draftPlan(act, personId, 'Daeth yn gryfach')
  const [first] = (await act(openPlan, { personId })).versions
  const agreement = { how: 'in-person', byWhom: 'person', name: 'Gwen', agreedOn: '2026-03-03' }
  await act(recordAgreement, { personId, number: first?.number, version: first?.version, ...agreement })
  const number = await draftPlan(act, personId, 'Newidiodd pethau')
  const [second] = (await act(openPlan, { personId })).versions
  await act(offerPlan, { personId, number, version: second?.version })
  const providerNoteId = await runtime.database.transaction(ACTOR, (tx) => addProviderNote(tx, at, runtime.clock.now()))
  const { planReviewId } = await act(beginReview, { personId, kind: 'routine', heldOn: '2026-03-03' })
  await act(noteSituation, { personId, kind: 'hospital', noticedOn: '2026-03-02', detail: 'Cwympodd' })
  const [situation] = (await act(openReviews, { personId })).situations
  const { assessmentId } = await act(beginAssessment, { personId, form: 'adult-assessment' })
  const everything = { from: '2000-01-01', to: '2026-03-03', size: 500, seed: 'prawf' }
  const { verificationSampleId: sampleId } = await act(drawSample, everything)
  const { receivedPlanId } = await receiveBack(act, personId)
  const carer = { personId, kind: 'carer', name: 'Rhiannon Pugh', since: '2026-01-05' }
  const { relationshipId } = await act(addSomebody, carer)
  const ids = {
    relationshipId,
    receivedPlanId,
    section: 'conversation',
    assessmentId,
    sampleId,
    outcomeProposalId,
    number,
    providerNoteId,
    planReviewId,
    situationId: situation?.situationId,
  }
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, String(id)]))
}

type Act = <Input, Output>(action: Action<Input, Output>, input: unknown) => Promise<Output>

/** The person's own plan as another system might send it back: with another name, and something that we have no place for. */
async function receiveBack(act: Act, personId: string): Promise<{ receivedPlanId: number }> {
  const { bundle } = await act(sendPlan, { personId })
  const condition = { resource: { resourceType: 'Condition', code: { text: 'Cryd cymalau' } } }
  const sent = JSON.stringify({ ...bundle, entry: [...(bundle.entry as readonly object[]), condition] })
  const text = sent.replaceAll(/"given":\["[^"]*"\]/g, '"given":["Gwenllian"]')
  return act(receivePlan, { fileName: 'cynllun.json', text })
}

/** A draft with nothing missing. */
async function draftPlan(act: Act, personId: string, reason: string): Promise<number> {
  const { number } = await act(startPlan, { personId, reason })
  const change = async (change: unknown) => {
    const [draft] = (await act(openPlan, { personId })).versions
    await act(changePlan, { personId, number, version: draft?.version, change })
  }
  const days = { startsOn: '2026-03-03', endsOn: '', reviewDueOn: '2026-06-01' }
  await change({ kind: 'terms', terms: { language: 'cy', ...days, contingency: '', preferences: 'Yn y bore' } })
  const [draft] = (await act(openPlan, { personId })).versions
  for (const { personalOutcomeId, contributions } of draft?.content.outcomes ?? [])
    if (contributions.length === 0)
      await change({
        kind: 'add-contribution',
        personalOutcomeId,
        contribution: { party: 'family', extent: 'part', what: 'Mynd gyda hi' },
      })
  return number
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
