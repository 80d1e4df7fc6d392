/**
 * Bad input at every door: fields, questions in the address and bodies of programs filled with what nobody should send.
 * Whatever comes, the answer is a page or a problem that says so, never a failure of ours. Forms are read off their own pages,
 * the questions off the links that lead there, and bodies off the published description, so that a new door is tried by itself.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from './app.fixtures.ts'
import { wholeDocument } from './openapi.ts'
import type { Door } from './platform/http/doors.ts'
import { mayOpen } from './platform/http/navigation.ts'
import type { Visitor } from './platform/http/site.fixtures.ts'
import { ROLES, type Role } from './platform/permissions/role.ts'
import { actorOfUser } from './platform/session/session.ts'

let world: TestWorld
let failed: Failures
const roles = Object.keys(ROLES) as Role[]

beforeAll(async () => {
  world = await openTestWorld()
  failed = new Failures()
}, 120_000)
afterAll(() => world.database.close())

/** What is put in every field in turn: texts that a database, a date or a number cannot hold, and some that it can. */
const NASTY: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '-1',
  '0',
  '99999999999999999999',
  '1e308',
  '-1e308',
  'NaN',
  'Infinity',
  '0x10',
  '1,5',
  '2026-02-31',
  '+275760-09-14',
  '0000-03-03',
  '9999-12-31',
  '2026-03-29T01:30',
  "'; drop table care_planning.person; --",
  '<script>alert(1)</script>',
  'ŵŷâ\u0301\u202E👩‍👩‍👧‍👦',
  'y'.repeat(20_000),
]
const NASTY_VALUES: readonly unknown[] = [
  ...NASTY,
  null,
  true,
  -1,
  0.5,
  2 ** 53,
  1e308,
  [],
  [null],
  {},
  { a: { b: [] } },
]
const NASTY_IDS = ['0', '-1', '99999999999999999999', '1e3', '%00', '%F0%9F', 'ŵ', "1'--", 'undefined', '2026-02-31']

class Failures {
  readonly all: string[] = []
  tried = 0
  async note(answer: Promise<Response> | Response, what: string): Promise<Response> {
    const response = await answer
    this.tried += 1
    if (response.status >= 500) this.all.push(`${response.status} ${what}`)
    return response
  }
  /** What failed since the last time it was asked, and how many were tried. */
  take(): { failures: readonly string[]; tried: number } {
    const taken = { failures: this.all.splice(0), tried: this.tried }
    this.tried = 0
    return taken
  }
}

const PARAMETER = /:([A-Za-z]+)(\{[^}]*\})?|\{([A-Za-z]+)\}/g
const addressOf = (door: Door) =>
  door.path.replaceAll(PARAMETER, (_, page, _pattern, api) => encodeURIComponent(world.ids[page ?? api] ?? '987654321'))
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 40)

const visitors = new Map<Role, Visitor>()
/** Somebody who may open the door; a session of their own where the door may end it. */
async function visitorAt(door: Door, fresh: boolean): Promise<Visitor> {
  const role = roles.find((one) => mayOpen(actorOfUser(world.personas.get(one)!, 'en'), door.access))!
  const known = fresh ? undefined : visitors.get(role)
  if (known) return known
  const visitor = await world.signIn(role)
  if (!fresh) visitors.set(role, visitor)
  return visitor
}

