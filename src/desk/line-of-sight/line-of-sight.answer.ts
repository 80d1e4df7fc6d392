/** The line of sight as programs get it, from the API and with `--json`: sentences and links in one language. */
import { type Language, localPath } from '../../kernel/language.ts'
import type { BrokenLink } from '../../measures/line-of-sight/broken-link.ts'
import { STOP_NAMES } from '../../measures/line-of-sight/line-of-sight.ts'
import type { Thread } from './line-of-sight.actions.ts'

export function presentThread(language: Language, { period, stops }: Thread) {
  return {
    from: period.from.toString(),
    to: period.to.toString(),
    stops: stops.map(({ stop, headline, detail, href, broken }) => ({
      stop,
      name: STOP_NAMES[stop][language],
      headline: headline[language],
      detail: detail?.[language] ?? null,
      href: localPath(language, href),
      broken: broken?.[language] ?? null,
    })),
  }
}

export function presentBrokenLink(language: Language, link: BrokenLink) {
  const { kind, between, count, sentence, remedy, href, examples } = link
  return {
    kind,
    between: [...between],
    count,
    sentence: sentence[language],
    remedy: remedy[language],
    href: localPath(language, href),
    examples: examples.map((example) => ({
      name: example.name[language],
      href: localPath(language, example.href),
      language: example.language ?? null,
    })),
  }
}
