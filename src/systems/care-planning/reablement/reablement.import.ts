/** The file of reablement: one row for each time that somebody had it, with the hours needed and how it ended. */
import { listContractPlaces } from '../../../measures/contract-dimension.store.ts'
import { unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import type { RowReader } from '../../../platform/import/values/row-reader.ts'
import { changeCircles, circleChange } from '../circle/circle.store.ts'
import { listKnownPeople } from '../person/person-import.store.ts'
import { type KnownOutcome, listKnownOutcomes } from '../personal-outcome/personal-outcome-import.store.ts'
import { CameFrom, EarlyReason, Ending, Follows, hoursContradict, NeededAfter, SixMonthsLater } from './reablement.ts'
import { reablementColumns } from './reablement-columns.import.ts'
import { countEpisodesOf, listReabling } from './reablement-import.store.ts'

export const reablementImport = defineRecordKind({
  name: 'reablement',
  title: { en: 'Reablement', cy: 'Ailalluogi' },
  lead: {
    en: 'One row for each time that somebody had reablement: the weeks, the hours needed, and how it ended.',
    cy: 'Un rhes ar gyfer pob tro y cafodd rhywun ailalluogi: yr wythnosau, yr oriau yr oedd eu hangen, a sut y daeth i ben.',
  },
  permission: 'imports:run',
  after: ['people', 'contracts', 'outcomes'],
  columns: reablementColumns,
  table: {
    table: 'care_planning.reablement_episode',
    id: 'reablement_episode_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      person_id: 'bigint',
      area_id: 'integer',
      contract_id: 'integer',
      provider_id: 'integer',
      came_from: 'text',
      is_supported_already: 'boolean',
      referred_on: 'date',
      started_on: 'date',
      expected_weeks: 'smallint',
      minutes_at_start: 'integer',
      minutes_at_two_weeks: 'integer',
      minutes_at_end: 'integer',
      ended_on: 'date',
      ending: 'text',
      early_reason: 'text',
      needed_after: 'text',
      is_mitigated: 'boolean',
      follows: 'text',
      six_months_later: 'text',
      extra: 'jsonb',
    },
    children: [
      {
        table: 'care_planning.reablement_goal',
        columns: { personal_outcome_id: 'bigint', person_id: 'bigint' },
      },
    ],
  },
  prepare: async (tx, { authorityId, clock }) => ({
    people: await listKnownPeople(tx, authorityId),
    contracts: await listContractPlaces(tx, authorityId),
    outcomes: await listKnownOutcomes(tx, authorityId),
    today: clock.today().toString(),
  }),
  judge(row, { people, contracts, outcomes, today }) {
    const person = row.find('person_ref', row.reference('person_ref'), people, UNKNOWN_PERSON)
    const contract = row.find('contract_ref', row.optionalReference('contract_ref'), contracts, UNKNOWN_CONTRACT)
    const started_on = row.date('started_on')
    const referred_on = row.optionalDate('referred_on')
    if (referred_on && !row.isRejected && referred_on > started_on)
      row.reject('referred_on', 'referred-after-start', REFERRED_AFTER_START)
    const minutes_at_start = minutesOf(row, 'hours_at_start')
    const end = judgeEnding(row, started_on, today)
    if (hoursContradict(minutes_at_start ?? null, end.minutes_at_end ?? null, end.needed_after ?? null))
      row.flag('hours-contradict')
    return {
      values: {
        ref: row.reference('episode_ref'),
        person_id: person?.personId ?? 0,
        area_id: person?.areaId ?? 0,
        contract_id: contract?.contractId,
        provider_id: contract?.providerId,
        came_from: row.optionalOneOf('came_from', CameFrom.options) ?? 'other',
        is_supported_already: row.yesNo('supported_already') ?? false,
        referred_on,
        started_on,
        expected_weeks: row.integer('expected_weeks', { min: 1, max: 26 }),
        minutes_at_start,
        minutes_at_two_weeks: minutesOf(row, 'hours_at_two_weeks'),
        ...end,
        extra: row.extra(),
      },
      goals: judgeGoals(row, person?.personId, outcomes),
    }
  },
  key: ({ values }) => values.ref,
  entry: ({ values, goals }) => ({ values, children: { 'care_planning.reablement_goal': goals } }),
  async changed(tx, { authorityId }, { rows }) {
    const touched = rows
      .filter((row) => typeof row.provider_id === 'number')
      .map((row) => ({ personId: Number(row.person_id), providerId: Number(row.provider_id) }))
    const standing = await listReabling(
      tx,
      authorityId,
      touched.map(({ personId }) => personId),
    )
    await changeCircles(tx, authorityId, 'reablement', circleChange(touched, standing))
  },
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'people' && kind !== 'contracts' && kind !== 'outcomes') return undefined
    return {
      what: { en: 'episodes of reablement', cy: 'cyfnodau ailalluogi' },
      count: await countEpisodesOf(tx, authorityId, kind, ids),
    }
  },
})

