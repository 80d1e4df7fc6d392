/** What operators' machines ask: is the program alive, and can it serve? */
import { readiness } from '../operations/readiness.ts'
import type { Runtime } from '../runtime.ts'
import type { Doors } from './doors.ts'

/** `/healthz`: the program answers. `/readyz`: the database answers too and is up to date, or 503 with the reason. */
export function healthDoors(doors: Doors, runtime: Runtime): void {
  doors.get('/healthz', 'public', (c) => c.json({ status: 'ok' }))
  doors.get('/readyz', 'public', async (c) => {
    const { isReady, reason } = await readiness(runtime.database)
    return isReady ? c.json({ status: 'ready' }) : c.json({ status: 'not-ready', reason }, 503)
  })
}
