/** The parts of an outcome's pages: how each voice sees it, what is agreed, and what may happen next. */
import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import { DataTable, Link, ScaleLine, type SummaryRow } from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES, Achievement } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { differenceOf, distanceTravelled, latestByVoice, type OutcomeScore, VOICE_NAMES } from './outcome-score.ts'
import type { OutcomesView } from './outcomes-view.actions.ts'
import { text } from './personal-outcome.text.ts'
import { type PersonalOutcome, SET_BY_NAMES } from './personal-outcome.ts'

type Of = { readonly language: Language; readonly view: OutcomesView; readonly outcome: PersonalOutcome }

/** Where every voice puts it, side by side on its scale; the sentence says who differs. */
export const Voices = ({ language, view, outcome }: Of) => {
  const t = text[language]
  const offered = view.scales.find(({ scale }) => scale.id === outcome.scale)
  const scores = latestByVoice(voicesOf(view, outcome))
  if (!offered || scores.length === 0) return <p>{t.nobodyScored}</p>
  return (
    <ScaleLine
      title={`${t.whoSees}: ${outcome.ownWords}`}
      meaning={voicesSentence(language, scores)}
      lowest={offered.range.lowest}
      highest={offered.range.highest}
      start={outcome.baselineScore === null ? undefined : { label: t.start, value: outcome.baselineScore }}
      target={outcome.targetScore === null ? undefined : { label: t.target, value: outcome.targetScore }}
      marks={scores.map((score) => ({
        voice: score.voice,
        label: VOICE_NAMES[score.voice][language],
        value: score.score,
        detail: travelled(language, outcome, score),
      }))}
    />
  )
}

/** The day of a score, and how much of the way from the start to the target it is. */
function travelled(language: Language, outcome: PersonalOutcome, score: OutcomeScore): string {
  const share = distanceTravelled(outcome, score.score)
  const on = showDay(language, score.scoredOn)
  return share === undefined ? on : `${on}; ${text[language].ofTheWay(share)}`
}

/** Every score as it was given, newest first: the voices stand apart in time too. */
export const ScoreTable = ({ language, view, outcome }: Of) => {
  const t = text[language]
  const rows = voicesOf(view, outcome).toSorted((a, b) => Temporal.PlainDate.compare(b.scoredOn, a.scoredOn))
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={t.allScores}
      rows={rows}
      empty={t.nobodyScored}
      columns={[
        { key: 'on', header: t.scoreColumns.on, rowHeader: true, cell: (score) => showDay(language, score.scoredOn) },
        { key: 'voice', header: t.scoreColumns.voice, cell: (score) => VOICE_NAMES[score.voice][language] },
        {
          key: 'score',
          header: t.scoreColumns.score,
          numeric: true,
          cell: (score) => showNumber(language, score.score, Number.isInteger(score.score) ? 0 : 2),
        },
        {
          key: 'way',
          header: t.scoreColumns.way,
          numeric: true,
          cell: (score) => {
            const share = distanceTravelled(outcome, score.score)
            return share === undefined ? t.cannotSay : showNumber(language, share, 0)
          },
        },
      ]}
    />
  )
}

/** The scores given, and as the practitioner's word the score of the last review, where no newer one was given. */
function voicesOf(view: OutcomesView, outcome: PersonalOutcome): readonly OutcomeScore[] {
  const given = view.scores.filter(({ personalOutcomeId }) => personalOutcomeId === outcome.personalOutcomeId)
  const reviewed = outcome.reviews.flatMap((review): OutcomeScore[] =>
    review.score === null
      ? []
      : [
          {
            personalOutcomeId: outcome.personalOutcomeId,
            voice: 'practitioner',
            scoredOn: review.heldOn,
            score: review.score,
            answers: [review.score],
            scaleEdition: '',
            recordedBy: '',
          },
        ],
  )
  return [...given, ...reviewed]
}

