/** Whole pence. Amounts are never fractions of a penny; a division names its rounding. */
import { numberFormat } from './formats.ts'
import type { Language } from './language.ts'

declare const pence: unique symbol
/** A safe integer number of pence; negative for a credit. */
export type Pence = number & { readonly [pence]: true }

/** Throws on fractions and on numbers too large to be exact. */
export function penceOf(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole, exact number of pence: ${amount}`)
  return amount as Pence
}

/** "£1,234.50". */
export function showMoney(language: Language, amount: Pence): string {
  return numberFormat(language, 'GBP').format(amount / 100)
}
