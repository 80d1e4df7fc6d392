/** Every component has an example, in both languages, and examples can stand on one page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../kernel/language.ts'
import { componentExamples } from './examples.ts'
import { Surround } from './surroundings/surroundings.tsx'

const HERE = import.meta.dirname

/** Parts of others, and the whole page, which each example stands in. */
const SHOWN_WITHIN_OTHERS = ['chart', 'field', 'lead', 'page', 'problem-page', 'section', 'surroundings']

function filesEndingIn(ending: string): readonly string[] {
  return readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))
}

test('every component is used in an example', () => {
  const sources = filesEndingIn('.examples.tsx').map((file) => readFileSync(join(HERE, file), 'utf8'))
  const components = readdirSync(HERE, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && filesEndingIn('.tsx').some((file) => file === join(entry.name, `${entry.name}.tsx`)),
    )
    .map((entry) => entry.name)
    .filter((name) => !SHOWN_WITHIN_OTHERS.includes(name))
  expect(components.length).toBeGreaterThan(20)
  expect(components.filter((name) => !sources.some((source) => source.includes(`/${name}.tsx'`)))).toEqual([])
})

test.each(LANGUAGES)('no example says the same id twice, carries a style or a script, or fails (%s)', (language) => {
  for (const { component, examples } of componentExamples) {
    const html = String(<Surround language={language}>{examples.map((example) => example.render(language))}</Surround>)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      component,
    ).toEqual([])
    expect(html, component).not.toMatch(/ style=|<style|<script| on[a-z]+="/)
  }
})

test('names are unique, and every title differs from its Welsh unless it is one word', () => {
  const names = componentExamples.flatMap(({ component, examples }) =>
    examples.map(({ name }) => `${component}/${name}`),
  )
  expect(new Set(names).size).toBe(names.length)
  for (const { title, use } of componentExamples) {
    expect(title.en === title.cy && title.en.includes(' ')).toBe(false)
    expect(use.en).not.toBe(use.cy)
  }
})
