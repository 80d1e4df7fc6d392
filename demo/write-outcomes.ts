/** Writes what a person wants, how each voice scores it, and which instrument the authority is registered for, through the actions people use. */
import type { Actor } from '../src/platform/permissions/actor.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import {
  browseScales,
  giveOwnScore,
  giveProviderScore,
  openOutcomes,
  recordScore,
  registerScale,
  setOwnOutcome,
} from '../src/systems/care-planning/index.ts'
import { actIn } from './act.ts'

const WISH = {
  cy: {
    ownWords: 'Mynd â’r ci am dro at y bont eto, ar fy mhen fy hun',
    whyItMatters: 'Yno y byddai Wil a minnau’n cwrdd bob nos.',
    canDoNow: 'Dwi’n cyrraedd y giât ac yn gorfod troi’n ôl.',
  },
  en: {
    ownWords: 'Take the dog to the bridge again, on my own',
    whyItMatters: 'It is where Wil and I used to meet each evening.',
    canDoNow: 'I get as far as the gate and have to turn back.',
  },
} as const

export type OutcomeWriters = {
  readonly manager: Actor
  readonly worker: Actor
  readonly provider: Actor
  readonly person: Actor
}

/** Does nothing where it was done before. */
export async function writeOutcomes(runtime: Runtime, writers: OutcomeWriters): Promise<void> {
  const act = actIn(runtime)
  const today = runtime.clock.today()
  const swemwbs = (await act(writers.manager, browseScales, {})).find(({ scale }) => scale.id === 'swemwbs')
  if (swemwbs && !swemwbs.registration)
    await act(writers.manager, registerScale, {
      scale: 'swemwbs',
      version: 0,
      registeredOn: today.subtract({ months: 8 }).toString(),
      reference: 'DEMO-1',
    })
  const { scope } = writers.person
  const personId = scope.kind === 'own' ? scope.personIds[0] : undefined
  if (personId === undefined) return
  const view = await act(writers.worker, openOutcomes, { personId })
  if (view.proposals.length > 0) return
  const { language } = view.person
  await act(writers.person, setOwnOutcome, { personId, ownWordsLanguage: language, ...WISH[language] })
  const theirs = await act(writers.provider, openOutcomes, { personId })
  const outcome = theirs.outcomes.find(({ scale, endedOn }) => scale === 'five-point' && endedOn === null)
  if (!outcome) return
  const at = {
    personId,
    personalOutcomeId: outcome.personalOutcomeId,
    scoredOn: today.subtract({ days: 2 }).toString(),
  }
  await act(writers.person, giveOwnScore, { ...at, answers: [2] })
  await act(writers.worker, recordScore, { ...at, voice: 'practitioner', answers: [3] })
  await act(writers.provider, giveProviderScore, { ...at, answers: [4] })
}
