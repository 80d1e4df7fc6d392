/** Somebody's outcomes on one page, and each of them on its own. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { showDay } from '../../../kernel/period.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { Button, ButtonGroup, Details, Form, Link, OwnWords, Section, SummaryList } from '../../../ui/index.ts'
import { NO_SUCH_OUTCOME } from '../outcome-review/outcome-review.actions.ts'
import { ACHIEVEMENT_NAMES } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { PersonFrame } from '../person/person-frame.tsx'
import { OutcomeState, ScoreChart } from './outcome-card.tsx'
import { lifeOn, mayHappen } from './outcome-life.ts'
import { OutcomeLink, ScoreTable, termRows, Voices } from './outcome-parts.tsx'
import { canBeAnswered, type OutcomeProposal, PROPOSAL_STATE_NAMES } from './outcome-proposal.ts'
import { type OutcomesView, openOutcomes } from './outcomes-view.actions.ts'
import { text } from './personal-outcome.text.ts'
import { latestReview, type PersonalOutcome } from './personal-outcome.ts'

export function outcomesPages(doors: Doors): void {
  doors.get(carePlanningPaths.outcomes(':personId'), 'people:read', async (c) => {
    const result = await open(c)
    return result.ok ? c.html(<AllOutcomes c={c} view={result.value} />) : answerRefusal(c, result.refusal)
  })
  doors.get(carePlanningPaths.outcome(':personId', ':personalOutcomeId{[0-9]+}'), 'people:read', async (c) => {
    const result = await open(c)
    if (!result.ok) return answerRefusal(c, result.refusal)
    const id = c.req.param('personalOutcomeId')
    const outcome = result.value.outcomes.find((one) => String(one.personalOutcomeId) === id)
    if (!outcome) return answerRefusal(c, NO_SUCH_OUTCOME)
    return c.html(<OneOutcome c={c} view={result.value} outcome={outcome} />)
  })
}

function open(c: Context<Env>) {
  const input = { personId: c.req.param('personId') }
  return perform(c.get('runtime'), actorOf(c), openOutcomes, input, originOf(c))
}

type Parts = { readonly c: Context<Env>; readonly view: OutcomesView }

const AllOutcomes = ({ c, view }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const actor = actorOf(c)
  const isOwn = may(actor, 'outcomes:propose')
  const { person, outcomes, proposals, today } = view
  const isLive = (outcome: PersonalOutcome) => mayHappen(lifeOn(outcome, today), 'change')
  const live = outcomes.filter(isLive)
  const over = outcomes.filter((outcome) => !isLive(outcome))
  const waiting = proposals.filter(canBeAnswered)
  const answered = proposals.filter((proposal) => !canBeAnswered(proposal))
  return (
    <PersonFrame c={c} person={person} current="outcomes" title={t.title} lead={t.lead(live.length, waiting.length)}>
      {may(actor, 'people:change') && (
        <ButtonGroup>
          <Button href={carePlanningPaths.newOutcome(person.personId)}>{t.agreeNew}</Button>
          <Button kind="secondary" href={carePlanningPaths.newProposal(person.personId)}>
            {t.writeDown}
          </Button>
        </ButtonGroup>
      )}
      {isOwn && <Button href={carePlanningPaths.newProposal(person.personId)}>{t.sayOwn}</Button>}
      {waiting.length > 0 && (
        <Section title={t.waiting} id="proposals">
          {waiting.map((proposal) => (
            <Proposal c={c} proposal={proposal} />
          ))}
        </Section>
      )}
      <Section title={t.live} id="live">
        <Attainment c={c} view={view} />
        {live.length === 0 && <p>{isOwn ? t.nothingLiveOwn : t.nothingLive}</p>}
        {arranged(live).map((outcome) => (
          <OutcomeSummary c={c} view={view} outcome={outcome} />
        ))}
      </Section>
      {over.length > 0 && (
        <Section title={t.over} id="ended">
          {over.map((outcome) => (
            <p>
              <OutcomeLink outcome={outcome} />
              {outcome.endedOn && `, ${showDay(language, outcome.endedOn)}`}
            </p>
          ))}
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={t.answered} id="answered">
          {answered.map((proposal) => (
            <Proposal c={c} proposal={proposal} />
          ))}
        </Section>
      )}
    </PersonFrame>
  )
}

/** Goals first, each followed by its steps. */
function arranged(outcomes: readonly PersonalOutcome[]): readonly PersonalOutcome[] {
  const ids = new Set(outcomes.map((outcome) => outcome.personalOutcomeId))
  const under = (goal: PersonalOutcome): readonly PersonalOutcome[] => [
    goal,
    ...outcomes.filter((step) => step.hangsOn === goal.personalOutcomeId).flatMap(under),
  ]
  return outcomes.filter((outcome) => outcome.hangsOn === null || !ids.has(outcome.hangsOn)).flatMap(under)
}

