/** Examples of notices, tags and what is folded away. */
import { bilingual } from '../../kernel/language.ts'
import { Details } from '../details/details.tsx'
import type { ComponentExamples } from '../example.ts'
import { Link } from '../surroundings/surroundings.tsx'
import { TAG_TONES, Tag } from '../tag/tag.tsx'
import { Notice } from './notice.tsx'

const text = bilingual({
  en: {
    title: 'Look again at what these outcomes are attributed to.',
    body: 'Performance has been below its limits for six months while achieved outcomes rose from 52% to 61%. In 29 of 61 reviews the person named family or the day centre first.',
    link: 'See the 29 reviews',
    saved: 'The review is signed. Nobody can change it now.',
    summary: 'How this is counted',
    how: 'Outcomes whose review fell due in the period, by the result recorded at that review.',
    tones: { plain: 'Draft', strong: 'Submitted', done: 'Signed', attention: 'Due today', wrong: 'Late' },
  },
  cy: {
    title: 'Edrychwch eto ar yr hyn y priodolir y canlyniadau hyn iddo.',
    body: 'Mae perfformiad wedi bod o dan ei derfynau ers chwe mis, a chododd y canlyniadau a gyflawnwyd o 52% i 61%. Mewn 29 o’r 61 adolygiad, y teulu neu’r ganolfan ddydd a enwodd y person gyntaf.',
    link: 'Gweld y 29 adolygiad',
    saved: 'Mae’r adolygiad wedi’i lofnodi. Ni all neb ei newid nawr.',
    summary: 'Sut y caiff hyn ei gyfrif',
    how: 'Y canlyniadau a oedd i’w hadolygu yn ystod y cyfnod, yn ôl yr hyn a gofnodwyd yn yr adolygiad.',
    tones: {
      plain: 'Drafft',
      strong: 'Wedi’i gyflwyno',
      done: 'Wedi’i lofnodi',
      attention: 'I’w wneud heddiw',
      wrong: 'Yn hwyr',
    },
  },
})

export const noticeExamples: ComponentExamples = {
  component: 'notice',
  title: { en: 'Notice, tag and details', cy: 'Hysbysiad, tag a manylion' },
  use: {
    en: 'At most one framed notice a page. Colour repeats what words say.',
    cy: 'Un hysbysiad mewn ffrâm ar y mwyaf ar bob tudalen. Mae lliw’n ailadrodd yr hyn y mae geiriau’n ei ddweud.',
  },
  examples: [
    {
      name: 'attention',
      title: { en: 'For attention', cy: 'Ar gyfer sylw' },
      render: (language) => (
        <Notice kind="attention" title={text[language].title}>
          <p>
            {text[language].body} <Link href="/design/notice">{text[language].link}</Link>
          </p>
        </Notice>
      ),
    },
    {
      name: 'done',
      title: { en: 'Done', cy: 'Wedi’i wneud' },
      render: (language) => <Notice kind="done">{text[language].saved}</Notice>,
    },
    {
      name: 'tags',
      title: { en: 'Tags', cy: 'Tagiau' },
      render: (language) => (
        <p>
          {TAG_TONES.map((tone) => (
            <>
              <Tag tone={tone}>{text[language].tones[tone]}</Tag>{' '}
            </>
          ))}
        </p>
      ),
    },
    {
      name: 'details',
      title: { en: 'Folded away', cy: 'Wedi’i guddio nes bydd ei angen' },
      render: (language) => <Details summary={text[language].summary}>{text[language].how}</Details>,
    },
  ],
}
