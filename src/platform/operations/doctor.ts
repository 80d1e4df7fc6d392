/** What is wrong or unsafe with an installation, worked out from what was seen of it. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Database } from '../database/database.ts'
import { SPACE_LIMITS } from '../database/free-space.ts'
import { text } from './doctor.text.ts'

export type Installation = {
  /** `26.10.0` */
  readonly nodeVersion: string
  readonly mode: Configuration['mode']
  readonly folder: {
    readonly path: string
    readonly state: 'writable' | 'not-writable'
    readonly freeBytes: number
    readonly isInMemory: boolean
  }
  /** What framework files say is wrong with them; empty when all can be read. */
  readonly frameworkProblems: readonly string[]
  readonly database: DatabaseSeen
}

export type DatabaseSeen =
  | { readonly state: 'absent' }
  | { readonly state: 'unreachable'; readonly why: Bilingual }
  | ({ readonly state: 'open' } & DatabaseFacts)

export type DatabaseFacts = {
  readonly kind: Database['kind']
  readonly durability: Bilingual
  readonly version: string
  readonly encoding: string
  /** Whether it makes ŵ of Ŵ: a database made with the locale C does not, and searches miss such names. */
  readonly knowsWelshCapitals: boolean
  readonly user: { readonly name: string; readonly isSuperuser: boolean; readonly bypassesRowSecurity: boolean }
  /** Roles of the application that could do more than they should: log in, be superuser, bypass row-level security. */
  readonly powerfulRoles: readonly string[]
  readonly tables: number
  readonly tablesWithoutRowSecurity: readonly string[]
  readonly tablesWithoutPolicy: readonly string[]
  /** Roles of the application that could change or delete audit entries. */
  readonly auditChangers: readonly string[]
  readonly pendingMigrations: readonly string[]
  readonly changedMigrations: readonly string[]
  readonly unknownMigrations: readonly string[]
  /** Settings of the server without which a commit may be lost in a power cut, and that are off. */
  readonly unsafeSettings: readonly string[]
  /** How far the database's clock is ahead of this computer's. */
  readonly clockAheadSeconds: number
  /** Undefined where the line does not leave the computer. */
  readonly isLineEncrypted: boolean | undefined
}

export type Finding = {
  /** Stable, kebab-case. */
  readonly code: string
  /** `wrong` has to be mended; `warning` should be known; `fine` was looked at. */
  readonly level: 'fine' | 'warning' | 'wrong'
  readonly message: Bilingual
}

const NODE_NEEDED = 26
const CLOCK_MAY_DIFFER_SECONDS = 5

/** Everything that was looked at, in the order in which one would mend it. */
export function findingsOf(seen: Installation): readonly Finding[] {
  return [...ofComputer(seen), ...ofFrameworks(seen), ...ofDatabase(seen)]
}

/** Whether something has to be mended. */
export function isUnwell(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'wrong')
}

function ofComputer({ nodeVersion, mode, folder }: Installation): readonly Finding[] {
  const isNodeNew = Number.parseInt(nodeVersion, 10) >= NODE_NEEDED
  return [
    finding('node', isNodeNew ? 'fine' : 'wrong', text.node(nodeVersion, NODE_NEEDED)),
    finding('mode', mode === 'production' ? 'fine' : 'warning', text.mode[mode]),
    folder.state === 'writable'
      ? finding('folder', 'fine', text.folder(folder.path))
      : finding('folder', 'wrong', text.folderNotWritable(folder.path)),
    ofSpace(folder.freeBytes),
    ...(folder.isInMemory ? [finding('folder-in-memory', 'warning', text.inMemory(folder.path))] : []),
  ]
}

function ofSpace(freeBytes: number): Finding {
  const megabytes = Math.floor(freeBytes / 2 ** 20)
  if (freeBytes < SPACE_LIMITS.refuseBelowBytes) return finding('space', 'wrong', text.noSpace(megabytes))
  if (freeBytes < 4 * SPACE_LIMITS.refuseBelowBytes) return finding('space', 'warning', text.littleSpace(megabytes))
  return finding('space', 'fine', text.space(megabytes))
}

