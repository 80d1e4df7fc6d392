/** How much space the disk under a folder has left, and below which writing stops. */
import { statfsSync } from 'node:fs'

export type SpaceLimits = {
  /** Below this, a new transaction may only read. */
  readonly refuseBelowBytes: number
  /** Below this, a transaction under way may not make files grow; what is kept back is for the log that ends it and for recovery. */
  readonly stopBelowBytes: number
}

/** The embedded database spins for ever when its log finds no space, so both limits stand well before that. */
export const SPACE_LIMITS: SpaceLimits = { refuseBelowBytes: 384 * 2 ** 20, stopBelowBytes: 192 * 2 ** 20 }

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Whether a folder lies in memory (tmpfs, ramfs) and is gone at the next start of the machine. */
export function isInMemory(folder: string): boolean {
  const { type } = statfsSync(folder)
  return type === 0x01021994 || type === 0x858458f6
}
