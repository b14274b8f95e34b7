/** Questions that lean on the answer before, and not on its question: "who said that?", "what does it say next?", "is that still so?". */
import type { QuoteAsk } from '../../asks.ts'

const AND = '^(?:and |but |so |ok(?:ay)?,? )?'
const THAT = '(?:that|this|it|these|those)'
const SAYS = '(?:the (?:report|letter|paper|inspectors?)|it|they|ofsted|inspectors)'
const END = '[?.! ]*$'
const asks = (...patterns: string[]): RegExp => new RegExp(patterns.map((one) => AND + one).join('|'), 'i')

const ASKS: [RegExp, QuoteAsk][] = [
  [asks(`who (?:said|says|wrote|is saying|claims?|found) (?:that|this|it|so|these|those)\\b`, 'whose words\\b', `says who${END}`), 'who'],
  [
    asks(
      `when (?:was|were|is) (?:that|this|those|these)(?: (?:said|written|found|seen|true|the case|from))?${END}`,
      `when (?:did (?:they|${SAYS}) (?:say|write|find|see)) ${THAT}${END}`,
      `(?:(?:from )?(?:which|what) (?:year|date|time) (?:is|was) ${THAT}(?: from)?|how (?:old|recent) is ${THAT})${END}`,
    ),
    'when',
  ],
  [
    asks(
      `what (?:does|did|do) ${SAYS} (?:go on to )?say (?:next|then|after ${THAT}|further)${END}`,
      `(?:and )?what (?:comes|came|follows|stands)(?: (?:next|after|after ${THAT}|below|below ${THAT}))?${END}`,
      `(?:what(?:['’]s| is) (?:next|the next (?:sentence|line|paragraph))|(?:the )?next (?:sentence|line|paragraph)|go on|read on|continue|next)${END}`,
    ),
    'next',
  ],
  [
    asks(
      `what (?:does|did|do) ${SAYS} say (?:before ${THAT}|just before)${END}`,
      `what (?:comes|came|stands) (?:before|above)(?: ${THAT})?${END}`,
      `(?:the )?(?:previous|preceding) (?:sentence|line|paragraph)${END}`,
    ),
    'before',
  ],
  [
    asks(
      `(?:is|are) (?:that|this|it|those|these|they) still (?:the case|true|so|like (?:that|this)|right|valid|correct|current|happening|a (?:problem|concern)|an issue)(?: (?:now|today|there))?${END}`,
      `(?:has|have) (?:that|this|it|those|these) (?:changed|improved|got better|been (?:fixed|put right|sorted(?: out)?|addressed|resolved))(?: since(?: then)?)?${END}`,
      `(?:still (?:true|the case|so)|does (?:that|this|it) still (?:hold|apply|stand))${END}`,
    ),
    'still',
  ],
  [
    asks(
      `(?:why(?: (?:is|was|are|were) (?:that|this|it|those|these)(?: so)?| so)?|how come|what(?:['’]s| is| was) the (?:reason|cause)(?: (?:for|of) ${THAT})?)${END}`,
    ),
    'why',
  ],
]

const askOf = (text: string): QuoteAsk | null => ASKS.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? null

/**
 * What is asked of the first quote of the answer before; null for any other question, and where there is none before. `step`: how
 * many sentences on from that quote, since "what comes next?" may be asked again. `of`, `earlier`: the question that was answered
 * by quotes, and those before it.
 */
export function ofQuoteIn(text: string, earlier: string[]): { ask: QuoteAsk; step: number; of: string; earlier: string[] } | null {
  const ask = askOf(text)
  if (!ask) return null
  const chain: QuoteAsk[] = [ask]
  const rest = [...earlier]
  for (let last = rest.at(-1); last !== undefined; last = rest.at(-1)) {
    const before = askOf(last)
    if (!before) {
      rest.pop()
      const step = chain.filter((one) => one === 'next').length - chain.filter((one) => one === 'before').length
      return { ask, step, of: last, earlier: rest }
    }
    chain.push(before)
    rest.pop()
  }
  return null
}
