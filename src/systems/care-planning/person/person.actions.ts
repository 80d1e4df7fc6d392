/** Looking at people: the list, and one person's whole page. What is seen is what row-level security lets the asker see. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { type Focus, readLineOfSight, type StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  type Area,
  listAreas,
  listOutcomes,
  listProviders,
  type Outcome,
  type Provider,
} from '../../commissioning/index.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { listClosedLike } from '../restriction/restriction.store.ts'
import type { ClosedRecord } from '../restriction/restriction.ts'
import {
  findPerson,
  listPeople,
  listPeopleAfter,
  listSoundingLike,
  type PeoplePage,
  plainLetters,
} from './person.store.ts'
import { PEOPLE_PER_PAGE, PeopleQuery, type Person } from './person.ts'
import type { NamedRecord } from './person-write.store.ts'

/** Names of what people's records point to, by id. */
export type Surroundings = {
  readonly areas: ReadonlyMap<number, Area>
  readonly outcomes: ReadonlyMap<number, Outcome>
  readonly providers: ReadonlyMap<number, Provider>
}

export type PeopleList = PeoplePage & {
  readonly query: PeopleQuery
  readonly areas: readonly Area[]
  readonly today: Day
  /** Records closed to whoever asks that are like what was searched for; for those who may open them. */
  readonly closed: readonly ClosedRecord[]
  /** Where nobody is spelled as was searched for: those whose names sound alike. */
  readonly alike: readonly NamedRecord[]
}

export const browsePeople = defineAction({
  name: 'care-planning.browse-people',
  title: { en: 'Looked at the list of people', cy: 'Edrych ar y rhestr o bobl' },
  permission: 'people:read',
  input: PeopleQuery,
  async run({ tx, actor, clock }, query) {
    const page = await listPeople(tx, actor.authorityId, query, clock.today(), PEOPLE_PER_PAGE)
    const seeks = query.search.length > 1 && may(actor, 'people:restricted')
    const closed = seeks ? await listClosedLike(tx, plainLetters(query.search)) : []
    const areas = await listAreas(tx, actor.authorityId)
    const alike = page.total === 0 && query.search ? await listSoundingLike(tx, actor.authorityId, query.search) : []
    return accepted<PeopleList>({ ...page, query, areas, today: clock.today(), closed, alike })
  },
})

/** The same list, whole, for a file. */
export const exportPeople = defineAction({
  name: 'care-planning.export-people',
  title: { en: 'Exported the list of people', cy: 'Allforio’r rhestr o bobl' },
  permission: 'people:read',
  input: PeopleQuery,
  async run({ tx, actor, clock, audit }, query) {
    const page = await listPeople(tx, actor.authorityId, query, clock.today())
    audit({ recordType: 'care-planning.person', recordId: 'list', after: { exported: page.total } })
    return accepted<PeopleList>({
      ...page,
      query,
      areas: await listAreas(tx, actor.authorityId),
      today: clock.today(),
      closed: [],
      alike: [],
    })
  },
})

/** The list for programs: by cursor, in the order of our ids. */
export const walkPeople = defineAction({
  name: 'care-planning.walk-people',
  title: { en: 'Read the list of people', cy: 'Darllen y rhestr o bobl' },
  permission: 'people:read',
  input: PeopleQuery.extend({
    after: z.number().int().default(0),
    limit: z.number().int().min(1).max(500).default(50),
  }),
  async run({ tx, actor, clock }, { after, limit, ...query }) {
    return accepted(await listPeopleAfter(tx, actor.authorityId, query, { after, limit, today: clock.today() }))
  },
})

export type PersonPage = {
  readonly person: Person
  readonly outcomes: readonly PersonalOutcome[]
  readonly surroundings: Surroundings
  readonly lineOfSight: readonly StopReading[]
  readonly today: Day
}

export const openPerson = defineAction({
  name: 'care-planning.open-person',
  title: { en: 'Opened a person’s page', cy: 'Agor tudalen person' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock }, { personId }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const byId = <T>(items: readonly T[], idOf: (item: T) => number) => new Map(items.map((item) => [idOf(item), item]))
    const outcomes = await listOutcomesOf(tx, authorityId, personId)
    return accepted<PersonPage>({
      person,
      outcomes,
      surroundings: {
        areas: byId(await listAreas(tx, authorityId), (area) => area.areaId),
        outcomes: byId(await listOutcomes(tx, authorityId), (outcome) => outcome.outcomeId),
        providers: byId(await listProviders(tx, authorityId), (provider) => provider.providerId),
      },
      lineOfSight: await readLineOfSight(tx, threadOf(authorityId, personId, outcomes), {
        from: clock.today().subtract({ months: 12 }),
        to: clock.today(),
      }),
      today: clock.today(),
    })
  },
})

/** The person's thread runs through the first of their outcomes that is linked: its need, and the contract that leads on it. */
function threadOf(authorityId: number, personId: number, outcomes: readonly PersonalOutcome[]): Focus {
  const linked = outcomes.find(({ outcomeId }) => outcomeId !== null)
  return {
    authorityId,
    personId,
    ...(linked?.outcomeId ? { outcomeId: linked.outcomeId } : {}),
    ...(linked?.contractId ? { contractId: linked.contractId } : {}),
  }
}

export const NO_SUCH_PERSON: Refusal = {
  kind: 'not-found',
  code: 'no-such-person',
  message: {
    en: 'There is no such person, or you may not see their record.',
    cy: 'Nid oes person o’r fath, neu ni chewch weld eu cofnod.',
  },
}
