/** `npm run -s verify -- draft.docx [--json]`: exit code 0 only if every quotation is found where the draft says. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { LARGEST_DRAFT, readDraft } from '../drafts/draft.ts'
import { loadLibrary } from '../library.ts'
import { type Verdict, verify } from '../verify/verify.ts'

const USAGE = 'Usage: npm run -s verify -- draft.docx [--json]   (a .docx, .md or .txt file)'
/** 0: all found. */
const NOT_ALL_FOUND = 1
const COULD_NOT_CHECK = 2
const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const

function told({ verdict, text, reason, places, nearest }: Verdict): string {
  const lines = [`${verdict.replaceAll('_', ' ').toUpperCase()}: “${text.replace(/\s+/g, ' ')}”`, `   ${reason}`]
  for (const { citation, url } of places) lines.push(`   ${citation}`, `   ${url}`)
  if (nearest) {
    lines.push(`   Nearest: ${nearest.quote.citation}`)
    lines.push(`   ${nearest.difference.map(({ op, text: words }) => MARKS[op][0] + words + MARKS[op][1]).join(' ')}`)
  }
  return lines.join('\n')
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
  const [path] = positionals
  if (!path || positionals.length > 1) throw new Error(USAGE)
  // The size is asked before the file is read into memory.
  if ((await stat(path)).size > LARGEST_DRAFT)
    throw new Error(`${basename(path)} is larger than 20 MB. Save it without its pictures, or check it in parts.`)
  const draft = await readDraft(await readFile(path), basename(path))
  const corpus = await loadLibrary({ corpus: null, loadedAt: null }, readConfig())
  const check = verify(draft.text, corpus)
  const found = check.quotations.filter(({ verdict }) => verdict === 'found').length
  if (draft.note) console.error(draft.note)
  if (values.json) console.log(JSON.stringify(check, null, 2))
  else {
    for (const quotation of check.quotations) console.log(`${told(quotation)}\n`)
    for (const { text } of check.tooShort) console.log(`TOO SHORT to check: “${text.replace(/\s+/g, ' ')}”`)
    console.log(
      check.quotations.length === 0
        ? 'No quotation found in the draft: nothing was checked.'
        : `${found} of ${check.quotations.length} quotations found as cited.`,
    )
  }
  if (found < check.quotations.length || check.quotations.length === 0) process.exitCode = NOT_ALL_FOUND
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = COULD_NOT_CHECK
}
