/** Who may do what: the one table of roles and permissions, as the program itself goes by it. */
import { createRoute, z } from '@hono/zod-openapi'
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { compareNames, type Language } from '../../kernel/language.ts'
import { described } from '../../platform/api/documented-route.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../platform/documents/index.ts'
import { PERMISSIONS, Permission } from '../../platform/permissions/permission.ts'
import { type Reach, ROLES, Role } from '../../platform/permissions/role.ts'
import { DataTable, DotMatrix, ListTools, Page, Section, Select, TextInput } from '../../ui/index.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { permissionsText } from './permissions.text.ts'

const Query = z.object({
  role: Role.optional().catch(undefined),
  search: z.string().trim().max(100).catch('').default(''),
})
type Query = z.infer<typeof Query>

export const permissionsDesk: DeskCorner = {
  pages(doors) {
    doors.get(deskPaths.permissions(), 'permissions:read', (c) => {
      const query = Query.parse(c.req.query())
      const { language } = c.get('frame')
      const found = matching(language, query)
      const format = wantedExport(c)
      const name = { en: permissionsText.en.title, cy: permissionsText.cy.title }
      if (format) return listExport(c, format, { name, columns: FILE_COLUMNS, rows: found })
      return c.html(<PermissionsPage frame={c.get('frame')} query={query} found={found} />)
    })
  },
  api(doors) {
    doors.api(
      createRoute({
        ...described('List permissions and the roles that hold them', 'Rhestru caniatadau a’r rolau sydd â hwy'),
        method: 'get',
        path: '/permissions',
        responses: {
          200: {
            description: 'Every permission',
            content: { 'application/json': { schema: z.array(PermissionAnswer) } },
          },
        },
      }),
      'permissions:read',
      (c) => c.json(Permission.options.map(permissionAnswer), 200),
    )
  },
  tools: [
    {
      label: { en: permissionsText.en.title, cy: permissionsText.cy.title },
      hint: { en: permissionsText.en.hint, cy: permissionsText.cy.hint },
      href: deskPaths.permissions(),
      access: 'permissions:read',
    },
  ],
}

const Words = z.object({ en: z.string(), cy: z.string() })
const PermissionAnswer = z.object({ permission: Permission, what: Words, roles: z.array(Role) }).openapi('Permission')

function permissionAnswer(permission: Permission): z.infer<typeof PermissionAnswer> {
  const { what, roles } = PERMISSIONS[permission]
  return { permission, what, roles: [...roles] }
}

function rolesOf(permission: Permission): readonly Role[] {
  return PERMISSIONS[permission].roles
}

function matching(language: Language, { role, search }: Query): readonly Permission[] {
  const word = search.toLocaleLowerCase(language)
  return Permission.options.filter((permission) => {
    const words = `${PERMISSIONS[permission].what[language]} ${permission}`.toLocaleLowerCase(language)
    return words.includes(word) && (role === undefined || rolesOf(permission).includes(role))
  })
}

/** One column for each role, so that a spreadsheet can be sorted by it. */
const FILE_COLUMNS: readonly FileColumn<Permission>[] = [
  {
    header: { en: permissionsText.en.what, cy: permissionsText.cy.what },
    value: (permission, language) => PERMISSIONS[permission].what[language],
    width: 60,
  },
  { header: { en: permissionsText.en.code, cy: permissionsText.cy.code }, value: (permission) => permission },
  ...Role.options.map((role) => ({
    header: ROLES[role].name,
    value: (permission: Permission, language: Language) =>
      rolesOf(permission).includes(role) ? permissionsText[language].yes : '',
  })),
]

type PermissionsPageProps = { frame: Frame; query: Query; found: readonly Permission[] }

const PermissionsPage: FC<PermissionsPageProps> = ({ frame, query, found }) => {
  const { language } = frame
  const text = permissionsText[language]
  const exportHref = (format: string) =>
    `${deskPaths.permissions()}?${new URLSearchParams({ ...(query.role ? { role: query.role } : {}), search: query.search, export: format })}`
  return (
    <Page frame={frame} title={text.title} lead={leadOf(language, query.role)}>
      <ListTools
        action={deskPaths.permissions()}
        count={text.count(found.length)}
        filtered={Boolean(query.role)}
        searched={Boolean(query.search)}
        search={<TextInput name="search" label={text.search} value={query.search} type="search" />}
        exports={[
          { label: text.csv, href: exportHref('csv') },
          { label: text.xlsx, href: exportHref('xlsx') },
        ]}
      >
        <Select
          name="role"
          label={text.role}
          value={query.role}
          empty={text.anyRole}
          options={Role.options
            .map((role) => ({ value: role, label: ROLES[role].name[language] }))
            .sort((a, b) => compareNames(language, a.label, b.label))}
        />
      </ListTools>
      {found.length > 0 && (
        <DotMatrix
          caption={text.title}
          of={text.what}
          columns={Role.options.map((role) => ROLES[role].name[language])}
          rows={found.map((permission) => ({
            label: PERMISSIONS[permission].what[language],
            dots: Role.options.map((role) => rolesOf(permission).includes(role)),
          }))}
          words={{ yes: text.yes, no: text.no }}
        />
      )}
      <Section title={text.details}>
        <DataTable
          caption={text.details}
          captionHidden
          rows={found}
          empty={text.none}
          columns={[
            {
              key: 'what',
              header: text.what,
              rowHeader: true,
              cell: (permission) => (
                <>
                  {PERMISSIONS[permission].what[language]} <code>{permission}</code>
                </>
              ),
            },
            { key: 'who', header: text.who, cell: (permission) => namesOf(language, rolesOf(permission)) },
          ]}
        />
      </Section>
    </Page>
  )
}

function namesOf(language: Language, roles: readonly Role[]): string {
  const names = roles.map((role) => ROLES[role].name[language]).sort((a, b) => compareNames(language, a, b))
  return new Intl.ListFormat(language).format(names)
}

function leadOf(language: Language, role: Role | undefined): string {
  const text = permissionsText[language]
  const all = Permission.options.length
  if (!role) return text.lead(all, Role.options.length)
  const held = Permission.options.filter((permission) => rolesOf(permission).includes(role)).length
  const reach: Reach = ROLES[role].reach
  return text.leadFor(ROLES[role].name[language], held, all, text.reaches[reach])
}
