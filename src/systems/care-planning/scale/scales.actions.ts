/** Looking at the scales, and recording that the authority is registered for one, or holds its licence. */
import { z } from 'zod'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { DayInput, requiredProse } from '../form-values.ts'
import { isUsable, newestScales, type ScaleFramework, scaleFrameworks } from './scale.framework.ts'
import { rangeOf, type WeightedItems } from './scale.ts'
import { findRegistration, listRegistrations, setRegistration } from './scale-registration.store.ts'
import { readInstrument, readItems, type ScaleRegistration } from './scale-registration.ts'

export type KnownScale = {
  readonly scale: ScaleFramework
  readonly registration: ScaleRegistration | undefined
  readonly isUsable: boolean
  /** It comes as a slot, which the authority fills itself. */
  readonly isSlot: boolean
}

export const browseScales = defineAction({
  name: 'care-planning.browse-scales',
  title: { en: 'Looked at the scales', cy: 'Edrych ar y graddfeydd' },
  permission: 'catalogue:read',
  input: z.object({}),
  async run({ tx, actor, runtime }) {
    const registrations = await listRegistrations(tx, actor.authorityId)
    const slots = new Set(
      runtime.frameworks
        .list(scaleFrameworks)
        .flatMap(({ id, scoring }) => (scoring.method === 'licensed-slot' ? [id] : [])),
    )
    return accepted<readonly KnownScale[]>(
      newestScales(runtime.frameworks, registrations).map((scale) => {
        const registration = registrations.find((one) => one.scale === scale.id)
        return { scale, registration, isUsable: isUsable(scale, registration), isSlot: slots.has(scale.id) }
      }),
    )
  },
})

const A_NUMBER = bilingualIssue('Enter a number, such as 0.5', 'Rhowch rif, er enghraifft 0.5')
const Amount = (otherwise: number) =>
  z.preprocess((value) => (value === '' || value === undefined ? otherwise : value), z.coerce.number(A_NUMBER))

export const RegistrationInput = z.object({
  scale: z.string(),
  version: z.coerce.number().int().min(0),
  registeredOn: DayInput,
  reference: requiredProse(
    'Give the number or the date of the registration or licence',
    'Rhowch rif neu ddyddiad y cofrestriad neu’r drwydded',
    200,
  ),
  items: z.string().max(20_000).default(''),
  instrument: z.string().max(20_000).default(''),
  better: z.enum(['higher', 'lower']).default('higher'),
  constant: Amount(0),
  factor: Amount(1),
})
type RegistrationInput = z.infer<typeof RegistrationInput>

export const registerScale = defineAction({
  name: 'care-planning.register-scale',
  title: { en: 'Recorded that a scale may be used', cy: 'Cofnodi y caniateir defnyddio graddfa' },
  permission: 'scales:register',
  input: RegistrationInput,
  async run({ tx, actor, clock, runtime, audit }, input) {
    const scale = runtime.frameworks.list(scaleFrameworks).findLast(({ id }) => id === input.scale)
    if (!scale) return refused(NO_SUCH_SCALE)
    if (scale.licence.kind === 'free') return refused(NOTHING_TO_REGISTER)
    if (Temporal.PlainDate.compare(input.registeredOn, clock.today()) > 0) return refused(IN_THE_FUTURE)
    const wording = wordingOf(scale, input)
    if (!wording.ok) return wording
    const before = await findRegistration(tx, actor.authorityId, scale.id)
    const { registeredOn, reference } = input
    const given = { scale: scale.id, registeredOn, reference, recordedBy: actor.name, ...wording.value }
    if (!(await setRegistration(tx, actor.authorityId, given, input.version)))
      return refused(staleVersion(input.version, before?.version ?? 0))
    audit({
      recordType: 'care-planning.scale-registration',
      recordId: scale.id,
      before: before && { registeredOn: before.registeredOn.toString(), reference: before.reference },
      after: { registeredOn: registeredOn.toString(), reference },
    })
    return accepted({ scale: scale.id })
  },
})

/** The wording of the items, or what fills the slot, as the kind of scale asks. */
function wordingOf(
  { scoring }: ScaleFramework,
  input: RegistrationInput,
): Result<Pick<ScaleRegistration, 'items' | 'instrument'>> {
  if (scoring.method === 'sum-to-metric') {
    const items = readItems(input.items, scoring.items)
    return items.ok ? accepted({ items: items.value, instrument: undefined }) : items
  }
  const items = readInstrument(input.instrument)
  if (!items.ok) return items
  if (items.value.length === 0) return accepted({ items: [], instrument: undefined })
  const { better, constant, factor } = input
  const instrument: WeightedItems = { method: 'weighted-items', better, constant, factor, items: items.value }
  const range = rangeOf(instrument)
  if (range && range.lowest === range.highest) return refused(NO_SPAN)
  return accepted({ items: [], instrument })
}

export const NO_SUCH_SCALE: Refusal = {
  kind: 'not-found',
  code: 'no-such-scale',
  message: { en: 'There is no such scale.', cy: 'Nid oes graddfa o’r fath.' },
}
const NOTHING_TO_REGISTER: Refusal = {
  kind: 'conflict',
  code: 'scale-is-free',
  message: {
    en: 'This scale is free to use; nothing needs to be recorded.',
    cy: 'Mae’r raddfa hon am ddim i’w defnyddio; nid oes angen cofnodi dim.',
  },
}
const IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'registered-in-the-future',
  field: 'registeredOn',
  message: { en: 'The day cannot be in the future.', cy: 'Ni all y diwrnod fod yn y dyfodol.' },
}
const NO_SPAN: Refusal = {
  kind: 'invalid',
  code: 'scale-without-span',
  field: 'factor',
  message: {
    en: 'With these values every answer would give the same score.',
    cy: 'Gyda’r gwerthoedd hyn byddai pob ateb yn rhoi’r un sgôr.',
  },
}
