/** The mark: three dots on a rising thread, the last one gorse. */
import type { FC } from 'hono/jsx'

export const Mark: FC = () => (
  <svg class="app-mark" viewBox="0 0 40 28" width="40" height="28" aria-hidden="true" focusable="false">
    <path class="app-mark__thread" d="M6 22 C13 21 12 8 19 8 S27 14 34 6" fill="none" stroke-width="2.5" />
    <circle class="app-mark__dot" cx="6" cy="22" r="4" />
    <circle class="app-mark__ring" cx="19" cy="8" r="4" stroke-width="2.5" />
    <circle class="app-mark__last" cx="34" cy="6" r="4" stroke-width="2.5" />
  </svg>
)
