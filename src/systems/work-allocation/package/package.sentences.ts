/** Packages in words. */
import type { Language } from '../../../kernel/language.ts'
import { showNumber } from '../../../kernel/quantity.ts'

/** 630 minutes are "10.5" hours. */
export function showHours(language: Language, minutes: number): string {
  return showNumber(language, minutes / 60)
}
