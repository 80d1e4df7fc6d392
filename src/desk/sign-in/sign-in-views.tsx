/** What the pages of signing in look like. The first one is the first thing a newcomer sees. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { STOP_NAMES } from '../../measures/line-of-sight/line-of-sight.ts'
import { ROLES, type Role } from '../../platform/permissions/role.ts'
import { Button, Doorways, DoorwaysRow, Form, Link, Notice, Page, Section, ThreadPicture } from '../../ui/index.ts'
import { type OfferedPersona, personaKey } from './offered-personas.ts'
import { PERSONA_GROUPS, PERSONA_WORDS } from './persona.text.ts'
import { signInText } from './sign-in.text.ts'

type SignInProps = {
  frame: Frame
  returnPath: string
  hasIdentityProvider: boolean
  personas: readonly OfferedPersona[]
}

/** The stops drawn for newcomers: enough of the chain to see the idea. */
const DRAWN_STOPS = ['need', 'outcome', 'contract', 'people', 'visits', 'achieved', 'review'] as const

export const SignInPage: FC<SignInProps> = (props) => {
  const { frame, personas } = props
  const text = signInText[frame.language]
  return (
    <Page frame={frame} title={text.title} lead={text.lead}>
      <ThreadPicture
        caption={text.thread}
        stops={DRAWN_STOPS.map((stop) => ({ name: STOP_NAMES[stop][frame.language], headline: text.stops[stop] }))}
      />
      {props.hasIdentityProvider && <ElsewhereSection {...props} />}
      {frame.demonstration && (personas.length > 0 ? <Personas {...props} /> : <Nobody frame={frame} />)}
    </Page>
  )
}

const ElsewhereSection: FC<SignInProps> = ({ frame, returnPath }) => {
  const text = signInText[frame.language]
  return (
    <Section title={text.signIn} lead={text.signInHint}>
      <Form action="/sign-in/start" hidden={{ return: returnPath }}>
        <Button>{text.signInElsewhere}</Button>
      </Form>
    </Section>
  )
}

const Nobody: FC<{ frame: Frame }> = ({ frame }) => {
  const text = signInText[frame.language]
  return (
    <Notice kind="attention" title={text.nobody}>
      {text.nobodyHint}
    </Notice>
  )
}

const Personas: FC<SignInProps> = (props) => {
  const { frame, personas, returnPath } = props
  const text = signInText[frame.language]
  const authorityNames = [...new Set(personas.map(({ authority }) => authority.name[frame.language]))].join(', ')
  const groups = Object.entries(PERSONA_GROUPS) as [keyof typeof PERSONA_GROUPS, readonly Role[]][]
  return (
    <>
      <StartHere {...props} />
      <Section title={text.demonstration} lead={text.demonstrationLead(authorityNames)} id="personas">
        <Form action="/sign-in" hidden={{ return: returnPath }}>
          {groups.map(([group, roles]) => (
            <Section title={text.groups[group]} level={3}>
              <Doorways
                name="persona"
                doors={personas.filter((one) => roles.includes(roleOf(one))).map((one) => doorOf(frame, one))}
              />
            </Section>
          ))}
        </Form>
      </Section>
    </>
  )
}

/** Two doors that lead a newcomer straight to what Canlyn is for. */
const StartHere: FC<SignInProps> = ({ frame, personas, returnPath }) => {
  const text = signInText[frame.language]
  const steps = [
    { role: 'reviewer', title: text.readReview, hint: text.readReviewHint, path: '/reviews' },
    { role: 'contract-manager', title: text.openScorecard, hint: text.openScorecardHint, path: '/contracts' },
  ] as const
  return (
    <Section title={text.startHere}>
      <DoorwaysRow>
        {steps.map((step) => {
          const persona = personas.find((one) => roleOf(one) === step.role)
          if (!persona) return null
          const role = ROLES[step.role].name[frame.language]
          const door = {
            value: personaKey(persona),
            title: step.title,
            detail: text.comeInAs(persona.user.name, role),
            hint: step.hint,
          }
          return (
            <Form action="/sign-in" hidden={{ return: returnPath === '/' ? step.path : returnPath }}>
              <Doorways name="persona" doors={[door]} large />
            </Form>
          )
        })}
      </DoorwaysRow>
    </Section>
  )
}

function roleOf(persona: OfferedPersona): Role {
  return persona.user.roles[0] ?? 'auditor'
}

function doorOf(frame: Frame, persona: OfferedPersona) {
  const role = roleOf(persona)
  return {
    value: personaKey(persona),
    title: persona.user.name,
    detail: ROLES[role].name[frame.language],
    hint: PERSONA_WORDS[role][frame.language],
  }
}

export const SignedOutPage: FC<{ frame: Frame }> = ({ frame }) => {
  const text = signInText[frame.language]
  return (
    <Page frame={frame} title={text.signedOutTitle} lead={text.signedOutLead}>
      <Button href="/sign-in">{text.signInAgain}</Button>
    </Page>
  )
}

export const NoRolePage: FC<{ frame: Frame }> = ({ frame }) => {
  const text = signInText[frame.language]
  return (
    <Page frame={frame} title={text.noRoleTitle} lead={text.noRoleLead}>
      <p>{text.noRoleNext}</p>
      <Link href="/sign-in">{text.signInAgain}</Link>
    </Page>
  )
}
