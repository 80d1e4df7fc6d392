/** The head that all pages about one person share: who it is, and the pages there are. */
import type { Context } from 'hono'
import type { Child, FC } from 'hono/jsx'
import { calledName } from '../../../kernel/person-name.ts'
import { actorOf, type Env } from '../../../platform/http/doors.ts'
import { type Crumb, type FieldError, Page, SubNavigation } from '../../../ui/index.ts'
import { carePlanningPaths } from '../paths.ts'
import { NEED_GROUP_NAMES, type Person } from './person.ts'
import { text } from './person-frame.text.ts'

const TABS = {
  overview: carePlanningPaths.person,
  assessments: carePlanningPaths.assessments,
  outcomes: carePlanningPaths.outcomes,
  plan: carePlanningPaths.plan,
  reviews: carePlanningPaths.reviewMeetings,
  reablement: carePlanningPaths.reablement,
  notes: carePlanningPaths.notes,
  around: carePlanningPaths.around,
  record: carePlanningPaths.personRecord,
} as const

export type PersonTab = keyof typeof TABS

export type PersonFrameProps = {
  readonly c: Context<Env>
  readonly person: Person
  readonly current: PersonTab
  /** Of the page within the person's pages; left out on the overview, whose title is their name. */
  readonly title?: string | undefined
  readonly titleLanguage?: 'en' | 'cy' | undefined
  /** The name of where they live, where it is at hand. */
  readonly area?: string | undefined
  readonly lead?: string | undefined
  /** Pages between the person's and this one. */
  readonly between?: readonly Crumb[]
  readonly errors?: readonly FieldError[] | undefined
  readonly children?: Child
}

export const PersonFrame: FC<PersonFrameProps> = ({ c, person, current, title, area, between = [], ...page }) => {
  const language = c.get('language')
  const t = text[language]
  const name = calledName(person)
  const placed = [
    ...(title ? [name] : []),
    ...(area ? [area] : []),
    NEED_GROUP_NAMES[person.needGroup][language],
    `${t.language}: ${t.languages[person.language]}`,
  ]
  const own = { label: name, href: carePlanningPaths.person(person.personId) }
  return (
    <Page
      frame={c.get('frame')}
      title={title ?? name}
      titleLanguage={page.titleLanguage}
      above={placed.join(' · ')}
      lead={page.lead}
      breadcrumbs={[...(isTheirOwn(c) ? [] : [PEOPLE(language)]), ...(title ? [own] : []), ...between]}
      errors={page.errors}
    >
      <SubNavigation
        label={t.pagesAbout(name)}
        items={Object.entries(TABS).map(([tab, path]) => ({
          label: t.tabs[tab as PersonTab],
          href: path(person.personId),
          current: tab === current,
        }))}
      />
      {page.children}
    </Page>
  )
}

const PEOPLE = (language: 'en' | 'cy'): Crumb => ({ label: text[language].people, href: carePlanningPaths.people() })

/** The person themselves, or one who speaks for them alone, has no list of people to go back to. */
function isTheirOwn(c: Context<Env>): boolean {
  const { scope } = actorOf(c)
  return scope.kind === 'own' && scope.personIds.length === 1
}
