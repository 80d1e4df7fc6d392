/** What people can do with reablement: read it, start it, say what is needed after two weeks, conclude it, and look again after six months. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { type ContractOfService, listContractsOfService } from '../../../measures/contract-dimension.store.ts'
import { type Reading, readMeasures } from '../../../measures/reading.ts'
import { type ActionContext, bilingualIssue, defineAction, NOT_ALLOWED } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { type Area, listAreas, listProviders, type Provider } from '../../commissioning/index.ts'
import { changeCircles } from '../circle/circle.store.ts'
import { DayInput, optional, Prose, Version } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { REABLEMENT_MEASURES } from './reablement.measures.ts'
import {
  addEpisode,
  changeEpisode,
  type EpisodeChange,
  type EpisodesPage,
  listEpisodes,
  listEpisodesOf,
} from './reablement.store.ts'
import {
  CameFrom,
  EarlyReason,
  Ending,
  EPISODES_PER_PAGE,
  EpisodesQuery,
  Follows,
  MAY_BE_DONE,
  NeededAfter,
  type ReablementEpisode,
  refuseEnding,
  refuseStart,
  SixMonthsLater,
  sixMonthsDay,
  stateOn,
} from './reablement.ts'

export type EpisodesOfPerson = {
  readonly person: Person
  /** Newest first. */
  readonly episodes: readonly ReablementEpisode[]
  readonly outcomes: readonly PersonalOutcome[]
  readonly providers: ReadonlyMap<number, Provider>
  /** Contracts of reablement that run today: what a new episode can be placed under. */
  readonly contracts: readonly ContractOfService[]
  readonly today: Temporal.PlainDate
}

export const readReablement = defineAction({
  name: 'care-planning.read-reablement',
  title: { en: 'Read a person’s reablement', cy: 'Darllen ailalluogi person' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock }, { personId }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const today = clock.today()
    return accepted<EpisodesOfPerson>({
      person,
      episodes: await listEpisodesOf(tx, authorityId, personId),
      outcomes: await listOutcomesOf(tx, authorityId, personId),
      providers: new Map((await listProviders(tx, authorityId)).map((provider) => [provider.providerId, provider])),
      contracts: await listContractsOfService(tx, authorityId, 'reablement', today),
      today,
    })
  },
})

export type ReablementList = EpisodesPage & {
  readonly query: EpisodesQuery
  readonly areas: readonly Area[]
  readonly providers: readonly Provider[]
  /** Of the twelve months up to today, by measure; nothing where the reader may not ask for measures. */
  readonly readings: ReadonlyMap<string, Reading>
  readonly today: Temporal.PlainDate
}

async function readList({ tx, actor, clock }: ActionContext, query: EpisodesQuery, perPage?: number) {
  const { authorityId } = actor
  const today = clock.today()
  const period = { from: today.subtract({ months: 12 }).add({ days: 1 }), to: today }
  const names = REABLEMENT_MEASURES.map(({ name }) => name)
  return {
    ...(await listEpisodes(tx, authorityId, query, today, perPage)),
    query,
    areas: await listAreas(tx, authorityId),
    providers: await listProviders(tx, authorityId),
    readings: may(actor, 'measures:read') ? await readMeasures(tx, names, {}, period) : new Map<string, Reading>(),
    today,
  }
}

export const browseReablement = defineAction({
  name: 'care-planning.browse-reablement',
  title: { en: 'Looked at the list of reablement', cy: 'Edrych ar y rhestr ailalluogi' },
  permission: 'people:read',
  input: EpisodesQuery,
  run: async (context, query) => accepted<ReablementList>(await readList(context, query, EPISODES_PER_PAGE)),
})

/** The same list, whole, for a file. */
export const exportReablement = defineAction({
  name: 'care-planning.export-reablement',
  title: { en: 'Exported the list of reablement', cy: 'Allforio’r rhestr ailalluogi' },
  permission: 'people:read',
  input: EpisodesQuery,
  async run(context, query) {
    const list = await readList(context, query)
    context.audit({ recordType: 'care-planning.reablement', recordId: 'list', after: { exported: list.total } })
    return accepted<ReablementList>(list)
  },
})

