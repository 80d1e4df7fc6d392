/** Assessing: beginning, writing a section at a time or as one types, completing, and what follows from it: eligibility, band, wishes. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import {
  type AnswerSet,
  type Answers,
  faultsIn,
  NO_ANSWERS,
  pruned,
  readTyped,
  setsOf,
} from '../../../kernel/questionnaire/answers.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { caseMixOn } from '../case-mix/case-mix.framework.ts'
import { findBand, setBand } from '../case-mix/case-mix.store.ts'
import { bandOf, type NeedBand } from '../case-mix/case-mix.ts'
import { Version } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { addProposal } from '../personal-outcome/outcome-proposal.store.ts'
import { type AssessmentForm, assessmentForms } from './assessment.framework.ts'
import {
  addAssessment,
  completeAssessment,
  giveUpAssessment,
  listAssessments,
  saveAnswers,
} from './assessment.store.ts'
import { type Assessment, ELIGIBILITY_SECTION, OUTCOMES_SECTION } from './assessment.ts'
import { isEligible } from './eligibility.ts'

export type AssessmentsView = {
  readonly person: Person
  readonly today: Day
  readonly assessments: readonly Assessment[]
  /** The edition of each form that would be asked today. */
  readonly forms: readonly AssessmentForm[]
  /** The edition that each assessment was asked with. */
  readonly formOf: ReadonlyMap<number, AssessmentForm>
  readonly band: NeedBand | undefined
}

export const openAssessments = defineAction({
  name: 'care-planning.open-assessments',
  title: { en: 'Looked at assessments', cy: 'Edrych ar asesiadau' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock, runtime }, { personId }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const today = clock.today()
    const assessments = await listAssessments(tx, authorityId, personId)
    const { frameworks } = runtime
    const ids = [...new Set(frameworks.list(assessmentForms).map(({ id }) => id))]
    return accepted<AssessmentsView>({
      person,
      today,
      assessments,
      forms: ids.flatMap((id) => frameworks.findOn(assessmentForms, id, today) ?? []),
      formOf: new Map(
        assessments.flatMap((one) => {
          const form = frameworks.findEdition(assessmentForms, one.form, one.edition)
          return form ? [[one.assessmentId, form] as const] : []
        }),
      ),
      band: await findBand(tx, authorityId, personId, today),
    })
  },
})

export const beginAssessment = defineAction({
  name: 'care-planning.begin-assessment',
  title: { en: 'Began an assessment', cy: 'Dechrau asesiad' },
  permission: 'assessments:write',
  input: z.object({ personId: RecordId, form: z.string() }),
  async run({ tx, actor, clock, runtime, audit }, { personId, form: id }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const today = clock.today()
    const form = runtime.frameworks.findOn(assessmentForms, id, today)
    if (!form) return refused(NO_SUCH_FORM)
    // A reassessment starts from what was found before, where the same edition was asked.
    const before = (await listAssessments(tx, authorityId, personId)).find(
      (one) => one.state === 'complete' && one.form === form.id && one.edition === form.edition,
    )
    const assessmentId = await addAssessment(tx, authorityId, {
      personId,
      form: form.id,
      edition: form.edition,
      answers: before?.answers ?? NO_ANSWERS,
      wordsLanguage: person.language,
      startedOn: today,
      startedBy: actor.name,
    })
    if (assessmentId === undefined) return refused(WRITTEN_ALREADY)
    audit({ recordType: 'care-planning.person', recordId: personId, after: { assessmentBegun: form.id } })
    return accepted({ assessmentId })
  },
})

const AT = { personId: RecordId, assessmentId: RecordId, version: Version }

export const writeSection = defineAction({
  name: 'care-planning.write-assessment',
  title: { en: 'Wrote in an assessment', cy: 'Ysgrifennu mewn asesiad' },
  permission: 'assessments:write',
  input: z.object({
    ...AT,
    section: z.string(),
    /** The form's fields as they were typed. */
    typed: z.record(z.string(), z.string()),
    /** Of a section that repeats: the one that is taken out. */
    remove: z.coerce.number().int().min(0).optional().catch(undefined),
    /** While it is typed, faults are kept for later; the button tells them. */
    asTyped: z.boolean().default(false),
  }),
  async run(context, input) {
    const { tx, actor } = context
    const found = await findDraft(context, input)
    if (!found.ok) return found
    const { assessment, form } = found.value
    const section = form.questionnaire.sections.find(({ id }) => id === input.section)
    if (!section) return refused(NO_SUCH_FORM)
    const read = readTyped(section, input.typed, assessment.answers)
    const answers = input.remove === undefined ? read : without(read, section.id, input.remove)
    const faults = input.asTyped ? [] : faultsIn(section, answers, false)
    if (faults[0]) return refused({ ...faults[0], others: faults.slice(1) })
    if (!(await saveAnswers(tx, actor.authorityId, input, answers)))
      return refused(staleVersion(input.version, assessment.version))
    return accepted({ version: input.version + 1 })
  },
})

function without(answers: Answers, section: string, index: number): Answers {
  return { ...answers, each: { ...answers.each, [section]: (answers.each[section] ?? []).toSpliced(index, 1) } }
}

