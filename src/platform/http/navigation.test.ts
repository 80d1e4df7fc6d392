/** Which paths somebody may open, and what stands in their navigation. */
import { describe, expect, it } from 'vitest'
import { type Actor, systemActor } from '../permissions/actor.ts'
import type { Role } from '../permissions/role.ts'
import type { Access, Door } from './doors.ts'
import { navigationFor, pathOpener } from './navigation.ts'

const page = (path: string, access: Access): Door => ({ kind: 'page', method: 'get', path, access, body: 'form' })
const as = (role: Role): Actor => ({ ...systemActor(1), kind: 'user', scope: { kind: 'authority' }, roles: [role] })

describe('a path', () => {
  const opens = pathOpener([
    page('/people', 'people:read'),
    page('/people/:personId', 'people:read'),
    page('/imports/:importId{\\d+}/rejected.csv', 'imports:read'),
    page('/accessibility', 'public'),
    { ...page('/users', 'users:manage'), method: 'post' },
  ])

  it('is open to those whom its door lets in, whatever is asked of it', () => {
    expect(opens(as('broker'), '/people?state=overdue#top')).toBe(true)
    expect(opens(as('finance-officer'), '/people?state=overdue')).toBe(false)
    expect(opens(as('finance-officer'), '/people/7')).toBe(false)
    expect(opens(undefined, '/people')).toBe(false)
    expect(opens(undefined, '/accessibility')).toBe(true)
  })

  it('is matched as a whole, patterns in it too', () => {
    expect(opens(as('finance-officer'), '/imports/12/rejected.csv')).toBe(false)
    expect(opens(as('finance-officer'), '/imports/twelve/rejected.csv')).toBe(true)
    expect(opens(as('finance-officer'), '/people/7/reviews')).toBe(true)
  })

  it('without a page behind it counts as open: whoever follows it will be told', () => {
    expect(opens(as('broker'), '/users')).toBe(true)
  })
})

describe('the navigation', () => {
  const label = { en: 'x', cy: 'x' }
  const entries = [
    { label, href: '/people', access: 'people:read', order: 20 },
    { label, href: '/', access: 'signed-in', order: 0 },
    { label, href: '/people/reviews', access: 'people:read', order: 30 },
  ] as const

  it('shows what one may open, in order, and marks the entry that lies nearest', () => {
    const shown = navigationFor(entries, as('broker'), '/people/reviews/7?tab=1')
    expect(shown.map(({ href, current }) => [href, current])).toEqual([
      ['/', false],
      ['/people', false],
      ['/people/reviews', true],
    ])
    expect(navigationFor(entries, as('finance-officer'), '/').map(({ href }) => href)).toEqual(['/'])
    expect(navigationFor(entries, undefined, '/')).toEqual([])
  })
})
