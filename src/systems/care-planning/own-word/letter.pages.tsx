/** The door for those who have a letter and nothing else: the code travels in forms alone, never in an address. */
import type { Context } from 'hono'
import { calledName } from '../../../kernel/person-name.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { clientAddress } from '../../../platform/http/client-address.ts'
import type { Doors, Env } from '../../../platform/http/doors.ts'
import { answerProblem, answerRefusal, PROBLEMS, STATUS_OF } from '../../../platform/http/problem.ts'
import { countAttempt } from '../../../platform/session/sign-in-limit.ts'
import { Button, Details, Form, Page, TextInput } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { answerPlanLetter, openPlanByLetter } from '../plan/plan-letter.actions.ts'
import { text as planText } from '../plan/plan-letter.text.ts'
import { PlanLetterForm } from '../plan/plan-letter-form.tsx'
import { type OpenedLetter, openLetter } from './open-letter.actions.ts'
import { answerLetter, openReviewToSpeakOf } from './own-word.actions.ts'
import { text } from './own-word.text.ts'
import { OwnWordForm } from './own-word-form.tsx'

export function letterPages(doors: Doors): void {
  doors.get(carePlanningPaths.letter(), 'public', (c) => showCodeForm(c, EMPTY))
  doors.post(carePlanningPaths.letter(), 'public', (c) => withLetter(c, (opened) => showQuestions(c, opened, EMPTY)))
  doors.post(carePlanningPaths.answerLetter(), 'public', (c) => withLetter(c, (opened) => takeAnswer(c, opened)))
}

/** Each code that is tried counts against the address it is tried from, and against all together, right or wrong. */
async function withLetter(
  c: Context<Env>,
  next: (opened: OpenedLetter) => Response | Promise<Response>,
): Promise<Response> {
  const runtime = c.get('runtime')
  const key = clientAddress(c, runtime.configuration.trustedProxies)
  const isFew =
    (await countAttempt(runtime, { kind: 'letter', key })) &&
    (await countAttempt(runtime, { kind: 'letters', key: 'all' }))
  if (!isFew) return answerProblem(c, TOO_MANY)
  const typed = await typedIn(c)
  const opened = await openLetter(runtime, typed.code ?? '', c.get('language'))
  return opened.ok ? next(opened.value) : showCodeForm(c, { typed, refusal: opened.refusal })
}

function showCodeForm(c: Context<Env>, filled: Filled): Response | Promise<Response> {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return c.html(
    <Page frame={c.get('frame')} title={t.letterTitle} lead={t.letterLead} errors={fields.errors}>
      <Form action={carePlanningPaths.letter()}>
        <TextInput
          {...fields.at('code')}
          label={t.code}
          labelSize="m"
          hint={t.codeHint}
          width={20}
          autocomplete="off"
        />
        <Button>{t.goOn}</Button>
      </Form>
      <Details summary={t.noLetter}>{t.noLetterHelp}</Details>
    </Page>,
    statusOf(filled.refusal),
  )
}

async function showQuestions(c: Context<Env>, { letter, actor }: OpenedLetter, filled: Filled): Promise<Response> {
  const language = c.get('language')
  const t = text[language]
  if (letter.purpose === 'plan-agreement') return showPlan(c, { letter, actor }, filled)
  const at = { personId: letter.personId, outcomeReviewId: letter.subjectId }
  const found = await perform(c.get('runtime'), actor, openReviewToSpeakOf, at, originOf(c))
  if (!found.ok) return answerRefusal(c, found.refusal)
  const fields = fieldsOf(language, filled)
  const { code } = await typedIn(c)
  return c.html(
    <Page frame={c.get('frame')} title={t.ownWord} lead={t.ownWordLead} errors={fields.errors}>
      <OwnWordForm
        language={language}
        speaker={letter.forWhom === 'person' ? 'person' : 'carer'}
        fields={fields}
        person={found.value.person}
        outcome={found.value.outcome}
        review={found.value.review}
        hidden={{ code: code ?? '' }}
        action={carePlanningPaths.answerLetter()}
      />
    </Page>,
    statusOf(filled.refusal),
  )
}

async function takeAnswer(c: Context<Env>, opened: OpenedLetter): Promise<Response> {
  const { letter, actor } = opened
  if (letter.purpose === 'plan-agreement') return takePlanAnswer(c, opened)
  const typed = await typedIn(c)
  const at = { personId: letter.personId, outcomeReviewId: letter.subjectId, letterCodeId: letter.letterCodeId }
  const input = { ...typed, ...at, language: c.get('language') }
  const result = await perform(c.get('runtime'), actor, answerLetter, input, originOf(c))
  if (!result.ok && result.refusal.field === 'code') return showCodeForm(c, { typed, refusal: result.refusal })
  if (!result.ok) return showQuestions(c, opened, { typed, refusal: result.refusal })
  const t = text[c.get('language')]
  return c.html(
    <Page frame={c.get('frame')} title={t.thanksTitle} lead={t.thanksLead}>
      <p>{t.thanksNext}</p>
    </Page>,
  )
}

async function showPlan(c: Context<Env>, { letter, actor }: OpenedLetter, filled: Filled): Promise<Response> {
  const language = c.get('language')
  const t = planText[language]
  const at = { personId: letter.personId, planVersionId: letter.subjectId }
  const found = await perform(c.get('runtime'), actor, openPlanByLetter, at, originOf(c))
  if (!found.ok) return showCodeForm(c, { typed: {}, refusal: found.refusal })
  const fields = fieldsOf(language, filled)
  const { code = '', reading } = await typedIn(c)
  const isPersons = letter.forWhom === 'person'
  return c.html(
    <Page
      frame={c.get('frame')}
      title={isPersons ? t.yourPlan : t.planOf(calledName(found.value.view.person))}
      lead={isPersons ? t.readLead : t.readLeadFor(letter.toName)}
      errors={fields.errors}
    >
      <PlanLetterForm
        language={language}
        view={found.value.view}
        plan={found.value.plan}
        fields={fields}
        code={code}
        isEasy={(reading ?? (letter.layout === 'easy' ? 'easy' : 'whole')) === 'easy'}
        isPersons={isPersons}
      />
    </Page>,
    statusOf(filled.refusal),
  )
}

async function takePlanAnswer(c: Context<Env>, opened: OpenedLetter): Promise<Response> {
  const { letter, actor } = opened
  const typed = await typedIn(c)
  const at = { personId: letter.personId, planVersionId: letter.subjectId, letterCodeId: letter.letterCodeId }
  const input = { ...typed, ...at, language: c.get('language') }
  const result = await perform(c.get('runtime'), actor, answerPlanLetter, input, originOf(c))
  if (!result.ok && result.refusal.field === 'code') return showCodeForm(c, { typed, refusal: result.refusal })
  if (!result.ok) return showPlan(c, opened, { typed, refusal: result.refusal })
  const t = planText[c.get('language')]
  return c.html(
    <Page frame={c.get('frame')} title={t.thanksTitle} lead={t.thanks[result.value.answer]}>
      <p>{t.codeUsed}</p>
    </Page>,
  )
}

function statusOf(refusal: Refusal | undefined) {
  return refusal ? STATUS_OF[refusal.kind] : 200
}

const TOO_MANY = { ...PROBLEMS.tooMany, detail: { en: text.en.tooMany, cy: text.cy.tooMany } }
