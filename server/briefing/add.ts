/** What a writer pastes or asks to add → entries of the pad. */
import type { Corpus } from '../../index/search/corpus.ts'
import { askKept } from '../answer/kept-answers.ts'
import { LONGEST_QUESTION } from '../contract/schemas.ts'
import { type Pad, readPad } from './pad.ts'

/** Lines of one paste. */
const MOST_LINES = 500

/**
 * One id or link a line: a quote's id, the reader's or another pad's link with its `quote=`, or a conversation's link. Of a
 * conversation the quotes kept in it are added, or where none is kept, its answers whole.
 */
export async function pasted(text: string, corpus: Corpus): Promise<Pad> {
  const fields: [string, string][] = []
  const faults: string[] = []
  for (const line of text.split(/[\n\r]+/, MOST_LINES).map((one) => one.trim())) {
    const query = line.includes('?') ? line.slice(line.indexOf('?') + 1).split('#')[0]! : null
    if (query === null) fields.push(['quote', line])
    else {
      const params = new URLSearchParams(query)
      const known = [...params].filter(([name]) => name === 'quote' || name === 'heading' || name === 'note')
      const kept = params.getAll('keep').map((id): [string, string] => ['quote', id])
      fields.push(...known, ...kept)
      const questions = kept.length > 0 ? [] : params.getAll('q')
      for (const [i, question] of questions.entries()) {
        const answer = await answered(question, questions.slice(0, i), corpus)
        fields.push(...answer.fields)
        faults.push(...answer.faults)
      }
      if (known.length + kept.length + questions.length === 0) faults.push(`The link ${line.slice(0, 80)} holds no quote.`)
    }
  }
  const pad = readPad(fields)
  return { entries: pad.entries, faults: [...faults, ...pad.faults] }
}

/** All quotes that answer a question, in the order of the answer. */
export async function answered(
  question: string,
  earlier: string[],
  corpus: Corpus,
): Promise<{ fields: [string, string][]; faults: string[] }> {
  const text = question.trim()
  if (!text) return { fields: [], faults: [] }
  if (text.length > LONGEST_QUESTION) return { fields: [], faults: [`A question has at most ${LONGEST_QUESTION} characters.`] }
  const { outcome, quotes, reason } = await askKept(text, earlier, corpus)
  if (outcome === 'answered') return { fields: quotes.map(({ id }) => ['quote', id]), faults: [] }
  return { fields: [], faults: [`“${text}” adds no quotes. ${reason ?? ''}`.trim()] }
}
