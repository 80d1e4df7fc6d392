/**
 * What somebody wants and is not agreed yet, as a Goal that is `proposed` (or `rejected`, or `cancelled` by whoever proposed it), in the
 * words of whoever said it. A wish that was agreed travels with the Goal that it became, so that nobody counts it twice.
 */
import { type ExchangedWish, ExchangedWish as Wish, wishName } from './exchanged-around.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import {
  at,
  codeIn,
  codeOf,
  dayIn,
  extensionOf,
  fieldsIn,
  type Json,
  listAt,
  type Resource,
  textAt,
} from './fhir-json.ts'
import { find, keep, languageOf, type Reading } from './fhir-reading.ts'
import { carerOf } from './fhir-related-person.ts'
import { inLanguage, pointer, type Writing } from './fhir-writing.ts'

const LIFE = { waiting: 'proposed', declined: 'rejected', withdrawn: 'cancelled' } as const

export const wishKey = (wish: ExchangedWish) => `wish ${wishName(wish)}`

/** For the Goal that came of it. */
export function wishesThatBecame({ plan }: Writing, ref: string): readonly Json[] {
  return plan.wishes
    .filter(({ becameRef }) => becameRef === ref)
    .flatMap((wish) => extensionOf(EXTENSIONS.wish, FIELDS.wish, wish))
}

/** Of a wish that became nothing, at least not yet. */
export function wishOf(writing: Writing, wish: ExchangedWish): Resource {
  return {
    resourceType: 'Goal',
    extension: extensionOf(EXTENSIONS.wish, FIELDS.wish, { ...wish, ownWords: null, ownWordsLanguage: null }),
    lifecycleStatus: wish.state === 'agreed' ? 'accepted' : LIFE[wish.state],
    category: wish.outcomeRef ? [codeOf(SYSTEMS.catalogue, wish.outcomeRef)] : undefined,
    description: { text: wish.ownWords, _text: inLanguage(wish.ownWordsLanguage) },
    subject: pointer(writing, 'person'),
    startDate: wish.proposedOn,
    statusDate: wish.answeredOn,
    statusReason: wish.answer,
    expressedBy:
      wish.proposedBy === 'person'
        ? pointer(writing, 'person')
        : wish.proposedBy === 'carer'
          ? carerOf(writing)
          : undefined,
  }
}

/** Whether a Goal is a wish: ours say so, and any other where it is proposed or was rejected. */
export function isWish(goal: Resource): boolean {
  const own = fieldsIn(goal, EXTENSIONS.wish, FIELDS.wish)
  return (
    goal.lifecycleStatus === 'proposed' || goal.lifecycleStatus === 'rejected' || own.some(({ ownWords }) => !ownWords)
  )
}

export function wishIn(reading: Reading, goal: Resource, language: string): ExchangedWish[] {
  const [own = {}] = fieldsIn(goal, EXTENSIONS.wish, FIELDS.wish)
  const expressedBy = find(reading, textAt(goal, 'expressedBy', 'reference'))
  const read = keep(reading, goal, Wish, {
    ...EMPTY,
    proposedBy:
      expressedBy === reading.patient ? 'person' : expressedBy?.resourceType === 'RelatedPerson' ? 'carer' : 'worker',
    proposedByName: textAt(goal, 'expressedBy', 'display') ?? '',
    proposedOn: dayIn(textAt(goal, 'startDate')) ?? dayIn(textAt(goal, 'statusDate')),
    state: goal.lifecycleStatus === 'rejected' ? 'declined' : 'waiting',
    answeredOn: goal.lifecycleStatus === 'rejected' ? (dayIn(textAt(goal, 'statusDate')) ?? null) : null,
    answer: textAt(goal, 'statusReason') ?? '',
    ...said(own),
    ownWords: textAt(goal, 'description', 'text'),
    ownWordsLanguage: languageOf(at(goal, 'description', '_text')) ?? language,
    outcomeRef:
      listAt(goal, 'category')
        .map((one) => codeIn(one, SYSTEMS.catalogue))
        .find((code) => code) ?? null,
  })
  return read ? [read] : []
}

/** The wishes that became the outcome of this Goal. */
export function agreedWishesIn(goal: Resource, becameRef: string): ExchangedWish[] {
  return fieldsIn(goal, EXTENSIONS.wish, FIELDS.wish).flatMap((own) => {
    const read = Wish.safeParse({ ...EMPTY, ...said(own), becameRef })
    return read.success ? [read.data] : []
  })
}

const EMPTY = {
  whyItMatters: '',
  canDoNow: '',
  outcomeRef: null,
  proposedByName: '',
  answeredOn: null,
  answeredByName: null,
  answer: '',
  becameRef: null,
}

const said = (own: Json) => Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))

/** Wishes in the order they were said. */
export function inOrder(a: ExchangedWish, b: ExchangedWish): number {
  return a.proposedOn.localeCompare(b.proposedOn) || a.ownWords.localeCompare(b.ownWords)
}
