/** Reablement in the database: episodes of one person, the list of all, adding and changing them. */
import { type Selectable, sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { PersonName } from '../../../kernel/person-name.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { EndingFacts, EpisodesQuery, NewEpisode, ReablementEpisode, SixMonthsLater } from './reablement.ts'

/** Newest first, each with its goals and whether the person came back. */
export async function listEpisodesOf(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<readonly ReablementEpisode[]> {
  const rows = await episodes(tx, authorityId)
    .where('e.person_id', '=', personId)
    .orderBy('e.started_on', 'desc')
    .orderBy('e.reablement_episode_id', 'desc')
    .execute()
  const goals = await tx
    .selectFrom('care_planning.reablement_goal')
    .select(['reablement_episode_id', 'personal_outcome_id'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('personal_outcome_id')
    .execute()
  const goalsOf = Map.groupBy(goals, (goal) => goal.reablement_episode_id)
  return rows.map((row) =>
    episodeOf(
      row,
      (goalsOf.get(row.reablement_episode_id) ?? []).map((goal) => goal.personal_outcome_id),
    ),
  )
}

export type EpisodeInList = ReablementEpisode & PersonName & { readonly personRef: string }
export type EpisodesPage = { readonly episodes: readonly EpisodeInList[]; readonly total: number }

/** One page of the list; `perPage` undefined: all of it, for a file. Goals are left out. */
export async function listEpisodes(
  tx: Tx,
  authorityId: number,
  query: EpisodesQuery,
  today: Day,
  perPage?: number,
): Promise<EpisodesPage> {
  const asked = matching(tx, authorityId, query, today)
  const { count } = await asked.clearSelect().select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const order = query.direction === 'ascending' ? 'asc' : 'desc'
  const by = { started: sql`e.started_on`, ended: sql`e.ended_on`, expected: sql`e.started_on + 7 * e.expected_weeks` }
  let rows = asked
    .select(['p.given_name', 'p.family_name', 'p.known_as', 'p.ref as person_ref'])
    .orderBy(by[query.sort], (o) => (order === 'asc' ? o.asc() : o.desc()).nullsLast())
    .orderBy('e.reablement_episode_id')
  if (perPage) rows = rows.limit(perPage).offset((query.page - 1) * perPage)
  return {
    total: Number(count),
    episodes: (await rows.execute()).map((row) => ({
      ...episodeOf(row, []),
      givenName: row.given_name,
      familyName: row.family_name,
      knownAs: row.known_as,
      personRef: row.person_ref,
    })),
  }
}

function episodes(tx: Tx, authorityId: number) {
  return tx
    .selectFrom('care_planning.reablement_episode as e')
    .selectAll('e')
    .select(
      sql<Day | null>`case when e.ending = 'completed'
        then care_planning.returned_on(e.authority_id, e.person_id, e.ended_on) end`.as('returned_on'),
    )
    .where('e.authority_id', '=', authorityId)
}

function matching(tx: Tx, authorityId: number, query: EpisodesQuery, today: Day) {
  let rows = episodes(tx, authorityId).innerJoin('care_planning.person as p', (join) =>
    join.onRef('p.authority_id', '=', 'e.authority_id').onRef('p.person_id', '=', 'e.person_id'),
  )
  if (query.state === 'now' || query.state === 'overrunning') rows = rows.where('e.ended_on', 'is', null)
  if (query.state === 'two-weeks') rows = rows.where(waitsForTwoWeeks(today))
  if (query.state === 'overrunning') rows = rows.where(sql<boolean>`e.started_on + 7 * e.expected_weeks < ${today}`)
  if (query.state === 'completed' || query.state === 'ended-early') rows = rows.where('e.ending', '=', query.state)
  if (query.state === 'six-months') rows = rows.where(waitsForSixMonths(today))
  if (query.area) rows = rows.where('e.area_id', '=', query.area)
  if (query.provider) rows = rows.where('e.provider_id', '=', query.provider)
  return rows
}

/** Completed six months ago or more, and nobody has said what support there was then. */
function waitsForSixMonths(today: Day) {
  return sql<boolean>`e.ending = 'completed' and e.six_months_later is null
    and (e.ended_on + interval '6 months')::date <= ${today}`
}

/** Begun two weeks ago or more and going on, and nobody has said what is needed then. */
function waitsForTwoWeeks(today: Day) {
  return sql<boolean>`e.ended_on is null and e.minutes_at_two_weeks is null and e.started_on + 14 <= ${today}`
}

/** How many wait for something: the hours after two weeks, gone on longer than expected, and to be looked at after six months. */
export async function countWaitingEpisodes(
  tx: Tx,
  authorityId: number,
  today: Day,
): Promise<{ readonly twoWeeks: number; readonly overrunning: number; readonly sixMonths: number }> {
  const { rows } = await sql<{ two: number; overrunning: number; six: number }>`
    select count(*) filter (where ${waitsForTwoWeeks(today)}) as two,
      count(*) filter (where e.ended_on is null and e.started_on + 7 * e.expected_weeks < ${today}) as overrunning,
      count(*) filter (where ${waitsForSixMonths(today)}) as six
    from care_planning.reablement_episode e where e.authority_id = ${authorityId}`.execute(tx)
  return {
    twoWeeks: Number(rows[0]?.two ?? 0),
    overrunning: Number(rows[0]?.overrunning ?? 0),
    sixMonths: Number(rows[0]?.six ?? 0),
  }
}

/** Adds an episode with its goals; answers its id. */
export async function addEpisode(tx: Tx, authorityId: number, ref: string, start: NewEpisode): Promise<number> {
  const { reablement_episode_id } = await tx
    .insertInto('care_planning.reablement_episode')
    .values({
      authority_id: authorityId,
      ref,
      person_id: start.personId,
      area_id: start.areaId,
      contract_id: start.contractId,
      provider_id: start.providerId,
      came_from: start.cameFrom,
      is_supported_already: start.isSupportedAlready,
      referred_on: start.referredOn,
      started_on: start.startedOn,
      expected_weeks: start.expectedWeeks,
      minutes_at_start: start.minutesAtStart,
    })
    .returning('reablement_episode_id')
    .executeTakeFirstOrThrow()
  if (start.goalIds.length > 0)
    await tx
      .insertInto('care_planning.reablement_goal')
      .values(
        start.goalIds.map((personal_outcome_id) => ({
          authority_id: authorityId,
          reablement_episode_id,
          personal_outcome_id,
          person_id: start.personId,
        })),
      )
      .execute()
  return reablement_episode_id
}

export type EpisodeChange =
  | { readonly minutesAtTwoWeeks: number }
  | { readonly end: EndingFacts & { readonly endingNote: string } }
  | { readonly sixMonthsLater: SixMonthsLater }

/** Changes an episode. Answers false when somebody saved it since `version`. */
export async function changeEpisode(
  tx: Tx,
  authorityId: number,
  at: { readonly reablementEpisodeId: number; readonly version: number },
  change: EpisodeChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.reablement_episode')
    .set(columnsOf(change))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('reablement_episode_id', '=', at.reablementEpisodeId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function columnsOf(change: EpisodeChange) {
  if ('minutesAtTwoWeeks' in change) return { minutes_at_two_weeks: change.minutesAtTwoWeeks }
  if ('sixMonthsLater' in change) return { six_months_later: change.sixMonthsLater }
  const { end } = change
  return {
    ended_on: end.endedOn,
    ending: end.ending,
    early_reason: end.earlyReason,
    needed_after: end.neededAfter,
    is_mitigated: end.isMitigated,
    follows: end.follows,
    minutes_at_end: end.minutesAtEnd,
    ending_note: end.endingNote,
    ...(end.ending === 'completed' ? {} : { six_months_later: null }),
  }
}

type Row = Selectable<Tables['care_planning.reablement_episode']> & { readonly returned_on: Day | null }

function episodeOf(row: Row, goalIds: readonly number[]): ReablementEpisode {
  return {
    goalIds,
    reablementEpisodeId: row.reablement_episode_id,
    ref: row.ref,
    personId: row.person_id,
    areaId: row.area_id,
    contractId: row.contract_id,
    providerId: row.provider_id,
    cameFrom: row.came_from as ReablementEpisode['cameFrom'],
    isSupportedAlready: row.is_supported_already,
    referredOn: row.referred_on,
    startedOn: row.started_on,
    expectedWeeks: row.expected_weeks,
    minutesAtStart: row.minutes_at_start,
    minutesAtTwoWeeks: row.minutes_at_two_weeks,
    minutesAtEnd: row.minutes_at_end,
    endedOn: row.ended_on,
    ending: row.ending as ReablementEpisode['ending'],
    earlyReason: row.early_reason as ReablementEpisode['earlyReason'],
    neededAfter: row.needed_after as ReablementEpisode['neededAfter'],
    isMitigated: row.is_mitigated,
    follows: row.follows as ReablementEpisode['follows'],
    endingNote: row.ending_note,
    sixMonthsLater: row.six_months_later as SixMonthsLater | null,
    returnedOn: row.returned_on,
    version: row.version,
  }
}
