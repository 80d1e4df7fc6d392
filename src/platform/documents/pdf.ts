/** PDF: A4, our own typeface, page numbers, an outline to move by, charts as sharp vectors. */
import pdfmake from 'pdfmake'
import type {
  Content,
  ContentOrderedList,
  ContentStack,
  ContentTable,
  ContentText,
  ContentUnorderedList,
  CustomTableLayout,
  TableCell,
} from 'pdfmake/interfaces.js'
import { showDay, TIME_ZONE } from '../../kernel/period.ts'
import { documentText } from './document.text.ts'
import {
  type Block,
  type DocumentContent,
  enlargementOf,
  INK,
  LANGUAGE_TAGS,
  plainText,
  type TableBlock,
} from './document-content.ts'
import { FONT_FAMILY, FONT_FILES } from './fonts.ts'

pdfmake.setFonts({ [FONT_FAMILY]: { ...FONT_FILES } })
// Nothing is fetched while a document is made, and no file but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values<string>(FONT_FILES).includes(path))

/** What a block becomes: always an object, never a bare string. */
type Node = ContentStack | ContentText | ContentTable | ContentUnorderedList | ContentOrderedList

const MARGIN = 56
const TEXT_WIDTH = 595.28 - 2 * MARGIN
/** Of the small picture beside a piece of evidence. */
const PICTURE_WIDTH = 200
/** A table of no more rows than this stays on one page. */
const ROWS_KEPT_TOGETHER = 14

/** The document's bytes. Language, title and outline are set for readers and for assistive technology. */
export async function writePdf(document: DocumentContent): Promise<Buffer> {
  const { language, title } = document
  const larger = enlargementOf(document)
  const made = document.madeAt.toZonedDateTimeISO(TIME_ZONE).toPlainDate()
  return pdfmake
    .createPdf({
      version: '1.7',
      language: LANGUAGE_TAGS[language],
      displayTitle: true,
      info: { title, author: document.publisher, creator: 'Canlyn', producer: 'Canlyn' },
      pageSize: 'A4',
      pageMargins: [MARGIN, 72, MARGIN, 64],
      defaultStyle: { font: FONT_FAMILY, fontSize: 10.5 * larger, lineHeight: 1.3, color: INK.slate },
      styles: Object.fromEntries(
        Object.entries(STYLES).map(([name, style]) => [name, { ...style, fontSize: style.fontSize * larger }]),
      ),
      header: () => runningHead(document.publisher, showDay(language, made)),
      footer: (page, pages) => runningFoot(title, documentText[language].pageOf(page, pages)),
      content: [
        { text: title, style: 'title', outline: true, outlineExpanded: true },
        ...(document.lead ? [{ text: document.lead, style: 'lead' }] : []),
        ...pdfBlocks(document.blocks),
      ],
    })
    .getBuffer()
}

/** All space stands above a block, never below: space below a page's last block would spill over as an empty page. */
const STYLES = {
  title: { fontSize: 26, bold: true, lineHeight: 1.1, margin: [0, 4, 0, 0] as [number, number, number, number] },
  lead: { fontSize: 13, lineHeight: 1.35, margin: [0, 8, 0, 6] as [number, number, number, number] },
  heading1: { fontSize: 17, bold: true, margin: [0, 20, 0, 0] as [number, number, number, number] },
  heading2: { fontSize: 13, bold: true, margin: [0, 14, 0, 0] as [number, number, number, number] },
  heading3: { fontSize: 11, bold: true, margin: [0, 10, 0, 0] as [number, number, number, number] },
  caption: { fontSize: 10, bold: true, margin: [0, 10, 0, 2] as [number, number, number, number] },
  tableText: { fontSize: 9.5 },
  note: { fontSize: 9, color: INK.grey },
}

function runningHead(publisher: string, day: string): Content {
  return {
    margin: [MARGIN, 30, MARGIN, 0],
    columns: [
      { svg: MARK, width: 26 },
      { text: publisher, style: 'note', margin: [6, 1, 0, 0] },
      { text: day, style: 'note', alignment: 'right', margin: [0, 1, 0, 0] },
    ],
  }
}

/** Three dots on a rising thread, the last one gorse. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16" width="32" height="16"><path d="M3 12 L11 4 L18 8 L27 5" fill="none" stroke="${INK.heather}" stroke-width="2"/><circle cx="3" cy="12" r="3" fill="${INK.heather}"/><circle cx="11" cy="4" r="2.6" fill="#ffffff" stroke="${INK.heather}" stroke-width="1.6"/><circle cx="27" cy="5" r="3" fill="${INK.gorse}" stroke="${INK.slate}" stroke-width="1.2"/></svg>`

function runningFoot(title: string, pageOf: string): Content {
  return {
    margin: [MARGIN, 18, MARGIN, 0],
    columns: [
      { text: title, style: 'note', width: '*' },
      { text: pageOf, style: 'note', alignment: 'right', width: 'auto' },
    ],
  }
}

/**
 * A page break belongs to the block that follows it: a node of its own would leave an empty page. Headings are kept on one page with the
 * first block that they head.
 */
function pdfBlocks(blocks: readonly Block[]): Node[] {
  const nodes: Node[] = []
  let headings: Node[] = []
  let breaksBefore = false
  for (const block of blocks) {
    if (block.kind === 'pageBreak') breaksBefore = true
    const [first, ...rest] = pdfBlock(block)
    if (!first) continue
    const node: Node = breaksBefore ? { ...first, pageBreak: 'before' } : first
    breaksBefore = false
    if (isHeading(block)) headings.push(node, ...rest)
    else {
      nodes.push(
        ...(headings.length > 0 && isShort(block) ? [keptTogether(headings, node)] : [...headings, node]),
        ...rest,
      )
      headings = []
    }
  }
  return [...nodes, ...headings]
}

