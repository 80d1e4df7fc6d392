/** What charts say to those who see them and to those who do not: marks, sentence, table. */
import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import type { Language } from '../kernel/language.ts'
import { BarChart } from './bar-chart/bar-chart.tsx'
import { DotGap } from './dot-gap/dot-gap.tsx'
import { LineOfSight } from './line-of-sight/line-of-sight.tsx'
import { shownPages } from './pagination/pagination.tsx'
import { Sparkline } from './sparkline/sparkline.tsx'
import { StackedBar, segments } from './stacked-bar/stacked-bar.tsx'
import { Surround } from './surroundings/surroundings.tsx'

function html(element: Child, language: Language = 'en'): string {
  return String(<Surround language={language}>{element}</Surround>)
}

const count = (text: string, part: string | RegExp) => text.split(part).length - 1

test('the parts of a bar follow one another and fill it', () => {
  const drawn = segments([{ value: 60 }, { value: 0 }, { value: 40 }], 100)
  expect(drawn.map(({ start, size }) => [start, size])).toEqual([
    [0, 0.6],
    [0.6, 0.4],
  ])
  expect(segments([{ value: 0 }], 0)).toEqual([])
})

test('a bar names itself, says its sentence, and gives its numbers as a table', () => {
  const bar = html(
    <StackedBar
      title="Outcomes"
      meaning="Three in five were achieved."
      parts={[
        { label: 'Achieved', value: 60, tone: 'achieved' },
        { label: 'Not', value: 40, tone: 'not' },
      ]}
    />,
  )
  expect(bar).toContain('<title id="picture-1-title">Outcomes</title>')
  expect(bar).toContain('aria-labelledby="picture-1-title picture-1-desc"')
  expect(bar).toContain('<figcaption class="app-chart__meaning">Three in five were achieved.</figcaption>')
  expect(bar).toMatch(/<th[^>]*scope="row"[^>]*>Achieved<\/th><td[^>]*>60<\/td><td[^>]*>60%<\/td>/)
})

test('a chart with nothing in it says so and draws nothing', () => {
  for (const empty of [
    <StackedBar title="x" parts={[{ label: 'a', value: 0, tone: 'achieved' }]} />,
    <Sparkline title="x" points={[{ label: 'March', value: null }]} />,
    <Sparkline title="x" points={[]} />,
    <DotGap title="x" rows={[{ label: 'a', provider: null, person: null }]} />,
    <BarChart title="x" rows={[]} />,
  ]) {
    expect(html(empty)).toContain('There are no numbers to show for this period.')
    expect(html(empty)).not.toContain('<svg')
    expect(html(empty, 'cy')).toContain('Nid oes rhifau i’w dangos')
  }
})

test('a trend marks only the points outside the band, and the last one known', () => {
  const points = [0.9, 0.9, 0.7, null].map((value, month) => ({ label: `${month}`, value, low: 0.8, high: 0.95 }))
  const trend = html(<Sparkline title="x" points={points} target={0.9} />)
  expect(count(trend, 'class="app-trend__outside"')).toBe(1)
  expect(count(trend, 'app-trend__last--outside')).toBe(1)
  expect(count(trend, 'class="app-trend__target"')).toBe(1)
  expect(trend).toContain('<strong>0.7 *</strong>')
})

test('a month between two unknown ones is drawn as a point, since no line reaches it', () => {
  const points = [1, 2, null, 3, null, 4].map((value, month) => ({ label: `${month}`, value }))
  expect(count(html(<Sparkline title="x" points={points} />), 'app-trend__alone')).toBe(2)
})

test('only where months are unknown does a fainter line lead across them', () => {
  const bridges = (values: readonly (number | null)[]) =>
    count(html(<Sparkline title="x" points={values.map((value) => ({ label: '', value }))} />), 'app-trend__bridge')
  expect(bridges([1, null, 3])).toBe(1)
  expect(bridges([1, 2, 3])).toBe(0)
})

test('whose word: the gap is drawn where both spoke, and is said in points from the provider’s to the person’s', () => {
  const chart = html(
    <DotGap
      title="x"
      rows={[
        { label: 'Daily life', provider: 0.78, person: 0.61 },
        { label: 'Work', provider: 0.5, person: null },
      ]}
    />,
  )
  expect(count(chart, 'class="app-dotgap__gap"')).toBe(1)
  expect(chart).toContain('>78%</td>')
  expect(chart).toContain('>-17</td>')
  expect(count(chart, 'No figure')).toBe(2)
})

test('the thread names every stop, fills the one you stand at, and says where it is broken', () => {
  const stop = { name: { en: 'Need', cy: 'Angen' }, headline: { en: '12 people', cy: '12 o bobl' } }
  const thread = (language: Language) =>
    html(
      <LineOfSight
        current="contract"
        stops={[
          { stop: 'need', href: '/needs', ...stop },
          {
            stop: 'contract',
            href: '/contracts/3',
            name: 'Contract',
            headline: 'Lot 3',
            broken: 'It serves no outcome.',
          },
        ]}
      />,
      language,
    )
  expect(thread('cy')).toContain('href="/cy/needs"')
  expect(thread('cy')).toContain('12 o bobl')
  expect(thread('en')).toContain('12 people')
  expect(count(thread('en'), 'aria-current="step"')).toBe(1)
  expect(thread('en')).toMatch(/app-thread__stop--broken.*It serves no outcome\./)
})

test.each([
  [1, 1, [1]],
  [1, 9, [1, 2, undefined, 9]],
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [3, 5, [1, 2, 3, 4, 5]],
  [4, 9, [1, 2, 3, 4, 5, undefined, 9]],
  [9, 9, [1, undefined, 8, 9]],
])('page %i of %i shows its neighbours and both ends', (page, pages, shown) => {
  expect(shownPages(page, pages)).toEqual(shown)
})
