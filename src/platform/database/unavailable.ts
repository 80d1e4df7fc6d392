/** When the database cannot do what was asked for reasons outside the program: a full disk, no connection, a query that took too long. */
import type { Refusal } from '../../kernel/result.ts'

/** Thrown by the database and answered as its refusal wherever people or programs ask (page, API, command). */
export class DatabaseUnavailable extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal.message.en, { cause })
    this.name = 'DatabaseUnavailable'
    this.refusal = refusal
  }
}

export const DISK_FULL: Refusal = {
  kind: 'unavailable',
  code: 'disk-full',
  message: {
    en: 'The disk is almost full, so nothing can be saved. Everything saved before is safe and can still be read. Saving works again as soon as there is space.',
    cy: 'Mae’r ddisg bron yn llawn, felly ni ellir cadw dim byd. Mae popeth a gadwyd o’r blaen yn ddiogel a gellir ei ddarllen o hyd. Bydd modd cadw eto cyn gynted ag y bydd lle.',
  },
}

export const TOOK_TOO_LONG: Refusal = {
  kind: 'unavailable',
  code: 'took-too-long',
  message: {
    en: 'This took longer than is allowed and was stopped. Nothing was changed. Ask for less at a time, or try again later.',
    cy: 'Cymerodd hyn fwy o amser nag a ganiateir ac fe’i stopiwyd. Ni newidiwyd dim byd. Gofynnwch am lai ar y tro, neu rhowch gynnig arall arni’n nes ymlaen.',
  },
}

export const NO_CONNECTION: Refusal = {
  kind: 'unavailable',
  code: 'database-unreachable',
  message: {
    en: 'The database cannot be reached. Nothing was changed. Try again in a few minutes.',
    cy: 'Ni ellir cyrraedd y gronfa ddata. Ni newidiwyd dim byd. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
}

export const OUTCOME_UNKNOWN: Refusal = {
  kind: 'unavailable',
  code: 'outcome-unknown',
  message: {
    en: 'The connection to the database was lost at the moment of saving. Look whether it was saved before you try again.',
    cy: 'Collwyd y cysylltiad â’r gronfa ddata wrth gadw. Edrychwch a gafodd ei gadw cyn rhoi cynnig arall arni.',
  },
}

/** SQLSTATE classes and socket errors that mean that the connection is gone or never came. */
const CONNECTION_CODES = /^(08...|57P0[123]|53300|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$/

/** Whether an error says that the connection itself failed. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return CONNECTION_CODES.test(code)
  return /Connection terminated|connection timeout|timeout exceeded when trying to connect/i.test(String(message))
}

/** The database's own error as a refusal where it means one of ours; any other error as it came. */
export function explained(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error
  const code = (error as { code?: unknown } | null)?.code
  if (code === '53100') return new DatabaseUnavailable(DISK_FULL, error)
  if (code === '57014') return new DatabaseUnavailable(TOOK_TOO_LONG, error)
  if (isConnectionLost(error)) return new DatabaseUnavailable(NO_CONNECTION, error)
  return error
}
