/** Examples of ways in, and of what waits for somebody. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { TodayList } from '../today-list/today-list.tsx'
import { Doorways } from './doorways.tsx'

const text = bilingual({
  en: {
    large: {
      title: 'Read a signed review',
      detail: 'Come in as Tudur Bevan, reviewer',
      hint: 'Judged on eight domains.',
    },
    nia: { title: 'Nia Prosser', detail: 'Contract manager', hint: 'Looks after contracts.' },
    lowri: { title: 'Lowri Cadwaladr', detail: 'Broker', hint: 'Finds a provider for each package of care.' },
    overdue: 'Two outcome reviews are overdue.',
    signed: 'A review was signed yesterday.',
  },
  cy: {
    large: {
      title: 'Darllen adolygiad wedi’i lofnodi',
      detail: 'Dod i mewn fel Tudur Bevan, adolygydd',
      hint: 'Wedi’i farnu ar wyth maes.',
    },
    nia: { title: 'Nia Prosser', detail: 'Rheolwr contractau', hint: 'Yn gofalu am gontractau.' },
    lowri: { title: 'Lowri Cadwaladr', detail: 'Brocer', hint: 'Yn dod o hyd i ddarparwr ar gyfer pob pecyn gofal.' },
    overdue: 'Mae dau adolygiad o ganlyniadau yn hwyr.',
    signed: 'Llofnodwyd adolygiad ddoe.',
  },
})

export const doorwaysExamples: ComponentExamples = {
  component: 'doorways',
  title: { en: 'Ways in, and what waits', cy: 'Ffyrdd i mewn, a’r hyn sy’n aros' },
  use: {
    en: 'Ways in for people who do not know the place yet; a list of what waits for those who do.',
    cy: 'Ffyrdd i mewn i bobl nad ydynt yn adnabod y lle eto; rhestr o’r hyn sy’n aros i’r rhai sydd.',
  },
  examples: [
    {
      name: 'large',
      title: { en: 'One large door', cy: 'Un drws mawr' },
      render: (language) => <Doorways name="persona" doors={[{ value: 'a', ...text[language].large }]} large />,
    },
    {
      name: 'several',
      title: { en: 'Several', cy: 'Sawl un' },
      render: (language) => (
        <Doorways
          name="persona"
          doors={[
            { value: 'nia', ...text[language].nia },
            { value: 'lowri', ...text[language].lowri },
          ]}
        />
      ),
    },
    {
      name: 'today',
      title: {
        en: 'What waits: one to act on, one that is new',
        cy: 'Yr hyn sy’n aros: un i weithredu arno, un sy’n newydd',
      },
      render: (language) => (
        <TodayList
          empty=""
          entries={[
            { kind: 'attention', sentence: text[language].overdue, href: '/people' },
            { kind: 'news', sentence: text[language].signed, href: '/reviews' },
          ]}
        />
      ),
    },
  ],
}
