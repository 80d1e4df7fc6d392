/** What can be counted of outcome reviews: what was achieved, in whose word, how far people came, and whether reviews were held when due. */
import type { Bilingual } from '../../../kernel/language.ts'
import { BAND_NAMES } from '../../../kernel/need-band.ts'
import type { ExplainColumn, Measure, RollupSource } from '../../../measures/measure.ts'
import { carePlanningPaths } from '../paths.ts'

const ACHIEVEMENT_NAMES: Readonly<Record<string, Bilingual>> = {
  achieved: { en: 'Achieved', cy: 'Wedi’i gyflawni' },
  partly: { en: 'Partly achieved', cy: 'Wedi’i gyflawni’n rhannol' },
  not: { en: 'Not achieved', cy: 'Heb ei gyflawni' },
  changed: { en: 'Changed', cy: 'Wedi newid' },
  'no-longer-wanted': { en: 'No longer wanted', cy: 'Heb ei eisiau mwyach' },
  'not-asked': { en: 'Not asked', cy: 'Heb ei holi' },
  'could-not-ask': { en: 'Could not be asked', cy: 'Ni ellid holi' },
}

export const PERSON_COLUMN: ExplainColumn = {
  column: 'person_id',
  label: { en: 'Person', cy: 'Person' },
  shownAs: 'person',
  href: (row) => carePlanningPaths.person(Number(row.person_id)),
}

export const OUTCOME_COLUMN: ExplainColumn = {
  column: 'personal_outcome_id',
  label: { en: 'Outcome', cy: 'Canlyniad' },
  shownAs: 'reference',
  href: (row) => carePlanningPaths.outcome(Number(row.person_id), Number(row.personal_outcome_id)),
}

export const BAND_COLUMN: ExplainColumn = {
  column: 'band',
  label: { en: 'Need band', cy: 'Band angen' },
  shownAs: 'code',
  names: BAND_NAMES,
}

export const OWN_WORDS_COLUMN: ExplainColumn = {
  column: 'own_words',
  label: { en: 'In the person’s words', cy: 'Yng ngeiriau’r person' },
  shownAs: 'words',
  languageColumn: 'own_words_language',
  permission: 'people:read',
}

export const OUTCOME_REVIEWS: RollupSource = {
  name: 'outcome-reviews',
  title: { en: 'Outcome reviews held', cy: 'Adolygiadau canlyniadau a gynhaliwyd' },
  factView: 'care_planning.outcome_review_fact',
  rollupTable: 'care_planning.outcome_review_rollup',
  counters: {
    held: { countWhere: 'is_held' },
    achieved: { countWhere: 'is_achieved' },
    partly: { countWhere: 'is_partly' },
    not_achieved: { countWhere: 'is_not' },
    changed: { countWhere: 'is_changed' },
    answered: { countWhere: 'has_persons_word' },
    persons_own: { countWhere: 'is_persons_own' },
    carers_alone: { countWhere: 'is_carers_alone' },
    person_and_carer: { countWhere: 'has_person_and_carer' },
    person_and_carer_differ: { countWhere: 'do_person_and_carer_differ' },
    confirmable: { countWhere: 'is_confirmable' },
    confirmed: { countWhere: 'is_confirmed' },
    both_spoke: { countWhere: 'has_both_words' },
    word_gap: { sumOf: 'word_gap', where: 'has_both_words' },
    scored: { countWhere: 'is_scored' },
    distance_percent: { sumOf: 'distance_percent', where: 'is_scored' },
    provider_spoke: { countWhere: 'has_providers_word' },
    provider_reached: { countWhere: 'provider_says_reached' },
    person_reached: { countWhere: 'person_says_reached' },
    only_provider_says: { countWhere: 'only_provider_says_achieved' },
    only_person_says: { countWhere: 'only_person_says_achieved' },
  },
  isBanded: true,
  explainColumns: [
    PERSON_COLUMN,
    OUTCOME_COLUMN,
    OWN_WORDS_COLUMN,
    { column: 'day', label: { en: 'Held', cy: 'Cynhaliwyd' }, shownAs: 'day' },
    { column: 'due_on', label: { en: 'Due', cy: 'Yn ddyledus' }, shownAs: 'day' },
    { column: 'achievement', label: { en: 'Concluded', cy: 'Casgliad' }, shownAs: 'code', names: ACHIEVEMENT_NAMES },
    {
      column: 'provider_says',
      label: { en: 'Provider says', cy: 'Mae’r darparwr yn dweud' },
      shownAs: 'code',
      names: ACHIEVEMENT_NAMES,
    },
    {
      column: 'person_says',
      label: { en: 'Person or carer says', cy: 'Mae’r person neu’r gofalwr yn dweud' },
      shownAs: 'code',
      names: ACHIEVEMENT_NAMES,
    },
    {
      column: 'person_said_by',
      label: { en: 'Whose word', cy: 'Gair pwy' },
      shownAs: 'code',
      names: {
        person: { en: 'The person’s', cy: 'Gair y person' },
        carer: { en: 'The carer’s alone', cy: 'Gair y gofalwr yn unig' },
      },
    },
    {
      column: 'carer_says',
      label: { en: 'Carer says', cy: 'Mae’r gofalwr yn dweud' },
      shownAs: 'code',
      names: ACHIEVEMENT_NAMES,
    },
    BAND_COLUMN,
    { column: 'baseline_score', label: { en: 'Baseline', cy: 'Gwaelodlin' }, shownAs: 'score' },
    { column: 'score', label: { en: 'Score', cy: 'Sgôr' }, shownAs: 'score' },
    { column: 'target_score', label: { en: 'Target', cy: 'Targed' }, shownAs: 'score' },
  ],
}

