/** Providers compared: the picture and what it means, crude and adjusted side by side, who supports whom, and how it is worked out. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../kernel/language.ts'
import { BAND_NAMES, BandGroup } from '../../kernel/need-band.ts'
import { ratio, shareOf, showNumber, showShare } from '../../kernel/quantity.ts'
import { measurePaths } from '../../measures/paths.ts'
import { showParts, showReading } from '../../measures/show-measure.ts'
import { nameOf, refOf } from '../../measures/slice-names.ts'
import { perform } from '../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import {
  Adjustment,
  type Column,
  DataTable,
  DotInterval,
  type FieldError,
  Link,
  Page,
  Section,
  Select,
  Tag,
  type TagTone,
} from '../../ui/index.ts'
import { askedIn, SliceFilter } from '../measures/slice-filter.tsx'
import { askProvidersCompared, type ComparisonPage } from './providers-compared.actions.ts'
import { text } from './providers-compared.text.ts'
import { byVerdict, type ComparedProvider, withoutBand } from './providers-compared.ts'

export function providersComparedPages(doors: Doors): void {
  doors.get(measurePaths.compare(), 'providers:compare', async (c) => {
    const { asked, errors } = askedIn(c)
    const result = await perform(c.get('runtime'), actorOf(c), askProvidersCompared, asked, originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    const format = wantedExport(c)
    if (format)
      return listExport(c, format, {
        name: { en: text.en.title, cy: text.cy.title },
        columns: fileColumns(result.value),
        rows: result.value.providers,
      })
    return c.html(<ComparedPage c={c} page={result.value} errors={errors} />)
  })
}

type Props = { readonly c: Context<Env>; readonly page: ComparisonPage; readonly errors: readonly FieldError[] }

const ComparedPage = ({ c, page, errors }: Props) => {
  const language = c.get('language')
  const t = text[language]
  const { measure, slice, period } = page
  const own = measurePaths.compare(measure.name, slice, period)
  return (
    <Page
      frame={c.get('frame')}
      above={t.title}
      title={measure.label[language]}
      lead={meaningOf(language, page)}
      errors={errors}
      wide
    >
      <Adjustment for="need-band" />
      <SliceFilter
        c={c}
        subject={page}
        action={measurePaths.compare()}
        errors={errors}
        parts={['areaId']}
        exports={[
          { label: t.exportCsv, href: `${own}&export=csv` },
          { label: t.exportXlsx, href: `${own}&export=xlsx` },
        ]}
      >
        <Select
          name="measure"
          label={t.by}
          value={measure.name}
          empty={false}
          options={page.others.map(({ name, label }) => ({ value: name, label: label[language] }))}
        />
      </SliceFilter>
      <Picture language={language} page={page} />
      {page.providers.length > 0 && (
        <>
          <p class="govuk-body">{t.ask}</p>
          <Section title={t.table}>
            <DataTable
              caption={t.table}
              captionHidden
              rows={page.providers}
              empty={t.nothing}
              columns={tableColumns(language, page)}
            />
          </Section>
          <Bands language={language} page={page} />
        </>
      )}
      <Section title={t.how}>
        <p class="govuk-body">{measure.meaning[language]}</p>
        {t.howWords.map((words) => (
          <p class="govuk-body">{words}</p>
        ))}
        <p class="govuk-body">{t.onlyPersonal}</p>
      </Section>
    </Page>
  )
}

function providerName(language: Language, { choices }: ComparisonPage, providerId: number): string {
  if (providerId === 0) return text[language].noProvider
  return nameOf(choices, 'providerId', providerId)?.[language] ?? String(providerId)
}

/** Who stands out, whom chance explains, and of whom there is too little to say. */
export function meaningOf(language: Language, page: ComparisonPage): string {
  const t = text[language]
  if (page.providers.length === 0) return t.nothing
  const of = byVerdict(page.providers)
  const names = (some: readonly ComparedProvider[]) =>
    some.map(({ providerId }) => providerName(language, page, providerId)).join(', ')
  const notSaid = of['too-few'].length + of.alone.length + of['no-ground'].length
  const standsOut = of.below.length + of.above.length > 0
  return [
    of.below.length > 0 && t.below(names(of.below)),
    of.above.length > 0 && t.above(names(of.above)),
    standsOut && of.within.length > 0 && t.restWithin(of.within.length),
    !standsOut && of.within.length > 0 && t.allWithin(of.within.length),
    notSaid > 0 && t.notSaid(notSaid),
  ]
    .filter(Boolean)
    .join(' ')
}

const Picture = ({ language, page }: { language: Language; page: ComparisonPage }) => {
  const { measure, whole, slice, period } = page
  const values = page.providers.flatMap(({ observed, adjusted, interval }) =>
    [shareOf(observed), adjusted, interval?.low, interval?.high].filter((value) => value !== undefined),
  )
  return (
    <DotInterval
      title={measure.label[language]}
      format={(value) => showShare(language, ratio(value, 1))}
      reference={{ label: text[language].whole, value: shareOf(whole) ?? 0 }}
      axis={typeof measure.compared === 'object' ? gapAxis(values) : { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }}
      withoutTable
      rows={page.providers.map(({ providerId, observed, adjusted, interval, verdict }) => ({
        label: providerName(language, page, providerId),
        crude: shareOf(observed) ?? null,
        adjusted: adjusted ?? null,
        interval,
        marked: verdict === 'below' || verdict === 'above',
        href: measurePaths.explain(measure.name, { ...slice, providerId }, period),
      }))}
    />
  )
}

