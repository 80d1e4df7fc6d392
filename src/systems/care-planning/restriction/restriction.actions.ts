/** Closing a record to staff who have no part in it, opening one for a stated reason, and ending the restriction. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { findOwnWorker, listAllocations } from '../caseload/caseload.store.ts'
import { requiredProse } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import {
  addOpening,
  endRestriction,
  findClosed,
  listOpenings,
  listRestrictions,
  restrictRecord as restrict,
} from './restriction.store.ts'
import { type ClosedRecord, HOURS_OPEN, type RecordOpening, type Restriction } from './restriction.ts'

export type RestrictionView = {
  readonly person: Person
  readonly restrictions: readonly Restriction[]
  readonly openings: readonly RecordOpening[]
  /** Who would still see the record without stating a reason; undefined: nobody. */
  readonly workerName: string | undefined
}

export const openRestriction = defineAction({
  name: 'care-planning.open-restriction',
  title: { en: 'Looked at who may see a record', cy: 'Edrych ar bwy a gaiff weld cofnod' },
  permission: 'people:change',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor }, { personId }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const allocations = await listAllocations(tx, actor.authorityId, personId)
    return accepted<RestrictionView>({
      person,
      restrictions: await listRestrictions(tx, actor.authorityId, personId),
      openings: await listOpenings(tx, actor.authorityId, personId),
      workerName: allocations.find(({ endsOn }) => endsOn === null)?.workerName,
    })
  },
})

export const restrictRecord = defineAction({
  name: 'care-planning.restrict-record',
  title: { en: 'Restricted a record', cy: 'Cyfyngu cofnod' },
  permission: 'people:change',
  input: z.object({
    personId: RecordId,
    reason: requiredProse('Say why the record is restricted', 'Dywedwch pam y mae’r cofnod yn cael ei gyfyngu', 1000),
  }),
  async run(context, { personId, reason }) {
    if (!(await findPerson(context.tx, context.actor.authorityId, personId))) return refused(NO_SUCH_PERSON)
    return (await closeRecord(context, personId, reason)) ? accepted({ personId }) : refused(RESTRICTED_BEFORE)
  },
})

/** Restricts a record; false where it is restricted already. */
export async function closeRecord(
  { tx, actor, clock, audit }: ActionContext,
  personId: number,
  reason: string,
): Promise<boolean> {
  const given = { personId, reason, on: clock.today(), by: actor.name }
  if (!(await restrict(tx, actor.authorityId, given))) return false
  // Whoever restricts a record that is not theirs would lose sight of it in the same breath; they keep it as long as anybody who asks.
  const own = await findOwnWorker(tx)
  const holder = (await listAllocations(tx, actor.authorityId, personId)).find(({ endsOn }) => endsOn === null)
  if (actor.kind === 'user' && (own === undefined || holder?.workerId !== own)) {
    const openedAt = clock.now()
    const closesAt = openedAt.add({ hours: HOURS_OPEN })
    await addOpening(tx, actor.authorityId, {
      personId,
      userId: actor.id,
      openedBy: actor.name,
      reason,
      openedAt,
      closesAt,
    })
  }
  audit({ recordType: 'care-planning.person', recordId: personId, after: { restricted: true, reason } })
  return true
}

export const liftRestriction = defineAction({
  name: 'care-planning.lift-restriction',
  title: { en: 'Ended the restriction of a record', cy: 'Dod â chyfyngiad ar gofnod i ben' },
  permission: 'people:change',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock, audit }, { personId }) {
    if (!(await findPerson(tx, actor.authorityId, personId))) return refused(NO_SUCH_PERSON)
    const ended = { on: clock.today(), by: actor.name }
    if (!(await endRestriction(tx, actor.authorityId, personId, ended))) return refused(NOT_RESTRICTED)
    audit({ recordType: 'care-planning.person', recordId: personId, after: { restricted: false } })
    return accepted({ personId })
  },
})

/** The stub that stands where a closed record would: its name and reference, and nothing of what is in it. */
export const findClosedRecord = defineAction({
  name: 'care-planning.find-closed-record',
  title: { en: 'Came upon a restricted record', cy: 'Dod ar draws cofnod cyfyngedig' },
  permission: 'people:restricted',
  input: z.object({ personId: RecordId }),
  async run({ tx }, { personId }) {
    const closed = await findClosed(tx, personId)
    return closed ? accepted<ClosedRecord>(closed) : refused(NO_SUCH_PERSON)
  },
})

export const openClosedRecord = defineAction({
  name: 'care-planning.open-closed-record',
  title: { en: 'Opened a restricted record', cy: 'Agor cofnod cyfyngedig' },
  permission: 'people:restricted',
  input: z.object({
    personId: RecordId,
    reason: requiredProse(
      'Say why you need to open this record',
      'Dywedwch pam y mae angen i chi agor y cofnod hwn',
      1000,
    ),
  }),
  async run({ tx, actor, clock, audit }, { personId, reason }) {
    if (!(await findClosed(tx, personId))) return refused(NO_SUCH_PERSON)
    if (actor.kind !== 'user') return refused(PEOPLE_ONLY)
    const openedAt = clock.now()
    const closesAt = openedAt.add({ hours: HOURS_OPEN })
    await addOpening(tx, actor.authorityId, {
      personId,
      userId: actor.id,
      openedBy: actor.name,
      reason,
      openedAt,
      closesAt,
    })
    audit({ recordType: 'care-planning.person', recordId: personId, after: { openedRestricted: true, reason } })
    return accepted({ personId, closesAt })
  },
})

const RESTRICTED_BEFORE: Refusal = {
  kind: 'conflict',
  code: 'restricted-before',
  message: { en: 'This record is restricted already.', cy: 'Mae’r cofnod hwn wedi’i gyfyngu eisoes.' },
}
const NOT_RESTRICTED: Refusal = {
  kind: 'conflict',
  code: 'not-restricted',
  message: { en: 'This record is not restricted.', cy: 'Nid yw’r cofnod hwn wedi’i gyfyngu.' },
}
const PEOPLE_ONLY: Refusal = {
  kind: 'forbidden',
  code: 'people-only',
  message: {
    en: 'Only somebody who is signed in opens a restricted record, not a program.',
    cy: 'Dim ond rhywun sydd wedi mewngofnodi sy’n agor cofnod cyfyngedig, nid rhaglen.',
  },
}
