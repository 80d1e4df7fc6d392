/**
 * Keeps a second process off the folder of the embedded database, which itself takes no lock. The lock is one that the operating system
 * releases when its holder ends, however it ends, so there is no stale lock to judge: SQLite's exclusive lock on a file of its own.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseUnavailable } from './unavailable.ts'

export type FolderLock = { release(): void }

/** Takes the lock beside the folder, or throws DatabaseUnavailable with a sentence that names the process that holds it. */
export function lockFolder(folder: string): FolderLock {
  const holderFile = `${folder}.holder`
  const lock = new DatabaseSync(`${folder}.lock`, { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    throw new DatabaseUnavailable(inUse(folder, readHolder(holderFile)), error)
  }
  writeFileSync(holderFile, String(process.pid))
  return {
    release() {
      rmSync(holderFile, { force: true })
      lock.close()
    },
  }
}

/** Whether some process holds the lock at this moment, and which; takes nothing. */
export function holderOf(folder: string): { readonly isHeld: boolean; readonly pid: string } {
  try {
    lockFolder(folder).release()
    return { isHeld: false, pid: '' }
  } catch {
    return { isHeld: true, pid: readHolder(`${folder}.holder`) }
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

function inUse(folder: string, pid: string) {
  return {
    kind: 'unavailable',
    code: 'folder-in-use',
    message: {
      en: `The database in ${folder} is in use by another process${pid && ` (${pid})`}. Stop that one first, or choose another folder with CANLYN_DATA.`,
      cy: `Mae’r gronfa ddata yn ${folder} yn cael ei defnyddio gan broses arall${pid && ` (${pid})`}. Stopiwch honno’n gyntaf, neu dewiswch ffolder arall â CANLYN_DATA.`,
    },
  } as const
}
