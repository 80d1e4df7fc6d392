/** What the doctor asks of the database itself. */
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import { listMigrations, SCHEMAS } from '../database/migrations.ts'
import type { DatabaseFacts } from './doctor.ts'

/** The roles a transaction can take; the first is what the others have in common. */
const APPLICATION_ROLES = ['canlyn_app', 'canlyn_authority', 'canlyn_provider', 'canlyn_own', 'canlyn_system']

/** Looks, and changes nothing. */
export function factsOf(database: Database): Promise<DatabaseFacts> {
  return database.asOwner(async (tx) => ({
    kind: database.kind,
    durability: database.durability,
    ...(await server(tx)),
    ...(await protection(tx)),
    ...(await migrations(tx)),
  }))
}

async function server(tx: Tx) {
  const before = Temporal.Now.instant()
  const { rows } = await sql<{
    version: string
    encoding: string
    welsh: boolean
    user: string
    superuser: boolean
    bypass: boolean
    now: Temporal.Instant
    unsafe: string[]
    remote: boolean
    ssl: boolean
  }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding, lower('Ŵ') = 'ŵ' as welsh,
           rolname as user, rolsuper as superuser, rolbypassrls as bypass, clock_timestamp() as now,
           (select coalesce(array_agg(name order by name), '{}')::text[] from pg_settings
             where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off') as unsafe,
           inet_server_addr() is not null and inet_server_addr() <> inet_client_addr() as remote,
           coalesce((select s.ssl from pg_stat_ssl s where s.pid = pg_backend_pid()), false) as ssl
    from pg_roles where rolname = current_user`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('the database does not know its own user')
  return {
    version: row.version,
    encoding: row.encoding,
    knowsWelshCapitals: row.welsh,
    user: { name: row.user, isSuperuser: row.superuser, bypassesRowSecurity: row.bypass },
    unsafeSettings: row.unsafe,
    clockAheadSeconds: before.until(row.now).total('seconds'),
    isLineEncrypted: row.remote ? row.ssl : undefined,
  }
}

async function protection(tx: Tx) {
  const schemas = sql`${[...SCHEMAS]}::text[]`
  const { rows: tables } = await sql<{ name: string; isProtected: boolean; policies: number }>`
    select c.oid::regclass::text as name, c.relrowsecurity as "isProtected",
           (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text = any(${schemas})
    order by 1`.execute(tx)
  const { rows: roles } = await sql<{ name: string; isPowerful: boolean; changesAudit: boolean }>`
    select rolname as name, rolcanlogin or rolsuper or rolbypassrls as "isPowerful",
           coalesce((select bool_or(has_table_privilege(rolname, a.entry, right_to))
             from (select to_regclass('platform.audit_entry') as entry) a, unnest(array['update', 'delete', 'truncate']) as right_to
             where a.entry is not null), false) as "changesAudit"
    from pg_roles where rolname = any(${[...APPLICATION_ROLES]}::text[]) order by 1`.execute(tx)
  return {
    tables: tables.length,
    tablesWithoutRowSecurity: tables.filter(({ isProtected }) => !isProtected).map(({ name }) => name),
    tablesWithoutPolicy: tables
      .filter(({ isProtected, policies }) => isProtected && policies === 0)
      .map(({ name }) => name),
    powerfulRoles: roles.filter(({ isPowerful }) => isPowerful).map(({ name }) => name),
    auditChangers: roles.filter(({ changesAudit }) => changesAudit).map(({ name }) => name),
  }
}

/** How the migrations applied compare with those this program has. */
export async function migrations(tx: Tx) {
  const ours = await listMigrations()
  const { rows: there } = await sql<{ there: boolean }>`
    select to_regclass('public.canlyn_migration') is not null as there`.execute(tx)
  const applied = there[0]?.there
    ? (await sql<{ id: string; digest: string }>`select id, digest from public.canlyn_migration`.execute(tx)).rows
    : []
  const digests = new Map(applied.map(({ id, digest }) => [id, digest]))
  const ids = new Set(ours.map(({ id }) => id))
  return {
    pendingMigrations: ours.filter(({ id }) => !digests.has(id)).map(({ id }) => id),
    changedMigrations: ours.filter(({ id, digest }) => (digests.get(id) ?? digest) !== digest).map(({ id }) => id),
    unknownMigrations: applied.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
  }
}
