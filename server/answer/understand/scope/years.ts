/** Years, months and ranges of years named in a question, by number or against the clock. */
import { nameByClock } from './clock.ts'
import type { Named } from './scope.ts'

export const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const YEAR = /^(?:19|20)\d\d$/

/** @param today ISO day by which "last year" is read. */
export function nameYears(words: string[], named: Named, use: (at: number, length?: number) => void, today: string): void {
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
    const after = words[at + 1] ?? ''
    if (before === 'since' || isOpen(words, at, before)) named.range = { from: year, to: Number.POSITIVE_INFINITY }
    if (/^(?:onwards?|on)$/.test(after) && named.range) use(at + 1)
    // "before and after 2017" is all of the time
    const both = before === 'after' && words[at - 2] === 'and' && words[at - 3] === 'before'
    if (both) named.range = { from: 0, to: Number.POSITIVE_INFINITY }
    else if (before === 'after') named.range = { from: year + 1, to: Number.POSITIVE_INFINITY }
    if (before === 'before') named.range = { from: 0, to: year - 1 }
    if (/^(?:until|till)$/.test(before) || (before === 'to' && words[at - 2] === 'up')) named.range = { from: 0, to: year }
  })
  nameSpan(words, named, use)
  if (named.years.length === 0) nameByClock(words, named, use, today)
}

/** "2018 onwards", "from 2018 on". */
const isOpen = (words: string[], at: number, before: string): boolean =>
  /^onwards?$/.test(words[at + 1] ?? '') || (before === 'from' && words[at + 1] === 'on')

/** "Between 2013 and 2015", "from 2013 to 2015", "2022 to 2025". */
function nameSpan(words: string[], named: Named, use: (at: number) => void): void {
  const [first, second] = named.years
  if (named.years.length !== 2 || first === undefined || second === undefined) return
  const [at, to] = [words.indexOf(String(first)), words.indexOf(String(second))]
  const joint = words[to - 1] ?? ''
  const joined = words.slice(at + 1, to).every((word) => /^(?:and|to|until|till|through)$/.test(word) || MONTHS.includes(word))
  const opening = words[at - 1] ?? ''
  if (joined && ((opening === 'between' && joint === 'and') || /^(?:to|until|till|through)$/.test(joint))) {
    named.range = { from: Math.min(first, second), to: Math.max(first, second) }
    if (/^(?:between|from)$/.test(opening)) use(at - 1)
  }
}
