/** The one number that matters, said large; once on a page. */
import type { Child, FC } from 'hono/jsx'
import { useHref } from '../surroundings/surroundings.tsx'

export type BigNumberProps = {
  /** As shown: "61%". */
  readonly value: string
  /** What it is of: "achieved of 318 due for review". */
  readonly label: string
  readonly detail?: string | undefined
  /** The records behind it. */
  readonly href?: string | undefined
  /** `m` where several stand side by side. */
  readonly size?: 'l' | 'm' | undefined
}

export const BigNumber: FC<BigNumberProps> = ({ value, label, detail, href, size = 'l' }) => {
  const local = useHref()
  return (
    <div class={`app-number app-number--${size}`}>
      <p class="app-number__line">
        <strong class="app-number__value">
          {href ? (
            <a class="app-number__link" href={local(href)}>
              {value}
            </a>
          ) : (
            value
          )}
        </strong>{' '}
        <span class="app-number__label">{label}</span>
      </p>
      {detail && <p class="app-number__detail">{detail}</p>}
    </div>
  )
}

/** Several numbers side by side, each `size="m"`. */
export const Numbers: FC<{ children?: Child }> = ({ children }) => <div class="app-numbers">{children}</div>