const Attainment = ({ c, view }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const { attainment } = view
  if (!attainment) return null
  const shown = (score: number) => showNumber(language, score, 1)
  return (
    <>
      <p>{t.attainment(shown(attainment.before.score), shown(attainment.now.score), attainment.goals)}</p>
      <Details summary={t.working}>
        <ul class="govuk-list">
          {attainment.now.working.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      </Details>
    </>
  )
}

const OutcomeSummary = ({ c, view, outcome }: Parts & { outcome: PersonalOutcome }) => {
  const language = c.get('language')
  const goal = view.outcomes.find(({ personalOutcomeId }) => personalOutcomeId === outcome.hangsOn)
  return (
    <Section level={3} title={outcome.ownWords} titleLanguage={outcome.ownWordsLanguage}>
      <OutcomeState language={language} outcome={outcome} today={view.today} />
      {goal && (
        <p>
          {text[language].stepTowards}: <OutcomeLink outcome={goal} />
        </p>
      )}
      <Voices language={language} view={view} outcome={outcome} />
      <p>
        <Link
          href={carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId)}
          about={`: ${outcome.ownWords}`}
        >
          {text[language].open}
        </Link>
      </p>
    </Section>
  )
}

const Proposal = ({ c, proposal }: { c: Context<Env>; proposal: OutcomeProposal }) => {
  const language = c.get('language')
  const t = text[language]
  const actor = actorOf(c)
  const at = [proposal.personId, proposal.outcomeProposalId] as const
  const about = `: ${proposal.ownWords}`
  return (
    <div class="app-block">
      <OwnWords
        words={proposal.ownWords}
        language={proposal.ownWordsLanguage}
        by={t.on(t.proposedBy[proposal.proposedBy], showDay(language, proposal.proposedOn))}
      />
      {proposal.whyItMatters && (
        <p>
          {t.why}: <span lang={proposal.ownWordsLanguage}>{proposal.whyItMatters}</span>
        </p>
      )}
      {proposal.canDoNow && (
        <p>
          {t.now}: <span lang={proposal.ownWordsLanguage}>{proposal.canDoNow}</span>
        </p>
      )}
      {proposal.state === 'waiting' ? (
        <>
          {may(actor, 'people:change') && (
            <p>
              <Link
                href={`${carePlanningPaths.newOutcome(proposal.personId)}?proposal=${proposal.outcomeProposalId}`}
                about={about}
              >
                {t.agreeThis}
              </Link>{' '}
              <Link href={carePlanningPaths.declineProposal(...at)} about={about}>
                {t.decline}
              </Link>
            </p>
          )}
          {may(actor, 'outcomes:propose') && proposal.proposedBy !== 'worker' && (
            <Form action={carePlanningPaths.withdrawProposal(...at)} hidden={{ version: proposal.version }}>
              <Button kind="secondary">{t.takeBack}</Button>
            </Form>
          )}
        </>
      ) : (
        <p>
          {PROPOSAL_STATE_NAMES[proposal.state][language]}
          {proposal.answeredOn && `, ${showDay(language, proposal.answeredOn)}`}
          {proposal.answer && `. ${t.answerWas}: ${proposal.answer}`}
        </p>
      )}
    </div>
  )
}

