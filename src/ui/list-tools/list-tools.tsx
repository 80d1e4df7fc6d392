/** What stands above a list: how many, a filter, and ways to take it away. */
import type { Child, FC } from 'hono/jsx'
import { Details } from '../details/details.tsx'
import { useHref, useText } from '../surroundings/surroundings.tsx'

export type ListToolsProps = {
  /** A whole sentence: "38 contracts, 4 of them ending this year". */
  readonly count: string
  /** Fields of the filter form (TextInput, Select…); left out: no filter. */
  readonly children?: Child
  /** Path of the list, without language prefix. */
  readonly action: string
  /** True when a filter is at work: the form stands open and can be cleared. */
  readonly filtered?: boolean | undefined
  /** Kept through filtering, such as the sort. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly exports?: readonly { readonly label: string; readonly href: string }[] | undefined
}

export const ListTools: FC<ListToolsProps> = ({ count, children, action, filtered, hidden = {}, exports = [] }) => {
  const text = useText()
  const local = useHref()
  return (
    <div class="app-tools">
      <div class="app-tools__line">
        <p class="app-tools__count">{count}</p>
        {exports.length > 0 && (
          <ul class="app-tools__exports">
            {exports.map((link) => (
              <li>
                <a class="govuk-link" href={local(link.href)} download>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      {children !== undefined && (
        <Details summary={text.filter} open={filtered}>
          <form method="get" action={local(action)} class="app-tools__form" novalidate>
            {Object.entries(hidden).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="app-tools__fields">{children}</div>
            <div class="govuk-button-group">
              <button type="submit" class="govuk-button govuk-button--secondary">
                {text.applyFilter}
              </button>
              {filtered && (
                <a class="govuk-link" href={local(action)}>
                  {text.clearFilter}
                </a>
              )}
            </div>
          </form>
        </Details>
      )}
    </div>
  )
}
