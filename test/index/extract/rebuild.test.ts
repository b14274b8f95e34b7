import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleanText } from '../../../index/extract/clean-text.ts'
import { extractText } from '../../../index/extract/extract-text.ts'
import { type Piece, pieceOf, unwrap } from '../../../index/extract/pieces.ts'
import { blocksOf } from '../../../index/extract/pieces-to-blocks.ts'
import { readReport } from '../../../index/library/ingest.ts'
import { type Furniture, passagesOf, type Report } from '../../../index/model/report.ts'

const SEEDS = new URL('../../../seeds/', import.meta.url)

/** The words of a source; the second declared change of white space, line-end hyphens, is undone here by itself. */
const wordsOf = (source: string): string[] =>
  source
    .replace(/(\p{L}-)[^\S\n]*\n\s*(?!(?:and|or|to)\b)(?=\p{L})/gu, '$1')
    .split(/\s+/)
    .filter(Boolean)

/**
 * Walks a source beside the texts that were read from it. Each word of the source must be the next word read, or belong
 * to the next piece of furniture on record; nothing may be left over on any side. Null where all is well.
 */
function firstDifference(source: string, texts: string[], furniture: Furniture[]): string | null {
  const read = texts.flatMap((text) => text.split(/\s+/).filter(Boolean))
  const marks = furniture.flatMap(({ text }) => text.split(/\s+/).filter(Boolean))
  let mark = 0
  let at = 0
  for (const word of wordsOf(source)) {
    if (word === read[at]) at++
    else if (word === marks[mark]) mark++
    else return `“${word}” stands where “${read.slice(at, at + 5).join(' ')}” is read`
  }
  if (at < read.length) return `“${read.slice(at, at + 5).join(' ')}” is invented`
  return mark < marks.length ? `“${marks.slice(mark, mark + 5).join(' ')}” is on record as furniture, but not in the source` : null
}

type Read = { text: string; report: Report; furniture: Furniture[] }
const read = new Map<string, Read>()
const textsOf = ({ report }: Read): string[] => report.sections.flatMap(passagesOf).map(({ text }) => text)
const SOURCES = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))

beforeAll(async () => {
  for (const name of SOURCES) {
    const bytes = readFileSync(new URL(name, SEEDS))
    const source = await extractText(bytes, name)
    read.set(name, { text: bytes.toString('utf8'), report: readReport(name.slice(0, 3), source), furniture: source.furniture })
  }
})

describe('each report, built again from the model', () => {
  it.each(SOURCES)('%s equals its source word for word, less the furniture on record', (name) => {
    const one = read.get(name) as Read
    expect(firstDifference(one.text, textsOf(one), one.furniture)).toBeNull()
  })

  it.each(SOURCES)('%s has for furniture only list marks, paragraph numbers and rules of tables', (name) => {
    for (const { text, why } of read.get(name)?.furniture ?? []) {
      if (why === 'list mark') expect(text).toMatch(/^([-B]|[a-z]\))$/)
      else if (why === 'paragraph number') expect(text).toMatch(/^(- )?\d{1,2}\.$/)
      else expect(text).toMatch(/^[-\s]+$/)
    }
  })

  it.each(SOURCES)('%s keeps every list mark and paragraph number beside its passage', (name) => {
    const one = read.get(name) as Read
    const passages = one.report.sections.flatMap(passagesOf)
    const beside = passages.flatMap(({ number, marker }) => [number, marker].filter((mark) => mark !== null))
    const printed = one.furniture.filter(({ why }) => why !== 'page furniture').map(({ text }) => text.replace(/^- (?=\d)|\.$/g, ''))
    expect(beside).toEqual(printed)
  })

  it('is told from a report that has lost, changed, moved or invented a word, at any place', () => {
    for (const one of read.values()) {
      const texts = textsOf(one)
      for (let i = 0; i < texts.length; i += 7) {
        const words = texts[i]?.split(' ') ?? []
        const middle = Math.floor(words.length / 2)
        const forms = [
          words.toSpliced(middle, 1),
          words.toSpliced(middle, 1, `${words[middle]}x`),
          words.toSpliced(middle, 0, 'indeed'),
          [...words.slice(1), words[0]].map((word) => word ?? ''),
        ]
        for (const form of forms) {
          if (form.join(' ') === texts[i]) continue
          expect(firstDifference(one.text, texts.toSpliced(i, 1, form.join(' ')), one.furniture)).not.toBeNull()
        }
      }
      expect(firstDifference(one.text, texts.slice(1), one.furniture)).not.toBeNull()
      expect(firstDifference(one.text, texts, [...one.furniture, { text: 'word', why: 'page furniture' }])).not.toBeNull()
    }
  })
})

describe('reading any text', () => {
  const LINES = [
    ...[
      '',
      ' ',
      '\t',
      '17.',
      '2. Numbered.',
      '- 3. Marked and numbered.',
      '- item',
      'B Item',
      'a) item;',
      '•\titem',
      '◼ Item',
      '--- | ---',
    ],
    ...['Heading', 'What needs to improve:', 'Within six months:', 'Area\tGood', 'Overall effectiveness\tGood\t', 'Lead inspector: A B'],
    ...[
      'A sentence that ends.',
      ' A new page begins',
      'goes on in small letters',
      'multi-',
      'agency work',
      'pre-',
      'and post-approval',
      '“Quoted.”',
    ],
    ...['The Office for Standards in Education', 'A line that is long enough to reach the right margin of the page that it', 'x\u00a0y'],
  ]
  const lines = fc.array(fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 })
  /** White space may go where a line ends in a hyphen, so characters are compared and not words. */
  const inked = (texts: string[]): string => texts.join('').replace(/\s/g, '')
  const sorted = (text: string): string => [...text].sort().join('')
  const standsIn = (whole: string, part: string): boolean => {
    let at = 0
    for (const letter of whole) if (part.startsWith(letter, at)) at += letter.length
    return at === part.length
  }
  const noted = fc.array(fc.constantFrom(...LINES, '¹ A footnote.', '² Another'), { maxLength: 40 })

  it('never loses, changes or invents a character that is no white space', () => {
    fc.assert(
      fc.property(fc.oneof(lines, noted), (list) => {
        const source = list.join('\n')
        const { blocks, furniture } = cleanText(source)
        const kept = [...blocks.map(({ text }) => text), ...furniture.map(({ text }) => text)]
        expect(sorted(inked(kept))).toBe(sorted(inked([source])))
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps the order of words, footnotes aside', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const source = list.join('\n')
        fc.pre(!/[¹²³⁴-⁹]/.test(source))
        expect(standsIn(inked([source]), inked(cleanText(source).blocks.map(({ text }) => text)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('neither loses nor invents a character of what is set apart on the pages of PDFs, Word files and web pages', () => {
    const tag = fc.constantFrom<Piece['tag']>('heading', 'text', 'item', 'note')
    const piece = fc.record({
      tag,
      text: fc.constantFrom(...LINES.filter((line) => line.trim()).map(unwrap)),
      level: fc.nat(2),
      bold: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (list) => {
        const { blocks, furniture } = blocksOf(list.map((one) => pieceOf(one)))
        const kept = [...blocks, ...furniture].map(({ text }) => text)
        expect(sorted(inked(kept))).toBe(sorted(inked(list.map(({ text }) => text))))
      }),
      { numRuns: 500 },
    )
  })
})
