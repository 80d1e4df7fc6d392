/** The file of outcome reviews: one row for each time an outcome was looked at again, with who said what and whose doing it was. */
import { unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import type { RowReader } from '../../../platform/import/values/row-reader.ts'
import { type KnownOutcome, listKnownOutcomes } from '../personal-outcome/personal-outcome-import.store.ts'
import { knownScales } from '../scale/scale.framework.ts'
import { listRegistrations } from '../scale/scale-registration.store.ts'
import { Achievement, Extent, Party, PersonSays } from './outcome-review.ts'
import { outcomeReviewColumns } from './outcome-review-columns.import.ts'
import { countReviewsOf } from './outcome-review-import.store.ts'

export const outcomeReviewsImport = defineRecordKind({
  name: 'outcome-reviews',
  title: { en: 'Outcome reviews', cy: 'Adolygiadau o ganlyniadau' },
  lead: {
    en: 'One row for each time a person’s outcome was looked at again: what was found, who said so, and whose doing it was.',
    cy: 'Un rhes ar gyfer pob tro yr edrychwyd eto ar ganlyniad person: beth a ganfuwyd, pwy a ddywedodd hynny, a chyfraniad pwy ydoedd.',
  },
  permission: 'imports:run',
  after: ['contributions'],
  columns: outcomeReviewColumns,
  table: {
    table: 'care_planning.outcome_review',
    id: 'outcome_review_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      personal_outcome_id: 'bigint',
      person_id: 'bigint',
      area_id: 'integer',
      contract_id: 'integer',
      provider_id: 'integer',
      due_on: 'date',
      held_on: 'date',
      score: 'numeric',
      achievement: 'text',
      provider_says: 'text',
      person_says: 'text',
      person_said_by: 'text',
      person_said_on: 'date',
      person_words: 'text',
      person_words_language: 'text',
      note: 'text',
      extra: 'jsonb',
    },
    children: [
      {
        table: 'care_planning.attribution',
        columns: { person_id: 'bigint', party: 'text', extent: 'text', is_named_first: 'boolean', evidence: 'text' },
      },
    ],
  },
  prepare: async (tx, { authorityId, clock, frameworks }) => ({
    scales: knownScales(frameworks, await listRegistrations(tx, authorityId)),
    outcomes: await listKnownOutcomes(tx, authorityId),
    today: clock.today().toString(),
  }),
  judge(row, { outcomes, today, scales }) {
    const outcome = row.find('personal_outcome_ref', row.reference('personal_outcome_ref'), outcomes, UNKNOWN_OUTCOME)
    const held_on = row.date('held_on')
    if (held_on > today) row.reject('held_on', 'in-the-future', IN_THE_FUTURE)
    if (outcome && !row.isRejected && held_on < outcome.agreedOn) row.reject('held_on', 'before-agreed', BEFORE_AGREED)
    const scale = outcome && scales.get(outcome.scale)
    return {
      values: {
        ref: row.reference('review_ref'),
        personal_outcome_id: outcome?.personalOutcomeId ?? 0,
        person_id: outcome?.personId ?? 0,
        area_id: outcome?.areaId ?? 0,
        contract_id: outcome?.contractId ?? undefined,
        provider_id: outcome?.providerId ?? undefined,
        due_on: row.optionalDate('due_on') ?? outcome?.reviewDueOn ?? held_on,
        held_on,
        score: row.optionalDecimal('score', scale ? { min: scale.lowest, max: scale.highest } : {}),
        achievement: row.oneOf('achievement', Achievement.options),
        provider_says: row.optionalOneOf('provider_says', Achievement.options),
        ...judgeOwnWord(row, held_on),
        note: row.optionalText('note') ?? '',
        extra: row.extra(),
      },
      attributions: judgeAttributions(row, outcome),
    }
  },
  key: ({ values }) => values.ref,
  entry: ({ values, attributions }) => ({ values, children: { 'care_planning.attribution': attributions } }),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'outcomes') return undefined
    return {
      what: { en: 'outcome reviews', cy: 'adolygiadau o ganlyniadau' },
      count: await countReviewsOf(tx, authorityId, ids),
    }
  },
})

/** What the person or carer says: an answer has somebody who gave it, on the day of the review where no other is named. */
function judgeOwnWord(row: RowReader, heldOn: string) {
  const person_says = row.optionalOneOf('person_says', PersonSays.options)
  const person_said_by = row.optionalOneOf('person_said_by', ['person', 'carer'])
  const person_words = row.optionalText('person_words') ?? ''
  const person_words_language = row.optionalOneOf('person_words_language', ['cy', 'en'])
  const hasAnswered = person_says !== undefined && person_says !== 'not-asked' && person_says !== 'could-not-ask'
  if (hasAnswered && person_said_by === undefined && !row.has('person_said_by'))
    row.reject('person_said_by', 'nobody-said-it', NOBODY_SAID_IT)
  if (person_words !== '' && person_words_language === undefined && !row.has('person_words_language'))
    row.reject('person_words_language', 'language-missing', LANGUAGE_MISSING)
  return {
    person_says,
    person_said_by: hasAnswered ? person_said_by : undefined,
    person_said_on: hasAnswered ? (row.optionalDate('person_said_on') ?? heldOn) : undefined,
    person_words,
    person_words_language: person_words === '' ? undefined : person_words_language,
  }
}

/** One attribution for each party whose column is filled; the evidence stands with the party named first. */
function judgeAttributions(row: RowReader, outcome: KnownOutcome | undefined) {
  const namedFirst = row.optionalOneOf('named_first', Party.options)
  const evidence = row.optionalText('evidence') ?? ''
  const said: { party: Party; extent: Extent }[] = Party.options.flatMap((party) => {
    const extent = row.optionalOneOf(`attribution_${party}`, Extent.options)
    return extent === undefined ? [] : [{ party, extent }]
  })
  // Named first without saying how far: kept as just that, and noticed.
  if (namedFirst !== undefined && !said.some(({ party }) => party === namedFirst)) {
    row.flag('named-without-attribution')
    said.push({ party: namedFirst, extent: 'cannot-say' })
  }
  const bearer = namedFirst ?? said[0]?.party
  return said.map(({ party, extent }) => ({
    person_id: outcome?.personId ?? 0,
    party,
    extent,
    is_named_first: party === namedFirst,
    evidence: party === bearer ? evidence : '',
  }))
}

const UNKNOWN_OUTCOME = unknownReference(
  { en: 'No person’s outcome has this reference.', cy: 'Nid oes gan ganlyniad unrhyw berson y cyfeirnod hwn.' },
  { en: 'people’s outcomes', cy: 'canlyniadau pobl' },
)
const IN_THE_FUTURE = { en: 'This day has not come yet.', cy: 'Nid yw’r diwrnod hwn wedi dod eto.' }
const BEFORE_AGREED = {
  en: 'The review was held before the outcome was agreed. Check both dates.',
  cy: 'Cynhaliwyd yr adolygiad cyn y cytunwyd ar y canlyniad. Gwiriwch y ddau ddyddiad.',
}
const NOBODY_SAID_IT = {
  en: 'Say who gave this answer: the person or the carer.',
  cy: 'Dywedwch pwy roddodd yr ateb hwn: y person neu’r gofalwr.',
}
const LANGUAGE_MISSING = {
  en: 'Say which language these words are in: cy or en.',
  cy: 'Dywedwch ym mha iaith y mae’r geiriau hyn: cy neu en.',
}
