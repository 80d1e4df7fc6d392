/** Ways in, side by side: each a button of its form that says where it leads, as whom, and what is there. */
import type { Child, FC } from 'hono/jsx'

export type Doorway = {
  /** Sent as the value of `name`. */
  readonly value: string
  readonly title: string
  /** A word or two that place it: the role. */
  readonly detail: string
  readonly hint?: string | undefined
}

/** Stands inside a `Form`. `large` for the one or two that a newcomer should take. */
export const Doorways: FC<{ name: string; doors: readonly Doorway[]; large?: boolean | undefined }> = ({
  name,
  doors,
  large,
}) => (
  <ul class={`app-doorways${large ? ' app-doorways--large' : ''}`}>
    {doors.map((door) => (
      <li class="app-doorways__item">
        <button type="submit" class="app-doorway" name={name} value={door.value}>
          <span class="app-doorway__title">{door.title}</span>
          <span class="app-doorway__detail">{door.detail}</span>
          {door.hint && <span class="app-doorway__hint">{door.hint}</span>}
        </button>
      </li>
    ))}
  </ul>
)

/** Forms with one large door each, side by side where there is room. */
export const DoorwaysRow: FC<{ children?: Child }> = ({ children }) => <div class="app-doorways-row">{children}</div>
