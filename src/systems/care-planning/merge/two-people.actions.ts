/** Saying that two records which are alike are of two people, and taking that back. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { requiredProse } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import { noteEvents } from './merge.store.ts'
import { NO_SUCH_OTHER, NOT_SAID, SAID_ALREADY, SAME_RECORD } from './merge-refusals.ts'
import { addTwoPeople, findTwoPeople, takeBackTwoPeople } from './two-people.store.ts'

const PAIR = { personId: RecordId, otherId: RecordId }

export const sayTwoPeople = defineAction({
  name: 'care-planning.say-two-people',
  title: { en: 'Said that two records are of two people', cy: 'Dweud mai dau berson yw dau gofnod' },
  permission: 'people:merge',
  input: z.object({
    ...PAIR,
    reason: requiredProse(
      'Say how you know that they are two people',
      'Dywedwch sut y gwyddoch mai dau berson ydynt',
      1000,
    ),
  }),
  async run(context, { personId, otherId, reason }) {
    const { tx, actor, clock } = context
    const { authorityId } = actor
    if (personId === otherId) return refused(SAME_RECORD)
    if (!(await findPerson(tx, authorityId, personId))) return refused(NO_SUCH_PERSON)
    if (!(await findPerson(tx, authorityId, otherId))) return refused(NO_SUCH_OTHER)
    const given = { reason, on: clock.today(), by: actor.name }
    if (!(await addTwoPeople(tx, authorityId, [personId, otherId], given))) return refused(SAID_ALREADY)
    await noteOnBoth(context, [personId, otherId], 'two-people', reason)
    return accepted({ personId, otherId })
  },
})

export const takeBackThatTwo = defineAction({
  name: 'care-planning.take-back-two-people',
  title: { en: 'Took back that two records are of two people', cy: 'Tynnu’n ôl mai dau berson yw dau gofnod' },
  permission: 'people:merge',
  input: z.object({
    ...PAIR,
    reason: requiredProse('Say why you take it back', 'Dywedwch pam yr ydych yn ei dynnu’n ôl', 1000),
  }),
  async run(context, { personId, otherId, reason }) {
    const { tx, actor, clock } = context
    const { authorityId } = actor
    if (!(await findPerson(tx, authorityId, personId))) return refused(NO_SUCH_PERSON)
    const said = await findTwoPeople(tx, authorityId, [personId, otherId])
    const given = { reason, on: clock.today(), by: actor.name }
    if (!said || !(await takeBackTwoPeople(tx, authorityId, said.twoPeopleId, given))) return refused(NOT_SAID)
    await noteOnBoth(context, [personId, otherId], 'two-people-taken-back', reason)
    return accepted({ personId, otherId })
  },
})

/** In the story of both, without naming one to the other; the log names both. */
async function noteOnBoth(
  { tx, actor, clock, audit }: ActionContext,
  pair: readonly [number, number],
  happened: 'two-people' | 'two-people-taken-back',
  reason: string,
): Promise<void> {
  await noteEvents(
    tx,
    actor.authorityId,
    { by: actor.name, at: clock.now() },
    pair.map((personId) => ({ personId, happened, on: clock.today(), otherRef: '', reason })),
  )
  for (const [recordId, other] of [pair, pair.toReversed()] as [number, number][])
    audit({
      recordType: 'care-planning.person',
      recordId,
      after: { isNot: other, holds: happened === 'two-people', reason },
    })
}
