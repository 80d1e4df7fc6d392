/** Reading what a provider wrote of a person, writing it, answering it, and acknowledging what one was told. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction, NOT_ALLOWED } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { listProviders, type Provider } from '../../commissioning/index.ts'
import { findOwnWorker } from '../caseload/caseload.store.ts'
import { DayInput, optional, Prose, requiredProse, Version, WordsLanguage } from '../form-values.ts'
import { acknowledgeNotice, listWaitingNotices, tellOf } from '../notice/notice.store.ts'
import type { NoticeAboutPerson } from '../notice/notice.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { closeSituationFrom } from '../situation/situation.store.ts'
import { addNote, listNotesOf, listWaitingNotes, type NoteAboutPerson, setAnswer } from './provider-note.store.ts'
import { firstState, NoteAnswer, NoteKind, type ProviderNote, refuseAnswer, refuseNote } from './provider-note.ts'

export type NotesOfPerson = {
  readonly person: Person
  /** Newest first. */
  readonly notes: readonly ProviderNote[]
  /** Those the reader may see: a provider only what it has a part in. */
  readonly outcomes: readonly PersonalOutcome[]
  readonly providers: ReadonlyMap<number, Provider>
  /** What the reader's provider was told of this person and has not acknowledged. */
  readonly notices: readonly NoticeAboutPerson[]
  readonly today: Temporal.PlainDate
}

export const readNotes = defineAction({
  name: 'care-planning.read-notes',
  title: { en: 'Read what providers wrote of a person', cy: 'Darllen yr hyn a ysgrifennodd darparwyr am berson' },
  permission: 'people:read',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock }, { personId }) {
    const { authorityId, scope } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    return accepted<NotesOfPerson>({
      person,
      notes: await listNotesOf(tx, authorityId, personId),
      outcomes: await listOutcomesOf(tx, authorityId, personId),
      providers: new Map((await listProviders(tx, authorityId)).map((provider) => [provider.providerId, provider])),
      notices: scope.kind === 'provider' ? await listWaitingNotices(tx, authorityId, personId) : [],
      today: clock.today(),
    })
  },
})

const HOURS = bilingualIssue('Enter hours a week from 0 to 168', 'Rhowch oriau’r wythnos o 0 i 168')

export const WriteNoteInput = z.object({
  personId: RecordId,
  kind: z.enum(NoteKind.options, bilingualIssue('Choose what it is', 'Dewiswch beth ydyw')),
  personalOutcomeId: optional(RecordId),
  happenedOn: optional(DayInput),
  words: requiredProse('Write what it is', 'Ysgrifennwch beth ydyw'),
  wordsLanguage: WordsLanguage,
  isUrgent: optional(z.enum(['yes', 'no'])),
  weeklyHours: optional(z.coerce.number(HOURS).min(0, HOURS).max(168, HOURS)),
})

/** Only somebody of a provider writes here, and only of people it supports. */
export const writeNote = defineAction({
  name: 'care-planning.write-note',
  title: { en: 'Wrote a provider’s note', cy: 'Ysgrifennu nodyn darparwr' },
  permission: 'notes:write',
  input: WriteNoteInput,
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId, scope } = actor
    if (scope.kind !== 'provider') return refused(NOT_ALLOWED)
    if (!(await findPerson(tx, authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    const outcomes = await listOutcomesOf(tx, authorityId, input.personId)
    const facts = {
      kind: input.kind,
      personalOutcomeId: input.personalOutcomeId ?? null,
      happenedOn: input.happenedOn ?? clock.today(),
    }
    const cannotBe = refuseNote(
      facts,
      outcomes.map(({ personalOutcomeId }) => personalOutcomeId),
      clock.today(),
    )
    if (cannotBe) return cannotBe
    const hours = input.kind === 'proposal' ? input.weeklyHours : undefined
    const note = {
      ...facts,
      personId: input.personId,
      providerId: scope.providerId,
      words: input.words,
      wordsLanguage: input.wordsLanguage,
      isUrgent: input.kind === 'concern' && input.isUrgent === 'yes',
      weeklyMinutes: hours === undefined ? null : Math.round(hours * 60),
      writtenBy: actor.name,
      writtenAt: clock.now(),
      state: firstState(input.kind),
    }
    const providerNoteId = await addNote(tx, authorityId, note)
    audit({
      recordType: 'care-planning.provider-note',
      recordId: providerNoteId,
      after: { ...note, happenedOn: note.happenedOn.toString(), writtenAt: note.writtenAt.toString() },
    })
    return accepted({ providerNoteId, state: note.state })
  },
})

export const AnswerNoteInput = z.object({
  personId: RecordId,
  providerNoteId: RecordId,
  version: Version,
  answer: z.enum(NoteAnswer.options, bilingualIssue('Choose an answer', 'Dewiswch ateb')),
  words: Prose,
  language: WordsLanguage.default('en'),
})

/** The worker answers; the provider is told, and the situation that the note made is closed. */
export const answerNote = defineAction({
  name: 'care-planning.answer-note',
  title: { en: 'Answered a provider', cy: 'Ateb darparwr' },
  permission: 'people:change',
  input: AnswerNoteInput,
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    const notes = await listNotesOf(tx, authorityId, input.personId)
    const note = notes.find(({ providerNoteId }) => providerNoteId === input.providerNoteId)
    if (!note) return refused(NO_SUCH_NOTE)
    const cannotBe = refuseAnswer(note, input.answer)
    if (cannotBe) return cannotBe
    if (input.answer === 'declined' && input.words === '') return refused(SAY_WHY)
    const answered = {
      answer: input.answer,
      words: input.words,
      language: input.words ? input.language : null,
      by: actor.name,
      at: clock.now(),
    }
    if (!(await setAnswer(tx, authorityId, input, answered))) return refused(staleVersion(input.version, note.version))
    await closeSituationFrom(
      tx,
      authorityId,
      { personId: input.personId, sourceKey: `note/${note.providerNoteId}` },
      { on: clock.today(), by: actor.name, note: input.words },
    )
    await tellOf(tx, authorityId, clock.now(), [
      {
        personId: input.personId,
        to: { kind: 'provider', providerId: note.providerId },
        kind: 'request-answered',
        detail: { words: input.words, language: input.language, answer: input.answer, noteKind: note.kind },
        path: carePlanningPaths.note(input.personId, note.providerNoteId),
      },
    ])
    audit({
      recordType: 'care-planning.provider-note',
      recordId: note.providerNoteId,
      before: { state: note.state },
      after: { state: 'answered', answer: input.answer, words: input.words },
    })
    return accepted({ providerNoteId: note.providerNoteId })
  },
})

