/** The head of every page: the mark, where one may go, the other language, and who is signed in. */
import type { FC } from 'hono/jsx'
import type { Frame, NavigationItem } from '../../kernel/frame.ts'
import { localPath, otherLanguage } from '../../kernel/language.ts'
import { useHref, useSurroundings, useText } from '../surroundings/surroundings.tsx'
import { Mark } from './mark.tsx'

/** Where the header's form and link lead; the pages belong to the sign-in room. */
const SIGN_OUT = '/sign-out'
const SIGN_IN = '/sign-in'
const MY_SESSIONS = '/my-sessions'

export const PageHeader: FC<{ frame: Frame }> = ({ frame }) => {
  const text = useText()
  const local = useHref()
  return (
    <header class="app-header">
      {frame.demonstration && <p class="app-demonstration">{text.demonstration}</p>}
      <div class="app-header__bar app-width">
        <a class="app-header__home" href={local('/')}>
          <Mark />
          <span class="app-header__name">canlyn</span>
        </a>
        {frame.navigation.length > 0 && (
          <nav class="app-nav" aria-label={text.mainNavigation}>
            <NavigationList frame={frame} inSight={frame.navigation.length > IN_SIGHT + 1 ? IN_SIGHT : undefined} />
          </nav>
        )}
        <div class="app-header__side">
          <LanguageSwitch frame={frame} />
          <Account frame={frame} />
        </div>
      </div>
      {frame.navigation.length > 0 && (
        <details class="app-menu">
          <summary class="app-menu__summary">{text.menu}</summary>
          <nav class="app-menu__nav" aria-label={text.mainNavigation}>
            <NavigationList frame={frame} />
          </nav>
        </details>
      )}
    </header>
  )
}

/** Entries that stand in the header of a wide screen; what comes after them folds into "More". */
const IN_SIGHT = 6

/** All entries, or the first `inSight` and the rest under one that opens. */
const NavigationList: FC<{ frame: Frame; inSight?: number | undefined }> = ({ frame, inSight }) => {
  const text = useText()
  const rest = inSight === undefined ? [] : frame.navigation.slice(inSight)
  return (
    <ul class="app-nav__list">
      {frame.navigation.slice(0, inSight).map((item) => (
        <NavigationEntry frame={frame} item={item} />
      ))}
      {rest.length > 0 && (
        <li class={`app-nav__item${rest.some((item) => item.current) ? ' app-nav__item--current' : ''}`}>
          <details class="app-more" name="app-header">
            <summary class="app-nav__link app-more__summary">{text.more}</summary>
            <ul class="app-more__list">
              {rest.map((item) => (
                <NavigationEntry frame={frame} item={item} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  )
}

const NavigationEntry: FC<{ frame: Frame; item: NavigationItem }> = ({ frame, item }) => {
  const local = useHref()
  return (
    <li class={`app-nav__item${item.current ? ' app-nav__item--current' : ''}`}>
      <a class="app-nav__link" href={local(item.href)} aria-current={item.current ? 'true' : undefined}>
        {item.label[frame.language]}
      </a>
    </li>
  )
}

/** The same place in the other language, its name in that language. */
const LanguageSwitch: FC<{ frame: Frame }> = ({ frame }) => {
  const text = useText()
  const other = otherLanguage(frame.language)
  return (
    <a class="app-header__link" href={localPath(other, frame.path)} lang={other} hreflang={other} rel="alternate">
      {text.otherLanguage}
    </a>
  )
}

const Account: FC<{ frame: Frame }> = ({ frame }) => {
  const text = useText()
  const local = useHref()
  const { csrfToken } = useSurroundings()
  const who = frame.signedInAs
  if (!who) {
    return (
      <a class="app-header__link" href={local(SIGN_IN)}>
        {text.signIn}
      </a>
    )
  }
  return (
    <details class="app-account" name="app-header">
      <summary class="app-account__summary">
        <span class="app-account__name">{who.name}</span>
      </summary>
      <div class="app-account__panel">
        <p class="app-account__who">
          {text.signedInAs(who.name)}
          <span class="app-account__role">{who.roleName[frame.language]}</span>
        </p>
        <p>
          <a class="govuk-link" href={local(MY_SESSIONS)}>
            {text.mySessions}
          </a>
        </p>
        <form method="post" action={local(SIGN_OUT)}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <button type="submit" class="govuk-button govuk-button--secondary app-account__out">
            {text.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
