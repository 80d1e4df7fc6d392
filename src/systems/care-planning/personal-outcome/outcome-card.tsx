/** One outcome on a person's page: their words, the score over time, who contributes, and what each voice says. */
import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { type Day, showDay } from '../../../kernel/period.ts'
import { Columns, LineChart, Link, OwnWords, Section, SummaryList, Tag, type TagTone } from '../../../ui/index.ts'
import {
  ACHIEVEMENT_NAMES,
  besideOf,
  CARER_SAYS_NAMES,
  differs,
  EXTENT_NAMES,
  hasOwnWord,
  nameOfWord,
  type OutcomeReview,
  PARTY_NAMES,
  voicesDiffer,
} from '../outcome-review/outcome-review.ts'
import { sourceOfWord } from '../own-word/own-word.sentences.ts'
import { carePlanningPaths } from '../paths.ts'
import type { Surroundings } from '../person/person.actions.ts'
import { text } from '../person/person.text.ts'
import { dueState, lifeOn, mayHappen, OUTCOME_DUE_NAMES, OUTCOME_LIFE_NAMES, type OutcomeLife } from './outcome-life.ts'
import { type Contribution, latestReview, type PersonalOutcome, scoresOf } from './personal-outcome.ts'

export type OutcomeCardProps = {
  readonly language: Language
  readonly outcome: PersonalOutcome
  readonly surroundings: Surroundings
  readonly today: Day
  /** May record a review. */
  readonly mayRecord: boolean
  /** Is the person, or their carer, and may say how it went. */
  readonly maySay: boolean
  /** May ask the person by letter, and write down what they say. */
  readonly mayAsk: boolean
}

const LIFE_TONES = {
  proposed: 'attention',
  agreed: 'plain',
  active: 'strong',
  'under-review': 'attention',
  reformulated: 'plain',
  ended: 'plain',
} as const satisfies Record<OutcomeLife, TagTone>

/** Where an outcome stands, and beside it when it is due to be looked at again. */
export const OutcomeState = ({
  language,
  outcome,
  today,
}: {
  language: Language
  outcome: PersonalOutcome
  today: Day
}) => {
  const life = lifeOn(outcome, today)
  const due = dueState(outcome.reviewDueOn, today)
  const isOpen = life !== 'ended' && life !== 'reformulated'
  return (
    <p>
      <Tag tone={LIFE_TONES[life]}>{OUTCOME_LIFE_NAMES[life][language]}</Tag>{' '}
      {isOpen && due !== 'later' && (
        <Tag tone={due === 'overdue' ? 'wrong' : 'attention'}>{OUTCOME_DUE_NAMES[due][language]}</Tag>
      )}
    </p>
  )
}

export const OutcomeCard = (props: OutcomeCardProps) => {
  const { language, outcome, today } = props
  const t = text[language]
  const review = latestReview(outcome)
  return (
    <Section
      level={3}
      title={outcome.ownWords}
      titleLanguage={outcome.ownWordsLanguage}
      id={`outcome-${outcome.personalOutcomeId}`}
    >
      <OutcomeState language={language} outcome={outcome} today={today} />
      <Columns>
        <div>
          <ScoreChart language={language} outcome={outcome} />
          <SummaryList rows={factRows(props)} />
        </div>
        <div>
          {review && <Voices language={language} review={review} />}
          {review?.personWords && (
            <OwnWords
              words={review.personWords}
              language={review.personWordsLanguage ?? outcome.ownWordsLanguage}
              by={`${t.personSays(review.personSaidBy)}, ${showDay(language, review.personSaidOn ?? review.heldOn)}`}
            />
          )}
        </div>
      </Columns>
      <Links {...props} review={review} />
    </Section>
  )
}

const Links = ({
  language,
  outcome,
  mayRecord,
  maySay,
  mayAsk,
  review,
  today,
}: OutcomeCardProps & { review: OutcomeReview | undefined }) => {
  const t = text[language]
  const isOpen = mayHappen(lifeOn(outcome, today), 'record-review')
  return (
    <>
      {mayRecord && isOpen && (
        <p>
          <Link
            href={carePlanningPaths.recordReview(outcome.personId, outcome.personalOutcomeId)}
            about={`: ${outcome.ownWords}`}
          >
            {t.recordReview}
          </Link>
        </p>
      )}
      {maySay && review && (
        <p>
          <Link
            href={carePlanningPaths.ownWord(outcome.personId, review.outcomeReviewId)}
            about={`: ${outcome.ownWords}`}
          >
            {hasOwnWord(review) ? t.changeYourWord : t.sayHowItWent}
          </Link>
        </p>
      )}
      {mayAsk && review && (
        <>
          <p>
            <Link
              href={carePlanningPaths.sendLetter(outcome.personId, review.outcomeReviewId)}
              about={`: ${outcome.ownWords}`}
            >
              {t.askByLetter}
            </Link>
          </p>
          <p>
            <Link
              href={carePlanningPaths.recordWord(outcome.personId, review.outcomeReviewId)}
              about={`: ${outcome.ownWords}`}
            >
              {t.writeDownWord}
            </Link>
          </p>
        </>
      )}
    </>
  )
}

