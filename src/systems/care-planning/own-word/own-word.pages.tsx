/** The short form on which a person, or their carer, says how it went; signed in. */
import type { Context } from 'hono'
import { calledName } from '../../../kernel/person-name.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { Page } from '../../../ui/index.ts'
import { hasOwnWord, saysNobodyAsked } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { openReviewToSpeakOf, sayOwnWord } from './own-word.actions.ts'
import { text } from './own-word.text.ts'
import { OwnWordForm } from './own-word-form.tsx'

export function ownWordPages(doors: Doors): void {
  const path = carePlanningPaths.ownWord(':personId', ':outcomeReviewId')
  doors.get(path, 'outcomes:verify', (c) => show(c, EMPTY))
  doors.post(path, 'outcomes:verify', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param(), language: c.get('language') }
    const result = await perform(c.get('runtime'), actorOf(c), sayOwnWord, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.person(c.req.param('personId') ?? ''),
        message: { en: text.en.thanks, cy: text.cy.thanks },
      }),
      again: (refusal) => show(c, { typed, refusal }),
    })
  })
}

const NOTHING_SAID = { says: '', words: '' }

async function show(c: Context<Env>, filled: Filled): Promise<Response> {
  const opened = await perform(c.get('runtime'), actorOf(c), openReviewToSpeakOf, c.req.param(), originOf(c))
  if (!opened.ok) return answerRefusal(c, opened.refusal)
  const { person, outcome, review } = opened.value
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const speaker = actorOf(c).roles.includes('carer') ? 'carer' : 'person'
  // Each starts from what they said themselves: a carer from the carer's word, the person from their own.
  const hasSaid = review.personSaidBy === speaker && (hasOwnWord(review) || saysNobodyAsked(review))
  const own = hasSaid ? { says: review.personSays ?? '', words: review.personWords } : NOTHING_SAID
  const said = speaker === 'carer' && review.carer ? review.carer : own
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.ownWord}
      lead={t.ownWordLead}
      breadcrumbs={[{ label: calledName(person), href: carePlanningPaths.person(person.personId) }]}
      errors={fields.errors}
    >
      <OwnWordForm
        language={language}
        speaker={speaker}
        fields={fields}
        person={person}
        outcome={outcome}
        review={review}
        said={said}
        hidden={{ version: versionToSave(filled, review.version) }}
      />
    </Page>,
    filled.refusal ? STATUS_OF[filled.refusal.kind] : 200,
  )
}

/** After a conflict the form carries the newest version: whoever saves again has seen what was saved between. */
export function versionToSave({ typed, refusal }: Filled, newest: number): string | number {
  return refusal?.kind === 'stale' ? newest : (typed.version ?? newest)
}
