/** Questions that have answers, and the reports, for the list under the question box. Tried once for a corpus, then kept. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { turn } from '../../../index/work/turn.ts'
import { reportHref } from '../../../views/parts/links.ts'
import { askKept } from '../../answer/kept-answers.ts'
import { councilsIn } from '../../national/councils.ts'
import { collectionOf } from '../reports/report-card.ts'

/** What is asked when it is chosen, or where a report leads; `text` is what is offered and what typed words are found in. */
export type Suggestion = { text: string; kind: 'topic' | 'council' } | { text: string; kind: 'report'; url: string }

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
    if (outcome === 'answered') offered.push({ text: question, kind: 'topic' })
  }
  // A council's grades and its report's list are printed or not: there is nothing to try.
  for (const { name, latest, reports } of councilsIn(corpus)) {
    if (latest) offered.push({ text: `What are the judgements for ${name}?`, kind: 'council' })
    if (reports.some(({ recommendations }) => recommendations.length > 0))
      offered.push({ text: `What needs to improve in ${name}?`, kind: 'council' })
  }
  const newestFirst = collectionOf(corpus).cards.toSorted((a, b) => b.day.localeCompare(a.day))
  for (const { id, authority, kindName, date } of newestFirst)
    offered.push({ text: `${authority}, ${kindName.toLowerCase()}, ${date}`, kind: 'report', url: reportHref(id) })
  return offered
}
