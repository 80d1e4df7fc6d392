/** What waits: for a provider, changes to acknowledge and its own requests; for the council, what providers wrote and nobody answered. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { dayOf, showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { type Column, DataTable, Link, Page, Section, Tag } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { typedIn } from '../person/form-page.tsx'
import { Told } from './note-view.tsx'
import { acknowledge, readWaiting, type Waiting } from './provider-note.actions.ts'
import type { NoteAboutPerson } from './provider-note.store.ts'
import { text } from './provider-note.text.ts'
import { NOTE_KIND_NAMES } from './provider-note.ts'

export function waitingPages(doors: Doors): void {
  doors.get(carePlanningPaths.waiting(), ['notes:write', 'people:change'], async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readWaiting, c.req.query(), originOf(c))
    return result.ok ? c.html(<WaitingPage c={c} waiting={result.value} />) : answerRefusal(c, result.refusal)
  })
  doors.post(carePlanningPaths.acknowledge(':noticeId'), 'notes:write', async (c) => {
    const { back = '' } = await typedIn(c)
    const result = await perform(c.get('runtime'), actorOf(c), acknowledge, c.req.param(), originOf(c))
    return answerForm(c, result, {
      done: ({ personId }) => ({
        path: back === carePlanningPaths.notes(personId) ? back : carePlanningPaths.waiting(),
        message: { en: text.en.acknowledged, cy: text.cy.acknowledged },
      }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
}

const WaitingPage = ({ c, waiting }: { c: Context<Env>; waiting: Waiting }) => {
  const language = c.get('language')
  const t = text[language]
  const isProvider = actorOf(c).scope.kind === 'provider'
  const { notices, notes } = waiting
  return (
    <Page
      frame={c.get('frame')}
      title={t.waiting}
      lead={isProvider ? t.waitingLead.provider(notices.length, notes.length) : t.waitingLead.staff(notes.length)}
    >
      {notices.length > 0 && <Told language={language} notices={notices} back={carePlanningPaths.waiting()} />}
      <Section title={t.waitingForAnswer} lead={waiting.whose === 'mine' ? t.onlyMine : undefined}>
        <DataTable
          caption={t.waitingForAnswer}
          captionHidden
          rows={notes}
          empty={t.nothingWaits}
          columns={columns(language, waiting)}
        />
        {waiting.whose === 'mine' && (
          <p>
            <Link href={`${carePlanningPaths.waiting()}?whose=all`}>{t.showAll}</Link>
          </p>
        )}
      </Section>
    </Page>
  )
}

function columns(language: Language, waiting: Waiting): readonly Column<NoteAboutPerson>[] {
  const t = text[language]
  return [
    {
      key: 'person',
      header: t.columns.person,
      rowHeader: true,
      cell: (note) => <Link href={carePlanningPaths.note(note.personId, note.providerNoteId)}>{calledName(note)}</Link>,
    },
    {
      key: 'kind',
      header: t.columns.kind,
      cell: (note) => (
        <>
          {NOTE_KIND_NAMES[note.kind][language]} {note.isUrgent && <Tag tone="wrong">{t.urgent}</Tag>}
        </>
      ),
    },
    {
      key: 'words',
      header: t.columns.words,
      cell: (note) => <span lang={note.wordsLanguage}>{note.words}</span>,
    },
    {
      key: 'provider',
      header: t.columns.provider,
      cell: (note) => waiting.providers.get(note.providerId)?.name ?? '',
    },
    { key: 'since', header: t.columns.since, cell: (note) => showDay(language, dayOf(note.writtenAt)) },
  ]
}
