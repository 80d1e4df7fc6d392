/** Who put their name to it, in what role, and when. */
import type { FC } from 'hono/jsx'
import { useText } from '../surroundings/surroundings.tsx'

export type SignedByProps = {
  readonly name: string
  readonly role?: string | undefined
  /** In words. */
  readonly when: string
  /** "Signed by" unless said otherwise, such as "Written by". */
  readonly label?: string | undefined
}

export const SignedBy: FC<SignedByProps> = ({ name, role, when, label }) => {
  const text = useText()
  return (
    <p class="app-signed">
      <span class="app-signed__label">{label ?? text.signedBy}</span>
      <span class="app-signed__name">{name}</span>
      <span class="app-signed__detail">{role ? `${role}, ${when}` : when}</span>
    </p>
  )
}
