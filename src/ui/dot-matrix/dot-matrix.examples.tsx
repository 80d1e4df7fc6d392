/** Examples of the matrix of dots. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { DotMatrix } from './dot-matrix.tsx'

const text = bilingual({
  en: {
    caption: 'Who may do what',
    of: 'What may be done',
    roles: ['Commissioner', 'Contract manager', 'Reviewer'],
    rows: ['See contracts', 'Sign a review', 'Undo an import'],
    words: { yes: 'Yes', no: 'No' },
  },
  cy: {
    caption: 'Pwy a gaiff wneud beth',
    of: 'Beth y gellir ei wneud',
    roles: ['Comisiynydd', 'Rheolwr contractau', 'Adolygydd'],
    rows: ['Gweld contractau', 'Llofnodi adolygiad', 'Dadwneud mewnforiad'],
    words: { yes: 'Caiff', no: 'Na chaiff' },
  },
})
const DOTS = [
  [true, true, true],
  [true, false, true],
  [false, false, false],
]

export const dotMatrixExamples: ComponentExamples = {
  component: 'dot-matrix',
  title: { en: 'Matrix of dots', cy: 'Matrics o ddotiau' },
  use: {
    en: 'For yes and no across many columns. Where the words matter more than the pattern, use a table.',
    cy: 'Ar gyfer ie a nage ar draws llawer o golofnau. Lle mae’r geiriau’n bwysicach na’r patrwm, defnyddiwch dabl.',
  },
  examples: [
    {
      name: 'roles',
      title: { en: 'Three roles', cy: 'Tair rôl' },
      render: (language) => {
        const { caption, of, roles, rows, words } = text[language]
        const shown = rows.map((label, index) => ({ label, dots: DOTS[index] ?? [] }))
        return <DotMatrix caption={caption} of={of} columns={roles} rows={shown} words={words} />
      },
    },
  ],
}
