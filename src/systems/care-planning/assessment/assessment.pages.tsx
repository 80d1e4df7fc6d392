/** Assessments: all of a person's, one as a list of its parts, each part as a form that is saved as one types, and the whole to read. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { BAND_NAMES } from '../../../kernel/need-band.ts'
import { showDay, showTime } from '../../../kernel/period.ts'
import { type Answers, readTyped, setsOf, stateOf } from '../../../kernel/questionnaire/answers.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  ButtonGroup,
  DataTable,
  Form,
  fieldErrors,
  Link,
  Notice,
  QuestionnaireAnswers,
  QuestionnaireSection,
  Section,
  SummaryList,
  TaskList,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import {
  type AssessmentsView,
  beginAssessment,
  discardAssessment,
  finishAssessment,
  NO_SUCH_ASSESSMENT,
  openAssessments,
  writeSection,
} from './assessment.actions.ts'
import type { AssessmentForm } from './assessment.framework.ts'
import { text } from './assessment.text.ts'
import { ASSESSMENT_STATE_NAMES, type Assessment, ELIGIBILITY_SECTION } from './assessment.ts'
import { judgeNeed } from './eligibility.ts'

const ONE = ':assessmentId{[0-9]+}'

export function assessmentPages(doors: Doors): void {
  const all = carePlanningPaths.assessments(':personId')
  doors.get(all, 'people:read', (c) => showAll(c, EMPTY))
  doors.post(all, 'assessments:write', async (c) => {
    const input = { ...(await typedIn(c)), ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), beginAssessment, input, originOf(c))
    return answerForm(c, result, {
      done: ({ assessmentId }) => ({
        path: carePlanningPaths.assessment(personIdOf(c), assessmentId),
        message: { en: text.en.started, cy: text.cy.started },
      }),
      again: (refusal) => showAll(c, { typed: {}, refusal }),
    })
  })
  const one = carePlanningPaths.assessment(':personId', ONE)
  doors.get(one, 'people:read', (c) => showOne(c, EMPTY))
  for (const [move, action, done] of [
    ['finish', finishAssessment, 'done'],
    ['give-up', discardAssessment, 'givenUp'],
  ] as const)
    doors.post(`${one}/${move}`, 'assessments:write', async (c) => {
      const input = { ...(await typedIn(c)), ...c.req.param() }
      const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
      return answerForm(c, result, {
        done: () => ({
          path: carePlanningPaths.assessments(personIdOf(c)),
          message: { en: text.en[done], cy: text.cy[done] },
        }),
        again: (refusal) => showOne(c, { typed: {}, refusal }),
      })
    })
  const section = carePlanningPaths.assessmentSection(':personId', ONE, ':section')
  doors.get(section, 'assessments:write', (c) => showSection(c, EMPTY))
  doors.post(section, 'assessments:write', saveSection)
}

const personIdOf = (c: Context<Env>) => c.req.param('personId') ?? ''

function open(c: Context<Env>) {
  return perform(c.get('runtime'), actorOf(c), openAssessments, { personId: personIdOf(c) }, originOf(c))
}

/** A part by its button: on to the next, or the same again with one more or one less; or what scripts send while one types. */
async function saveSection(c: Context<Env>): Promise<Response> {
  const typed = await typedIn(c)
  const asTyped = c.req.header('accept')?.includes('text/html') !== true
  const input = { ...c.req.param(), version: typed.version, typed, remove: typed.remove, asTyped }
  const result = await perform(c.get('runtime'), actorOf(c), writeSection, input, originOf(c))
  const language = c.get('language')
  if (asTyped) {
    if (!result.ok) return c.json({ message: result.refusal.message[language] }, STATUS_OF[result.refusal.kind])
    const message = text[language].savedAsTyped(showTime(c.get('runtime').clock.now()))
    return c.json({ version: result.value.version, message })
  }
  return answerForm(c, result, {
    done: () => ({ path: nextPlace(c, typed), message: { en: text.en.saved, cy: text.cy.saved } }),
    again: (refusal) => showSection(c, { typed, refusal }),
  })
}

/** The same part where one was added or taken out, and where an answer has just opened a further question; else the list of parts. */
function nextPlace(c: Context<Env>, typed: Filled['typed']): string {
  const [assessmentId, section] = [c.req.param('assessmentId') ?? '', c.req.param('section') ?? '']
  if (typed.add || typed.remove || typed.opens === 'yes')
    return `${carePlanningPaths.assessmentSection(personIdOf(c), assessmentId, section)}${typed.add ? '?more=yes' : ''}`
  return carePlanningPaths.assessment(personIdOf(c), assessmentId)
}

const status = ({ refusal }: Filled) => (refusal ? STATUS_OF[refusal.kind] : 200)

