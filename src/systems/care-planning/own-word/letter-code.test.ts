import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { CODE_LENGTH, CODE_LETTERS, LETTER_DAYS, letterState, readCode, refuseLetter, showCode } from './letter-code.ts'

describe('the code on a letter', () => {
  test('stands in three groups of four', () =>
    expect(showCode([9, 26, 11, 14, 23, 15, 22, 16, 30, 18, 3, 5])).toBe('K5NR-2SZT-9VDF'))
  test('is the same however it is typed', () => {
    for (const typed of ['K4MQ-ZRYS-8UDF', 'k4mq zrys 8udf', ' k4mqzrys8udf ', 'K4MQ – ZRYS – 8UDF', 'k4mq.zrys.8udf'])
      expect(readCode(typed)).toBe('K4MQZRYS8UDF')
  })
  test('with a letter too few or too many, or one that no code has, is none', () => {
    for (const typed of ['', 'K4MQ-ZRYS-8UD', 'K4MQ-ZRYS-8UDFX', 'K4MQ-ZRYS-8UD0', 'K4MQ-ZRYS-8UDI'])
      expect(readCode(typed)).toBeUndefined()
  })
  test('any code that is made can be read again', () => {
    const picks = fc.array(fc.integer({ min: 0, max: CODE_LETTERS.length - 1 }), {
      minLength: CODE_LENGTH,
      maxLength: CODE_LENGTH,
    })
    fc.assert(
      fc.property(picks, (made) => readCode(showCode(made).toLowerCase()) === showCode(made).replaceAll('-', '')),
    )
  })
  test('has no letter that is taken for another', () => expect(CODE_LETTERS).not.toMatch(/[ILO01]/))
})

describe('a letter', () => {
  const sent = day('2026-03-03')
  const letter = { usedAt: null, withdrawnAt: null, withdrawnBecause: null, expiresOn: sent.add({ days: LETTER_DAYS }) }
  test('can be answered on its last day and not on the day after', () => {
    expect(refuseLetter(letter, day('2026-04-14'))).toBeUndefined()
    expect(refuseLetter(letter, day('2026-04-15'))?.refusal.code).toBe('letter-expired')
  })
  test('that was answered stays answered, also when its time is over', () => {
    const answered = { ...letter, usedAt: Temporal.Instant.from('2026-03-05T10:00:00Z') }
    expect(letterState(answered, day('2027-01-01'))).toBe('answered')
    expect(refuseLetter(answered, sent)?.refusal.code).toBe('letter-answered')
  })
  test('that a newer one replaced says so', () => {
    const replaced = {
      ...letter,
      withdrawnAt: Temporal.Instant.from('2026-03-05T10:00:00Z'),
      withdrawnBecause: 'newer' as const,
    }
    expect(refuseLetter(replaced, sent)?.refusal.code).toBe('letter-withdrawn')
  })
})
