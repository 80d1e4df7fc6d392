/** What commissioning says on the line of sight, in both languages. */
import { counted } from '../../../kernel/counted.ts'
import { bilingual } from '../../../kernel/language.ts'

export const lineOfSightText = bilingual({
  en: {
    people: (count: number) => counted('en', count, 'person'),
    needs: (count: number) => counted('en', count, 'need'),
    largestNeed: (description: string) => `the largest: ${description}`,
    inArea: (description: string, area: string, year: number) => `${description}, ${area}, ${year}`,
    everywhere: (description: string, year: number) => `${description}, ${year}`,
    noNeed: 'No need recorded',
    noNeedHere: 'No need of the people who live here is recorded.',
    noNeedNamed: 'No need of the population is named for this outcome.',
    outcomes: (count: number) => counted('en', count, 'outcome'),
    ownOutcomes: (count: number) => `${count} of our own`,
    nationalOutcome: (ref: string) => `national outcome ${ref}`,
    ownOutcome: (ref: string) => `our own outcome ${ref}`,
    noOutcomeForArea: 'No outcome answers the needs of this area.',
    needsWithoutOutcome: (count: number) =>
      count === 1 ? '1 need is answered by no outcome.' : `${count} needs are answered by no outcome.`,
    needsRemedy:
      'Somebody counted these people, and nothing is bought for them. Name the need in an outcome of the catalogue.',
    outcomesWithoutNeed: (count: number) =>
      count === 1 ? '1 of our own outcomes names no need.' : `${count} of our own outcomes name no need.`,
    outcomesRemedy: 'Nobody can say how many people it is for. Name the need that it answers.',
  },
  cy: {
    people: (count: number) => counted('cy', count, 'person'),
    needs: (count: number) => counted('cy', count, 'need'),
    largestNeed: (description: string) => `y mwyaf: ${description}`,
    inArea: (description: string, area: string, year: number) => `${description}, ${area}, ${year}`,
    everywhere: (description: string, year: number) => `${description}, ${year}`,
    noNeed: 'Dim angen wedi’i gofnodi',
    noNeedHere: 'Nid oes angen sydd gan y bobl sy’n byw yma wedi’i gofnodi.',
    noNeedNamed: 'Nid oes angen yn y boblogaeth wedi’i enwi ar gyfer y canlyniad hwn.',
    outcomes: (count: number) => counted('cy', count, 'outcome'),
    ownOutcomes: (count: number) => `${count} o’n rhai ein hunain`,
    nationalOutcome: (ref: string) => `canlyniad cenedlaethol ${ref}`,
    ownOutcome: (ref: string) => `ein canlyniad ein hunain ${ref}`,
    noOutcomeForArea: 'Nid oes canlyniad sy’n ateb anghenion yr ardal hon.',
    needsWithoutOutcome: (count: number) =>
      count === 1
        ? 'Mae 1 angen nad oes canlyniad yn ei ateb.'
        : `Mae ${counted('cy', count, 'need')} nad oes canlyniad yn eu hateb.`,
    needsRemedy:
      'Mae rhywun wedi cyfrif y bobl hyn, ond ni chaiff dim ei brynu ar eu cyfer. Enwch yr angen mewn canlyniad yn y catalog.',
    outcomesWithoutNeed: (count: number) =>
      count === 1
        ? 'Mae 1 o’n canlyniadau ein hunain heb enwi angen.'
        : `Mae ${count} o’n canlyniadau ein hunain heb enwi angen.`,
    outcomesRemedy: 'Ni all neb ddweud faint o bobl y mae ar eu cyfer. Enwch yr angen y mae’n ei ateb.',
  },
})
