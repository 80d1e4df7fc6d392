/** The page of a contract: its scorecard. Outcomes first and largest, what it takes below, and every number one click from its rows. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { showInstant, showPeriod, wholeMonthsBefore } from '../../../kernel/period.ts'
import { ratio, shareOf, showShare } from '../../../kernel/quantity.ts'
import { STOP_NAMES } from '../../../measures/line-of-sight/line-of-sight.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  Adjustment,
  BigNumber,
  Button,
  ChoiceLine,
  Columns,
  DateInput,
  Details,
  DotGap,
  type DotGapRow,
  Form,
  LineOfSight,
  Link,
  Notice,
  Numbers,
  Page,
  Section,
  Sparkline,
  StackedBar,
  typedDate,
} from '../../../ui/index.ts'
import { contractPaths } from '../paths.ts'
import { AboutContract, aboveTitle } from './about-contract.tsx'
import { NAMED_ANOTHER_FIRST, openScorecard, type Scorecard } from './scorecard.actions.ts'
import { labelOf } from './scorecard.answer.ts'
import { answerScorecardFile, wantedFile } from './scorecard.file.ts'
import { leadOf, lookSentences, rowSentence, showValue } from './scorecard.sentences.ts'
import { scorecardText } from './scorecard.text.ts'
import { addWords, type Words, wordRows } from './scorecard.ts'
import { pageText } from './scorecard-page.text.ts'
import { MonthsTable, trendOf, WhatItTakes } from './what-it-takes.tsx'

export function scorecardPages(doors: Doors): void {
  doors.get('/contracts/:contractId', 'contracts:read', async (c) => {
    const asked = { ...periodAsked(c), contractId: c.req.param('contractId') }
    const result = await perform(c.get('runtime'), actorOf(c), openScorecard, asked, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const format = wantedFile(c)
    if (format) return answerScorecardFile(c, format, result.value)
    return c.html(<ScorecardPage c={c} card={result.value} />)
  })
}

/** As a link says it (`from=2026-01-01`), or as three fields of a form do. */
function periodAsked(c: Context<Env>): Readonly<Record<string, string>> {
  const query = c.req.query()
  const asked: Record<string, string> = {}
  for (const name of ['from', 'to']) {
    const { day, month, year } = typedDate(query, name)
    if (query[name]) asked[name] = query[name]
    else if (day || month || year) asked[name] = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return asked
}

const ScorecardPage: FC<{ c: Context<Env>; card: Scorecard }> = ({ c, card }) => {
  const language = c.get('language')
  const text = pageText[language]
  const { contract, lineOfSight } = card
  return (
    <Page
      frame={c.get('frame')}
      title={contract.title[language]}
      above={aboveTitle(language, card)}
      lead={leadOf(language, { ...card, words: addWords(card.words), servesOutcomes: card.outcomes.length > 0 })}
      breadcrumbs={[{ label: text.contracts, href: contractPaths.contracts() }]}
    >
      <LineOfSight stops={lineOfSight.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))} current="contract" />
      <SecondLookNotice language={language} card={card} />
      <PeriodChoice language={language} card={card} />
      <Columns>
        <Section title={text.outcomes} id="outcomes">
          <Outcomes language={language} card={card} />
          <Adjustment for="no" href={measurePaths.compare()} />
        </Section>
        <Section title={text.whoseWord} id="words">
          <WhoseWord language={language} card={card} />
          <OutcomesBeside language={language} card={card} />
        </Section>
      </Columns>
      <Section title={text.whatItTakes} id="what-it-takes" lead={text.whatItTakesLead}>
        <WhatItTakes language={language} card={card} />
        <MonthsTable language={language} rows={[...card.outcomeRows, ...card.rows]} />
      </Section>
      <Section title={text.about} id="about">
        <AboutContract language={language} card={card} />
        <p class="govuk-body-s">{text.asOf(showInstant(language, card.asOf))}</p>
      </Section>
    </Page>
  )
}

const SecondLookNotice: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => {
  const { secondLook, namedAnotherFirst, contract, period } = card
  if (!secondLook) return null
  const text = scorecardText[language].look
  const sentences = lookSentences(language, secondLook, labelOf(card, secondLook.measure)[language])
  const named = namedAnotherFirst && namedAnotherFirst.denominator > 0 ? namedAnotherFirst : undefined
  const evidence = named ? NAMED_ANOTHER_FIRST : 'outcomes-achieved'
  return (
    <Notice kind="attention" title={text.title}>
      <p>
        {sentences.join(' ')} {named && text.namedFirst(named.numerator, named.denominator)}{' '}
        <Link href={measurePaths.explain(evidence, { contractId: contract.contractId }, period)}>{text.see}</Link>
      </p>
    </Notice>
  )
}

