/** Our components against the markup that GOV.UK Frontend publishes, whose behaviour with assistive technology is known. */
import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import { DataTable } from './data-table/data-table.tsx'
import { DateInput } from './date-input/date-input.tsx'
import { ErrorSummary } from './error-summary/error-summary.tsx'
import { type Comparison, publishedMarkup, structureOf } from './markup.fixtures.ts'
import { Pagination } from './pagination/pagination.tsx'
import { Radios } from './radios/radios.tsx'
import { SummaryList } from './summary-list/summary-list.tsx'
import { Surround } from './surroundings/surroundings.tsx'
import { TextArea } from './text-area/text-area.tsx'
import { TextInput } from './text-input/text-input.tsx'

function structure(element: Child, comparison?: Comparison): readonly string[] {
  return structureOf(String(<Surround language="en">{element}</Surround>), comparison)
}

/** We size labels and legends by default; the published ones are plain. */
const SIZED = /^app-|^govuk-(label|fieldset__legend)--s$/

test('a text input is as published', () => {
  const ours = <TextInput name="test-name" label="National Insurance number" />
  expect(structure(ours, { ownClasses: SIZED })).toEqual(structureOf(publishedMarkup('input', 'default')))
})

test('a text input with an error and a hint is as published', () => {
  const published = publishedMarkup('input', 'with error and hint').replaceAll('test-name-3', 'with-error-hint')
  const name = /<input[^>]* id="([^"]+)"/.exec(published)?.[1] ?? ''
  const ours = (
    <TextInput
      name={name}
      label={/<label[^>]*>\s*([^<]+?)\s*</.exec(published)?.[1] ?? ''}
      hint={/class="govuk-hint">\s*([^<]+?)\s*</.exec(published)?.[1]}
      error={/<\/span>\s*([^<]+?)\s*</.exec(published)?.[1]}
    />
  )
  // Name and id are one in our forms, so that the error summary can link to a field by its name.
  const comparison = { ownClasses: SIZED, without: ['name'] }
  expect(structure(ours, comparison)).toEqual(structureOf(published, comparison))
})

test('a text area with an error is as published', () => {
  const published = publishedMarkup('textarea', 'with error message')
  const name = /<textarea[^>]* id="([^"]+)"/.exec(published)?.[1] ?? ''
  const ours = (
    <TextArea
      name={name}
      label={/<label[^>]*>\s*([^<]+?)\s*</.exec(published)?.[1] ?? ''}
      error={/<\/span>\s*([^<]+?)\s*</.exec(published)?.[1]}
    />
  )
  const comparison = { ownClasses: SIZED, without: ['name'] }
  expect(structure(ours, comparison)).toEqual(structureOf(published, comparison))
})

test('radios are as published', () => {
  const ours = (
    <Radios
      name="example-default"
      label="Have you changed your name?"
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
  )
  expect(structure(ours, { ownClasses: SIZED })).toEqual(structureOf(publishedMarkup('radios', 'default')))
})

test('an error summary is as published', () => {
  const ours = (
    <ErrorSummary
      errors={[
        { field: 'example-error-1', message: 'The date your passport was issued must be in the past' },
        { field: 'example-error-2', message: 'Enter a postcode, like AA1 1AA' },
      ]}
    />
  )
  expect(structure(ours)).toEqual(structureOf(publishedMarkup('error-summary', 'default')))
})

test('a summary list is as published', () => {
  const published = publishedMarkup('summary-list', 'default')
  const ours = (
    <SummaryList
      rows={[
        { key: 'Name', value: 'Firstname Lastname' },
        { key: 'Date of birth', value: '13/08/1980' },
        {
          key: 'Contact information',
          value: (
            <>
              <p class="govuk-body">email@email.com</p>
              <p class="govuk-body">
                Address line 1<br />
                Address line 2<br />
                Address line 3<br />
                Address line 4<br />
                Address line 5
              </p>
            </>
          ),
        },
      ]}
    />
  )
  expect(structure(ours)).toEqual(structureOf(published))
})

test('a date input is as published, but for the ids and names of its parts', () => {
  const ours = <DateInput name="dob" label="What is your date of birth?" hint="For example, 31 3 1980" />
  // Ours are dob, dob-month, dob-year, so that a link to #dob lands in the first field without script; a fieldset is a group already.
  const comparison = { ownClasses: SIZED, without: ['id', 'for', 'name', 'role'] }
  expect(structure(ours, comparison)).toEqual(structureOf(publishedMarkup('date-input', 'default'), comparison))
})

test('pages are walked as published, but for the words beside previous and next', () => {
  const tags = (markup: string) =>
    structureOf(markup.replaceAll(/<span class="govuk-visually-hidden">.*?<\/span>/g, ''), {
      without: ['aria-label', 'd', 'fill', 'stroke', 'stroke-width', 'href'],
    }).filter((part) => !part.startsWith('svg') && !part.startsWith('/svg') && !/^\/?path/.test(part))
  const ours = String(
    <Surround language="en">
      <Pagination page={2} pages={3} href={(page) => `/page/${page}`} />
    </Surround>,
  )
  expect(tags(ours)).toEqual(tags(publishedMarkup('pagination', 'default')))
})

test('the rows of a table are as published', () => {
  const rows = [
    ['January', '£85', '£95'],
    ['February', '£75', '£55'],
    ['March', '£165', '£125'],
  ] as const
  const ours = String(
    <Surround language="en">
      <DataTable
        caption="Rates"
        empty="None"
        rows={rows}
        columns={[
          { key: 'month', header: 'Month', rowHeader: true, cell: (row) => row[0] },
          { key: 'bikes', header: 'Bicycles', numeric: true, cell: (row) => row[1] },
          { key: 'vans', header: 'Vans', numeric: true, cell: (row) => row[2] },
        ]}
      />
    </Surround>,
  )
  const body = (markup: string) => structureOf(/<tbody.*<\/tbody>/s.exec(markup)?.[0] ?? '')
  expect(body(ours)).toEqual(body(publishedMarkup('table', 'with firstCellIsHeader true')))
  expect(body(ours).length).toBeGreaterThan(20)
})
