/** The list of people: found, filtered, sorted, paged, taken away as a file. */
import type { Context } from 'hono'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { compareNames } from '../../../kernel/language.ts'
import { showDay } from '../../../kernel/period.ts'
import { calledName, fullName } from '../../../kernel/person-name.ts'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  type Column,
  DataTable,
  Link,
  ListTools,
  Notice,
  Page,
  Pagination,
  Select,
  Tag,
  TextInput,
} from '../../../ui/index.ts'
import type { Area } from '../../commissioning/index.ts'
import { text as mergeText } from '../merge/merge.text.ts'
import { carePlanningPaths } from '../paths.ts'
import { text as closedText } from '../restriction/restriction.text.ts'
import { text as retentionText } from '../retention/retention.text.ts'
import { browsePeople, exportPeople, type PeopleList } from './person.actions.ts'
import { text } from './person.text.ts'
import { NEED_GROUP_NAMES, NeedGroup, PEOPLE_PER_PAGE, type PeopleQuery, type PersonInList } from './person.ts'
import { text as formText } from './person-form.text.ts'

export function peopleListPages(doors: Doors): void {
  doors.get(carePlanningPaths.people(), 'people:read', async (c) => {
    const format = wantedExport(c)
    const [runtime, actor] = [c.get('runtime'), actorOf(c)]
    const result = await perform(runtime, actor, format ? exportPeople : browsePeople, c.req.query(), originOf(c))
    if (!result.ok) return answerRefusal(c, result.refusal)
    if (format)
      return listExport(c, format, {
        name: { en: text.en.people, cy: text.cy.people },
        columns: fileColumns(result.value.areas),
        rows: result.value.people,
      })
    return c.html(<PeoplePage c={c} list={result.value} />)
  })
}

