/** The rules of being signed in: how long it lasts, whose records one reaches, where one goes next. */
import { describe, expect, it } from 'vitest'
import { hasEnded, knownRoles, safeReturnPath, standingOf } from './session.ts'
import { authorityOfToken, hashOf, newSessionToken } from './session-token.ts'

const at = (time: string) => Temporal.Instant.from(`2026-03-03T${time}Z`)

describe('a session', () => {
  it.each([
    ['09:30:00', false],
    ['09:30:00.001', true],
  ])('left alone since nine has ended at %s: %s', (now, ended) => {
    expect(hasEnded({ lastSeenAt: at('09:00:00'), endsAt: at('21:00:00') }, at(now), 30)).toBe(ended)
  })

  it.each([
    ['21:00:00', false],
    ['21:00:00.001', true],
  ])('that may last until nine in the evening has ended at %s: %s', (now, ended) => {
    expect(hasEnded({ lastSeenAt: at(now), endsAt: at('21:00:00') }, at(now), 30)).toBe(ended)
  })
})

describe('whose records somebody reaches', () => {
  it('is the whole authority for its staff', () => {
    expect(standingOf({ roles: ['broker'], providerId: null, personIds: [] })?.scope).toEqual({ kind: 'authority' })
  })

  it('is one provider for those who work there, and nothing where it is not known which', () => {
    expect(standingOf({ roles: ['provider-manager'], providerId: 12, personIds: [] })?.scope).toEqual({
      kind: 'provider',
      providerId: 12,
    })
    expect(standingOf({ roles: ['provider-manager'], providerId: null, personIds: [] })).toBeUndefined()
  })

  it('is their own record for a person, and nothing where it is not known which', () => {
    expect(standingOf({ roles: ['carer'], providerId: null, personIds: [41] })?.scope).toEqual({
      kind: 'own',
      personIds: [41],
    })
    expect(standingOf({ roles: ['carer'], providerId: null, personIds: [] })).toBeUndefined()
  })

  it('never mixes reaches: a social worker who is also a carer speaks for nobody’s outcomes at work', () => {
    const standing = standingOf({ roles: ['social-worker', 'carer'], providerId: null, personIds: [41] })
    expect(standing).toEqual({ roles: ['social-worker'], scope: { kind: 'authority' } })
  })

  it('is nothing without a role, and a role that nobody knows is none', () => {
    expect(standingOf({ roles: [], providerId: 12, personIds: [41] })).toBeUndefined()
    expect(knownRoles(['tea-maker', 'broker', 7, null, 'Broker'])).toEqual(['broker'])
  })
})

describe('the way back after signing in', () => {
  it.each(['/people?page=2&name=x', '/', '/cy/contracts'])('%s is kept', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })

  it.each([
    undefined,
    '',
    'people',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/x/..//elsewhere.example',
    'https://elsewhere.example',
    '/people\r\nSet-Cookie: x=1',
    '/sign-in?return=/sign-in',
    '/cy/sign-out',
  ])('%j becomes the home page', (path) => {
    expect(safeReturnPath(path)).toBe('/')
  })
})

describe('the secret of a session', () => {
  it('says in which authority to look, and only when we can have made it', () => {
    const token = newSessionToken(7)
    expect(authorityOfToken(token)).toBe(7)
    for (const forged of ['', '7', `7.${'x'.repeat(42)}`, `7.${'x'.repeat(44)}`, `-7.${'x'.repeat(43)}`, ` ${token}`])
      expect(authorityOfToken(forged), forged).toBeUndefined()
  })

  it('is new each time, and is not what the database keeps', () => {
    const [one, other] = [newSessionToken(1), newSessionToken(1)]
    expect(one).not.toBe(other)
    expect(hashOf(one)).not.toContain(one.slice(2))
  })
})
