/** Examples of a person's own words, of the line of choices, and of ways in. */
import { bilingual } from '../../kernel/language.ts'
import { ChoiceLine } from '../choice-line/choice-line.tsx'
import { Doorways } from '../doorways/doorways.tsx'
import type { ComponentExamples } from '../example.ts'
import { Form } from '../form/form.tsx'
import { ThreadPicture } from '../line-of-sight/thread-picture.tsx'
import { TodayList } from '../today-list/today-list.tsx'
import { OwnWords } from './own-words.tsx'

const text = bilingual({
  en: {
    by: 'Mair, in March 2026',
    now: '1 April 2025 to 31 March 2026',
    year: 'Last 12 months',
    quarter: 'Last 3 months',
    broker: 'Broker',
    brokerHint: 'Which packages wait for a provider',
    reviewer: 'Reviewer',
    reviewerHint: 'What the evidence says about a contract',
    need: 'Need',
    needSays: 'People who live alone',
    outcome: 'Outcome',
    outcomeSays: 'I see my friends',
    review: 'Review',
    reviewSays: 'What shall we change?',
    waiting: '3 reviews wait for your signature',
    news: '2 contracts fell outside their limits last month',
    nothing: 'Nothing waits for you today.',
    caption: 'From what people need to what we learn from it, on one thread.',
  },
  cy: {
    by: 'Mair, ym mis Mawrth 2026',
    now: '1 Ebrill 2025 i 31 Mawrth 2026',
    year: 'Y 12 mis diwethaf',
    quarter: 'Y 3 mis diwethaf',
    broker: 'Brocer',
    brokerHint: 'Pa becynnau sy’n aros am ddarparwr',
    reviewer: 'Adolygydd',
    reviewerHint: 'Beth mae’r dystiolaeth yn ei ddweud am gontract',
    need: 'Angen',
    needSays: 'Pobl sy’n byw ar eu pen eu hunain',
    outcome: 'Canlyniad',
    outcomeSays: 'Rwy’n gweld fy ffrindiau',
    review: 'Adolygiad',
    reviewSays: 'Beth ddylem ni ei newid?',
    waiting: 'Mae 3 adolygiad yn aros am eich llofnod',
    news: 'Aeth 2 gontract y tu hwnt i’w terfynau fis diwethaf',
    nothing: 'Nid oes dim yn aros amdanoch heddiw.',
    caption: 'O’r hyn y mae ei angen ar bobl i’r hyn a ddysgwn ohono, ar un edefyn.',
  },
})

export const ownWordsExamples: ComponentExamples = {
  component: 'own-words',
  title: { en: 'Own words, choices, ways in', cy: 'Geiriau’r person, dewisiadau, ffyrdd i mewn' },
  use: {
    en: 'What people say stays in their own language; what may be chosen stands on one line or behind one door each.',
    cy: 'Mae’r hyn y mae pobl yn ei ddweud yn aros yn eu hiaith eu hunain; mae’r dewisiadau ar un llinell neu y tu ôl i un drws yr un.',
  },
  examples: [
    {
      name: 'own-words',
      title: { en: 'A person’s own words', cy: 'Geiriau’r person ei hun' },
      render: (language) => (
        <OwnWords words="Dw i isio cerdded i’r capel eto, efo Gwen." language="cy" by={text[language].by} />
      ),
    },
    {
      name: 'choices',
      title: { en: 'A line of choices', cy: 'Llinell o ddewisiadau' },
      render: (language) => (
        <ChoiceLine
          now={text[language].now}
          choices={[
            { label: text[language].year, href: '/design/own-words', current: true },
            { label: text[language].quarter, href: '/design/own-words' },
          ]}
        />
      ),
    },
    {
      name: 'doorways',
      title: { en: 'Ways in', cy: 'Ffyrdd i mewn' },
      render: (language) => (
        <Form action="/design/own-words">
          <Doorways
            name="persona"
            doors={[
              { value: 'broker', title: 'Siân Ŵyn', detail: text[language].broker, hint: text[language].brokerHint },
              {
                value: 'reviewer',
                title: 'Dewi Parry',
                detail: text[language].reviewer,
                hint: text[language].reviewerHint,
              },
            ]}
          />
        </Form>
      ),
    },
    {
      name: 'today',
      title: { en: 'What waits today', cy: 'Beth sy’n aros heddiw' },
      render: (language) => (
        <TodayList
          empty={text[language].nothing}
          entries={[
            { kind: 'attention', sentence: text[language].waiting, href: '/design/own-words' },
            { kind: 'news', sentence: text[language].news, href: '/design/own-words' },
          ]}
        />
      ),
    },
    {
      name: 'thread-picture',
      title: { en: 'The thread as a picture', cy: 'Yr edefyn fel llun' },
      render: (language) => (
        <ThreadPicture
          caption={text[language].caption}
          stops={[
            { name: text[language].need, headline: text[language].needSays },
            { name: text[language].outcome, headline: text[language].outcomeSays },
            { name: text[language].review, headline: text[language].reviewSays },
          ]}
        />
      ),
    },
  ],
}
