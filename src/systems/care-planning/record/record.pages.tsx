/** Somebody's record: the story of everything, and a copy of it for them. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { CONTENT_TYPES, fileName, fileResponse, writeDocx, writePdf } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { Button, ButtonGroup, DataTable, Form, Section } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { copyRecord, type HeldRecord, openRecord } from './record.actions.ts'
import { recordDocument } from './record.document.ts'
import { text } from './record.text.ts'
import { storyOf } from './record.ts'

export function recordPages(doors: Doors): void {
  doors.get(carePlanningPaths.personRecord(':personId'), 'people:read', async (c) => {
    const input = { personId: c.req.param('personId') }
    const result = await perform(c.get('runtime'), actorOf(c), openRecord, input, originOf(c))
    return result.ok ? c.html(<RecordPage c={c} record={result.value} />) : answerRefusal(c, result.refusal)
  })
  doors.post(carePlanningPaths.personCopy(':personId'), 'people:copy', async (c) => {
    const { format } = await typedIn(c)
    const input = { personId: c.req.param('personId'), format }
    const result = await perform(c.get('runtime'), actorOf(c), copyRecord, input, originOf(c))
    return result.ok ? answerCopy(c, format ?? '', result.value) : answerRefusal(c, result.refusal)
  })
}

async function answerCopy(c: Context<Env>, format: string, record: HeldRecord): Promise<Response> {
  const { clock } = c.get('runtime')
  const { language } = record.person
  const made = { publisher: c.get('frame').authorityName[language], madeAt: clock.now() }
  const document = recordDocument(record, made)
  if (format === 'json') {
    const held = Object.fromEntries(record.held.map(({ part, rows }) => [part.table, rows]))
    const name = fileName(document.title, clock.today(), 'csv').replace(/\.csv$/, '.json')
    return fileResponse(Buffer.from(JSON.stringify(held, undefined, 2)), name, 'application/json; charset=utf-8')
  }
  const kind = format === 'docx' ? 'docx' : 'pdf'
  const bytes = kind === 'docx' ? await writeDocx(document) : await writePdf(document)
  return fileResponse(bytes, fileName(document.title, clock.today(), kind), CONTENT_TYPES[kind])
}

const SHOWN = 200

const RecordPage = ({ c, record }: { c: Context<Env>; record: HeldRecord }) => {
  const language = c.get('language')
  const t = text[language]
  const story = storyOf(record.held)
  const { personId } = record.person
  return (
    <PersonFrame c={c} person={record.person} current="record" title={t.title} lead={t.lead(story.length)}>
      {may(actorOf(c), 'people:copy') && (
        <Section title={t.copy} lead={t.copyHint}>
          <Form action={carePlanningPaths.personCopy(personId)}>
            <ButtonGroup>
              <Button kind="secondary" name="format" value="pdf">
                {t.pdf}
              </Button>
              <Button kind="secondary" name="format" value="docx">
                {t.word}
              </Button>
              <Button kind="secondary" name="format" value="json">
                {t.json}
              </Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
      <DataTable
        caption={t.title}
        captionHidden
        rows={story.slice(0, SHOWN)}
        empty={t.empty}
        columns={[
          { key: 'on', header: t.when, rowHeader: true, cell: (entry) => showDay(language, entry.on) },
          { key: 'what', header: t.item, cell: (entry) => entry.title[language] },
          {
            key: 'words',
            header: t.what,
            cell: (entry) => <span lang={record.person.language}>{entry.what[language]}</span>,
          },
        ]}
      />
      {story.length > SHOWN && <p>{t.more(SHOWN, story.length)}</p>}
    </PersonFrame>
  )
}
