/** Whoever signs in for a person, or for somebody they care for, goes on seeing their record when it is merged into another. */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { MergeAnswer } from '../merging/merge-answer.ts'

/** The users whose reach was changed, and whether they reached the standing record before. */
type KeptHere = readonly {
  readonly userId: number
  readonly before: readonly number[]
  readonly after: readonly number[]
}[]

const USERS = { en: 'People who sign in to see it', cy: 'Pobl sy’n mewngofnodi i’w weld' }

export const usersFollowMerges: MergeAnswer = {
  room: 'platform.users',
  async holds(tx, authorityId, personId) {
    const count = (await usersOf(tx, authorityId, personId)).length
    return count > 0 ? [{ what: USERS, count }] : []
  },
  async move(tx, { authorityId, standingId, formerId }) {
    const kept: KeptHere[number][] = []
    for (const { userId, personIds } of await usersOf(tx, authorityId, formerId)) {
      const after = [...new Set(personIds.map((id) => (id === formerId ? standingId : id)))]
      await setReach(tx, authorityId, userId, after)
      kept.push({ userId, before: personIds, after })
    }
    return kept
  },
  cameSince: () => Promise.resolve([]),
  async moveBack(tx, { authorityId, standingId, formerId }, kept) {
    for (const { userId, before, after } of kept as KeptHere) {
      const now = (await usersOf(tx, authorityId, standingId)).find((user) => user.userId === userId)?.personIds
      if (!now) continue
      const isAsLeft = now.length === after.length && now.every((id) => after.includes(id))
      await setReach(tx, authorityId, userId, isAsLeft ? before : [...now, formerId])
    }
  },
}

async function usersOf(tx: Tx, authorityId: number, personId: number) {
  const rows = await tx
    .selectFrom('platform.app_user')
    .select(['user_id', 'person_ids'])
    .where('authority_id', '=', authorityId)
    .where(sql<boolean>`${personId}::bigint = any(person_ids)`)
    .execute()
  return rows.map((row) => ({ userId: row.user_id, personIds: row.person_ids.map(Number) }))
}

async function setReach(tx: Tx, authorityId: number, userId: number, personIds: readonly number[]): Promise<void> {
  await sql`update platform.app_user set person_ids = ${personIds}::bigint[]
    where authority_id = ${authorityId} and user_id = ${userId}`.execute(tx)
}
