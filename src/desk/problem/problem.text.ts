/** What the problem pages say beside the problem itself. */
import { bilingual } from '../../kernel/language.ts'

export const problemText = bilingual({
  en: {
    whoMay: 'These roles can open it; ask someone who holds one of them, or your administrator.',
    home: 'Go to your home page',
    signIn: 'Sign in',
  },
  cy: {
    whoMay: 'Gall y rolau hyn ei agor; gofynnwch i rywun sydd ag un ohonynt, neu i’ch gweinyddwr.',
    home: 'Ewch i’ch tudalen gartref',
    signIn: 'Mewngofnodi',
  },
})
