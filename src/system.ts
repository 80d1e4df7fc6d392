/** What a room brings to the whole: its doors, commands, measures, stops, imports and what it has to say today. app.ts puts them together. */
import type { Command } from 'commander'
import type { Bilingual } from './kernel/language.ts'
import type { BrokenLinkReader } from './measures/line-of-sight/broken-link.ts'
import type { StopReader } from './measures/line-of-sight/line-of-sight.ts'
import type { StartReader } from './measures/line-of-sight/start.ts'
import type { WordReader } from './measures/line-of-sight/whose-word.ts'
import type { Measure, RollupSource } from './measures/measure.ts'
import type { PeopleNamer } from './measures/people-names.ts'
import type { RecordKind } from './platform/audit/record-kind.ts'
import type { Clock } from './platform/clock/clock.ts'
import type { CommandContext } from './platform/command/command.ts'
import type { Tx } from './platform/database/database.ts'
import type { Framework, FrameworkKind } from './platform/frameworks/index.ts'
import type { Doors } from './platform/http/doors.ts'
import type { NavigationEntry } from './platform/http/navigation.ts'
import type { ImportKind } from './platform/import/import-kind.ts'
import type { MergeAnswer } from './platform/merging/merge-answer.ts'
import type { Actor } from './platform/permissions/actor.ts'
import type { HeldNames, HeldPart } from './platform/personal-data/held-part.ts'

export const SYSTEMS = [
  'commissioning',
  'procurement',
  'contract-management',
  'care-planning',
  'work-allocation',
  'finance',
  'review',
] as const
export type SystemName = (typeof SYSTEMS)[number]

export type { NavigationEntry }

/** Something that waits for this person today, on the home page: one sentence with its count, and where to go. */
export type TodayItem = {
  readonly sentence: Bilingual
  readonly href: string
  readonly count: number
  /** `attention`: somebody has to act. `news`: something changed. */
  readonly kind: 'attention' | 'news'
}

export type SystemModule = {
  readonly name: SystemName | 'desk'
  readonly navigation?: readonly NavigationEntry[]
  readonly pages?: (doors: Doors) => void
  readonly api?: (doors: Doors) => void
  readonly commands?: (program: Command, context: CommandContext) => void
  readonly sources?: readonly RollupSource[]
  readonly measures?: readonly Measure[]
  readonly stops?: readonly StopReader[]
  /** Where the line of sight may be broken in this system's records. */
  readonly brokenLinks?: readonly BrokenLinkReader[]
  /** What providers report beside what people say, where this system hears both. */
  readonly words?: WordReader
  /** What of this system the line of sight can be followed from. */
  readonly starts?: readonly StartReader[]
  /** How people are named in lists of the records behind a number; the system that keeps people brings it. */
  readonly peopleNames?: PeopleNamer
  /** What this room does with its rows when two records of one person are merged. */
  readonly peopleMerged?: MergeAnswer
  /** Where something that used to stand at an address is now, for whoever asks; undefined where it never stood there, or is not theirs to see. */
  readonly movedTo?: (tx: Tx, authorityId: number, path: string) => Promise<string | undefined>
  readonly imports?: readonly ImportKind[]
  /** Kinds of framework this system reads; app.ts loads them all at the start. */
  readonly frameworks?: readonly Pick<FrameworkKind<Framework>, 'folder' | 'schema'>[]
  /** Record types whose history can be shown, and where their page is. */
  readonly records?: readonly RecordKind[]
  /** What this system holds about people: each of its tables that has rows of one person, for the copy that they may ask for. */
  readonly holds?: readonly HeldPart[]
  /** What numbers of this system's records are called where another's rows point at them. */
  readonly heldNames?: readonly HeldNames[]
  readonly today?: (tx: Tx, actor: Actor, clock: Clock) => Promise<readonly TodayItem[]>
}
