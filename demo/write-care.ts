/** Writes assessments, plans, reviews and a sample as a worker and a contract manager do, so that the demonstration has each in every state. */
import type { Actor } from '../src/platform/permissions/actor.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import {
  beginAssessment,
  finishAssessment,
  openAssessments,
  writeSection,
} from '../src/systems/care-planning/assessment/assessment.actions.ts'
import { openCaseload } from '../src/systems/care-planning/caseload/caseload.actions.ts'
import { browseSamples, drawSample, openSample, recordVerification } from '../src/systems/care-planning/index.ts'
import {
  changePlan,
  offerPlan,
  openPlan,
  recordAgreement,
  startPlan,
} from '../src/systems/care-planning/plan/plan.actions.ts'
import { beginReview, openReviews } from '../src/systems/care-planning/plan-review/plan-review.actions.ts'
import { openRestriction, restrictRecord } from '../src/systems/care-planning/restriction/restriction.actions.ts'
import { noteSituation } from '../src/systems/care-planning/situation/situation.actions.ts'
import { type Act, actIn } from './act.ts'
import * as words from './care-words.ts'
import type { County } from './county.ts'
import { storyPeople } from './persona.ts'
import { STORY } from './providers.ts'
import { type Known, writeAround } from './write-around.ts'

export type CareWriters = { readonly worker: Actor; readonly manager: Actor }

/** How far a person's plan has come; each of the worker's people in turn. */
const PLANS = ['agreed', 'agreed', 'amended', 'offered', 'agreed', 'drafted', 'agreed', 'file', 'file', 'file'] as const

/** Does nothing where it was done before. */
export async function writeCare(runtime: Runtime, county: County, { worker, manager }: CareWriters): Promise<void> {
  const act = actIn(runtime)
  const today = runtime.clock.today()
  const all = await peopleOf(act, worker, county)
  await writeAround(act, worker, all, today)
  const inStory = new Set(storyPeople(county).map(({ ref }) => ref))
  // What is agreed is told to providers; the provider that one can sign in as keeps the few notices of its own story.
  const people = all.filter(({ person }) => !inStory.has(person.ref) && person.contract?.provider.ref !== STORY.parting)
  for (const [index, known] of people.entries()) {
    await writePlan(act, worker, known, { index, today })
    if (index % 4 === 1) await writeAssessment(act, worker, known, { index, today })
  }
  if (people[2]) await writeCarerAssessment(act, worker, people[2])
  for (const [index, changed] of words.CHANGED.entries()) {
    const known = people[6 + index]
    if (known) await writeChange(act, worker, known, { ...changed, on: today.subtract({ days: 2 + index }) })
  }
  if (people[8]) await beginOneReview(act, worker, people[8], today)
  if (people[9]) await restrictOne(act, worker, people[9])
  await writeSample(act, manager, today)
}

/** The worker's own people who have an outcome, those whose review is due first first; with the others everything is still to begin. */
async function peopleOf(act: Act, worker: Actor, county: County): Promise<readonly Known[]> {
  const { shown } = await act(worker, openCaseload, {})
  const byRef = new Map(county.people.map((person) => [person.ref, person]))
  return (shown?.people ?? []).flatMap(({ personId, ref, liveOutcomes }) => {
    const person = byRef.get(ref)
    return person && liveOutcomes > 0 ? [{ personId, person }] : []
  })
}

type Place = { readonly index: number; readonly today: Temporal.PlainDate }

