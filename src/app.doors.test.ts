/** Walks every declared door as every persona and as nobody: what is declared is what happens, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from './app.fixtures.ts'
import { findRecordKind } from './platform/audit/record-kind.ts'
import type { Door } from './platform/http/doors.ts'
import { mayOpen } from './platform/http/navigation.ts'
import { Visitor } from './platform/http/site.fixtures.ts'
import { ROLES, type Role } from './platform/permissions/role.ts'
import { actorOfUser } from './platform/session/session.ts'

let world: TestWorld
const everyday = new Map<Role | 'nobody', Visitor>()
const roles = Object.keys(ROLES) as Role[]

beforeAll(async () => {
  world = await openTestWorld()
  everyday.set('nobody', new Visitor(world.app, undefined))
  for (const role of roles) everyday.set(role, await world.signIn(role))
}, 120_000)
afterAll(() => world.database.close())

/** The door's address with an id of the small authority at each parameter; what is not known is a record that does not exist. */
function addressOf(door: Door, ids = world.ids): string {
  return door.path.replaceAll(PARAMETER, (_, inPage, _pattern, inApi) =>
    encodeURIComponent(ids[inPage ?? inApi] ?? '987654321'),
  )
}

/** `:personId` in the path of a page, `{personId}` in that of the API. */
const PARAMETER = /:([A-Za-z]+)(\{[^}]*\})?|\{([A-Za-z]+)\}/g

function isAllowed(role: Role | 'nobody', door: Door): boolean {
  const user = role === 'nobody' ? undefined : world.personas.get(role)
  const actor = user && actorOfUser(user, 'en')
  // A history is open to those who may read histories and, besides, the record that it is of (or the whole log).
  const isHistory = door.path.includes('/history/')
  const record = isHistory ? findRecordKind(world.ids.recordType!) : undefined
  return mayOpen(actor, door.access) && (!record || mayOpen(actor, [record.permission, 'audit:read']))
}

async function knock(door: Door, role: Role | 'nobody'): Promise<Response> {
  const address = addressOf(door)
  if (door.method === 'get') return everyday.get(role)!.get(address)
  // Some of these sign the browser out, so each knocks with a session of its own.
  const visitor = role === 'nobody' ? everyday.get(role)! : await world.signIn(role)
  if (door.kind === 'page') return visitor.post(address)
  return visitor.api(door.method, address, {}, { 'If-Match': '"1"' })
}

const isSignIn = (response: Response) => /^(\/cy)?\/sign-in/.test(response.headers.get('location') ?? '')

/** Sends the door's form with a token that we never gave: uploads as browsers send files, the others as they send fields. */
function sendForged(visitor: Visitor, door: Door): Promise<Response> {
  if (door.body === 'form') return visitor.post(addressOf(door), { _csrf: 'forged' })
  const form = new FormData()
  form.set('_csrf', 'forged')
  form.set('file', new File(['area_ref\nA01\n'], 'areas.csv'))
  return visitor.send(addressOf(door), form)
}

/** What an answer means for the one who knocked. */
async function verdictOf(response: Response): Promise<string> {
  if (response.status === 401 || (response.status === 303 && isSignIn(response))) return 'sign in first'
  if (response.status === 403) {
    const text = await response.text()
    return /not-allowed|Your role does not include this|do not have permission/.test(text) ? 'forbidden' : 'let in'
  }
  return response.status >= 500 ? `broken: ${response.status}` : 'let in'
}

function verdictDeclared(role: Role | 'nobody', door: Door): string {
  if (isAllowed(role, door)) return 'let in'
  return role === 'nobody' ? 'sign in first' : 'forbidden'
}

/** Forms of visitors (signing in and out) are refused without a visitor's cookie, which `nobody` does not carry. */
const isFormOfNobody = (door: Door, role: Role | 'nobody') =>
  role === 'nobody' && door.kind === 'page' && door.method === 'post'

// Reading comes before the walk: whoever knocks at every door of the walk takes things away.
describe('every page', () => {
  const pages = () =>
    world.doors.declared.filter((door) => door.kind === 'page' && door.method === 'get' && !NOT_PAGES.has(door.path))

  it('speaks Welsh under /cy, and not a word of English', async () => {
    const english: string[] = []
    const read = new Set<string>()
    for (const door of pages()) {
      const role = roles.find((one) => isAllowed(one, door))!
      const visitor = door.path === '/sign-in' ? everyday.get('nobody')! : await world.signIn(role)
      const response = await visitor.get(`/cy${addressOf(door)}`)
      if (response.status === 200) read.add(door.path)
      if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await response.text()
      expect(html, door.path).toMatch(/<html lang="cy"/)
      for (const phrase of englishIn(html)) english.push(`/cy${door.path}: ${phrase}`)
    }
    expect(english).toEqual([])
    const unread = pages().filter((door) => !read.has(door.path) && !OTHER_STATES.has(door.path))
    expect(unread.map((door) => door.path)).toEqual([])
  }, 120_000)

  it('switches language without losing its place', async () => {
    for (const [path, other] of [
      ['/sign-in?return=%2Fpeople%3Fpage%3D2', '/cy/sign-in?return=%2Fpeople%3Fpage%3D2'],
      ['/cy/accessibility', '/accessibility'],
    ] as const)
      expect(await (await everyday.get('nobody')!.get(path)).text()).toContain(`href="${other}"`)
  })
})

