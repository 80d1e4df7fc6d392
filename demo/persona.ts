/** Which of the county's people the persona of a person is: somebody in the middle of it, whose provider's reports and own word part. */
import type { County } from './county.ts'
import type { Person } from './people.ts'
import { STORY } from './providers.ts'

/** With an outcome that goes on and has been looked at; a Welsh speaker where there is one: a very small county may have none. */
export function personaOf(county: County): Person | undefined {
  const supported = supportedInStory(county)
  return supported.find((p) => p.language === 'cy') ?? supported[0]
}

/** The persona and two more of the same provider's people: what the provider writes is of them, and the social worker persona works with them. */
export function storyPeople(county: County): readonly Person[] {
  const persona = personaOf(county)
  if (!persona) return []
  const others = supportedInStory(county).filter((person) => person !== persona)
  return [persona, ...others.slice(0, 2)]
}

function supportedInStory(county: County): readonly Person[] {
  const hasStory = (p: Person) => county.outcomes.some((o) => o.person === p && !o.endedOn && o.reviews.length > 0)
  return county.people.filter((p) => p.contract?.provider.ref === STORY.parting && !p.endedOn && hasStory(p))
}