export const finishAssessment = defineAction({
  name: 'care-planning.finish-assessment',
  title: { en: 'Completed an assessment', cy: 'Cwblhau asesiad' },
  permission: 'assessments:write',
  input: z.object(AT),
  async run(context, input) {
    const { tx, actor, clock, runtime, audit } = context
    const found = await findDraft(context, input)
    if (!found.ok) return found
    const { assessment, form } = found.value
    const answers = pruned(form.questionnaire, assessment.answers)
    const faults = form.questionnaire.sections.flatMap((section) => faultsIn(section, answers, true))
    if (faults[0]) return refused({ ...faults[0], kind: 'conflict', others: faults.slice(1) })
    const tests = form.questionnaire.sections.some(({ id }) => id === ELIGIBILITY_SECTION)
    const eligible = tests ? (isEligible(answers.each[ELIGIBILITY_SECTION] ?? []) ?? false) : null
    const completedOn = clock.today()
    const done = { answers, completedOn, completedBy: actor.name, isEligible: eligible }
    if (!(await completeAssessment(tx, actor.authorityId, input, done)))
      return refused(staleVersion(input.version, assessment.version))
    const rules = caseMixOn(runtime.frameworks, completedOn)
    const banded = rules?.form === form.id ? bandOf(rules, answers.once) : undefined
    if (rules && banded)
      await setBand(tx, actor.authorityId, input.personId, {
        ...banded,
        fromOn: completedOn,
        assessmentId: input.assessmentId,
        edition: rules.edition,
      })
    await takeOverWishes(context, assessment, setsFor(form, answers))
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { assessment: form.id, edition: form.edition, isEligible: eligible, band: banded?.band ?? null },
    })
    return accepted({ assessmentId: input.assessmentId, band: banded?.band, isEligible: eligible })
  },
})

function setsFor(form: AssessmentForm, answers: Answers): readonly AnswerSet[] {
  const section = form.questionnaire.sections.find(({ id }) => id === OUTCOMES_SECTION)
  return section ? setsOf(section, answers) : []
}

/** What they want to achieve, as it was said, becomes a wish to agree on. */
async function takeOverWishes(
  { tx, actor, clock }: ActionContext,
  assessment: Assessment,
  wishes: readonly AnswerSet[],
): Promise<void> {
  for (const wish of wishes) {
    const ownWords = String(wish['outcome-words'] ?? '').trim()
    if (!ownWords) continue
    await addProposal(tx, actor.authorityId, {
      personId: assessment.personId,
      ownWords: ownWords.slice(0, 1000),
      ownWordsLanguage: assessment.wordsLanguage,
      whyItMatters: String(wish['outcome-why'] ?? '').slice(0, 4000),
      canDoNow: String(wish['outcome-now'] ?? '').slice(0, 4000),
      outcomeId: null,
      proposedBy: 'worker',
      proposedByName: actor.name,
      proposedOn: clock.today(),
    })
  }
}

export const discardAssessment = defineAction({
  name: 'care-planning.discard-assessment',
  title: { en: 'Gave up an assessment', cy: 'Rhoi asesiad o’r neilltu' },
  permission: 'assessments:write',
  input: z.object(AT),
  async run(context, input) {
    const { tx, actor, audit } = context
    const found = await findDraft(context, input)
    if (!found.ok) return found
    if (!(await giveUpAssessment(tx, actor.authorityId, input)))
      return refused(staleVersion(input.version, found.value.assessment.version))
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { assessmentGivenUp: input.assessmentId },
    })
    return accepted({ assessmentId: input.assessmentId })
  },
})

async function findDraft(
  { tx, actor, runtime }: ActionContext,
  at: { readonly personId: number; readonly assessmentId: number },
): Promise<Result<{ assessment: Assessment; form: AssessmentForm }>> {
  const assessment = (await listAssessments(tx, actor.authorityId, at.personId)).find(
    ({ assessmentId }) => assessmentId === at.assessmentId,
  )
  if (!assessment) return refused(NO_SUCH_ASSESSMENT)
  if (assessment.state !== 'draft') return refused(IS_COMPLETE)
  const form = runtime.frameworks.findEdition(assessmentForms, assessment.form, assessment.edition)
  if (!form) throw new Error(`the edition ${assessment.edition} of ${assessment.form} is gone`)
  return accepted({ assessment, form })
}

export const NO_SUCH_ASSESSMENT: Refusal = {
  kind: 'not-found',
  code: 'no-such-assessment',
  message: {
    en: 'There is no such assessment, or you may not see it.',
    cy: 'Nid oes asesiad o’r fath, neu ni chewch ei weld.',
  },
}
const NO_SUCH_FORM: Refusal = {
  kind: 'invalid',
  code: 'no-such-form',
  field: 'form',
  message: { en: 'Choose a form that is in use.', cy: 'Dewiswch ffurflen sydd ar waith.' },
}
const WRITTEN_ALREADY: Refusal = {
  kind: 'conflict',
  code: 'assessment-written-already',
  field: 'form',
  message: {
    en: 'One is being written already. Go on with that one.',
    cy: 'Mae un wrthi’n cael ei ysgrifennu eisoes. Ewch ymlaen â hwnnw.',
  },
}
const IS_COMPLETE: Refusal = {
  kind: 'conflict',
  code: 'assessment-is-complete',
  message: {
    en: 'This assessment is complete and stays as it is. Begin a reassessment instead.',
    cy: 'Mae’r asesiad hwn yn gyflawn ac yn aros fel y mae. Dechreuwch ailasesiad yn lle hynny.',
  },
}
