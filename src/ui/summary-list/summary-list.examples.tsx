/** Examples of what is said about one record: its facts, its tasks, its progress, its history, its signature. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { HistoryList } from '../history-list/history-list.tsx'
import { ProgressBar } from '../progress-bar/progress-bar.tsx'
import { SignedBy } from '../signed-by/signed-by.tsx'
import { TaskList } from '../task-list/task-list.tsx'
import { SummaryList } from './summary-list.tsx'

const text = bilingual({
  en: {
    provider: 'Provider',
    model: 'Model',
    modelValue: 'Model 2: paid by time, with outcomes agreed',
    dates: 'Dates',
    datesValue: '1 April 2025 to 31 March 2029',
    change: 'Change',
    evidence: 'Look at the evidence',
    judge: 'Judge each prompt',
    judgeHint: '5 of 31 prompts are answered',
    signOff: 'Second signature',
    finished: 'Completed',
    toDo: 'To do',
    waiting: 'Cannot start yet',
    importing: 'Reading visits',
    rows: '41,000 of 250,000 rows',
    signed: 'The review was signed',
    judged: 'The judgement on prompt 12 was changed from 2 to 3',
    when1: '3 March 2026, 14:05',
    when2: '2 March 2026, 09:31',
    role: 'Contract manager',
    none: 'Nothing has happened to this record yet.',
  },
  cy: {
    provider: 'Darparwr',
    model: 'Model',
    modelValue: 'Model 2: talu yn ôl amser, gyda chanlyniadau wedi’u cytuno',
    dates: 'Dyddiadau',
    datesValue: '1 Ebrill 2025 i 31 Mawrth 2029',
    change: 'Newid',
    evidence: 'Edrych ar y dystiolaeth',
    judge: 'Barnu pob anogwr',
    judgeHint: 'Mae 5 o’r 31 anogwr wedi’u hateb',
    signOff: 'Ail lofnod',
    finished: 'Wedi’i gwblhau',
    toDo: 'I’w wneud',
    waiting: 'Ni ellir dechrau eto',
    importing: 'Yn darllen ymweliadau',
    rows: '41,000 o’r 250,000 rhes',
    signed: 'Llofnodwyd yr adolygiad',
    judged: 'Newidiwyd y farn ar anogwr 12 o 2 i 3',
    when1: '3 Mawrth 2026, 14:05',
    when2: '2 Mawrth 2026, 09:31',
    role: 'Rheolwr contractau',
    none: 'Nid oes dim wedi digwydd i’r cofnod hwn eto.',
  },
})

export const recordExamples: ComponentExamples = {
  component: 'summary-list',
  title: { en: 'About one record', cy: 'Ynghylch un cofnod' },
  use: {
    en: 'Facts as a summary list; tasks, progress, history and signature as the record needs them.',
    cy: 'Ffeithiau ar ffurf rhestr grynodeb; tasgau, cynnydd, hanes a llofnod yn ôl angen y cofnod.',
  },
  examples: [
    {
      name: 'facts',
      title: { en: 'Facts that may be changed', cy: 'Ffeithiau y gellir eu newid' },
      render: (language) => {
        const words = text[language]
        return (
          <SummaryList
            rows={[
              { key: words.provider, value: 'Gofal Dyffryn' },
              {
                key: words.model,
                value: words.modelValue,
                actions: [{ href: '/design/summary-list', label: words.change }],
              },
              {
                key: words.dates,
                value: words.datesValue,
                actions: [{ href: '/design/summary-list', label: words.change }],
              },
            ]}
          />
        )
      },
    },
    {
      name: 'tasks',
      title: { en: 'Task list', cy: 'Rhestr dasgau' },
      render: (language) => {
        const words = text[language]
        return (
          <TaskList
            tasks={[
              { title: words.evidence, href: '/design/summary-list', status: { label: words.finished } },
              {
                title: words.judge,
                hint: words.judgeHint,
                href: '/design/summary-list',
                status: { label: words.toDo, tone: 'strong' },
              },
              { title: words.signOff, status: { label: words.waiting, tone: 'plain' } },
            ]}
          />
        )
      },
    },
    {
      name: 'progress',
      title: { en: 'Progress', cy: 'Cynnydd' },
      render: (language) => (
        <ProgressBar label={text[language].importing} done={41_000} total={250_000} says={text[language].rows} />
      ),
    },
    {
      name: 'history',
      title: { en: 'History', cy: 'Hanes' },
      render: (language) => (
        <HistoryList
          empty={text[language].none}
          entries={[
            {
              when: text[language].when1,
              datetime: '2026-03-03T14:05',
              who: 'Nia Prosser',
              what: text[language].signed,
            },
            {
              when: text[language].when2,
              datetime: '2026-03-02T09:31',
              who: 'Dewi Ŵyn Parry',
              what: text[language].judged,
            },
          ]}
        />
      ),
    },
    {
      name: 'signature',
      title: { en: 'Signature', cy: 'Llofnod' },
      render: (language) => <SignedBy name="Nia Prosser" role={text[language].role} when={text[language].when1} />,
    },
  ],
}
