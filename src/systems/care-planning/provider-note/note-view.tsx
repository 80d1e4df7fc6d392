/** One provider's note as pages show it, with its answer where there is one; and what a provider was told and has to acknowledge. */
import type { Language } from '../../../kernel/language.ts'
import { dayOf, showDay } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import { showNumber } from '../../../kernel/quantity.ts'
import { Button, Form, Link, OwnWords, Section, Tag } from '../../../ui/index.ts'
import type { Provider } from '../../commissioning/index.ts'
import { noticeSentence, wordsOf } from '../notice/notice.text.ts'
import type { NoticeAboutPerson } from '../notice/notice.ts'
import { carePlanningPaths } from '../paths.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { text } from './provider-note.text.ts'
import { NOTE_ANSWER_NAMES, NOTE_KIND_NAMES, type ProviderNote } from './provider-note.ts'

export type NoteProps = {
  readonly language: Language
  readonly note: ProviderNote
  readonly providers: ReadonlyMap<number, Provider>
  readonly outcomes: readonly PersonalOutcome[]
}

export const NoteView = ({ language, note, providers, outcomes }: NoteProps) => {
  const t = text[language]
  const outcome = outcomes.find(({ personalOutcomeId }) => personalOutcomeId === note.personalOutcomeId)
  const provider = providers.get(note.providerId)?.name ?? ''
  return (
    <>
      {note.isUrgent && note.state === 'waiting' && (
        <p>
          <Tag tone="wrong">{t.urgent}</Tag>
        </p>
      )}
      {outcome && (
        <p>
          {t.about}:{' '}
          <Link
            href={carePlanningPaths.outcome(outcome.personId, outcome.personalOutcomeId)}
            lang={outcome.ownWordsLanguage}
          >
            {outcome.ownWords}
          </Link>
        </p>
      )}
      <OwnWords
        words={note.words}
        language={note.wordsLanguage}
        by={t.by(note.writtenBy, provider, showDay(language, dayOf(note.writtenAt)))}
      />
      {note.weeklyMinutes !== null && <p>{t.weekly(showNumber(language, note.weeklyMinutes / 60))}</p>}
      <AnswerView language={language} note={note} />
    </>
  )
}

const AnswerView = ({ language, note }: { language: Language; note: ProviderNote }) => {
  if (!note.answer || !note.answeredAt) return null
  const on = showDay(language, dayOf(note.answeredAt))
  const by = text[language].answeredBy(NOTE_ANSWER_NAMES[note.answer][language], note.answeredBy ?? '', on)
  if (!note.answerWords) return <p>{by}</p>
  return <OwnWords words={note.answerWords} language={note.answerLanguage ?? note.wordsLanguage} by={by} />
}

/** What waits to be acknowledged, each with its own button; it leads back to `back`. */
export const Told = (props: { language: Language; notices: readonly NoticeAboutPerson[]; back: string }) => {
  const { language, notices, back } = props
  const t = text[language]
  return (
    <Section title={t.told} lead={t.toldLead} id="told">
      {notices.map((notice) => {
        const said = wordsOf(notice.detail)
        const name = calledName(notice)
        return (
          <Section level={3} title={noticeSentence(language, notice.kind, name)}>
            {said && <OwnWords words={said.words} language={said.language ?? language} />}
            <p>
              <Link href={notice.path} about={`: ${name}`}>
                {t.open}
              </Link>
              {' · '}
              {showDay(language, dayOf(notice.toldAt))}
            </p>
            <Form action={carePlanningPaths.acknowledge(notice.noticeId)} hidden={{ back }}>
              <Button kind="secondary">{t.acknowledge}</Button>
            </Form>
          </Section>
        )
      })}
    </Section>
  )
}

export function noteTitle(language: Language, note: ProviderNote): string {
  return text[language].noteOf(NOTE_KIND_NAMES[note.kind][language], showDay(language, note.happenedOn))
}
