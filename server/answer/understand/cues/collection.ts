/** Questions about the collection itself. */

import { GRADE } from './grade-words.ts'

/** Those who are asked: the program, not the reports. */
const HERE = '(?:you|this (?:tool|service|site|website|assistant|collection|program)|it|here|there)'
const ASKS_WHAT_IS_HELD = [
  new RegExp(
    `\\b(?:how many|which|what) (?:(?!${GRADE})\\w+ )?(?:reports?|documents?|inspections?|councils?|authorities|areas|years)\\b.{0,12}\\b(?:do|does|are|can|have|has) ${HERE}\\b(?: (?:have|hold|cover|covered|know|contain|include|search|in here|in the collection))?\\s*\\?*$`,
    'i',
  ),
  new RegExp(`\\bwhat (?:do|does) ${HERE} (?:cover|hold|have|contain|know about|search)\\s*\\?*$`, 'i'),
  /\b(?:reports?|documents?|councils?) (?:are )?in (?:the|this|your) collection\s*\?*$/i,
]
const ASKS_FOR_NEWEST =
  /^(?:which|what)(?:['’]s| is)? (?:report |document |inspection )?(?:is )?the (?:latest|newest|most recent)(?: (?:report|document|inspection))?(?: (?:you have|here|in the collection))?\s*\?*$/i

/** What is asked of the collection: what it holds, or its newest report; null where the question is about the reports. */
export function collectionIn(text: string): 'holdings' | 'newest' | null {
  const plain = text.trim()
  if (ASKS_FOR_NEWEST.test(plain)) return 'newest'
  return ASKS_WHAT_IS_HELD.some((pattern) => pattern.test(plain)) ? 'holdings' : null
}
