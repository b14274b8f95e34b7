/** "Who said that?": the quotes of the answer before, with those who speak in them. */
import { speakersOf } from '../wording.ts'
import type { Kind } from './kind.ts'

export const whoSaid: Kind = {
  name: 'who said that',
  intent: 'passages',
  // the question has been read as the one before it
  async answer(question, _, later) {
    if (!question.asks.whoSaid) return null
    const { composed } = await later(question)
    return composed.quotes.length > 0 ? { ...composed, summary: speakersOf(composed.quotes) } : composed
  },
}
