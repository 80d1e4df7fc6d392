/** What providers write of a person: the page of notes, writing one, and answering one. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  DateInput,
  Form,
  Link,
  Radios,
  Section,
  Select,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { choicesOf, EMPTY, type Fields, type Filled, fieldsOf, optionsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { NoteView, noteTitle, Told } from './note-view.tsx'
import { answerNote, NO_SUCH_NOTE, type NotesOfPerson, readNotes, writeNote } from './provider-note.actions.ts'
import { text } from './provider-note.text.ts'
import { ANSWERS_OF, NOTE_ANSWER_NAMES, NOTE_KIND_NAMES, NoteKind, type ProviderNote } from './provider-note.ts'

export function providerNotePages(doors: Doors): void {
  doors.get(carePlanningPaths.notes(':personId'), 'people:read', async (c) => {
    const found = await findNotes(c)
    return found.ok ? c.html(<NotesPage c={c} shown={found.shown} />) : found.answer
  })
  const newPath = carePlanningPaths.newNote(':personId')
  doors.get(newPath, 'notes:write', (c) => showNewNote(c, EMPTY))
  doors.post(newPath, 'notes:write', takeNewNote)
  const notePath = carePlanningPaths.note(':personId', ':providerNoteId{[0-9]+}')
  doors.get(notePath, 'people:read', (c) => showNote(c, EMPTY))
  doors.post(notePath, 'people:change', takeAnswer)
}

async function findNotes(
  c: Context<Env>,
): Promise<{ ok: true; shown: NotesOfPerson } | { ok: false; answer: Response }> {
  const asked = { personId: c.req.param('personId') }
  const result = await perform(c.get('runtime'), actorOf(c), readNotes, asked, originOf(c))
  return result.ok ? { ok: true, shown: result.value } : { ok: false, answer: await answerRefusal(c, result.refusal) }
}

type Shown = { readonly c: Context<Env>; readonly shown: NotesOfPerson }

const NotesPage = ({ c, shown }: Shown) => {
  const language = c.get('language')
  const t = text[language]
  const actor = actorOf(c)
  const { personId } = shown.person
  const waiting = shown.notes.filter(({ state }) => state === 'waiting')
  const others = shown.notes.filter(({ state }) => state !== 'waiting')
  return (
    <PersonFrame c={c} person={shown.person} current="notes" title={t.notes} lead={leadOf(language, shown.notes)}>
      {shown.notices.length > 0 && (
        <Told language={language} notices={shown.notices} back={carePlanningPaths.notes(personId)} />
      )}
      {may(actor, 'notes:write') && <Button href={carePlanningPaths.newNote(personId)}>{t.write}</Button>}
      {waiting.length > 0 && (
        <Section title={t.waitingForAnswer}>
          <NoteList language={language} shown={shown} notes={waiting} mayAnswer={may(actor, 'people:change')} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t.all}>
          <NoteList language={language} shown={shown} notes={others} mayAnswer={false} />
        </Section>
      )}
    </PersonFrame>
  )
}

function leadOf(language: Language, notes: readonly ProviderNote[]): string {
  const t = text[language]
  const waiting = notes.filter(({ state }) => state === 'waiting').length
  if (waiting > 0) return t.lead.waiting(waiting)
  return notes.length === 0 ? t.none : t.lead.written(notes.length)
}

const NoteList = (props: {
  language: Language
  shown: NotesOfPerson
  notes: readonly ProviderNote[]
  mayAnswer: boolean
}) => {
  const { language, shown, notes, mayAnswer } = props
  const t = text[language]
  return (
    <>
      {notes.map((note) => (
        <Section level={3} title={noteTitle(language, note)} id={`note-${note.providerNoteId}`}>
          <NoteView language={language} note={note} providers={shown.providers} outcomes={shown.outcomes} />
          {mayAnswer && (
            <p>
              <Link
                href={carePlanningPaths.note(note.personId, note.providerNoteId)}
                about={`: ${noteTitle(language, note)}`}
              >
                {t.toAnswer}
              </Link>
            </p>
          )}
        </Section>
      ))}
    </>
  )
}

async function takeNewNote(c: Context<Env>): Promise<Response> {
  const typed = await typedIn(c)
  const input = { ...typed, ...c.req.param(), happenedOn: typedIsoDay(typed, 'happenedOn') }
  const result = await perform(c.get('runtime'), actorOf(c), writeNote, input, originOf(c))
  return answerForm(c, result, {
    done: ({ state }) => ({
      path: carePlanningPaths.notes(c.req.param('personId') ?? ''),
      message: { en: text.en.saved[state], cy: text.cy.saved[state] },
    }),
    again: (refusal) => showNewNote(c, { typed, refusal }),
  })
}

async function showNewNote(c: Context<Env>, filled: Filled): Promise<Response> {
  const found = await findNotes(c)
  if (!found.ok) return found.answer
  const page = <NewNotePage c={c} shown={found.shown} filled={filled} />
  return c.html(page, filled.refusal ? STATUS_OF[filled.refusal.kind] : 200)
}

const NewNotePage = ({ c, shown, filled }: Shown & { readonly filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const { personId } = shown.person
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="notes"
      title={t.write}
      lead={t.newLead}
      between={[{ label: t.notes, href: carePlanningPaths.notes(personId) }]}
      errors={fields.errors}
    >
      <Form>
        <Radios {...fields.at('kind')} label={t.kind} labelSize="m" options={kindOptions(language, fields)} />
        <OutcomeSelect language={language} fields={fields} outcomes={shown.outcomes} chosen={c.req.query('outcome')} />
        <TextArea {...fields.at('words')} label={t.words} hint={t.wordsHint} labelSize="m" maxLength={4000} />
        <Radios
          {...fields.at('wordsLanguage', language)}
          label={t.wordsLanguage}
          inline
          options={optionsOf(t.languages)}
        />
        <DateInput {...fields.dateAt('happenedOn', shown.today)} label={t.happenedOn} labelSize="m" />
        <Button>{t.save}</Button>
      </Form>
    </PersonFrame>
  )
}

/** Each kind with what it is for; a concern asks whether it is urgent, a proposal how much it would take. */
function kindOptions(language: Language, fields: Fields) {
  const t = text[language]
  const further = {
    concern: (
      <Radios
        {...fields.at('isUrgent', 'no')}
        label={t.isUrgent}
        hint={t.urgentHint}
        inline
        options={optionsOf({ yes: t.yes, no: t.no })}
      />
    ),
    proposal: (
      <TextInput
        {...fields.at('weeklyHours')}
        label={t.weeklyHours}
        hint={t.weeklyHint}
        optional
        width={5}
        inputmode="decimal"
      />
    ),
  }
  return NoteKind.options.map((value) => ({
    value,
    label: NOTE_KIND_NAMES[value][language],
    hint: t.kindHints[value],
    ...(value === 'concern' || value === 'proposal' ? { conditional: further[value] } : {}),
  }))
}

