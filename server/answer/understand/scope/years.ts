/** Years, months and ranges of years named in a question. */
import type { Named } from './scope.ts'

export const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const YEAR = /^(?:19|20)\d\d$/

export function nameYears(words: string[], named: Named, use: (at: number, length?: number) => void): void {
  words.forEach((word, at) => {
    if (!YEAR.test(word)) return
    const year = Number(word)
    named.years.push(year)
    use(at)
    const month = MONTHS.indexOf(words[at - 1] ?? '')
    if (month >= 0) {
      named.months.push(`${year}-${String(month + 1).padStart(2, '0')}`)
      use(at - 1)
    }
    const before = words[at - 1 - (month >= 0 ? 1 : 0)] ?? ''
    if (before === 'since') named.range = { from: year, to: Number.POSITIVE_INFINITY }
    if (before === 'after') named.range = { from: year + 1, to: Number.POSITIVE_INFINITY }
    if (before === 'before') named.range = { from: 0, to: year - 1 }
  })
  const [first, second] = named.years
  if (named.years.length === 2 && first !== undefined && second !== undefined) {
    const [at, to] = [words.indexOf(String(first)), words.indexOf(String(second))]
    const opening = words[at - 1] ?? ''
    const joint = words[to - 1] ?? ''
    if ((opening === 'between' && joint === 'and') || (opening === 'from' && /^(to|until)$/.test(joint)))
      named.range = { from: Math.min(first, second), to: Math.max(first, second) }
  }
}