/** The scores that reviews gave, from where the person started. */
export const ScoreChart = ({ language, outcome }: { language: Language; outcome: PersonalOutcome }) => {
  const t = text[language]
  const scores = scoresOf(outcome)
  const [first, last] = [scores[0], scores.at(-1)]
  if (!first || !last) return null
  if (scores.length === 1) return <p>{t.onlyBaseline(first.score, outcome.targetScore)}</p>
  return (
    <LineChart
      title={`${t.scoreTitle}: ${outcome.ownWords}`}
      meaning={t.scoreMeaning(first.score, last.score, outcome.targetScore)}
      points={scores.map((point) => ({ label: showDay(language, point.on), value: point.score }))}
      target={outcome.targetScore ?? undefined}
      size="s"
    />
  )
}

function factRows({ language, outcome, surroundings }: OutcomeCardProps): readonly { key: string; value: Child }[] {
  const t = text[language]
  const serves = outcome.outcomeId === null ? undefined : surroundings.outcomes.get(outcome.outcomeId)
  return [
    {
      key: t.servesOutcome,
      value: serves ? (
        <Link href={`/outcomes/${serves.outcomeId}`}>{serves.statement[language]}</Link>
      ) : (
        t.noCatalogueOutcome
      ),
    },
    {
      key: t.whoContributes,
      value:
        outcome.contributions.length === 0 ? (
          t.nobodyContributes
        ) : (
          <ul class="govuk-list">
            {outcome.contributions.map((contribution) => (
              <ContributionItem
                language={language}
                contribution={contribution}
                outcome={outcome}
                surroundings={surroundings}
              />
            ))}
          </ul>
        ),
    },
    { key: t.agreed, value: showDay(language, outcome.agreedOn) },
    outcome.endedOn
      ? { key: t.endedOn, value: showDay(language, outcome.endedOn) }
      : { key: t.lookAgain, value: showDay(language, outcome.reviewDueOn) },
  ]
}

const ContributionItem = (props: {
  language: Language
  contribution: Contribution
  outcome: PersonalOutcome
  surroundings: Surroundings
}) => {
  const { language, contribution } = props
  const t = text[language]
  const provider =
    contribution.providerId === null ? undefined : props.surroundings.providers.get(contribution.providerId)
  const name = provider?.name ?? PARTY_NAMES[contribution.party][language]
  return (
    <li>
      {name}, {contribution.extent === 'whole' ? t.wholly : t.inPart}
      {contribution.what && (
        <>
          : <span lang={props.outcome.ownWordsLanguage}>{contribution.what}</span>
        </>
      )}
    </li>
  )
}

/** The three voices on the latest review, side by side and never merged; then what it is attributed to. */
const Voices = ({ language, review }: { language: Language; review: OutcomeReview }) => {
  const t = text[language]
  const beside = besideOf(review)
  const rows = [
    { key: t.reviewFound, value: ACHIEVEMENT_NAMES[review.achievement][language] },
    { key: t.providerSays, value: review.providerSays ? ACHIEVEMENT_NAMES[review.providerSays][language] : t.notSaid },
    {
      key: t.personSays(review.personSaidBy),
      value: nameOfWord(review)?.[language] ?? t.notSaid,
    },
    ...(beside ? [{ key: t.personSays('carer'), value: CARER_SAYS_NAMES[beside.says][language] }] : []),
    ...(review.personWordHow ? [{ key: t.howKnown, value: sourceOfWord(language, review) }] : []),
    ...(review.attributions.length === 0
      ? []
      : [
          {
            key: t.attributedTo,
            value: [...review.attributions]
              .sort((a, b) => Number(b.isNamedFirst) - Number(a.isNamedFirst))
              .map(
                (a) =>
                  `${PARTY_NAMES[a.party][language]} (${EXTENT_NAMES[a.extent][language].toLocaleLowerCase(language)}${a.isNamedFirst ? `, ${t.namedFirst}` : ''})`,
              )
              .join('; '),
          },
        ]),
  ]
  return (
    <>
      <h4 class="govuk-heading-s">{t.words}</h4>
      <SummaryList rows={rows} />
      {differs(review) && <p>{t.wordsDiffer}</p>}
      {voicesDiffer(review) && <p>{t.voicesDiffer}</p>}
      {beside?.words && (
        <OwnWords words={beside.words} language={beside.wordsLanguage ?? language} by={t.personSays('carer')} />
      )}
    </>
  )
}
