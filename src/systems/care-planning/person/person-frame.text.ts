/** The words of the head that all pages about one person share. */
import { bilingual } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    people: 'People',
    pagesAbout: (name: string) => `Pages about ${name}`,
    language: 'Language asked for',
    languages: { cy: 'Welsh', en: 'English' },
    tabs: {
      overview: 'Overview',
      assessments: 'Assessments',
      outcomes: 'Outcomes',
      plan: 'Plan',
      reviews: 'Reviews',
      reablement: 'Reablement',
      notes: 'Notes',
      around: 'People around them',
      record: 'Record',
    },
  },
  cy: {
    people: 'Pobl',
    pagesAbout: (name: string) => `Tudalennau am ${name}`,
    language: 'Iaith y gofynnwyd amdani',
    languages: { cy: 'Cymraeg', en: 'Saesneg' },
    tabs: {
      overview: 'Trosolwg',
      assessments: 'Asesiadau',
      outcomes: 'Canlyniadau',
      plan: 'Cynllun',
      reviews: 'Adolygiadau',
      reablement: 'Ailalluogi',
      notes: 'Nodiadau',
      around: 'Pobl o’u cwmpas',
      record: 'Cofnod',
    },
  },
})
