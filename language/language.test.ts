import { expect, test } from 'vitest'
import { checkLanguage } from './check.ts'
import { findingsIn } from './findings.ts'
import { phrasesIn } from './phrases.ts'

test('every phrase of the program is said in both languages, each in its own words', async () => {
  const { phrases, findings } = await checkLanguage()
  expect(phrases).toBeGreaterThan(1_000)
  expect(findings.map(({ place, what, says }) => `${place} ${what}: ${says}`)).toEqual([])
})

const found = (code: string) => phrasesIn('planted.text.ts', code).flatMap(findingsIn)

test.each([
  ['same', `const t = { en: 'Save and continue', cy: 'Save and continue' }`],
  ['same', `const t = bilingual({ en: { a: { b: 'Reviewer' } }, cy: { a: { b: 'Reviewer' } } })`],
  ['empty', `const t = { en: 'Save', cy: '' }`],
  ['empty', `const t = { en: ' ', cy: 'Cadw' }`],
  ['english', `const t = { en: 'The list', cy: 'Y rhestr of pobl' }`],
  [
    'english',
    `const t = { en: { f: (n: number) => \`\${n} rows\` }, cy: { f: (n: number) => \`\${n} from the rhestr\` } }`,
  ],
  ['english', `const t = { en: { f: 'x' }, cy: { f: plural('cy', 2, { two: 'dau with', other: 'llawer' }) } }`],
  ['welsh', `const t = { en: 'Mae hwn yn gweithio', cy: 'Mae hwn yn gweithio’n dda' }`],
  ['term', `const t = { en: 'Outcomes achieved', cy: 'Deilliannau a gyflawnwyd' }`],
  ['term', `const t = { en: 'The provider', cy: 'Y cyflenwr' } as const satisfies Bilingual`],
])('a planted mistake is found: %s in %s', (what, code) => {
  expect(found(code).map((finding) => finding.what)).toContain(what)
})

test.each([
  `const t = { en: 'Outcomes', cy: 'Canlyniadau' }`,
  `const t = { en: 'for an outcome', cy: 'ar gyfer canlyniad, o ganlyniad, a chanlyniad, fy nghanlyniad' }`,
  `const t = { en: 'CSV', cy: 'CSV' }`,
  `const t = { en: 'person', cy: 'person' }`.replaceAll('person', 'visit_ref'),
  `const t = { en: 'Send the file with \`canlyn import\`', cy: 'Anfonwch y ffeil gyda \`canlyn import from the file\`' }`,
  `const t = { en: { f: (n: number) => say('en', n, 'contract') }, cy: { f: (n: number) => say('cy', n, 'contract') } }`,
  `const t = { en: 'Mair’s own', cy: 'Eiddo Mair' }`,
])('what is right is left alone: %s', (code) => {
  expect(found(code)).toEqual([])
})

test('an object is only a phrase when it has both languages', () => {
  expect(phrasesIn('planted.ts', `const t = { en: 'The' }; const u = { cy: 'the' }`)).toEqual([])
})
