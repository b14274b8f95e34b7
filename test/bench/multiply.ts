/** A few real reports → as many as one likes, with changed words, so that sizes can be measured that nobody has. */
import { createHash } from 'node:crypto'
import { AUTHORITIES } from '../../index/library/authorities.ts'
import { renamed } from '../../index/library/pack.ts'
import { passagesOf, type Report } from '../../index/model/report.ts'

/** Share of the longer words that are exchanged for words of the same length, drawn as often as they are printed. */
const CHANGED = 0.3
const WORD = /[a-z]{5,}/g
/** The copies are of inspections in these years. */
const FIRST_YEAR = 2006
const YEARS = 20

export const passagesIn = (report: Report): number => report.sections.reduce((sum, section) => sum + passagesOf(section).length, 0)

/** Always the same sequence of numbers from 0 to 1. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Copies of the reports in turn until there are `passages` of them or more. No two are of one inspection. */
export function* multiply(reports: Report[], passages: number): Generator<Report> {
  const next = sequence(7)
  const byLength = new Map<number, string[]>()
  for (const word of reports.flatMap((report) =>
    report.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text }) => text.match(WORD) ?? [])),
  ))
    byLength.get(word.length)?.push(word) ?? byLength.set(word.length, [word])
  const change = (text: string): string =>
    text.replace(WORD, (word) => {
      const others = byLength.get(word.length)
      return others && next() < CHANGED ? others[Math.floor(next() * others.length)]! : word
    })
  let made = 0
  for (let copy = 0; made < passages; copy++) {
    const original = reports[copy % reports.length]!
    const report = structuredClone(renamed(original, `copy-${copy}`))
    const authority = AUTHORITIES[copy % AUTHORITIES.length]!
    const round = Math.floor(copy / AUTHORITIES.length)
    const month = 1 + (Math.floor(round / YEARS) % 12)
    const day = `${FIRST_YEAR + (round % YEARS)}-${String(month).padStart(2, '0')}-04`
    report.authority = authority.name
    report.council = authority.council
    report.inspected = { from: day, to: day }
    report.published = null
    report.years = [FIRST_YEAR + (round % YEARS)]
    report.source = `copy-${copy}.txt`
    report.sha256 = createHash('sha256').update(`${original.sha256} ${copy}`).digest('hex')
    for (const section of report.sections) for (const passage of section.paragraphs) passage.text = change(passage.text)
    made += passagesIn(report)
    yield report
  }
}
