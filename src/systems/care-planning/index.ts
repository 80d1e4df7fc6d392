/** Care planning's front door: what other systems may ask of it. */
export { changeCircles, circleChange, type Support } from './circle/circle.store.ts'
export { findPersonByRef } from './person/person.store.ts'
export { type KnownPerson, listKnownPeople } from './person/person-import.store.ts'
export { type NamedPerson, namePeople } from './person/person-names.store.ts'
export { answerNote, readNotes, writeNote } from './provider-note/provider-note.actions.ts'
export { listNotable, type Notable } from './provider-note/provider-note.store.ts'
export { type MissedVisits, noteMissedVisits } from './situation/missed-visits.store.ts'
