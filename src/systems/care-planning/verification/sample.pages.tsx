/** One sample: how its claims came out, and how it was drawn. */
import type { Context } from 'hono'
import { showDay } from '../../../kernel/period.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { DataTable, Link, Page, Section, StackedBar, SummaryList } from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES, nameOfWord } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { openSample, type SampleView } from './verification.actions.ts'
import { text } from './verification.text.ts'
import { FOUND_NAMES, hiddenOf, type SampleItem, tallyOf } from './verification.ts'

export function samplePages(doors: Doors): void {
  doors.get(carePlanningPaths.sample(':sampleId{[0-9]+}'), 'words:record', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openSample, c.req.param(), originOf(c))
    return result.ok ? c.html(<SamplePage c={c} view={result.value} />) : answerRefusal(c, result.refusal)
  })
}

type Parts = { readonly c: Context<Env>; readonly view: SampleView }

const SamplePage = ({ c, view }: Parts) => {
  const language = c.get('language')
  const t = text[language]
  const tally = tallyOf(view.items)
  return (
    <Page
      frame={c.get('frame')}
      title={t.sampleTitle(showDay(language, view.sample.drawnOn))}
      lead={t.sampleLead(tally.upheld, tally.upheld + tally.differs, tally.waiting)}
      breadcrumbs={[{ label: t.title, href: carePlanningPaths.samples() }]}
      wide
    >
      <StackedBar
        title={t.picture}
        parts={[
          { label: t.outcomes.upheld, value: tally.upheld, tone: 'achieved' },
          { label: t.outcomes.differs, value: tally.differs, tone: 'not' },
          { label: t.outcomes['could-not-verify'], value: tally['could-not-verify'], tone: 'changed' },
          { label: t.outcomes.waiting, value: tally.waiting, tone: 'partly' },
        ]}
      />
      <ClaimTable language={language} view={view} />
      <HowDrawn language={language} view={view} />
    </Page>
  )
}

type Of = { readonly language: 'en' | 'cy'; readonly view: SampleView }

const ClaimTable = ({ language, view }: Of) => {
  const t = text[language]
  return (
    <DataTable
      caption={t.claims}
      rows={view.items}
      empty={t.noClaims}
      columns={[
        {
          key: 'person',
          header: t.claimColumns.person,
          rowHeader: true,
          cell: (item) => <Link href={carePlanningPaths.person(item.personId)}>{item.personName}</Link>,
        },
        {
          key: 'outcome',
          header: t.claimColumns.outcome,
          cell: (item) => <span lang={item.ownWordsLanguage}>{item.ownWords}</span>,
        },
        { key: 'claimed', header: t.claimColumns.claimed, cell: (item) => ACHIEVEMENT_NAMES[item.claimed][language] },
        {
          key: 'provider',
          header: t.claimColumns.provider,
          cell: (item) => (item.providerClaimed ? ACHIEVEMENT_NAMES[item.providerClaimed][language] : t.notSaid),
        },
        { key: 'word', header: t.claimColumns.word, cell: (item) => nameOfWord(item)?.[language] ?? t.notSaid },
        { key: 'found', header: t.claimColumns.found, cell: (item) => <FoundCell language={language} item={item} /> },
        { key: 'by', header: t.claimColumns.by, cell: (item) => item.verifiedBy ?? '' },
      ]}
    />
  )
}

const FoundCell = ({ language, item }: { language: 'en' | 'cy'; item: SampleItem }) => {
  const t = text[language]
  const href = carePlanningPaths.verifyClaim(item.verificationSampleId, item.outcomeReviewId)
  return (
    <>
      {item.found && `${FOUND_NAMES[item.found][language]} `}
      <Link href={href} about={`: ${item.ownWords}`}>
        {item.found ? t.change : t.lookInto}
      </Link>
    </>
  )
}

const HowDrawn = ({ language, view: { sample, items, isSameToday } }: Of) => {
  const t = text[language]
  const hidden = hiddenOf(sample, items.length)
  const again = isSameToday ? t.same : t.differs
  return (
    <Section title={t.how}>
      <SummaryList
        rows={[
          { key: t.drawnKey, value: t.drawnBy(showDay(language, sample.drawnOn), sample.drawnBy) },
          {
            key: t.outOfKey,
            value: t.outOfValue(sample.eligible, showDay(language, sample.from), showDay(language, sample.to)),
          },
          { key: t.seedKey, value: sample.seed },
          { key: t.methodKey, value: t.method },
          { key: t.againKey, value: hidden > 0 ? t.hidden(hidden) : again },
        ]}
      />
    </Section>
  )
}
