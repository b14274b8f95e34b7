/** Printed grades → data. */
import type { GradePoint } from './report.ts'

/** Every way in which a grade is printed, longest first, with its point on its scale. */
const PRINTED: [RegExp, string, GradePoint][] = [
  [/requires? improvements? to be good/i, 'Requires improvement to be good', 3],
  [/requires? improvement/i, 'Requires improvement', 3],
  [/outstanding/i, 'Outstanding', 1],
  [/inadequate/i, 'Inadequate', 4],
  [/adequate/i, 'Adequate', 3],
  [/good/i, 'Good', 2],
]

const POINT = String.raw`(?:[1-4]\b\s*)?[-–:]?\s*\(?(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?)\)?\.?$`
/** "Grade 3 (Adequate)", "Grade: 3 (Adequate)", "Grade 2: good": a line that gives the grade of the heading above it. */
const GRADE_LINE = new RegExp(`^(?:Grade|Judge?ment):?\\s+${POINT}`, 'i')
/** The same at the end of a heading. */
const GRADE_AT_END = new RegExp(`\\bGrade:?\\s+${POINT}`, 'i')
export const isGradeLine = (text: string): boolean => GRADE_LINE.test(text)
/** A heading without the grade at its end; null where it has none. */
export const beforeGrade = (heading: string): string | null => {
  const at = heading.search(GRADE_AT_END)
  return at > 0 ? heading.slice(0, at).trim() : null
}

export type PrintedGrade = { grade: string; point: GradePoint }

/** The grade that a text consists of, such as a table cell ("Requires improvement"); null where it holds more. */
export function gradeOf(cell: string): PrintedGrade | null {
  const found = gradeIn(cell)
  return found && cell.replace(/[.\s:*]/g, '').length === found.text.replace(/\s/g, '').length ? found : null
}

/** The last grade named in a text ("… is: inadequate", "Grade 3 (Adequate)"), with the words that name it. */
export function gradeIn(text: string): (PrintedGrade & { text: string; at: number }) | null {
  let best: (PrintedGrade & { text: string; at: number }) | null = null
  for (const [pattern, grade, point] of PRINTED)
    for (const match of text.matchAll(new RegExp(`(?<![\\w-])${pattern.source}(?![\\w-])`, 'gi'))) {
      const overlaps = best && match.index < best.at + best.text.length && match.index + match[0].length > best.at
      if (overlaps ? match[0].length > (best?.text.length ?? 0) : match.index > (best?.at ?? -1))
        best = { grade, point, text: match[0], at: match.index }
    }
  return best
}

/** The judgement areas of inspections of local authority children's services, in the order of the printed table. */
export const ILACS_AREAS = [
  'The impact of leaders on social work practice with children and families',
  'The experiences and progress of children who need help and protection',
  'The experiences and progress of children in care and care leavers',
  'The experiences and progress of children in care',
  'The experiences and progress of care leavers',
  'Overall effectiveness',
]

/** The judgement areas of single inspections (2013 to 2018), by the words that name them in headings and sentences. */
const SINGLE_AREAS: [RegExp, string][] = [
  [/children who need help and protection/i, 'Children who need help and protection'],
  [
    /children looked after and achieving permanence|looked after children and achieving permanence/i,
    'Children looked after and achieving permanence',
  ],
  [/adoption performance/i, 'Adoption performance'],
  [/care leavers/i, 'Experiences and progress of care leavers'],
  [/leadership, management and governance/i, 'Leadership, management and governance'],
]
export const singleAreaIn = (text: string): string | null => SINGLE_AREAS.find(([pattern]) => pattern.test(text))?.[1] ?? null

const plain = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []

/**
 * One row of a judgement table whose cells were run together: the area of which the row's words are all the words, in
 * order, once a single grade is taken out of wherever it stands ("… children who need help and Requires improvement
 * protection"). Null where the row is no such row.
 */
export function scrambledRow(row: string, areas: readonly string[] = ILACS_AREAS): ({ area: string } & PrintedGrade) | null {
  for (const [pattern, grade, point] of PRINTED) {
    const match = new RegExp(`(?<![\\w-])${pattern.source}(?![\\w-])`, 'i').exec(row)
    if (!match) continue
    const rest = plain(`${row.slice(0, match.index)} ${row.slice(match.index + match[0].length)}`).join(' ')
    const area = areas.find((name) => plain(name).join(' ') === rest)
    if (area) return { area, grade, point }
  }
  return null
}

/** The area whose name a heading or sentence begins with, such as "… is good". */
export const areaStatedIn = (text: string, areas: readonly string[] = ILACS_AREAS): string | null =>
  [...areas].sort((a, b) => b.length - a.length).find((area) => text.toLowerCase().startsWith(area.toLowerCase())) ?? null
