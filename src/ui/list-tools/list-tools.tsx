/** What stands above a list: how many, a filter, and ways to take it away. */
import type { Child, FC } from 'hono/jsx'
import { Details } from '../details/details.tsx'
import { useHref, useText } from '../surroundings/surroundings.tsx'

export type ListToolsProps = {
  /** A whole sentence: "38 contracts, 4 of them ending this year". Left out where the lead of the page has said it. */
  readonly count?: string | undefined
  /** The one field most readers come for (a TextInput): it stands open with its button, the rest folded away. */
  readonly search?: Child
  /** Fields of the filter form (TextInput, Select…); left out: no filter. */
  readonly children?: Child
  /** Path of the list, without language prefix. */
  readonly action: string
  /** True when a filter is at work: its fields stand open and can be cleared. */
  readonly filtered?: boolean | undefined
  /** True when something is searched for. */
  readonly searched?: boolean | undefined
  /** Kept through filtering, such as the sort. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly exports?: readonly { readonly label: string; readonly href: string }[] | undefined
}

export const ListTools: FC<ListToolsProps> = (props) => {
  const { count, search, children, action, hidden = {}, exports = [] } = props
  const local = useHref()
  return (
    <div class="app-tools">
      {(count || exports.length > 0) && (
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
      )}
      {(search !== undefined || children !== undefined) && (
        <form method="get" action={local(action)} class="app-tools__form" novalidate>
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {search !== undefined && <SearchLine {...props} />}
          {children !== undefined && <Filter {...props} />}
        </form>
      )}
    </div>
  )
}

const SearchLine: FC<ListToolsProps> = ({ search, action, filtered, searched }) => {
  const text = useText()
  return (
    <div class="app-tools__search">
      {search}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {text.search}
      </button>
      {searched && !filtered && <ClearFilter action={action} />}
    </div>
  )
}

const Filter: FC<ListToolsProps> = ({ children, action, filtered }) => {
  const text = useText()
  return (
    <Details summary={text.filter} open={filtered}>
      <div class="app-tools__fields">{children}</div>
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button govuk-button--secondary">
          {text.applyFilter}
        </button>
        {filtered && <ClearFilter action={action} />}
      </div>
    </Details>
  )
}

const ClearFilter: FC<{ action: string }> = ({ action }) => {
  const text = useText()
  const local = useHref()
  return (
    <a class="govuk-link" href={local(action)}>
      {text.clearFilter}
    </a>
  )
}
