/** Somebody's record: the story of everything, and a copy of it for them. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { fullName } from '../../../kernel/person-name.ts'
import { perform } from '../../../platform/actions/action.ts'
import { CONTENT_TYPES, fileName, fileResponse, writeDocx, writePdf } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { heldParts } from '../../../platform/personal-data/held-part.ts'
import type { WordLine } from '../../../platform/personal-data/held-words.ts'
import { Button, ButtonGroup, DataTable, Details, Form, Section } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { KeptUntil } from '../retention/kept-until.tsx'
import { readRetention } from '../retention/retention.actions.ts'
import type { Kept } from '../retention/retention.ts'
import { copyRecord, openRecord, type Story } from './record.actions.ts'
import { recordDocument } from './record.document.ts'
import { text } from './record.text.ts'
import { copyAsData, type RecordCopy } from './record-story.held.ts'

export function recordPages(doors: Doors): void {
  doors.get(carePlanningPaths.personRecord(':personId'), 'people:read', async (c) => {
    const input = { personId: c.req.param('personId') }
    const result = await perform(c.get('runtime'), actorOf(c), openRecord, input, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const kept = await perform(c.get('runtime'), actorOf(c), readRetention, input, originOf(c))
    return c.html(<RecordPage c={c} story={result.value} kept={kept.ok ? kept.value : undefined} />)
  })
  doors.post(carePlanningPaths.personCopy(':personId'), 'people:copy', async (c) => {
    const { format } = await typedIn(c)
    const input = { personId: c.req.param('personId'), format }
    const result = await perform(c.get('runtime'), actorOf(c), copyRecord, input, originOf(c))
    return result.ok ? answerCopy(c, format ?? '', result.value) : answerRefusal(c, result.refusal)
  })
}

async function answerCopy(c: Context<Env>, format: string, copy: RecordCopy): Promise<Response> {
  const { clock, frameworks } = c.get('runtime')
  const { language } = copy.person
  const made = { publisher: c.get('frame').authorityName[language], madeAt: clock.now() }
  if (format === 'json') {
    const title = text[language].documentTitle(fullName(copy.person))
    const name = fileName(title, clock.today(), 'csv').replace(/\.csv$/, '.json')
    const data = JSON.stringify(copyAsData(copy, made.madeAt), undefined, 2)
    return fileResponse(Buffer.from(data), name, 'application/json; charset=utf-8')
  }
  const document = recordDocument(copy, frameworks, made)
  const kind = format === 'docx' ? 'docx' : 'pdf'
  const bytes = kind === 'docx' ? await writeDocx(document) : await writePdf(document)
  return fileResponse(bytes, fileName(document.title, clock.today(), kind), CONTENT_TYPES[kind])
}

const RecordPage = ({ c, story, kept }: { c: Context<Env>; story: Story; kept: Kept | undefined }) => {
  const language = c.get('language')
  const t = text[language]
  const { person, entries, total } = story
  return (
    <PersonFrame c={c} person={person} current="record" title={t.title} lead={t.lead(total)}>
      {may(actorOf(c), 'people:copy') && <CopySection personId={person.personId} language={language} />}
      <DataTable
        caption={t.title}
        captionHidden
        cards
        rows={entries}
        empty={t.empty}
        columns={[
          { key: 'on', header: t.when, rowHeader: true, cell: (entry) => showDay(language, entry.on) },
          { key: 'what', header: t.item, cell: (entry) => entry.title[language] },
          { key: 'words', header: t.what, cell: (entry) => <Lines lines={entry.lines[language]} /> },
        ]}
      />
      {total > entries.length && <p>{t.more(entries.length, total)}</p>}
      {kept && <KeptUntil language={language} kept={kept} />}
    </PersonFrame>
  )
}

const CopySection = ({ personId, language }: { personId: number; language: Language }) => {
  const t = text[language]
  return (
    <Section title={t.copy} lead={t.copyHint}>
      <Details summary={t.others}>
        <p>{t.othersHint}</p>
        <ul class="govuk-list govuk-list--bullet">
          {heldParts()
            .filter(({ mayTellOfOthers }) => mayTellOfOthers)
            .map(({ title }) => (
              <li>{title[language]}</li>
            ))}
        </ul>
      </Details>
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
  )
}

const Lines = ({ lines }: { lines: readonly WordLine[] }) => (
  <ul class="govuk-list">
    {lines.map(({ key, value, written }) => (
      <li>
        {key}: <span lang={written}>{value}</span>
      </li>
    ))}
  </ul>
)
