/** Programs that use the API: the list, and adding one. */
import type { Context } from 'hono'
import { compareNames } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import { perform } from '../../platform/actions/action.ts'
import { addApiClient, listApiClients } from '../../platform/api/api-client.actions.ts'
import { CLIENT_ROLES, tokenState } from '../../platform/api/api-client.ts'
import { answerForm, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { PERMISSIONS, Permission, permissionsOfRole } from '../../platform/permissions/permission.ts'
import { ROLES } from '../../platform/permissions/role.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DataTable,
  errorAt,
  Form,
  fieldErrors,
  Link,
  Page,
  Select,
  Tag,
  TextInput,
} from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { text } from './api-clients.text.ts'

export function apiClientListPages(doors: Doors): void {
  doors.get(deskPaths.apiClients(), 'tokens:manage', showList)
  doors.get(deskPaths.newApiClient(), 'tokens:manage', (c) => showForm(c, {}))
  doors.post(deskPaths.newApiClient(), 'tokens:manage', add)
}

async function showList(c: Context<Env>): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), listApiClients, {}, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const language = c.get('language')
  const t = text[language]
  const now = c.get('runtime').clock.now()
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={t.lead(result.value.filter((client) => !client.endedAt).length)}
      wide
    >
      <ButtonGroup>
        <Button href={deskPaths.newApiClient()}>{t.add}</Button>
        <Link href={deskPaths.apiReference()}>{t.reference}</Link>
      </ButtonGroup>
      <DataTable
        caption={t.title}
        captionHidden
        empty={t.empty}
        rows={result.value}
        columns={[
          {
            key: 'name',
            header: t.name,
            rowHeader: true,
            cell: (client) => <Link href={deskPaths.apiClient(client.clientId)}>{client.name}</Link>,
          },
          { key: 'purpose', header: t.purpose, cell: (client) => client.purpose },
          { key: 'role', header: t.role, cell: (client) => ROLES[client.role].name[language] },
          {
            key: 'tokens',
            header: t.tokens,
            cell: (client) => t.tokenCount(client.tokens.filter((token) => tokenState(token, now) === 'good').length),
          },
          {
            key: 'state',
            header: t.state,
            cell: (client) => <Tag tone={client.endedAt ? 'plain' : 'done'}>{client.endedAt ? t.ended : t.open}</Tag>,
          },
        ]}
      />
    </Page>,
  )
}

type Typed = Readonly<Record<string, unknown>>

async function add(c: Context<Env>): Promise<Response> {
  const typed: Typed = await c.req.parseBody({ all: true })
  const input = { ...typed, permissions: listOf(typed.permissions), providerId: typed.providerId || undefined }
  const result = await perform(c.get('runtime'), actorOf(c), addApiClient, input, originOf(c))
  const name = String(typed.name ?? '').trim()
  return answerForm(c, result, {
    done: (clientId) => ({
      path: deskPaths.apiClient(clientId),
      message: { en: text.en.added(name), cy: text.cy.added(name) },
    }),
    again: (refusal) => showForm(c, typed, refusal),
  })
}

/** One checkbox comes as a text, several as a list, none not at all. */
function listOf(typed: unknown): readonly unknown[] {
  return Array.isArray(typed) ? typed : typed === undefined ? [] : [typed]
}

/** Only what some role of a program may hold is offered. */
const OFFERED = Permission.options.filter((permission) =>
  CLIENT_ROLES.some((role) => permissionsOfRole(role).includes(permission)),
)

function showForm(c: Context<Env>, typed: Typed, refusal?: Refusal): Response | Promise<Response> {
  const language = c.get('language')
  const t = text[language]
  const errors = refusal ? fieldErrors(language, refusal) : []
  const field = (name: string) => ({ name, error: errorAt(errors, name), value: String(typed[name] ?? '') })
  const roles = CLIENT_ROLES.map((role) => ({ value: role, label: ROLES[role].name[language] })).sort((a, b) =>
    compareNames(language, a.label, b.label),
  )
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.add}
      breadcrumbs={[{ label: t.title, href: deskPaths.apiClients() }]}
      errors={errors}
    >
      <Form action={deskPaths.newApiClient()}>
        <TextInput {...field('name')} label={t.name} hint={t.nameHint} width={30} />
        <TextInput {...field('purpose')} label={t.purpose} />
        <Select {...field('role')} label={t.role} hint={t.roleHint} options={roles} />
        <TextInput {...field('providerId')} label={t.provider} hint={t.providerHint} inputmode="numeric" width={5} />
        <Checkboxes
          name="permissions"
          label={t.permissions}
          hint={t.permissionsHint}
          error={errorAt(errors, 'permissions')}
          value={listOf(typed.permissions).map(String)}
          options={OFFERED.map((value) => ({ value, label: PERMISSIONS[value].what[language], hint: value }))}
          small
        />
        <Button>{t.add}</Button>
      </Form>
    </Page>,
    refusal ? 400 : 200,
  )
}