function ofFrameworks({ frameworkProblems }: Installation): readonly Finding[] {
  if (frameworkProblems.length === 0) return [finding('frameworks', 'fine', text.frameworks)]
  return frameworkProblems.map((problem) => finding('frameworks', 'wrong', text.frameworkProblem(problem)))
}

function ofDatabase({ database, mode }: Installation): readonly Finding[] {
  if (database.state === 'absent') return [finding('database', 'warning', text.noDatabase)]
  if (database.state === 'unreachable') return [finding('database', 'wrong', database.why)]
  return [
    ofStore(database, mode),
    finding('version', 'fine', text.version(database.version)),
    ...ofServer(database, mode),
    ...ofMigrations(database),
    ...ofProtection(database),
  ]
}

function ofStore({ kind, durability }: DatabaseFacts, mode: Configuration['mode']): Finding {
  if (kind === 'postgres') return finding('database', 'fine', durability)
  return finding('database', mode === 'production' ? 'wrong' : 'warning', durability)
}

/** What only a server can have wrong. The embedded database has one user, who is its owner, and no line to it. */
function ofServer(facts: DatabaseFacts, mode: Configuration['mode']): readonly Finding[] {
  if (facts.kind === 'pglite') return []
  const { user } = facts
  const serious = mode === 'production' ? 'wrong' : 'warning'
  const isTooPowerful = user.isSuperuser || user.bypassesRowSecurity
  const skew = Math.abs(facts.clockAheadSeconds)
  return [
    isTooPowerful
      ? finding('database-user', serious, text.powerfulUser(user.name))
      : finding('database-user', 'fine', text.user(user.name)),
    ...(facts.encoding === 'UTF8' ? [] : [finding('encoding', 'wrong', text.encoding(facts.encoding))]),
    ...(facts.knowsWelshCapitals ? [] : [finding('letters', serious, text.letters)]),
    ...facts.unsafeSettings.map((setting) => finding('unsafe-setting', serious, text.unsafeSetting(setting))),
    ...(facts.isLineEncrypted === false ? [finding('line-not-encrypted', serious, text.lineNotEncrypted)] : []),
    skew > CLOCK_MAY_DIFFER_SECONDS
      ? finding('clock', 'warning', text.clockDiffers(Math.round(skew)))
      : finding('clock', 'fine', text.clock),
  ]
}

function ofMigrations(facts: DatabaseFacts): readonly Finding[] {
  const findings = [
    ...facts.changedMigrations.map((id) => finding('migration-changed', 'wrong', text.migrationChanged(id))),
    ...facts.unknownMigrations.map((id) => finding('migration-unknown', 'wrong', text.migrationUnknown(id))),
    ...facts.pendingMigrations.map((id) => finding('migration-pending', 'warning', text.migrationPending(id))),
  ]
  return findings.length > 0 ? findings : [finding('migrations', 'fine', text.migrations)]
}

function ofProtection(facts: DatabaseFacts): readonly Finding[] {
  const findings = [
    ...facts.tablesWithoutRowSecurity.map((table) => finding('unprotected', 'wrong', text.noRowSecurity(table))),
    ...facts.tablesWithoutPolicy.map((table) => finding('no-policy', 'warning', text.noPolicy(table))),
    ...facts.powerfulRoles.map((role) => finding('powerful-role', 'wrong', text.powerfulRole(role))),
    ...facts.auditChangers.map((role) => finding('audit-changeable', 'wrong', text.auditChanger(role))),
  ]
  if (findings.length > 0 || facts.tables === 0) return findings
  return [finding('protection', 'fine', text.protection)]
}

function finding(code: string, level: Finding['level'], message: Bilingual): Finding {
  return { code, level, message }
}
