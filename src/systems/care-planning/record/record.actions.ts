/** Reading all that is held about one person as a story, and making a copy of it for them. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { type HeldPart, readRecord } from './record.store.ts'

export type HeldRecord = { readonly person: Person; readonly held: readonly HeldPart[] }

export const openRecord = defineAction({
  name: 'care-planning.open-record',
  title: { en: 'Read somebody’s whole record', cy: 'Darllen cofnod cyfan rhywun' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor }, { personId }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    return accepted<HeldRecord>({ person, held: await readRecord(tx, actor.authorityId, personId) })
  },
})

export const copyRecord = defineAction({
  name: 'care-planning.copy-record',
  title: { en: 'Made a copy of all that is held about somebody', cy: 'Gwneud copi o bopeth a gedwir am rywun' },
  permission: 'people:copy',
  input: z.object({ personId: RecordId, format: z.enum(['pdf', 'docx', 'json']) }),
  async run({ tx, actor, audit }, { personId, format }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const held = await readRecord(tx, actor.authorityId, personId)
    const rows = held.reduce((total, part) => total + part.rows.length, 0)
    audit({ recordType: 'care-planning.person', recordId: personId, after: { copied: format, rows } })
    return accepted<HeldRecord>({ person, held })
  },
})
