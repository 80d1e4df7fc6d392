/** What a person or a carer said of a review, each time as an Observation of its own with who said it as performer; written and read. */
import { type ExchangedReview, type ExchangedWord, ExchangedWord as Word } from './exchanged-plan.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import { at, codeIn, codeOf, dayIn, extensionOf, fieldsIn, type Resource, textAt } from './fhir-json.ts'
import { agentIn, find, keep, keepApart, languageOf, ofType, provenanceOf, type Reading } from './fhir-reading.ts'
import { carerOf } from './fhir-related-person.ts'
import { add, agentOf, inLanguage, pointer, type Writing } from './fhir-writing.ts'

export function addWords(writing: Writing, review: ExchangedReview): void {
  for (const [index, word] of review.words.entries()) addWord(writing, review, `word ${review.ref} ${index + 1}`, word)
}

function addWord(writing: Writing, review: ExchangedReview, key: string, word: ExchangedWord): void {
  const speaker = word.saidBy === 'person' ? pointer(writing, 'person') : carerOf(writing)
  const added = add(writing, key, {
    resourceType: 'Observation',
    extension: extensionOf(EXTENSIONS.word, FIELDS.word, word),
    status: 'final',
    category: [codeOf(SYSTEMS.observation, 'survey')],
    code: {
      coding: [
        { system: SYSTEMS.part, code: 'own-word' },
        { system: SYSTEMS.voice, code: word.saidBy },
      ],
    },
    subject: pointer(writing, 'person'),
    focus: [pointer(writing, `review ${review.ref}`)],
    effectiveDateTime: word.saidOn,
    performer: [speaker],
    valueCodeableConcept: codeOf(SYSTEMS.says, word.says),
    note: word.words
      ? [{ text: word.words, ...(word.wordsLanguage ? { _text: inLanguage(word.wordsLanguage) } : {}) }]
      : undefined,
  })
  add(writing, `who said ${key}`, {
    resourceType: 'Provenance',
    target: [{ reference: added, type: 'Observation' }],
    recorded: word.recordedAt,
    agent: [agentOf('author', speaker), agentOf('enterer', { display: word.recordedBy || '-' })],
  })
}

export const isWord = (observation: Resource) => codeIn(observation.code, SYSTEMS.part) === 'own-word'

/** Puts each word with the review that it is about; read once the reviews are. */
export function readWords(reading: Reading): void {
  for (const observation of ofType(reading.entries, 'Observation').filter(isWord)) {
    const provenance = provenanceOf(reading, observation)
    const review = reading.reviews.get(find(reading, textAt(observation, 'focus', 0, 'reference')) ?? observation)
    if (!review) {
      keepApart(reading, observation, 'no-goal')
      continue
    }
    const [own = {}] = fieldsIn(observation, EXTENSIONS.word, FIELDS.word)
    const enterer = provenance && agentIn(provenance, 'enterer')
    const words = textAt(observation, 'note', 0, 'text') ?? ''
    const saidOn = dayIn(textAt(observation, 'effectiveDateTime'))
    const word = keep(reading, observation, Word, {
      says: codeIn(observation.valueCodeableConcept, SYSTEMS.says),
      saidBy: codeIn(observation.code, SYSTEMS.voice),
      how: own.how,
      saidOn,
      words,
      wordsLanguage: words ? (languageOf(at(observation, 'note', 0, '_text')) ?? null) : null,
      recordedBy: enterer === '-' ? '' : (enterer ?? ''),
      recordedAt: (provenance && textAt(provenance, 'recorded')) ?? (saidOn && `${saidOn}T00:00:00Z`),
    })
    if (word) review.words.push(word)
  }
}
