/** Home: what needs me today, how are we doing, what changed. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import type { Language } from '../../kernel/language.ts'
import { monthsOf, type Period, showDay, showInstant, showMonth, showPeriod } from '../../kernel/period.ts'
import { showCount, showShare } from '../../kernel/quantity.ts'
import { STOP_NAMES, type StopReading } from '../../measures/line-of-sight/line-of-sight.ts'
import { measurePaths } from '../../measures/paths.ts'
import type { AuditedEvent } from '../../platform/audit/reading.store.ts'
import { actorOf } from '../../platform/http/doors.ts'
import { may } from '../../platform/permissions/actor.ts'
import {
  BigNumber,
  Button,
  HistoryList,
  LineOfSight,
  Link,
  type MeasureRow,
  MeasureRows,
  Page,
  Section,
  Sparkline,
  StackedBar,
  TodayList,
} from '../../ui/index.ts'
import type { DeskCorner, DeskParts } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { type Doing, type Home, openHome } from './home.actions.ts'
import { homeText } from './home.text.ts'
import { OUTCOME_PARTS, type Trend } from './home.ts'

export function homeDesk({ systems }: DeskParts): DeskCorner {
  return {
    navigation: [
      {
        label: { en: homeText.en.navigation, cy: homeText.cy.navigation },
        href: deskPaths.home(),
        access: 'signed-in',
        order: 0,
      },
    ],
    pages(doors) {
      doors.get(deskPaths.home(), 'signed-in', async (c) => {
        const [runtime, actor] = [c.get('runtime'), actorOf(c)]
        const home = await openHome(runtime, actor, systems)
        const mayExplain = may(actor, 'measures:explain')
        return c.html(
          <HomePage frame={c.get('frame')} home={home} today={runtime.clock.today()} mayExplain={mayExplain} />,
        )
      })
    },
  }
}

type HomePageProps = { frame: Frame; home: Home; today: Temporal.PlainDate; mayExplain: boolean }

const HomePage: FC<HomePageProps> = ({ frame, home, today, mayExplain }) => {
  const { language } = frame
  const text = homeText[language]
  const needs = home.today.filter((item) => item.kind === 'attention')
  return (
    <Page
      frame={frame}
      title={text.title}
      above={`${showDay(language, today)} · ${frame.authorityName[language]}`}
      lead={text.lead(needs.length)}
    >
      {needs.length > 0 && (
        <TodayList entries={needs.map((item) => ({ ...item, sentence: item.sentence[language] }))} empty="" />
      )}
      {home.ownRecord && <OwnRecord language={language} href={home.ownRecord} />}
      {home.doing && <DoingSection language={language} doing={home.doing} mayExplain={mayExplain} />}
      {home.stops.length > 0 && <ThreadSection language={language} stops={home.stops} />}
      <ChangedSection language={language} home={home} />
    </Page>
  )
}

/** A person, or a carer, comes for one record; it stands first. */
const OwnRecord: FC<{ language: Language; href: string }> = ({ language, href }) => {
  const text = homeText[language]
  return (
    <Section title={text.yourRecord}>
      <Button href={href}>{text.openRecord}</Button>
    </Section>
  )
}

const DoingSection: FC<{ language: Language; doing: Doing; mayExplain: boolean }> = ({
  language,
  doing,
  mayExplain,
}) => {
  const text = homeText[language]
  return (
    <Section title={text.doing} lead={text.doingOver(showPeriod(language, doing.period))}>
      {doing.outcomes && <Outcomes language={language} outcomes={doing.outcomes} />}
      <MeasureRows rows={doing.trends.map((trend) => rowOf(language, trend, doing.period, mayExplain))} />
    </Section>
  )
}

const Outcomes: FC<{ language: Language; outcomes: NonNullable<Doing['outcomes']> }> = ({ language, outcomes }) => {
  const text = homeText[language]
  const parts = Object.keys(OUTCOME_PARTS) as (keyof typeof OUTCOME_PARTS)[]
  const achieved = showShare(language, outcomes.achieved)
  return (
    <>
      <BigNumber value={achieved} label={text.achieved(showCount(language, outcomes.achieved.denominator))} />
      <StackedBar
        title={text.outcomes}
        meaning={
          outcomes.achieved.denominator > 0
            ? text.achievedMeaning(achieved, showShare(language, outcomes.partly))
            : text.nothing
        }
        parts={parts.map((part) => ({ label: text.parts[part], value: outcomes[part].numerator, tone: part }))}
      />
    </>
  )
}

function rowOf(language: Language, trend: Trend, period: Period, mayExplain: boolean): MeasureRow {
  const text = homeText[language]
  const { measure, year, points, isBetter } = trend
  const months = monthsOf(period)
  return {
    name: measure.label[language],
    mark: isBetter === false ? 'attention' : undefined,
    value: showShare(language, year, measure.better === 'lower' ? 1 : 0),
    detail: text.of(showCount(language, year.numerator), showCount(language, year.denominator)),
    chart: (
      <Sparkline
        title={measure.label[language]}
        withoutTable
        format={(value) => showShare(language, { numerator: value, denominator: 1 }, 1)}
        points={points.map((point, index) => ({
          label: months[index] ? showMonth(language, months[index]) : '',
          value: point.value,
          low: point.band?.low,
          high: point.band?.high,
        }))}
      />
    ),
    sentence: sentenceOf(language, trend),
    why: mayExplain ? { href: measurePaths.explain(measure.name, {}, period), label: text.why } : undefined,
  }
}

function sentenceOf(language: Language, { year, change }: Trend): string {
  const text = homeText[language]
  if (year.denominator === 0) return text.nothing
  if (!change) return text.steady
  return change.direction === 'up' ? text.higher(change.months) : text.lower(change.months)
}

const ThreadSection: FC<{ language: Language; stops: readonly StopReading[] }> = ({ language, stops }) => {
  const text = homeText[language]
  return (
    <Section title={text.thread} lead={text.threadLead}>
      <LineOfSight label={text.thread} stops={stops.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))} />
    </Section>
  )
}

const ChangedSection: FC<{ language: Language; home: Home }> = ({ language, home }) => {
  const text = homeText[language]
  const news = home.today.filter((item) => item.kind === 'news')
  return (
    <Section title={text.changed}>
      {(news.length > 0 || home.events.length === 0) && (
        <TodayList
          entries={news.map((item) => ({ ...item, sentence: item.sentence[language] }))}
          empty={text.nothingChanged}
        />
      )}
      {home.events.length > 0 && (
        <>
          <HistoryList entries={home.events.map((event) => entryOf(language, event))} empty={text.nothingChanged} />
          <p>
            <Link href={deskPaths.audit()}>{text.log}</Link>
          </p>
        </>
      )}
    </Section>
  )
}

function entryOf(language: Language, event: AuditedEvent) {
  return {
    when: showInstant(language, event.at),
    datetime: event.at.toString(),
    who: event.actor.name,
    what: event.actionTitle[language],
    href: deskPaths.auditEntry(event.sequence),
  }
}
