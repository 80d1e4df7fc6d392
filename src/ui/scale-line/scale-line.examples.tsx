/** Examples of a scale with its voices. */
import { bilingual } from '../../kernel/language.ts'
import type { ComponentExamples } from '../example.ts'
import { ScaleLine } from './scale-line.tsx'

const text = bilingual({
  en: {
    title: 'Getting to the shop',
    meaning: 'The person sees it two steps below the provider.',
    start: 'Start',
    target: 'Target',
    person: 'The person',
    practitioner: 'The practitioner',
    provider: 'The provider',
    day: '3 March 2026',
  },
  cy: {
    title: 'Cyrraedd y siop',
    meaning: 'Mae’r person yn ei gweld ddau gam yn is na’r darparwr.',
    start: 'Dechrau',
    target: 'Targed',
    person: 'Y person',
    practitioner: 'Yr ymarferydd',
    provider: 'Y darparwr',
    day: '3 Mawrth 2026',
  },
})

export const scaleLineExamples: ComponentExamples = {
  component: 'scale-line',
  title: { en: 'One scale, each voice apart', cy: 'Un raddfa, pob llais ar wahân' },
  use: {
    en: 'Where one outcome stands as each voice sees it. The marks are never merged; what lies between them is the difference.',
    cy: 'Ble mae un canlyniad yn sefyll yng ngolwg pob llais. Ni chyfunir y marciau byth; yr hyn sydd rhyngddynt yw’r gwahaniaeth.',
  },
  examples: [
    {
      name: 'three-voices',
      title: { en: 'Three voices', cy: 'Tri llais' },
      render: (language) => {
        const t = text[language]
        return (
          <ScaleLine
            title={t.title}
            meaning={t.meaning}
            lowest={1}
            highest={5}
            start={{ label: t.start, value: 1 }}
            target={{ label: t.target, value: 4 }}
            marks={[
              { voice: 'person', label: t.person, value: 2, detail: t.day },
              { voice: 'practitioner', label: t.practitioner, value: 3, detail: t.day },
              { voice: 'provider', label: t.provider, value: 4, detail: t.day },
            ]}
          />
        )
      },
    },
    {
      name: 'nobody-yet',
      title: { en: 'Nobody has scored it yet', cy: 'Nid oes neb wedi’i sgorio eto' },
      render: (language) => (
        <ScaleLine
          title={text[language].title}
          lowest={1}
          highest={5}
          start={undefined}
          target={undefined}
          marks={[]}
        />
      ),
    },
  ],
}
