/** The words of the design pages. */
import { bilingual } from '../../kernel/language.ts'

export const designText = bilingual({
  en: {
    title: 'Design',
    lead: 'Every page is made of these parts. Each is shown as it is used, with its examples.',
    more: (title: string) => `All examples of ${title.toLowerCase()}`,
    colours: 'Colours',
    letters: 'Letters',
    pangram: 'Every letter can be told from its neighbour: Il1 O0 rn m ŵ ŷ â ê î ô û',
    back: 'Design',
  },
  cy: {
    title: 'Dylunio',
    lead: 'Mae pob tudalen wedi’i gwneud o’r rhannau hyn. Dangosir pob un fel y caiff ei defnyddio, gyda’i henghreifftiau.',
    more: (title: string) => `Pob enghraifft: ${title.toLowerCase()}`,
    colours: 'Lliwiau',
    letters: 'Llythrennau',
    pangram: 'Gellir gwahaniaethu rhwng pob llythyren a’i chymydog: Il1 O0 rn m ŵ ŷ â ê î ô û',
    back: 'Dylunio',
  },
})