async function writePlan(act: Act, worker: Actor, { personId, person }: Known, { index, today }: Place): Promise<void> {
  const how = PLANS[index % PLANS.length]!
  const before = await act(worker, openPlan, { personId })
  const live = before.outcomes.filter(({ endedOn }) => endedOn === null)
  const isWhole = live.length > 0 && live.every(({ contributions }) => contributions.length > 0)
  if (how === 'file' || before.versions.length > 0 || !isWhole) return
  const { language } = person
  const of = <T>(list: readonly T[]): T => list[index % list.length]!
  const write = async (number: number, version: number, changes: readonly object[]): Promise<number> => {
    let seen = version
    for (const change of changes) {
      await act(worker, changePlan, { personId, number, version: seen, change })
      seen += 1
    }
    return seen
  }
  const agreedOn = today.subtract({ days: 30 + index * 3 })
  const risk = of(words.RISKS)
  const terms = {
    kind: 'terms',
    terms: {
      language,
      startsOn: agreedOn.toString(),
      endsOn: '',
      reviewDueOn: agreedOn.add({ months: 6 }).toString(),
      contingency: of(words.CONTINGENCY)[language],
      preferences: of(words.PREFERENCES)[language],
    },
  }
  const hours = 8 + (index % 7) * 2
  const money = (weekly: number) => ({
    kind: 'money',
    money: {
      indicativeWeeklyPence: `${(weekly * 26.5).toFixed(2)}`,
      budgetBasis: words.BUDGET_BASIS[language],
      finalWeeklyPence: index % 2 ? `${(weekly * 25.75).toFixed(2)}` : '',
    },
  })
  const { number } = await act(worker, startPlan, { personId, reason: of(words.AMENDED)[language] })
  const changes = [
    terms,
    money(hours),
    {
      kind: 'add-risk',
      risk: { what: risk.what[language], whatIsDone: risk.whatIsDone[language], isShared: risk.isShared },
    },
  ]
  if (how === 'drafted') {
    await write(number, 1, changes.slice(0, 1))
    return
  }
  const written = await write(number, 1, changes)
  await act(worker, offerPlan, { personId, number, version: written })
  if (how === 'offered') return
  await act(worker, recordAgreement, {
    personId,
    number,
    version: written + 1,
    how: of(['in-person', 'by-telephone', 'on-paper']),
    byWhom: 'person',
    name: `${person.givenName} ${person.familyName}`,
    agreedOn: agreedOn.toString(),
    words: of(words.AGREED_WORDS)[language],
  })
  if (how !== 'amended') return
  const next = await act(worker, startPlan, { personId, reason: words.AMENDED[0]![language] })
  const due = today.add({ months: 6 }).toString()
  const amended = { ...terms, terms: { ...terms.terms, startsOn: today.toString(), reviewDueOn: due } }
  const seen = await write(next.number, 1, [amended, money(hours - 3)])
  await act(worker, offerPlan, { personId, number: next.number, version: seen })
}

/** Every other one is complete; of the rest only the conversation has been held. */
async function writeAssessment(act: Act, worker: Actor, known: Known, { index }: Place): Promise<void> {
  const { personId, person } = known
  const { assessments } = await act(worker, openAssessments, { personId })
  if (assessments.length > 0) return
  const { language } = person
  const of = <T>(list: readonly T[]): T => list[index % list.length]!
  const { assessmentId } = await act(worker, beginAssessment, { personId, form: 'adult-assessment' })
  let version = 1
  const write = async (section: string, typed: Readonly<Record<string, string>>) => {
    await act(worker, writeSection, { personId, assessmentId, version, section, typed })
    version += 1
  }
  await write('conversation', {
    'what-matters': person.whatMatters || of(words.GOOD_DAY)[language],
    'good-day': of(words.GOOD_DAY)[language],
    'language-offered': 'yes',
    'who-was-there': 'person,family',
  })
  if (index % 8 !== 1) return
  await write('circumstances', {
    'lives-alone': 'yes',
    moving: of(['with-effort', 'with-help']),
    'daily-care': of(['some', 'reminding']),
    memory: of(['clear', 'forgetful']),
    falls: String(index % 4),
  })
  await write('barriers', { 'barriers.0.barrier': words.BARRIER[language] })
  await write('risks', { 'risks.0.risk': words.RISK[language], 'risks.0.risk-serious': 'serious' })
  await write('strengths', { strengths: of(words.STRENGTHS)[language], 'has-carer': 'no' })
  await write('eligibility', {
    'eligibility.0.need': words.NEED[language],
    'eligibility.0.from-cause': 'yes',
    'eligibility.0.is-well-being': 'yes',
    'eligibility.0.cannot-alone': 'yes',
    'eligibility.0.unlikely-otherwise': 'yes',
    'eligibility.0.must-protect': 'no',
    'eligibility.0.eligibility-why': words.NEED_WHY[language],
  })
  await act(worker, finishAssessment, { personId, assessmentId, version })
}