const OneOutcome = ({ c, view, outcome }: Parts & { outcome: PersonalOutcome }) => {
  const language = c.get('language')
  const t = text[language]
  const { person, outcomes } = view
  const steps = outcomes.filter((step) => step.hangsOn === outcome.personalOutcomeId)
  const levels = view.levels.get(outcome.personalOutcomeId) ?? []
  return (
    <PersonFrame
      c={c}
      person={person}
      current="outcomes"
      title={outcome.ownWords}
      titleLanguage={outcome.ownWordsLanguage}
      between={[{ label: t.title, href: carePlanningPaths.outcomes(person.personId) }]}
    >
      <OutcomeState language={language} outcome={outcome} today={view.today} />
      <Section title={t.whoSees}>
        <Voices language={language} view={view} outcome={outcome} />
        <Moves c={c} view={view} outcome={outcome} />
      </Section>
      <Section title={t.distance}>
        <ScoreChart language={language} outcome={outcome} />
        <ScoreTable language={language} view={view} outcome={outcome} />
      </Section>
      <Section title={t.agreed}>
        <SummaryList rows={termRows({ language, view, outcome })} />
      </Section>
      {levels.length > 0 && (
        <Section title={t.levels}>
          <SummaryList
            rows={levels.map(({ level, words, language: spoken }) => ({
              key: level > 0 ? `+${level}` : String(level),
              value: <span lang={spoken}>{words}</span>,
            }))}
          />
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={t.steps}>
          {steps.map((step) => (
            <p>
              <OutcomeLink outcome={step} />
            </p>
          ))}
        </Section>
      )}
      <Section title={t.reviewsTitle}>
        {latestReview(outcome) ? <Found c={c} outcome={outcome} /> : <p>{t.noReviews}</p>}
        {may(actorOf(c), 'history:read') && (
          <p>
            <Link href={`/history/care-planning.personal-outcome/${outcome.personalOutcomeId}`}>{t.history}</Link>
          </p>
        )}
      </Section>
    </PersonFrame>
  )
}

const Found = ({ c, outcome }: { c: Context<Env>; outcome: PersonalOutcome }) => {
  const language = c.get('language')
  const rows = outcome.reviews.toReversed().map((review): { key: string; value: Child } => ({
    key: showDay(language, review.heldOn),
    value: ACHIEVEMENT_NAMES[review.achievement][language],
  }))
  return <SummaryList rows={rows} />
}

/** What this reader may do with it next. */
const Moves = ({ c, view, outcome }: Parts & { outcome: PersonalOutcome }) => {
  const t = text[c.get('language')]
  const actor = actorOf(c)
  const life = lifeOn(outcome, view.today)
  const at = [outcome.personId, outcome.personalOutcomeId] as const
  if (!mayHappen(life, 'change')) return null
  if (may(actor, 'people:change'))
    return (
      <ButtonGroup>
        <Button kind="secondary" href={carePlanningPaths.scoreOutcome(...at)}>
          {t.score}
        </Button>
        <Button kind="secondary" href={carePlanningPaths.changeOutcome(...at)}>
          {t.change}
        </Button>
        <Button kind="secondary" href={carePlanningPaths.reformulateOutcome(...at)}>
          {t.reformulate}
        </Button>
        <Button kind="secondary" href={carePlanningPaths.endOutcome(...at)}>
          {t.end}
        </Button>
      </ButtonGroup>
    )
  if (may(actor, 'notes:write'))
    return (
      <ButtonGroup>
        <Button href={`${carePlanningPaths.newNote(outcome.personId)}?outcome=${outcome.personalOutcomeId}`}>
          {t.writeProgress}
        </Button>
        <Button kind="secondary" href={carePlanningPaths.scoreOutcome(...at)}>
          {t.giveScore}
        </Button>
      </ButtonGroup>
    )
  if (may(actor, 'outcomes:verify')) return <Button href={carePlanningPaths.scoreOutcome(...at)}>{t.giveScore}</Button>
  return null
}
