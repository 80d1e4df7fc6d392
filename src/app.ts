/** Puts the rooms together: one list of systems, and from it the pages, the API, the measures and the line of sight. */
import { join } from 'node:path'
import type { Hono } from 'hono'
import { problemPage } from './desk/problem/problem.pages.tsx'
import { deskSystem } from './desk/system.ts'
import { publishBrokenLinks } from './measures/line-of-sight/broken-link.ts'
import { publishStop } from './measures/line-of-sight/line-of-sight.ts'
import { publishStarts } from './measures/line-of-sight/start.ts'
import { publishWords } from './measures/line-of-sight/whose-word.ts'
import { publishPeopleNames } from './measures/people-names.ts'
import { publishMeasures, publishSource } from './measures/registry.ts'
import { apiDocumentDoor } from './platform/api/api-document.ts'
import { authenticateToken } from './platform/api/authenticate-token.ts'
import { publishRecordKinds } from './platform/audit/record-kind.ts'
import { systemClock } from './platform/clock/clock.ts'
import type { Configuration } from './platform/configuration/configuration.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { datedValues, loadFrameworks } from './platform/frameworks/index.ts'
import { assetDoors } from './platform/http/asset-doors.ts'
import { keepDoor } from './platform/http/door-keeper.ts'
import { Doors, type Env } from './platform/http/doors.ts'
import { healthDoors } from './platform/http/health.ts'
import { type AccessEntry, createSite, type SiteParts } from './platform/http/pipeline.ts'
import { publishImportKinds } from './platform/import/kinds.ts'
import { publishMergeAnswer } from './platform/merging/merge-answer.ts'
import { publishHeldParts } from './platform/personal-data/held-part.ts'
import type { Runtime } from './platform/runtime.ts'
import type { ReachFinder } from './platform/session/open-id.ts'
import type { SystemModule } from './system.ts'
import { findPersonByRef } from './systems/care-planning/index.ts'
import { carePlanningSystem } from './systems/care-planning/system.ts'
import { findProviderByRef } from './systems/commissioning/index.ts'
import { commissioningSystem } from './systems/commissioning/system.ts'
import { contractManagementSystem } from './systems/contract-management/system.ts'
import { reviewSystem } from './systems/review/system.ts'
import { workAllocationSystem } from './systems/work-allocation/system.ts'
import { buildAssets } from './ui/build.ts'

/** The systems in the order of the commissioning cycle. A system that lands adds itself here and nowhere else. */
export const systems: readonly SystemModule[] = [
  commissioningSystem,
  contractManagementSystem,
  carePlanningSystem,
  workAllocationSystem,
  reviewSystem,
]

/** Built from src/ui, kept between starts. */
const ASSETS_FOLDER = join(import.meta.dirname, '..', 'build', 'assets')

/** Turns what an identity provider says of somebody into records of ours. */
const reachFinder: ReachFinder = {
  findProviderId: async (tx, authorityId, ref) => (await findProviderByRef(tx, authorityId, ref))?.providerId,
  async findPersonIds(tx, authorityId, refs) {
    const people = await Promise.all(refs.map((ref) => findPersonByRef(tx, authorityId, ref)))
    return people.flatMap((person) => (person ? [person.personId] : []))
  },
}

/** The policy of every room, read and checked. Throws with one line for each thing that is wrong. */
export function loadAllFrameworks() {
  return loadFrameworks([datedValues, ...systems.flatMap((system) => system.frameworks ?? [])])
}

/** Opens what the program stands on. Throws with a readable message when a framework file or the database cannot be read. */
export async function openRuntime(configuration: Configuration): Promise<Runtime> {
  const frameworks = await loadAllFrameworks()
  const database = await openDatabase(configuration)
  return { configuration, database, clock: systemClock, frameworks }
}

export type AppOptions = Partial<Pick<SiteParts, 'askedBy' | 'renderProblem'>> & {
  readonly logAccess?: (entry: AccessEntry) => void
  readonly logError?: (error: unknown, requestId: string) => void
}

/** The desk first, then the systems. */
export function allRooms(runtime: Runtime, given: readonly SystemModule[] = systems): readonly SystemModule[] {
  return [deskSystem({ runtime, systems: given, reachFinder }), ...given]
}

/** The doors of all rooms, declared and ready to be walked through (or listed). */
export function openDoors(runtime: Runtime, rooms: readonly SystemModule[]): Doors {
  const doors = new Doors(keepDoor)
  healthDoors(doors, runtime)
  assetDoors(doors, ASSETS_FOLDER)
  for (const room of rooms) {
    room.pages?.(doors)
    room.api?.(doors)
  }
  apiDocumentDoor(doors)
  return doors
}

/** The whole site, ready to answer requests. */
export async function createApp(
  runtime: Runtime,
  given: readonly SystemModule[] = systems,
  options: AppOptions = {},
): Promise<Hono<Env>> {
  const rooms = allRooms(runtime, given)
  publish(rooms)
  return createSite({
    runtime,
    doors: openDoors(runtime, rooms),
    navigation: rooms.flatMap((room) => room.navigation ?? []),
    assets: await buildAssets(ASSETS_FOLDER),
    renderProblem: problemPage,
    authenticateToken,
    movedTo: rooms.flatMap((room) => (room.movedTo ? [room.movedTo] : [])),
    ...options,
  })
}

/** Tells the measures and the line of sight what each room can count and where it stands on the thread. */
export function publish(rooms: readonly SystemModule[]): void {
  for (const source of rooms.flatMap((room) => room.sources ?? [])) publishSource(source)
  publishMeasures(rooms.flatMap((room) => room.measures ?? []))
  publishRecordKinds(rooms.flatMap((room) => room.records ?? []))
  publishHeldParts(
    // What the desk brings is about the records of all the others, so it comes last.
    [...rooms.filter(({ name }) => name !== 'desk'), ...rooms.filter(({ name }) => name === 'desk')].flatMap(
      (room) => room.holds ?? [],
    ),
    rooms.flatMap((room) => room.heldNames ?? []),
  )
  publishImportKinds(rooms.flatMap((room) => room.imports ?? []))
  for (const room of rooms) {
    for (const stop of room.stops ?? []) publishStop(stop)
    for (const broken of room.brokenLinks ?? []) publishBrokenLinks(broken)
    for (const start of room.starts ?? []) publishStarts(start)
    if (room.peopleNames) publishPeopleNames(room.peopleNames)
    if (room.words) publishWords(room.words)
    if (room.peopleMerged) publishMergeAnswer(room.peopleMerged)
  }
}
