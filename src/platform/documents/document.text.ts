/** The few words the document writers add themselves. */
import { bilingual } from '../../kernel/language.ts'

export const documentText = bilingual({
  en: {
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    page: 'Page',
    of: 'of',
    yes: 'Yes',
    no: 'No',
  },
  cy: {
    pageOf: (page: number, pages: number) => `Tudalen ${page} o ${pages}`,
    page: 'Tudalen',
    of: 'o',
    yes: 'Ie',
    no: 'Na',
  },
})
