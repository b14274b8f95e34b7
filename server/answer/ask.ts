/** ask(): the one entry, for page, API, command line and evaluation. */

import { terms } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Answer } from './answer.ts'
import type { Scope } from './question.ts'
import { quoteOf } from './quote.ts'

export async function ask(
  text: string,
  _earlier: string[],
  corpus: Corpus,
  _picked: { authorities?: string[] | undefined; years?: number[] | undefined; reports?: string[] | undefined } = {},
): Promise<Answer> {
  const hits = await corpus.sentenceIndex.search({ terms: terms(text).map((term) => ({ term, weight: 1 })), reports: null, limit: 5 })
  const quotes = hits.map(({ document }) => {
    const unit = corpus.units[document]!
    return quoteOf({ placed: unit.placed, sentences: [unit.at, unit.at] })
  })
  const scope: Scope = { authorities: [], years: [], reports: [] }
  return {
    question: text,
    interpretation: { question: text, intent: 'passages', scope, terms: [], corrections: [] },
    outcome: quotes.length ? 'answered' : 'not_found',
    reason: null,
    summary: '',
    quotes,
    sides: [],
    coverage: { searched: [], quoted: [], silent: [] },
    related: [],
    suggestions: [],
  }
}