/** The list's own address with some of its questions changed; empty ones are left out. */
function listHref(query: PeopleQuery, change: Partial<Record<keyof PeopleQuery | 'export', string | number>>): string {
  const asked = Object.entries({ ...query, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return `${carePlanningPaths.people()}?${new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))}`
}

function areaName(language: Language, areas: readonly Area[], areaId: number): string {
  return areas.find((area) => area.areaId === areaId)?.name[language] ?? ''
}

const PeoplePage = ({ c, list }: { c: Context<Env>; list: PeopleList }) => {
  const language = c.get('language')
  const t = text[language]
  const { query } = list
  const filtered = Boolean(query.area || query.language || query.needGroup || query.state !== 'now')
  const searched = query.search !== ''
  return (
    <Page
      frame={c.get('frame')}
      title={t.people}
      lead={filtered || searched ? t.found(list.total) : t.withCare(list.total)}
    >
      <ListTools
        action={carePlanningPaths.people()}
        filtered={filtered}
        searched={searched}
        search={<TextInput name="search" label={t.search} value={query.search} type="search" />}
        hidden={{ sort: query.sort, direction: query.direction }}
        exports={[
          { label: t.exportCsv, href: listHref(query, { export: 'csv' }) },
          { label: t.exportXlsx, href: listHref(query, { export: 'xlsx' }) },
        ]}
      >
        <Select name="state" label={t.state} value={query.state} empty={false} options={options(t.states)} />
        <Select
          name="area"
          label={t.area}
          value={String(query.area ?? '')}
          empty={t.all}
          options={[...list.areas]
            .sort((a, b) => compareNames(language, a.name[language], b.name[language]))
            .map((area) => ({ value: String(area.areaId), label: area.name[language] }))}
        />
        <Select
          name="language"
          label={t.language}
          value={query.language ?? ''}
          empty={t.all}
          options={options(t.languages)}
        />
        <Select
          name="needGroup"
          label={t.needGroup}
          value={query.needGroup ?? ''}
          empty={t.all}
          options={NeedGroup.options.map((group) => ({ value: group, label: NEED_GROUP_NAMES[group][language] }))}
        />
      </ListTools>
      {may(actorOf(c), 'people:change') && (
        <p>
          <Link href={carePlanningPaths.newPerson()}>{formText[language].add}</Link>
          {may(actorOf(c), 'people:merge') && (
            <>
              {' · '}
              <Link href={carePlanningPaths.duplicates()}>{mergeText[language].duplicates}</Link>
            </>
          )}
          {may(actorOf(c), 'people:copy') && (
            <>
              {' '}
              · <Link href={carePlanningPaths.retention()}>{retentionText[language].title}</Link>
            </>
          )}
        </p>
      )}
      {list.alike.length > 0 && (
        <Notice kind="attention" title={formText[language].didYouMean}>
          <ul class="govuk-list">
            {list.alike.map((one) => (
              <li>
                <Link href={carePlanningPaths.person(one.personId)}>{`${one.givenName} ${one.familyName}`}</Link> (
                {one.ref})
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {list.closed.length > 0 && (
        <Notice kind="attention" title={closedText[language].found(list.closed.length)}>
          <ul class="govuk-list">
            {list.closed.map((one) => (
              <li>
                <Link href={carePlanningPaths.openRestricted(one.personId)}>{calledName(one)}</Link> ({one.ref})
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DataTable
        caption={t.people}
        captionHidden
        cards
        columns={tableColumns(language, list)}
        rows={list.people}
        empty={filtered || searched ? t.noneFound : t.noneAtAll}
        sort={{
          by: query.sort,
          direction: query.direction === 'ascending' ? 'asc' : 'desc',
          href: (by, direction) =>
            listHref(query, { sort: by, direction: direction === 'asc' ? 'ascending' : 'descending', page: 1 }),
        }}
      />
      <Pagination
        page={query.page}
        pages={Math.max(1, Math.ceil(Math.min(list.total, COUNTED_UP_TO) / PEOPLE_PER_PAGE))}
        href={(page) => listHref(query, { page })}
      />
    </Page>
  )
}

function options(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

function tableColumns(language: Language, list: PeopleList): readonly Column<PersonInList>[] {
  const t = text[language]
  return [
    {
      key: 'name',
      header: t.columns.name,
      rowHeader: true,
      sortable: true,
      cell: (person) => <Link href={carePlanningPaths.person(person.personId)}>{calledName(person)}</Link>,
    },
    { key: 'ref', header: t.columns.ref, cell: (person) => person.ref },
    {
      key: 'area',
      header: t.columns.area,
      sortable: true,
      cell: (person) => areaName(language, list.areas, person.areaId),
    },
    { key: 'language', header: t.language, cell: (person) => t.languages[person.language] },
    {
      key: 'outcomes',
      header: t.columns.outcomes,
      numeric: true,
      sortable: true,
      cell: (person) => person.liveOutcomes,
    },
    {
      key: 'due',
      header: t.columns.due,
      sortable: true,
      cell: (person) =>
        person.nextDueOn && (
          <>
            {showDay(language, person.nextDueOn)}{' '}
            {Temporal.PlainDate.compare(person.nextDueOn, list.today) < 0 && <Tag tone="attention">{t.overdue}</Tag>}
          </>
        ),
    },
  ]
}

function fileColumns(areas: readonly Area[]): readonly FileColumn<PersonInList>[] {
  return [
    { header: heading('ref'), value: (person) => person.ref },
    { header: heading('name'), value: (person) => fullName(person), width: 30 },
    { header: heading('area'), value: (person, language) => areaName(language, areas, person.areaId), width: 24 },
    {
      header: { en: text.en.language, cy: text.cy.language },
      value: (person, language) => text[language].languages[person.language],
    },
    {
      header: { en: text.en.needGroup, cy: text.cy.needGroup },
      value: (person, language) => NEED_GROUP_NAMES[person.needGroup][language],
      width: 24,
    },
    { header: heading('outcomes'), value: (person) => person.liveOutcomes, format: '0' },
    { header: heading('due'), value: (person) => person.nextDueOn },
  ]
}

function heading(column: keyof (typeof text)['en']['columns']): Bilingual {
  return { en: text.en.columns[column], cy: text.cy.columns[column] }
}
