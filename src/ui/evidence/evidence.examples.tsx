/** Examples of evidence: with a trend, in words alone, and where the records could not be asked. */
import { bilingual } from '../../kernel/language.ts'
import { showMonth } from '../../kernel/period.ts'
import { ratio, showShare } from '../../kernel/quantity.ts'
import type { ComponentExamples } from '../example.ts'
import { OwnWords } from '../own-words/own-words.tsx'
import { Sparkline } from '../sparkline/sparkline.tsx'
import { Evidence, EvidenceList } from './evidence.tsx'

const text = bilingual({
  en: {
    achieved: 'Outcomes achieved',
    says: '61%: 318 of 521. Up from 52% in the period before, by more than chance explains.',
    reads: 'This is the conclusion of the review. Read it beside what people themselves say.',
    why: 'Why?',
    contracts: 'Contracts that serve no outcome',
    some: '2 of 9.',
    unread: 'The records could not be asked for this. Judge without it, and say so.',
    misleads: 'Half of these people were never asked.',
  },
  cy: {
    achieved: 'Canlyniadau wedi’u cyflawni',
    says: '61%: 318 o 521. I fyny o 52% yn y cyfnod cynt, mwy nag y gall siawns ei esbonio.',
    reads: 'Casgliad yr adolygiad yw hwn. Darllenwch ef ochr yn ochr â’r hyn y mae pobl eu hunain yn ei ddweud.',
    why: 'Pam?',
    contracts: 'Contractau nad ydynt yn gwasanaethu canlyniad',
    some: '2 o 9.',
    unread: 'Nid oedd modd holi’r cofnodion am hyn. Barnwch hebddo, a dywedwch hynny.',
    misleads: 'Ni ofynnwyd i hanner y bobl hyn o gwbl.',
  },
})

const ACHIEVED = [0.52, 0.51, 0.55, 0.54, 0.57, 0.6, 0.58, 0.61, 0.63, 0.62, 0.64, 0.61]

export const evidenceExamples: ComponentExamples = {
  component: 'evidence',
  title: { en: 'Evidence', cy: 'Tystiolaeth' },
  use: {
    en: 'Stands under a question before anybody answers it: the number in a sentence, its trend, how to read it, and the way to its records.',
    cy: 'Mae’n sefyll o dan gwestiwn cyn i neb ei ateb: y rhif mewn brawddeg, ei duedd, sut i’w ddarllen, a’r ffordd at ei gofnodion.',
  },
  examples: [
    {
      name: 'several',
      title: { en: 'Several for one question', cy: 'Sawl un ar gyfer un cwestiwn' },
      render: (language) => {
        const words = text[language]
        return (
          <EvidenceList>
            <Evidence
              name={words.achieved}
              sentence={words.says}
              reads={words.reads}
              why={{ href: '/design/evidence', label: words.why }}
              chart={
                <Sparkline
                  title={words.achieved}
                  points={ACHIEVED.map((value, index) => ({
                    label: showMonth(language, Temporal.PlainDate.from('2025-04-01').add({ months: index })),
                    value,
                    low: 0.5,
                    high: 0.64,
                  }))}
                  format={(value) => showShare(language, ratio(value, 1))}
                />
              }
            >
              <OwnWords words={words.misleads} language={language} by="Nia Prosser" />
            </Evidence>
            <Evidence name={words.contracts} sentence={words.some} />
            <Evidence name={words.achieved} sentence={words.unread} />
          </EvidenceList>
        )
      },
    },
  ],
}
