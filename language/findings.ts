/** What may be wrong with a phrase in two languages, as far as a machine can tell. A translator still reads every page. */
import type { Phrase } from './phrases.ts'

export type Finding = {
  readonly place: string
  readonly what: 'same' | 'empty' | 'english' | 'welsh' | 'term'
  readonly says: string
}

/** Words that are the same in both languages: names, formats, words that Welsh shares. */
const SHARED = new Set(
  'csv excel pdf word api canlyn json openapi english cymraeg person model ward contract cost lot'.split(' '),
)

const ENGLISH =
  /(?<![\p{L}’'-])(the|and|of|with|this|that|you|your|are|have|has|which|there|their|must|when|what|does|been|will|from|not|cannot|were|their)(?![\p{L}’'-])/iu
const WELSH = /(?<![\p{L}’'-])(mae|nid|wedi|sydd|gyda|rhaid|gallwch|eich|bydd|hwn|hon|roedd|ydych)(?![\p{L}’'-])/iu

/**
 * Terms that have one name in each language. Welsh words change their first letter after others, so each is known by all its forms;
 * `not` lists English uses of the word in another sense.
 */
const TERMS: readonly { readonly en: RegExp; readonly cy: RegExp; readonly not?: RegExp }[] = [
  { en: /\boutcomes?\b/i, cy: /(c|g|ch|ngh)anlyniad/i },
  { en: /\bproviders?\b/i, cy: /(d|dd|n)arparw?y?r/i, not: /identity provider/i },
  { en: /\bvisits?\b/i, cy: /ymweliad|ymweld/i },
  { en: /\bevidence\b/i, cy: /(t|d|th|nh)ystiolaeth/i },
  { en: /\bscorecards?\b/i, cy: /(c|g|ch|ngh)(erdyn|ardiau) sgorio/i },
  { en: /\bbaselines?\b/i, cy: /(g)?waelodlin/i },
  { en: /\btargets?\b/i, cy: /(t|d|th|nh)arged/i },
  { en: /\baudit log\b/i, cy: /log archwilio/i },
  { en: /\bline of sight\b/i, cy: /linell welediad/i },
  { en: /\bsign in\b/i, cy: /fewngofnod|mewngofnod/i },
]

/** Phrases in which a word of the other language is meant: values of a file and names of kinds are the same in both. */
const MEANT: readonly RegExp[] = [/^achieved \(wedi’i gyflawni\)/, /^beth sydd yn y ffeil: areas/]

export function findingsIn(phrase: Phrase): readonly Finding[] {
  const { en, cy, place, isText } = phrase
  if (MEANT.some((meant) => meant.test(cy))) return []
  const found = (what: Finding['what'], says: string): Finding => ({ place, what, says })
  const findings: Finding[] = []
  if (isText && cy.trim() === '' && en.trim() !== '') findings.push(found('empty', `“${en}” has no Welsh`))
  if (isText && en.trim() === '' && cy.trim() !== '') findings.push(found('empty', `“${cy}” has no English`))
  if (isSame(en, cy)) findings.push(found('same', `“${cy}” is the same in both languages`))
  const english = ENGLISH.exec(quotesAside(cy))?.[0]
  if (english && !isSame(en, cy)) findings.push(found('english', `“${english}” in Welsh: “${cy}”`))
  const welsh = WELSH.exec(quotesAside(en))?.[0]
  if (welsh && !isSame(en, cy)) findings.push(found('welsh', `“${welsh}” in English: “${en}”`))
  for (const term of TERMS)
    if (term.en.test(en) && !term.not?.test(en) && !term.cy.test(cy) && cy.trim() !== '')
      findings.push(found('term', `“${term.en.exec(en)?.[0]}” is not called by its name in “${cy}”`))
  return findings
}

/** The same words, where they are more than names that both languages share: a letter or a code has no language. */
function isSame(en: string, cy: string): boolean {
  const words = cy.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return en === cy && words.some((word) => !SHARED.has(word)) && !isCode(cy.replaceAll('{}', ' ').trim())
}

/** `canlyn audit verify`, `visit_ref`, an address: not said in any language. */
function isCode(words: string): boolean {
  return /^[a-z0-9_./:<>-]+$/i.test(words) && (/[_/:<>.]/.test(words) || /^[a-z]+(-[a-z]+)+$/.test(words))
}

/** Names of commands, headers and files, which stand in backticks or are words of a protocol. */
function quotesAside(text: string): string {
  return text.replaceAll(/`[^`]*`/g, '').replaceAll(/\b(If-Match|Idempotency-Key|application\/problem\+json)\b/g, '')
}
