/** Somebody's reviews: what changed since the last, the meeting itself outcome by outcome, and its conclusion. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  Checkboxes,
  DataTable,
  DateInput,
  Details,
  Form,
  Link,
  Notice,
  Radios,
  Section,
  Tag,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { choicesOf, EMPTY, type Filled, fieldsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { handle, NOTED_BY_HAND, noteSituation } from '../situation/situation.actions.ts'
import { SITUATION_NAMES } from '../situation/situation.ts'
import type { Situation } from '../situation/situation-list.store.ts'
import {
  beginReview,
  concludeReview,
  giveUpReview,
  NO_SUCH_REVIEW,
  type OutcomeAtMeeting,
  openReviews,
  type ReviewsView,
} from './plan-review.actions.ts'
import { text } from './plan-review.text.ts'
import { PLAN_REVIEW_KIND_NAMES, type PlanReview, PlanReviewKind, TOOK_PART_NAMES, TookPart } from './plan-review.ts'

export function planReviewPages(doors: Doors): void {
  const path = carePlanningPaths.reviewMeetings(':personId')
  doors.get(path, 'people:read', (c) => showAll(c, EMPTY))
  doors.post(path, 'people:change', (c) =>
    send(c, beginReview, showAll, ({ planReviewId }) => ({
      path: carePlanningPaths.reviewMeeting(personIdOf(c), planReviewId),
      done: 'begun',
    })),
  )
  doors.post(carePlanningPaths.situations(':personId'), 'people:change', (c) =>
    send(c, noteSituation, showAll, () => ({ path: carePlanningPaths.reviewMeetings(personIdOf(c)), done: 'noted' })),
  )
  doors.post(carePlanningPaths.handleSituation(':personId', ':situationId{[0-9]+}'), 'people:change', (c) =>
    send(c, handle, showAll, () => ({ path: carePlanningPaths.reviewMeetings(personIdOf(c)), done: 'dealtWith' })),
  )
  const meeting = carePlanningPaths.reviewMeeting(':personId', ':planReviewId{[0-9]+}')
  doors.get(meeting, 'people:read', (c) => showMeeting(c, EMPTY))
  doors.post(meeting, 'people:change', (c) =>
    send(c, concludeReview, showMeeting, () => ({
      path: carePlanningPaths.reviewMeetings(personIdOf(c)),
      done: 'concluded',
    })),
  )
  doors.post(`${meeting}/give-up`, 'people:change', (c) =>
    send(c, giveUpReview, showMeeting, () => ({
      path: carePlanningPaths.reviewMeetings(personIdOf(c)),
      done: 'givenUp',
    })),
  )
}

const personIdOf = (c: Context<Env>) => c.req.param('personId') ?? ''
type Done = 'begun' | 'concluded' | 'givenUp' | 'noted' | 'dealtWith'

async function send<I, O>(
  c: Context<Env>,
  action: Action<I, O>,
  again: (c: Context<Env>, filled: Filled) => Promise<Response>,
  next: (value: O) => { readonly path: string; readonly done: Done },
): Promise<Response> {
  const typed = await typedIn(c)
  const days = Object.fromEntries(['heldOn', 'nextDueOn', 'noticedOn'].map((name) => [name, typedIsoDay(typed, name)]))
  const result = await perform(
    c.get('runtime'),
    actorOf(c),
    action,
    { ...typed, ...c.req.param(), ...days },
    originOf(c),
  )
  return answerForm(c, result, {
    done: (value) => {
      const { path, done } = next(value)
      return { path, message: { en: text.en[done], cy: text.cy[done] } }
    },
    again: (refusal) => again(c, { typed, refusal }),
  })
}

function open(c: Context<Env>) {
  return perform(c.get('runtime'), actorOf(c), openReviews, { personId: personIdOf(c) }, originOf(c))
}

const status = ({ refusal }: Filled) => (refusal ? STATUS_OF[refusal.kind] : 200)

async function showAll(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<AllReviews c={c} view={result.value} filled={filled} />, status(filled))
}

async function showMeeting(c: Context<Env>, filled: Filled): Promise<Response> {
  const result = await open(c)
  if (!result.ok) return answerRefusal(c, result.refusal)
  const meeting = result.value.meetings.find(({ planReviewId }) => String(planReviewId) === c.req.param('planReviewId'))
  if (!meeting) return answerRefusal(c, NO_SUCH_REVIEW)
  return c.html(<Meeting c={c} view={result.value} meeting={meeting} filled={filled} />, status(filled))
}

type Parts = { readonly c: Context<Env>; readonly view: ReviewsView; readonly filled: Filled }

const AllReviews = (parts: Parts) => {
  const { c, view, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const { personId } = view.person
  const fields = fieldsOf(language, filled)
  const mayWrite = may(actorOf(c), 'people:change')
  const unfinished = view.meetings.find(({ state }) => state === 'open')
  const last = view.meetings.find(({ state }) => state === 'concluded')?.heldOn ?? lastReviewOn(view)
  const changed = view.situations.filter(({ handledOn }) => handledOn === null)
  const alone = outcomesReviewedAlone(view)
  // What nobody has dealt with stands first; where nothing has changed, the review does.
  const situations = actorOf(c).scope.kind === 'authority' && <Situations {...parts} />
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="reviews"
      title={t.title}
      lead={t.lead(last && showDay(language, last), changed.length)}
      errors={fields.errors}
    >
      {changed.length > 0 && situations}
      {mayWrite && unfinished && (
        <Button href={carePlanningPaths.reviewMeeting(personId, unfinished.planReviewId)}>{t.goOn}</Button>
      )}
      {mayWrite && !unfinished && (
        <Section title={t.begin}>
          <Form>
            <Radios
              {...fields.at('kind', changed.length > 0 ? 'changed' : '')}
              label={t.why}
              options={choicesOf(PlanReviewKind.options, PLAN_REVIEW_KIND_NAMES, language)}
            />
            <DateInput {...fields.dateAt('heldOn', view.today)} label={t.heldOn} />
            <Button>{t.begin}</Button>
          </Form>
        </Section>
      )}
      {changed.length === 0 && situations}
      <Section title={t.before} id="held">
        <DataTable
          caption={t.before}
          captionHidden
          cards
          rows={view.meetings}
          empty={alone > 0 ? t.noneTogether : t.none}
          columns={[
            {
              key: 'held',
              header: t.held,
              rowHeader: true,
              cell: (one) => (
                <Link href={carePlanningPaths.reviewMeeting(personId, one.planReviewId)}>
                  {showDay(language, one.heldOn)}
                </Link>
              ),
            },
            { key: 'kind', header: t.why, cell: (one) => PLAN_REVIEW_KIND_NAMES[one.kind][language] },
            { key: 'by', header: t.by, cell: (one) => one.concludedBy ?? one.begunBy },
            { key: 'summary', header: t.summary, cell: (one) => one.summary },
            { key: 'next', header: t.next, cell: (one) => one.nextDueOn && showDay(language, one.nextDueOn) },
          ]}
        />
        {alone > 0 && (
          <p>
            <Link href={`${carePlanningPaths.person(personId)}#reviews`}>{t.reviewedAlone(alone)}</Link>
          </p>
        )}
      </Section>
    </PersonFrame>
  )
}

/** Reviews of single outcomes that were held outside a review of the whole plan: those that files brought, and those recorded on their own. */
function outcomesReviewedAlone({ outcomes, lookedAt }: ReviewsView): number {
  const together = new Set([...lookedAt.values()].flat().map(({ review }) => review?.outcomeReviewId))
  return outcomes.flatMap(({ reviews }) => reviews).filter(({ outcomeReviewId }) => !together.has(outcomeReviewId))
    .length
}

