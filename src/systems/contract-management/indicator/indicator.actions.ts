/** Saying what is watched under a contract: the indicators, their targets and baselines, and the outcome that each serves. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import type { Measure } from '../../../measures/measure.ts'
import { findMeasure, listMeasures } from '../../../measures/registry.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { listOutcomes, type Outcome } from '../../commissioning/index.ts'
import { findContract } from '../contract-register/contract-register.store.ts'
import type { Contract } from '../contract-register/contract-register.ts'
import { NO_SUCH_CONTRACT } from '../contract-register/no-such-contract.ts'
import { listIndicators, replaceIndicators } from './indicator.store.ts'
import { type Indicator, IndicatorInput, MOST_INDICATORS } from './indicator.ts'

export type WatchedContract = {
  readonly contract: Contract
  readonly indicators: readonly Indicator[]
  /** All outcomes that an indicator may serve. */
  readonly outcomes: readonly Outcome[]
  /** All measures that may be watched. */
  readonly measures: readonly Measure[]
}

export const openIndicators = defineAction({
  name: 'contract-management.open-indicators',
  title: { en: 'Looked at what is watched under a contract', cy: 'Edrych ar yr hyn a wylir o dan gontract' },
  permission: 'contracts:read',
  input: z.object({ contractId: RecordId }),
  async run({ tx, actor }, { contractId }) {
    const contract = await findContract(tx, actor.authorityId, contractId)
    if (!contract) return refused(NO_SUCH_CONTRACT)
    return accepted<WatchedContract>({
      contract,
      indicators: await listIndicators(tx, actor.authorityId, contractId),
      outcomes: await listOutcomes(tx, actor.authorityId),
      measures: listMeasures(),
    })
  },
})

export const changeIndicators = defineAction({
  name: 'contract-management.change-indicators',
  title: { en: 'Changed what is watched under a contract', cy: 'Newid yr hyn a wylir o dan gontract' },
  permission: 'contracts:change',
  input: z.object({
    contractId: RecordId,
    /** The version of the contract that was seen. */
    version: z.coerce.number().int().positive(),
    indicators: z.array(IndicatorInput).max(MOST_INDICATORS),
  }),
  async run(context, { contractId, version, indicators }) {
    const { tx, actor, audit } = context
    const contract = await findContract(tx, actor.authorityId, contractId)
    if (!contract) return refused(NO_SUCH_CONTRACT)
    const wrong = await whatIsWrong(context, indicators)
    const [first, ...others] = wrong
    if (first) return refused({ ...first, others })
    const before = await listIndicators(tx, actor.authorityId, contractId)
    const newVersion = await replaceIndicators(tx, actor.authorityId, { contractId, version }, indicators)
    if (newVersion === undefined) return refused(staleVersion(version, contract.version))
    audit({
      recordType: 'contract-management.contract',
      recordId: contractId,
      before: { indicators: before },
      after: { indicators },
    })
    return accepted({ contractId, version: newVersion })
  },
})

/** Every fault that needs the database or the registry to be seen; fields are named `indicators.2.target`. */
async function whatIsWrong(
  { tx, actor }: ActionContext,
  indicators: readonly IndicatorInput[],
): Promise<readonly Refusal[]> {
  const outcomes = new Set((await listOutcomes(tx, actor.authorityId)).map((outcome) => outcome.outcomeId))
  const seen = new Set<string>()
  return indicators.flatMap(({ measure: name, outcomeId, target }, index): readonly Refusal[] => {
    const measure = findMeasure(name)
    const at = (part: string) => `indicators.${index}.${part}`
    if (!measure) return [{ ...NO_SUCH_MEASURE, field: at('measure') }]
    if (seen.has(name)) return [{ ...WATCHED_TWICE, field: at('measure') }]
    seen.add(name)
    if (outcomeId !== null && !outcomes.has(outcomeId)) return [{ ...NO_SUCH_OUTCOME, field: at('outcomeId') }]
    if (measure.unit === 'share' && target !== null && target > 1) return [{ ...BEYOND_ALL, field: at('target') }]
    return []
  })
}

const NO_SUCH_MEASURE: Refusal = {
  kind: 'invalid',
  code: 'no-such-measure',
  message: { en: 'Choose a measure from the list.', cy: 'Dewiswch fesur o’r rhestr.' },
}
const WATCHED_TWICE: Refusal = {
  kind: 'invalid',
  code: 'watched-twice',
  message: {
    en: 'This measure is watched already, further up.',
    cy: 'Mae’r mesur hwn yn cael ei wylio’n barod, yn uwch i fyny.',
  },
}
const NO_SUCH_OUTCOME: Refusal = {
  kind: 'invalid',
  code: 'no-such-outcome',
  message: { en: 'Choose an outcome from the catalogue.', cy: 'Dewiswch ganlyniad o’r catalog.' },
}
const BEYOND_ALL: Refusal = {
  kind: 'invalid',
  code: 'share-beyond-all',
  message: { en: 'A share cannot be more than 100%.', cy: 'Ni all cyfran fod yn fwy na 100%.' },
}