export const REVIEWS_DUE: RollupSource = {
  name: 'reviews-due',
  title: { en: 'Outcome reviews due', cy: 'Adolygiadau canlyniadau dyledus' },
  factView: 'care_planning.review_due_fact',
  rollupTable: 'care_planning.review_due_rollup',
  counters: {
    due: { countWhere: 'is_due' },
    due_held: { countWhere: 'is_held' },
    due_on_time: { countWhere: 'is_held_on_time' },
  },
  explainColumns: [
    PERSON_COLUMN,
    OUTCOME_COLUMN,
    { column: 'day', label: { en: 'Due', cy: 'Yn ddyledus' }, shownAs: 'day' },
    { column: 'held_on', label: { en: 'Held', cy: 'Cynhaliwyd' }, shownAs: 'day' },
  ],
}

type Words = Pick<Measure, 'kind' | 'unit' | 'better' | 'numerator' | 'denominator' | 'compared'>

function ofReviews(name: string, what: Words, label: Bilingual, meaning: Bilingual): Measure {
  return { name, source: OUTCOME_REVIEWS.name, ...what, label, meaning }
}

export const OUTCOME_REVIEW_MEASURES: readonly Measure[] = [
  ofReviews(
    'outcomes-achieved',
    { kind: 'outcome', unit: 'share', better: 'higher', numerator: 'achieved', denominator: 'held' },
    { en: 'Outcomes achieved', cy: 'Canlyniadau wedi’u cyflawni' },
    {
      en: 'Outcome reviews held in the period that concluded “achieved”, over all outcome reviews held in it.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod ac a ddaeth i’r casgliad “wedi’i gyflawni”, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo.',
    },
  ),
  ofReviews(
    'outcomes-partly-achieved',
    { kind: 'outcome', unit: 'share', better: 'neither', numerator: 'partly', denominator: 'held' },
    { en: 'Outcomes partly achieved', cy: 'Canlyniadau wedi’u cyflawni’n rhannol' },
    {
      en: 'Outcome reviews held in the period that concluded “partly achieved”, over all outcome reviews held in it.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod ac a ddaeth i’r casgliad “wedi’i gyflawni’n rhannol”, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo.',
    },
  ),
  ofReviews(
    'outcomes-not-achieved',
    { kind: 'outcome', unit: 'share', better: 'lower', numerator: 'not_achieved', denominator: 'held' },
    { en: 'Outcomes not achieved', cy: 'Canlyniadau heb eu cyflawni' },
    {
      en: 'Outcome reviews held in the period that concluded “not achieved”, over all outcome reviews held in it.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod ac a ddaeth i’r casgliad “heb ei gyflawni”, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo.',
    },
  ),
  ofReviews(
    'outcomes-changed',
    { kind: 'outcome', unit: 'share', better: 'neither', numerator: 'changed', denominator: 'held' },
    { en: 'Outcomes changed or no longer wanted', cy: 'Canlyniadau a newidiodd neu nad oes mo’u heisiau mwyach' },
    {
      en: 'Outcome reviews held in the period at which the outcome was changed or no longer wanted, over all outcome reviews held in it.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle newidiwyd y canlyniad neu lle nad oedd mo’i eisiau mwyach, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo.',
    },
  ),
  ofReviews(
    'distance-travelled',
    { kind: 'outcome', unit: 'points', better: 'higher', numerator: 'distance_percent', denominator: 'scored' },
    { en: 'Distance travelled towards the target', cy: 'Y pellter a deithiwyd tuag at y targed' },
    {
      en: 'For each scored review held in the period, how far the score stands from the baseline towards the target, in hundredths of the way agreed (0 where it began, 100 at the target, below 0 further away than it began; held between −100 and 100), added up, over the number of such reviews.',
      cy: 'Ar gyfer pob adolygiad â sgôr a gynhaliwyd yn y cyfnod, pa mor bell y mae’r sgôr o’r waelodlin tuag at y targed, mewn canfedau o’r ffordd y cytunwyd arni (0 lle dechreuodd, 100 wrth y targed, o dan 0 yn bellach i ffwrdd nag ar y dechrau; wedi’i gadw rhwng −100 a 100), wedi’u hadio, dros nifer yr adolygiadau hynny.',
    },
  ),
  ofReviews(
    'outcomes-confirmed',
    {
      kind: 'outcome',
      unit: 'share',
      better: 'higher',
      numerator: 'confirmed',
      denominator: 'confirmable',
      compared: 'share',
    },
    {
      en: 'Outcomes confirmed by the person or carer',
      cy: 'Canlyniadau wedi’u cadarnhau gan y person neu’r gofalwr',
    },
    {
      en: 'Reviews held in the period that concluded “achieved” or “partly achieved” and of which the person says just the same (or the carer, where the person has not spoken), over all that concluded so.',
      cy: 'Adolygiadau a gynhaliwyd yn y cyfnod ac a ddaeth i’r casgliad “wedi’i gyflawni” neu “wedi’i gyflawni’n rhannol”, ac y mae’r person yn dweud yr un peth amdanynt (neu’r gofalwr, lle nad yw’r person wedi siarad), dros bob un â’r casgliad hwnnw.',
    },
  ),
  ofReviews(
    'word-gap',
    {
      kind: 'quality-assurance',
      unit: 'share',
      better: 'lower',
      numerator: 'word_gap',
      denominator: 'both_spoke',
      compared: { more: 'outcomes-only-provider-says', less: 'outcomes-only-person-says' },
    },
    {
      en: 'Gap between the provider’s word and the person’s',
      cy: 'Y bwlch rhwng gair y darparwr a gair y person',
    },
    {
      en: 'Over the reviews held in the period at which both the provider and the person (or carer) spoke: those the provider calls achieved, less those the person calls achieved. Below zero where people say more than the provider does.',
      cy: 'Dros yr adolygiadau a gynhaliwyd yn y cyfnod lle siaradodd y darparwr a’r person (neu’r gofalwr): y rhai y mae’r darparwr yn dweud iddynt gael eu cyflawni, llai’r rhai y mae’r person yn dweud hynny amdanynt. O dan sero lle mae pobl yn dweud mwy na’r darparwr.',
    },
  ),
  ofReviews(
    'outcomes-asked',
    { kind: 'quality-assurance', unit: 'share', better: 'higher', numerator: 'answered', denominator: 'held' },
    { en: 'Reviews with the person’s own word', cy: 'Adolygiadau â gair y person ei hun' },
    {
      en: 'Outcome reviews held in the period at which the person or carer was asked and answered, over all outcome reviews held in it.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle holwyd y person neu’r gofalwr a chael ateb, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo.',
    },
  ),
  ofReviews(
    'outcomes-in-own-word',
    { kind: 'quality-assurance', unit: 'share', better: 'higher', numerator: 'persons_own', denominator: 'held' },
    {
      en: 'Reviews in the person’s word, no carer’s counted',
      cy: 'Adolygiadau yng ngair y person, heb gyfrif gair gofalwr',
    },
    {
      en: 'Outcome reviews held in the period at which the person themselves answered, over all outcome reviews held in it. A carer’s word is not counted.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle atebodd y person eu hunain, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo. Ni chyfrifir gair gofalwr.',
    },
  ),
  ofReviews(
    'outcomes-in-carers-word',
    { kind: 'quality-assurance', unit: 'share', better: 'neither', numerator: 'carers_alone', denominator: 'answered' },
    { en: 'Answers that are a carer’s alone', cy: 'Atebion sy’n air gofalwr yn unig' },
    {
      en: 'Outcome reviews held in the period at which only a carer answered, over all at which the person or a carer did.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle atebodd gofalwr yn unig, dros bob un lle atebodd y person neu ofalwr.',
    },
  ),
  ofReviews(
    'person-and-carer-differ',
    {
      kind: 'quality-assurance',
      unit: 'share',
      better: 'neither',
      numerator: 'person_and_carer_differ',
      denominator: 'person_and_carer',
    },
    { en: 'Person and carer see it differently', cy: 'Y person a’r gofalwr yn ei gweld yn wahanol' },
    {
      en: 'Outcome reviews held in the period of which the person and the carer say different things, over all at which both answered.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod y mae’r person a’r gofalwr yn dweud pethau gwahanol amdanynt, dros bob un lle atebodd y ddau.',
    },
  ),
]

