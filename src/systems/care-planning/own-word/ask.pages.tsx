/** Asking for a person's word: writing the letter, and writing down what they said by telephone, on paper or face to face. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  DataTable,
  DateInput,
  Form,
  Link,
  Notice,
  OwnWords,
  Radios,
  Section,
  SummaryList,
  Tag,
  TextArea,
  TextInput,
  typedIsoDay,
} from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES, nameOfWord, OwnSays } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { EMPTY, type Fields, type Filled, fieldsOf, optionsOf, typedIn } from '../person/form-page.tsx'
import { PersonFrame } from '../person/person-frame.tsx'
import { letterState } from './letter-code.ts'
import { openReviewToSpeakOf, orderOwnWordLetter, type ReviewWithHistory, recordOwnWord } from './own-word.actions.ts'
import { versionToSave } from './own-word.pages.tsx'
import { sourceOfWord } from './own-word.sentences.ts'
import type { SpokenWord } from './own-word.store.ts'
import { text } from './own-word.text.ts'

type Parts = { readonly c: Context<Env>; readonly shown: ReviewWithHistory; readonly filled: Filled }

export function askPages(doors: Doors): void {
  const letterPath = carePlanningPaths.sendLetter(':personId', ':outcomeReviewId')
  doors.get(letterPath, 'words:record', (c) => show(c, EMPTY, SendPage))
  doors.post(letterPath, 'words:record', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param() }
    const result = await perform(c.get('runtime'), actorOf(c), orderOwnWordLetter, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.sendLetter(c.req.param('personId') ?? '', c.req.param('outcomeReviewId') ?? ''),
        message: { en: text.en.ordered, cy: text.cy.ordered },
      }),
      again: (refusal) => show(c, { typed, refusal }, SendPage),
    })
  })
  const wordPath = carePlanningPaths.recordWord(':personId', ':outcomeReviewId')
  doors.get(wordPath, 'words:record', (c) => show(c, EMPTY, RecordPage))
  doors.post(wordPath, 'words:record', async (c) => {
    const typed = await typedIn(c)
    const input = { ...typed, ...c.req.param(), saidOn: typedIsoDay(typed, 'saidOn') }
    const result = await perform(c.get('runtime'), actorOf(c), recordOwnWord, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({
        path: carePlanningPaths.person(c.req.param('personId') ?? ''),
        message: { en: text.en.recorded, cy: text.cy.recorded },
      }),
      again: (refusal) => show(c, { typed, refusal }, RecordPage),
    })
  })
}

async function show(c: Context<Env>, filled: Filled, Shows: (parts: Parts) => unknown): Promise<Response> {
  const opened = await perform(c.get('runtime'), actorOf(c), openReviewToSpeakOf, c.req.param(), originOf(c))
  if (!opened.ok) return answerRefusal(c, opened.refusal)
  const { refusal } = filled
  const page = Shows({ c, shown: opened.value, filled }) as Parameters<Context<Env>['html']>[0]
  return c.html(page as string, refusal ? STATUS_OF[refusal.kind] : 200)
}

const SendPage = ({ c, shown, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="outcomes"
      title={t.sendTitle}
      lead={t.sendLead}
      errors={fields.errors}
    >
      <WhatStands language={language} shown={shown} />
      <Form>
        <Radios
          {...fields.at('forWhom', 'person')}
          label={t.toWhom}
          labelSize="m"
          options={[
            { value: 'person', label: t.forWhom.person },
            {
              value: 'carer',
              label: t.forWhom.carer,
              conditional: <TextInput {...fields.at('toName')} label={t.toName} width={20} />,
            },
          ]}
        />
        <Radios
          {...fields.at('language', shown.person.language)}
          label={t.letterLanguage}
          labelSize="m"
          inline
          options={optionsOf(t.languages)}
        />
        <Radios
          {...fields.at('layout', 'standard')}
          label={t.print}
          labelSize="m"
          inline
          options={optionsOf(t.prints)}
        />
        <p>{t.newReplaces}</p>
        <Button>{t.makeLetter}</Button>
      </Form>
      <Section title={t.lettersSent}>
        <DataTable
          caption={t.lettersSent}
          captionHidden
          rows={shown.letters}
          empty={t.noLetters}
          columns={[
            { key: 'on', header: t.letterColumns.on, rowHeader: true, cell: (one) => showDay(language, one.askedOn) },
            { key: 'to', header: t.letterColumns.to, cell: (one) => one.toName },
            { key: 'by', header: t.letterColumns.by, cell: (one) => one.askedBy },
            {
              key: 'state',
              header: t.letterColumns.state,
              cell: (one) => <Tag>{t.letterStates[letterState(one, shown.today)]}</Tag>,
            },
          ]}
        />
      </Section>
    </PersonFrame>
  )
}

const RecordPage = ({ c, shown, filled }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const fields = fieldsOf(language, filled)
  const isOwnClaim = shown.review.recordedByUser !== null && shown.review.recordedByUser === actorOf(c).id
  return (
    <PersonFrame
      c={c}
      person={shown.person}
      current="outcomes"
      title={t.recordTitle}
      lead={t.recordLead}
      errors={fields.errors}
    >
      <WhatStands language={language} shown={shown} />
      {isOwnClaim ? (
        <>
          <Notice kind="attention">{t.yourClaim}</Notice>
          <p>
            <Link href={carePlanningPaths.sendLetter(shown.person.personId, shown.review.outcomeReviewId)}>
              {t.sendTitle}
            </Link>
          </p>
        </>
      ) : (
        <RecordForm language={language} shown={shown} filled={filled} fields={fields} />
      )}
    </PersonFrame>
  )
}

type FormParts = Omit<Parts, 'c'> & { readonly language: 'en' | 'cy'; readonly fields: Fields }

const RecordForm = ({ language, shown, filled, fields }: FormParts) => {
  const t = text[language]
  return (
    <Form hidden={{ version: versionToSave(filled, shown.review.version) }}>
      <Radios {...fields.at('how')} label={t.how} labelSize="m" options={optionsOf(t.hows)} />
      <Radios {...fields.at('saidBy')} label={t.whose} labelSize="m" options={optionsOf(t.forWhom)} />
      <DateInput {...fields.dateAt('saidOn', shown.today)} label={t.saidOn} labelSize="m" />
      <Radios
        {...fields.at('says')}
        label={t.whatSaid}
        labelSize="m"
        options={OwnSays.options.map((value) => ({ value, label: t.recordSays[value] }))}
      />
      <TextArea {...fields.at('words')} label={t.theirWords} labelSize="m" hint={t.theirWordsHint} maxLength={4000} />
      <Radios
        {...fields.at('wordsLanguage', shown.person.language)}
        label={t.wordsLanguage}
        inline
        options={optionsOf(t.languages)}
      />
      <Button>{t.save}</Button>
    </Form>
  )
}

/** The outcome, what the review found and what the provider reported, and the word that stands. */
const WhatStands = ({ language, shown }: { language: 'en' | 'cy'; shown: ReviewWithHistory }) => {
  const t = text[language]
  const { outcome, review } = shown
  const word = nameOfWord(review)
  return (
    <Section title={t.theOutcome}>
      <OwnWords words={outcome.ownWords} language={outcome.ownWordsLanguage} />
      <p>{t.weLooked(showDay(language, review.heldOn))}</p>
      <p>{t.reviewFound(ACHIEVEMENT_NAMES[review.achievement][language])}</p>
      {review.providerSays && <p>{t.providerReported(ACHIEVEMENT_NAMES[review.providerSays][language])}</p>}
      {word && (
        <SummaryList
          rows={[
            { key: t.nowStands, value: word[language] },
            { key: t.howKnown, value: sourceOfWord(language, review) },
          ]}
        />
      )}
      {shown.earlier.length > 0 && <EarlierWords language={language} words={shown.earlier} />}
    </Section>
  )
}

const EarlierWords = ({ language, words }: { language: 'en' | 'cy'; words: readonly SpokenWord[] }) => {
  const t = text[language]
  return (
    <>
      <p>{t.earlierLead}</p>
      <DataTable
        caption={t.earlier}
        rows={words}
        empty={t.noEarlier}
        columns={[
          { key: 'on', header: t.earlierColumns.on, rowHeader: true, cell: (one) => showDay(language, one.saidOn) },
          {
            key: 'says',
            header: t.earlierColumns.says,
            cell: (one) => `${t.recordSays[one.says]} (${t.forWhom[one.saidBy]})`,
          },
          { key: 'how', header: t.earlierColumns.how, cell: (one) => t.source[one.how](one.recordedBy) },
          {
            key: 'words',
            header: t.earlierColumns.words,
            cell: (one) => <span lang={one.wordsLanguage ?? undefined}>{one.words}</span>,
          },
        ]}
      />
    </>
  )
}
