import { expect, test } from 'vitest'
import { readInstrument, readItems, showInstrument, showItems } from './scale-registration.ts'

const SLOT = `# Made-up question | Cwestiwn dychmygol
1 | Well | Da
0.5 | So so | Gweddol

# Another | Un arall
0 | Yes | Ie
-0.25 | No | Nage`

test('what was typed is read, and written again as it was', () => {
  const items = readInstrument(SLOT)
  if (!items.ok) throw new Error(items.refusal.code)
  expect(items.value.map(({ levels }) => levels.map((level) => level.value))).toEqual([
    [1, 0.5],
    [0, -0.25],
  ])
  expect(showInstrument(items.value)).toBe(SLOT.replace('\n\n', '\n'))
})

test.each([
  ['a level before any item', '1 | Well | Da', /Line 1/],
  ['a level without its Welsh', '# A | B\n1 | Well', /Line 2/],
  ['a value that is no number', '# A | B\n\nnone | Well | Da', /Line 3/],
  ['an item with one level', '# A | B\n1 | Well | Da', /two levels/],
])('%s is told, with its line', (_, typed, said) => {
  const items = readInstrument(typed)
  expect(items.ok ? '' : items.refusal.message.en).toMatch(said)
})

test('of the wording of items all are given or none, never some', () => {
  const two = readItems('One | Un\nTwo | Dau', 2)
  expect(two.ok && showItems(two.value)).toBe('One | Un\nTwo | Dau')
  expect(readItems('', 2)).toEqual({ ok: true, value: [] })
  expect(readItems('One | Un', 2)).toMatchObject({ refusal: { code: 'wording-incomplete', field: 'items' } })
  expect(readItems('One', 2)).toMatchObject({ refusal: { code: 'line-not-understood' } })
})
