/** Adding a person, with those they may already be shown first; and changing what is known of one. */
import { z } from 'zod'
import { RecordId, Reference } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { type Area, listAreas } from '../../commissioning/index.ts'
import { DayInput, optional, Prose, Version } from '../form-values.ts'
import { likenessOf } from './likeness.ts'
import { NO_SUCH_PERSON } from './person.actions.ts'
import { findPerson } from './person.store.ts'
import { NeedGroup, type Person } from './person.ts'
import { insertPerson, listNames, type NamedRecord, type PersonFacts, updatePerson } from './person-write.store.ts'

const name = (en: string, cy: string) => z.string(bilingualIssue(en, cy)).trim().min(1, bilingualIssue(en, cy)).max(200)

const FACTS = {
  givenName: name('Enter their given names', 'Rhowch eu henwau cyntaf'),
  familyName: name('Enter their family name', 'Rhowch eu cyfenw'),
  knownAs: z.string().trim().max(200).default(''),
  bornOn: optional(DayInput).transform((born) => born ?? null),
  language: z.enum(
    Language.options,
    bilingualIssue('Choose the language they ask for', 'Dewiswch yr iaith y maent yn gofyn amdani'),
  ),
  areaId: z.coerce
    .number(bilingualIssue('Choose where they live', 'Dewiswch ble maent yn byw'))
    .int()
    .positive(bilingualIssue('Choose where they live', 'Dewiswch ble maent yn byw')),
  needGroup: z.enum(NeedGroup.options, bilingualIssue('Choose the need', 'Dewiswch yr angen')),
  whatMatters: Prose,
  whatMattersLanguage: optional(Language).transform((language) => language ?? null),
}

export type PersonForm = { readonly areas: readonly Area[]; readonly person: Person | undefined }

export const openPersonForm = defineAction({
  name: 'care-planning.open-person-form',
  title: { en: 'Opened the form of a person', cy: 'Agor ffurflen person' },
  permission: 'people:change',
  input: z.object({ personId: optional(RecordId) }),
  async run({ tx, actor }, { personId }) {
    const person = personId === undefined ? undefined : await findPerson(tx, actor.authorityId, personId)
    if (personId !== undefined && !person) return refused(NO_SUCH_PERSON)
    return accepted<PersonForm>({ areas: await listAreas(tx, actor.authorityId), person })
  },
})

const LIKE_SHOWN = 10

export const addPerson = defineAction({
  name: 'care-planning.add-person',
  title: { en: 'Added a person', cy: 'Ychwanegu person' },
  permission: 'people:change',
  input: z.object({
    ...FACTS,
    ref: optional(Reference),
    /** Said by whoever looked at those who are alike: this is somebody else. */
    isSomebodyElse: z.preprocess((value) => value === true || value === 'yes', z.boolean()),
  }),
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    const faults = await checkFacts(context, input)
    if (!faults.ok) return faults
    if (!input.isSomebodyElse) {
      const alike = await listAlike(context, input)
      if (alike.length > 0) return refused(mayBe(alike))
    }
    const personId = await insertPerson(tx, actor.authorityId, input, { ref: input.ref, startedOn: clock.today() })
    if (personId === undefined) return refused(REFERENCE_TAKEN)
    audit({ recordType: 'care-planning.person', recordId: personId, after: shown(input) })
    return accepted({ personId })
  },
})

export const changePerson = defineAction({
  name: 'care-planning.change-person',
  title: { en: 'Changed what is known of a person', cy: 'Newid yr hyn a wyddys am berson' },
  permission: 'people:change',
  input: z.object({ personId: RecordId, version: Version, ...FACTS }),
  async run(context, input) {
    const { tx, actor, audit } = context
    const person = await findPerson(tx, actor.authorityId, input.personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const faults = await checkFacts(context, input)
    if (!faults.ok) return faults
    if (!(await updatePerson(tx, actor.authorityId, input, input)))
      return refused(staleVersion(input.version, person.version))
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      before: shown(person),
      after: shown(input),
    })
    return accepted({ personId: input.personId })
  },
})

/** Those of the records one may see that may be of the person described. */
async function listAlike({ tx, actor }: ActionContext, facts: PersonFacts): Promise<readonly NamedRecord[]> {
  return (await listNames(tx, actor.authorityId)).filter((one) => likenessOf(one, facts)).slice(0, LIKE_SHOWN)
}

async function checkFacts({ tx, actor, clock }: ActionContext, facts: PersonFacts): Promise<Result<undefined>> {
  if (facts.bornOn && Temporal.PlainDate.compare(facts.bornOn, clock.today()) > 0) return refused(BORN_IN_FUTURE)
  if (facts.bornOn && facts.bornOn.until(clock.today(), { largestUnit: 'years' }).years > 125)
    return refused(BORN_TOO_LONG_AGO)
  const areas = await listAreas(tx, actor.authorityId)
  return areas.some(({ areaId }) => areaId === facts.areaId) ? accepted(undefined) : refused(NO_SUCH_AREA)
}

function shown(facts: PersonFacts) {
  const { givenName, familyName, knownAs, language, areaId, needGroup, whatMatters } = facts
  return {
    givenName,
    familyName,
    knownAs: knownAs || null,
    bornOn: facts.bornOn?.toString() ?? null,
    language,
    areaId,
    needGroup,
    whatMatters,
  }
}

/** The refusal's code tells the form to show those who are alike; programs read them in its message. */
function mayBe(alike: readonly NamedRecord[]): Refusal {
  const names = alike.map((one) => `${one.givenName} ${one.familyName} (${one.ref})`).join(', ')
  return {
    kind: 'conflict',
    code: 'may-be-known-already',
    field: 'isSomebodyElse',
    message: {
      en: `This may be somebody who is known already: ${names}. Look at them first; if it is somebody else, say so below.`,
      cy: `Gall hwn fod yn rhywun sy’n hysbys eisoes: ${names}. Edrychwch arnynt yn gyntaf; os rhywun arall ydyw, dywedwch hynny isod.`,
    },
  }
}

const REFERENCE_TAKEN: Refusal = {
  kind: 'conflict',
  code: 'reference-taken',
  field: 'ref',
  message: {
    en: 'Another person has this reference. Leave it empty to be given one.',
    cy: 'Mae gan berson arall y cyfeirnod hwn. Gadewch ef yn wag i gael un.',
  },
}
const BORN_IN_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'born-in-the-future',
  field: 'bornOn',
  message: { en: 'The day of birth cannot be in the future.', cy: 'Ni all y dyddiad geni fod yn y dyfodol.' },
}
const BORN_TOO_LONG_AGO: Refusal = {
  kind: 'invalid',
  code: 'born-too-long-ago',
  field: 'bornOn',
  message: {
    en: 'That would make them older than 125. Check the year.',
    cy: 'Byddai hynny’n eu gwneud yn hŷn na 125. Gwiriwch y flwyddyn.',
  },
}
const NO_SUCH_AREA: Refusal = {
  kind: 'invalid',
  code: 'no-such-area',
  field: 'areaId',
  message: { en: 'Choose where they live.', cy: 'Dewiswch ble maent yn byw.' },
}
