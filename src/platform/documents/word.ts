/** Word: real heading styles, tables with headers, numbered pages, pictures with words for those who cannot see them. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Language } from '../../kernel/language.ts'
import { showDay, TIME_ZONE } from '../../kernel/period.ts'
import { documentText } from './document.text.ts'
import {
  type Block,
  type DocumentContent,
  type DocumentText,
  enlargementOf,
  INK,
  LANGUAGE_TAGS,
  languageOf,
  plainText,
  type TableBlock,
} from './document-content.ts'
import { pictureOf } from './picture.ts'
import { wordStyles } from './word-styles.ts'

/** Twentieths of a point across the text of an A4 page with 2 cm margins. */
const TEXT_WIDTH = 9638
/** The same in CSS pixels: the widest a picture may be. */
const PICTURE_WIDTH = 640
const SMALL_PICTURE = 380

/** The document's bytes. The proofing language is the document's; words of other people keep their own. */
export async function writeDocx(document: DocumentContent): Promise<Buffer> {
  const { language, title, lead } = document
  const made = document.madeAt.toZonedDateTimeISO(TIME_ZONE).toPlainDate()
  const file = new Document({
    title,
    creator: document.publisher,
    ...(lead ? { description: lead } : {}),
    styles: wordStyles(language, enlargementOf(document)),
    numbering: { config: [{ reference: 'steps', levels: [NUMBERED_LEVEL] }] },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        headers: { default: runningHead(`${document.publisher} · ${showDay(language, made)}`) },
        footers: { default: runningFoot(language, title) },
        children: [
          new Paragraph({ text: title, style: 'Title' }),
          ...(lead ? [new Paragraph({ text: lead, style: 'Lead' })] : []),
          ...document.blocks.flatMap((block) => wordBlock(language, block)),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

const NUMBERED_LEVEL = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 500, hanging: 300 } } },
} as const

function runningHead(text: string): Header {
  return new Header({ children: [new Paragraph({ style: 'Note', text })] })
}

/** "Tudalen 1 o 3": the numbers are fields that Word fills in. */
function runningFoot(language: Language, title: string): Footer {
  const words = documentText[language]
  const pages = [`${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({ style: 'Note', children: [new TextRun(`${title} · `), new TextRun({ children: pages })] }),
    ],
  })
}

function wordBlock(language: Language, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HEADINGS[block.level], keepNext: true })]
    case 'paragraph':
      return [paragraph(language, block.text, PARAGRAPH_STYLES[block.tone ?? 'plain'])]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: [run(language, item)],
            ...(block.ordered ? { numbering: { reference: 'steps', level: 0 } } : { bullet: { level: 0 } }),
          }),
      )
    case 'table':
      return wordTable(language, block)
    case 'chart':
      return [
        new Paragraph({ text: block.meaning, keepNext: true }),
        new Paragraph({ children: [chartRun(block.svg, block.meaning)] }),
        ...(block.table ? wordTable(language, block.table) : []),
      ]
    case 'evidence':
      return [
        new Paragraph({ style: 'Strongly', text: block.name, keepNext: true, spacing: { before: 160, after: 0 } }),
        new Paragraph({ text: block.sentence, keepNext: true, spacing: { after: 40 } }),
        ...(block.svg
          ? [
              new Paragraph({
                children: [chartRun(block.svg, `${block.name}. ${block.sentence}`, SMALL_PICTURE)],
                keepNext: true,
              }),
            ]
          : []),
        new Paragraph({ style: 'Note', text: block.note }),
      ]
    case 'quote':
      return [
        paragraph(language, block.text, 'OwnWords'),
        ...(block.by ? [new Paragraph({ text: block.by, style: 'Note' })] : []),
      ]
    case 'notice':
      return [
        new Paragraph({ style: 'Notice', children: [new TextRun({ text: block.title, bold: true })], keepNext: true }),
        new Paragraph({ style: 'Notice', text: block.text }),
      ]
    case 'keyValues':
      return [keyValueTable(language, block.items), new Paragraph({ text: '' })]
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true })]
  }
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const PARAGRAPH_STYLES = { plain: 'Normal', lead: 'Lead', strong: 'Strongly', note: 'Note' } as const

function paragraph(language: Language, text: DocumentText, style: string): Paragraph {
  return new Paragraph({ style, children: runs(language, text) })
}

/** Line breaks that people typed are kept. */
function runs(language: Language, text: DocumentText): ParagraphChild[] {
  const spoken = { language: { value: LANGUAGE_TAGS[languageOf(text, language)] } }
  return plainText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...spoken, ...(index > 0 ? { break: 1 } : {}) }))
}

function run(language: Language, text: DocumentText): TextRun {
  return new TextRun({ text: plainText(text), language: { value: LANGUAGE_TAGS[languageOf(text, language)] } })
}

function chartRun(svg: string, meaning: string, widest = PICTURE_WIDTH): ImageRun {
  const { png, width, height } = pictureOf(svg)
  const scale = Math.min(1, widest / width)
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'chart', description: meaning },
  })
}

function wordTable(language: Language, block: TableBlock): (Paragraph | Table)[] {
  const shares = block.columns.map((column) => column.share ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((TEXT_WIDTH * share) / whole))
  const cell = (text: DocumentText, index: number, header: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 0, right: 140 },
      ...(header ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: hex(INK.grey) } } } : {}),
      children: [
        new Paragraph({
          style: header ? 'TableHeader' : 'TableText',
          alignment: block.columns[index]?.align === 'right' ? AlignmentType.END : AlignmentType.START,
          children: runs(language, text),
        }),
      ],
    })
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) => cell(column.header, index, true)),
  })
  const rows = block.rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }),
  )
  return [
    new Paragraph({ text: block.caption, style: 'Caption', keepNext: true }),
    new Table({
      rows: [header, ...rows],
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      borders: HAIRLINES,
    }),
    new Paragraph({ text: '' }),
  ]
}

function keyValueTable(language: Language, items: readonly { key: string; value: DocumentText }[]): Table {
  const widths = [3000, TEXT_WIDTH - 3000]
  const cell = (style: string, text: DocumentText, width: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 0, right: 140 },
      children: [paragraph(language, text, style)],
    })
  return new Table({
    rows: items.map(
      ({ key, value }) =>
        new TableRow({ children: [cell('TableHeader', key, 3000), cell('TableText', value, TEXT_WIDTH - 3000)] }),
    ),
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: HAIRLINES,
  })
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const HAIRLINES = {
  top: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideVertical: NO_LINE,
  bottom: { style: BorderStyle.SINGLE, size: 4, color: hex(INK.stone) },
  insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: hex(INK.stone) },
} as const

function hex(colour: string): string {
  return colour.replace('#', '')
}
