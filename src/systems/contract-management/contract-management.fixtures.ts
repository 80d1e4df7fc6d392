/** Small, named contracts for tests: say only what the test is about. */
import { penceOf } from '../../kernel/money.ts'
import type { ContractFacts } from './contract-register/contract-register.ts'

export function aContract(facts: Partial<ContractFacts> & Pick<ContractFacts, 'providerId'>): ContractFacts {
  return {
    ref: 'C-3',
    title: { en: 'Home care in the Upper Valley', cy: 'Gofal cartref yn y Cwm Uchaf' },
    lot: '3',
    route: 'framework',
    service: 'home-care',
    model: 2,
    startsOn: Temporal.PlainDate.from('2025-04-01'),
    endsOn: Temporal.PlainDate.from('2029-03-31'),
    ratePerHourPence: penceOf(2345),
    lateToleranceMinutes: 15,
    shortTolerancePercent: 80,
    areaIds: [],
    outcomeIds: [],
    ...facts,
  }
}
