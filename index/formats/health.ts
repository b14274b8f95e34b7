/** What reading found and lost, counted. */
import type { Health, Passage, Section } from '../model/report.ts'

/** Replacement marks, control and private-use characters, and the dotless i, which no English word has. */
const ODD = /[\ufffd\u0000-\u0008\u000b-\u001f\u007f-\u009f\u0131\ue000-\uf8ff]/gu

export function healthOf(sections: Section[]): Health {
  const passages = sections.flatMap(({ paragraphs }) => paragraphs)
  const printed = sections.flatMap(({ heading, paragraphs }) => (heading ? [heading, ...paragraphs] : paragraphs))
  return {
    sections: sections.length,
    paragraphs: passages.filter(({ kind }) => kind === 'text').length,
    sentences: passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
    items: passages.filter(({ kind }) => kind === 'item').length,
    numbersFound: passages.filter(({ number }) => number !== null).length,
    numbersLost: lostNumbers(passages),
    tables: printed.filter(({ kind }, i) => kind === 'row' && printed[i - 1]?.kind !== 'row').length,
    oddCharacters: printed.reduce((sum, { text }) => sum + (text.match(ODD)?.length ?? 0), 0),
  }
}

/**
 * The numbers missing up to the last that is printed. Beyond it nothing is printed to count from, but where every gap
 * holds as many paragraphs without a number as it lacks numbers, the paragraphs after the last number have lost theirs too.
 */
function lostNumbers(passages: Passage[]): number[] {
  const numbers = passages.flatMap(({ number }) => (number ? [Number(number)] : []))
  const found = new Set(numbers)
  const last = Math.max(0, ...numbers)
  const lost = upTo(last).filter((n) => !found.has(n))
  return lost.length > 0 ? [...lost, ...upTo(paragraphsAfter(passages)).map((n) => last + n)] : lost
}

/** How many paragraphs without a number stand after the last one; 0 where those before it do not fill the gaps exactly. */
function paragraphsAfter(passages: Passage[]): number {
  let last: number | null = null
  let without = 0
  for (const { kind, number, evidence, speaker } of passages) {
    if (number) {
      if (last !== null && Number(number) - last - 1 !== without) return 0
      last = Number(number)
      without = 0
    } else if (kind === 'text' && evidence && speaker.voice === 'finding') without++
  }
  return without
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)
