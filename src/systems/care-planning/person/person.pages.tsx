/** A person's page: what matters to them first, then each outcome with its scores and whose word says what, then what else is held. */
import type { Context } from 'hono'
import { type Child, Fragment } from 'hono/jsx'
import { showDay } from '../../../kernel/period.ts'
import { fullName } from '../../../kernel/person-name.ts'
import { STOP_NAMES } from '../../../measures/line-of-sight/line-of-sight.ts'
import { perform } from '../../../platform/actions/action.ts'
import { goTo, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { type Actor, may } from '../../../platform/permissions/actor.ts'
import { DataTable, LineOfSight, Link, OwnWords, Section, SummaryList } from '../../../ui/index.ts'
import { text as mergeText } from '../merge/merge.text.ts'
import { ACHIEVEMENT_NAMES, nameOfWord, type OutcomeReview } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { OutcomeCard } from '../personal-outcome/outcome-card.tsx'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { findClosedRecord } from '../restriction/restriction.actions.ts'
import { openPerson, type PersonPage } from './person.actions.ts'
import { leadSentence } from './person.sentences.ts'
import { text } from './person.text.ts'
import { ageOn } from './person.ts'
import { text as formText } from './person-form.text.ts'
import { PersonFrame } from './person-frame.tsx'

export function personPages(doors: Doors): void {
  doors.get(carePlanningPaths.person(':personId'), 'people:read', async (c) => {
    const actor = actorOf(c)
    const result = await perform(
      c.get('runtime'),
      actor,
      openPerson,
      { personId: c.req.param('personId') },
      originOf(c),
    )
    if (!result.ok) return (await closedInstead(c, actor)) ?? answerRefusal(c, result.refusal)
    return c.html(<WholePerson c={c} actor={actor} shown={result.value} />)
  })
}

/** Where the record is there but closed to this reader, on to where they can state a reason. */
async function closedInstead(c: Context<Env>, actor: Actor): Promise<Response | undefined> {
  const input = { personId: c.req.param('personId') }
  const found = await perform(c.get('runtime'), actor, findClosedRecord, input, originOf(c))
  return found.ok ? goTo(c, carePlanningPaths.openRestricted(found.value.personId)) : undefined
}

type Parts = { readonly c: Context<Env>; readonly actor: Actor; readonly shown: PersonPage }

const WholePerson = ({ c, actor, shown }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const { person, outcomes, surroundings, lineOfSight } = shown
  const area = surroundings.areas.get(person.areaId)?.name[language] ?? ''
  return (
    <PersonFrame
      c={c}
      person={person}
      area={area}
      current="overview"
      lead={leadSentence(language, outcomes, shown.today)}
    >
      <LineOfSight
        stops={lineOfSight.map((reading) => ({ ...reading, name: STOP_NAMES[reading.stop] }))}
        current="people"
      />
      <Section title={t.whatMatters}>
        {person.whatMatters ? (
          <OwnWords words={person.whatMatters} language={person.whatMattersLanguage ?? person.language} />
        ) : (
          <p>{t.nothingSaid}</p>
        )}
      </Section>
      <Section title={t.outcomes} id="outcomes">
        {outcomes.length === 0 && <p>{t.noOutcomes}</p>}
        {outcomes.map((outcome) => (
          <OutcomeCard
            language={language}
            outcome={outcome}
            surroundings={surroundings}
            today={shown.today}
            mayRecord={may(actor, 'people:change')}
            maySay={may(actor, 'outcomes:verify')}
            mayAsk={may(actor, 'words:record')}
          />
        ))}
      </Section>
      <Section title={t.reviews} id="reviews">
        <ReviewTable language={language} outcomes={outcomes} />
      </Section>
      <Section title={t.about}>
        <SummaryList rows={aboutRows(language, shown)} />
        {may(actor, 'people:change') && (
          <p>
            <Link href={carePlanningPaths.editPerson(person.personId)}>{formText[language].edit}</Link> ·{' '}
            <Link href={carePlanningPaths.restriction(person.personId)}>{t.whoMaySee}</Link> ·{' '}
            <Link href={carePlanningPaths.allocation(person.personId)}>{t.whoWorks}</Link>
            {may(actor, 'people:merge') && (
              <>
                {' · '}
                <Link href={carePlanningPaths.mergePerson(person.personId)}>{mergeText[language].start}</Link>
              </>
            )}
          </p>
        )}
        {may(actor, 'exchange:run') && (
          <p>
            <Link href={carePlanningPaths.exchange(person.personId)}>{t.exchange}</Link>
          </p>
        )}
        {may(actor, 'history:read') && (
          <p>
            <Link href={`/history/care-planning.person/${person.personId}`}>{t.history}</Link>
          </p>
        )}
      </Section>
    </PersonFrame>
  )
}

function aboutRows(language: 'en' | 'cy', { person, today }: PersonPage): readonly { key: string; value: Child }[] {
  const t = text[language]
  return [
    { key: t.columns.name, value: fullName(person) },
    { key: t.reference, value: person.ref },
    ...(person.bornOn ? [{ key: t.age, value: t.years(ageOn(person.bornOn, today)) }] : []),
    ...(person.startedOn ? [{ key: t.since, value: showDay(language, person.startedOn) }] : []),
    ...(person.endedOn ? [{ key: t.endedOn, value: showDay(language, person.endedOn) }] : []),
  ]
}

type ReviewRow = { readonly outcome: PersonalOutcome; readonly review: OutcomeReview }

const ReviewTable = ({ language, outcomes }: { language: 'en' | 'cy'; outcomes: readonly PersonalOutcome[] }) => {
  const t = text[language]
  const rows = outcomes
    .flatMap((outcome) => outcome.reviews.map((review): ReviewRow => ({ outcome, review })))
    .sort((a, b) => Temporal.PlainDate.compare(b.review.heldOn, a.review.heldOn))
  return (
    <DataTable
      caption={t.reviews}
      captionHidden
      rows={rows}
      empty={t.noReviews}
      columns={[
        {
          key: 'held',
          header: t.reviewColumns.held,
          rowHeader: true,
          cell: ({ review }) => showDay(language, review.heldOn),
        },
        {
          key: 'outcome',
          header: t.reviewColumns.outcome,
          cell: ({ outcome }) => <span lang={outcome.ownWordsLanguage}>{outcome.ownWords}</span>,
        },
        {
          key: 'found',
          header: t.reviewColumns.found,
          cell: ({ review }) => ACHIEVEMENT_NAMES[review.achievement][language],
        },
        {
          key: 'provider',
          header: t.reviewColumns.provider,
          cell: ({ review }) => (review.providerSays ? ACHIEVEMENT_NAMES[review.providerSays][language] : t.notSaid),
        },
        {
          key: 'person',
          header: t.reviewColumns.person,
          cell: ({ review }) => <Fragment>{nameOfWord(review)?.[language] ?? t.notSaid}</Fragment>,
        },
      ]}
    />
  )
}