function isHeading(block: Block): boolean {
  return block.kind === 'heading' || (block.kind === 'paragraph' && block.tone === 'strong')
}

/** What is longer than this many characters may need more than a page, and is not held together with its heading. */
const SHORT_TEXT = 1500

function isShort(block: Block): boolean {
  if (block.kind === 'paragraph' || block.kind === 'quote') return plainText(block.text).length <= SHORT_TEXT
  return block.kind !== 'table' || block.rows.length <= ROWS_KEPT_TOGETHER
}

/** A page break within moves out to the whole. */
function keptTogether(headings: readonly Node[], node: Node): Node {
  const [first, ...others] = [...headings, node]
  if (first?.pageBreak !== 'before') return { stack: [...headings, node], unbreakable: true }
  return { stack: [{ ...first, pageBreak: undefined }, ...others], unbreakable: true, pageBreak: 'before' }
}

function pdfBlock(block: Block): Node[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, style: `heading${block.level}`, outline: true }]
    case 'paragraph':
      return [{ text: plainText(block.text), ...PARAGRAPHS[block.tone ?? 'plain'] }]
    case 'list': {
      const items = block.items.map((item) => ({
        text: plainText(item),
        margin: [0, 1, 0, 1] as [number, number, number, number],
      }))
      return [block.ordered ? { ol: items, margin: [0, 6, 0, 0] } : { ul: items, margin: [0, 6, 0, 0] }]
    }
    case 'table':
      return pdfTable(block)
    case 'chart':
      return [
        {
          unbreakable: true,
          stack: [
            { text: block.meaning, margin: [0, 0, 0, 4] },
            { svg: block.svg, fit: [TEXT_WIDTH, 300] },
          ],
          margin: [0, 8, 0, 0],
        },
        ...(block.table ? pdfTable(block.table) : []),
      ]
    case 'evidence':
      return [evidenceNode(block)]
    case 'quote':
      return [
        bar(INK.heather, undefined, [
          { text: plainText(block.text) },
          ...(block.by ? [{ text: block.by, style: 'note' }] : []),
        ]),
      ]
    case 'notice':
      return [bar(INK.gorse, INK.gorseLight, [{ text: block.title, bold: true }, { text: block.text }])]
    case 'keyValues':
      return [
        {
          table: {
            widths: [150, '*'],
            body: block.items.map(({ key, value }) => [{ text: key, bold: true }, { text: plainText(value) }]),
          },
          layout: HAIRLINES,
          margin: [0, 8, 0, 0],
        },
      ]
    case 'pageBreak':
      return []
  }
}

/** Words at the left, the picture at the right; never torn apart by the end of a page. */
function evidenceNode({ name, sentence, note, svg }: Extract<Block, { kind: 'evidence' }>): Node {
  const words = [{ text: name, bold: true }, { text: sentence }, { text: note, style: 'note' }]
  const picture = svg ? [{ svg, width: PICTURE_WIDTH }] : []
  return {
    stack: [{ columns: [{ stack: words, width: '*' }, ...picture], columnGap: 14 }],
    unbreakable: true,
    margin: [0, 7, 0, 0],
  }
}

const PARAGRAPHS = {
  plain: { margin: [0, 6, 0, 0] as [number, number, number, number] },
  strong: { bold: true, margin: [0, 6, 0, 0] as [number, number, number, number] },
  lead: { style: 'lead' },
  note: { style: 'note', margin: [0, 5, 0, 0] as [number, number, number, number] },
} as const

function pdfTable(block: TableBlock): Node[] {
  const shares = block.columns.map((column) => column.share ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const padding = 8 * block.columns.length
  const cell = (text: string, index: number, bold = false): TableCell => ({
    text,
    bold,
    alignment: block.columns[index]?.align ?? 'left',
  })
  const caption: Node = { text: block.caption, style: 'caption' }
  const table: Node = {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: shares.map((share) => ((TEXT_WIDTH - padding) * share) / whole),
      body: [
        block.columns.map((column, index) => cell(column.header, index, true)),
        ...block.rows.map((row) => row.map((text, index) => cell(plainText(text), index))),
      ],
    },
    style: 'tableText',
    layout: HAIRLINES,
  }
  return block.rows.length <= ROWS_KEPT_TOGETHER ? [{ stack: [caption, table], unbreakable: true }] : [caption, table]
}

/** Rules between rows only, a stronger one under the header. */
const HAIRLINES: CustomTableLayout = {
  hLineWidth: (row, node) => (row === 0 ? 0 : row === node.table.headerRows ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (row, node) => (row === node.table.headerRows ? INK.grey : INK.stone),
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 4,
  paddingBottom: () => 3,
}

/** A block with a coloured bar at its left. */
function bar(color: string, fillColor: string | undefined, stack: Content[]): Node {
  return {
    table: {
      widths: ['*'],
      dontBreakRows: true,
      body: [[{ stack, border: [true, false, false, false], ...(fillColor ? { fillColor } : {}) }]],
    },
    layout: {
      vLineWidth: (line) => (line === 0 ? 3 : 0),
      vLineColor: () => color,
      paddingLeft: () => 10,
      paddingRight: () => 8,
      paddingTop: () => 5,
      paddingBottom: () => 3,
    },
    margin: [0, 8, 0, 0],
  }
}
