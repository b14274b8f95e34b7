/** What people type that is no question about the reports. */
import type { Talk } from '../../asks.ts'
import { ADVICE } from './advice.ts'

const TALK: [RegExp, Talk][] = [
  [
    /\b(ignore|disregard|forget|override)\b.{0,30}\b(previous|earlier|above|all|your|prior|these|the)\b.{0,30}\b(instructions?|rules?|prompts?|directions?|guidelines?)\b/i,
    'instruction',
  ],
  [
    /\b(you are now|act as|pretend (to be|you)|from now on you|roleplay|jailbreak|developer mode|system prompt|repeat after me|(respond|reply|answer) only with|new instructions|your instructions)\b/i,
    'instruction',
  ],
  [
    /\b(print|show|reveal|list|give|tell|dump|what (is|are))\b.{0,30}\b(your|the) (own )?(configuration|config|system prompt|instructions|api keys?|passwords?|file paths?|environment|source code|secrets?)\b/i,
    'instruction',
  ],
  [
    /\b(say|state|claim|confirm|repeat|write) that\b.{0,60}\b(was|is|were) (rated|judged|graded)?\s?(outstanding|good|inadequate|adequate)\b/i,
    'instruction',
  ],
  [
    /\b(write|compose|draft|create|generate|make up|invent)\b.{0,25}\b(poem|song|story|essay|letter|email|e-mail|speech|joke|press release|tweet|blog|limerick|haiku|report|action plan|policy|code|programme?|script)\b/i,
    'writing',
  ],
  [/\b(translate|rewrite|paraphrase|rephrase)\b.{0,40}\b(into|this|in your own words|for me)\b/i, 'writing'],
  [
    /^(?=.*\b(?:my|i|i'm|i’m|we|our|next door|neighbours?)\b).*\b(a|my|the|this|some) (child|kid|boy|girl|baby|neighbour|neighbour’s|son|daughter|niece|nephew|friend)\b.{0,60}\b(is|are|being|gets?|getting|has been|was|were)\b.{0,25}\b(hurt|hit|beaten|abused|neglected|harmed|in danger|screaming|left alone|unsafe)\b/i,
    'danger',
  ],
  [
    /\b(who|where|which number|what number)\b.{0,20}\b(should|can|do|must) i\b.{0,15}\b(ring|call|phone|contact|report|tell|complain)\b/i,
    'danger',
  ],
  [/\b(i am|i'm|i’m|im) (being )?(scared|frightened|hurt|abused|unsafe|in danger|suicidal)\b/i, 'danger'],
  [/\b(should|must) (i|we)\b.{0,60}\b(report|appeal|sue|complain|adopt|foster|move|apply|claim|do)\b/i, 'advice'],
  [/\b(what|how) (should|would|do) (i|you)\b.{0,40}\b(do|recommend|advise|suggest|feel|think)\b/i, 'advice'],
  [
    /\bhow (?:do|can|could|would|should|might) (?:i|we|you|someone|somebody|people)\b.{0,20}\b(?:apply|become|join|sign up|register|complain|appeal|contact|get in touch|volunteer)\b/i,
    'advice',
  ],
  ...ADVICE,
  // "do you get a say there?" is said of anybody
  [
    /^(?:are you (?:an? |there|real|human|sure|able)|can you (?:help|hear|understand|answer|tell me what you|do)\b|do you (?:speak|work|learn|remember|understand|know (?:who|what|me))\b|what(?: is|['’]s) your\b|who are you\b|who (?:made|built|wrote) you\b)/i,
    'greeting',
  ],
  [/\bhow are you\b/i, 'greeting'],
]
const GREETING = /^(hello|hi|hey|hiya|good (morning|afternoon|evening)|greetings)\b[\s!.,?]*(there|all|everyone)?[\s!.,?]*$/i
const THANKS = /^(many )?(thanks|thank you|cheers|ta|great|perfect|brilliant|ok|okay|bye|goodbye)\b[\s\w!.,]{0,30}$/i

/** Which fixed reply fits; null for what may be a question about the reports. */
export function talkIn(text: string): Talk | null {
  const plain = text.trim()
  if (GREETING.test(plain)) return 'greeting'
  if (THANKS.test(plain) && !plain.includes('?')) return 'thanks'
  return TALK.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
