/** Whether a quotation stands where the draft says. */

import type { Passage, Report, Section } from '../../index/model/report.ts'
import type { Placed } from '../../index/search/corpus.ts'
import type { Beside } from './beside.ts'
import { type Claims, claimsOf, yearsOfReport } from './claims.ts'

/** The nearest words that name it decide each point: a citation of its own before the sentence around it. */
export function claimsBeside(beside: Beside[]): Claims & { bond: Beside['bond'] | null } {
  const all = beside.map(({ words, bond }) => ({ ...claimsOf(words, bond), bond }))
  const first = <K extends keyof Claims>(key: K): Claims[K] => (all.find((one) => one[key].length > 0)?.[key] ?? []) as Claims[K]
  return {
    authorities: first('authorities'),
    years: first('years'),
    paragraphs: first('paragraphs'),
    publishers: first('publishers'),
    bond: all.find(({ publishers }) => publishers.length > 0)?.bond ?? null,
  }
}

/** What the draft says and the place does not bear out, in words; empty where they agree. */
export function contradictions(claims: ReturnType<typeof claimsBeside>, { passage, section, report }: Placed): string[] {
  const found: string[] = []
  if (claims.authorities.length > 0 && report.authority && !claims.authorities.includes(report.authority))
    found.push(`the draft says ${claims.authorities.join(' and ')}, the report is on ${report.authority}`)
  const years = yearsOfReport(report)
  if (claims.years.length > 0 && years.size > 0 && !claims.years.some((year) => years.has(year)))
    found.push(`the draft says ${claims.years.join(' and ')}, the report is of ${[...years].sort((a, b) => a - b).join(' and ')}`)
  const council = report.kind === 'committee_report'
  const retold = claims.bond === 'sentence' && passage.speaker.voice === 'reported finding'
  if (claims.publishers.length > 0 && !claims.publishers.includes(council ? 'council' : 'Ofsted') && !(council && retold))
    found.push(`the draft says ${claims.publishers.join(' and ')}, the words are in a document of ${report.publisher}`)
  if (claims.paragraphs.length > 0 && !claims.paragraphs.some((range) => mayBear(range, passage, section, report))) {
    const said = claims.paragraphs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(' and ')
    found.push(`the draft says paragraph ${said}, it stands in ${passage.number ? `paragraph ${passage.number}` : 'an unnumbered place'}`)
  }
  return found
}

/**
 * Whether a passage may bear one of the numbers: the printed one; for a list item that of the paragraph above it; where numbers
 * were lost in the file, any lost number that fits between the printed ones around it.
 */
function mayBear([from, to]: [number, number], passage: Passage, section: Section, report: Report): boolean {
  if (passage.number) return overlaps([from, to], Number.parseInt(passage.number, 10), Number.parseInt(passage.number, 10))
  const passages = report.sections.flatMap(({ paragraphs }) => paragraphs)
  const at = passages.indexOf(passage)
  const numbered = (start: number, step: number): number | null => {
    for (let i = start; i >= 0 && i < passages.length; i += step) if (passages[i]!.number) return Number.parseInt(passages[i]!.number!, 10)
    return null
  }
  const [above, below] = [numbered(at - 1, -1), numbered(at + 1, 1)]
  if (above !== null && passage.kind !== 'text') return overlaps([from, to], above, above)
  if (section.heading === passage || report.health.numbersLost.length === 0) return false
  return overlaps([from, to], (above ?? 0) + 1, (below ?? Number.POSITIVE_INFINITY) - 1)
}

const overlaps = ([from, to]: [number, number], low: number, high: number): boolean => from <= high && to >= low
