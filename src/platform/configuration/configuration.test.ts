/** What an operator may set, and what production does not let pass. */
import { describe, expect, it } from 'vitest'
import { configurationFrom, isDemonstration, publicUrlOf } from './configuration.ts'

const PRODUCTION = {
  CANLYN_MODE: 'production',
  DATABASE_URL: 'postgres://db/canlyn',
  CANLYN_PUBLIC_URL: 'https://canlyn.example',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'canlyn',
}

function refusal(environment: Record<string, string>): string {
  const result = configurationFrom(environment)
  return result.ok ? '' : result.refusal.message.en
}

describe('the configuration', () => {
  it('has an answer for everything when nothing is set, and is then a demonstration on port 3000', () => {
    const result = configurationFrom({})
    if (!result.ok) throw new Error(result.refusal.message.en)
    expect(result.value).toMatchObject({ port: 3000, dataFolder: './data', mode: 'demonstration' })
    expect(publicUrlOf(result.value)).toBe('http://localhost:3000')
  })

  it('takes an empty variable for one that is not given', () => {
    expect(configurationFrom({ DATABASE_URL: '', PORT: '' })).toMatchObject({ ok: true, value: { port: 3000 } })
  })

  it('names the variable that cannot be understood', () => {
    expect(refusal({ PORT: 'many' })).toMatch(/^PORT: /)
    expect(refusal({ PORT: '65536' })).toMatch(/^PORT: /)
    expect(refusal({ PORT: '65535' })).toBe('')
    expect(refusal({ CANLYN_DEMO_SIZE: 'huge' })).toMatch(/^CANLYN_DEMO_SIZE: /)
  })
})

describe('production', () => {
  it('accepts what is safe, and offers no personas', () => {
    const result = configurationFrom(PRODUCTION)
    if (!result.ok) throw new Error(result.refusal.message.en)
    expect(isDemonstration(result.value)).toBe(false)
  })

  it.each([
    'DATABASE_URL',
    'CANLYN_PUBLIC_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
  ] as const)('refuses to start without %s', (name) => {
    expect(refusal({ ...PRODUCTION, [name]: '' })).toContain(name)
  })

  it.each(['CANLYN_PUBLIC_URL', 'OIDC_ISSUER'] as const)('refuses an open line in %s', (name) => {
    expect(refusal({ ...PRODUCTION, [name]: 'http://canlyn.example' })).toContain(name)
  })

  it('says everything that is missing at once', () => {
    expect(refusal({ CANLYN_MODE: 'production' }).split('\n')).toHaveLength(4)
  })

  it('cannot be told to show personas: there is no such setting, and the mode is one or the other', () => {
    expect(refusal({ ...PRODUCTION, CANLYN_MODE: 'production demonstration' })).toContain('CANLYN_MODE')
  })
})