const HOURS = bilingualIssue(
  'Enter hours a week from 0 to 168, such as 7 or 10.5',
  'Rhowch oriau’r wythnos o 0 i 168, er enghraifft 7 neu 10.5',
)
/** Hours as typed, as whole minutes: "10.5" is 630. */
const HoursInput = z
  .preprocess(
    (value) =>
      typeof value === 'string' ? (value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'))) : value,
    z.number(HOURS).min(0, HOURS).max(168, HOURS),
  )
  .transform((hours) => Math.round(hours * 60))

const WEEKS = bilingualIssue('Enter a whole number of weeks from 1 to 26', 'Rhowch nifer cyfan o wythnosau o 1 i 26')
const YesNo = z
  .enum(['yes', 'no'], bilingualIssue('Choose yes or no', 'Dewiswch ie neu na'))
  .transform((answer) => answer === 'yes')

export const StartInput = z.object({
  personId: RecordId,
  contractId: optional(RecordId),
  cameFrom: z.enum(
    CameFrom.options,
    bilingualIssue('Choose where the person comes from', 'Dewiswch o ble mae’r person yn dod'),
  ),
  isSupportedAlready: YesNo,
  referredOn: optional(DayInput),
  startedOn: DayInput,
  expectedWeeks: z.coerce.number(WEEKS).int(WEEKS).min(1, WEEKS).max(26, WEEKS),
  hoursAtStart: HoursInput,
  goalIds: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(RecordId)
      .min(
        1,
        bilingualIssue(
          'Choose at least one outcome that reablement is to work towards',
          'Dewiswch o leiaf un canlyniad y mae’r ailalluogi i weithio tuag ato',
        ),
      ),
  ),
})

export const startReablement = defineAction({
  name: 'care-planning.start-reablement',
  title: { en: 'Started reablement', cy: 'Dechrau ailalluogi' },
  permission: 'people:change',
  input: StartInput,
  async run({ tx, actor, clock, audit }, { hoursAtStart, contractId, referredOn, ...input }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, input.personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const others = await listEpisodesOf(tx, authorityId, input.personId)
    const today = clock.today()
    const cannotBe = refuseStart({ ...input, referredOn: referredOn ?? null }, others, today)
    if (cannotBe) return cannotBe
    const own = new Set((await listOutcomesOf(tx, authorityId, input.personId)).map((o) => o.personalOutcomeId))
    if (input.goalIds.some((id) => !own.has(id))) return refused(GOAL_OF_ANOTHER)
    const contracts = await listContractsOfService(tx, authorityId, 'reablement', today)
    const contract = contracts.find((one) => one.contractId === contractId)
    if (contractId && !contract) return refused(NO_SUCH_CONTRACT)
    const start = {
      ...input,
      areaId: person.areaId,
      contractId: contract?.contractId ?? null,
      providerId: contract?.providerId ?? null,
      referredOn: referredOn ?? null,
      minutesAtStart: hoursAtStart,
    }
    const ref = `RE-${person.ref}-${others.length + 1}`
    const reablementEpisodeId = await addEpisode(tx, authorityId, ref, start)
    if (contract)
      await changeCircles(tx, authorityId, 'reablement', {
        supporting: [{ personId: input.personId, providerId: contract.providerId }],
        notSupporting: [],
      })
    audit({
      recordType: 'care-planning.reablement',
      recordId: reablementEpisodeId,
      after: { ...start, startedOn: start.startedOn.toString(), referredOn: start.referredOn?.toString() ?? null },
    })
    return accepted({ reablementEpisodeId, ref })
  },
})

const At = z.object({
  personId: RecordId,
  reablementEpisodeId: RecordId,
  /** As it was shown. */
  version: Version,
})

/** Finds the episode, changes it, and writes both into the log; stale where somebody saved it meanwhile. */
async function change(
  { tx, actor, audit }: ActionContext,
  at: z.infer<typeof At>,
  episode: ReablementEpisode,
  changed: EpisodeChange,
) {
  if (!(await changeEpisode(tx, actor.authorityId, at, changed)))
    return refused(staleVersion(at.version, episode.version))
  const { goalIds: _goals, returnedOn: _returned, ...before } = episode
  audit({
    recordType: 'care-planning.reablement',
    recordId: at.reablementEpisodeId,
    before: inWriting(before),
    after: inWriting('end' in changed ? changed.end : changed),
  })
  return accepted({ reablementEpisodeId: at.reablementEpisodeId })
}

/** Days as text, for the log. */
function inWriting(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, value instanceof Temporal.PlainDate ? value.toString() : value]),
  )
}

async function findEpisode(
  { tx, actor }: ActionContext,
  at: z.infer<typeof At>,
): Promise<ReablementEpisode | undefined> {
  const episodes = await listEpisodesOf(tx, actor.authorityId, at.personId)
  return episodes.find(({ reablementEpisodeId }) => reablementEpisodeId === at.reablementEpisodeId)
}

/** The worker, or whoever gives the reablement, says what is needed after about two weeks. */
export const recordTwoWeeks = defineAction({
  name: 'care-planning.record-two-weeks',
  title: { en: 'Recorded the hours after two weeks', cy: 'Cofnodi’r oriau ar ôl pythefnos' },
  permission: 'people:read',
  input: At.extend({ hoursAtTwoWeeks: HoursInput }),
  async run(context, { hoursAtTwoWeeks, ...at }) {
    if (!may(context.actor, 'people:change') && !may(context.actor, 'notes:write')) return refused(NOT_ALLOWED)
    const episode = await findEpisode(context, at)
    if (!episode) return refused(NO_SUCH_EPISODE)
    const doable: readonly string[] = MAY_BE_DONE[stateOn(episode, context.clock.today())]
    if (!doable.includes('two-weeks')) return refused(HAS_ENDED)
    return change(context, at, episode, { minutesAtTwoWeeks: hoursAtTwoWeeks })
  },
})

