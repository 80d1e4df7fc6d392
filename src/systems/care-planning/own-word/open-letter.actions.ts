/** From a code that somebody typed to the letter it stands on, and to the one who may answer it. */
import { accepted, type Result, refused } from '../../../kernel/result.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { asSystem } from '../../../platform/session/sign-in.ts'
import { listAuthorities } from '../../../platform/session/user.store.ts'
import { findLetter } from './letter-code.store.ts'
import { type Letter, NO_SUCH_CODE, readCode, refuseLetter, refuseMisread } from './letter-code.ts'

export type OpenedLetter = { readonly letter: Letter; readonly actor: Actor }

/** The letter and whoever acts by it, who reaches the one person it is about and may say a word or agree to a plan. */
export async function openLetter(
  runtime: Runtime,
  typed: string,
  language: 'en' | 'cy',
): Promise<Result<OpenedLetter>> {
  const code = readCode(typed)
  if (code === undefined) return refuseMisread(typed) ?? refused(NO_SUCH_CODE)
  for (const { authorityId } of await asSystem(runtime, 0, listAuthorities)) {
    const letter = await asSystem(runtime, authorityId, (tx) => findLetter(tx, authorityId, code))
    if (letter)
      return refuseLetter(letter, runtime.clock.today()) ?? accepted({ letter, actor: actorOfLetter(letter, language) })
  }
  return refused(NO_SUCH_CODE)
}

function actorOfLetter(letter: Letter, language: 'en' | 'cy'): Actor {
  return {
    kind: 'user',
    id: 0,
    name: letter.toName,
    authorityId: letter.authorityId,
    scope: { kind: 'own', personIds: [letter.personId] },
    roles: [letter.forWhom === 'person' ? 'person' : 'carer'],
    language,
    tokenPermissions: ['people:read', 'outcomes:verify', 'plans:agree'],
  }
}
