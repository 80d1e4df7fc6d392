import { expect, test } from 'vitest'
import { bilingual, compareNames, localPath, plural } from './language.ts'

test('Welsh pages live under /cy and English ones at the root', () => {
  expect(localPath('en', '/people')).toBe('/people')
  expect(localPath('cy', '/people')).toBe('/cy/people')
  expect(localPath('cy', '/')).toBe('/cy')
})

test('Welsh names sort by the Welsh alphabet, where Ll is a letter after L', () => {
  expect(['Llwyd', 'Lwc', 'Lewis'].sort((a, b) => compareNames('cy', a, b))).toEqual(['Lewis', 'Lwc', 'Llwyd'])
})

test('Welsh has its own plural forms', () => {
  expect(plural('cy', 2, { two: 'dau berson', other: 'o bobl' })).toBe('dau berson')
  const text = bilingual({ en: { a: 'x', f: (n: number) => `${n}` }, cy: { a: 'y', f: (n: number) => `${n}!` } })
  expect(text.cy.f(1)).toBe('1!')
})
