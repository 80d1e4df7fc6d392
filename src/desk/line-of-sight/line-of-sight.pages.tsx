/** The page of the line of sight. Knows no system: it shows what the systems publish. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { showCount } from '../../kernel/quantity.ts'
import type { BrokenLink } from '../../measures/line-of-sight/broken-link.ts'
import { STOP_NAMES, type StopName } from '../../measures/line-of-sight/line-of-sight.ts'
import type { Start } from '../../measures/line-of-sight/start.ts'
import { perform } from '../../platform/actions/action.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { DataTable, Details, LineOfSight, Link, Page, Section, SummaryList, Tag } from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { type LineOfSightPage, walkLineOfSight } from './line-of-sight.actions.ts'
import { text } from './line-of-sight.text.ts'

const PATH = deskPaths.lineOfSight()

export function lineOfSightPages(doors: Doors): void {
  doors.get(PATH, 'measures:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), walkLineOfSight, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return c.html(<ThePage c={c} page={result.value} />)
  })
}

const ThePage: FC<{ c: Context<Env>; page: LineOfSightPage }> = ({ c, page }) => {
  const language = c.get('language')
  const t = text[language]
  const { from, broken } = page
  const state = broken && (broken.length === 0 ? t.whole : t.brokenCount(broken.length))
  return (
    <Page frame={c.get('frame')} title={t.title} lead={state ? `${t.what} ${state}` : t.what}>
      <Section title={from ? t.from(from.ref, from.name[language]) : t.fromAll}>
        <LineOfSight stops={page.stops.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))} />
        {from && (
          <p class="govuk-body">
            <Link href={from.href}>{t.openOutcome}</Link> · <Link href={PATH}>{t.all}</Link>
          </p>
        )}
      </Section>
      {broken && <BrokenLinks language={language} broken={broken} />}
      <Section title={t.start} id="start" lead={t.startLead}>
        <Starts language={language} page={page} />
      </Section>
    </Page>
  )
}

const BrokenLinks: FC<{ language: Language; broken: readonly BrokenLink[] }> = ({ language, broken }) => {
  const t = text[language]
  return (
    <Section title={t.broken} id="broken">
      {broken.length === 0 ? (
        <p class="app-empty">{t.brokenNone}</p>
      ) : (
        <SummaryList
          rows={broken.map((link) => ({
            key: between(language, link),
            value: <Broken language={language} link={link} />,
          }))}
        />
      )}
    </Section>
  )
}

function between(language: Language, { between: [above, below] }: BrokenLink): string {
  return text[language].between(STOP_NAMES[above][language], STOP_NAMES[below][language])
}

const Broken: FC<{ language: Language; link: BrokenLink }> = ({ language, link }) => (
  <>
    <p class="govuk-body">
      <Link href={link.href}>{link.sentence[language]}</Link> {link.remedy[language]}
    </p>
    {link.examples.length > 0 && (
      <p class="govuk-body-s">
        {text[language].forExample}{' '}
        {link.examples.map((example, index) => (
          <>
            {index > 0 && '; '}
            <Link href={example.href} lang={example.language}>
              {example.name[language]}
            </Link>
          </>
        ))}
      </p>
    )}
  </>
)

const Starts: FC<{ language: Language; page: LineOfSightPage }> = ({ language, page: { starts, tallies } }) => {
  const t = text[language]
  if (starts.length === 0) return <p class="app-empty">{t.noStarts}</p>
  const stands = (start: Start) => [...tallies.values()].some((tally) => (tally.get(start.id)?.count ?? 0) > 0)
  const unused = starts.filter((start) => !stands(start))
  const tables = { language, tallies }
  return (
    <>
      <StartsTable {...tables} starts={starts.filter(stands)} />
      {unused.length > 0 && (
        <Details summary={t.unused(unused.length)}>
          <StartsTable {...tables} starts={unused} />
        </Details>
      )}
    </>
  )
}

const StartsTable: FC<Pick<LineOfSightPage, 'starts' | 'tallies'> & { language: Language }> = ({
  language,
  starts,
  tallies,
}) => {
  const t = text[language]
  const show = (stop: StopName) => (start: Start) => {
    const tally = tallies.get(stop)?.get(start.id)
    if (!tally) return '–'
    const count = showCount(language, tally.count)
    return tally.of === undefined ? count : t.of(count, showCount(language, tally.of))
  }
  return (
    <DataTable
      caption={t.start}
      captionHidden
      rows={starts}
      empty={t.noStarts}
      columns={[
        {
          key: 'outcome',
          header: t.outcome,
          rowHeader: true,
          cell: (start) => (
            <>
              <Tag>{start.ref}</Tag> <Link href={`${PATH}?outcome=${start.id}`}>{start.name[language]}</Link>
            </>
          ),
        },
        ...[...tallies.keys()].map((stop) => ({
          key: stop,
          header: STOP_NAMES[stop][language],
          numeric: true,
          cell: show(stop),
        })),
      ]}
    />
  )
}
