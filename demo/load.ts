/** Fills an empty installation with the demonstration authority, through the same imports that a real authority's files go through. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calledName } from '../src/kernel/person-name.ts'
import { bringRollupsUpToDate } from '../src/measures/rollup.store.ts'
import { importFile } from '../src/platform/import/import.actions.ts'
import { findImportKind } from '../src/platform/import/kinds.ts'
import { type Actor, systemActor } from '../src/platform/permissions/actor.ts'
import type { Role } from '../src/platform/permissions/role.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import { createDemonstrationUsers } from '../src/platform/session/personas.ts'
import { actorOfUser, type User } from '../src/platform/session/session.ts'
import { findPersonByRef } from '../src/systems/care-planning/index.ts'
import { adoptNationalOutcomes, findProviderByRef, nationalOutcomes } from '../src/systems/commissioning/index.ts'
import { type County, drawCounty, SEED, type Size } from './county.ts'
import { type DemoFile, demoFiles } from './files.ts'
import { personaOf, storyPeople } from './persona.ts'
import { STORY } from './providers.ts'
import { writeCare } from './write-care.ts'
import { writeNotes } from './write-notes.ts'
import { writeOutcomes } from './write-outcomes.ts'
import { writeReviews } from './write-reviews.ts'

/** The reference of the demonstration authority. */
export const DEMONSTRATION_REF = 'bryniau'

export type DemoProgress = { readonly file: string; readonly share: number }

/**
 * Loads the county, or goes on where an earlier load was interrupted: a file that is in already changes nothing. The day it is drawn for
 * is written down first, so that going on tomorrow draws the same county. Answers how many rows came in.
 */
export async function loadDemonstration(
  runtime: Runtime,
  size: Size,
  onProgress: (progress: DemoProgress) => void = () => {},
): Promise<{ readonly rows: number; readonly county: County }> {
  const { database } = runtime
  const begun = await readNote(runtime)
  const drawnFor = begun ? Temporal.PlainDate.from(begun.drawnFor) : runtime.clock.today()
  const note = { drawnFor: drawnFor.toString(), seed: SEED, isWhole: false }
  await writeNote(runtime, note)
  const county = drawCounty(drawnFor, size)
  const actor = await openAuthority(runtime)
  const rows = await bringInFiles(runtime, actor, demoFiles(county), onProgress)
  await bringRollupsUpToDate(database, actor.authorityId)
  await writeAsPersonas(runtime, await addPersonas(runtime, actor.authorityId, county), county)
  await writeNote(runtime, { ...note, isWhole: true })
  return { rows, county }
}

/** The demonstration authority, added where there is none, with the national outcomes in its catalogue; answers who acts for it. */
export async function openAuthority(runtime: Runtime): Promise<Actor> {
  const { database } = runtime
  const authorityId = await database.asOwner(async (tx) => {
    const found = await tx
      .selectFrom('platform.authority')
      .select('authority_id')
      .where('ref', '=', DEMONSTRATION_REF)
      .executeTakeFirst()
    if (found) return found.authority_id
    const added = await tx
      .insertInto('platform.authority')
      .values({ ref: DEMONSTRATION_REF, name_en: 'Bryniau County Council', name_cy: 'Cyngor Sir y Bryniau' })
      .returning('authority_id')
      .executeTakeFirstOrThrow()
    return added.authority_id
  })
  const actor = systemActor(authorityId, 'Canlyn')
  const national = runtime.frameworks.list(nationalOutcomes).at(-1)
  if (national) await database.transaction(actor, (tx) => adoptNationalOutcomes(tx, authorityId, national))
  return actor
}

/** Brings files in, in their order, and answers how many rows they had. Throws when a row is rejected: these files are ours. */
export async function bringInFiles(
  runtime: Runtime,
  actor: Actor,
  files: readonly DemoFile[],
  onProgress: (progress: DemoProgress) => void = () => {},
): Promise<number> {
  let rows = 0
  for (const [index, file] of files.entries()) {
    if (!findImportKind(file.kind).ok) continue
    const result = await importFile(
      runtime,
      actor,
      file.kind,
      { name: file.name, stream: bytesOf(file) },
      {
        origin: { via: 'command', at: 'demonstration' },
        onProgress: ({ share }) => onProgress({ file: file.name, share: shareDone(files, index, share) }),
      },
    )
    if (!result.ok) throw new Error(`${file.name}: ${result.refusal.message.en}`)
    if (result.value.tally.rejected > 0)
      throw new Error(`${file.name}: ${result.value.tally.rejected} rows were rejected`)
    rows += result.value.tally.read
    onProgress({ file: file.name, share: shareDone(files, index, 1) })
  }
  return rows
}

/** Visit files are the bulk of the work; the eleven small ones share the first twentieth of the bar. */
function shareDone(files: readonly DemoFile[], index: number, share: number): number {
  const small = files.filter((file) => file.kind !== 'visits').length
  if (index < small) return ((index + share) / small) * 0.05
  return 0.05 + ((index - small + share) / (files.length - small)) * 0.95
}

async function* bytesOf(file: DemoFile): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  for (const chunk of file.chunks()) yield encoder.encode(chunk)
}

type Note = { readonly drawnFor: string; readonly seed: number; readonly isWhole: boolean }

/** What an earlier start wrote down of its load: undefined where none began. */
export async function readNote(runtime: Runtime): Promise<Note | undefined> {
  const written = await readFile(notePath(runtime), 'utf8').catch(() => undefined)
  return written === undefined ? undefined : (JSON.parse(written) as Note)
}

async function writeNote(runtime: Runtime, note: Note): Promise<void> {
  await writeFile(notePath(runtime), JSON.stringify(note))
}

function notePath(runtime: Runtime): string {
  return join(runtime.configuration.dataFolder, 'demonstration.json')
}

/** The provider personas work for the provider whose reports and people part company; the person is one of the people it supports. */
async function addPersonas(runtime: Runtime, authorityId: number, county: County): Promise<readonly User[]> {
  const person = personaOf(county)
  return runtime.database.transaction(systemActor(authorityId), async (tx) => {
    const provider = await findProviderByRef(tx, authorityId, STORY.parting)
    const found = person && (await findPersonByRef(tx, authorityId, person.ref))
    if (!provider || !found) throw new Error('the demonstration lacks the provider or the person of its personas')
    const links = { providerId: provider.providerId, person: { personId: found.personId, name: calledName(found) } }
    return createDemonstrationUsers(tx, authorityId, links, runtime.clock.now())
  })
}

/** The contract manager writes two reviews, the reviewer signs one of them; a provider writes what it sees, and a social worker answers, and plans, assesses and reviews. */
async function writeAsPersonas(runtime: Runtime, users: readonly User[], county: County): Promise<void> {
  const as = (role: Role) => {
    const user = users.find((u) => u.roles.includes(role))
    const actor = user && actorOfUser(user, 'en')
    if (!actor) throw new Error(`the demonstration has no ${role}`)
    return actor
  }
  await writeReviews(runtime, as('contract-manager'), as('reviewer'))
  const refs = storyPeople(county).map(({ ref }) => ref)
  await writeNotes(runtime, { writer: as('provider-coordinator'), worker: as('social-worker') }, refs)
  await writeOutcomes(runtime, {
    manager: as('contract-manager'),
    worker: as('social-worker'),
    provider: as('provider-coordinator'),
    person: as('person'),
  })
  await writeCare(runtime, county, { worker: as('social-worker'), manager: as('contract-manager') })
}