async function showAll(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<AllAssessments c={c} view={result.value} filled={filled} />, status(filled))
}

type Found = { readonly view: AssessmentsView; readonly assessment: Assessment; readonly form: AssessmentForm }

async function find(c: Context<Env>): Promise<Found | Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const id = c.req.param('assessmentId')
  const assessment = result.value.assessments.find(({ assessmentId }) => String(assessmentId) === id)
  const form = assessment && result.value.formOf.get(assessment.assessmentId)
  return assessment && form ? { view: result.value, assessment, form } : answerRefusal(c, NO_SUCH_ASSESSMENT)
}

async function showOne(c: Context<Env>, filled: Filled): Promise<Response> {
  const found = await find(c)
  if (found instanceof Response) return found
  const View = found.assessment.state === 'draft' ? Parts : Whole
  return c.html(<View c={c} {...found} filled={filled} />, status(filled))
}

async function showSection(c: Context<Env>, filled: Filled): Promise<Response> {
  const found = await find(c)
  if (found instanceof Response) return found
  const section = found.form.questionnaire.sections.find(({ id }) => id === c.req.param('section'))
  if (!section || found.assessment.state !== 'draft') return answerRefusal(c, NO_SUCH_ASSESSMENT)
  const before = found.assessment.answers
  const read = filled.refusal ? readTyped(section, filled.typed, before) : before
  const answers: Answers =
    section.repeats && c.req.query('more')
      ? { ...read, each: { ...read.each, [section.id]: [...setsOf(section, read), {}] } }
      : read
  const language = c.get('language')
  const t = text[language]
  const { person } = found.view
  const { assessment } = found
  const errors = filled.refusal ? fieldErrors(language, filled.refusal) : []
  const path = carePlanningPaths.assessmentSection(person.personId, assessment.assessmentId, section.id)
  const version = filled.refusal?.kind === 'stale' ? assessment.version : (filled.typed.version ?? assessment.version)
  return c.html(
    <PersonFrame
      c={c}
      person={person}
      current="assessments"
      title={section.title[language]}
      lead={section.lead?.[language]}
      between={[
        {
          label: found.form.title[language],
          href: carePlanningPaths.assessment(person.personId, assessment.assessmentId),
        },
      ]}
      errors={errors}
    >
      <Form hidden={{ version, ...(opensMore(section, answers) ? { opens: 'yes' } : {}) }} saveAsTyped={path}>
        <QuestionnaireSection
          section={section}
          answers={answers}
          errors={errors}
          wordsLanguage={assessment.wordsLanguage}
        />
        <Button>{t.save}</Button>
      </Form>
    </PersonFrame>,
    status(filled),
  )
}

/** Whether an answer of this part may open a question that is not shown yet: without scripts one then comes back to it once. */
function opensMore(section: AssessmentForm['questionnaire']['sections'][number], answers: Answers): boolean {
  const waits = section.questions.filter(({ when }) => when && section.questions.some(({ id }) => id === when.question))
  return waits.some(({ when }) => setsOf(section, answers).every((own) => own[when!.question] === undefined))
}

