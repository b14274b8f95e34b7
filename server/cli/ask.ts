/** `npm run -s ask -- "question" [--json] [--after "earlier question"]`: quotes and citations on a terminal. */
import { parseArgs } from 'node:util'
import { ask } from '../answer/ask.ts'
import { readConfig } from '../config.ts'
import { AskRequest } from '../contract/schemas.ts'
import { loadLibrary } from '../library.ts'

const USAGE = 'Usage: npm run -s ask -- "what did Ofsted say about return home interviews" [--after "an earlier question"] [--json]'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, after: { type: 'string', multiple: true } },
  })
  const request = AskRequest.safeParse({ question: positionals.join(' '), after: values.after })
  if (!request.success) throw new Error(`${request.error.issues[0]?.message}\n${USAGE}`)
  const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
  const answer = await ask(request.data.question, request.data.after ?? [], corpus)
  if (values.json) console.log(JSON.stringify(answer, null, 2))
  else {
    const { corrections } = answer.interpretation
    if (corrections.length > 0) console.log(`Read as: ${corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')}`)
    console.log(answer.reason ?? answer.summary)
    for (const [i, quote] of answer.quotes.entries()) {
      console.log(`\n${i + 1}. “${quote.text}”`)
      for (const { citation, url } of [quote, ...quote.alike]) console.log(`   ${citation}\n   ${url}`)
    }
    for (const note of answer.notes) console.log(`\n${note}`)
    if (answer.related.length > 0) console.log('\nNearest passages, which do not answer the question:')
    for (const quote of answer.related) console.log(`\n- “${quote.text}”\n  ${quote.citation}`)
  }
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
