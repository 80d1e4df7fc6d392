/** The catalogue of what can be counted, and the page of one measure: its sentence, its months, its contracts, and the way to its records. */
import type { Context } from 'hono'
import type { Language } from '../../kernel/language.ts'
import { showInstant, showMonth, showPeriod } from '../../kernel/period.ts'
import { shareOf, showNumber } from '../../kernel/quantity.ts'
import { adjustmentOf, comparedInstead } from '../../measures/adjustment.ts'
import { MEASURE_KINDS, type Measure } from '../../measures/measure.ts'
import { measurePaths } from '../../measures/paths.ts'
import type { Reading } from '../../measures/reading.ts'
import { KIND_NAMES, showFigure, showParts, showReading, UNIT_NAMES } from '../../measures/show-measure.ts'
import { nameOf, refOf } from '../../measures/slice-names.ts'
import { perform } from '../../platform/actions/action.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import {
  Adjustment,
  BigNumber,
  type ChartPoint,
  DataTable,
  LineChart,
  Link,
  Page,
  Section,
  SummaryList,
} from '../../ui/index.ts'
import { listCatalogue, type MeasurePage, openMeasure } from './measures.actions.ts'
import { text } from './measures.text.ts'
import { askedIn, SliceFilter } from './slice-filter.tsx'

export function measurePages(doors: Doors): void {
  doors.get(measurePaths.measures(), 'measures:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), listCatalogue, {}, originOf(c))
    return result.ok ? c.html(<CataloguePage c={c} measures={result.value} />) : answerRefusal(c, result.refusal)
  })
  doors.get('/measures/:measure', 'measures:read', async (c) => {
    const { asked, errors } = askedIn(c)
    const measure = c.req.param('measure')
    const result = await perform(c.get('runtime'), actorOf(c), openMeasure, { ...asked, measure }, originOf(c))
    return result.ok
      ? c.html(<OneMeasurePage c={c} page={result.value} errors={errors} />)
      : answerRefusal(c, result.refusal)
  })
}

const CataloguePage = ({ c, measures }: { c: Context<Env>; measures: readonly Measure[] }) => {
  const language = c.get('language')
  const t = text[language]
  return (
    <Page frame={c.get('frame')} title={t.measures} lead={t.catalogueLead(measures.length)} wide>
      {MEASURE_KINDS.map((kind) => {
        const ofKind = measures.filter((measure) => measure.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <Section title={KIND_NAMES[kind][language]} id={kind}>
            <DataTable
              caption={KIND_NAMES[kind][language]}
              captionHidden
              empty=""
              rows={ofKind}
              columns={[
                {
                  key: 'measure',
                  header: t.columns.measure,
                  rowHeader: true,
                  cell: (measure) => <Link href={measurePaths.measure(measure.name)}>{measure.label[language]}</Link>,
                },
                { key: 'meaning', header: t.columns.meaning, cell: (measure) => measure.meaning[language] },
                { key: 'unit', header: t.columns.unit, cell: (measure) => UNIT_NAMES[measure.unit][language] },
                { key: 'better', header: t.columns.better, cell: (measure) => t.better[measure.better] },
              ]}
            />
          </Section>
        )
      })}
    </Page>
  )
}

type OneMeasureProps = {
  readonly c: Context<Env>
  readonly page: MeasurePage
  readonly errors: ReturnType<typeof askedIn>['errors']
}

const OneMeasurePage = ({ c, page, errors }: OneMeasureProps) => {
  const language = c.get('language')
  const t = text[language]
  const { measure, reading, slice } = page
  return (
    <Page
      frame={c.get('frame')}
      above={KIND_NAMES[measure.kind][language]}
      title={measure.label[language]}
      lead={sentenceOf(language, page)}
      breadcrumbs={[{ label: t.measures, href: measurePaths.measures() }]}
      errors={errors}
    >
      <BigNumber
        value={bigValue(language, measure, reading)}
        label={[
          measure.unit === 'share' ? '' : UNIT_NAMES[measure.unit][language],
          showParts(language, measure, reading),
        ]
          .filter(Boolean)
          .join(', ')}
        href={measurePaths.explain(measure.name, slice, reading.period)}
        {...(isWaiting(reading) ? { detail: waitingSentence(language, reading) } : {})}
      />
      <SliceFilter c={c} subject={page} action={measurePaths.measure(measure.name)} errors={errors} />
      <Section title={t.byMonth}>
        <Months language={language} page={page} />
      </Section>
      {page.byContract && (
        <Section title={t.byContract}>
          <Adjustment for={adjustmentOf(measure)} href={comparedHref(measure)} />
          <Contracts language={language} page={page} byContract={page.byContract} />
        </Section>
      )}
      <Section title={t.howCounted}>
        <p class="govuk-body">{measure.meaning[language]}</p>
        <SummaryList
          rows={[
            { key: t.columns.unit, value: UNIT_NAMES[measure.unit][language] },
            { key: t.columns.better, value: t.better[measure.better] },
            {
              key: t.why,
              value: <Link href={measurePaths.explain(measure.name, slice, reading.period)}>{t.whyThis}</Link>,
            },
          ]}
        />
      </Section>
    </Page>
  )
}