/** Hours of the file as whole minutes: 10.5 is 630. */
function minutesOf(row: RowReader, column: string): number | undefined {
  const hours = row.optionalDecimal(column, { min: 0, max: 168 })
  return hours === undefined ? undefined : Math.round(hours * 60)
}

/** An ending is whole or not there: the day, how, and what is needed after; early with its reason. */
function judgeEnding(row: RowReader, startedOn: string, today: string) {
  const ended_on = row.optionalDate('ended_on')
  const ending = row.optionalOneOf('ending', Ending.options)
  const early_reason = row.optionalOneOf('early_reason', EarlyReason.options)
  const needed_after = row.optionalOneOf('needed_after', NeededAfter.options)
  const follows = row.optionalOneOf('follows', Follows.options)
  const is_mitigated = row.yesNo('mitigated') ?? false
  if (ended_on && ended_on < startedOn) row.reject('ended_on', 'ends-before-start', ENDS_BEFORE_START)
  if (ended_on && ended_on > today) row.reject('ended_on', 'in-the-future', IN_THE_FUTURE)
  if (ended_on && !ending && !row.has('ending')) row.reject('ending', 'ending-missing', ENDING_MISSING)
  if (!ended_on && ending && !row.has('ended_on')) row.reject('ended_on', 'last-day-missing', LAST_DAY_MISSING)
  if (ending === 'ended-early' && !early_reason && !row.has('early_reason'))
    row.reject('early_reason', 'early-needs-reason', EARLY_NEEDS_REASON)
  if (ending === 'completed' && !needed_after && !row.has('needed_after'))
    row.reject('needed_after', 'say-what-is-needed', SAY_WHAT_IS_NEEDED)
  if (ending === 'completed' && !follows && !row.has('follows'))
    row.reject('follows', 'say-what-follows', SAY_WHAT_FOLLOWS)
  return {
    minutes_at_end: minutesOf(row, 'hours_at_end'),
    ended_on,
    ending,
    early_reason: ending === 'ended-early' ? early_reason : undefined,
    needed_after,
    is_mitigated: is_mitigated && needed_after === 'more',
    follows,
    six_months_later: row.optionalOneOf('six_months_later', SixMonthsLater.options),
  }
}

function judgeGoals(row: RowReader, personId: number | undefined, outcomes: ReadonlyMap<string, KnownOutcome>) {
  const goals = row.list('goal_refs').map((ref) => outcomes.get(ref))
  if (goals.some((goal) => goal === undefined)) row.reject('goal_refs', 'unknown-goal', UNKNOWN_OUTCOME)
  else if (personId !== undefined && goals.some((goal) => goal?.personId !== personId))
    row.reject('goal_refs', 'goal-of-another', GOAL_OF_ANOTHER)
  return goals.flatMap((goal) =>
    goal ? [{ personal_outcome_id: goal.personalOutcomeId, person_id: goal.personId }] : [],
  )
}

const UNKNOWN_PERSON = unknownReference(
  { en: 'No person has this reference.', cy: 'Nid oes gan unrhyw berson y cyfeirnod hwn.' },
  { en: 'people', cy: 'pobl' },
)
const UNKNOWN_CONTRACT = unknownReference(
  { en: 'No contract has this reference.', cy: 'Nid oes gan unrhyw gontract y cyfeirnod hwn.' },
  { en: 'contracts', cy: 'contractau' },
)
const UNKNOWN_OUTCOME = unknownReference(
  { en: 'No person’s outcome has this reference.', cy: 'Nid oes gan ganlyniad unrhyw berson y cyfeirnod hwn.' },
  { en: 'people’s outcomes', cy: 'canlyniadau pobl' },
)
const GOAL_OF_ANOTHER = {
  en: 'This outcome is another person’s. Check both references.',
  cy: 'Canlyniad person arall yw hwn. Gwiriwch y ddau gyfeirnod.',
}
const REFERRED_AFTER_START = {
  en: 'The person was referred after it started. Check both dates.',
  cy: 'Atgyfeiriwyd y person ar ôl iddo ddechrau. Gwiriwch y ddau ddyddiad.',
}
const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
const IN_THE_FUTURE = { en: 'This day has not come yet.', cy: 'Nid yw’r diwrnod hwn wedi dod eto.' }
const ENDING_MISSING = {
  en: 'It has a last day: say whether it was completed or ended early.',
  cy: 'Mae iddo ddiwrnod olaf: dywedwch a gafodd ei gwblhau neu a ddaeth i ben yn gynnar.',
}
const LAST_DAY_MISSING = {
  en: 'It has an ending: say on which day.',
  cy: 'Mae iddo ddiwedd: dywedwch ar ba ddiwrnod.',
}
const EARLY_NEEDS_REASON = { en: 'Say why it ended early.', cy: 'Dywedwch pam y daeth i ben yn gynnar.' }
const SAY_WHAT_IS_NEEDED = {
  en: 'Say how much support is needed after it.',
  cy: 'Dywedwch faint o gymorth y mae ei angen ar ei ôl.',
}
const SAY_WHAT_FOLLOWS = { en: 'Say what comes after it.', cy: 'Dywedwch beth sy’n dod ar ei ôl.' }
