/** Between a provider and the council as JSON: notes, their answers, and what is to be acknowledged. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { NoticeKind } from '../notice/notice.ts'
import { acknowledge, answerNote, readNotes, readWaiting, writeNote } from './provider-note.actions.ts'
import { NoteAnswer, NoteKind, type ProviderNote } from './provider-note.ts'

const Words = z.object({ words: z.string(), language: z.enum(['en', 'cy']) })

const NoteOf = z
  .object({
    id: z.number().int(),
    personId: z.number().int(),
    providerId: z.number().int(),
    kind: NoteKind,
    personalOutcomeId: z.number().int().nullable(),
    happenedOn: DayText,
    words: Words,
    isUrgent: z.boolean(),
    weeklyHours: z.number().nullable(),
    writtenBy: z.string(),
    writtenAt: z.string(),
    state: z.enum(['recorded', 'waiting', 'answered']),
    answer: NoteAnswer.nullable(),
    answerWords: Words.nullable(),
    answeredBy: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('ProviderNote')

const NoticeOf = z
  .object({
    id: z.number().int(),
    personId: z.number().int(),
    kind: NoticeKind,
    detail: z.record(z.string(), z.string()),
    toldAt: z.string(),
  })
  .openapi('Notice')

const listRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/notes',
  ...described('List what providers wrote of a person', 'Rhestru’r hyn a ysgrifennodd darparwyr am berson'),
  request: { params: z.object({ personId: IdText }) },
  responses: {
    200: {
      description: 'Newest first, those that the reader may see',
      content: { 'application/json': { schema: z.object({ items: z.array(NoteOf) }) } },
    },
  },
})

const writeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/notes',
  ...described('Write a note as a provider', 'Ysgrifennu nodyn fel darparwr'),
  request: {
    params: z.object({ personId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              kind: NoteKind,
              personalOutcomeId: z.number().int().optional(),
              happenedOn: DayText.optional(),
              words: z.string(),
              wordsLanguage: z.enum(['en', 'cy']),
              isUrgent: z.boolean().optional(),
              weeklyHours: z.number().optional(),
            })
            .openapi('NewProviderNote'),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The note that was added',
      content: {
        'application/json': { schema: z.object({ id: z.number().int(), state: z.enum(['recorded', 'waiting']) }) },
      },
    },
  },
})

const answerRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/notes/{providerNoteId}/answer',
  ...described('Answer a provider', 'Ateb darparwr'),
  request: {
    params: z.object({ personId: IdText, providerNoteId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({ answer: NoteAnswer, words: z.string().optional(), language: z.enum(['en', 'cy']).optional() })
            .openapi('NoteAnswer'),
        },
      },
    },
  },
  responses: { 204: { description: 'It has been set down, and the provider is told' } },
})

const noticesRoute = createRoute({
  method: 'get',
  path: '/notices',
  ...described('List what waits to be acknowledged', 'Rhestru’r hyn sy’n aros i’w gydnabod'),
  responses: {
    200: {
      description: 'Oldest first, of the reader’s own provider',
      content: { 'application/json': { schema: z.object({ items: z.array(NoticeOf) }) } },
    },
  },
})

const acknowledgeRoute = createRoute({
  method: 'put',
  path: '/notices/{noticeId}/acknowledgement',
  ...described('Acknowledge a change', 'Cydnabod newid'),
  request: { params: z.object({ noticeId: IdText }) },
  responses: { 204: { description: 'It is acknowledged' } },
})

export function providerNoteApi(doors: Doors): void {
  doors.api(listRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readNotes, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ notes }) => c.json({ items: notes.map(present) }, 200))
  })
  doors.api(writeRoute, 'notes:write', async (c) => {
    const { isUrgent, ...given } = c.req.valid('json')
    const input = { ...given, isUrgent: isUrgent ? 'yes' : 'no', ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), writeNote, input, originOf(c))
    return answered(c, result, ({ providerNoteId, state }) => c.json({ id: providerNoteId, state }, 201))
  })
  doors.api(answerRoute, 'people:change', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), answerNote, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(noticesRoute, 'notes:write', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readWaiting, {}, originOf(c))
    return answered(c, result, ({ notices }) =>
      c.json(
        {
          items: notices.map(({ noticeId, personId, kind, detail, toldAt }) => ({
            id: noticeId,
            personId,
            kind,
            detail: { ...detail },
            toldAt: toldAt.toString(),
          })),
        },
        200,
      ),
    )
  })
  doors.api(acknowledgeRoute, 'notes:write', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), acknowledge, c.req.valid('param'), originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}

function present(note: ProviderNote) {
  return {
    id: note.providerNoteId,
    personId: note.personId,
    providerId: note.providerId,
    kind: note.kind,
    personalOutcomeId: note.personalOutcomeId,
    happenedOn: note.happenedOn.toString(),
    words: { words: note.words, language: note.wordsLanguage },
    isUrgent: note.isUrgent,
    weeklyHours: note.weeklyMinutes === null ? null : note.weeklyMinutes / 60,
    writtenBy: note.writtenBy,
    writtenAt: note.writtenAt.toString(),
    state: note.state,
    answer: note.answer,
    answerWords: note.answerWords
      ? { words: note.answerWords, language: note.answerLanguage ?? note.wordsLanguage }
      : null,
    answeredBy: note.answeredBy,
    version: note.version,
  }
}
