/**
 * No own regular expression, and no function that reads what others wrote, takes longer than a small multiple of a linear scan of
 * the same text. Ratios within one run count: absolute times differ between machines.
 */
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../index/extract/clean-text.ts'
import { htmlPieces } from '../../index/extract/web/extract-html.ts'
import { sentences } from '../../index/model/sentences.ts'
import { tokens } from '../../index/text/analyzer.ts'
import { ask } from '../../server/answer/ask.ts'
import { partsOf } from '../../server/verify/draft-parts.ts'
import { realCorpus } from '../support/corpus.ts'
import { type OwnPattern, ownPatterns } from '../support/own-patterns.ts'

/** What is typed as a question has at most 500 characters; everything else may be a document. */
const QUESTION_CODE = /^server\/(?:answer\/(?!verify)|routes|hosts|security|observe|load|errors)|^views/
const QUESTION_SIZES = [24, 60, 150, 500]
const DOCUMENT_SIZES = [24, 60, 150, 500, 2_000, 8_000, 32_000, 128_000]
/** Times a linear scan. Quadratic growth passes a thousand long before 128,000 characters; honest patterns stay below a hundred. */
const MOST = 600
/** Shorter measurements are noise: the clock and the collector weigh more than the pattern. */
const NOISE_MS = 4

const PUMPS = [
  'a',
  ' ',
  '\n',
  '1',
  '-',
  '.',
  ',',
  '"',
  "'",
  '(',
  '[',
  '“',
  'A',
  'Aa ',
  'a1',
  '1.',
  'a, ',
  'a-',
  ' \n',
  '1 ',
  '/',
  '<',
  '&',
  '…',
  'é',
]
/** Words of the pattern itself, repeated, lead deeper into it than letters at random. */
const wordsOf = ({ pattern }: OwnPattern): string[] =>
  [...new Set(pattern.source.match(/[A-Za-z]{3,}/g) ?? [])].slice(0, 6).map((word) => `${word} `)

const fill = (pump: string, size: number): string => `${pump.repeat(Math.ceil(size / pump.length)).slice(0, size - 1)}\u0001`

function timeOf(pattern: RegExp, text: string): number {
  const start = performance.now()
  if (pattern.global) text.replace(pattern, '')
  else pattern.test(text)
  pattern.lastIndex = 0
  return performance.now() - start
}
const LINEAR = /[^\u0001]/g
const linear = (text: string): number => Math.min(timeOf(LINEAR, text), timeOf(LINEAR, text))

function slowOn({ pattern }: OwnPattern, pump: string, sizes: number[]): string | null {
  for (const size of sizes) {
    const text = fill(pump, size)
    const first = timeOf(pattern, text)
    if (first < NOISE_MS) continue
    const own = Math.min(first, timeOf(pattern, text))
    const ratio = own / Math.max(linear(text), 0.001)
    if (own >= NOISE_MS && ratio > MOST) return `${JSON.stringify(pump)} × ${size}: ${Math.round(ratio)} times a linear scan`
  }
  return null
}

describe('own regular expressions', () => {
  const patterns = ownPatterns(['index', 'server', 'views'])

  it('are found by the scan', () => {
    expect(patterns.length).toBeGreaterThan(200)
  })

  it('stay within a small multiple of a linear scan on long adversarial text', () => {
    const slow = patterns.flatMap((own) => {
      const sizes = QUESTION_CODE.test(own.file) ? QUESTION_SIZES : DOCUMENT_SIZES
      const fault = [...PUMPS, ...wordsOf(own)].map((pump) => slowOn(own, pump, sizes)).find((one) => one !== null)
      return fault ? [`${own.file}:${own.line} ${own.pattern} on ${fault}`] : []
    })
    expect(slow).toEqual([])
  })
})

/** Time for eight times as much text, as a multiple: 8 is linear, 64 is quadratic. Noise of a busy machine stays below this. */
const MOST_GROWTH = 40

/** What is compared takes at least so long. */
const LEAST_MS = 15

/** A small text is doubled until reading it takes long enough to measure; then eight times as much must not take much longer. */
function growthOf(read: (text: string) => unknown, pump: string, largest: number): number {
  const timed = (size: number): number => {
    const text = fill(pump, size)
    const once = (): number => {
      const start = performance.now()
      read(text)
      return performance.now() - start
    }
    return Math.min(once(), once(), once())
  }
  // above what any printed paragraph has: below, fixed costs and limits blur the growth
  let size = 16_000
  let time = timed(size)
  while (time < LEAST_MS && size * 16 <= largest) {
    size *= 2
    time = timed(size)
  }
  return timed(size * 8) / Math.max(time, LEAST_MS)
}

/** Characters of a large report; eight times a base of 16,000 fit, and a square would show as 64 times as long. */
const LARGEST = 300_000
const SENTENCES = ['Dr. A. B. No. s. 47 ', '(1) “Quoted. text” e.g. ', '12. Paragraph of text. ', '■ item\n', 'Good 1.\n2. ', 'A\n\nB\n\n']

describe('what reads documents', () => {
  const readers: [string, (text: string) => unknown][] = [
    ['sentences()', sentences],
    ['cleanText()', cleanText],
    ['htmlPieces()', (text) => htmlPieces(text, { numbered: false })],
    ['tokens()', tokens],
    ['partsOf()', partsOf],
  ]
  it.each(readers)('%s grows with the text and no faster, far beyond a printed paragraph', (_, read) => {
    const slow = ['a', ' ', '\n', '“', 'A ', '1. ', ...SENTENCES, '<p>', '<b a="', '"a" ']
      .map((pump) => [pump, Math.round(growthOf(read, pump, LARGEST) * 10) / 10] as const)
      .filter(([, growth]) => growth > MOST_GROWTH)
    expect(slow).toEqual([])
  })
})

describe('what reads questions', () => {
  it('answers the longest adversarial question in a small multiple of a plain long question', async () => {
    const corpus = await realCorpus()
    const timed = async (question: string): Promise<number> => {
      const once = async (): Promise<number> => {
        const start = performance.now()
        await ask(question, [], corpus)
        return performance.now() - start
      }
      return Math.min(await once(), await once())
    }
    const plain = await timed(
      'What did Ofsted say about children who go missing from home and care leavers in Stoke and in Haringey? '.repeat(5).slice(0, 500),
    )
    const slow: [string, number][] = []
    for (const pump of [
      ...PUMPS,
      ...SENTENCES,
      '"a b" ',
      '-a ',
      'in Stoke ',
      '2019 ',
      'children missing ',
      'compare and with ',
      'who what when ',
      'áb̈ ',
    ]) {
      const times = (await timed(fill(pump, 500))) / plain
      if (times > 20) slow.push([pump, Math.round(times)])
    }
    expect(slow).toEqual([])
  })
})
