/** Undoing a merge exactly, as long as nothing that came after rests on it. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { seeWholeAuthority } from '../../../platform/database/acting.ts'
import { isImportRunning } from '../../../platform/import/import.store.ts'
import { type Held, listMergeAnswers } from '../../../platform/merging/merge-answer.ts'
import { requiredProse } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { PART_TITLES } from '../record/record-part.held.ts'
import { findMerge, listMerges, lockPeople, type MergeToUndo, noteEvents, unmergeRows } from './merge.store.ts'
import type { PersonMerge } from './merge.ts'
import { cameSince, IMPORT_RUNS, NO_SUCH_MERGE, UNDONE_ALREADY, undoLaterFirst } from './merge-refusals.ts'
import { readAgain, readPrints, saysTheSame } from './person-rows.store.ts'

export type MergeView = {
  readonly person: Person
  readonly merge: PersonMerge
  /** Why it cannot be undone now, where it cannot. */
  readonly hindrance: Refusal | undefined
}

const AT = { personId: RecordId, personMergeId: RecordId }

export const openMerge = defineAction({
  name: 'care-planning.open-merge',
  title: { en: 'Looked at a merge of two records', cy: 'Edrych ar gyfuniad o ddau gofnod' },
  permission: 'people:merge',
  input: z.object(AT),
  async run(context, input) {
    const { tx, actor } = context
    const person = await findPerson(tx, actor.authorityId, input.personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const found = await findMerge(tx, actor.authorityId, input.personMergeId)
    if (found?.personId !== input.personId) return refused(NO_SUCH_MERGE)
    const { kept: _, ...merge } = found
    return accepted<MergeView>({
      person,
      merge,
      hindrance: merge.undone ? undefined : await hindranceOf(context, found),
    })
  },
})

export const undoMerge = defineAction({
  name: 'care-planning.undo-merge',
  title: { en: 'Undid a merge of two records', cy: 'Dadwneud cyfuniad o ddau gofnod' },
  permission: 'people:merge',
  input: z.object({
    ...AT,
    reason: requiredProse('Say why the merge is undone', 'Dywedwch pam y mae’r cyfuniad yn cael ei ddadwneud', 1000),
  }),
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const { authorityId } = actor
    if ((await lockPeople(tx, authorityId, [input.personId])).length === 0) return refused(NO_SUCH_PERSON)
    const merge = await findMerge(tx, authorityId, input.personMergeId)
    if (merge?.personId !== input.personId) return refused(NO_SUCH_MERGE)
    if (merge.undone) return refused(UNDONE_ALREADY)
    if (await isImportRunning(tx, authorityId)) return refused(IMPORT_RUNS)
    const hindrance = await hindranceOf(context, merge)
    if (hindrance) return refused(hindrance)
    await seeWholeAuthority(tx, actor)
    const undone = { on: clock.today(), at: clock.now(), by: actor.name, reason: input.reason }
    await unmergeRows(tx, authorityId, merge, undone)
    const { personId, formerId, formerRef, standingRef } = merge
    const event = { happened: 'merge-undone', on: undone.on, reason: input.reason } as const
    await noteEvents(tx, authorityId, undone, [
      { ...event, personId, otherRef: formerRef },
      { personId: formerId, happened: 'merged', on: merge.mergedOn, otherRef: standingRef, reason: merge.reason },
      { ...event, personId: formerId, otherRef: standingRef },
    ])
    const change = { mergeUndone: formerRef, from: standingRef, reason: input.reason }
    for (const recordId of [personId, formerId]) audit({ recordType: 'care-planning.person', recordId, after: change })
    return accepted({ personId, formerId })
  },
})

/** What is noted by itself or for the record: it stays with the record that stood and rests on nothing. */
const RESTS_ON_NOTHING = new Set([
  'circle',
  'former_person',
  'notice',
  'outcome_circle',
  'person_merge',
  'record_event',
  'record_opening',
  'situation',
])

/** What the tables that no part of the record names are called. */
const OTHERWISE_CALLED: Readonly<Record<string, Held['what']>> = {
  person_contact: { en: 'How to reach them', cy: 'Sut i gysylltu â nhw' },
  reablement_goal: { en: 'Goals of reablement', cy: 'Nodau ailalluogi' },
  two_people: { en: 'Who is another person', cy: 'Pwy sy’n berson arall' },
}

async function hindranceOf({ tx, actor }: ActionContext, merge: MergeToUndo): Promise<Refusal | undefined> {
  const { authorityId } = actor
  const later = (await listMerges(tx, authorityId, merge.personId)).filter(
    (one) => one.personMergeId > merge.personMergeId && !one.undone,
  )
  if (later[0]) return undoLaterFirst(later[0])
  const pair = { authorityId, standingId: merge.personId, formerId: merge.formerId }
  const held = [...(await rowsSince(tx, authorityId, merge)), ...(await changedSince(tx, authorityId, merge))]
  for (const answer of listMergeAnswers())
    if (answer.room in merge.kept.rooms) held.push(...(await answer.cameSince(tx, pair, merge.kept.rooms[answer.room])))
  return held.length > 0 ? cameSince(held) : undefined
}

const titled = (counts: ReadonlyMap<string, number>): readonly Held[] =>
  [...counts].map(([table, count]) => ({
    what: PART_TITLES.get(table) ?? OTHERWISE_CALLED[table] ?? { en: table, cy: table },
    count,
  }))

/** Rows that were added to the record since, and rows that came with the other record and are no longer as they came. */
async function rowsSince(tx: ActionContext['tx'], authorityId: number, merge: MergeToUndo): Promise<readonly Held[]> {
  const { moved, stood } = merge.kept
  const now = await readPrints(tx, authorityId, merge.personId)
  const counts = new Map<string, number>()
  const count = (table: string, more: number) => void (more > 0 && counts.set(table, (counts.get(table) ?? 0) + more))
  for (const table of new Set([...Object.keys(now), ...Object.keys(moved)])) {
    if (RESTS_ON_NOTHING.has(table)) continue
    const rows = now[table] ?? {}
    const came = moved[table] ?? {}
    const there = new Set(stood[table] ?? [])
    count(table, Object.keys(rows).filter((key) => !(key in came) && !there.has(key)).length)
    count(table, Object.keys(came).filter((key) => rows[key] !== came[key]).length)
  }
  return titled(counts)
}

/** Rows that the merge changed and that were changed again, or are gone. */
async function changedSince(
  tx: ActionContext['tx'],
  authorityId: number,
  merge: MergeToUndo,
): Promise<readonly Held[]> {
  const counts = new Map<string, number>()
  for (const change of merge.kept.changes) {
    // Of rows that came with the other record, the prints tell.
    if (change.after === null || change.after.person_id === merge.formerId) continue
    const now = await readAgain(tx, authorityId, change)
    if (!now || !saysTheSame(change.after, now)) counts.set(change.table, (counts.get(change.table) ?? 0) + 1)
  }
  return titled(counts)
}
