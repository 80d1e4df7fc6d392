/** Reads the columns of every table and view of ours and renders them as the types Kysely checks queries against. */
import { sql } from 'kysely'
import type { Tx } from './database.ts'

type ColumnRow = {
  schema: string
  table: string
  kind: string
  column: string
  type: string
  nullable: boolean
  generated: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
  text: 'string',
  bpchar: 'string',
  uuid: 'string',
  bytea: 'Uint8Array',
  date: 'Temporal.PlainDate',
  timestamptz: 'Temporal.Instant',
  json: 'unknown',
  jsonb: 'unknown',
  _text: 'string[]',
  _int4: 'number[]',
  _int8: 'number[]',
}

export async function renderTables(tx: Tx): Promise<string> {
  const { rows } = await sql<ColumnRow>`
    select n.nspname as schema, c.relname as table, c.relkind as kind, a.attname as column, t.typname as type,
           not a.attnotnull as nullable, (a.atthasdef or a.attidentity <> '') as generated
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'v', 'p')
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and n.nspname not like 'pg_%'
    order by 1, 2, a.attnum`.execute(tx)
  const tables = Map.groupBy(rows, (row) => `${row.schema}.${row.table}`)
  const bodies = [...tables].map(([name, columns]) => `  '${name}': {\n${columns.map(renderColumn).join('\n')}\n  }`)
  return `/** Generated from the migrations by \`npm run tables\`; not edited by hand. */
import type { Generated } from 'kysely'

export type Tables = {
${bodies.join('\n')}
}
`
}

function renderColumn(column: ColumnRow): string {
  const type = TYPES[column.type]
  if (!type) throw new Error(`no type for ${column.schema}.${column.table}.${column.column}: ${column.type}`)
  // A view's columns are all nullable to PostgreSQL; ours are not unless their source says so, which queries check where it matters.
  const nullable = column.nullable && column.kind !== 'v' ? `${type} | null` : type
  return `    ${column.column}: ${column.generated ? `Generated<${nullable}>` : nullable}`
}
