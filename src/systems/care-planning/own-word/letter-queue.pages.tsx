/** Letters to post: printing what colleagues asked for, in one file by language and size of print. */
import type { Context } from 'hono'
import type { Language } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { publicUrlOf } from '../../../platform/configuration/configuration.ts'
import { CONTENT_TYPES, fileName, fileResponse, writeDocx, writePdf } from '../../../platform/documents/index.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { Button, ButtonGroup, DataTable, Form, Page, Section, Tag } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { typedIn } from '../person/form-page.tsx'
import { lettersDocument } from './letter.document.ts'
import { letterState, refusePrinting } from './letter-code.ts'
import {
  browseLetters,
  type LetterToPost,
  printLetters,
  type QueueView,
  takeBackLetter,
} from './letter-queue.actions.ts'
import { text } from './letter-queue.text.ts'

type Queued = QueueView['letters'][number]

export function letterQueuePages(doors: Doors): void {
  doors.get(carePlanningPaths.letters(), 'letters:print', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseLetters, {}, originOf(c))
    return result.ok ? c.html(<QueuePage c={c} view={result.value} />) : answerRefusal(c, result.refusal)
  })
  doors.post(carePlanningPaths.printLetters(), 'letters:print', async (c) => {
    const typed = await typedIn(c)
    const result = await perform(c.get('runtime'), actorOf(c), printLetters, typed, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return answerLetters(
      c,
      result.value as readonly [LetterToPost, ...LetterToPost[]],
      typed.format === 'docx' ? 'docx' : 'pdf',
    )
  })
  doors.post(carePlanningPaths.takeBackLetter(':letterCodeId{[0-9]+}'), 'letters:print', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), takeBackLetter, c.req.param(), originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.letters(),
        message: { en: text.en.takenBack, cy: text.cy.takenBack },
      }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
}

async function answerLetters(
  c: Context<Env>,
  letters: readonly [LetterToPost, ...LetterToPost[]],
  format: 'pdf' | 'docx',
): Promise<Response> {
  const runtime = c.get('runtime')
  const { language } = letters[0].letter
  const site = new URL(publicUrlOf(runtime.configuration))
  const document = lettersDocument(letters, {
    address: `${site.host}${language === 'cy' ? '/cy' : ''}${carePlanningPaths.letter()}`,
    publisher: c.get('frame').authorityName[language],
    madeAt: runtime.clock.now(),
  })
  const name = fileName(text[c.get('language')].file, runtime.clock.today(), format)
  const bytes = format === 'pdf' ? await writePdf(document) : await writeDocx(document)
  return fileResponse(bytes, name, CONTENT_TYPES[format])
}

const QueuePage = ({ c, view }: { c: Context<Env>; view: QueueView }) => {
  const language = c.get('language')
  const t = text[language]
  const waiting = view.letters.filter((one) => letterState(one, view.today) === 'ordered')
  const printed = view.letters.filter((one) => one.sentOn !== null)
  return (
    <Page frame={c.get('frame')} title={t.title} lead={t.lead}>
      <Section title={t.waiting}>
        {batchesOf(language, waiting, view.userId).map(({ kind, letters, of }) => (
          <Form action={carePlanningPaths.printLetters()} hidden={of}>
            <ButtonGroup>
              <Button>{t.printAll(letters, kind)}</Button>
              <Button kind="secondary" name="format" value="docx">
                {t.asWord}
                <span class="govuk-visually-hidden">: {kind}</span>
              </Button>
            </ButtonGroup>
          </Form>
        ))}
        <DataTable
          caption={t.waiting}
          captionHidden
          rows={waiting}
          empty={t.nothing}
          columns={[
            ...columnsOf(language),
            {
              key: 'do',
              header: t.columns.do,
              cell: (one) =>
                refusePrinting(one, view.userId) ? t.notYours : <TakeBack language={language} letter={one} />,
            },
          ]}
        />
      </Section>
      <Section title={t.printed}>
        <p>{t.lostPaper}</p>
        <DataTable
          caption={t.printed}
          captionHidden
          rows={printed}
          empty={t.noPrinted}
          columns={[
            ...columnsOf(language),
            {
              key: 'printed',
              header: t.columns.printed,
              cell: (one) => (
                <>
                  {one.sentOn && showDay(language, one.sentOn)} <Tag>{t.states[letterState(one, view.today)]}</Tag>
                </>
              ),
            },
            {
              key: 'do',
              header: t.columns.do,
              cell: (one) =>
                letterState(one, view.today) === 'waiting' &&
                !refusePrinting(one, view.userId) && (
                  <Form action={carePlanningPaths.printLetters()} hidden={{ letterCodeId: one.letterCodeId }}>
                    <Button kind="secondary">
                      {t.printAgain}
                      <span class="govuk-visually-hidden">: {one.toName}</span>
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      </Section>
    </Page>
  )
}

const TakeBack = ({ language, letter }: { language: Language; letter: Queued }) => (
  <Form action={carePlanningPaths.takeBackLetter(letter.letterCodeId)}>
    <Button kind="secondary">
      {text[language].takeBack}
      <span class="govuk-visually-hidden">: {letter.toName}</span>
    </Button>
  </Form>
)

function columnsOf(language: Language) {
  const t = text[language]
  return [
    { key: 'to', header: t.columns.to, rowHeader: true, cell: (one: Queued) => one.toName },
    {
      key: 'about',
      header: t.columns.about,
      cell: (one: Queued) => `${t.purposes[one.purpose]}: ${one.personName}`,
    },
    { key: 'on', header: t.columns.on, cell: (one: Queued) => showDay(language, one.askedOn) },
    { key: 'by', header: t.columns.by, cell: (one: Queued) => one.askedBy },
  ]
}

/** What goes into one file: letters of one language and one size of print that whoever looks may print. */
function batchesOf(language: Language, waiting: readonly Queued[], userId: number) {
  const t = text[language]
  const mine = waiting.filter((one) => !refusePrinting(one, userId))
  const byKind = Map.groupBy(mine, (one) => `${one.language}/${one.layout}`)
  return [...byKind.values()].map((letters) => {
    const of = { language: letters[0]!.language, layout: letters[0]!.layout }
    return { of, letters: letters.length, kind: `${t.languages[of.language]}, ${t.layouts[of.layout]}` }
  })
}