/** A gap can lie on either side of nothing: as far both ways as the farthest value, in quarters. */
function gapAxis(values: readonly number[]) {
  const reach = Math.min(1, Math.max(0.25, Math.ceil(4 * Math.max(0, ...values.map(Math.abs))) / 4))
  return { from: -reach, to: reach, ticks: [-reach, 0, reach] }
}

const VERDICT_TONES = {
  below: 'attention',
  within: 'plain',
  above: 'attention',
  'too-few': 'plain',
  alone: 'plain',
  'no-ground': 'plain',
} as const satisfies Record<ComparedProvider['verdict'], TagTone>

function showValue(language: Language, value: number | undefined): string {
  // Rounded first, so that a little below nothing is not “-0%”.
  return value === undefined ? '–' : showShare(language, ratio(Math.round(value * 100) / 100 + 0, 1))
}

function tableColumns(language: Language, page: ComparisonPage): readonly Column<ComparedProvider>[] {
  const t = text[language]
  const { measure, slice, period } = page
  return [
    {
      key: 'provider',
      header: t.columns.provider,
      rowHeader: true,
      cell: ({ providerId }) => providerName(language, page, providerId),
    },
    {
      key: 'crude',
      header: t.columns.crude,
      numeric: true,
      cell: ({ observed }) => showReading(language, measure, observed),
    },
    {
      key: 'parts',
      header: t.columns.parts,
      numeric: true,
      cell: ({ observed }) => showParts(language, measure, observed) ?? '',
    },
    {
      key: 'expected',
      header: t.columns.expected,
      numeric: true,
      cell: ({ expected }) => showNumber(language, expected),
    },
    {
      key: 'adjusted',
      header: t.columns.adjusted,
      numeric: true,
      cell: ({ adjusted, interval }) => (
        <>
          <strong>{showValue(language, adjusted)}</strong>
          {interval && (
            <>
              <br />
              {t.span(showValue(language, interval.low), showValue(language, interval.high))}
            </>
          )}
        </>
      ),
    },
    {
      key: 'verdict',
      header: t.columns.verdict,
      cell: ({ verdict }) => <Tag tone={VERDICT_TONES[verdict]}>{t.verdicts[verdict]}</Tag>,
    },
    {
      key: 'why',
      header: t.columns.why,
      cell: ({ providerId }) => (
        <Link
          href={measurePaths.explain(measure.name, { ...slice, providerId }, period, 'denominator')}
          about={providerName(language, page, providerId)}
        >
          {t.why}
        </Link>
      ),
    },
  ]
}

const Bands = ({ language, page }: { language: Language; page: ComparisonPage }) => {
  const t = text[language]
  const { measure, slice, period } = page
  const present = BandGroup.options.filter((band) => page.providers.some(({ bands }) => bands.has(band)))
  return (
    <Section title={t.bands} lead={t.bandsLead(showShare(language, withoutBand(page.providers)))}>
      <Adjustment for="no" />
      <DataTable
        caption={t.bands}
        captionHidden
        even
        rows={page.providers}
        empty={t.nothing}
        columns={[
          {
            key: 'provider',
            header: t.columns.provider,
            rowHeader: true,
            cell: ({ providerId }) => providerName(language, page, providerId),
          },
          ...present.map(
            (band): Column<ComparedProvider> => ({
              key: band,
              header: BAND_NAMES[band][language],
              numeric: true,
              cell: ({ providerId, bands }) => {
                const found = bands.get(band)
                if (!found) return '–'
                const href = measurePaths.explain(measure.name, { ...slice, providerId, band }, period, 'denominator')
                return (
                  <>
                    {showReading(language, measure, found)}
                    <br />
                    <Link
                      href={href}
                      about={`${providerName(language, page, providerId)}, ${BAND_NAMES[band][language]}`}
                    >
                      {showParts(language, measure, found)}
                    </Link>
                  </>
                )
              },
            }),
          ),
        ]}
      />
    </Section>
  )
}

function heading(column: keyof (typeof text)['en']['columns']): Bilingual {
  return { en: text.en.columns[column], cy: text.cy.columns[column] }
}

function fileColumns(page: ComparisonPage): readonly FileColumn<ComparedProvider>[] {
  const bands = BandGroup.options.map(
    (band): FileColumn<ComparedProvider> => ({
      header: BAND_NAMES[band],
      value: (provider) => provider.bands.get(band)?.denominator ?? 0,
      format: '0',
    }),
  )
  return [
    {
      header: heading('provider'),
      value: ({ providerId }, language) => providerName(language, page, providerId),
      width: 30,
    },
    { header: REFERENCE, value: ({ providerId }) => refOf(page.choices, providerId, 'providerId') },
    { header: COUNTED, value: ({ observed }) => observed.numerator, format: '0' },
    { header: OUT_OF, value: ({ observed }) => observed.denominator, format: '0' },
    { header: heading('crude'), value: ({ observed }) => shareOf(observed) ?? null, format: '0.0%' },
    { header: heading('expected'), value: ({ expected }) => expected, format: '0.0' },
    { header: heading('adjusted'), value: ({ adjusted }) => adjusted ?? null, format: '0.0%' },
    { header: heading('low'), value: ({ interval }) => interval?.low ?? null, format: '0.0%' },
    { header: heading('high'), value: ({ interval }) => interval?.high ?? null, format: '0.0%' },
    { header: heading('verdict'), value: ({ verdict }, language) => text[language].verdicts[verdict], width: 26 },
    ...bands,
  ]
}

const REFERENCE = { en: 'Reference', cy: 'Cyfeirnod' }
const COUNTED = { en: 'Counted', cy: 'Cyfrifwyd' }
const OUT_OF = { en: 'Out of', cy: 'Allan o' }
