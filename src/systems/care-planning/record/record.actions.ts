/** Reading all that is held about one person as a story, and making a copy of it for them. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import type { Tx } from '../../../platform/database/database.ts'
import {
  countHeld,
  countHeldByMonth,
  readHeldNames,
  readNewestHeld,
  walkHeld,
} from '../../../platform/personal-data/held-part.store.ts'
import { type About, type HeldPart, type HeldRow, heldParts } from '../../../platform/personal-data/held-part.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { type CopiedPart, newestFirst, type RecordCopy, type StoryEntry, storyOf } from './record-story.held.ts'

export const STORY_SHOWN = 200
/** From this many on, a part that can be counted is counted by month in documents; the copy for programs has every entry. */
export const COUNTED_FROM = 60

export type Story = {
  readonly person: Person
  /** The newest, at most `STORY_SHOWN`. */
  readonly entries: readonly StoryEntry[]
  readonly total: number
}

export const openRecord = defineAction({
  name: 'care-planning.open-record',
  title: { en: 'Read somebody’s whole record', cy: 'Darllen cofnod cyfan rhywun' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, runtime }, { personId }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const about: About = { authorityId: actor.authorityId, personId, ref: person.ref }
    const using = { frameworks: runtime.frameworks, names: await readHeldNames(tx, about) }
    const entries: StoryEntry[] = []
    let total = 0
    // What comes by the thousand (visits, the log) would hide all else; it has pages of its own, and is in the copy.
    for (const part of heldParts().filter(({ day, countedBy }) => day && !countedBy)) {
      const rows = await readNewestHeld(tx, part, about, STORY_SHOWN)
      const found = storyOf(part, rows, using)
      entries.push(...found)
      total += rows.length < STORY_SHOWN ? found.length : await countHeld(tx, part, about)
    }
    return accepted<Story>({ person, entries: newestFirst(entries).slice(0, STORY_SHOWN), total })
  },
})

export const CopyFormat = z.enum(['pdf', 'docx', 'json'], bilingualIssue('Choose a format', 'Dewiswch fformat'))

export const copyRecord = defineAction({
  name: 'care-planning.copy-record',
  title: { en: 'Made a copy of all that is held about somebody', cy: 'Gwneud copi o bopeth a gedwir am rywun' },
  permission: 'people:copy',
  input: z.object({ personId: RecordId, format: CopyFormat }),
  async run({ tx, actor, audit }, { personId, format }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const about: About = { authorityId: actor.authorityId, personId, ref: person.ref }
    const parts: CopiedPart[] = []
    for (const part of heldParts()) parts.push(await copyPart(tx, part, about, format !== 'json'))
    const rows = parts.reduce((sum, { total }) => sum + total, 0)
    audit({ recordType: 'care-planning.person', recordId: personId, after: { copied: format, rows } })
    return accepted<RecordCopy>({ person, parts, names: await readHeldNames(tx, about) })
  },
})

async function copyPart(tx: Tx, part: HeldPart, about: About, isDocument: boolean): Promise<CopiedPart> {
  const total = await countHeld(tx, part, about)
  if (isDocument && part.countedBy && total >= COUNTED_FROM)
    return { part, rows: [], months: await countHeldByMonth(tx, part, about), total }
  const rows: HeldRow[] = []
  for await (const page of walkHeld(tx, part, about)) rows.push(...page)
  return { part, rows, months: undefined, total }
}