async function writeCarerAssessment(act: Act, worker: Actor, { personId, person }: Known): Promise<void> {
  const { assessments } = await act(worker, openAssessments, { personId })
  if (assessments.some(({ form }) => form === 'carer-assessment')) return
  const { language } = person
  const { assessmentId } = await act(worker, beginAssessment, { personId, form: 'carer-assessment' })
  const at = { personId, assessmentId }
  await act(worker, writeSection, {
    ...at,
    version: 1,
    section: 'caring',
    typed: { 'carer-name': words.AROUND[0]!.name, 'carer-matters': words.CARER.matters[language], 'carer-hours': '20' },
  })
  await act(worker, writeSection, {
    ...at,
    version: 2,
    section: 'carer-wishes',
    typed: { willing: 'yes', able: 'yes', 'carer-wants': words.CARER.wants[language] },
  })
  await act(worker, writeSection, {
    ...at,
    version: 3,
    section: 'carer-support',
    typed: { 'carer-help': words.CARER.help[language] },
  })
  await act(worker, finishAssessment, { ...at, version: 4 })
}

type Change = (typeof words.CHANGED)[number] & { readonly on: Temporal.PlainDate }

async function writeChange(act: Act, worker: Actor, { personId, person }: Known, change: Change): Promise<void> {
  const { situations } = await act(worker, openReviews, { personId })
  if (situations.some(({ kind }) => kind === change.kind)) return
  await act(worker, noteSituation, {
    personId,
    kind: change.kind,
    noticedOn: change.on.toString(),
    detail: change.detail[person.language],
  })
}

async function beginOneReview(act: Act, worker: Actor, { personId }: Known, today: Temporal.PlainDate): Promise<void> {
  const { meetings } = await act(worker, openReviews, { personId })
  if (meetings.length > 0) return
  await act(worker, beginReview, { personId, kind: 'routine', heldOn: today.subtract({ days: 1 }).toString() })
}

async function restrictOne(act: Act, worker: Actor, { personId, person }: Known): Promise<void> {
  const { restrictions } = await act(worker, openRestriction, { personId })
  if (restrictions.length === 0)
    await act(worker, restrictRecord, { personId, reason: words.RESTRICTED[person.language] })
}

const SAMPLE_SIZE = 8

/** Claims of the last quarter drawn by lot; most of them looked into, one found otherwise than was claimed. */
async function writeSample(act: Act, manager: Actor, today: Temporal.PlainDate): Promise<void> {
  const { samples } = await act(manager, browseSamples, {})
  if (samples.length > 0) return
  const { verificationSampleId: sampleId } = await act(manager, drawSample, {
    from: today.subtract({ months: 4 }).toString(),
    to: today.subtract({ months: 1 }).toString(),
    size: SAMPLE_SIZE,
    seed: 'Bryniau',
  })
  const { items } = await act(manager, openSample, { sampleId })
  for (const [index, item] of items.slice(0, SAMPLE_SIZE - 3).entries())
    await act(manager, recordVerification, {
      sampleId,
      outcomeReviewId: item.outcomeReviewId,
      version: item.version,
      found: index === 1 ? 'not' : item.claimed,
      how: 'person',
      verifiedOn: today.subtract({ days: index }).toString(),
      note: '',
    })
}
