/** How far long work has come. With `refreshHref`, scripts fetch the page again and replace this part until it is done. */
import type { Child, FC } from 'hono/jsx'
import { useHref, useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type ProgressBarProps = {
  readonly label: string
  readonly done: number
  /** Left out where the end is not known yet. */
  readonly total?: number | undefined
  /** "41,000 of 250,000 rows"; default: done of total. */
  readonly says?: string | undefined
}

export const ProgressBar: FC<ProgressBarProps> = ({ label, done, total, says }) => {
  const text = useText()
  const id = useSurroundings().nextId('progress')
  return (
    <div class="app-progress">
      <p class="app-progress__line">
        <span id={id} class="app-progress__label">
          {label}
        </span>
        <span class="app-progress__says">{says ?? (total === undefined ? '' : text.progress(done, total))}</span>
      </p>
      <progress
        class="app-progress__bar"
        aria-labelledby={id}
        value={total === undefined ? undefined : Math.min(done, total)}
        max={total === undefined ? undefined : Math.max(total, 1)}
      />
    </div>
  )
}

/**
 * A part of a page that scripts keep up to date: fetched from `href` (the page itself, or a page that has an element of the same id) every
 * `seconds` while `active`. Without scripts the reader reloads.
 */
export const Refreshing: FC<{ id: string; href: string; active: boolean; seconds?: number; children?: Child }> = ({
  id,
  href,
  active,
  seconds = 2,
  children,
}) => {
  const local = useHref()
  return (
    <div
      id={id}
      data-refresh-url={active ? local(href) : undefined}
      data-refresh-seconds={active ? seconds : undefined}
      aria-live="polite"
    >
      {children}
    </div>
  )
}
