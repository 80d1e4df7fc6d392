/** The foot of every page. */
import type { FC } from 'hono/jsx'
import { useHref, useText } from '../surroundings/surroundings.tsx'
import { Mark } from './mark.tsx'

export const PageFooter: FC = () => {
  const text = useText()
  const local = useHref()
  return (
    <footer class="app-footer">
      <div class="app-footer__bar app-width">
        <span class="app-footer__name">
          <Mark /> canlyn
        </span>
        <nav aria-label={text.footer}>
          <ul class="app-footer__links">
            <li>
              <a class="app-footer__link" href={local('/accessibility')}>
                {text.accessibility}
              </a>
            </li>
            <li>
              <a class="app-footer__link" href={local('/developers')}>
                {text.api}
              </a>
            </li>
            <li>
              <a class="app-footer__link" href={local('/design')}>
                {text.design}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
