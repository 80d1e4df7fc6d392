/** Where the line of sight is broken: each system says what in its records hangs in the air, and one page lists it all. */
import type { Bilingual, Language } from '../../kernel/language.ts'
import type { Period } from '../../kernel/period.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Permission } from '../../platform/permissions/permission.ts'
import { STOPS, type StopName } from './line-of-sight.ts'

export type BrokenLink = {
  /** Stable, kebab-case: `contract-serves-no-outcome`. */
  readonly kind: string
  /** The two stops that should be joined here, in the order of the chain. */
  readonly between: readonly [StopName, StopName]
  readonly count: number
  /** "Three contracts serve no outcome." A whole sentence, with its count. */
  readonly sentence: Bilingual
  /** What it means and how it is mended, in one sentence. */
  readonly remedy: Bilingual
  /** All of them: a path without language prefix. */
  readonly href: string
  /** A few of them by name. */
  readonly examples: readonly BrokenExample[]
  /** Who may see the examples, where not everybody who may walk the line of sight. */
  readonly examplesNeed?: Permission
}

export type BrokenExample = {
  readonly name: Bilingual
  readonly href: string
  /** The language of the name, where it is somebody's own words. */
  readonly language?: Language
}

export type BrokenLinkReader = {
  /** The kind it finds. */
  readonly kind: string
  /** undefined: nothing is broken here. */
  read(tx: Tx, authorityId: number, period: Period): Promise<BrokenLink | undefined>
}

const readers = new Map<string, BrokenLinkReader>()

/** A system publishes a way in which the chain can break in its records; publishing the same kind again replaces it. */
export function publishBrokenLinks(reader: BrokenLinkReader): void {
  readers.set(reader.kind, reader)
}

/** Every broken link that the asker may see, in the order of the chain. */
export async function readBrokenLinks(tx: Tx, authorityId: number, period: Period): Promise<readonly BrokenLink[]> {
  const found: BrokenLink[] = []
  for (const reader of readers.values()) {
    const link = await reader.read(tx, authorityId, period)
    if (link && link.count > 0) found.push(link)
  }
  return found.sort((a, b) => placeOf(a) - placeOf(b))
}

function placeOf(link: BrokenLink): number {
  return STOPS.indexOf(link.between[0]) * STOPS.length + STOPS.indexOf(link.between[1])
}
