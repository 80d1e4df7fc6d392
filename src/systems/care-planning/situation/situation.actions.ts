/** Noting by hand that something changed for somebody, and saying what was done about it. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { DayInput, Prose, requiredProse } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import { noteSituations } from './situation.store.ts'
import { handleSituation } from './situation-list.store.ts'

/** What people note themselves; the others are noticed by the features that know. */
export const NOTED_BY_HAND = ['hospital', 'complaint', 'other'] as const

export const noteSituation = defineAction({
  name: 'care-planning.note-situation',
  title: { en: 'Noted that something changed', cy: 'Nodi bod rhywbeth wedi newid' },
  permission: 'people:change',
  input: z.object({
    personId: RecordId,
    kind: z.enum(NOTED_BY_HAND, bilingualIssue('Choose what changed', 'Dewiswch beth newidiodd')),
    noticedOn: DayInput,
    detail: requiredProse('Say what happened', 'Dywedwch beth ddigwyddodd', 1000),
  }),
  async run({ tx, actor, clock, audit }, input) {
    if (!(await findPerson(tx, actor.authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    if (Temporal.PlainDate.compare(input.noticedOn, clock.today()) > 0) return refused(IN_THE_FUTURE)
    const sourceKey = `hand/${clock.now().epochMilliseconds}`
    await noteSituations(tx, actor.authorityId, [{ ...input, sourceKey }])
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { situation: input.kind, detail: input.detail, on: input.noticedOn.toString() },
    })
    return accepted({ personId: input.personId })
  },
})

export const handle = defineAction({
  name: 'care-planning.handle-situation',
  title: { en: 'Dealt with a changed situation', cy: 'Ymdrin â sefyllfa a newidiodd' },
  permission: 'people:change',
  input: z.object({ personId: RecordId, situationId: RecordId, note: Prose }),
  async run({ tx, actor, clock, audit }, input) {
    const handled = { on: clock.today(), by: actor.name, note: input.note }
    if (!(await handleSituation(tx, actor.authorityId, input, handled))) return refused(HANDLED_BEFORE)
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { situationHandled: input.situationId, note: input.note },
    })
    return accepted({ personId: input.personId })
  },
})

const IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'noticed-in-the-future',
  field: 'noticedOn',
  message: { en: 'The day cannot be in the future.', cy: 'Ni all y diwrnod fod yn y dyfodol.' },
}
const HANDLED_BEFORE: Refusal = {
  kind: 'conflict',
  code: 'handled-before',
  message: {
    en: 'Somebody has dealt with this already, or it is not there.',
    cy: 'Mae rhywun wedi ymdrin â hyn eisoes, neu nid yw yno.',
  },
}
