/** Which of the county's people the persona of a person is: somebody in the middle of it, whose provider's reports and own word part. */
import type { County } from './county.ts'
import type { Person } from './people.ts'
import { STORY } from './providers.ts'

/** With an outcome that goes on and has been looked at; a Welsh speaker where there is one: a very small county may have none. */
export function personaOf(county: County): Person | undefined {
  const hasStory = (p: Person) => county.outcomes.some((o) => o.person === p && !o.endedOn && o.reviews.length > 0)
  const supported = county.people.filter((p) => p.contract?.provider.ref === STORY.parting && !p.endedOn && hasStory(p))
  return supported.find((p) => p.language === 'cy') ?? supported[0]
}
