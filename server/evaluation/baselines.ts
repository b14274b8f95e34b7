/** Three plain ways to answer, for comparison: what a first afternoon with a search library gives. */
import MiniSearch from 'minisearch'
import type { Corpus } from '../../index/search/corpus.ts'
import { terms } from '../../index/text/analyzer.ts'
import { understand } from '../answer/understand/understand.ts'
import type { Reply } from './judge.ts'

const QUOTES = 5

type Answerer = (question: string, earlier: string[]) => Promise<Reply>

const reply = (corpus: Corpus, ordinals: number[]): Reply => ({
  outcome: ordinals.length > 0 ? 'answered' : 'not_found',
  summary: '',
  related: [],
  quotes: ordinals.flatMap((ordinal) => {
    const unit = corpus.units.at(ordinal)
    return unit ? [{ text: unit.placed.passage.text.slice(unit.start, unit.end), report: { id: unit.placed.report.id } }] : []
  }),
})

export function baselines(corpus: Corpus): Record<string, Answerer> {
  const plain = new MiniSearch({ fields: ['text'] })
  plain.addAll(Array.from(corpus.units, ({ placed, start, end }, id) => ({ id, text: placed.passage.text.slice(start, end) })))
  const stemmed = async (question: string, reports: ReadonlySet<number> | null): Promise<Reply> => {
    const weighted = [...new Set(terms(question))].map((term) => ({ term, weight: 1 }))
    const hits = await corpus.sentenceIndex.search({ terms: weighted, reports, limit: QUOTES })
    return reply(
      corpus,
      hits.map(({ document }) => document),
    )
  }
  return {
    'MiniSearch, defaults': async (question) =>
      reply(
        corpus,
        plain
          .search(question)
          .slice(0, QUOTES)
          .map(({ id }) => id as number),
      ),
    'BM25 with stemming': (question) => stemmed(question, null),
    'BM25 with scope': (question, earlier) => {
      const { reports } = understand(question, earlier, corpus)
      return stemmed(question, new Set(corpus.reports.flatMap(({ id }, i) => (reports.includes(id) ? [i] : []))))
    },
  }
}
