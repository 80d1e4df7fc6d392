/** How the catalogue is arranged. */
import { expect, it } from 'vitest'
import { anOutcome } from '../commissioning.fixtures.ts'
import { arrangeCatalogue, type Outcome } from './outcome.ts'

const numbered = (ref: string, facts: Parameters<typeof anOutcome>[0] = {}): Outcome => ({
  ...anOutcome({ ref, ...facts }),
  outcomeId: 1,
  version: 1,
})

it('puts each local outcome under the national one it is part of', () => {
  const { families, unmapped } = arrangeCatalogue([
    numbered('L1', { nationalRef: 'N-4.2' }),
    numbered('N-4.2', { level: 'national', nationalRef: null }),
  ])
  expect(families.map((family) => [family.national.ref, family.locals.map((local) => local.ref)])).toEqual([
    ['N-4.2', ['L1']],
  ])
  expect(unmapped).toEqual([])
})

it('keeps apart local outcomes that map to nothing, or to a national outcome that is not there', () => {
  const { unmapped } = arrangeCatalogue([
    numbered('L1', { nationalRef: null }),
    numbered('L2', { nationalRef: 'N-9.9' }),
  ])
  expect(unmapped.map((outcome) => outcome.ref)).toEqual(['L1', 'L2'])
})

it('orders by number, so the tenth stands after the ninth', () => {
  const national = { level: 'national', nationalRef: null } as const
  const { families } = arrangeCatalogue([numbered('N-2.10', national), numbered('N-2.9', national)])
  expect(families.map((family) => family.national.ref)).toEqual(['N-2.9', 'N-2.10'])
})
