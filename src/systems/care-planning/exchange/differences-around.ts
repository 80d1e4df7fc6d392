/** What differs of those around a person, and of what they said: new ones are added, how to reach somebody can be chosen, the rest stays. */
import { added, type ExchangeDifference, fieldsThatDiffer, listed } from './difference.ts'
import { consentName, type ExchangedContact, relationshipName, wishName } from './exchanged-around.ts'
import type { ExchangedPlan } from './exchanged-plan.ts'

const CONTACT_FIELDS = [
  'address',
  'postcode',
  'telephone',
  'email',
  'contactBy',
  'communicationNeeds',
  'accessNeeds',
  'nhsNumber',
] as const satisfies readonly (keyof ExchangedContact)[]

const RELATIONSHIP_FIELDS = ['whatTheyAre', 'telephone', 'language', 'livesWith', 'since', 'until'] as const

/** `ours` undefined: the person is new here. */
export function aroundDifferences(ours: ExchangedPlan | undefined, theirs: ExchangedPlan): ExchangeDifference[] {
  const own: Known = ours ? { ...ours, contact: ours.person.contact } : EMPTY
  return [
    ...contactDifferences(own.contact, theirs),
    ...theirs.around.flatMap((one) => {
      const of = relationshipName(one)
      const known = own.around.find((each) => relationshipName(each) === of)
      if (!known) return [added('relationship', of, 'name', one.name)]
      return fieldsThatDiffer('relationship', of, RELATIONSHIP_FIELDS, [known, one], [])
    }),
    ...listed('consent', theirs.consents, own.consents, {
      name: consentName,
      field: 'consent',
      shown: ({ answer }) => answer,
      isAdded: true,
    }),
    ...listed('offer', theirs.offers, own.offers, {
      name: ({ offeredOn }) => offeredOn,
      field: 'offer',
      shown: ({ answer }) => answer,
      isAdded: true,
    }),
    ...listed('wish', theirs.wishes, own.wishes, {
      name: wishName,
      field: 'wishState',
      shown: ({ state }) => state,
      isAdded: true,
    }),
    ...listed('band', theirs.bands, own.bands, {
      name: ({ fromOn }) => fromOn,
      field: 'band',
      shown: ({ band }) => band,
      isAdded: true,
    }),
  ]
}

type Known = Pick<ExchangedPlan, 'around' | 'consents' | 'offers' | 'wishes' | 'bands'> & {
  readonly contact?: ExchangedContact | null
}
const EMPTY: Known = { around: [], consents: [], offers: [], wishes: [], bands: [] }

/** Where nothing is known here of how to reach them, all of it is new. */
function contactDifferences(
  ours: ExchangedContact | null | undefined,
  { person }: ExchangedPlan,
): ExchangeDifference[] {
  const theirs = person.contact
  if (!theirs) return []
  if (ours) return fieldsThatDiffer('contact', person.ref, CONTACT_FIELDS, [ours, theirs], CONTACT_FIELDS)
  const shown = [theirs.address, theirs.postcode, theirs.telephone, theirs.email].filter(Boolean).join(', ')
  return [added('contact', person.ref, 'contact', shown || theirs.communicationNeeds || theirs.accessNeeds)]
}
