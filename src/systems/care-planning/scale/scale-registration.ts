/** What an authority says it may use: registrations and licences of instruments, with the wording that comes with them. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { WeightedItem, WeightedItems } from './scale.ts'

export type ScaleRegistration = {
  readonly scale: string
  readonly registeredOn: Day
  readonly reference: string
  readonly recordedBy: string
  /** The items' wording under the registration, in their order; empty where it is asked on paper. */
  readonly items: readonly Bilingual[]
  /** What the authority put into a licensed slot; undefined while it is empty. */
  readonly instrument: WeightedItems | undefined
  readonly version: number
}

/** Reads `English | Welsh`, one item a line: all of the scale's items, or none. */
export function readItems(typed: string, wanted: number): Result<readonly Bilingual[]> {
  const items: Bilingual[] = []
  for (const { number, parts } of linesOf(typed)) {
    const [en, cy] = parts
    if (parts.length !== 2 || !en || !cy) return refused(lineWrong('items', number))
    items.push({ en, cy })
  }
  return items.length === 0 || items.length === wanted ? accepted(items) : refused(itemCount(wanted, items.length))
}

export function showItems(items: readonly Bilingual[]): string {
  return items.map(({ en, cy }) => `${en} | ${cy}`).join('\n')
}

/** Reads an instrument: `# English | Welsh` begins an item, and `value | English | Welsh` below it is each of its levels. */
export function readInstrument(typed: string): Result<readonly WeightedItem[]> {
  const items: { name: Bilingual; levels: { name: Bilingual; value: number }[] }[] = []
  for (const { number, text, parts } of linesOf(typed)) {
    if (text.startsWith('#')) {
      const [en, cy] = [parts[0]?.replace(/^#\s*/, ''), parts[1]]
      if (parts.length !== 2 || !en || !cy) return refused(lineWrong('instrument', number))
      items.push({ name: { en, cy }, levels: [] })
      continue
    }
    const [value, en, cy] = parts
    const item = items.at(-1)
    const isNumber = value !== undefined && /^-?\d+(\.\d+)?$/.test(value)
    if (!item || parts.length !== 3 || !isNumber || !en || !cy) return refused(lineWrong('instrument', number))
    item.levels.push({ name: { en, cy }, value: Number(value) })
  }
  return items.some(({ levels }) => levels.length < 2) ? refused(TOO_FEW_LEVELS) : accepted(items)
}

export function showInstrument(items: readonly WeightedItem[]): string {
  return items
    .flatMap(({ name, levels }) => [
      `# ${name.en} | ${name.cy}`,
      ...levels.map((level) => `${level.value} | ${level.name.en} | ${level.name.cy}`),
    ])
    .join('\n')
}

function linesOf(typed: string) {
  return typed
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line.trim(), parts: line.split('|').map((part) => part.trim()) }))
    .filter(({ text }) => text !== '')
}

function lineWrong(field: 'items' | 'instrument', line: number): Refusal {
  return {
    kind: 'invalid',
    code: 'line-not-understood',
    field,
    message: {
      en: `Line ${line} cannot be read. Follow the pattern shown above the box, in both languages.`,
      cy: `Ni ellir darllen llinell ${line}. Dilynwch y patrwm uwchben y blwch, yn y ddwy iaith.`,
    },
  }
}

function itemCount(wanted: number, given: number): Refusal {
  return {
    kind: 'invalid',
    code: 'wording-incomplete',
    field: 'items',
    message: {
      en: `This scale has ${wanted} items and you gave the wording of ${given}. Give all of them, or none.`,
      cy: `Mae ${wanted} eitem ar y raddfa hon a rhoesoch eiriad ${given}. Rhowch bob un, neu ddim un.`,
    },
  }
}

const TOO_FEW_LEVELS: Refusal = {
  kind: 'invalid',
  code: 'too-few-levels',
  field: 'instrument',
  message: {
    en: 'Each item needs at least two levels below it.',
    cy: 'Mae angen o leiaf ddwy lefel o dan bob eitem.',
  },
}
