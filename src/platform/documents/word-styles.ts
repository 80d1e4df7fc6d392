/** The styles of our Word documents, by the names that show in Word's own list of styles. */
import { BorderStyle, type IStylesOptions, ShadingType } from 'docx'
import type { Language } from '../../kernel/language.ts'
import { INK, LANGUAGE_TAGS } from './document-content.ts'
import { FONT_FAMILY } from './fonts.ts'

/** Sizes are in half points, spacing in twentieths of a point; `larger` as `enlargementOf` says. */
export function wordStyles(language: Language, larger = 1): IStylesOptions {
  const at = (halfPoints: number) => Math.round(halfPoints * larger)
  return {
    default: {
      document: {
        run: { font: FONT_FAMILY, size: at(22), color: hex(INK.slate), language: { value: LANGUAGE_TAGS[language] } },
        paragraph: { spacing: { after: 120, line: 300 } },
      },
      title: { run: { size: at(52), bold: true, color: hex(INK.slate) }, paragraph: { spacing: { after: 160 } } },
      heading1: {
        run: { size: at(34), bold: true, color: hex(INK.slate) },
        paragraph: { spacing: { before: 360, after: 120 } },
      },
      heading2: {
        run: { size: at(27), bold: true, color: hex(INK.slate) },
        paragraph: { spacing: { before: 260, after: 80 } },
      },
      heading3: {
        run: { size: at(23), bold: true, color: hex(INK.slate) },
        paragraph: { spacing: { before: 200, after: 60 } },
      },
    },
    paragraphStyles: [
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: at(26) }, paragraph: { spacing: { after: 240 } } },
      { id: 'Strongly', name: 'Strongly', basedOn: 'Normal', run: { bold: true } },
      { id: 'Note', name: 'Note', basedOn: 'Normal', run: { size: at(18), color: hex(INK.grey) } },
      { id: 'Caption', name: 'Caption', basedOn: 'Normal', run: { size: at(21), bold: true } },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { size: at(20) },
        paragraph: { spacing: { after: 0 } },
      },
      { id: 'TableHeader', name: 'Table header', basedOn: 'TableText', run: { bold: true } },
      {
        id: 'OwnWords',
        name: 'Own words',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 200 },
          border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: hex(INK.heather) } },
        },
      },
      {
        id: 'Notice',
        name: 'Notice',
        basedOn: 'Normal',
        paragraph: {
          indent: { left: 200 },
          shading: { type: ShadingType.CLEAR, fill: hex(INK.gorseLight), color: 'auto' },
          border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: hex(INK.gorse) } },
        },
      },
    ],
  }
}

function hex(colour: string): string {
  return colour.replace('#', '')
}