/** The same result in each voice, and where two voices part: what providers are compared by. */
export const VOICE_MEASURES: readonly Measure[] = [
  ofReviews(
    'outcomes-reached',
    {
      kind: 'outcome',
      unit: 'share',
      better: 'higher',
      numerator: 'confirmable',
      denominator: 'held',
      compared: 'share',
    },
    {
      en: 'Achieved wholly or in part, as the review concluded',
      cy: 'Wedi’u cyflawni’n llawn neu’n rhannol, yn ôl casgliad yr adolygiad',
    },
    {
      en: 'Outcome reviews held in the period that concluded “achieved” or “partly achieved”, over all outcome reviews held in it.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod ac a ddaeth i’r casgliad “wedi’i gyflawni” neu “wedi’i gyflawni’n rhannol”, dros yr holl adolygiadau canlyniadau a gynhaliwyd ynddo.',
    },
  ),
  ofReviews(
    'outcomes-reached-person',
    {
      kind: 'outcome',
      unit: 'share',
      better: 'higher',
      numerator: 'person_reached',
      denominator: 'answered',
      compared: 'share',
    },
    {
      en: 'Achieved wholly or in part, as the person or carer says',
      cy: 'Wedi’u cyflawni’n llawn neu’n rhannol, yng ngair y person neu’r gofalwr',
    },
    {
      en: 'Outcome reviews held in the period of which the person or carer says “achieved” or “partly achieved”, over those at which they were asked and answered.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod y mae’r person neu’r gofalwr yn dweud “wedi’i gyflawni” neu “wedi’i gyflawni’n rhannol” amdanynt, dros y rhai lle cawsant eu holi ac ateb.',
    },
  ),
  ofReviews(
    'outcomes-reached-provider',
    {
      kind: 'outcome',
      unit: 'share',
      better: 'higher',
      numerator: 'provider_reached',
      denominator: 'provider_spoke',
      compared: 'share',
    },
    {
      en: 'Achieved wholly or in part, as the provider reports',
      cy: 'Wedi’u cyflawni’n llawn neu’n rhannol, yn ôl adroddiad y darparwr',
    },
    {
      en: 'Outcome reviews held in the period of which the provider reports “achieved” or “partly achieved”, over those of which it reported anything.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod y mae’r darparwr yn adrodd “wedi’i gyflawni” neu “wedi’i gyflawni’n rhannol” amdanynt, dros y rhai y gwnaeth adrodd unrhyw beth amdanynt.',
    },
  ),
  ofReviews(
    'outcomes-only-provider-says',
    {
      kind: 'quality-assurance',
      unit: 'share',
      better: 'lower',
      numerator: 'only_provider_says',
      denominator: 'both_spoke',
    },
    { en: 'Achieved in the provider’s word alone', cy: 'Wedi’u cyflawni yng ngair y darparwr yn unig' },
    {
      en: 'Of the outcome reviews held in the period at which both the provider and the person (or carer) spoke: those the provider calls achieved and the person does not.',
      cy: 'O’r adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle siaradodd y darparwr a’r person (neu’r gofalwr): y rhai y mae’r darparwr yn dweud iddynt gael eu cyflawni ac nad yw’r person.',
    },
  ),
  ofReviews(
    'outcomes-only-person-says',
    {
      kind: 'quality-assurance',
      unit: 'share',
      better: 'neither',
      numerator: 'only_person_says',
      denominator: 'both_spoke',
    },
    { en: 'Achieved in the person’s word alone', cy: 'Wedi’u cyflawni yng ngair y person yn unig' },
    {
      en: 'Of the outcome reviews held in the period at which both the provider and the person (or carer) spoke: those the person calls achieved and the provider does not.',
      cy: 'O’r adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle siaradodd y darparwr a’r person (neu’r gofalwr): y rhai y mae’r person yn dweud iddynt gael eu cyflawni ac nad yw’r darparwr.',
    },
  ),
]

