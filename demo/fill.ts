/** Fills an empty demonstration when the program starts, with a bar that says how far it is. */
import type { Runtime } from '../src/platform/runtime.ts'
import { loadDemonstration, readNote } from './load.ts'

/** Says how far the work is, from 0 to 1, in a few words. */
export type Progress = (share: number, doing: string) => void

/**
 * Loads the demonstration authority where there is none yet, or goes on where a load was interrupted (the note says that it is not whole).
 * Does nothing where the installation is filled. Answers whether it loaded.
 */
export async function fillIfEmpty(runtime: Runtime, progress: Progress = terminalBar()): Promise<boolean> {
  const note = await readNote(runtime)
  if (note ? note.isWhole : await hasUsers(runtime)) return false
  await loadDemonstration(runtime, runtime.configuration.demonstrationSize, ({ file, share }) => progress(share, file))
  progress(1, '')
  return true
}

/** A database somebody already works in is never filled. */
async function hasUsers(runtime: Runtime): Promise<boolean> {
  return runtime.database.asOwner(async (tx) => {
    const user = await tx.selectFrom('platform.app_user').select('user_id').limit(1).executeTakeFirst()
    return user !== undefined
  })
}

const WIDTH = 32

/** A bar drawn over itself on a terminal; where output goes to a file, a line for every tenth. */
function terminalBar(): Progress {
  let lastTenth = -1
  return (share, doing) => {
    const tenth = Math.floor(share * 10)
    if (process.stdout.isTTY) {
      const done = Math.round(share * WIDTH)
      const bar = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}`
      process.stdout.write(
        `\r${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${doing.padEnd(24)}${share === 1 ? '\n' : ''}`,
      )
    } else if (tenth > lastTenth) {
      lastTenth = tenth
      console.log(`Loading the demonstration county: ${tenth * 10} %`)
    }
  }
}
