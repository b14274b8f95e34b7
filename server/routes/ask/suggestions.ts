/** Questions that have answers, for the list under the question box and for the start page. Tried once for a corpus, then kept. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { turn } from '../../../index/work/turn.ts'
import { askKept } from '../../answer/kept-answers.ts'
import { councilsIn } from '../../national/councils.ts'

export type Suggestion = { question: string; kind: 'topic' | 'council' }

/** What inspections look at, in the field's words; those without an answer in the collection are not offered. */
const TOPICS = [
  'return home interviews',
  'caseloads',
  'thresholds',
  'supervision',
  'early help',
  'neglect',
  'care leavers',
  'children missing from home and care',
  'child exploitation',
  'domestic abuse',
  'strategy discussions',
  'child protection conferences',
  'children in need',
  'disabled children',
  'unaccompanied asylum-seeking children',
  'private fostering',
  'placement stability',
  'permanence',
  'adoption',
  'foster carers',
  'personal education plans',
  'emotional health',
  'advocacy',
  'independent reviewing officers',
  'quality assurance',
  'workforce stability',
  'the voice of the child',
  'elective home education',
]

const made = new WeakMap<Corpus, Promise<Suggestion[]>>()

export function suggestionsOf(corpus: Corpus): Promise<Suggestion[]> {
  let known = made.get(corpus)
  if (!known) {
    known = tried(corpus)
    made.set(corpus, known)
    // what failed is tried again by the next who asks
    known.catch(() => made.delete(corpus))
  }
  return known
}

async function tried(corpus: Corpus): Promise<Suggestion[]> {
  const offered: Suggestion[] = []
  for (const topic of TOPICS) {
    await turn()
    const question = `What did Ofsted say about ${topic}?`
    const { outcome } = await askKept(question, [], corpus)
    if (outcome === 'answered') offered.push({ question, kind: 'topic' })
  }
  // A council's grades and its report's list are printed or not: there is nothing to try.
  for (const { name, latest, reports } of councilsIn(corpus)) {
    if (latest) offered.push({ question: `What are the judgements for ${name}?`, kind: 'council' })
    if (reports.some(({ recommendations }) => recommendations.length > 0))
      offered.push({ question: `What needs to improve in ${name}?`, kind: 'council' })
  }
  return offered
}
