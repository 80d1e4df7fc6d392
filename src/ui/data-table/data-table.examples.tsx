/** Examples of a list: its tools, its table, its pages; and of a list with nothing in it. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { ListTools } from '../list-tools/list-tools.tsx'
import { Pagination } from '../pagination/pagination.tsx'
import { Link } from '../surroundings/surroundings.tsx'
import { Tag } from '../tag/tag.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { type Column, DataTable } from './data-table.tsx'

type Contract = { readonly name: string; readonly provider: string; readonly people: number; readonly ending: boolean }

const contracts: readonly Contract[] = [
  { name: 'Y Cwm Uchaf, lot 3', provider: 'Gofal Dyffryn', people: 212, ending: false },
  { name: 'Tŵr a Glan-yr-afon', provider: 'Cartref Clyd', people: 148, ending: true },
  { name: 'Llŷn Isaf', provider: 'Gofal y Bryn', people: 1096, ending: false },
]

const text = bilingual({
  en: {
    count: '38 contracts, 4 of them ending this year',
    find: 'Name or provider',
    csv: 'CSV',
    excel: 'Excel',
    caption: 'Contracts',
    name: 'Contract',
    provider: 'Provider',
    people: 'People served',
    state: 'State',
    ending: 'Ends this year',
    running: 'Running',
    empty: 'No contracts match. Clear the filter to see all of them.',
  },
  cy: {
    count: '38 o gontractau, 4 ohonynt yn dod i ben eleni',
    find: 'Enw neu ddarparwr',
    csv: 'CSV',
    excel: 'Excel',
    caption: 'Contractau',
    name: 'Contract',
    provider: 'Darparwr',
    people: 'Pobl sy’n cael gofal',
    state: 'Statws',
    ending: 'Yn dod i ben eleni',
    running: 'Ar waith',
    empty: 'Nid oes contractau’n cyfateb. Cliriwch yr hidlydd i weld pob un.',
  },
})

function columns(language: 'en' | 'cy'): readonly Column<Contract>[] {
  const words = text[language]
  return [
    {
      key: 'name',
      header: words.name,
      rowHeader: true,
      sortable: true,
      cell: (row) => <Link href="/design/data-table">{row.name}</Link>,
    },
    { key: 'provider', header: words.provider, sortable: true, cell: (row) => row.provider },
    {
      key: 'people',
      header: words.people,
      sortable: true,
      numeric: true,
      cell: (row) => row.people.toLocaleString('en-GB'),
    },
    {
      key: 'state',
      header: words.state,
      cell: (row) => (row.ending ? <Tag tone="attention">{words.ending}</Tag> : <Tag>{words.running}</Tag>),
    },
  ]
}

const path = '/design/data-table'

export const dataTableExamples: ComponentExamples = {
  component: 'data-table',
  title: { en: 'List: tools, table, pages', cy: 'Rhestr: offer, tabl, tudalennau' },
  use: {
    en: 'Every list can be empty, filtered, sorted, paged, exported and printed.',
    cy: 'Gall pob rhestr fod yn wag, a gellir ei hidlo, ei threfnu, ei rhannu’n dudalennau, ei hallforio a’i hargraffu.',
  },
  examples: [
    {
      name: 'list',
      title: { en: 'A list', cy: 'Rhestr' },
      render: (language) => (
        <>
          <ListTools
            action={path}
            count={text[language].count}
            exports={[
              { label: text[language].csv, href: path },
              { label: text[language].excel, href: path },
            ]}
            filtered
          >
            <TextInput name="q" label={text[language].find} type="search" value="gofal" />
          </ListTools>
          <DataTable
            caption={text[language].caption}
            captionHidden
            columns={columns(language)}
            rows={contracts}
            empty={text[language].empty}
            sort={{
              by: 'people',
              direction: 'desc',
              href: (by, direction) => `${path}?sort=${by}&direction=${direction}`,
            }}
          />
          <Pagination page={3} pages={9} href={(page) => `${path}?page=${page}`} />
        </>
      ),
    },
    {
      name: 'empty',
      title: { en: 'Nothing to show', cy: 'Dim byd i’w ddangos' },
      render: (language) => (
        <DataTable
          caption={text[language].caption}
          columns={columns(language)}
          rows={[]}
          empty={text[language].empty}
        />
      ),
    },
    {
      name: 'filter-while-typing',
      title: { en: 'Short list, narrowed while typing', cy: 'Rhestr fer, wedi’i chulhau wrth deipio' },
      render: (language) => (
        <DataTable
          caption={`${text[language].caption} 2026`}
          columns={columns(language)}
          rows={contracts}
          empty={text[language].empty}
          filterable
        />
      ),
    },
  ],
}
