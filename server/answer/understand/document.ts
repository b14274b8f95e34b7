/** Questions about the document itself: when it was made, by whom. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { stem, type Token } from '../../../index/text/analyzer.ts'
import type { Concept, Wanted } from '../question.ts'
import { idf } from './concepts.ts'
import { asksForPublication } from './cues/shape.ts'

const WHO_MADE = /^(?:and )?who (?:led|signed|wrote|inspected|visited|carried out)\b/i
/** "Who led it?" and "who signed the letter?" ask for the inspectors. */
const MAKERS = new Set(['led', 'lead', 'signed', 'wrote', 'written', 'author', 'inspected', 'visited', 'carried'])
const DOCUMENT_WORDS = new Set([
  ...MAKERS,
  'visit',
  'visits',
  'inspection',
  'inspections',
  'inspector',
  'inspectors',
  'inspected',
  'visited',
  'published',
])

/** The words for a report and its making, which otherwise only put the question. */
export function documentConcepts(words: Token[], wanted: Wanted | null, { sentenceIndex }: Corpus): Concept[] {
  // when it was: a council may have been inspected by a visit, and visited by an inspection
  const dates = words.some(({ word }) => /^(?:inspect|visit)/.test(word))
  const dated = wanted === 'date' && dates && !words.some(({ word }) => asksForPublication(word))
  const made = dated ? [] : words.filter(({ word }) => MAKERS.has(word))
  const documents = words.filter(({ word }) => DOCUMENT_WORDS.has(word))
  const named = made.length > 0 ? made.slice(0, 1) : dated ? documents.slice(0, 1) : documents
  return named.map(({ word, term }) => {
    const maker = made.length > 0
    const forms = [{ stems: [term], words: [word], exact: false, asked: true, worth: 1 }]
    if (dated)
      for (const other of ['inspection', 'visit'])
        if (stem(other) !== term) forms.push({ stems: [stem(other)], words: [other], exact: false, asked: false, worth: 1 })
    if (maker) forms.push({ stems: [stem('inspector')], words: ['inspectors'], exact: false, asked: false, worth: 1 })
    const weight = idf(sentenceIndex.statistics.documents, sentenceIndex.statistics.frequency(maker ? stem('inspector') : term))
    return { words: word, forms, also: maker ? ['inspectors'] : [], light: false, counted: false, unknown: false, required: false, weight }
  })
}

/** "When was the inspection?" */
export const isAboutDocument = (text: string, wanted: Wanted | null, concepts: Concept[]): boolean =>
  (wanted === 'person' && WHO_MADE.test(text)) ||
  (wanted !== null && concepts.every(({ light, words }) => light || DOCUMENT_WORDS.has(words)))
