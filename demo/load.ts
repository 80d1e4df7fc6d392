/** Fills an empty installation with the demonstration authority, through the same imports that a real authority's files go through. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calledName } from '../src/kernel/person-name.ts'
import { importFile } from '../src/platform/import/import.actions.ts'
import { findImportKind } from '../src/platform/import/kinds.ts'
import { systemActor } from '../src/platform/permissions/actor.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import { createDemonstrationUsers } from '../src/platform/session/personas.ts'
import { findPersonByRef } from '../src/systems/care-planning/index.ts'
import { adoptNationalOutcomes, findProviderByRef, nationalOutcomes } from '../src/systems/commissioning/index.ts'
import { type County, drawCounty, SEED, type Size } from './county.ts'
import { type DemoFile, demoFiles } from './files.ts'
import { STORY } from './providers.ts'

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
  const drawnFor = await startedOn(runtime)
  const county = drawCounty(drawnFor, size)
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
  const files = demoFiles(county)
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
  await addPersonas(runtime, authorityId, county)
  return { rows, county }
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

/** The day the county was, or is now, drawn for. */
async function startedOn(runtime: Runtime): Promise<Temporal.PlainDate> {
  const path = join(runtime.configuration.dataFolder, 'demonstration.json')
  const written = await readFile(path, 'utf8').catch(() => undefined)
  if (written) return Temporal.PlainDate.from((JSON.parse(written) as { drawnFor: string }).drawnFor)
  const today = runtime.clock.today()
  await writeFile(path, JSON.stringify({ drawnFor: today.toString(), seed: SEED }))
  return today
}

/** The provider personas work for the provider whose reports and people part company; the person is one of the people it supports. */
async function addPersonas(runtime: Runtime, authorityId: number, county: County): Promise<void> {
  const person = county.people.find(
    (p) =>
      p.contract?.provider.ref === STORY.parting &&
      !p.endedOn &&
      p.language === 'cy' &&
      county.outcomes.some((o) => o.person === p && o.reviews.length > 1),
  )
  await runtime.database.transaction(systemActor(authorityId), async (tx) => {
    const provider = await findProviderByRef(tx, authorityId, STORY.parting)
    const found = person && (await findPersonByRef(tx, authorityId, person.ref))
    if (!provider || !found) throw new Error('the demonstration lacks the provider or the person of its personas')
    const links = { providerId: provider.providerId, person: { personId: found.personId, name: calledName(found) } }
    await createDemonstrationUsers(tx, authorityId, links, runtime.clock.now())
  })
}
