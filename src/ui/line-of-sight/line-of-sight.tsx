/** The signature of the product: need to review on one thread, where you stand filled in, every stop a link with its count. */
import type { FC } from 'hono/jsx'
import { useHref, useSaying, useSurroundings, useText, type Words } from '../surroundings/surroundings.tsx'

export type LineOfSightStop = {
  /** The stop's key in the chain: `contract`. */
  readonly stop: string
  /** "Contract" */
  readonly name: Words
  /** "212 with a live plan" */
  readonly headline: Words
  readonly detail?: Words | undefined
  readonly href: string
  /** Said where the chain is broken here; the thread is drawn with a gap after this stop. */
  readonly broken?: Words | undefined
}

/**
 * `stops` in the order of the chain; `current` is the key of the stop the page stands on. Texts in both languages or in the page's own:
 * `stops={readings.map((reading) => ({ ...reading, name: STOP_NAMES[reading.stop] }))}`.
 */
export const LineOfSight: FC<{
  stops: readonly LineOfSightStop[]
  current?: string | undefined
  label?: string | undefined
}> = ({ stops, current, label }) => {
  const text = useText()
  if (stops.length === 0) return null
  return (
    <nav class="app-thread" aria-label={label ?? text.lineOfSight}>
      <ol class={`app-thread__stops app-thread__stops--${Math.min(stops.length, 10)}`}>
        {stops.map((stop) => (
          <Stop stop={stop} current={stop.stop === current} />
        ))}
      </ol>
    </nav>
  )
}

const Stop: FC<{ stop: LineOfSightStop; current: boolean }> = ({ stop, current }) => {
  const say = useSaying()
  const local = useHref()
  const { opens } = useSurroundings()
  const classes = [
    'app-thread__stop',
    current && 'app-thread__stop--current',
    stop.broken && 'app-thread__stop--broken',
  ]
  const told = (
    <>
      <span class="app-thread__dot" aria-hidden="true" />
      <span class="app-thread__name">{say(stop.name)}</span>
      <span class="app-thread__headline">{say(stop.headline)}</span>
      {stop.detail && <span class="app-thread__detail">{say(stop.detail)}</span>}
      {stop.broken && <span class="app-thread__broken">{say(stop.broken)}</span>}
    </>
  )
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      {opens(stop.href) ? (
        <a class="app-thread__link" href={local(stop.href)} aria-current={current ? 'step' : undefined}>
          {told}
        </a>
      ) : (
        <span class="app-thread__told">{told}</span>
      )}
    </li>
  )
}
