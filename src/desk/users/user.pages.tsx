/** One user: what they reach, where they are signed in, and taking their access away. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import type { Language } from '../../kernel/language.ts'
import { dayOf, showDay, showInstant } from '../../kernel/period.ts'
import type { Refusal } from '../../kernel/result.ts'
import { perform } from '../../platform/actions/action.ts'
import { answerForm, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { DEMONSTRATION_ISSUER } from '../../platform/session/personas.ts'
import type { SessionLine } from '../../platform/session/session.store.ts'
import { standingOf } from '../../platform/session/session.ts'
import {
  deactivateUser,
  endUserSessions,
  type OpenedUser,
  openUser,
  reactivateUser,
} from '../../platform/session/user.actions.ts'
import type { UserInList } from '../../platform/session/user.ts'
import { Button, errorAt, Form, fieldErrors, Page, Section, SummaryList, TextArea } from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { SessionTable } from './session-table.tsx'
import { usersText } from './users.text.ts'
import { roleNames } from './users-list.pages.tsx'

export function userPages(doors: Doors): void {
  doors.get('/users/:userId', 'users:manage', (c) => showUser(c))
  doors.post('/users/:userId/end-sessions', 'users:manage', async (c) => {
    const userId = c.req.param('userId') ?? ''
    const result = await perform(c.get('runtime'), actorOf(c), endUserSessions, { userId }, originOf(c))
    const message = { en: usersText.en.sessionsEnded, cy: usersText.cy.sessionsEnded }
    return answerForm(c, result, {
      done: () => ({ path: deskPaths.user(userId), message }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
  doors.post('/users/:userId/deactivate', 'users:manage', async (c) => {
    const [userId, form] = [c.req.param('userId') ?? '', await c.req.parseBody()]
    const result = await perform(c.get('runtime'), actorOf(c), deactivateUser, { ...form, userId }, originOf(c))
    return answerForm(c, result, {
      done: ({ name }) => ({
        path: deskPaths.user(userId),
        message: { en: usersText.en.deactivated(name), cy: usersText.cy.deactivated(name) },
      }),
      again: (refusal) => showUser(c, refusal, String(form.reason ?? '')),
    })
  })
  doors.post('/users/:userId/reactivate', 'users:manage', async (c) => {
    const [userId, form] = [c.req.param('userId') ?? '', await c.req.parseBody()]
    const result = await perform(c.get('runtime'), actorOf(c), reactivateUser, { ...form, userId }, originOf(c))
    return answerForm(c, result, {
      done: ({ name }) => ({
        path: deskPaths.user(userId),
        message: { en: usersText.en.reactivated(name), cy: usersText.cy.reactivated(name) },
      }),
      again: (refusal) => showUser(c, refusal),
    })
  })
}

async function showUser(c: Context<Env>, refusal?: Refusal, reason = ''): Promise<Response> {
  const userId = c.req.param('userId')
  const opened = await perform(c.get('runtime'), actorOf(c), openUser, { userId }, originOf(c))
  if (!opened.ok) return answerRefusal(c, { ...opened.refusal, kind: 'not-found' })
  const page = <UserPage frame={c.get('frame')} opened={opened.value} refusal={refusal} reason={reason} />
  return c.html(page, refusal ? 400 : 200)
}

type UserPageProps = { frame: Frame; opened: OpenedUser; refusal: Refusal | undefined; reason: string }

const UserPage: FC<UserPageProps> = ({ frame, opened, refusal, reason }) => {
  const { language } = frame
  const text = usersText[language]
  const { user, sessions } = opened
  const errors = refusal && fieldErrors(language, refusal)
  return (
    <Page
      frame={frame}
      title={user.name}
      above={roleNames(language, user.roles)}
      breadcrumbs={[{ label: text.title, href: deskPaths.users() }]}
      errors={errors}
    >
      <SummaryList rows={factsOf(language, user)} />
      <Sessions language={language} userId={user.userId} sessions={sessions} />
      {user.deactivatedAt ? (
        <Form action={`${deskPaths.user(user.userId)}/reactivate`} hidden={{ version: user.version }}>
          <Button>{text.reactivate}</Button>
        </Form>
      ) : (
        <Section title={text.deactivate} lead={text.deactivateLead}>
          <Form action={`${deskPaths.user(user.userId)}/deactivate`} hidden={{ version: user.version }}>
            <TextArea
              name="reason"
              label={text.reason}
              hint={text.reasonHint}
              value={reason}
              error={errorAt(errors, 'reason')}
              rows={3}
            />
            <Button kind="warning">{text.deactivate}</Button>
          </Form>
        </Section>
      )}
    </Page>
  )
}

function factsOf(language: Language, user: UserInList) {
  const text = usersText[language]
  const isPersona = user.issuer === DEMONSTRATION_ISSUER
  return [
    { key: text.roles, value: roleNames(language, user.roles) },
    { key: text.reach, value: reachOf(language, user) },
    { key: text.columns.email, value: user.email ?? '–' },
    {
      key: text.columns.last,
      value: user.lastSignedInAt ? showInstant(language, user.lastSignedInAt) : text.never,
    },
    {
      key: text.state,
      value: user.deactivatedAt
        ? `${text.deactivatedOn(showDay(language, dayOf(user.deactivatedAt)))}: ${user.deactivatedReason}`
        : text.active,
    },
    { key: text.signsInAt, value: isPersona ? text.demonstration : user.issuer },
    ...(isPersona ? [] : [{ key: text.subject, value: user.subject }]),
  ]
}

function reachOf(language: Language, user: UserInList): string {
  const { reaches } = usersText[language]
  const scope = standingOf(user)?.scope.kind
  if (scope === 'authority') return reaches.authority
  if (scope === 'provider' || user.roles.some((role) => role.startsWith('provider-')))
    return reaches.provider(user.providerId)
  if (scope === 'own' || user.roles.length > 0) return reaches.own(user.personIds.length)
  return reaches.none
}

type SessionsProps = { language: Language; userId: number; sessions: readonly SessionLine[] }

const Sessions: FC<SessionsProps> = ({ language, userId, sessions }) => {
  const text = usersText[language]
  return (
    <Section title={text.sessions} lead={text.sessionsLead(sessions.length)}>
      {sessions.length > 0 && (
        <>
          <SessionTable language={language} sessions={sessions} />
          <Form action={`${deskPaths.user(userId)}/end-sessions`}>
            <Button kind="secondary">{text.endSessions}</Button>
          </Form>
        </>
      )}
    </Section>
  )
}
