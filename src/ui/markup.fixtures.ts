/** Markup as a list of tags, for comparing ours with what GOV.UK Frontend publishes: what matters, without white space and own classes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

type Fixtures = { readonly fixtures: readonly { readonly name: string; readonly html: string }[] }

/** The published markup of a component in one of its named states. */
export function publishedMarkup(component: string, name: string): string {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as Fixtures
  const found = fixtures.find((fixture) => fixture.name === name)
  if (!found) throw new Error(`GOV.UK Frontend publishes no ${component} named ${name}`)
  return found.html
}

export type Comparison = {
  /** Classes of ours that may be added. */
  readonly ownClasses?: RegExp
  /** Attributes not compared, with the reason beside the call. */
  readonly without?: readonly string[]
  /** Names renamed before comparing, where ids follow another rule. */
  readonly renamed?: (markup: string) => string
}

/** `['p class="govuk-hint" id="x"', 'text', '/p']`: one entry for each tag and each text, attributes in alphabetical order. */
export function structureOf(
  markup: string,
  { ownClasses = /^app-/, without = [] }: Comparison = {},
): readonly string[] {
  return [...markup.matchAll(/<(\/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>|([^<]+)/g)].flatMap(
    ([, close, tag, rest, text]) => {
      if (text !== undefined) return text.trim() === '' ? [] : [text.trim().replaceAll(/\s+/g, ' ')]
      if (close) return [`/${tag}`]
      const attributes = [...(rest ?? '').matchAll(/([a-z-]+)(?:="([^"]*)")?/g)]
        .map(([, name = '', value = '']) => [name, name === 'class' ? published(value, ownClasses) : value] as const)
        .filter(([name, value]) => !without.includes(name) && !(name === 'class' && value === ''))
        .map(([name, value]) => `${name}="${value}"`)
        .sort()
      return [[tag, ...attributes].join(' ')]
    },
  )
}

function published(classes: string, own: RegExp): string {
  return classes
    .split(/\s+/)
    .filter((name) => name !== '' && !own.test(name))
    .sort()
    .join(' ')
}
