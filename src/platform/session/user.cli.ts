/** `canlyn user`: list, disable, enable, sign out; and who may do what. Users are made by signing in, never here. */
import type { Command } from 'commander'
import type { CommandContext, CommandMount } from '../command/command.ts'
import { permissionsOfRole } from '../permissions/permission.ts'
import { ROLES, Role } from '../permissions/role.ts'
import { deactivateUser, endUserSessions, exportUsers, openUser, reactivateUser } from './user.actions.ts'
import { text } from './user.cli.text.ts'
import type { UserInList } from './user.ts'

export const userCommands: CommandMount = (program, context) => {
  const user = program.command('user').description(text[context.language].user)
  listCommand(user, context)
  changeCommands(user, context)
  rolesCommand(user, context)
}

type InAuthority = { readonly authority: string }

function listCommand(user: Command, context: CommandContext): void {
  const words = text[context.language]
  user
    .command('list')
    .description(words.list)
    .requiredOption('--authority <ref>', words.authority)
    .option('--search <words>', words.search)
    .option('--role <role>', words.role)
    .option('--state <state>', words.state, 'all')
    .action(async ({ authority, ...query }: InAuthority & { search?: string; role?: string; state: string }) => {
      const users = await context.perform(exportUsers, query, await context.authorityId(authority))
      const lines = users.map((one) => words.line(one.userId, one.name, rolesInWords(context, one)))
      context.print({ users: users.map(present) }, lines.join('\n') || words.none)
    })
}

/** What leaves: no subject or session of anybody. */
function present(user: UserInList) {
  const { userId, name, email, roles, providerId, lastSignedInAt, deactivatedAt, deactivatedReason, version } = user
  return { userId, name, email, roles, providerId, lastSignedInAt, deactivatedAt, deactivatedReason, version }
}

function rolesInWords({ language }: CommandContext, user: UserInList): string {
  if (user.deactivatedAt) return text[language].deactivated
  return user.roles.map((role) => ROLES[role].name[language]).join(', ') || text[language].noRole
}

function changeCommands(user: Command, context: CommandContext): void {
  const words = text[context.language]
  const command = (name: string, about: string) =>
    user
      .command(name)
      .description(about)
      .argument('<id>', words.id)
      .requiredOption('--authority <ref>', words.authority)
  const versionOf = async (userId: string, authorityId: number) =>
    (await context.perform(openUser, { userId }, authorityId)).user.version

  command('disable', words.disable)
    .requiredOption('--reason <words>', words.reason)
    .action(async (userId: string, { authority, reason }: InAuthority & { reason: string }) => {
      const authorityId = await context.authorityId(authority)
      const version = await versionOf(userId, authorityId)
      const changed = await context.perform(deactivateUser, { userId, version, reason }, authorityId)
      context.print(present(changed), words.disabled(changed.name))
    })
  command('enable', words.enable).action(async (userId: string, { authority }: InAuthority) => {
    const authorityId = await context.authorityId(authority)
    const version = await versionOf(userId, authorityId)
    const changed = await context.perform(reactivateUser, { userId, version }, authorityId)
    context.print(present(changed), words.enabled(changed.name))
  })
  command('sign-out', words.signOut).action(async (userId: string, { authority }: InAuthority) => {
    const answer = await context.perform(endUserSessions, { userId }, await context.authorityId(authority))
    context.print(answer, words.signedOut(answer.ended))
  })
}

function rolesCommand(user: Command, context: CommandContext): void {
  user
    .command('roles')
    .description(text[context.language].roles)
    .action(() => {
      const roles = Role.options.map((role) => ({
        role,
        reach: ROLES[role].reach,
        permissions: permissionsOfRole(role),
      }))
      const lines = roles.map(({ role, permissions }) =>
        [`${role}: ${ROLES[role].name[context.language]}`, ...permissions.map((permission) => `  ${permission}`)].join(
          '\n',
        ),
      )
      context.print({ roles }, lines.join('\n'))
    })
}
