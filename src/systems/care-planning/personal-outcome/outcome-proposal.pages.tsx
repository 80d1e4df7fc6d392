/** Saying what one wants, and the answer to it. */
import type { Context } from 'hono'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { Button, Form, OwnWords, Radios, TextArea } from '../../../ui/index.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Filled, fieldsOf, optionsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { declineProposal, proposeOutcome, setOwnOutcome, withdrawProposal } from './outcome-proposal.actions.ts'
import { type OutcomesView, openOutcomes } from './outcomes-view.actions.ts'
import { text } from './personal-outcome.text.ts'

const PROPOSAL = ':outcomeProposalId{[0-9]+}'

export function outcomeProposalPages(doors: Doors): void {
  const path = carePlanningPaths.newProposal(':personId')
  doors.get(path, ['outcomes:propose', 'people:change'], (c) => showProposal(c, EMPTY))
  doors.post(path, ['outcomes:propose', 'people:change'], async (c) => {
    const typed = await typedIn(c)
    const isOwn = may(actorOf(c), 'outcomes:propose')
    const action = isOwn ? setOwnOutcome : proposeOutcome
    const result = await perform(c.get('runtime'), actorOf(c), action, { ...typed, ...c.req.param() }, originOf(c))
    const said = isOwn ? 'thanksOwn' : 'proposedDone'
    return answerForm(c, result, {
      done: () => ({ path: outcomesOf(c), message: { en: text.en[said], cy: text.cy[said] } }),
      again: (refusal) => showProposal(c, { typed, refusal }),
    })
  })
  const declinePath = carePlanningPaths.declineProposal(':personId', PROPOSAL)
  doors.get(declinePath, 'people:change', (c) => showDecline(c, EMPTY))
  doors.post(declinePath, 'people:change', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), declineProposal, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: outcomesOf(c), message: { en: text.en.declinedDone, cy: text.cy.declinedDone } }),
      again: (refusal) => showDecline(c, { typed, refusal }),
    })
  })
  doors.post(carePlanningPaths.withdrawProposal(':personId', PROPOSAL), 'outcomes:propose', async (c) => {
    const input = { ...(await typedIn(c)), ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), withdrawProposal, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: outcomesOf(c), message: { en: text.en.takenBack, cy: text.cy.takenBack } }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
}

function outcomesOf(c: Context<Env>): string {
  return carePlanningPaths.outcomes(c.req.param('personId') ?? '')
}

function open(c: Context<Env>) {
  const input = { personId: c.req.param('personId') }
  return perform(c.get('runtime'), actorOf(c), openOutcomes, input, originOf(c))
}

async function showProposal(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<ProposalForm c={c} view={result.value} filled={filled} />, statusOf(filled))
}

async function showDecline(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const id = c.req.param('outcomeProposalId')
  if (!result.value.proposals.some((one) => String(one.outcomeProposalId) === id))
    return answerRefusal(c, NO_SUCH_OUTCOME)
  return c.html(<DeclineForm c={c} view={result.value} filled={filled} />, statusOf(filled))
}

function statusOf({ refusal }: Filled) {
  return refusal ? STATUS_OF[refusal.kind] : 200
}

type Parts = { readonly c: Context<Env>; readonly view: OutcomesView; readonly filled: Filled }

const ProposalForm = ({ c, view, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const isOwn = may(actorOf(c), 'outcomes:propose')
  const fields = fieldsOf(language, filled)
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="outcomes"
      title={isOwn ? t.ownTitle : t.proposeTitle}
      lead={isOwn ? t.ownLead : t.proposeLead}
      between={[{ label: t.title, href: carePlanningPaths.outcomes(view.person.personId) }]}
      errors={fields.errors}
    >
      <Form>
        <TextArea
          {...fields.at('ownWords')}
          label={isOwn ? t.ownWords : t.words}
          labelSize="m"
          hint={isOwn ? t.ownWordsHint : t.wordsHint}
          maxLength={1000}
          rows={3}
        />
        <Radios
          {...fields.at('ownWordsLanguage', isOwn ? language : view.person.language)}
          label={t.language}
          inline
          options={optionsOf(t.languages)}
        />
        <TextArea {...fields.at('whyItMatters')} label={isOwn ? t.ownWhy : t.why} maxLength={4000} rows={3} />
        <TextArea {...fields.at('canDoNow')} label={isOwn ? t.ownNow : t.now} maxLength={4000} rows={3} />
        <Button>{t.save}</Button>
      </Form>
    </PersonFrame>
  )
}

const DeclineForm = ({ c, view, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const id = c.req.param('outcomeProposalId')
  const proposal = view.proposals.find((one) => String(one.outcomeProposalId) === id)
  if (!proposal) return null
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="outcomes"
      title={t.declineTitle}
      lead={t.declineLead}
      between={[{ label: t.title, href: carePlanningPaths.outcomes(view.person.personId) }]}
      errors={fields.errors}
    >
      <OwnWords words={proposal.ownWords} language={proposal.ownWordsLanguage} />
      <Form hidden={{ version: filled.typed.version ?? proposal.version }}>
        <TextArea {...fields.at('answer')} label={t.answerLabel} labelSize="m" maxLength={4000} rows={4} />
        <Button>{t.save}</Button>
      </Form>
    </PersonFrame>
  )
}
