/** The outcome catalogue, and the page of one outcome: where the line of sight starts. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { inBoth, type Language } from '../../../kernel/language.ts'
import { showCount } from '../../../kernel/quantity.ts'
import { STOP_NAMES, type StopName } from '../../../measures/line-of-sight/line-of-sight.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  type Column,
  DataTable,
  LineOfSight,
  Link,
  ListTools,
  Page,
  Section,
  SummaryList,
  Tag,
} from '../../../ui/index.ts'
import { CommissioningNav } from '../commissioning-nav.tsx'
import { commissioningPaths } from '../paths.ts'
import { browseOutcomes, type Catalogue, type OutcomePage, openOutcome, type Tallies } from './catalogue.actions.ts'
import { catalogueText } from './catalogue.text.ts'
import type { Outcome } from './outcome.ts'

export function cataloguePages(doors: Doors): void {
  doors.get('/outcomes', 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseOutcomes, {}, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const format = wantedExport(c)
    if (format)
      return listExport(c, format, {
        name: inBoth((language) => catalogueText[language].title),
        columns: fileColumns(result.value),
        rows: result.value.outcomes,
      })
    return c.html(<CataloguePage c={c} catalogue={result.value} />)
  })
  doors.get('/outcomes/:outcomeId', 'catalogue:read', async (c) => {
    const asked = { outcomeId: c.req.param('outcomeId') }
    const result = await perform(c.get('runtime'), actorOf(c), openOutcome, asked, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    return c.html(<OnePage c={c} page={result.value} />)
  })
}

const CataloguePage: FC<{ c: Context<Env>; catalogue: Catalogue }> = ({ c, catalogue }) => {
  const language = c.get('language')
  const text = catalogueText[language]
  const { outcomes, families, unmapped, areaNames } = catalogue
  const own = outcomes.filter((outcome) => outcome.level === 'local').length
  const groups = Map.groupBy(families, ({ national }) => national.wellBeingArea)
  const noneChecked = families.length > 0 && families.every(({ national }) => !national.isVerified)
  const lead = own === 0 ? text.noOwn(families.length) : text.lead(own, families.length)
  return (
    <Page frame={c.get('frame')} title={text.title} lead={outcomes.length === 0 ? text.none : lead}>
      <CommissioningNav language={language} current="outcomes" />
      <ListTools
        action={commissioningPaths.outcomes()}
        count={text.count(outcomes.length)}
        exports={[
          { label: text.csv, href: '/outcomes?export=csv' },
          { label: text.xlsx, href: '/outcomes?export=xlsx' },
        ]}
      />
      {noneChecked && <p class="govuk-body">{text.noneChecked}</p>}
      {unmapped.length > 0 && (
        <Section title={text.unmapped}>
          <OutcomeTable
            language={language}
            caption={text.unmapped}
            outcomes={unmapped}
            tallies={catalogue.tallies}
            markUnverified
          />
        </Section>
      )}
      {[...groups].map(([area, inArea]) => {
        const title = (area && areaNames.get(area)?.[language]) ?? text.columns.outcome
        return (
          <Section title={title}>
            <OutcomeTable
              language={language}
              caption={title}
              outcomes={inArea.flatMap(({ national, locals }) => [national, ...locals])}
              tallies={catalogue.tallies}
              markUnverified={!noneChecked}
            />
          </Section>
        )
      })}
    </Page>
  )
}

const OutcomeTable: FC<{
  language: Language
  caption: string
  outcomes: readonly Outcome[]
  tallies: Tallies
  markUnverified: boolean
}> = ({ language, caption, outcomes, tallies, markUnverified }) => {
  const { columns } = catalogueText[language]
  const tally = (stop: StopName): Column<Outcome>['cell'] => {
    const counts = tallies.get(stop)
    return (outcome) => showTally(language, counts?.get(outcome.outcomeId))
  }
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={outcomes}
      empty=""
      columns={[
        {
          key: 'outcome',
          header: columns.outcome,
          rowHeader: true,
          cell: (outcome) => <OutcomeName language={language} outcome={outcome} markUnverified={markUnverified} />,
        },
        { key: 'contracts', header: columns.contracts, numeric: true, cell: tally('contract') },
        { key: 'people', header: columns.people, numeric: true, cell: tally('people') },
        { key: 'achieved', header: columns.achieved, numeric: true, cell: tally('achieved') },
      ]}
    />
  )
}

function showTally(language: Language, tally: { count: number; of?: number } | undefined): string {
  if (!tally) return '–'
  if (tally.of === undefined) return showCount(language, tally.count)
  return catalogueText[language].achievedOf(showCount(language, tally.count), showCount(language, tally.of))
}

const OutcomeName: FC<{ language: Language; outcome: Outcome; markUnverified: boolean }> = ({
  language,
  outcome,
  markUnverified,
}) => {
  const text = catalogueText[language]
  return (
    <>
      <Link href={commissioningPaths.outcome(outcome.outcomeId)}>{outcome.statement[language]}</Link>{' '}
      {outcome.level === 'local' && <Tag tone="strong">{text.ours}</Tag>}{' '}
      {markUnverified && !outcome.isVerified && <Tag>{text.unverified}</Tag>}
    </>
  )
}

const OnePage: FC<{ c: Context<Env>; page: OutcomePage }> = ({ c, page }) => {
  const language = c.get('language')
  const text = catalogueText[language]
  const { outcome, tallies } = page
  const count = (stop: StopName) => tallies.get(stop)?.get(outcome.outcomeId)?.count ?? 0
  const [people, contracts] = [count('people'), count('contract')]
  return (
    <Page
      frame={c.get('frame')}
      title={outcome.statement[language]}
      above={[outcome.ref, text.levels[outcome.level], areaOf(language, page)].filter(Boolean).join(' · ')}
      lead={people + contracts === 0 ? text.nobody : text.chosen(people, contracts)}
      breadcrumbs={[{ label: text.title, href: commissioningPaths.outcomes() }]}
    >
      <LineOfSight
        stops={page.lineOfSight.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))}
        current="outcome"
      />
      <Section title={text.needs}>
        {page.needs.length === 0 ? <p class="app-empty">{text.noNeeds}</p> : <Needs language={language} page={page} />}
      </Section>
      {outcome.level === 'national' && (
        <Section title={text.parts}>
          {page.parts.length === 0 ? (
            <p class="app-empty">{text.noParts}</p>
          ) : (
            <OutcomeTable
              language={language}
              caption={text.parts}
              outcomes={page.parts}
              tallies={tallies}
              markUnverified
            />
          )}
        </Section>
      )}
      <Section title={text.about}>
        <AboutOutcome language={language} page={page} />
      </Section>
    </Page>
  )
}

const Needs: FC<{ language: Language; page: OutcomePage }> = ({ language, page }) => (
  <SummaryList
    rows={page.needs.map((need) => ({
      key: catalogueText[language].needLine(need.people),
      value: <Link href={commissioningPaths.need(need.needId)}>{need.description[language]}</Link>,
    }))}
  />
)

const AboutOutcome: FC<{ language: Language; page: OutcomePage }> = ({ language, page }) => {
  const text = catalogueText[language]
  const { outcome, partOf } = page
  return (
    <SummaryList
      rows={[
        { key: text.reference, value: outcome.ref },
        ...(partOf
          ? [
              {
                key: text.partOf,
                value: <Link href={commissioningPaths.outcome(partOf.outcomeId)}>{partOf.statement[language]}</Link>,
              },
            ]
          : []),
        { key: text.area, value: areaOf(language, page) ?? '–' },
        {
          key: text.source,
          value: [outcome.source, outcome.edition && text.edition(outcome.edition)].filter(Boolean).join(', ') || '–',
        },
        { key: text.wording, value: outcome.isVerified ? text.checked : text.unverifiedLong },
      ]}
    />
  )
}

function areaOf(language: Language, { outcome, areaNames }: OutcomePage): string | undefined {
  return outcome.wellBeingArea === null ? undefined : areaNames.get(outcome.wellBeingArea)?.[language]
}

const heading = (column: keyof (typeof catalogueText)['en']['columns']) =>
  inBoth((language) => catalogueText[language].columns[column])

function fileColumns({ tallies, areaNames }: Catalogue): readonly FileColumn<Outcome>[] {
  const count = (stop: StopName) => (outcome: Outcome) => tallies.get(stop)?.get(outcome.outcomeId)?.count ?? 0
  return [
    { header: heading('reference'), value: (outcome) => outcome.ref },
    { header: heading('outcome'), value: (outcome, language) => outcome.statement[language], width: 60 },
    { header: heading('level'), value: (outcome, language) => catalogueText[language].levels[outcome.level] },
    {
      header: heading('area'),
      value: (outcome, language) => outcome.wellBeingArea && areaNames.get(outcome.wellBeingArea)?.[language],
      width: 40,
    },
    {
      header: heading('verified'),
      value: (outcome, language) => catalogueText[language][outcome.isVerified ? 'yes' : 'no'],
    },
    { header: heading('source'), value: (outcome) => outcome.source, width: 24 },
    { header: heading('contracts'), value: count('contract'), format: '0' },
    { header: heading('people'), value: count('people'), format: '0' },
    { header: heading('achieved'), value: count('achieved'), format: '0' },
  ]
}
