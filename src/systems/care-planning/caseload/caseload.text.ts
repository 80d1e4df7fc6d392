/** The words of caseloads, English and Welsh side by side. */
import { bilingual, plural } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    title: 'Caseload',
    lead: (people: number, workers: number, overdue: number) =>
      `${people.toLocaleString('en-GB')} ${people === 1 ? 'person is' : 'people are'} with ${workers} ${workers === 1 ? 'worker' : 'workers'}; ${
        overdue === 0 ? 'no review is overdue.' : `${overdue} ${overdue === 1 ? 'has' : 'have'} a review overdue.`
      }`,
    none: 'No workers are recorded yet. Bring them in from a file of caseloads.',
    picture: 'People with each worker',
    meaning: (name: string, people: number, even: string) =>
      `${name} has the most, ${people}; shared evenly it would be ${even} each.`,
    worker: 'Worker',
    team: 'Team',
    people: 'People',
    overdue: 'Overdue',
    dueSoon: 'Due in 14 days',
    changed: 'Changed',
    higherNeed: 'Higher or highest need',
    unallocated: (n: number) =>
      n === 1 ? 'One person with care is nobody’s yet' : `${n} people with care are nobody’s yet`,
    unallocatedTitle: 'Allocated to nobody',
    peopleOf: (name: string) => `People of ${name}`,
    nobody: 'Nobody here.',
    name: 'Name',
    area: 'Area',
    since: 'Since',
    nextDue: 'Next review due',
    outcomes: 'Live outcomes',
    allocate: 'Allocate',
    reassign: 'Give to another worker',
    allocateTitle: 'Who works with them?',
    withNow: (name: string, day: string) => `With ${name} since ${day}.`,
    withNobody: 'With nobody yet.',
    toWhom: 'To whom?',
    from: 'From when?',
    note: 'Note for the next worker',
    noteHint: 'What they should know first. It stays on the record.',
    save: 'Save',
    saved: 'The person has been allocated.',
    before: 'Before that',
    total: 'All together',
  },
  cy: {
    title: 'Llwyth achosion',
    lead: (people: number, workers: number, overdue: number) =>
      `Mae ${plural('cy', people, { one: 'un person', two: 'dau berson', other: `${people.toLocaleString('cy')} o bobl` })} gyda ${plural('cy', workers, { one: 'un gweithiwr', two: 'dau weithiwr', few: `${workers} gweithiwr`, other: `${workers} gweithiwr` })}; ${
        overdue === 0 ? 'nid oes adolygiad yn hwyr.' : `mae adolygiad yn hwyr gan ${overdue}.`
      }`,
    none: 'Nid oes gweithwyr wedi’u cofnodi eto. Mewnforiwch nhw o ffeil llwythi achosion.',
    picture: 'Pobl gyda phob gweithiwr',
    meaning: (name: string, people: number, even: string) =>
      `${name} sydd â’r nifer fwyaf, ${people}; o’u rhannu’n gyfartal byddai ${even} yr un.`,
    worker: 'Gweithiwr',
    team: 'Tîm',
    people: 'Pobl',
    overdue: 'Yn hwyr',
    dueSoon: 'I’w adolygu o fewn 14 diwrnod',
    changed: 'Wedi newid',
    higherNeed: 'Angen uwch neu uchaf',
    unallocated: (n: number) =>
      plural('cy', n, {
        one: 'Nid yw un person â gofal wedi’i ddyrannu i neb eto',
        two: 'Nid yw dau berson â gofal wedi’u dyrannu i neb eto',
        other: `Nid yw ${n} o bobl â gofal wedi’u dyrannu i neb eto`,
      }),
    unallocatedTitle: 'Heb eu dyrannu i neb',
    peopleOf: (name: string) => `Pobl ${name}`,
    nobody: 'Neb yma.',
    name: 'Enw',
    area: 'Ardal',
    since: 'Ers',
    nextDue: 'Adolygiad nesaf',
    outcomes: 'Canlyniadau byw',
    allocate: 'Dyrannu',
    reassign: 'Rhoi i weithiwr arall',
    allocateTitle: 'Pwy sy’n gweithio gyda nhw?',
    withNow: (name: string, day: string) => `Gyda ${name} ers ${day}.`,
    withNobody: 'Heb neb eto.',
    toWhom: 'I bwy?',
    from: 'O ba bryd?',
    note: 'Nodyn i’r gweithiwr nesaf',
    noteHint: 'Yr hyn y dylai ei wybod yn gyntaf. Mae’n aros ar y cofnod.',
    save: 'Cadw',
    saved: 'Mae’r person wedi’i ddyrannu.',
    before: 'Cyn hynny',
    total: 'Gyda’i gilydd',
  },
})
