/** A document with every kind of block, for tests and for looking at. */
import type { Language } from '../../kernel/language.ts'
import { type DocumentContent, INK } from './document-content.ts'

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60" width="400" height="60"><rect width="260" height="30" fill="${INK.heather}"/><rect x="262" width="138" height="30" fill="${INK.stone}"/><text x="8" y="20" font-family="Atkinson Hyperlegible Next" font-size="14" fill="#ffffff">66%</text></svg>`

export function aDocument(language: Language): DocumentContent {
  const english = language === 'en'
  return {
    title: english ? 'Review of home care in the Upper Valley' : 'Adolygiad o ofal cartref yn y Cwm Uchaf',
    lead: english ? 'Two outcomes in three were achieved.' : 'Cafodd dau o bob tri chanlyniad ei gyflawni.',
    language,
    publisher: english ? 'Bryniau County Council' : 'Cyngor Sir y Bryniau',
    madeAt: Temporal.Instant.from('2026-03-03T09:00:00Z'),
    blocks: [
      { kind: 'heading', level: 1, text: english ? 'What the records say' : 'Yr hyn mae’r cofnodion yn ei ddweud' },
      {
        kind: 'paragraph',
        text: english ? 'Visits to Tŷ Gŵyr were on time.' : 'Roedd yr ymweliadau â Thŷ Gŵyr ar amser. Tŷ Gŵyr.',
      },
      { kind: 'notice', title: english ? 'Look again.' : 'Edrychwch eto.', text: 'Tŷ Gŵyr' },
      {
        kind: 'chart',
        svg: SVG,
        meaning: english ? 'Two in three were achieved.' : 'Cafodd dau o bob tri ei gyflawni.',
        table: {
          kind: 'table',
          caption: english ? 'Outcomes' : 'Canlyniadau',
          columns: [
            { header: english ? 'Result' : 'Canlyniad', share: 3 },
            { header: english ? 'Number' : 'Nifer', align: 'right' },
          ],
          rows: [
            [english ? 'Achieved' : 'Wedi’i gyflawni', '66'],
            [english ? 'Not achieved' : 'Heb ei gyflawni', '34'],
          ],
        },
      },
      { kind: 'heading', level: 2, text: english ? 'In their own words' : 'Yn eu geiriau eu hunain' },
      {
        kind: 'quote',
        text: {
          text: english ? 'Dw i’n cael mynd i’r capel eto.' : 'I can go to chapel again.',
          language: english ? 'cy' : 'en',
        },
        by: 'Gwen',
      },
      { kind: 'list', items: ['Un', 'Dau'] },
      { kind: 'list', ordered: true, items: ['Cyntaf', 'Ail'] },
      { kind: 'keyValues', items: [{ key: english ? 'Provider' : 'Darparwr', value: 'Gofal Dyffryn' }] },
      { kind: 'pageBreak' },
      { kind: 'heading', level: 1, text: english ? 'Actions' : 'Camau gweithredu' },
      { kind: 'paragraph', tone: 'note', text: english ? 'None yet.' : 'Dim eto.' },
    ],
  }
}
