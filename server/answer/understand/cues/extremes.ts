/** "The weakest area", "where does it do best?": the end of a judgement table that a question asks for. */
import { JUDGED } from './grade-words.ts'

const WORST = `(?:worst|lowest|poorest|weakest|least good)`
const BEST = `(?:best|highest|strongest|top)`
const PERFORMS = '(?:do|does|did|done|doing|fare[sd]?|score[sd]?|perform(?:s|ed)?|come|came|rank(?:s|ed)?)'
const TABLE = `(?:${JUDGED}|grades?|ratings?|scores?|results?|two|three|four|five|six|lot)`

const extreme = (word: string): RegExp =>
  new RegExp(
    [
      // "the worst-rated area", "the best of the three"
      String.raw`\b${word}(?:[- ](?:rated|graded|judged|scoring|performing|ranked))? (?:(?:overall|inspection|ofsted|judgement|of the) )*${TABLE}\b`,
      String.raw`\b(?:rated|graded|judged|scored|ranked|rates?|scores?) (?:the )?${word}\b`,
      String.raw`\bdo(?:es|ne)? (?:the )?${word} (?:in|on|at)\b|\bdid .{2,40} do (?:the )?${word} (?:in|on|at)\b`,
      // "which area was weakest?", "which parts did the council do worst in?"
      String.raw`\b${JUDGED}\b.{0,60}\b(?:is|was|are|were|did|${PERFORMS}) (?:the )?(?:\w+ )?${word}(?: (?:in|on|at))?[?.! ]*$`,
      // "where does the council do worst?", "where is it weakest?"
      String.raw`^(?:and )?which (?:ones? |of (?:them|these|those) )?(?:is|was|are|were) (?:the )?${word}\b`,
      String.raw`\bwhere (?:do|does|did|has|have|is|was|are|were)\b.{1,40}\b(?:${PERFORMS} )?(?:the )?${word}[?.! ]*$`,
    ].join('|'),
    'i',
  )
const [ASKS_WORST, ASKS_BEST] = [extreme(WORST), extreme(BEST)]
/** "Best and worst area": the noun stands behind one of them. */
const BOTH = new RegExp(
  String.raw`\b${BEST}(?:[- ]\w+)? (?:and|or) (?:the )?${WORST}\b|\b${WORST}(?:[- ]\w+)? (?:and|or) (?:the )?${BEST}\b`,
  'i',
)

/** @param topic the question without where and when, which may stand behind the word: "which area was weakest in Stoke?" */
export function extremeIn(text: string, topic = text): 'best' | 'worst' | 'both' | null {
  const asks = (pattern: RegExp): boolean => pattern.test(text) || pattern.test(topic)
  const [worst, best] = [asks(ASKS_WORST), asks(ASKS_BEST)]
  if ((worst && best) || ((worst || best) && BOTH.test(text))) return 'both'
  return worst ? 'worst' : best ? 'best' : null
}
