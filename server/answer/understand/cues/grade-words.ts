/** Grades as people name them: one, several, or all above or below one. */
import type { GradePoint } from '../../../../index/model/report.ts'

export const GRADE = '(?:outstanding|good|inadequate|adequate|requir(?:es?|ed|ing|e)? ?improvements?(?: to be good)?)'

/** What a table judges, and what people call the rows of one. */
export const JUDGED = '(?:areas?|judge?ments?|parts?|aspects?|sections?|categor(?:y|ies)|councils?|authorit(?:y|ies)|boroughs?)'
export const ASPECT = `(?:${JUDGED}|services?|bits?|things?|ones?)`

const POINTS: [RegExp, GradePoint][] = [
  [/requir\w* ?improvement/i, 3],
  [/outstanding/i, 1],
  [/inadequate/i, 4],
  [/\badequate/i, 3],
  [/\bgood\b(?<!to be good)/i, 2],
]
const ALL: GradePoint[] = [1, 2, 3, 4]

const BELOW = new RegExp(`\\b(?:below|under|worse than|lower than|less than|short of)(?: a)? (${GRADE})`, 'i')
const ABOVE = new RegExp(`\\b(?:above|over|better than|higher than|more than)(?: an?)? (${GRADE})`, 'i')
const AT_LEAST = new RegExp(`\\b(?:at least|no (?:worse|lower|less) than) (${GRADE})|\\b(${GRADE}) (?:or|and) (?:better|above|higher)`, 'i')
const AT_MOST = new RegExp(`\\b(?:at best|no (?:better|higher|more) than) (${GRADE})|\\b(${GRADE}) (?:or|and) (?:worse|below|lower)`, 'i')
const NOT = new RegExp(
  `\\b(?:not|never|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|other than|anything but)(?: (?:rated|judged|graded|found|considered|a|as|to be|yet)){0,2} (${GRADE})`,
  'i',
)

/** The points of all grades that the words name, best first. */
function pointsNamed(words: string): GradePoint[] {
  let rest = words
  const found = new Set<GradePoint>()
  for (const [pattern, point] of POINTS)
    while (pattern.test(rest)) {
      found.add(point)
      rest = rest.replace(pattern, ' ')
    }
  return ALL.filter((point) => found.has(point))
}

/** The grades that a question seeks: "below good" is Requires improvement and Inadequate; null where it names none. */
export function pointsSought(text: string): GradePoint[] | null {
  const named = (pattern: RegExp): GradePoint | undefined => {
    const found = pattern.exec(text)
    return found ? pointsNamed(found[1] ?? found[2] ?? '')[0] : undefined
  }
  const atLeast = named(AT_LEAST)
  if (atLeast) return ALL.filter((point) => point <= atLeast)
  const atMost = named(AT_MOST)
  if (atMost) return ALL.filter((point) => point >= atMost)
  const below = named(BELOW)
  if (below) return ALL.filter((point) => point > below)
  const above = named(ABOVE)
  if (above) return ALL.filter((point) => point < above)
  const not = named(NOT)
  // what is not good is worse, what is not inadequate is better
  if (not) return ALL.filter((point) => (not === 2 ? point > 2 : point !== not))
  const all = pointsNamed(text)
  return all.length > 0 ? all : null
}