/** Where files brought single reviews of outcomes, the newest of them. */
function lastReviewOn({ outcomes }: ReviewsView): Temporal.PlainDate | undefined {
  const days = outcomes.flatMap((outcome) => outcome.reviews.map((review) => review.heldOn))
  return days.toSorted(Temporal.PlainDate.compare).at(-1)
}

const Situations = ({ c, view, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const { personId } = view.person
  const mayWrite = may(actorOf(c), 'people:change')
  const fields = fieldsOf(language, filled)
  return (
    <Section title={t.situations} id="changed">
      {view.situations.length === 0 && <p>{t.noSituations}</p>}
      {view.situations.map((one) => (
        <div class="app-block">
          <p>
            {one.handledOn === null && (
              <>
                <Tag tone="attention">{SITUATION_NAMES[one.kind][language]}</Tag>{' '}
              </>
            )}
            {situationLine(language, one)}
          </p>
          {mayWrite && one.handledOn === null && (
            <Form action={carePlanningPaths.handleSituation(personId, one.situationId)}>
              <TextInput name="note" label={t.dealNote} />
              <Button kind="secondary">{t.deal}</Button>
            </Form>
          )}
        </div>
      ))}
      {mayWrite && (
        <Details summary={t.note} open={filled.typed.detail !== undefined}>
          <Form action={carePlanningPaths.situations(personId)}>
            <Radios
              {...fields.at('kind')}
              label={t.whatChanged}
              options={choicesOf(NOTED_BY_HAND, SITUATION_NAMES, language)}
            />
            <DateInput {...fields.dateAt('noticedOn', view.today)} label={t.when} />
            <TextArea {...fields.at('detail')} label={t.whatHappened} rows={3} maxLength={1000} />
            <Button kind="secondary">{t.save}</Button>
          </Form>
        </Details>
      )}
    </Section>
  )
}

function situationLine(language: 'en' | 'cy', one: Situation): string {
  const t = text[language]
  return [
    showDay(language, one.noticedOn),
    ...(one.handledOn === null ? [] : [SITUATION_NAMES[one.kind][language]]),
    ...(one.count > 1 ? [t.times(one.count)] : []),
    ...(one.detail ? [one.detail] : []),
    ...(one.handledOn && one.handledBy ? [t.handled(one.handledBy, showDay(language, one.handledOn))] : []),
    ...(one.handledNote ? [one.handledNote] : []),
  ].join('. ')
}

const Meeting = (parts: Parts & { meeting: PlanReview }) => {
  const { c, view, meeting, filled } = parts
  const language = c.get('language')
  const t = text[language]
  const { personId } = view.person
  const fields = fieldsOf(language, filled)
  const looked = view.lookedAt.get(meeting.planReviewId) ?? []
  const left = looked.filter(({ review }) => !review).length
  const isOpen = meeting.state === 'open'
  const mayWrite = may(actorOf(c), 'people:change') && isOpen
  return (
    <PersonFrame
      c={c}
      person={view.person}
      current="reviews"
      title={t.meeting(showDay(language, meeting.heldOn))}
      lead={isOpen ? t.meetingLead(left) : t.concludedLead(meeting.concludedBy ?? '')}
      between={[{ label: t.title, href: carePlanningPaths.reviewMeetings(personId) }]}
      errors={fields.errors}
    >
      <Section title={t.outcomes}>
        {looked.map((one) => (
          <OutcomeAt c={c} one={one} mayRecord={mayWrite} />
        ))}
      </Section>
      {isOpen ? (
        mayWrite && <Conclusion {...parts} left={left} />
      ) : (
        <Section title={t.summary}>
          <p>{meeting.summary}</p>
          <p>
            {t.tookPart}: {meeting.tookPart.map((one) => TOOK_PART_NAMES[one][language]).join(', ')}
          </p>
        </Section>
      )}
    </PersonFrame>
  )
}

const OutcomeAt = ({ c, one, mayRecord }: { c: Context<Env>; one: OutcomeAtMeeting; mayRecord: boolean }) => {
  const language = c.get('language')
  const t = text[language]
  const { outcome, review, flag, performed } = one
  return (
    <Section level={3} title={outcome.ownWords} titleLanguage={outcome.ownWordsLanguage}>
      <p>{review ? ACHIEVEMENT_NAMES[review.achievement][language] : t.notYet}</p>
      {flag && (
        <Notice kind="attention" title={t.flags[flag]}>
          {t.flagWhy[flag](performed.missed, performed.concerns)}
        </Notice>
      )}
      {mayRecord && !review && (
        <p>
          <Link
            href={carePlanningPaths.recordReview(outcome.personId, outcome.personalOutcomeId)}
            about={`: ${outcome.ownWords}`}
          >
            {t.record}
          </Link>
        </p>
      )}
    </Section>
  )
}

const Conclusion = ({ c, view, meeting, filled, left }: Parts & { meeting: PlanReview; left: number }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const version = filled.refusal?.kind === 'stale' ? meeting.version : (filled.typed.version ?? meeting.version)
  return (
    <Section title={t.conclude}>
      {left === 0 && (
        <Form hidden={{ version }}>
          <Checkboxes
            {...fields.at('tookPart')}
            value={(filled.typed.tookPart ?? '').split(',')}
            label={t.whoTookPart}
            options={choicesOf(TookPart.options, TOOK_PART_NAMES, language)}
          />
          <TextArea
            {...fields.at('summary')}
            label={t.whatCame}
            labelSize="m"
            hint={t.thenPlan}
            rows={4}
            maxLength={4000}
          />
          <DateInput
            {...fields.dateAt('nextDueOn', view.suggestedNext)}
            label={t.nextDueOn}
            labelSize="m"
            hint={t.suggested(showDay(language, view.suggestedNext))}
          />
          <Button>{t.conclude}</Button>
        </Form>
      )}
      <Form
        action={`${carePlanningPaths.reviewMeeting(view.person.personId, meeting.planReviewId)}/give-up`}
        hidden={{ version }}
      >
        <Button kind="warning">{t.giveUp}</Button>
      </Form>
    </Section>
  )
}
