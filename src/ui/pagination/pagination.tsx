/** Walking through a long list: by page numbers where the count is known, else by previous and next. */
import type { FC } from 'hono/jsx'
import { useHref, useText } from '../surroundings/surroundings.tsx'

export type PaginationProps =
  | { readonly page: number; readonly pages: number; readonly href: (page: number) => string }
  | { readonly previous?: string | undefined; readonly next?: string | undefined }

export const Pagination: FC<PaginationProps> = (props) => {
  const text = useText()
  if (!('page' in props)) {
    if (!props.previous && !props.next) return null
    return <Nav label={text.pagination} previous={props.previous} next={props.next} />
  }
  const { page, pages, href } = props
  if (pages <= 1) return null
  return (
    <Nav
      label={text.pageOf(page, pages)}
      previous={page > 1 ? href(page - 1) : undefined}
      next={page < pages ? href(page + 1) : undefined}
      numbers={{ page, shown: shownPages(page, pages), href }}
    />
  )
}

/** First, last, the current page and its neighbours; `undefined` where pages are left out. `shownPages(5, 9)` → 1 … 4 5 6 … 9. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const near = new Set([1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages))
  const sorted = [...near].sort((a, b) => a - b)
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1]
    if (before === undefined || n === before + 1) return [n]
    return n === before + 2 ? [n - 1, n] : [undefined, n]
  })
}

type Numbers = {
  readonly page: number
  readonly shown: readonly (number | undefined)[]
  readonly href: (page: number) => string
}

const Nav: FC<{
  label: string
  previous: string | undefined
  next: string | undefined
  numbers?: Numbers | undefined
}> = ({ label, previous, next, numbers }) => {
  const text = useText()
  const local = useHref()
  return (
    <nav class="govuk-pagination" aria-label={label}>
      {previous && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={local(previous)} rel="prev">
            <Arrow direction="prev" />
            <span class="govuk-pagination__link-title">{text.previous}</span>
          </a>
        </div>
      )}
      {numbers && <Numbered {...numbers} />}
      {next && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={local(next)} rel="next">
            <span class="govuk-pagination__link-title">{text.next}</span>
            <Arrow direction="next" />
          </a>
        </div>
      )}
    </nav>
  )
}

const Numbered: FC<Numbers> = ({ page, shown, href }) => {
  const text = useText()
  const local = useHref()
  return (
    <ul class="govuk-pagination__list">
      {shown.map((n) =>
        n === undefined ? (
          <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
        ) : (
          <li class={`govuk-pagination__item${n === page ? ' govuk-pagination__item--current' : ''}`}>
            <a
              class="govuk-link govuk-pagination__link"
              href={local(href(n))}
              aria-label={text.page(n)}
              aria-current={n === page ? 'page' : undefined}
            >
              {n}
            </a>
          </li>
        ),
      )}
    </ul>
  )
}

const Arrow: FC<{ direction: 'prev' | 'next' }> = ({ direction }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path
      d={direction === 'prev' ? 'M7 1 1.5 6.5 7 12M2 6.5h13' : 'M8 1l5.5 5.5L8 12M13 6.5H0'}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
    />
  </svg>
)
