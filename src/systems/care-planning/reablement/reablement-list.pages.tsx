/** All reablement of the authority: what it did to the need for support, how it is counted, and the list. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { compareNames } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { calledName, fullName } from '../../../kernel/person-name.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { showParts, showReading } from '../../../measures/show-measure.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import {
  Adjustment,
  type Column,
  DataTable,
  Link,
  ListTools,
  Page,
  Pagination,
  Section,
  Select,
  StackedBar,
} from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { EpisodeTag } from './episode-view.tsx'
import { browseReablement, exportReablement, type ReablementList } from './reablement.actions.ts'
import { MEASURE_CODES, REABLEMENT_MEASURES } from './reablement.measures.ts'
import type { EpisodeInList } from './reablement.store.ts'
import { text } from './reablement.text.ts'
import {
  CAME_FROM_NAMES,
  EARLY_REASON_NAMES,
  EFFECT_NAMES,
  EPISODE_STATE_NAMES,
  EPISODES_PER_PAGE,
  type EpisodesQuery,
  expectedEnd,
  FOLLOWS_NAMES,
  NEEDED_AFTER_NAMES,
  SIX_MONTHS_NAMES,
  stateOn,
} from './reablement.ts'

export function reablementListPages(doors: Doors): void {
  doors.get(carePlanningPaths.reablementList(), 'people:read', async (c) => {
    const format = wantedExport(c)
    const action = format ? exportReablement : browseReablement
    const result = await perform(c.get('runtime'), actorOf(c), action, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (format)
      return listExport(c, format, {
        name: { en: text.en.reablement, cy: text.cy.reablement },
        columns: fileColumns(result.value),
        rows: result.value.episodes,
      })
    return c.html(<ReablementListPage c={c} list={result.value} />)
  })
}

/** The list's own address with some of its questions changed; empty ones are left out. */
function listHref(
  query: EpisodesQuery,
  change: Partial<Record<keyof EpisodesQuery | 'export', string | number>>,
): string {
  const asked = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))
  return `${carePlanningPaths.reablementList()}?${search}`
}

const ReablementListPage = ({ c, list }: { c: Context<Env>; list: ReablementList }) => {
  const language = c.get('language')
  const t = text[language].list
  const { query } = list
  const completed = list.readings.get('reablement-completed')?.numerator ?? 0
  const helped = helpedOf(list)
  return (
    <Page
      frame={c.get('frame')}
      title={text[language].reablement}
      lead={list.readings.size > 0 ? t.effectMeaning(helped, completed) : t.lead(list.total)}
    >
      {completed > 0 && <EffectPicture language={language} list={list} />}
      <EpisodesTools language={language} list={list} />
      <DataTable
        caption={text[language].episodes}
        captionHidden
        cards
        columns={tableColumns(language, list)}
        rows={list.episodes}
        empty={t.empty}
        sort={{
          by: query.sort,
          direction: query.direction === 'ascending' ? 'asc' : 'desc',
          href: (by, direction) =>
            listHref(query, { sort: by, direction: direction === 'asc' ? 'ascending' : 'descending', page: 1 }),
        }}
      />
      <Pagination
        page={query.page}
        pages={Math.max(1, Math.ceil(list.total / EPISODES_PER_PAGE))}
        href={(page) => listHref(query, { page })}
      />
      {list.readings.size > 0 && <MeasureTable language={language} list={list} />}
    </Page>
  )
}

function numerator(list: ReablementList, measure: string): number {
  return list.readings.get(measure)?.numerator ?? 0
}

function helpedOf(list: ReablementList): number {
  return (
    numerator(list, 'reablement-need-reduced') +
    numerator(list, 'reablement-need-maintained') +
    numerator(list, 'reablement-need-mitigated')
  )
}

const EffectPicture = ({ language, list }: { language: Language; list: ReablementList }) => {
  const count = (measure: string) => numerator(list, measure)
  return (
    <StackedBar
      title={text[language].list.effectTitle}
      parts={[
        { label: EFFECT_NAMES.reduced[language], value: count('reablement-need-reduced'), tone: 'achieved' },
        { label: EFFECT_NAMES.maintained[language], value: count('reablement-need-maintained'), tone: 'partly' },
        { label: EFFECT_NAMES.mitigated[language], value: count('reablement-need-mitigated'), tone: 'not' },
        {
          label: EFFECT_NAMES.neither[language],
          value: count('reablement-completed') - helpedOf(list),
          tone: 'changed',
        },
      ]}
    />
  )
}

