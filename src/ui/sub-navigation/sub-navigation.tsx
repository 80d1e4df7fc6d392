/** The pages of one record, side by side under its title; what the reader may not open is left out. */
import type { FC } from 'hono/jsx'
import { useHref, useSurroundings } from '../surroundings/surroundings.tsx'

export type SubNavigationItem = { readonly label: string; readonly href: string; readonly current: boolean }

export type SubNavigationProps = {
  /** What these are the pages of, for those who hear the page. */
  readonly label: string
  readonly items: readonly SubNavigationItem[]
}

export const SubNavigation: FC<SubNavigationProps> = ({ label, items }) => {
  const local = useHref()
  const { opens } = useSurroundings()
  return (
    <nav class="app-sub-nav" aria-label={label}>
      <ul class="app-sub-nav__list">
        {items
          .filter(({ href, current }) => current || opens(href))
          .map((item) => (
            <li class={`app-sub-nav__item${item.current ? ' app-sub-nav__item--current' : ''}`}>
              <a class="app-sub-nav__link" href={local(item.href)} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
