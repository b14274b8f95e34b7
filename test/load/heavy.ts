/** Questions that cost most over many reports, no two alike: a question asked again is answered from memory and is no load. */
const WORDS =
  'children care social workers plans visits assessments families thresholds supervision placement neglect abuse leaders partners schools health police housing advocacy permanence adoption fostering exploitation missing caseloads recruitment decisions risks needs'.split(
    ' ',
  )
const LONGEST = 480

export function heavy(number: number): string {
  const words: string[] = []
  for (let at = number; words.join(' ').length < LONGEST; at += 1 + (number % 7)) words.push(WORDS[at % WORDS.length]!)
  return `${number}: what did inspectors say about ${words.join(' ')}`.slice(0, 500)
}
