/** Years named against the clock ("last year"), whatever the collection holds, and times that are none ("since the pandemic"). */
import { questionLists } from '../../../../index/lexicon/questions.ts'
import type { Named } from './scope.ts'

const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ')
const NUMBER = `\\d{1,2}|${NUMBERS.slice(1).join('|')}|an?|couple of`
const numberOf = (word = '1'): number =>
  /^\d+$/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : word === 'couple of' ? 2 : NUMBERS.indexOf(word)
const UNIT = { year: 1, decade: 10 } as const
const unitOf = (word: string): number => UNIT[word.replace(/s$/, '') as keyof typeof UNIT]

type Meant = Pick<Named, 'years'> & Partial<Pick<Named, 'range' | 'months'>>
/** What is meant, by the first of the patterns that fits; of months those of the year that they fall into. */
const CLOCK: [RegExp, (match: RegExpExecArray, year: number, month: number) => Meant][] = [
  [/\b(last|this) year\b/, ([, which], year) => ({ years: [which === 'last' ? year - 1 : year] })],
  [
    /\b(last|this) month\b/,
    ([, which], year, month) => {
      const [y, m] = which === 'this' ? [year, month] : month === 1 ? [year - 1, 12] : [year, month - 1]
      return { years: [y], months: [`${y}-${String(m).padStart(2, '0')}`] }
    },
  ],
  [
    new RegExp(`\\b(${NUMBER}) (years?|decades?) ago\\b`),
    (match, year) => ({ years: [year - numberOf(match[1]) * unitOf(match[2] ?? '')] }),
  ],
  [
    new RegExp(`\\bthe (?:last|past) (?:(${NUMBER}) )?(years?|decades?)\\b`),
    (match, year) => {
      const from = year - numberOf(match[1]) * unitOf(match[2] ?? '')
      return { years: [from], range: { from, to: Number.POSITIVE_INFINITY } }
    },
  ],
]

const { vague = [], events = [] } = questionLists('times')
const longestFirst = (list: string[]): string => [...list].sort((a, b) => b.length - a.length).join('|')
/** "Recently" as a time of its own, not of what it stands before: "recently qualified". */
const VAGUE = new RegExp(
  `\\b(?:(?:${longestFirst(vague)})(?=$| (?:in|at|for|with|about|on|by|and|did|has|have|had|what|how)\\b)|(?:since|before|after|until) (?:the )?(?:${longestFirst(events)}))\\b`,
)

/** Of oneself: "I left care two years ago" tells when that was, not of which year a report is sought. */
const OWN_STORY = /(?:^| )(?:i|i['’]?(?:m|ve|d|ll)|my|me|mine|myself)(?= |$)/

/** @param today ISO day. */
export function nameByClock(words: string[], named: Named, use: (at: number, length?: number) => void, today: string): void {
  const text = words.join(' ')
  if (OWN_STORY.test(text)) return
  const take = ([found]: RegExpExecArray, index: number): void => use(text.slice(0, index).split(' ').length - 1, found.split(' ').length)
  const [year = 0, month = 0] = today.split('-').map(Number)
  for (const [pattern, read] of CLOCK) {
    const match = named.years.length === 0 ? pattern.exec(text) : null
    if (!match) continue
    Object.assign(named, { clock: match[0], ...read(match, year, month) })
    take(match, match.index)
  }
  const match = named.years.length === 0 ? VAGUE.exec(text) : null
  if (!match) return
  named.vague.push(match[0])
  take(match, match.index)
}
