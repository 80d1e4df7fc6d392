/** The one framed thing on a page: what needs attention, or what was just done. */
import type { Child, FC } from 'hono/jsx'
import { useSurroundings, useText } from '../surroundings/surroundings.tsx'

export type NoticeProps = {
  readonly kind: 'attention' | 'done'
  readonly title?: string | undefined
  /** Said aloud when the page opens: for what the person's own action brought about. */
  readonly live?: boolean | undefined
  readonly children?: Child
}

export const Notice: FC<NoticeProps> = ({ kind, title, live, children }) => {
  const text = useText()
  const id = useSurroundings().nextId('notice')
  return (
    <section
      class={`app-notice app-notice--${kind}`}
      aria-labelledby={title ? id : undefined}
      aria-label={title ? undefined : text[kind]}
      role={live ? 'alert' : undefined}
    >
      {title && (
        <h2 class="app-notice__title" id={id}>
          {title}
        </h2>
      )}
      <div class="app-notice__body">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </section>
  )
}
