/** The list of records in the authority that may be of one person. */
import { z } from 'zod'
import { accepted } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { listNames } from '../person/person-write.store.ts'
import { type PossibleDuplicate, possibleDuplicates } from './possible-duplicates.ts'
import { listTwoPeople } from './two-people.store.ts'

export const PAIRS_PER_PAGE = 25

export type DuplicatesPage = {
  readonly pairs: readonly PossibleDuplicate[]
  readonly total: number
  readonly page: number
}

/** Of the records that the asker may see; pairs that were found to be two people are left out. */
export const browseDuplicates = defineAction({
  name: 'care-planning.browse-duplicates',
  title: { en: 'Looked at possible duplicates', cy: 'Edrych ar gofnodion dyblyg posibl' },
  permission: 'people:merge',
  input: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1) }),
  async run({ tx, actor }, { page }) {
    const said = await listTwoPeople(tx, actor.authorityId)
    const two = new Set(said.map(({ personIds }) => personIds.join('/')))
    const pairs = possibleDuplicates(await listNames(tx, actor.authorityId)).filter(
      ({ one, other }) => !two.has(`${one.personId}/${other.personId}`),
    )
    const from = (page - 1) * PAIRS_PER_PAGE
    return accepted<DuplicatesPage>({ pairs: pairs.slice(from, from + PAIRS_PER_PAGE), total: pairs.length, page })
  },
})