/** Where providers are compared by it, or by its sister, adjusted. */
function comparedHref(measure: Measure): string | undefined {
  const compared = comparedInstead(measure)
  return compared && measurePaths.compare(compared.name)
}

/** The number without its unit, which stands beside it. */
function bigValue(language: Language, measure: Measure, reading: Reading): string {
  const value = shareOf(reading)
  return value === undefined || measure.unit === 'share'
    ? showReading(language, measure, reading)
    : showNumber(language, value)
}

/** What the number means, made from the numbers: the period, the value, what it is made of, and how it was before. */
export function sentenceOf(
  language: Language,
  page: Pick<MeasurePage, 'measure' | 'reading' | 'before' | 'period'>,
): string {
  const t = text[language]
  const { measure, reading, before } = page
  const period = showPeriod(language, page.period)
  if (shareOf(reading) === undefined) return t.saidNothing(period)
  const said = t.said(period, showReading(language, measure, reading), showParts(language, measure, reading))
  const then = shareOf(before) === undefined ? t.beforeNothing : t.before(showReading(language, measure, before))
  return `${said} ${then}`
}

function waitingSentence(language: Language, { asOf }: Reading): string {
  const t = text[language]
  return asOf.epochMilliseconds === 0 ? t.waitingFirst : t.waiting(showInstant(language, asOf))
}

/** A reading that is older than a minute was made while an import waits to be counted. */
function isWaiting({ asOf }: Reading): boolean {
  return asOf.until(Temporal.Now.instant()).total('seconds') > 60
}

const Months = ({ language, page: { measure, months, change } }: { language: Language; page: MeasurePage }) => {
  const t = text[language]
  const points = months.map(
    ({ reading, band }): ChartPoint => ({
      label: showMonth(language, reading.period.from),
      value: shareOf(reading) ?? null,
      ...band,
    }),
  )
  if (points.length === 0) return <p class="govuk-body">{t.noWholeMonth}</p>
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
  const [low] = known.toSorted((a, b) => a.value - b.value)
  const high = known.toSorted((a, b) => a.value - b.value).at(-1)
  const figure = (value: number) => showFigure(language, measure, value)
  const span = low && high && t.monthMeaning(figure(low.value), low.label, figure(high.value), high.label)
  return (
    <LineChart
      title={`${measure.label[language]}: ${t.byMonth}`}
      meaning={span && [span, change && t.changed[change.direction](change.months)].filter(Boolean).join(' ')}
      points={points}
      format={figure}
    />
  )
}

const Contracts = ({
  language,
  page,
  byContract,
}: {
  language: Language
  page: MeasurePage
  byContract: ReadonlyMap<number, Reading>
}) => {
  const t = text[language]
  const { measure, choices, slice, period } = page
  const rows = [...byContract]
    .map(([id, reading]) => ({ id, reading, name: nameOf(choices, 'contractId', id)?.[language] ?? t.noContract }))
    .sort((a, b) => (shareOf(b.reading) ?? -1) - (shareOf(a.reading) ?? -1))
  const onlyOf = (id: number) => ({ ...slice, contractIds: [id] })
  return (
    <DataTable
      caption={t.byContract}
      captionHidden
      filterable
      empty={t.explainNone}
      rows={rows}
      columns={[
        {
          key: 'contract',
          header: t.contract,
          rowHeader: true,
          cell: (row) => <Link href={measurePaths.measure(measure.name, onlyOf(row.id), period)}>{row.name}</Link>,
        },
        { key: 'ref', header: t.reference, cell: (row) => refOf(choices, row.id) },
        { key: 'value', header: t.value, numeric: true, cell: (row) => showReading(language, measure, row.reading) },
        {
          key: 'parts',
          header: t.parts,
          numeric: true,
          cell: (row) => showParts(language, measure, row.reading) ?? '',
        },
        {
          key: 'why',
          header: t.why,
          cell: (row) => (
            <Link href={measurePaths.explain(measure.name, onlyOf(row.id), period)} about={row.name}>
              {t.why}
            </Link>
          ),
        },
      ]}
    />
  )
}