const OutcomeSelect = (props: {
  language: Language
  fields: Fields
  outcomes: readonly PersonalOutcome[]
  chosen: string | undefined
}) => {
  const { language, fields, outcomes, chosen } = props
  return (
    <Select
      {...fields.at('personalOutcomeId', chosen)}
      label={text[language].outcome}
      labelSize="m"
      empty={text[language].noOutcome}
      options={outcomes
        .filter(({ endedOn }) => endedOn === null)
        .map((outcome) => ({ value: String(outcome.personalOutcomeId), label: outcome.ownWords }))}
    />
  )
}

async function takeAnswer(c: Context<Env>): Promise<Response> {
  const typed = await typedIn(c)
  const input = { ...typed, ...c.req.param(), language: c.get('language') }
  const result = await perform(c.get('runtime'), actorOf(c), answerNote, input, originOf(c))
  const { personId = '', providerNoteId = '' } = c.req.param()
  return answerForm(c, result, {
    done: () => ({
      path: carePlanningPaths.note(personId, providerNoteId),
      message: { en: text.en.answerSaved, cy: text.cy.answerSaved },
    }),
    again: (refusal) => showNote(c, { typed, refusal }),
  })
}

async function showNote(c: Context<Env>, filled: Filled): Promise<Response> {
  const found = await findNotes(c)
  if (!found.ok) return found.answer
  const note = found.shown.notes.find((one) => String(one.providerNoteId) === c.req.param('providerNoteId'))
  if (!note) return answerRefusal(c, NO_SUCH_NOTE)
  const page = <NotePage c={c} shown={found.shown} note={note} filled={filled} />
  return c.html(page, filled.refusal ? STATUS_OF[filled.refusal.kind] : 200)
}

const NotePage = ({ c, shown, note, filled }: Shown & { readonly note: ProviderNote; readonly filled: Filled }) => {
  const language = c.get('language')
  const t = text[language]
  const actor = actorOf(c)
  const fields = fieldsOf(language, filled)
  const { personId } = shown.person
  const changesPlan = note.answer === 'agreed' && may(actor, 'plans:write')
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="notes"
      title={noteTitle(language, note)}
      between={[{ label: t.notes, href: carePlanningPaths.notes(personId) }]}
      errors={fields.errors}
    >
      <NoteView language={language} note={note} providers={shown.providers} outcomes={shown.outcomes} />
      {note.state === 'waiting' && may(actor, 'people:change') && (
        <AnswerForm language={language} note={note} fields={fields} filled={filled} />
      )}
      {changesPlan && (
        <p>
          {t.thenAmend} <Link href={carePlanningPaths.plan(personId)}>{t.toPlan}</Link>
        </p>
      )}
      {may(actor, 'history:read') && (
        <p>
          <Link href={`/history/care-planning.provider-note/${note.providerNoteId}`}>{t.history}</Link>
        </p>
      )}
    </PersonFrame>
  )
}

const AnswerForm = (props: { language: Language; note: ProviderNote; fields: Fields; filled: Filled }) => {
  const { language, note, fields, filled } = props
  const t = text[language]
  const version = filled.refusal?.kind === 'stale' ? note.version : (filled.typed.version ?? note.version)
  return (
    <Section title={t.toAnswer} lead={t.answerLead}>
      <Form hidden={{ version }}>
        <Radios
          {...fields.at('answer')}
          label={t.answer}
          options={choicesOf(ANSWERS_OF[note.kind], NOTE_ANSWER_NAMES, language)}
        />
        <TextArea {...fields.at('words')} label={t.answerWords} hint={t.answerHint} maxLength={4000} />
        <Button>{t.answerSave}</Button>
      </Form>
    </Section>
  )
}
