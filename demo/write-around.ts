/** Writes how people are reached, who is around them and what they agreed to, for the people of one worker. */
import type { Actor } from '../src/platform/permissions/actor.ts'
import {
  addSomebody,
  openAround,
  recordConsent,
  recordOffer,
  saveContactDetails,
} from '../src/systems/care-planning/around/around.actions.ts'
import type { Act } from './act.ts'
import { ACCESS, AROUND, COMMUNICATION } from './care-words.ts'
import type { Person } from './people.ts'

export type Known = { readonly personId: number; readonly person: Person }

/** Of every five people: two with a carer, most reached by telephone, one who would not have their plan shared with family. */
export async function writeAround(
  act: Act,
  worker: Actor,
  people: readonly Known[],
  today: Temporal.PlainDate,
): Promise<void> {
  for (const [index, { personId, person }] of people.entries()) {
    const there = await act(worker, openAround, { personId })
    if (there.contact.version > 0) continue
    const { language } = person
    const of = <T>(list: readonly T[]): T => list[index % list.length]!
    await act(worker, saveContactDetails, {
      personId,
      version: 0,
      address: `${(index % 40) + 1} ${index % 2 ? 'Heol y Bont' : 'Stryd y Capel'}\n${language === 'cy' ? person.area.nameCy : person.area.nameEn}`,
      // Numbers and post codes that are kept for stories, and reach nobody.
      telephone: `01632 960${String(100 + index).padStart(3, '0')}`,
      postcode: '',
      contactBy: of(['telephone', 'telephone', 'letter', 'through-somebody', 'text']),
      communicationNeeds: of(COMMUNICATION)[language],
      accessNeeds: of(ACCESS)[language],
    })
    for (const around of [of(AROUND), ...(index % 3 === 0 ? [AROUND[(index + 3) % AROUND.length]!] : [])])
      await act(worker, addSomebody, {
        personId,
        kind: around.kind,
        name: around.name,
        whatTheyAre: around.whatTheyAre[language],
        livesWith: around.livesWith,
        since: person.startedOn.toString(),
        needs: around.needs?.[language] ?? '',
        ...(around.assessmentAnswer
          ? {
              assessmentOfferedOn: today.subtract({ days: 40 + index }).toString(),
              assessmentAnswer: around.assessmentAnswer,
            }
          : {}),
      })
    const said = { personId, how: 'spoken', answeredOn: person.startedOn.toString(), answeredBy: personName(person) }
    await act(worker, recordConsent, { ...said, what: 'share-with-provider', answer: 'given' })
    await act(worker, recordConsent, {
      ...said,
      what: 'share-with-family',
      answer: index % 5 === 3 ? 'refused' : 'given',
    })
    await act(worker, recordConsent, {
      ...said,
      what: 'contact-for-feedback',
      answer: index % 11 === 4 ? 'refused' : 'given',
    })
    // The offer is made to all but a few, who show that it has still to be.
    if (index % 6 !== 5)
      await act(worker, recordOffer, {
        personId,
        offeredOn: person.startedOn.toString(),
        offerAnswer: language === 'cy' ? 'welsh' : of(['english', 'both', 'english', 'no-preference']),
      })
  }
}

function personName(person: Person): string {
  return `${person.givenName} ${person.familyName}`
}
