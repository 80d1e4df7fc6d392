/** The front door of contract management: contracts for the other systems. Which transaction asks decides what is seen. */

export {
  findContract,
  findContractByRef,
  listContracts,
  removeContract,
  type WrittenContract,
  writeContract,
} from './contract-register/contract-register.store.ts'
export {
  type Contract,
  type ContractFacts,
  ContractState,
  Route,
  stateOn,
} from './contract-register/contract-register.ts'
export { type KnownContract, listKnownContracts } from './contract-register/known-contracts.actions.ts'
export { listIndicators, writeIndicators } from './indicator/indicator.store.ts'
export type { Indicator } from './indicator/indicator.ts'
