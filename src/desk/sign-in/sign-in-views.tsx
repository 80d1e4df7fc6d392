/** What the pages of signing in look like. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { localPath } from '../../kernel/language.ts'
import { ROLES } from '../../platform/permissions/role.ts'
import { type OfferedPersona, personaKey } from './offered-personas.ts'

export const SignInPage: FC<{
  frame: Frame
  returnPath: string
  hasIdentityProvider: boolean
  personas: readonly OfferedPersona[]
}> = ({ frame, returnPath, personas }) => (
  <html lang={frame.language}>
    <body>
      {personas.map((persona) => (
        <form method="post" action={localPath(frame.language, '/sign-in')}>
          <input type="hidden" name="_csrf" value={frame.csrfToken} />
          <input type="hidden" name="return" value={returnPath} />
          <button type="submit" name="persona" value={personaKey(persona)}>
            {persona.user.name} {ROLES[persona.user.roles[0] ?? 'auditor'].name[frame.language]}
          </button>
        </form>
      ))}
    </body>
  </html>
)

export const SignedOutPage: FC<{ frame: Frame }> = ({ frame }) => <html lang={frame.language} />
export const NoRolePage: FC<{ frame: Frame }> = ({ frame }) => <html lang={frame.language} />
