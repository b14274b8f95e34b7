/** Which words of a quote say what was asked in other words: the spans of the sentence nearest in meaning to the question. */
import type { SentenceReader } from '../../../index/search/reader.ts'
import type { Token } from '../../../index/text/analyzer.ts'
import { merge } from '../rank/marks.ts'
import type { Scored } from '../rank/score.ts'
import { isLightWord, isPeopleWord, isQuestionWord } from '../understand/question-words.ts'
import { saysInOtherWords } from './why.ts'

export type Span = [start: number, end: number]
/** By sentence, the spans in its passage's text. */
export type OtherWords = ReadonlyMap<Scored, Span[]>

/** First quotes that are looked into, and spans that are read for all of them: each costs 2.6 ms. */
const QUOTES = 3
const SPANS = 12
/** Content words of a span, at least and at most. */
const [SHORTEST, LONGEST] = [3, 5]
/** So near to the question, alone and beside the whole sentence, that it may be what carries the match (0.35 to 0.5; 0.6 to 0.9). */
const NEAR = 0.4
const CARRIES = 0.75
/** Of further spans, beside the nearest one. */
const AS_NEAR = 0.9
const MOST = 2

/** @param chosen best first. */
export async function inOtherWords(chosen: readonly Scored[], reader: SentenceReader | null): Promise<OtherWords> {
  const found = new Map<Scored, Span[]>()
  const unclear = chosen.slice(0, QUOTES).filter(saysInOtherWords)
  for (const one of unclear) {
    const { vector } = one.question
    if (!vector || !reader) continue
    const { text } = one.unit.placed.passage
    const spans = spansOf(one, Math.floor(SPANS / unclear.length))
    const likeness = await reader.likeness(
      vector,
      spans.map(([start, end]) => text.slice(start, end)),
    )
    const nearest = Math.max(0, ...likeness)
    if (nearest < NEAR || nearest < one.similarity * CARRIES) continue
    const carrying = [...spans.keys()]
      .filter((at) => likeness[at]! >= Math.max(NEAR, nearest * AS_NEAR))
      .sort((a, b) => likeness[b]! - likeness[a]! || a - b)
    found.set(one, merge(apart(carrying.map((at) => spans[at]!)).slice(0, MOST)))
  }
  return found
}

/** Spans spread evenly over a sentence, as close as the number of them allows; none goes over a comma or a bracket. */
function spansOf({ unit: { tokens, placed } }: Scored, most: number): Span[] {
  const { text } = placed.passage
  const clauses: Token[][] = []
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]
    if (!before || BREAK.test(text.slice(before.end, token.start))) clauses.push([])
    clauses.at(-1)!.push(token)
  }
  for (let step = 1; ; step++) {
    const length = Math.min(LONGEST, Math.max(SHORTEST, step))
    const spans = clauses.flatMap((clause) => windows(clause, length, step))
    if (spans.length <= most || step > LONGEST) return spans.slice(0, most)
  }
}
const BREAK = /[,;:()[\]—–…]|\.\s/

function windows(clause: Token[], length: number, step: number): Span[] {
  const spans: Span[] = []
  for (let at = 0; at === 0 || at + SHORTEST <= clause.length; at += step) {
    const own = clause.slice(at, at + length)
    // "whether" and "over" at an end belong to what is left out
    while (own[0] && isQuestionWord(own[0].word)) own.shift()
    while (own.length > 0 && isQuestionWord(own.at(-1)!.word)) own.pop()
    if (own.length > 1 && own.some(tells)) spans.push([own[0]!.start, own.at(-1)!.end])
  }
  return spans
}

const tells = ({ word }: Token): boolean => !isLightWord(word) && !isPeopleWord(word) && !isQuestionWord(word)

/** Those that do not overlap one before them. */
function apart(spans: Span[]): Span[] {
  const taken: Span[] = []
  for (const [start, end] of spans) if (taken.every(([from, to]) => end <= from || start >= to)) taken.push([start, end])
  return taken
}
