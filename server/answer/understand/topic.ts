/** A question without the words that only say where and when: what the reader is asked, since the scope is held by other means. */
import type { Token } from '../../../index/text/analyzer.ts'

const PLACED = /\b(?:in|for|at|of|by|from|across|within|around|under)\s+(?:the\s+)?$/i

/**
 * "Do children in Wakefield move a lot?" → "Do children move a lot?"; "has Wakefield got a grip?" → "has the council got a grip?".
 * With the name left in, every sentence that names the council seems near. @param used the numbers of the tokens that name a scope.
 */
export function topicOf(text: string, tokens: readonly Token[], used: ReadonlySet<number>): string {
  let rest = ''
  let at = 0
  for (let i = 0; i < tokens.length; i++) {
    if (!used.has(i)) continue
    let last = i
    while (used.has(last + 1)) last++
    const before = rest + text.slice(at, tokens[i]!.start)
    const isTime = tokens.slice(i, last + 1).every(({ word }) => /^\d{4}$/.test(word))
    rest = PLACED.test(before) ? before.replace(PLACED, '') : isTime ? before : `${before}the council`
    at = tokens[last]!.end
    i = last
  }
  const topic = (rest + text.slice(at))
    .replace(/\bthe the council\b/gi, 'the council')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([?.!,])/g, '$1')
    .trim()
  return topic || text
}
