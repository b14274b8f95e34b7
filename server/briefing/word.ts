/** The briefing as a Word document: real footnotes, headings, tables for judgements. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Run } from '../cite/styles.ts'
import { appendixOf } from './appendix.ts'
import { type Briefing, type BriefingPart, type ShownQuote, sourcesOf } from './briefing.ts'
import { sourceLines, tableLine } from './source-line.ts'

const FONT = 'Arial'
/** Half points. */
const BODY = 22
const SMALL = 18
/** Twips: a twentieth of a point. */
const INDENT = 567
const SPACE = 160
const GAP = 120
const TIGHT = { spacing: { before: 0, after: 0 } }
const WIDTHS = [3000, 2000, 4026]
const RULE = { style: BorderStyle.SINGLE, size: 18, space: 12, color: '0B0C0C' }

/** XML 1.0 has no place for these, and Word opens no file that holds one. They show as � rather than vanish. */
const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const printable = (text: string): string => text.replace(FORBIDDEN, '\ufffd')

const textRun = ({ text, italic }: Run, size?: number): TextRun =>
  new TextRun({ text: printable(text), ...(italic && { italics: true }), ...(size && { size }) })
/** Footnotes hold no links: Word takes those of a footnote from another list than the writer of the file keeps. */
const plainRun = (run: Run): TextRun => textRun(run, SMALL)
const linkedRun = (run: Run): ParagraphChild =>
  run.href
    ? new ExternalHyperlink({ link: run.href, children: [new TextRun({ text: printable(run.text), style: 'Hyperlink' })] })
    : textRun(run)

const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: GAP }, children: [new TextRun({ text: '', size: 8 })] })

/** A comma between the numbers of two footnotes: "1" and "2" are not twelve. */
const quoteRuns = (shown: ShownQuote): TextRun[] => [
  new TextRun(printable(`“${shown.quote.text}”`)),
  ...sourcesOf(shown).flatMap(({ number, cited: { inText } }, i) => [
    ...(i > 0 ? [new TextRun({ text: ', ', superScript: true })] : []),
    ...(inText ? [new TextRun(printable(` ${inText}`))] : []),
    new FootnoteReferenceRun(number),
  ]),
]

const sourceOf = (shown: ShownQuote): Paragraph =>
  new Paragraph({ style: 'QuoteSource', children: [new TextRun(printable(sourceLines(shown)))] })

function bodyOf(part: BriefingPart): (Paragraph | Table)[] {
  if (part.kind === 'heading') return [new Paragraph({ text: printable(part.text), heading: HeadingLevel.HEADING_1 })]
  if (part.kind === 'note') {
    const lines = part.text.split('\n').map((text, i) => new TextRun({ text: printable(text), ...(i > 0 && { break: 1 }) }))
    return [new Paragraph({ style: 'WriterNote', children: [new TextRun({ text: 'Note by the writer: ', bold: true }), ...lines] })]
  }
  // The empty line keeps the rules of two quotes in a row apart.
  if (part.kind === 'quote')
    return [
      new Paragraph({ style: part.cited.inText ? 'CitedQuote' : 'Quote', keepNext: true, keepLines: true, children: quoteRuns(part) }),
      sourceOf(part),
      gap(),
    ]
  // A caption, not a heading: what follows the table does not stand under it.
  const caption = [new TextRun(printable(tableLine(part.report)))]
  return [new Paragraph({ style: 'TableCaption', children: caption }), tableOf(part.rows), gap()]
}

type Rows = Extract<BriefingPart, { kind: 'judgements' }>['rows']

function tableOf(rows: Rows): Table {
  const cell = (width: number, children: Paragraph[], head = false): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(head && { shading: { type: ShadingType.CLEAR, fill: 'F3F2F1' } }),
      children,
    })
  const words = (text: string, bold = false): Paragraph =>
    new Paragraph({ ...TIGHT, children: [new TextRun({ text: printable(text), bold })] })
  const head = ['Judgement', 'Grade', 'As printed'].map((text, i) => cell(WIDTHS[i]!, [words(text, true)], true))
  return new Table({
    width: { size: WIDTHS.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: WIDTHS,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(WIDTHS[0]!, [words(row.area)]),
              cell(WIDTHS[1]!, [words(row.grade)]),
              cell(WIDTHS[2]!, [new Paragraph({ ...TIGHT, children: quoteRuns({ ...row, also: [] }) })]),
            ],
          }),
      ),
    ],
  })
}

export async function wordOf(briefing: Briefing): Promise<Uint8Array<ArrayBuffer>> {
  const appendix = appendixOf(briefing).flatMap(({ heading, lines }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...lines.map((line) => new Paragraph({ bullet: { level: 0 }, spacing: { after: SPACE / 2 }, children: line.map(linkedRun) })),
  ])
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: '0B0C0C' },
    paragraph: { spacing: { before, after: SPACE }, keepNext: true },
  })
  const document = new Document({
    title: briefing.title,
    creator: 'Ofsted quotes',
    description: `Collection ${briefing.fingerprint}, viewed ${briefing.viewed}`,
    styles: {
      default: {
        document: { run: { font: FONT, size: BODY, language: { value: 'en-GB' } }, paragraph: { spacing: { after: SPACE, line: 288 } } },
        title: { ...heading(40, 0), paragraph: { spacing: { after: SPACE * 2 } } },
        heading1: heading(30, SPACE * 2),
        heading2: heading(24, SPACE * 1.5),
      },
      paragraphStyles: [
        {
          id: 'Quote',
          name: 'Quote',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          paragraph: {
            indent: { left: INDENT, right: INDENT / 2 },
            spacing: { before: SPACE, after: 0 },
            border: { left: RULE },
          },
        },
        // With the style's citation beside it the quotation is its marks, and no longer the whole block.
        {
          id: 'CitedQuote',
          name: 'Cited quote',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          paragraph: {
            indent: { left: INDENT, right: INDENT / 2 },
            spacing: { before: SPACE, after: 0 },
            border: { left: RULE },
          },
        },
        {
          id: 'QuoteSource',
          name: 'Quote source',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { size: SMALL, color: '505A5F' },
          paragraph: { indent: { left: INDENT, right: INDENT / 2 }, spacing: { before: 0, after: SPACE * 1.5 }, border: { left: RULE } },
        },
        {
          id: 'TableCaption',
          name: 'Table caption',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { bold: true },
          paragraph: { spacing: { before: SPACE, after: GAP / 2 }, keepNext: true },
        },
        {
          id: 'WriterNote',
          name: 'Writer’s note',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { color: '1D70B8' },
          paragraph: { spacing: { before: SPACE, after: SPACE }, shading: { type: ShadingType.CLEAR, fill: 'EEF4FA' } },
        },
      ],
    },
    footnotes: Object.fromEntries(
      briefing.quotes.map(({ number, cited }) => [
        number,
        {
          children: [new Paragraph({ spacing: { before: 0, after: GAP / 2 }, children: [new TextRun(' '), ...cited.note.map(plainRun)] })],
        },
      ]),
    ),
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL })] }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: briefing.title, heading: HeadingLevel.TITLE }),
          ...briefing.parts.flatMap(bodyOf),
          new Paragraph({ text: 'Appendix', heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
          ...appendix,
        ],
      },
    ],
  })
  return Uint8Array.from(await Packer.toBuffer(document))
}