export type Waiting = {
  /** What the reader's provider was told and has not acknowledged. */
  readonly notices: readonly NoticeAboutPerson[]
  /** What waits for the council's answer: to a provider, its own. */
  readonly notes: readonly NoteAboutPerson[]
  readonly providers: ReadonlyMap<number, Provider>
  /** `mine`: only of the worker's own people and of those whom nobody works with. */
  readonly whose: 'mine' | 'all'
}

export const readWaiting = defineAction({
  name: 'care-planning.read-waiting',
  title: { en: 'Looked at what waits', cy: 'Edrych ar yr hyn sy’n aros' },
  permission: 'people:read',
  input: z.object({ whose: z.enum(['mine', 'all']).default('mine').catch('mine') }),
  async run({ tx, actor }, { whose }) {
    const { authorityId, scope } = actor
    const worker = scope.kind === 'authority' && whose === 'mine' ? await findOwnWorker(tx) : undefined
    return accepted<Waiting>({
      notices: scope.kind === 'provider' ? await listWaitingNotices(tx, authorityId) : [],
      notes: await listWaitingNotes(tx, authorityId, worker),
      whose: worker === undefined ? 'all' : 'mine',
      providers: new Map((await listProviders(tx, authorityId)).map((provider) => [provider.providerId, provider])),
    })
  },
})

/** Somebody of the provider says that it knows of the change; who and when is kept. Saying it twice changes nothing. */
export const acknowledge = defineAction({
  name: 'care-planning.acknowledge',
  title: { en: 'Acknowledged a change', cy: 'Cydnabod newid' },
  permission: 'notes:write',
  input: z.object({ noticeId: RecordId }),
  async run({ tx, actor, clock, audit }, { noticeId }) {
    const by = { name: actor.name, at: clock.now() }
    const personId = await acknowledgeNotice(tx, actor.authorityId, noticeId, by)
    if (personId === undefined) return refused(NO_SUCH_NOTICE)
    audit({ recordType: 'care-planning.notice', recordId: noticeId, after: { acknowledged: true, personId } })
    return accepted({ noticeId, personId })
  },
})

export const NO_SUCH_NOTE: Refusal = {
  kind: 'not-found',
  code: 'no-such-note',
  message: {
    en: 'There is no such note, or you may not see it.',
    cy: 'Nid oes nodyn o’r fath, neu ni chewch ei weld.',
  },
}
const NO_SUCH_NOTICE: Refusal = {
  kind: 'not-found',
  code: 'no-such-notice',
  message: {
    en: 'Nothing of that kind waits for you; it may be acknowledged already.',
    cy: 'Nid oes dim o’r fath yn aros amdanoch; efallai ei fod wedi’i gydnabod eisoes.',
  },
}
const SAY_WHY: Refusal = {
  kind: 'invalid',
  code: 'say-why',
  field: 'words',
  message: { en: 'Say why it was not agreed.', cy: 'Dywedwch pam na chytunwyd arno.' },
}
