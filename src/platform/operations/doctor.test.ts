/** What the doctor makes of what it saw: each finding appears on its side of the line and not on the other. */
import { expect, test } from 'vitest'
import { SPACE_LIMITS } from '../database/free-space.ts'
import { type DatabaseFacts, findingsOf, type Installation, isUnwell } from './doctor.ts'

const FACTS: DatabaseFacts = {
  kind: 'postgres',
  durability: { en: 'PostgreSQL.', cy: 'PostgreSQL.' },
  version: '16.4',
  encoding: 'UTF8',
  knowsWelshCapitals: true,
  user: { name: 'canlyn', isSuperuser: false, bypassesRowSecurity: false },
  powerfulRoles: [],
  tables: 40,
  tablesWithoutRowSecurity: [],
  tablesWithoutPolicy: [],
  auditChangers: [],
  pendingMigrations: [],
  changedMigrations: [],
  unknownMigrations: [],
  unsafeSettings: [],
  clockAheadSeconds: 0,
  isLineEncrypted: true,
}

function installation(changes: Partial<Installation> = {}, facts: Partial<DatabaseFacts> = {}): Installation {
  return {
    nodeVersion: '26.10.0',
    mode: 'production',
    folder: {
      path: '/srv/canlyn',
      state: 'writable',
      freeBytes: 10 * SPACE_LIMITS.refuseBelowBytes,
      isInMemory: false,
    },
    frameworkProblems: [],
    database: { state: 'open', ...FACTS, ...facts },
    ...changes,
  }
}

const levelOf = (seen: Installation, code: string) => findingsOf(seen).find((finding) => finding.code === code)?.level

test('an installation in order has nothing but fine findings', () => {
  const findings = findingsOf(installation())
  expect(findings.map(({ level }) => level)).toEqual(findings.map(() => 'fine'))
  expect(findings.length).toBeGreaterThanOrEqual(9)
  expect(isUnwell(findings)).toBe(false)
})

test('every sentence is there in both languages, and they differ', () => {
  const seen = installation(
    { mode: 'demonstration', frameworkProblems: ['x'] },
    { powerfulRoles: ['r'], pendingMigrations: ['m'] },
  )
  for (const { code, message } of findingsOf(seen))
    if (!['database', 'version'].includes(code)) expect(message.en).not.toBe(message.cy)
})

test.each([
  ['25.9.0', 'wrong'],
  ['26.0.0', 'fine'],
  ['27.1.0', 'fine'],
])('Node %s is %s', (nodeVersion, level) => {
  expect(levelOf(installation({ nodeVersion }), 'node')).toBe(level)
})

test.each([
  [SPACE_LIMITS.refuseBelowBytes - 1, 'wrong'],
  [SPACE_LIMITS.refuseBelowBytes, 'warning'],
  [4 * SPACE_LIMITS.refuseBelowBytes - 1, 'warning'],
  [4 * SPACE_LIMITS.refuseBelowBytes, 'fine'],
])('%i bytes free is %s', (freeBytes, level) => {
  const { folder } = installation()
  expect(levelOf(installation({ folder: { ...folder, freeBytes } }), 'space')).toBe(level)
})

test.each([
  [5, 'fine'],
  [-5, 'fine'],
  [5.1, 'warning'],
  [-6, 'warning'],
])('a clock %f seconds ahead is %s', (clockAheadSeconds, level) => {
  expect(levelOf(installation({}, { clockAheadSeconds }), 'clock')).toBe(level)
})

test.each<[string, Partial<DatabaseFacts>, string]>([
  ['database-user', { user: { ...FACTS.user, isSuperuser: true } }, 'warning in demonstration, wrong in production'],
  [
    'database-user',
    { user: { ...FACTS.user, bypassesRowSecurity: true } },
    'warning in demonstration, wrong in production',
  ],
  ['unsafe-setting', { unsafeSettings: ['fsync'] }, 'warning in demonstration, wrong in production'],
  ['line-not-encrypted', { isLineEncrypted: false }, 'warning in demonstration, wrong in production'],
  ['letters', { knowsWelshCapitals: false }, 'warning in demonstration, wrong in production'],
  ['encoding', { encoding: 'LATIN1' }, 'wrong in demonstration, wrong in production'],
  ['unprotected', { tablesWithoutRowSecurity: ['finance.payment'] }, 'wrong in demonstration, wrong in production'],
  ['no-policy', { tablesWithoutPolicy: ['finance.payment'] }, 'warning in demonstration, warning in production'],
  ['powerful-role', { powerfulRoles: ['canlyn_app'] }, 'wrong in demonstration, wrong in production'],
  ['audit-changeable', { auditChangers: ['canlyn_own'] }, 'wrong in demonstration, wrong in production'],
  [
    'migration-pending',
    { pendingMigrations: ['platform/0009-x.sql'] },
    'warning in demonstration, warning in production',
  ],
  ['migration-changed', { changedMigrations: ['platform/0001-x.sql'] }, 'wrong in demonstration, wrong in production'],
  ['migration-unknown', { unknownMigrations: ['platform/0099-x.sql'] }, 'wrong in demonstration, wrong in production'],
])('%s (%j) is %s', (code, facts, levels) => {
  const [demonstration, production] = (['demonstration', 'production'] as const).map((mode) =>
    levelOf(installation({ mode }, facts), code),
  )
  expect(`${demonstration} in demonstration, ${production} in production`).toBe(levels)
  expect(levelOf(installation(), code) ?? 'fine').toBe('fine')
})

test('a line that does not leave the computer need not be encrypted', () => {
  const seen = installation({ database: { state: 'open', ...FACTS, isLineEncrypted: undefined } })
  expect(levelOf(seen, 'line-not-encrypted')).toBeUndefined()
})

test('the embedded database is known of in a demonstration and wrong in production', () => {
  expect(levelOf(installation({ mode: 'demonstration' }, { kind: 'pglite' }), 'database')).toBe('warning')
  expect(levelOf(installation({}, { kind: 'pglite' }), 'database')).toBe('wrong')
})

test('says why a database cannot be reached, and that one has yet to be made', () => {
  const why = { en: 'It is off.', cy: 'Mae wedi’i ddiffodd.' }
  const unreachable = findingsOf(installation({ database: { state: 'unreachable', why } }))
  expect(unreachable.at(-1)).toEqual({ code: 'database', level: 'wrong', message: why })
  expect(levelOf(installation({ database: { state: 'absent' } }), 'database')).toBe('warning')
})
