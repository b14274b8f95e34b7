/** `npm run -s explain -- "question" [--quote ID] [--after "earlier question"]…`: how a question was read, and the tree of each score. */
import { parseArgs } from 'node:util'
import { readQuestion } from '../answer/ask.ts'
import { explain } from '../answer/explain.ts'
import { readConfig } from '../config.ts'
import { loadLibrary } from '../library.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quote: { type: 'string' }, after: { type: 'string', multiple: true, default: [] } },
})
const text = positionals.join(' ')
if (!text) {
  console.error('Give a question: npm run -s explain -- "How many children are in care?" [--quote 000.p8.s1]')
  process.exit(2)
}
const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
const question = await readQuestion(text, values.after, corpus)
console.log(`Read as: ${question.text}\n${await explain(question, corpus, values.quote)}`)