const AllAssessments = ({ c, view, filled }: { c: Context<Env>; view: AssessmentsView; filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const { person, assessments, band } = view
  const last = assessments.find(({ completedOn }) => completedOn !== null)?.completedOn
  const errors = filled.refusal ? fieldErrors(language, filled.refusal) : []
  return (
    <PersonFrame
      c={c}
      person={person}
      current="assessments"
      title={t.title}
      lead={t.lead(last ? showDay(language, last) : undefined)}
      errors={errors}
    >
      {band && (
        <p>
          {t.band}: {t.bandSince(BAND_NAMES[band.band][language], showDay(language, band.fromOn))}
        </p>
      )}
      {may(actorOf(c), 'assessments:write') && (
        <ButtonGroup>
          {view.forms.map((form) => {
            const own = assessments.filter((one) => one.form === form.id)
            const draft = own.find(({ state }) => state === 'draft')
            return draft ? (
              <Button href={carePlanningPaths.assessment(person.personId, draft.assessmentId)}>
                {t.goOn(form.title[language])}
              </Button>
            ) : (
              <Form hidden={{ form: form.id }}>
                <Button kind="secondary">
                  {own.length > 0 ? t.again(form.title[language]) : t.begin(form.title[language])}
                </Button>
              </Form>
            )
          })}
        </ButtonGroup>
      )}
      <Section title={t.all} id="all">
        <DataTable
          caption={t.all}
          captionHidden
          rows={assessments}
          empty={t.none}
          columns={[
            {
              key: 'form',
              header: t.form,
              rowHeader: true,
              cell: (one) => (
                <Link href={carePlanningPaths.assessment(person.personId, one.assessmentId)}>
                  {view.formOf.get(one.assessmentId)?.title[language] ?? one.form}
                </Link>
              ),
            },
            { key: 'state', header: t.state, cell: (one) => ASSESSMENT_STATE_NAMES[one.state][language] },
            { key: 'begun', header: t.begun, cell: (one) => showDay(language, one.startedOn) },
            {
              key: 'completed',
              header: t.completed,
              cell: (one) => one.completedOn && showDay(language, one.completedOn),
            },
            { key: 'by', header: t.by, cell: (one) => one.completedBy ?? one.startedBy },
            {
              key: 'eligible',
              header: t.eligible,
              cell: (one) => (one.isEligible === null ? '' : one.isEligible ? t.eligible : t.notEligible),
            },
          ]}
        />
      </Section>
    </PersonFrame>
  )
}

type Shown = Found & { readonly c: Context<Env>; readonly filled: Filled }

const Parts = ({ c, view, assessment, form, filled }: Shown) => {
  const language = c.get('language')
  const t = text[language]
  const { person } = view
  const parts = form.questionnaire.sections.map((section) => ({ section, state: stateOf(section, assessment.answers) }))
  const left = parts.filter(({ section, state }) => state === 'begun' || (state === 'not-begun' && isNeeded(section)))
  const mayWrite = may(actorOf(c), 'assessments:write')
  const path = carePlanningPaths.assessment(person.personId, assessment.assessmentId)
  return (
    <PersonFrame
      c={c}
      person={person}
      current="assessments"
      title={form.title[language]}
      lead={t.leadDraft(left.length)}
      between={[{ label: t.title, href: carePlanningPaths.assessments(person.personId) }]}
    >
      {filled.refusal && (
        <Notice kind="attention" title={t.missing}>
          {left.map(({ section }) => section.title[language]).join('; ') || filled.refusal.message[language]}
        </Notice>
      )}
      <TaskList
        tasks={parts.map(({ section, state }) => ({
          title: section.title[language],
          href: mayWrite
            ? carePlanningPaths.assessmentSection(person.personId, assessment.assessmentId, section.id)
            : undefined,
          status: { label: t.partStates[state], tone: state === 'whole' ? undefined : 'attention' },
        }))}
      />
      {mayWrite && (
        <ButtonGroup>
          <Form action={`${path}/finish`} hidden={{ version: assessment.version }}>
            <Button>{t.complete}</Button>
          </Form>
          <Form action={`${path}/give-up`} hidden={{ version: assessment.version }}>
            <Button kind="warning">{t.giveUp}</Button>
          </Form>
        </ButtonGroup>
      )}
      <p>{t.completeHint}</p>
    </PersonFrame>
  )
}

/** A part that repeats may stay empty: there need be no risk. One that is asked once and requires something may not. */
function isNeeded(section: AssessmentForm['questionnaire']['sections'][number]): boolean {
  return !section.repeats && section.questions.some(({ required, when }) => required && !when)
}

const Whole = ({ c, view, assessment, form }: Shown) => {
  const language = c.get('language')
  const t = text[language]
  const { person } = view
  return (
    <PersonFrame
      c={c}
      person={person}
      current="assessments"
      title={form.title[language]}
      lead={leadOf(language, assessment)}
      between={[{ label: t.title, href: carePlanningPaths.assessments(person.personId) }]}
    >
      <Judgements language={language} assessment={assessment} />
      <QuestionnaireAnswers
        questionnaire={form.questionnaire}
        answers={assessment.answers}
        wordsLanguage={assessment.wordsLanguage}
      />
      <p>{t.edition(form.edition)}</p>
    </PersonFrame>
  )
}

function leadOf(language: Language, assessment: Assessment): string {
  const t = text[language]
  const on = assessment.completedOn ? showDay(language, assessment.completedOn) : ''
  const judged = assessment.isEligible === null ? '' : ` ${assessment.isEligible ? t.eligible : t.notEligible}.`
  return `${t.completed}: ${on}, ${assessment.completedBy ?? ''}.${judged}`
}

/** Each need with the conclusion that follows from its four conditions, and why. */
const Judgements = ({ language, assessment }: { language: Language; assessment: Assessment }) => {
  const t = text[language]
  const needs = assessment.answers.each[ELIGIBILITY_SECTION] ?? []
  if (needs.length === 0) return null
  return (
    <SummaryList
      rows={needs.map((need) => {
        const judged = judgeNeed(need)
        const said =
          judged.is === 'open'
            ? t.open
            : judged.is === 'eligible'
              ? t.eligibleFor[judged.because]
              : t.notEligibleBecause(judged.unmet.map((condition) => t.conditions[condition]).join('; '))
        return { key: String(need.need ?? ''), value: said }
      })}
    />
  )
}