export const EndInput = At.extend({
  endedOn: DayInput,
  ending: z.enum(Ending.options, bilingualIssue('Choose whether it was completed', 'Dewiswch a gafodd ei gwblhau')),
  earlyReason: optional(EarlyReason),
  hoursAtEnd: optional(HoursInput),
  neededAfter: optional(NeededAfter),
  isMitigated: optional(z.enum(['yes', 'no'])),
  follows: optional(Follows),
  endingNote: Prose,
})

/** Concludes an episode, or puts a conclusion right. The worker does it: whoever gave the reablement does not judge its own success. */
export const endReablement = defineAction({
  name: 'care-planning.end-reablement',
  title: { en: 'Concluded reablement', cy: 'Dod ag ailalluogi i ben' },
  permission: 'people:change',
  input: EndInput,
  async run(context, { personId, reablementEpisodeId, version, ...input }) {
    const at = { personId, reablementEpisodeId, version }
    const episode = await findEpisode(context, at)
    if (!episode) return refused(NO_SUCH_EPISODE)
    const neededAfter = input.neededAfter ?? null
    const end = {
      endedOn: input.endedOn,
      ending: input.ending,
      earlyReason: input.ending === 'ended-early' ? (input.earlyReason ?? null) : null,
      minutesAtEnd: input.hoursAtEnd ?? null,
      neededAfter,
      isMitigated: neededAfter === 'more' && input.isMitigated === 'yes',
      follows: input.follows ?? null,
      endingNote: input.endingNote,
    }
    const cannotBe = refuseEnding(episode, end, context.clock.today())
    return cannotBe ?? change(context, at, episode, { end })
  },
})

export const recordSixMonths = defineAction({
  name: 'care-planning.record-six-months',
  title: { en: 'Recorded the support six months after reablement', cy: 'Cofnodi’r cymorth chwe mis ar ôl ailalluogi' },
  permission: 'people:change',
  input: At.extend({
    sixMonthsLater: z.enum(
      SixMonthsLater.options,
      bilingualIssue('Choose what support there is', 'Dewiswch pa gymorth sydd'),
    ),
  }),
  async run(context, { sixMonthsLater, ...at }) {
    const episode = await findEpisode(context, at)
    if (!episode) return refused(NO_SUCH_EPISODE)
    const { endedOn, ending } = episode
    if (ending !== 'completed' || !endedOn) return refused(NOT_COMPLETED)
    if (Temporal.PlainDate.compare(context.clock.today(), sixMonthsDay(endedOn)) < 0) return refused(TOO_EARLY)
    return change(context, at, episode, { sixMonthsLater })
  },
})

export const NO_SUCH_EPISODE: Refusal = {
  kind: 'not-found',
  code: 'no-such-episode',
  message: {
    en: 'There is no such episode of reablement, or you may not see it.',
    cy: 'Nid oes cyfnod ailalluogi o’r fath, neu ni chewch ei weld.',
  },
}
const GOAL_OF_ANOTHER: Refusal = {
  kind: 'invalid',
  code: 'goal-of-another',
  field: 'goalIds',
  message: {
    en: 'Choose among this person’s own outcomes.',
    cy: 'Dewiswch ymhlith canlyniadau’r person hwn ei hun.',
  },
}
const NO_SUCH_CONTRACT: Refusal = {
  kind: 'invalid',
  code: 'no-such-contract',
  field: 'contractId',
  message: {
    en: 'Choose a contract for reablement that runs today.',
    cy: 'Dewiswch gontract ailalluogi sydd ar waith heddiw.',
  },
}
const HAS_ENDED: Refusal = {
  kind: 'conflict',
  code: 'has-ended',
  field: 'hoursAtTwoWeeks',
  message: {
    en: 'This episode has ended; the hours after two weeks can no longer be recorded.',
    cy: 'Mae’r cyfnod hwn wedi dod i ben; ni ellir cofnodi’r oriau ar ôl pythefnos mwyach.',
  },
}
const NOT_COMPLETED: Refusal = {
  kind: 'conflict',
  code: 'not-completed',
  field: 'sixMonthsLater',
  message: {
    en: 'Only completed reablement is looked at again after six months.',
    cy: 'Dim ond ar ailalluogi a gwblhawyd yr edrychir eto ar ôl chwe mis.',
  },
}
const TOO_EARLY: Refusal = {
  kind: 'conflict',
  code: 'six-months-not-over',
  field: 'sixMonthsLater',
  message: {
    en: 'Six months have not passed since it ended.',
    cy: 'Nid oes chwe mis wedi mynd heibio ers iddo ddod i ben.',
  },
}
