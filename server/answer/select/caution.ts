/** What a careful reader should know before using a quote alone. */
import type { Passage } from '../../../index/model/report.ts'

const sentenceOf = ({ text, sentences }: Passage, at: number): string => text.slice(sentences[at]?.start, sentences[at]?.end)

const EARLIER = /\b(?:last|previous|prior|earlier) (?:\w+ ){0,2}(?:inspection|judgements?)\b/i
const JUDGED = /\bjudge(?:d|ments?)\b|\bgraded?\b|\brated\b/i

/** Grades in a sentence after one on an earlier inspection: "All of the judgements were …" of August 2015. */
export const isOfEarlier = (passage: Passage, at: number): boolean =>
  JUDGED.test(sentenceOf(passage, at)) && !EARLIER.test(sentenceOf(passage, at)) && EARLIER.test(sentenceOf(passage, at - 1))

/** Says when the grades of a quote are those of an earlier inspection. @param run its first and last sentence. */
export function earlierIn(passage: Passage, [from, to]: [number, number]): string | null {
  const text = passage.text.slice(passage.sentences[from]?.start, passage.sentences[to]?.end)
  return EARLIER.test(text) && JUDGED.test(text) ? 'This speaks of an earlier inspection. Its grades are not those of this one.' : null
}

const TURNS = /^(However|But|Despite this|Nevertheless|Although|Conversely|Nonetheless)\b/

/** Says when the sentence after the quote turns it round. @param last the number of the quote's last sentence. */
export function cautionOf(passage: Passage, last: number): string | null {
  const next = passage.sentences[last + 1]
  const opening = next && TURNS.exec(passage.text.slice(next.start, next.end))?.[0]
  return opening ? `The report goes on: “${opening} …”. Read the next sentence before using this alone.` : null
}
