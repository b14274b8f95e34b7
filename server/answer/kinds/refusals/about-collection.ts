/** Questions about the collection itself: what it holds is a fact of the catalogue, and no report says it. */
import type { Corpus } from '../../../../index/search/corpus.ts'
import { lastDay } from '../../days.ts'
import { count, joinWords, reportName } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'

/** More councils than this are counted and not named (4 to 12). */
const MOST_NAMED = 6

export const aboutCollection: Kind = {
  name: 'about the collection',
  intent: 'passages',
  answer({ asks: { collection } }, { reports }) {
    if (collection === 'newest') return newest(reports)
    return collection === 'holdings' ? holdings(reports) : null
  },
}

function newest(reports: Corpus['reports']) {
  const [newest] = [...reports].sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
  return newest ? refusal(`The newest report in the collection is: ${reportName(newest)}. All are listed under Reports.`) : null
}

function holdings(reports: Corpus['reports']) {
  const councils = [...new Set(reports.flatMap(({ authority }) => (authority ? [authority] : [])))].sort()
  const years = reports.flatMap((report) => report.years).sort()
  const named = councils.length > MOST_NAMED ? '' : `: ${joinWords(councils)}`
  return refusal(
    `The collection holds ${count(reports.length, 'report')} on ${count(councils.length, 'council')}${named}, from ${years[0]} to ${years.at(-1)}. All are listed under Reports.`,
  )
}
