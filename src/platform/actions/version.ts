/** Two people saving the same record: the second is told, and loses nothing. */
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'

/**
 * Refuses (`stale`, code `stale-version`) when a record is no longer at the version the person saw. Actions call it before they write;
 * pages answer it by showing the form again, the API with 412.
 */
export function checkVersion(seen: number, current: number): Result<undefined> {
  return seen === current ? accepted(undefined) : refused(staleVersion(seen, current))
}

export function staleVersion(seen: number, current: number): Refusal {
  return {
    kind: 'stale',
    code: 'stale-version',
    message: {
      en: `Somebody changed this after you opened it: you saw version ${seen}, and it is now at version ${current}. Nothing of yours was saved. Open it again, look at what changed, and make your change once more.`,
      cy: `Newidiodd rhywun hwn ar ôl i chi ei agor: fersiwn ${seen} a welsoch chi, ac mae bellach yn fersiwn ${current}. Ni chadwyd eich newidiadau. Agorwch ef eto, edrychwch ar yr hyn a newidiodd, a gwnewch eich newid unwaith yn rhagor.`,
    },
  }
}