const PeriodChoice: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => {
  const text = pageText[language]
  const { contract, period, today } = card
  const shortcuts = [
    { label: text.lastYear, span: wholeMonthsBefore(today, 12) },
    { label: text.lastQuarter, span: wholeMonthsBefore(today, 3) },
  ]
  const file = (format: string) => `${contractPaths.contract(contract.contractId, period)}&export=${format}`
  return (
    <ChoiceLine
      now={showPeriod(language, period)}
      choices={[
        ...shortcuts.map(({ label, span }) => ({
          label,
          href: contractPaths.contract(contract.contractId, span),
          current: span.from.equals(period.from) && span.to.equals(period.to),
        })),
        { label: text.pdf, href: file('pdf'), download: true },
        { label: text.docx, href: file('docx'), download: true },
        { label: text.xlsx, href: file('xlsx'), download: true },
      ]}
    >
      <Details summary={text.otherPeriod}>
        <Form method="get" action={contractPaths.contract(contract.contractId)}>
          <DateInput name="from" label={text.from} value={period.from} />
          <DateInput name="to" label={text.to} value={period.to} />
          <Button kind="secondary">{text.show}</Button>
        </Form>
      </Details>
    </ChoiceLine>
  )
}

const Outcomes: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => {
  const text = pageText[language]
  const { now, contract, period } = card
  if (now.reviewed === 0) return <p class="app-empty">{text.noReviews}</p>
  const share = ratio(now.achieved, now.reviewed)
  return (
    <>
      <BigNumber
        value={showShare(language, share)}
        label={text.achievedOf(now.reviewed)}
        href={measurePaths.explain('outcomes-achieved', { contractId: contract.contractId }, period)}
      />
      <StackedBar
        title={text.conclusions}
        parts={[
          { label: text.parts.achieved, value: now.achieved, tone: 'achieved' },
          { label: text.parts.partly, value: now.partly, tone: 'partly' },
          { label: text.parts.not, value: now.not, tone: 'not' },
          { label: text.parts.changed, value: now.changed, tone: 'changed' },
        ]}
      />
      <AchievedOverTime language={language} card={card} />
    </>
  )
}

const AchievedOverTime: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => {
  const achieved = card.outcomeRows[0]
  if (!achieved) return null
  return (
    <Section title={pageText[language].monthByMonth} level={3}>
      <Sparkline
        title={achieved.measure.label[language]}
        meaning={rowSentence(language, achieved)}
        {...trendOf(language, achieved)}
      />
    </Section>
  )
}

/** What else is told of outcomes: confirmed by the person, distance travelled. */
const OutcomesBeside: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => (
  <Numbers>
    {card.outcomeRows.slice(1).map(({ measure, now }) => (
      <BigNumber
        size="m"
        value={showValue(language, measure, now)}
        label={measure.label[language]}
        href={measurePaths.explain(measure.name, { contractId: card.contract.contractId }, card.period)}
      />
    ))}
  </Numbers>
)

const WhoseWord: FC<{ language: Language; card: Scorecard }> = ({ language, card }) => {
  const text = pageText[language]
  const all = addWords(card.words)
  if (all.both === 0) return <p class="app-empty">{text.noWords}</p>
  const { told, others } = wordRows(card.words)
  const rowOf = (label: string, word: Words): DotGapRow => ({
    label,
    provider: shareOf(ratio(word.providerAchieved, word.both)) ?? null,
    person: shareOf(ratio(word.personAchieved, word.both)) ?? null,
    href: measurePaths.explain('word-gap', { contractId: card.contract.contractId }, card.period, 'denominator'),
  })
  const rows = told.map((word) => rowOf(word.outcome?.statement[language] ?? text.otherWords, word))
  return (
    <DotGap
      title={text.whoseWord}
      meaning={text.wordsLead(all.both)}
      rows={[
        rowOf(text.allWords, all),
        ...rows,
        ...(rows.length > 0 && others.both > 0 ? [rowOf(text.otherWords, others)] : []),
      ]}
    />
  )
}