export const REVIEW_DUE_MEASURES: readonly Measure[] = [
  {
    name: 'outcomes-due-review',
    source: REVIEWS_DUE.name,
    kind: 'activity',
    unit: 'reviews',
    better: 'neither',
    numerator: 'due',
    denominator: 'one',
    label: { en: 'Outcomes due a review', cy: 'Canlyniadau y mae eu hadolygiad yn ddyledus' },
    meaning: {
      en: 'Times that an outcome fell due to be looked at again in the period: reviews that were held, by the day they had been due, and reviews not held yet, by the day the outcome says, unless it ended before.',
      cy: 'Y troeon y daeth yn bryd edrych eto ar ganlyniad yn y cyfnod: adolygiadau a gynhaliwyd, yn ôl y diwrnod yr oeddent yn ddyledus, ac adolygiadau heb eu cynnal eto, yn ôl y diwrnod y mae’r canlyniad yn ei nodi, oni bai iddo ddod i ben cyn hynny.',
    },
  },
  {
    name: 'reviews-on-time',
    source: REVIEWS_DUE.name,
    kind: 'timescale',
    unit: 'share',
    better: 'higher',
    numerator: 'due_on_time',
    denominator: 'due',
    label: { en: 'Outcome reviews held on time', cy: 'Adolygiadau canlyniadau a gynhaliwyd yn brydlon' },
    meaning: {
      en: 'Outcome reviews held on or before the day they were due, over all that fell due in the period, whether held or not.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd ar y diwrnod yr oeddent yn ddyledus neu cyn hynny, dros bob un a ddaeth yn ddyledus yn y cyfnod, p’un a gafodd ei gynnal ai peidio.',
    },
  },
  {
    name: 'reviews-held',
    source: REVIEWS_DUE.name,
    kind: 'timescale',
    unit: 'share',
    better: 'higher',
    numerator: 'due_held',
    denominator: 'due',
    label: { en: 'Due outcome reviews held at all', cy: 'Adolygiadau canlyniadau dyledus a gynhaliwyd o gwbl' },
    meaning: {
      en: 'Outcome reviews that have been held, on time or late, over all that fell due in the period.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd, yn brydlon neu’n hwyr, dros bob un a ddaeth yn ddyledus yn y cyfnod.',
    },
  },
]
