/** The frame of a page: made once for each request from who asks, in which language, and what they may open. */
import type { Context } from 'hono'
import type { Frame } from '../../kernel/frame.ts'
import type { Bilingual, Language } from '../../kernel/language.ts'
import { isDemonstration } from '../configuration/configuration.ts'
import type { Actor } from '../permissions/actor.ts'
import { ROLES } from '../permissions/role.ts'
import type { Runtime } from '../runtime.ts'
import { asSystem } from '../session/sign-in.ts'
import { listAuthorities } from '../session/user.store.ts'
import type { Env } from './doors.ts'
import { newFormToken } from './form-token.ts'
import { type NavigationEntry, navigationFor } from './navigation.ts'

export type FrameParts = {
  readonly runtime: Runtime
  readonly navigation: readonly NavigationEntry[]
  readonly assets: Frame['assets']
  readonly opens: (actor: Actor | undefined, path: string) => boolean
}

/** The frame before it is known who asks: what a problem page falls back on when nothing else works. */
export function plainFrame(parts: FrameParts, language: Language, path: string): Frame {
  return {
    language,
    path,
    authorityName: { en: '', cy: '' },
    navigation: [],
    csrfToken: '',
    demonstration: isDemonstration(parts.runtime.configuration),
    assets: parts.assets,
  }
}

export async function makeFrame(parts: FrameParts, c: Context<Env>): Promise<Frame> {
  const { path, language } = c.get('frame')
  const [session, actor] = [c.get('session'), c.get('actor')]
  return {
    ...plainFrame(parts, language, path),
    authorityName: session?.authorityName ?? (await onlyAuthorityName(parts.runtime)),
    navigation: navigationFor(parts.navigation, actor, path),
    opens: (to) => parts.opens(actor, to),
    csrfToken: newFormToken(c.get('formSecret')),
    ...(session ? { signedInAs: { name: session.user.name, roleName: roleNameOf(actor?.roles[0]) } } : {}),
    ...(session?.flash && c.req.method === 'GET' ? { flash: session.flash } : {}),
  }
}

function roleNameOf(role: keyof typeof ROLES | undefined): Bilingual {
  return role ? ROLES[role].name : { en: 'No role yet', cy: 'Dim rôl eto' }
}

/** Before sign-in: the authority's name where there is but one. */
async function onlyAuthorityName(runtime: Runtime): Promise<Bilingual> {
  const [first, ...others] = await asSystem(runtime, 0, listAuthorities)
  return first && others.length === 0 ? first.name : { en: '', cy: '' }
}
