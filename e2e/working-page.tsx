/** A page about work that goes on by one step each time it is asked for, and is over at the third. */
import type { Handler } from 'hono'
import type { Env } from '../src/platform/http/doors.ts'
import { Link, Page, ProgressBar, Refreshing } from '../src/ui/index.ts'

const STEPS = 3

export function workingPage(): Handler<Env> {
  let done = 0
  return (c) => {
    done = Math.min(done + 1, STEPS)
    const isOver = done === STEPS
    return c.html(
      <Page frame={c.get('frame')} title="Reading visits">
        <Refreshing id="work" href="/working" active={!isOver} seconds={0.2}>
          <ProgressBar label="Rows" done={done} total={STEPS} />
        </Refreshing>
        {isOver && <Link href="/design">See the report</Link>}
      </Page>,
    )
  }
}