describe('every door', () => {
  it('lets in whom it says and nobody else, and breaks for no one', async () => {
    const wrong: string[] = []
    // Reading first: some of the writes end every session of whoever makes them.
    const doors = world.doors.declared.toSorted((a, b) => Number(a.method !== 'get') - Number(b.method !== 'get'))
    for (const door of doors)
      for (const role of ['nobody', ...roles] as const) {
        if (isFormOfNobody(door, role) && door.access === 'public') continue
        if (door.path === '/readyz') continue
        const verdict = await verdictOf(await knock(door, role))
        const declared = verdictDeclared(role, door)
        if (verdict !== declared)
          wrong.push(`${door.method} ${door.path} as ${role}: declared ${declared}, found ${verdict}`)
      }
    expect(wrong).toEqual([])
  }, 240_000)

  it('is declared: the site has no route besides', () => {
    const pathOf = (path: string) => path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1')
    const declared = new Set(world.doors.declared.map((door) => `${door.method.toUpperCase()} ${pathOf(door.path)}`))
    const found = world.app.routes
      .filter((route) => route.method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(found)].filter((route) => !declared.has(route))).toEqual([])
    expect(declared.size).toBeGreaterThan(20)
    const everywhere = world.app.routes.filter((route) => route.method === 'ALL').map(({ path }) => path)
    expect([...new Set(everywhere)]).toEqual(['/*'])
  })

  it('takes no form without its token', async () => {
    const taken: string[] = []
    for (const door of world.doors.declared.filter(({ kind, method }) => kind === 'page' && method === 'post')) {
      const role = roles.find((one) => isAllowed(one, door))!
      const response = await sendForged(await world.signIn(role), door)
      if (response.status !== 403) taken.push(`${door.path}: ${response.status}`)
    }
    expect(taken).toEqual([])
  }, 120_000)
})

describe('the table of who may', () => {
  it('is written down in docs/who-may.md as it is (after a change: vitest -u)', async () => {
    await expect(whoMay(world.doors.declared)).toMatchFileSnapshot('../docs/who-may.md')
  })
})

describe('what belongs to others', () => {
  const ofSomebody =
    /providerId|visitRef|personId|contractId|packageId|personalOutcomeId|outcomeReviewId|outcomeProposalId|reablementEpisodeId|providerNoteId|receivedPlanId/

  it('is not there for a provider, a person or a carer, wherever they knock', async () => {
    const shown: string[] = []
    let knocks = 0
    for (const door of world.doors.declared.filter(({ method, path }) => method === 'get' && ofSomebody.test(path)))
      for (const role of ['provider-manager', 'provider-coordinator', 'person', 'carer'] as const) {
        if (!isAllowed(role, door)) continue
        knocks += 1
        const response = await (await world.signIn(role)).get(addressOf(door, world.othersIds))
        if (response.status !== 404) shown.push(`${door.path} as ${role}: ${response.status}`)
      }
    expect(shown).toEqual([])
    expect(knocks).toBeGreaterThan(8)
  }, 120_000)

  it('is there for the council, so that the records exist', async () => {
    const reviewer = await world.signIn('reviewer')
    for (const path of ['/people/:personId', '/contracts/:contractId'])
      expect((await reviewer.get(path.replaceAll(PARAMETER, (_, name) => world.othersIds[name]!))).status).toBe(200)
  })
})

/** Every door and every role, as a page of documentation. */
function whoMay(doors: readonly Door[]): string {
  const rows = doors
    .map((door) => [
      `\`${door.method.toUpperCase()} ${door.path}\``,
      door.access === 'public' ? '●' : '',
      ...roles.map((role) => (isAllowed(role, door) ? '●' : '')),
    ])
    .sort(([a = ''], [b = '']) => a.replace(/^`[A-Z]+ /, '').localeCompare(b.replace(/^`[A-Z]+ /, ''), 'en'))
  const head = ['', 'nobody', ...roles]
  return [
    '# Who may open which door',
    '',
    'Written by `src/app.doors.test.ts`, which knocks at every one of these as everybody. Whose records are behind a door is a second question, answered by row-level security.',
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map((_, index) => (index === 0 ? '---' : ':-:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n')
}

/** Doors that answer with something other than a page. */
const NOT_PAGES = new Set([
  '/healthz',
  '/readyz',
  '/assets/:file',
  '/api/openapi.json',
  '/imports/:importId{\\d+}/rejected.csv',
])

/** Open only while a record is in another state than the small authority's: a review that is no draft, a record that is restricted. Their own rooms' tests read them. */
const OTHER_STATES = new Set([
  '/reviews/:reviewId/sign',
  '/reviews/actions/:actionId',
  '/reviews/:reviewId/withdraw',
  '/people/:personId/open',
  '/people/:personId/merges/:personMergeId',
])

/** Words that English cannot do without and Welsh does not have. */
const ENGLISH = /\b(the|and|of|with|your|this|from|which|are|was|who|when)\b/gi

/** Stretches of English in what a Welsh page shows; people's own words in English are marked as such and left alone, as is code. */
function englishIn(html: string): readonly string[] {
  const text = html
    .replaceAll(/<(script|style|code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<([a-z0-9]+)\b[^>]*\blang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    // Codes (`next-of-kin`) are for programs and the same in both languages.
    .replaceAll(/[a-z]+(-[a-z]+)+/g, ' ')
    // Addresses are for programs and the same in both languages.
    .replaceAll(/(^|\s)\/[\w{}./-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
  return [...text.matchAll(ENGLISH)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 30))
}