function voicesSentence(language: Language, scores: readonly OutcomeScore[]): string {
  const t = text[language]
  const shown = (score: OutcomeScore) => showNumber(language, score.score, Number.isInteger(score.score) ? 0 : 2)
  const name = (score: OutcomeScore) => VOICE_NAMES[score.voice][language]
  const difference = differenceOf(scores)
  if (difference)
    return t.differ(name(difference.from), shown(difference.from), name(difference.to), shown(difference.to))
  const [first] = scores
  if (!first) return t.nobodyScored
  return scores.length === 1 ? t.oneVoice(name(first), shown(first)) : t.allAgree(shown(first))
}

/** What was agreed, with its links to the catalogue and to other outcomes. */
export function termRows({ language, view, outcome }: Of): readonly SummaryRow[] {
  const t = text[language]
  const scale = view.scales.find((one) => one.scale.id === outcome.scale)?.scale
  const goal = find(view, outcome.hangsOn)
  const before = find(view, outcome.reformulatedFrom)
  const after = view.outcomes.find((one) => one.reformulatedFrom === outcome.personalOutcomeId)
  const row = (key: string, value: Child): SummaryRow => ({ key, value })
  return [
    ...(outcome.whyItMatters ? [row(t.why, <Said outcome={outcome} words={outcome.whyItMatters} />)] : []),
    ...(outcome.canDoNow ? [row(t.now, <Said outcome={outcome} words={outcome.canDoNow} />)] : []),
    row(t.serves, <Serves language={language} view={view} outcome={outcome} />),
    row(
      t.scale,
      <>
        {scale ? <Link href={carePlanningPaths.scale(scale.id)}>{scale.title[language]}</Link> : outcome.scale},{' '}
        {t.fromTo(outcome.baselineScore, outcome.targetScore)}
      </>,
    ),
    ...(outcome.weight === 1 ? [] : [row(t.weight, showNumber(language, outcome.weight, 2))]),
    row(t.setBy, SET_BY_NAMES[outcome.setBy][language]),
    ...(goal ? [row(t.stepTowards, <OutcomeLink outcome={goal} />)] : []),
    ...(before ? [row(t.tookPlaceOf, <OutcomeLink outcome={before} />)] : []),
    ...(after ? [row(t.placeTakenBy, <OutcomeLink outcome={after} />)] : []),
    row(t.agreed, showDay(language, outcome.agreedOn)),
    outcome.endedOn
      ? row(t.endedBecause, endOf(language, outcome))
      : row(t.lookAgain, showDay(language, outcome.reviewDueOn)),
  ]
}

function endOf(language: Language, outcome: PersonalOutcome): string {
  const reason = Achievement.safeParse(outcome.endedReason)
  return [
    outcome.endedOn ? showDay(language, outcome.endedOn) : '',
    ...(reason.success ? [ACHIEVEMENT_NAMES[reason.data][language]] : []),
    ...(outcome.endedNote ? [outcome.endedNote] : []),
  ].join('; ')
}

const Said = ({ outcome, words }: { outcome: PersonalOutcome; words: string }) => (
  <span lang={outcome.ownWordsLanguage}>{words}</span>
)

const Serves = ({ language, view, outcome }: Of) => {
  const t = text[language]
  const entry = view.catalogue.find(({ outcomeId }) => outcomeId === outcome.outcomeId)
  if (!entry) return <>{t.notLinked}</>
  const isOld = entry.endsOn !== null && Temporal.PlainDate.compare(entry.endsOn, view.today) < 0
  return (
    <>
      <Link href={`/outcomes/${entry.outcomeId}`}>{entry.statement[language]}</Link>
      {isOld && ` (${t.noLongerUsed})`}
    </>
  )
}

export const OutcomeLink = ({ outcome }: { outcome: PersonalOutcome }) => (
  <Link href={carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId)}>
    <span lang={outcome.ownWordsLanguage}>{outcome.ownWords}</span>
  </Link>
)

function find(view: OutcomesView, id: number | null): PersonalOutcome | undefined {
  return id === null ? undefined : view.outcomes.find(({ personalOutcomeId }) => personalOutcomeId === id)
}
