/** The short form on which a person, or their carer, says how it went. */
import type { Context } from 'hono'
import { calledName } from '../../../kernel/person-name.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { Button, errorAt, Form, fieldErrors, OwnWords, Page, Radios, Section, TextArea } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_OUTCOME, sayOwnWord } from './outcome-review.actions.ts'
import { type FormProps, findForForm, type Typed, versionToSave } from './outcome-review.pages.tsx'
import { text } from './outcome-review.text.ts'
import { Achievement, hasOwnWord, type OutcomeReview } from './outcome-review.ts'

export function ownWordPages(doors: Doors): void {
  const ownWordPath = carePlanningPaths.ownWord(':personId', ':outcomeReviewId')
  doors.get(ownWordPath, 'outcomes:verify', (c) => showOwnWordForm(c, {}, undefined))
  doors.post(ownWordPath, 'outcomes:verify', async (c) => {
    const typed = (await c.req.parseBody()) as Typed
    const input = { ...c.req.param(), ...typed, language: c.get('language') }
    const result = await perform(c.get('runtime'), actorOf(c), sayOwnWord, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.person(c.req.param('personId') ?? ''),
        message: { en: text.en.thanks, cy: text.cy.thanks },
      }),
      again: (refusal) => showOwnWordForm(c, typed, refusal),
    })
  })
}

async function showOwnWordForm(c: Context<Env>, typed: Typed, refusal: Refusal | undefined): Promise<Response> {
  const found = await findForForm(c)
  if (!found.ok) return found.answer
  for (const outcome of found.shown.outcomes) {
    const review = outcome.reviews.find((r) => String(r.outcomeReviewId) === c.req.param('outcomeReviewId'))
    if (review)
      return c.html(
        <OwnWordForm c={c} shown={found.shown} outcome={outcome} typed={typed} refusal={refusal} review={review} />,
        refusal ? STATUS_OF[refusal.kind] : 200,
      )
  }
  return answerRefusal(c, NO_SUCH_OUTCOME)
}

const OwnWordForm = ({ c, shown, outcome, typed, refusal, review }: FormProps & { review: OutcomeReview }) => {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  const said = hasOwnWord(review) ? (review.personSays ?? '') : ''
  return (
    <Page
      frame={c.get('frame')}
      title={t.ownWord}
      lead={t.ownWordLead}
      breadcrumbs={[{ label: calledName(shown.person), href: carePlanningPaths.person(outcome.personId) }]}
      errors={errors}
    >
      <Section title={t.youWanted}>
        <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />
      </Section>
      <Form hidden={{ version: versionToSave(typed, refusal, review.version) }}>
        <Radios
          name="says"
          label={t.howSeen}
          labelSize="m"
          error={errorAt(errors, 'says')}
          value={typed.says ?? said}
          options={Achievement.options.map((value) => ({ value, label: t.ownSays[value] }))}
        />
        <TextArea
          name="words"
          label={t.inYourWords}
          labelSize="m"
          hint={t.inYourWordsHint}
          error={errorAt(errors, 'words')}
          value={typed.words ?? review.personWords}
          maxLength={4000}
        />
        <Button>{t.send}</Button>
      </Form>
    </Page>
  )
}
