/** Who works with whom in the demonstration: four teams by place, each worker with about thirty people; a few people are nobody's yet. */
import type { County } from './county.ts'
import { storyPeople } from './persona.ts'
import { AREAS } from './places.ts'
import { chanceOf } from './random.ts'

const TEAMS = ['Tîm y Glannau', 'Tîm y Dyffryn', 'Tîm y Mynydd', 'Tîm y Dref'] as const
const NAMES = [
  'Elin Maddocks',
  'Gruff Bebb',
  'Nesta Howatson',
  'Aled Ruscoe',
  'Manon Gittins',
  'Huw Trevelyan',
  'Siwan Pryce-Hall',
  'Deio Kendrick',
  'Bethan Oakeley',
  'Iestyn Cadwgan',
  'Carys Whitlow',
  'Rhodri Amphlett',
  'Mared Swinnerton',
  'Tomos Blayney',
  'Heledd Garmon',
  'Owain Fairclough',
] as const

/** About so many people with each worker. */
const PEOPLE_EACH = 32

/** One row for each person with care now who is somebody's. The first worker is the social worker that one can sign in as. */
export function caseloadRows(county: County) {
  const chance = chanceOf(county.seed + 40)
  const withCare = county.people.filter((person) => person.endedOn === undefined && person.contract)
  const count = Math.max(4, Math.min(NAMES.length, Math.ceil(withCare.length / PEOPLE_EACH)))
  const workers = NAMES.slice(0, count).map((name, index) => ({ name, team: TEAMS[index % TEAMS.length]!, index }))
  const inStory = new Set(storyPeople(county))
  const areas = AREAS.map((area) => area.ref)
  return withCare.flatMap((person) => {
    if (chance.happens(0.03) && !inStory.has(person)) return []
    const team = TEAMS[areas.indexOf(person.area.ref) % TEAMS.length]
    const drawn = chance.pick(workers.filter((one) => one.team === team))
    const worker = inStory.has(person) ? workers[0]! : drawn
    return [
      {
        worker_ref: `SW-${String(worker.index + 1).padStart(2, '0')}`,
        worker_name: worker.name,
        team: worker.team,
        sign_in: worker.index === 0 ? 'social-worker' : undefined,
        person_ref: person.ref,
        starts_on: person.startedOn,
        ends_on: undefined,
        note: undefined,
      },
    ]
  })
}
