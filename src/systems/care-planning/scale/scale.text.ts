/** The words of scales on the command line, English and Welsh side by side. */
import { bilingual } from '../../../kernel/language.ts'

export const text = bilingual({
  en: {
    about:
      'Score on a scale, with the working; `list` names the scales. Reads {"scores": […], "weights": […]} from standard input',
    name: 'the scale, such as gas or swemwbs; or list',
    licences: { free: 'free to use', registration: 'registration needed', licensed: 'licence needed' },
  },
  cy: {
    about:
      'Sgorio ar raddfa, gan ddangos y gwaith; mae `list` yn enwi’r graddfeydd. Yn darllen {"scores": […], "weights": […]} o’r mewnbwn safonol',
    name: 'y raddfa, er enghraifft gas neu swemwbs; neu list',
    licences: { free: 'am ddim i’w defnyddio', registration: 'angen cofrestru', licensed: 'angen trwydded' },
  },
})