/** The fields of a page's forms, but for the token and files, filled in as somebody in a hurry would. */
function filledIn(html: string): Readonly<Record<string, string>> {
  const filled: Record<string, string> = {}
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of html.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (!name || name === '_csrf' || /type="file"/.test(tag) || filled[name]) continue
    filled[name] = attribute(tag, 'value') || DATE_PART[name.split('-').at(-1) ?? ''] || 'Mynd â’r ci am dro'
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select\b[^>]*\bname="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    filled[name] = /<option[^>]*value="([^"]+)"/.exec(options)?.[1] ?? ''
  return filled
}
const DATE_PART: Readonly<Record<string, string>> = { day: '3', month: '3', year: '2026' }
const fieldsIn = (html: string) => Object.keys(filledIn(html))

/** Names of the questions in a page's links to itself. */
function questionsIn(html: string, path: string): readonly string[] {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const own = links.filter((href) => href.startsWith(`${path}?`))
  return [...new Set(own.flatMap((href) => [...new URLSearchParams(href.split('?')[1]).keys()]))]
}

const doorsOf = (kind: Door['kind'], method: (method: string) => boolean) =>
  world.doors.declared.filter((door) => door.kind === kind && method(door.method))
const isRead = (method: string) => method === 'get'

describe('bad input', () => {
  it('in the place of an id is not there, at any door', async () => {
    for (const door of world.doors.declared.filter(({ path, method }) => isRead(method) && /[:{]/.test(path))) {
      const visitor = await visitorAt(door, false)
      for (const id of NASTY_IDS) {
        const address = door.path.replaceAll(PARAMETER, () => id)
        await failed.note(visitor.get(address), address)
      }
    }
    const { failures, tried } = failed.take()
    expect(failures).toEqual([])
    expect(tried).toBeGreaterThan(500)
  }, 240_000)

  it('in the questions of an address asks for nothing worse than nothing', async () => {
    for (const door of doorsOf('page', isRead)) {
      const [visitor, path] = [await visitorAt(door, false), addressOf(door)]
      const page = await visitor.get(path)
      if (page.status !== 200 || !page.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await page.text()
      for (const name of new Set([
        ...questionsIn(html, path),
        ...(html.includes('method="get"') ? fieldsIn(html) : []),
      ]))
        for (const value of NASTY) {
          const address = `${path}?${new URLSearchParams({ [name]: value })}`
          await failed.note(visitor.get(address), `${path}?${name}=${shown(value)}`)
        }
    }
    const { failures, tried } = failed.take()
    expect(failures).toEqual([])
    expect(tried).toBeGreaterThan(500)
  }, 240_000)

  it('in a form is answered with the form, one field at a time and all at once', async () => {
    for (const door of doorsOf('page', (method) => !isRead(method))) {
      if (door.body !== 'form') continue
      const visitor = await visitorAt(door, true)
      const page = await visitor.get(addressOf(door))
      const filled = page.status === 200 ? filledIn(await page.text()) : {}
      for (const value of NASTY) {
        const all = Object.fromEntries(Object.keys(filled).map((name) => [name, value]))
        await failed.note((await visitorAt(door, true)).post(addressOf(door), all), `${door.path} all ${shown(value)}`)
      }
      for (const name of Object.keys(filled))
        for (const value of ['', '\u0000', '99999999999999999999', '1e308', '0000-03-03', '2026-02-31', '\uD800']) {
          const answer = (await visitorAt(door, true)).post(addressOf(door), { ...filled, [name]: value })
          await failed.note(answer, `${door.path} ${name} ${shown(value)}`)
        }
    }
    const { failures, tried } = failed.take()
    expect(failures).toEqual([])
    expect(tried).toBeGreaterThan(500)
  }, 240_000)

  it('in the body or the questions of a program is told as a problem, one value at a time', async () => {
    for (const { method, path, parameters, body } of callsOf(wholeDocument() as unknown as Document)) {
      const door = world.doors.declared.find((one) => one.kind === 'api' && one.method === method && one.path === path)
      if (!door) continue
      const [visitor, address] = [await visitorAt(door, false), addressOf(door)]
      const match = { 'If-Match': '"1"' }
      for (const name of parameters)
        for (const value of NASTY) {
          const asked = `${address}?${new URLSearchParams({ [name]: value })}`
          await failed.note(
            visitor.api(method, asked, body && sampleOf(body), match),
            `${path}?${name}=${shown(value)}`,
          )
        }
      if (!body) continue
      for (const value of NASTY_VALUES)
        await failed.note(visitor.api(method, address, value, match), `${method} ${path} ${shown(value)}`)
      const fitting = sampleOf(body)
      for (const name of Object.keys(body.properties ?? {}))
        for (const value of NASTY_VALUES) {
          const sent = { ...(fitting as object), [name]: value }
          await failed.note(visitor.api(method, address, sent, match), `${method} ${path} ${name} ${shown(value)}`)
        }
    }
    const { failures, tried } = failed.take()
    expect(failures).toEqual([])
    expect(tried).toBeGreaterThan(1000)
  }, 240_000)
})

type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly example?: unknown
  readonly default?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}
type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }
type Call = {
  readonly method: string
  readonly path: string
  readonly parameters: readonly string[]
  readonly body: Schema | undefined
}

/** What programs may call: with the questions in the address, and the body where there is one in JSON. */
function callsOf(document: Document): readonly Call[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method,
      path,
      parameters: (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
      body: operation.requestBody?.content['application/json']?.schema,
    })),
  )
}

/** A value that fits the schema, as far as the schema says what fits. */
function sampleOf(schema: Schema, name = ''): unknown {
  const said = schema.example ?? schema.default ?? schema.enum?.[0]
  if (said !== undefined) return said
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one) return sampleOf(one, name)
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, of]) => [key, sampleOf(of, key)]))
    case 'array':
      return schema.items ? [sampleOf(schema.items)] : []
    case 'integer':
    case 'number':
      return Number(world.ids[name] ?? schema.minimum ?? 1)
    case 'boolean':
      return true
    default:
      return schema.format === 'date' || /On$|^(from|to)$/.test(name) ? '2026-03-03' : 'Mynd â’r ci am dro'
  }
}
