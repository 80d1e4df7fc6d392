/** What operators' machines ask: is the program alive, and can it serve? */
import { sql } from 'kysely'
import type { Runtime } from '../runtime.ts'
import { asSystem } from '../session/sign-in.ts'
import type { Doors } from './doors.ts'

/** `/healthz`: the program answers. `/readyz`: the database answers too, or 503. */
export function healthDoors(doors: Doors, runtime: Runtime): void {
  doors.get('/healthz', 'public', (c) => c.json({ status: 'ok' }))
  doors.get('/readyz', 'public', async (c) => {
    const isReady = await asSystem(runtime, 0, (tx) => sql`select 1`.execute(tx)).then(
      () => true,
      () => false,
    )
    return c.json({ status: isReady ? 'ready' : 'not-ready' }, isReady ? 200 : 503)
  })
}
