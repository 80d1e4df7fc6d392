/** One program that uses the API: what it may do, its tokens, giving and revoking them, and ending its use. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { showInstant } from '../../kernel/period.ts'
import type { Refusal } from '../../kernel/result.ts'
import { perform } from '../../platform/actions/action.ts'
import { endApiClient, giveApiToken, readApiClient, revokeApiToken } from '../../platform/api/api-client.actions.ts'
import type { ApiClient, ApiToken } from '../../platform/api/api-client.store.ts'
import { TOKEN_DAYS, type TokenState, tokenState } from '../../platform/api/api-client.ts'
import { answerForm, goTo, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { PERMISSIONS } from '../../platform/permissions/permission.ts'
import { ROLES } from '../../platform/permissions/role.ts'
import {
  Button,
  DataTable,
  errorAt,
  Form,
  fieldErrors,
  Link,
  Page,
  Radios,
  Section,
  SummaryList,
  Tag,
  type TagTone,
  TextInput,
} from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { text } from './api-clients.text.ts'

export function apiClientPages(doors: Doors): void {
  const path = deskPaths.apiClient(':clientId')
  doors.get(path, 'tokens:manage', (c) => showClient(c))
  doors.post(`${path}/tokens`, 'tokens:manage', giveToken)
  doors.post(`${path}/tokens/:tokenId/revoke`, 'tokens:manage', revokeToken)
  doors.post(`${path}/end`, 'tokens:manage', end)
}

async function showClient(c: Context<Env>, refusal?: Refusal, typed: Record<string, unknown> = {}): Promise<Response> {
  const input = { clientId: c.req.param('clientId') }
  const result = await perform(c.get('runtime'), actorOf(c), readApiClient, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const page = <ClientPage c={c} client={result.value} refusal={refusal} typed={typed} />
  return c.html(page, refusal ? 400 : 200)
}

type PageProps = {
  readonly c: Context<Env>
  readonly client: ApiClient
  readonly refusal: Refusal | undefined
  readonly typed: Readonly<Record<string, unknown>>
}

const ClientPage = ({ c, client, refusal, typed }: PageProps) => {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  return (
    <Page
      frame={c.get('frame')}
      title={client.name}
      lead={client.purpose}
      breadcrumbs={[{ label: t.title, href: deskPaths.apiClients() }]}
      errors={errors}
    >
      <SummaryList rows={factsOf(language, client)} />
      <Section title={t.tokens}>
        <TokenTable c={c} client={client} />
      </Section>
      {!client.endedAt && (
        <>
          <Section title={t.giveToken} lead={t.giveTokenLead}>
            <Form action={`${deskPaths.apiClient(client.clientId)}/tokens`}>
              <Radios
                name="days"
                label={t.days}
                error={errorAt(errors, 'days')}
                value="90"
                options={TOKEN_DAYS.map((days) => ({ value: String(days), label: t.dayCount(days) }))}
                inline
              />
              <Button>{t.giveToken}</Button>
            </Form>
          </Section>
          <Section title={t.end} lead={t.endLead}>
            <Form action={`${deskPaths.apiClient(client.clientId)}/end`} hidden={{ version: client.version }}>
              <TextInput
                name="reason"
                label={t.reason}
                error={errorAt(errors, 'reason')}
                value={String(typed.reason ?? '')}
              />
              <Button kind="warning">{t.end}</Button>
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}

function factsOf(language: Language, client: ApiClient) {
  const t = text[language]
  return [
    {
      key: t.state,
      value: client.endedAt
        ? `${t.ended}: ${showInstant(language, client.endedAt)}. ${client.endedReason ?? ''}`
        : t.open,
    },
    { key: t.role, value: ROLES[client.role].name[language] },
    { key: t.reach, value: client.providerId === null ? t.wholeAuthority : t.oneProvider(String(client.providerId)) },
    {
      key: t.permissions,
      value: (
        <ul class="govuk-list">
          {client.permissions.map((permission) => (
            <li>{PERMISSIONS[permission].what[language]}</li>
          ))}
        </ul>
      ),
    },
    { key: t.addedBy, value: `${client.createdBy}, ${showInstant(language, client.createdAt)}` },
    {
      key: t.history,
      value: <Link href={deskPaths.history('platform.api-client', client.clientId)}>{t.history}</Link>,
    },
  ]
}

const TONES = { good: 'done', expired: 'plain', revoked: 'plain' } as const satisfies Record<TokenState, TagTone>

const TokenTable: FC<{ c: Context<Env>; client: ApiClient }> = ({ c, client }) => {
  const language = c.get('language')
  const t = text[language]
  const now = c.get('runtime').clock.now()
  const state = (token: ApiToken) => tokenState(token, now)
  return (
    <DataTable
      caption={t.tokens}
      captionHidden
      empty={t.noTokens}
      rows={client.tokens}
      columns={[
        { key: 'ending', header: t.ending, rowHeader: true, cell: (token) => <code>…{token.ending}</code> },
        { key: 'expires', header: t.expires, cell: (token) => showInstant(language, token.expiresAt) },
        {
          key: 'used',
          header: t.lastUsed,
          cell: (token) => (token.lastUsedAt ? showInstant(language, token.lastUsedAt) : t.never),
        },
        {
          key: 'state',
          header: t.state,
          cell: (token) => <Tag tone={TONES[state(token)]}>{t.states[state(token)]}</Tag>,
        },
        {
          key: 'revoke',
          header: t.revoke,
          cell: (token) =>
            state(token) === 'good' && (
              <Form action={`${deskPaths.apiClient(client.clientId)}/tokens/${token.tokenId}/revoke`}>
                <Button kind="secondary">
                  {t.revoke}
                  <span class="govuk-visually-hidden"> …{token.ending}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

/** The token is shown in the answer to the form itself: it must not stand in an address, a session or a flash. */
async function giveToken(c: Context<Env>): Promise<Response> {
  const clientId = c.req.param('clientId') ?? ''
  const form = await c.req.parseBody()
  const result = await perform(c.get('runtime'), actorOf(c), giveApiToken, { ...form, clientId }, originOf(c))
  if (!result.ok)
    return result.refusal.kind === 'invalid' ? showClient(c, result.refusal) : answerRefusal(c, result.refusal)
  const t = text[c.get('language')]
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.newToken}
      lead={t.newTokenLead}
      breadcrumbs={[{ label: t.title, href: deskPaths.apiClients() }]}
    >
      <p>
        <code>{result.value.token}</code>
      </p>
      <p>{t.newTokenUse}</p>
      <p>
        <code>Authorization: Bearer {result.value.token}</code>
      </p>
      <Button href={deskPaths.apiClient(clientId)}>{t.done}</Button>
    </Page>,
  )
}

async function revokeToken(c: Context<Env>): Promise<Response> {
  const { clientId = '', tokenId = '' } = c.req.param() as { clientId?: string; tokenId?: string }
  const result = await perform(c.get('runtime'), actorOf(c), revokeApiToken, { clientId, tokenId }, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return goTo(c, deskPaths.apiClient(clientId), { en: text.en.revoked, cy: text.cy.revoked })
}

async function end(c: Context<Env>): Promise<Response> {
  const clientId = c.req.param('clientId') ?? ''
  const form = await c.req.parseBody()
  const result = await perform(c.get('runtime'), actorOf(c), endApiClient, { ...form, clientId }, originOf(c))
  return answerForm(c, result, {
    done: () => ({
      path: deskPaths.apiClient(clientId),
      message: { en: text.en.endedNow, cy: text.cy.endedNow },
    }),
    again: (refusal) => showClient(c, refusal, form),
  })
}
