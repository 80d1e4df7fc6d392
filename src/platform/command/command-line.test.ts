import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accepted, refused } from '../../kernel/result.ts'
import { defineAction } from '../actions/action.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { runCommand } from './command.fixtures.ts'
import { type CommandMount, CommandRefused } from './command.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const addSample = defineAction({
  name: 'command.add-sample',
  title: { en: 'Added a sample', cy: 'Ychwanegwyd sampl' },
  permission: 'audit:read',
  input: z.object({ size: z.coerce.number().int() }),
  run: async (context, { size }) => {
    if (size > 3)
      return refused({
        kind: 'too-large',
        code: 'too-many',
        message: { en: 'Too many.', cy: 'Gormod.' },
        field: 'size',
      })
    context.audit({ recordType: 'command.sample', recordId: size })
    return accepted(size)
  },
})

const sampleCommands: CommandMount = (program, context) => {
  program
    .command('sample')
    .argument('<size>')
    .requiredOption('--authority <ref>')
    .action(async (size: string, options: { authority: string }) => {
      const added = await context.perform(addSample, { size }, await context.authorityId(options.authority))
      context.print({ added }, `Added ${added}.`)
      context.exit(added === 1 ? 1 : 0)
    })
  program.command('broken').action(async () => {
    throw new TypeError('a bug')
  })
}

const run = (words: string, changes = {}) => runCommand(database, [sampleCommands], words, changes)

test('an answer is text, or JSON where asked for, and the command ends with 0', async () => {
  expect(await run('sample 2 --authority bryniau')).toMatchObject({ code: 0, out: 'Added 2.\n', err: '' })
  expect(await run('sample 2 --authority bryniau --json')).toMatchObject({ code: 0, json: { added: 2 } })
  expect(await run('--json sample 2 --authority bryniau')).toMatchObject({ code: 0, json: { added: 2 } })
})

test('findings end with 1', async () => {
  expect((await run('sample 1 --authority bryniau')).code).toBe(1)
})

test('a refusal is one sentence, in the language asked for, and ends with 2', async () => {
  expect(await run('sample 4 --authority bryniau')).toMatchObject({ code: 2, out: '', err: 'size: Too many.\n' })
  expect((await run('sample 4 --authority bryniau --language cy')).err).toBe('size: Gormod.\n')
  expect((await run('sample 4 --authority bryniau --language=cy')).err).toBe('size: Gormod.\n')
  expect((await run('sample 4 --authority bryniau', { language: 'cy' })).err).toBe('size: Gormod.\n')
  expect(await run('sample 4 --authority bryniau --json')).toMatchObject({
    code: 2,
    json: { refused: [{ code: 'too-many', message: 'Too many.', field: 'size' }] },
  })
})

test('wrong words end with 2: a value that does not fit, an unknown authority, option or command, a missing option', async () => {
  expect((await run('sample two --authority bryniau')).code).toBe(2)
  expect(await run('sample 2 --authority nowhere')).toMatchObject({
    code: 2,
    err: 'authority: There is no authority with the reference “nowhere”.\n',
  })
  for (const words of ['sample 2 --authority bryniau --loud', 'nonsense', 'sample 2', 'sample --authority bryniau'])
    expect((await run(words)).code, words).toBe(2)
})

test.each([
  ['nonsense', 'unknown-command', /^There is no command “nonsense”/, /^Nid oes gorchymyn “nonsense”/],
  ['sample 2 --authority bryniau --loud', 'unknown-option', /no option “--loud”/, /opsiwn “--loud”/],
  ['sample 2', 'missing-mandatory-option-value', /needs the option “--authority/, /angen yr opsiwn “--authority/],
  ['sample --authority bryniau', 'missing-argument', /^Say which size/, /^Dywedwch pa size/],
  ['sample 2 --authority', 'option-missing-argument', /needs something after it/, /angen rhywbeth ar ôl/],
  ['sample 2 3 --authority bryniau', 'excess-arguments', /more words than/, /mwy o eiriau/],
])('wrong words are told in one sentence, in the language asked for: %s', async (words, code, english, welsh) => {
  const ran = await run(`${words} --json`)
  expect([ran.code, ran.json]).toMatchObject([2, { refused: [{ code }] }])
  expect(ran.err).toMatch(english)
  expect(ran.err.trim().split('\n')).toHaveLength(1)
  expect((await run(words, { language: 'cy' })).err).toMatch(welsh)
})

test('a fault of ours ends with 3', async () => {
  const ran = await run('broken')
  expect(ran.code).toBe(3)
  expect(ran.err).toMatch(/a bug/)
})

test('a database that cannot be opened is told in one sentence and ends with 2', async () => {
  const message = { en: 'Canlyn is running on this folder.', cy: 'Mae Canlyn yn rhedeg ar y ffolder hon.' }
  const openRuntime = () => Promise.reject(new CommandRefused({ kind: 'unavailable', code: 'folder-in-use', message }))
  expect(await run('sample 2 --authority bryniau', { openRuntime })).toMatchObject({ code: 2, err: `${message.en}\n` })
})

test('help and version are no errors', async () => {
  expect((await run('--help')).code).toBe(0)
  expect(await run('--version')).toMatchObject({ code: 0, out: '0.0.0\n' })
})

test('what is done on the command line is audited by the name of the computer’s user, without what was typed after the command', async () => {
  await run('sample 2 --authority bryniau')
  const entry = await database.asOwner((tx) =>
    tx.selectFrom('platform.audit_entry').selectAll().orderBy('sequence', 'desc').executeTakeFirstOrThrow(),
  )
  expect(entry).toMatchObject({
    actor_kind: 'system',
    actor_name: 'gweinyddwr',
    via: 'command',
    at_page: 'canlyn sample',
  })
})