const EpisodesTools = ({ language, list }: { language: Language; list: ReablementList }) => {
  const t = text[language].list
  const { query } = list
  return (
    <ListTools
      action={carePlanningPaths.reablementList()}
      count={t.lead(list.total)}
      filtered={Boolean(query.state !== 'now' || query.area || query.provider)}
      hidden={{ sort: query.sort, direction: query.direction }}
      exports={[
        { label: t.exportCsv, href: listHref(query, { export: 'csv' }) },
        { label: t.exportXlsx, href: listHref(query, { export: 'xlsx' }) },
      ]}
    >
      <Select
        name="state"
        label={t.show}
        value={query.state}
        empty={false}
        options={Object.entries(t.states).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="area"
        label={text[language].columns.area}
        value={String(query.area ?? '')}
        empty={t.all}
        options={[...list.areas]
          .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
          .map((area) => ({ value: String(area.areaId), label: area.name[language] }))}
      />
    </ListTools>
  )
}

function areaName(language: Language, list: ReablementList, areaId: number): string {
  return list.areas.find((area) => area.areaId === areaId)?.name[language] ?? ''
}

function tableColumns(language: Language, list: ReablementList): readonly Column<EpisodeInList>[] {
  const { columns } = text[language]
  return [
    {
      key: 'name',
      header: columns.name,
      rowHeader: true,
      cell: (episode) => (
        <Link href={carePlanningPaths.reablementEpisode(episode.personId, episode.reablementEpisodeId)}>
          {calledName(episode)}
        </Link>
      ),
    },
    { key: 'area', header: columns.area, cell: (episode) => areaName(language, list, episode.areaId) },
    {
      key: 'started',
      header: columns.started,
      sortable: true,
      cell: (episode) => showDay(language, episode.startedOn),
    },
    {
      key: 'expected',
      header: columns.expected,
      sortable: true,
      cell: (episode) => showDay(language, expectedEnd(episode)),
    },
    {
      key: 'ended',
      header: columns.ended,
      sortable: true,
      cell: (episode) => (episode.endedOn ? showDay(language, episode.endedOn) : '–'),
    },
    {
      key: 'state',
      header: columns.state,
      cell: (episode) => <EpisodeTag language={language} episode={episode} today={list.today} />,
    },
    {
      key: 'needed',
      header: columns.needed,
      cell: (episode) => (episode.neededAfter ? NEEDED_AFTER_NAMES[episode.neededAfter][language] : '–'),
    },
  ]
}

/** Every measure of reablement with its numerator and denominator, and whose it is. */
const MeasureTable = ({ language, list }: { language: Language; list: ReablementList }) => {
  const t = text[language].list
  const rows = REABLEMENT_MEASURES.flatMap((measure) => {
    const reading = list.readings.get(measure.name)
    return reading ? [{ measure, reading }] : []
  })
  return (
    <Section title={t.measures} lead={t.measuresLead}>
      <Adjustment for="no" href={measurePaths.compare('reablement-need-reduced')} />
      <DataTable
        caption={t.measures}
        captionHidden
        cards
        rows={rows}
        empty={t.empty}
        columns={[
          {
            key: 'measure',
            header: t.measure,
            rowHeader: true,
            cell: ({ measure, reading }) => (
              <Link href={measurePaths.measure(measure.name, {}, reading.period)}>{measure.label[language]}</Link>
            ),
          },
          {
            key: 'value',
            header: t.value,
            numeric: true,
            cell: ({ measure, reading }) => showReading(language, measure, reading),
          },
          { key: 'whose', header: t.whose, cell: ({ measure }) => MEASURE_CODES[measure.name]?.[language] ?? '' },
          { key: 'of', header: t.of, cell: ({ measure, reading }) => showParts(language, measure, reading) ?? '' },
        ]}
      />
    </Section>
  )
}

function fileColumns(list: ReablementList): readonly FileColumn<EpisodeInList>[] {
  const named = <K extends string>(names: Readonly<Record<K, Bilingual>>, key: K | null, language: Language) =>
    key === null ? null : names[key][language]
  const hours = (minutes: number | null) => (minutes === null ? null : minutes / 60)
  return [
    { header: heading('reference'), value: (episode) => episode.ref },
    { header: heading('name'), value: (episode) => fullName(episode), width: 30 },
    { header: heading('area'), value: (episode, language) => areaName(language, list, episode.areaId), width: 24 },
    {
      header: heading('provider'),
      value: (episode) => list.providers.find((one) => one.providerId === episode.providerId)?.name ?? null,
      width: 24,
    },
    { header: heading('cameFrom'), value: (episode, language) => CAME_FROM_NAMES[episode.cameFrom][language] },
    { header: heading('started'), value: (episode) => episode.startedOn },
    { header: heading('expected'), value: (episode) => expectedEnd(episode) },
    { header: heading('ended'), value: (episode) => episode.endedOn },
    {
      header: heading('state'),
      value: (episode, language) => EPISODE_STATE_NAMES[stateOn(episode, list.today)][language],
    },
    { header: heading('earlyReason'), value: (e, language) => named(EARLY_REASON_NAMES, e.earlyReason, language) },
    { header: heading('hoursAtStart'), value: (e) => hours(e.minutesAtStart), format: '0.0' },
    { header: heading('hoursAtTwoWeeks'), value: (e) => hours(e.minutesAtTwoWeeks), format: '0.0' },
    { header: heading('hoursAtEnd'), value: (e) => hours(e.minutesAtEnd), format: '0.0' },
    { header: heading('needed'), value: (e, language) => named(NEEDED_AFTER_NAMES, e.neededAfter, language) },
    { header: heading('follows'), value: (e, language) => named(FOLLOWS_NAMES, e.follows, language), width: 30 },
    { header: heading('sixMonths'), value: (e, language) => named(SIX_MONTHS_NAMES, e.sixMonthsLater, language) },
    { header: heading('returned'), value: (e) => e.returnedOn },
  ]
}

function heading(column: keyof (typeof text)['en']['columns']): Bilingual {
  return { en: text.en.columns[column], cy: text.cy.columns[column] }
}
