/** Questions about the collection itself: what it holds is a fact of the catalogue, and no report says it. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { lastDay } from '../days.ts'
import { count, joinWords, reportName } from '../wording.ts'

/** Those who are asked: the program, not the reports. */
const HERE = '(?:you|this (?:tool|service|site|website|assistant|collection|program)|it|here|there)'
const ASKS_WHAT_IS_HELD = [
  new RegExp(
    `\\b(?:how many|which|what) (?:\\w+ )?(?:reports?|documents?|inspections?|councils?|authorities|areas|years)\\b.{0,12}\\b(?:do|does|are|can|have|has) ${HERE}\\b(?: (?:have|hold|cover|covered|know|contain|include|search|in here|in the collection))?\\s*\\?*$`,
    'i',
  ),
  new RegExp(`\\bwhat (?:do|does) ${HERE} (?:cover|hold|have|contain|know about|search)\\s*\\?*$`, 'i'),
  /\b(?:reports?|documents?|councils?) (?:are )?in (?:the|this|your) collection\s*\?*$/i,
]
const ASKS_FOR_NEWEST =
  /^(?:which|what)(?:['’]s| is)? (?:report |document |inspection )?(?:is )?the (?:latest|newest|most recent)(?: (?:report|document|inspection))?(?: (?:you have|here|in the collection))?\s*\?*$/i

/** More councils than this are counted and not named (4 to 12). */
const MOST_NAMED = 6

/** The reply; null where the question is about the reports. */
export function aboutCollection(text: string, { reports }: Corpus): string | null {
  const plain = text.trim()
  const [newest] = [...reports].sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
  if (newest && ASKS_FOR_NEWEST.test(plain))
    return `The newest report in the collection is: ${reportName(newest)}. All are listed under Reports.`
  if (!ASKS_WHAT_IS_HELD.some((pattern) => pattern.test(plain))) return null
  const councils = [...new Set(reports.flatMap(({ authority }) => (authority ? [authority] : [])))].sort()
  const years = reports.flatMap((report) => report.years).sort()
  const named = councils.length > MOST_NAMED ? '' : `: ${joinWords(councils)}`
  return `The collection holds ${count(reports.length, 'report')} on ${count(councils.length, 'council')}${named}, from ${years[0]} to ${years.at(-1)}. All are listed under Reports.`
}
